//! Settings of racks that can have their effect.

use super::Quorums;
use crate::facts::{Setting, setting};
use pulsarc_component::Cluster;
use pulsarc_diag::advice::{remove_it, write};
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// A setting of racks without effect.
pub(crate) static CODE: Code = Code {
    id: "PUL0112",
    severity: Severity::Warning,
    title: "rack setting without effect",
    page: include_str!("racks.md"),
};

const LEAST: &str = "bookkeeperClientMinNumRacksPerWriteQuorum";
const ENFORCED: &str = "bookkeeperClientEnforceMinNumRacksPerWriteQuorum";
const RACKS: &str = "bookkeeperClientRackawarePolicyEnabled";
const REGIONS: &str = "bookkeeperClientRegionawarePolicyEnabled";

/// Racks count where one of the two policies is on; the one for racks is by default.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    let Some(quorums) = Quorums::of(cluster) else { return };
    let least = setting(cluster, "broker", LEAST);
    let enforced = setting(cluster, "broker", ENFORCED).filter(Setting::is_true);
    let racks = setting(cluster, "broker", RACKS);
    let aware = racks.as_ref().is_none_or(Setting::is_true);
    let regions = setting(cluster, "broker", REGIONS).is_some_and(|regions| regions.is_true());
    if let Some(racks) = racks.filter(|_| !aware && !regions) {
        for dead in least.into_iter().chain(enforced) {
            let message = "this has no effect: the brokers place copies without regard to racks";
            let finding = Diagnostic::new(&CODE, message).advise([write(&racks.path, "true"), remove_it()]);
            found.push(
                cluster
                    .point(finding, &[(&dead.path, ""), (&racks.path, "rack awareness switched off here")]),
            );
        }
        return;
    }
    let Some(least) = least else { return };
    let copies = &quorums.write;
    if let Some(wanted) = least.whole().filter(|wanted| *wanted > copies.size) {
        let message = format!(
            "copies should span {wanted} racks, but there are {} copies of each message; only that many racks \
            are used",
            copies.size
        );
        let finding = Diagnostic::new(&CODE, message).advise([
            write(&least.path, copies.size.to_string()).purpose("or less"),
            write(&copies.setting.path, wanted.to_string()),
        ]);
        let places = [(least.path.as_str(), ""), (&copies.setting.path, "write quorum set here")];
        found.push(cluster.point(finding, &places));
    }
}

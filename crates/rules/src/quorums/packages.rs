//! There are as many bookies as the copies of a package or a function's code.

use super::{BOOKIES, bookies};
use crate::facts::{Setting, given, setting};
use pulsarc_component::Cluster;
use pulsarc_diag::advice::write;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// Fewer bookies than copies of a package.
pub(crate) static CODE: Code = Code {
    id: "PUL0111",
    severity: Severity::Error,
    title: "too few bookies for package replicas",
    page: include_str!("packages.md"),
};

const REPLICAS: &str = "PF_numFunctionPackageReplicas";

/// Packages are ledgers whose ensemble is as large as the number of copies. On a file system there are none.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    let Some(bookies) = bookies(cluster) else { return };
    let packages = cluster.is_on("broker.packageManagement.enabled");
    let ledgers = packages && !cluster.is_on("broker.packageManagement.fileSystemStorage.enabled");
    let worker = |block: &str| {
        let path = format!("{block}.configData.{REPLICAS}");
        given(cluster, &path).map(|text| Setting { path, text })
    };
    let kept = [
        (ledgers && cluster.runs_broker()).then(|| setting(cluster, "broker", "packagesReplicas")),
        (cluster.runs_broker() && cluster.embeds_functions()).then(|| worker("broker")),
        cluster.runs_function_worker().then(|| worker("function_worker")),
    ];
    for setting in kept.into_iter().flatten().flatten() {
        let Some(copies) = setting.whole().filter(|copies| *copies > bookies) else { continue };
        let message = format!(
            "packages need {copies} copies, but there are {bookies} bookies; no function or package can be \
            uploaded"
        );
        let finding = Diagnostic::new(&CODE, message)
            .advise([write(&setting.path, bookies.to_string()).purpose("or less")]);
        let places =
            [(setting.path.as_str(), "number of copies set here"), (BOOKIES, "number of bookies set here")];
        found.push(cluster.point(finding, &places));
    }
}

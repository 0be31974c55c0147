//! A variable does not hide a setting of `configData`.

use super::pods::blocks;
use crate::facts::{field, given, items};
use pulsarc_component::Cluster;
use pulsarc_diag::KeyPath;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// Variable over a setting.
pub(crate) static CODE: Code = Code {
    id: "PUL0717",
    severity: Severity::Warning,
    title: "environment variable overrides a setting",
    page: include_str!("variable_over.md"),
};

/// A container's own variables win over those of its config map.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    for block in blocks(cluster) {
        for (item, variable) in items(cluster, &format!("{block}.extraEnvs")) {
            let Some(name) = field(variable, "name") else { continue };
            let setting = format!("{block}.configData.{name}");
            if name.contains('.') || cluster.root.get(KeyPath::parse(&setting)).is_none() {
                continue;
            }
            if given(cluster, &format!("{item}.value")) == given(cluster, &setting) {
                continue;
            }
            let message = format!(
                "{name} is also set in {block}.configData; the variable overrides it, but pulsarc checks the \
                other value"
            );
            let finding = Diagnostic::new(&CODE, message).help(format!("write the value in {setting}"));
            let path = format!("{item}.name");
            found.push(cluster.point(finding, &[(&path, ""), (&setting, "setting overridden")]));
        }
    }
}

//! From a configuration to the objects that a release is to consist of.

use crate::exit::{Exit, Failure};
use crate::input::Built;
use crate::target::{self, Words};
use pulsarc_compiler::Target;
use pulsarc_diag::Secrets;
use pulsarc_diff::Facts;
use pulsarc_live::{Cluster, Origin, Release, Wanted};
use serde_json::Value;

/// What a configuration without errors wants of a cluster.
pub(crate) fn of(built: &Built, target: &Target) -> Result<Wanted, Failure> {
    let compiled = &built.compiled;
    let objects = compiled.objects.iter().map(serde_json::to_value).collect::<Result<Vec<_>, _>>();
    let mut facts = pulsarc_compiler::component_facts(target);
    facts.extend(compiled.component_facts());
    let namespace = compiled.described.as_ref().map_or(target.namespace.as_str(), |it| it.namespace());
    Ok(Wanted {
        release: Release { name: target.release.clone(), namespace: namespace.to_owned() },
        objects: objects.map_err(Failure::unwritable)?,
        facts,
        needs: pulsarc_compiler::requirements(compiled, target),
        origin: Origin {
            values: compiled.tree.as_ref().map(pulsarc_compiler::plain).unwrap_or_default(),
            pulsarc: env!("CARGO_PKG_VERSION").to_owned(),
            images: pulsarc_live::images(&compiled.objects),
        },
        secrets: compiled.sources.secrets().clone(),
    })
}

/// A cluster that cannot be asked, or does not do what it is asked.
pub(crate) fn failed(error: &pulsarc_live::Failure, cluster: &Cluster, secrets: &Secrets) -> Failure {
    let message = match error {
        pulsarc_live::Failure::Unreachable { .. } => {
            format!("the API server at {} does not answer: {error}", cluster.server())
        }
        _ => error.to_string(),
    };
    Failure::of(Exit::Cluster, secrets.without(&message))
}

/// Who works on a cluster: `user@host`, for locks and the history.
pub(crate) fn by() -> String {
    let variable = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    let user = ["USER", "LOGNAME"].into_iter().find_map(variable).unwrap_or_else(|| "someone".to_owned());
    let kernels = std::fs::read_to_string("/proc/sys/kernel/hostname").ok();
    let host = kernels.map(|name| name.trim().to_owned()).filter(|name| !name.is_empty());
    let host = host.or_else(|| variable("HOSTNAME")).unwrap_or_else(|| "somewhere".to_owned());
    format!("{user}@{host}")
}

/// The target of a release without a configuration.
pub(crate) fn target(release: &Release) -> Result<Target, Failure> {
    target::of(&Words {
        release: Some(&release.name),
        namespace: Some(&release.namespace),
        kube_version: None,
        upgrade: true,
    })
}

/// What components say about their pods in a release without a configuration.
pub(crate) fn facts(release: &Release) -> Result<Facts, Failure> {
    Ok(pulsarc_compiler::component_facts(&target(release)?))
}

/// The wanted objects of a release without a configuration: those of an older revision, or none.
pub(crate) fn of_objects(release: Release, objects: Vec<Value>, origin: Origin) -> Result<Wanted, Failure> {
    let facts = facts(&release)?;
    Ok(Wanted { release, objects, facts, needs: None, origin, secrets: Secrets::default() })
}

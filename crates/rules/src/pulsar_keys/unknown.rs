//! A key that no class of the deployed Pulsar reads.

use super::removed::removal;
use super::user_keys::{Sought, UserKey, user_keys};
use pulsarc_catalogue::{Program, Version, keys};
use pulsarc_component::Cluster;
use pulsarc_diag::advice::{move_to, otherwise};
use pulsarc_diag::{Advice, Code, Diagnostic, Findings, KeyPath, Segment, Severity, suggest};

/// A Pulsar key that nobody reads.
pub(crate) static CODE: Code = Code {
    id: "PUL0801",
    severity: Severity::Warning,
    title: "unknown Pulsar key",
    page: include_str!("unknown.md"),
};

/// A program, the block whose `configData` reaches it, who it is, and what its image wants before its keys.
struct Owner {
    program: Program,
    block: &'static str,
    plural: &'static str,
    prefix: &'static str,
}

const OWNERS: [Owner; 6] = [
    Owner { program: Program::Broker, block: "broker", plural: "the brokers", prefix: "" },
    Owner { program: Program::BookKeeper, block: "bookkeeper", plural: "the bookies", prefix: "" },
    Owner { program: Program::Proxy, block: "proxy", plural: "the proxies", prefix: "" },
    Owner { program: Program::ZooKeeper, block: "zookeeper", plural: "ZooKeeper", prefix: "" },
    Owner {
        program: Program::Worker,
        block: "function_worker",
        plural: "the function worker",
        prefix: "PF_",
    },
    Owner { program: Program::Client, block: "toolset", plural: "the toolset", prefix: "" },
];

/// A warning and no error: a plugin of the user's own may read the key.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    for key in user_keys(cluster) {
        let Sought::Unknown(name, known) = &key.sought else { continue };
        // A removed key has a finding of its own.
        if removal(key.version, name).is_some() {
            continue;
        }
        if reads_bookkeepers_file(&key) && keys(key.version, Program::BookKeeper).contains_key(name.as_str())
        {
            continue;
        }
        let (message, advice) = explained(&key, name, known);
        let span = key.node.key_span.or(key.node.span);
        found.push(Diagnostic::new(&CODE, message).at(key.path).span(span).advise([advice]));
    }
}

/// The toolset has BookKeeper's shell, and a standalone server a bookie: both read the bookies' keys too.
fn reads_bookkeepers_file(key: &UserKey<'_>) -> bool {
    matches!(key.path.segments().first(), Some(Segment::Key(block)) if block == "toolset" || block == "standalone")
}

/// What the key is instead, and what to write.
fn explained(key: &UserKey<'_>, name: &str, known: &[&'static str]) -> (String, Advice) {
    let prefix = &key.variable[..key.variable.len() - name.len().min(key.variable.len())];
    let block = match key.path.segments().first() {
        Some(Segment::Key(block)) => block.as_str(),
        _ => "",
    };
    let near = suggest::nearest(name, known.iter().copied());
    if near == Some(name) {
        let message = format!("the function worker does not read `{name}` without the prefix PF_");
        let with_prefix = key.path.parent().key(format!("PF_{name}"));
        return (message, move_to(&key.path, with_prefix).safe());
    }
    if let Some(owner) = OWNERS.iter().find(|owner| owner.block != block && owner.has(key.version, name)) {
        let message =
            format!("`{name}` is a key of {}; it has no effect in {block}.configData", owner.plural);
        let place = KeyPath::root().key(owner.block).key("configData").key(format!("{}{name}", owner.prefix));
        return (message, move_to(&key.path, place));
    }
    let other_version =
        Version::ALL.into_iter().find(|version| OWNERS.iter().any(|owner| owner.has(*version, name)));
    let message = match other_version {
        Some(version) => {
            format!("the deployed Pulsar has no key `{name}` (Pulsar {} has); it ignores it", version.name())
        }
        None => format!("Pulsar has no key `{name}`; only a plugin can read it"),
    };
    let advice = match near {
        // A key of a plugin may look like one of Pulsar's.
        Some(near) => move_to(&key.path, key.path.parent().key(format!("{prefix}{near}"))),
        None => otherwise("check its spelling; keep it if one of your plugins reads it"),
    };
    (message, advice)
}

impl Owner {
    fn has(&self, version: Version, name: &str) -> bool {
        keys(version, self.program).contains_key(name)
    }
}

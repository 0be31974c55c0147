//! How the image applies a pod's environment to the shipped configuration files.
//!
//! A plain key reaches a `.conf` file only where the file has it, active or commented; with `PULSAR_PREFIX_` it is
//! added always. The worker's YAML takes `PF_` keys, in which `_` nests.

use serde_yaml::{Mapping, Value};
use std::collections::BTreeMap;

const ALWAYS: &str = "PULSAR_PREFIX_";
const NESTED: &str = "PF_";
/// The worker's keys that are numbers.
const NUMBERS: [&str; 7] = [
    "workerPort",
    "numFunctionPackageReplicas",
    "failureCheckFreqMs",
    "rescheduleTimeoutMs",
    "initialBrokerReconnectMaxRetries",
    "assignmentWriteMaxRetries",
    "instanceLivenessCheckFreqMs",
];
/// The worker's keys that are lists, parted by commas; what stands around a comma stays.
const LISTS: [&str; 10] = [
    "brokerInterceptors",
    "messagingProtocols",
    "tlsProtocols",
    "tlsCiphers",
    "authenticationProviders",
    "superUserRoles",
    "proxyRoles",
    "schemaRegistryCompatibilityCheckers",
    "brokerClientTlsCiphers",
    "brokerClientTlsProtocols",
];

/// Does to a file what one of the image's scripts does, with this process's environment.
pub fn rewrite(action: &str, file: &str) -> Result<(), String> {
    let environment: BTreeMap<String, String> = std::env::vars().collect();
    let text = std::fs::read_to_string(file).map_err(|error| error.to_string())?;
    let changed = match action {
        "apply" => apply(&text, &environment),
        "yml" => nest(&text, &environment)?,
        "zookeeper" => ensemble(&text, &environment)?,
        other => return Err(format!("{other} is no action")),
    };
    std::fs::write(file, changed).map_err(|error| error.to_string())
}

/// A `.conf` file with the environment's values.
pub fn apply(text: &str, environment: &BTreeMap<String, String>) -> String {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    for (name, value) in environment {
        let (key, always) = name.strip_prefix(ALWAYS).map_or((name.as_str(), false), |key| (key, true));
        let written = format!("{key}={value}");
        match place(&lines, key) {
            Some(line) => lines[line] = written,
            None if always => lines.push(written),
            None => {}
        }
    }
    lines.join("\n") + "\n"
}

/// The last line that sets a key, or else the last one where it is commented out.
fn place(lines: &[String], key: &str) -> Option<usize> {
    let sets = |line: &str| line.split_once('=').is_some_and(|(name, _)| name.trim() == key);
    let comments =
        |line: &str| line.trim_start().strip_prefix('#').is_some_and(|rest| sets(rest.trim_start()));
    lines.iter().rposition(|line| sets(line)).or_else(|| lines.iter().rposition(|line| comments(line)))
}

/// The worker's YAML with the environment's values.
pub fn nest(text: &str, environment: &BTreeMap<String, String>) -> Result<String, String> {
    let mut whole: Mapping = serde_yaml::from_str(text).map_err(|error| error.to_string())?;
    for (name, value) in environment {
        let Some(path) = name.strip_prefix(NESTED) else { continue };
        let parts: Vec<&str> = path.split('_').collect();
        set(&mut whole, &parts, value)?;
    }
    // The image lets go of the factories that are not chosen.
    let factories = [
        ("thread", "threadContainerFactory"),
        ("process", "processContainerFactory"),
        ("k8s", "kubernetesContainerFactory"),
    ];
    let chosen = whole.remove("containerFactory").and_then(|value| value.as_str().map(str::to_owned));
    if let Some(chosen) = chosen.filter(|chosen| factories.iter().any(|(name, _)| name == chosen)) {
        for (_, key) in factories.iter().filter(|(name, _)| *name != chosen) {
            whole.remove(key);
        }
    }
    serde_yaml::to_string(&whole).map_err(|error| error.to_string())
}

fn set(within: &mut Mapping, path: &[&str], text: &str) -> Result<(), String> {
    let Some((key, rest)) = path.split_first() else { return Ok(()) };
    if rest.is_empty() {
        within.insert((*key).into(), worker_value(key, text)?);
        return Ok(());
    }
    let inner = within.entry((*key).into()).or_insert_with(|| Mapping::new().into());
    if inner.is_null() {
        *inner = Mapping::new().into();
    }
    let inner =
        inner.as_mapping_mut().ok_or_else(|| format!("{key} is no record, {text} cannot stand in it"))?;
    set(inner, rest, text)
}

fn worker_value(key: &str, text: &str) -> Result<Value, String> {
    if NUMBERS.contains(&key) {
        return text.parse::<i64>().map(Value::from).map_err(|_| format!("{key}: {text} is no integer"));
    }
    if LISTS.contains(&key) {
        return Ok(Value::Sequence(text.split(',').map(Value::from).collect()));
    }
    Ok(text.into())
}

/// `zookeeper.conf` with the servers of the ensemble; the image also writes the server's number, as the pod does here.
pub fn ensemble(text: &str, environment: &BTreeMap<String, String>) -> Result<String, String> {
    let servers = environment.get("ZOOKEEPER_SERVERS").ok_or("ZOOKEEPER_SERVERS is not set")?;
    let host = environment.get("POD_HOST").ok_or("POD_HOST is not set")?;
    let domain = host.split_once('.').map_or("", |(_, domain)| domain);
    let lines: String = servers
        .split(',')
        .enumerate()
        .map(|(index, server)| format!("server.{}={server}.{domain}:2888:3888\n", index + 1))
        .collect();
    Ok(format!("{}\n{lines}", text.trim_end()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn environment(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
        pairs.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn plain_keys_need_a_line_and_prefixed_ones_do_not() {
        let made = apply(
            "a=1\n# b=2\n# a sentence, c, is no key\n",
            &environment(&[("a", "x"), ("b", "y"), ("c", "z"), ("PULSAR_PREFIX_d", "w")]),
        );
        assert_eq!(made, "a=x\nb=y\n# a sentence, c, is no key\nd=w\n");
    }

    #[test]
    fn underscores_nest_and_lists_keep_their_blanks() {
        let made = nest(
            "workerPort: 1\nfactory:\nkubernetesContainerFactory: {x: 1}\n",
            &environment(&[
                ("PF_workerPort", "6750"),
                ("PF_factory_name", "n"),
                ("PF_superUserRoles", "a, b"),
                ("PF_containerFactory", "thread"),
            ]),
        )
        .expect("it is YAML");
        assert_eq!(made, "workerPort: 6750\nfactory:\n  name: n\nsuperUserRoles:\n- a\n- ' b'\n");
    }

    #[test]
    fn an_invalid_number_is_reported() {
        let told = nest("{}", &environment(&[("PF_workerPort", "x")])).expect_err("x is no number");
        assert_eq!(told, "workerPort: x is no integer");
    }
}

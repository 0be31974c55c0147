//! The shell scripts that containers run, in parts.
//!
//! Texts from a configuration go through [`quoted`] unless they are commands that the user means to run.

use crate::base::CaCerts;
use crate::certs::{AUTHORITY, BUNDLE};

/// The script that joins certificates into one file.
pub const COMBINE: &str = "certs-combine-pem.sh";
/// The script that does so every minute.
pub const COMBINE_FOREVER: &str = "certs-combine-pem-infinity.sh";
/// What tools in scripts may use of the heap: the image's default is far above what an init container is given.
const SMALL_HEAP: &str = "-Xmx128M";

/// Says that the process is starting, where `/status.html` of brokers and proxies looks for it.
pub const REPORT_STATUS: &str = "echo OK > \"${statusFilePath:-status}\"";

/// A text as one word of a shell.
pub fn quoted(text: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_./:,@%+=".contains(c);
    if !text.is_empty() && text.chars().all(plain) {
        text.to_owned()
    } else {
        format!("'{}'", text.replace('\'', r"'\''"))
    }
}

/// Lines as one script; empty ones are left out.
pub fn lines<I: IntoIterator<Item = S>, S: AsRef<str>>(parts: I) -> String {
    let mut script = String::new();
    for part in parts {
        let part = part.as_ref().trim_end();
        if !part.is_empty() {
            script.push_str(part);
            script.push('\n');
        }
    }
    script
}

/// Waits until a host has an address.
pub fn wait_for_host(host: &str) -> String {
    let host = quoted(host);
    format!(
        "until nslookup {host}; do\n  echo \"{host} has no address yet, trying again in 3 seconds\"\n  sleep 3\ndone"
    )
}

/// Makes Pulsar's tools start with a small heap.
pub fn small_pulsar_heap() -> String {
    format!("export PULSAR_MEM=\"{SMALL_HEAP}\"")
}

/// Makes BookKeeper's tools start with a small heap.
pub fn small_bookkeeper_heap() -> String {
    format!("export BOOKIE_MEM=\"{SMALL_HEAP}\"")
}

/// Waits until the bookies' metadata has been initialized; `conf/bookkeeper.conf` has to be filled in before.
pub fn wait_for_bookkeeper_metadata() -> String {
    "until timeout 15 bin/bookkeeper shell whatisinstanceid; do\n  sleep 3\ndone".to_owned()
}

/// Writes the environment's variables into a configuration file of the image.
pub fn apply_environment(file: &str) -> String {
    format!("bin/apply-config-from-env.py {file}")
}

/// Waits until ZooKeeper at `connect` answers for a node.
pub fn wait_for_znode(connect: &str, command: &str, read_only: bool, waiting_for: &str) -> String {
    let read_only = if read_only { "-r " } else { "" };
    format!(
        "until timeout 15 bin/pulsar zookeeper-shell {read_only}-server {connect} {command}; do\n  echo \"{waiting_for}, trying again in 3 seconds\"\n  sleep 3\ndone"
    )
}

/// How a ZooKeeper client or server uses TLS.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ZooKeeperTls {
    /// It dials ZooKeeper.
    Client,
    /// It is ZooKeeper.
    Server,
}

/// Makes the tools and servers of the image speak TLS with ZooKeeper, with the certificate in `folder` below
/// `/pulsar/certs`, trusting `trusted`.
pub fn zookeeper_tls(folder: &str, trusted: &str, side: ZooKeeperTls) -> String {
    let stores = format!(
        "-Dzookeeper.ssl.keyStore.location=/pulsar/certs/{folder}/tls-combined.pem -Dzookeeper.ssl.keyStore.type=PEM -Dzookeeper.ssl.trustStore.location={trusted} -Dzookeeper.ssl.trustStore.type=PEM"
    );
    let append = |variable: &str, options: &str, file: &str| {
        format!("printf '\\n%s\\n' '{variable}=\"${{{variable}}} {options}\"' >> conf/{file}")
    };
    match side {
        ZooKeeperTls::Server => append("PULSAR_EXTRA_OPTS", &stores, "pulsar_env.sh"),
        ZooKeeperTls::Client => {
            let options = format!(
                "-Dzookeeper.clientCnxnSocket=org.apache.zookeeper.ClientCnxnSocketNetty -Dzookeeper.client.secure=true -Dzookeeper.client.certReload=true {stores}"
            );
            lines([
                append("PULSAR_EXTRA_OPTS", &options, "pulsar_env.sh"),
                append("BOOKIE_EXTRA_OPTS", &options, "bkenv.sh"),
            ])
            .trim_end()
            .to_owned()
        }
    }
}

/// The files that a bundle is made of.
fn authorities(cacerts: &CaCerts) -> String {
    let given = cacerts.certs.iter().flatten().flat_map(|cert| {
        cert.secret_keys
            .iter()
            .map(|key| quoted(&format!("/pulsar/certs/{}/{key}", cert.name)))
            .collect::<Vec<_>>()
    });
    std::iter::once(AUTHORITY.to_owned()).chain(given).collect::<Vec<_>>().join(" ")
}

/// Makes the bundle of all authorities once.
pub fn combine_certificates(cacerts: &CaCerts) -> String {
    format!("bin/{COMBINE} {BUNDLE} {}\n", authorities(cacerts))
}

/// Makes the bundle anew every minute, in the background.
pub fn keep_certificates_combined(cacerts: &CaCerts) -> String {
    format!(
        "(cd /pulsar/certs/cacerts && exec nohup /pulsar/bin/{COMBINE_FOREVER} {BUNDLE} {} > {} 2>&1) &",
        authorities(cacerts),
        "/pulsar/certs/cacerts/certs-combine-pem-infinity.log"
    )
}

/// The options of the server's JVM, and the server itself in place of the shell.
pub fn exec_server(role: &str, options: &str) -> String {
    let options = [options, "${OPTS}", "-Dlog4j2.formatMsgNoLookups=true"]
        .iter()
        .filter(|o| !o.is_empty())
        .copied()
        .collect::<Vec<_>>()
        .join(" ");
    format!("OPTS=\"{options}\" exec bin/pulsar {role}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_a_shell_stay_one_word() {
        assert_eq!(quoted("pulsar-broker.ns.svc:6650"), "pulsar-broker.ns.svc:6650");
        assert_eq!(quoted("a b"), "'a b'");
        assert_eq!(quoted("it's $HOME"), r"'it'\''s $HOME'");
        assert_eq!(quoted(""), "''");
    }
}

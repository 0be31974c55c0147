//! The shell scripts that several containers run, in parts.

mod word;

pub use word::{Piece, Script, UserCommand, Word};

use crate::line;

/// Says that the process is starting, where `/status.html` of brokers and proxies looks for it.
pub const REPORT_STATUS: &str = "echo OK > \"${statusFilePath:-status}\"";

/// Makes Pulsar's tools start with a small heap: the image's default is far above what an init container is given.
pub const SMALL_PULSAR_HEAP: &str = "export PULSAR_MEM=\"-Xmx128M\"";

/// Makes BookKeeper's tools start with a small heap.
pub const SMALL_BOOKKEEPER_HEAP: &str = "export BOOKIE_MEM=\"-Xmx128M\"";

/// Waits until the bookies' metadata has been initialized; `conf/bookkeeper.conf` has to be filled in before.
pub const WAIT_FOR_BOOKKEEPER_METADATA: &str =
    "until timeout 15 bin/bookkeeper shell whatisinstanceid; do\n  sleep 3\ndone";

/// Waits until a host has an address.
pub fn wait_for_host(host: &str) -> Script {
    let message = Word::message(format_args!("{host} has no address yet, trying again in 3 seconds"));
    line!["until nslookup ", Word::new(host), "; do\n  echo ", message, "\n  sleep 3\ndone"]
}

/// Writes the environment's variables into a configuration file of the image.
pub fn apply_environment(file: &'static str) -> Script {
    line!["bin/apply-config-from-env.py ", file]
}

/// Whether a ZooKeeper that has lost its majority may answer too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReadOnly {
    /// It may: nothing is written.
    Allowed,
    /// It may not.
    Refused,
}

/// A command of ZooKeeper's shell, at the servers of a connect string.
pub fn zookeeper_shell(connect: &str, command: impl Into<Script>, read_only: ReadOnly) -> Script {
    let read_only = if read_only == ReadOnly::Allowed { "-r " } else { "" };
    line!["bin/pulsar zookeeper-shell ", read_only, "-server ", Word::new(connect), " ", command.into()]
}

/// Waits until a command of [`zookeeper_shell`] succeeds.
pub fn wait_for_zookeeper(shell: &Script, waiting_for: &str) -> Script {
    let message = Word::message(format_args!("{waiting_for}, trying again in 3 seconds"));
    line!["until timeout 15 ", shell, "; do\n  echo ", message, "\n  sleep 3\ndone"]
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
pub fn zookeeper_tls(folder: &'static str, trusted: &'static str, side: ZooKeeperTls) -> Script {
    let stores = line![
        "-Dzookeeper.ssl.keyStore.location=/pulsar/certs/",
        folder,
        "/tls-combined.pem -Dzookeeper.ssl.keyStore.type=PEM -Dzookeeper.ssl.trustStore.location=",
        trusted,
        " -Dzookeeper.ssl.trustStore.type=PEM"
    ];
    let append = |variable: &'static str, options: &Script, file: &'static str| {
        line!["printf '\\n%s\\n' '", variable, "=\"${", variable, "} ", options, "\"' >> conf/", file]
    };
    match side {
        ZooKeeperTls::Server => append("PULSAR_EXTRA_OPTS", &stores, "pulsar_env.sh"),
        ZooKeeperTls::Client => {
            let options = line![
                "-Dzookeeper.clientCnxnSocket=org.apache.zookeeper.ClientCnxnSocketNetty -Dzookeeper.client.secure=true -Dzookeeper.client.certReload=true ",
                stores
            ];
            Script::lines([
                append("PULSAR_EXTRA_OPTS", &options, "pulsar_env.sh"),
                append("BOOKIE_EXTRA_OPTS", &options, "bkenv.sh"),
            ])
            .trimmed()
        }
    }
}

/// The server itself in place of the shell, with `options` for its JVM.
pub fn exec_server(role: &'static str, options: &'static str) -> Script {
    let space = if options.is_empty() { "" } else { " " };
    line!["OPTS=\"", options, space, "${OPTS} -Dlog4j2.formatMsgNoLookups=true\" exec bin/pulsar ", role]
}

//! The hook that drains a broker before it stops.
//!
//! On SIGTERM a broker unloads its bundles as fast as it can and closes topics under their clients. Its shutdown API does the
//! same at a limited rate. Before 4.2 the process stays after that call (apache/pulsar#24731), so the hook ends and SIGTERM
//! ends the process. Newer brokers exit by themselves, so the connection may break while the hook waits for the answer.

use crate::Broker;
use pulsarc_component::jwt::PodTokens;
use pulsarc_component::line;
use pulsarc_component::pod::Shell;
use pulsarc_component::script::{Script, Word};
use pulsarc_kube::k8s_openapi::api::core::v1::{ExecAction, Lifecycle, LifecycleHandler};
use pulsarc_model::Port;
use serde::Deserialize;

/// Seconds of the grace period that the hook leaves to the stop signal, at least.
const MARGIN: i64 = 5;

/// Standard error of the container's first process, and so its log: Kubernetes does not keep the output of a hook.
const LOG: &str = "/proc/1/fd/2";

/// The block `broker.gracefulShutdown`.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct GracefulShutdown {
    enabled: bool,
    max_concurrent_unload_per_sec: i64,
    forced_terminate_topic: bool,
    drain_seconds: i64,
}

/// What a call needs besides the user's settings.
struct Call<'a> {
    port: Port,
    /// The file with the broker's own token, if the broker authenticates clients by tokens.
    token: Option<&'a str>,
    grace_period: Option<i64>,
    log: &'a str,
}

/// The hook of the broker's container, if it is switched on. `tokens` has the broker's own one, if clients have tokens.
pub(crate) fn lifecycle(broker: &Broker, tokens: Option<&PodTokens<'_>>) -> Option<Lifecycle> {
    let settings = broker.graceful_shutdown.as_ref().filter(|settings| settings.enabled)?;
    let token = tokens.map(PodTokens::token_path);
    let call = Call {
        port: broker.ports.http,
        token: token.as_deref(),
        grace_period: broker.pods.grace_period,
        log: LOG,
    };
    let command = Shell::Sh.command(settings.script(&call));
    let hook =
        LifecycleHandler { exec: Some(ExecAction { command: Some(command) }), ..LifecycleHandler::default() };
    Some(Lifecycle { pre_stop: Some(hook), ..Lifecycle::default() })
}

impl GracefulShutdown {
    /// How long the hook waits. The grace period includes the hook, so the hook has to end before it.
    fn seconds(&self, grace_period: Option<i64>) -> i64 {
        // curl takes 0 for no limit.
        grace_period.map_or(self.drain_seconds, |grace| self.drain_seconds.min(grace - MARGIN)).max(1)
    }

    /// Calls this broker and no other, over the loopback, where brokers serve plain HTTP with and without TLS. The hook
    /// succeeds even if the call fails: the stop signal follows in either case, and the reason is in the log.
    fn script(&self, call: &Call<'_>) -> Script {
        let url = Word::new(format_args!(
            "http://127.0.0.1:{}/admin/v2/brokers/shutdown?maxConcurrentUnloadPerSec={}&forcedTerminateTopic={}",
            call.port, self.max_concurrent_unload_per_sec, self.forced_terminate_topic
        ));
        let seconds = Word::new(self.seconds(call.grace_period));
        let post = line!["curl -sS --fail --noproxy '*' --max-time ", seconds, " -X POST "];
        let request = match call.token {
            // The header comes from standard input: every process in the pod can read arguments.
            Some(file) => line![
                "{ printf 'Authorization: Bearer '; cat ",
                Word::path(file),
                "; } | ",
                post,
                "-H @- ",
                url
            ],
            None => line![post, url],
        };
        Script::lines([
            line!["answer=$(", request, " 2>&1) && exit 0"],
            line![
                "echo \"graceful shutdown: $answer; the stop signal follows\" >> ",
                Word::path(call.log),
                " || true"
            ],
        ])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;
    use std::os::unix::fs::PermissionsExt;
    use std::path::PathBuf;
    use std::process::Command;

    const SETTINGS: GracefulShutdown = GracefulShutdown {
        enabled: true,
        max_concurrent_unload_per_sec: 7,
        forced_terminate_topic: false,
        drain_seconds: 60,
    };

    /// A folder with a `curl` that records its arguments and its standard input.
    struct Fake(PathBuf);

    impl Fake {
        fn new(test: &str, end: &str) -> Self {
            let folder = std::env::temp_dir().join(format!("pulsarc-broker-{test}-{}", std::process::id()));
            let _ = fs::remove_dir_all(&folder);
            fs::create_dir_all(&folder).expect("a folder");
            let curl = folder.join("curl");
            let text =
                "#!/bin/sh\nprintf '%s\\n' \"$@\" > \"$0.arguments\"\n[ -t 0 ] || cat > \"$0.input\"\n";
            fs::write(&curl, format!("{text}{end}\n")).expect("a program");
            fs::set_permissions(&curl, fs::Permissions::from_mode(0o755)).expect("it may run");
            fs::write(folder.join("token"), "secret-token").expect("a token");
            Self(folder)
        }

        fn path(&self, name: &str) -> String {
            self.0.join(name).display().to_string()
        }

        fn read(&self, name: &str) -> String {
            fs::read_to_string(self.0.join(name)).unwrap_or_default()
        }

        /// Runs the hook; whether it succeeded.
        fn run(&self, token: bool, log: &str) -> bool {
            let (token, log) = (token.then(|| self.path("token")), self.path(log));
            let port = Port::new(8080).expect("a port");
            let call = Call { port, token: token.as_deref(), grace_period: Some(40), log: &log };
            let words = Shell::Sh.command(SETTINGS.script(&call));
            let path = format!("{}:{}", self.0.display(), std::env::var("PATH").unwrap_or_default());
            let run = Command::new(&words[0])
                .args(&words[1..])
                .env("PATH", path)
                .stdin(std::process::Stdio::null())
                .output()
                .expect("a shell");
            assert_eq!(run.stdout, b"", "a hook's output is lost");
            run.status.success()
        }
    }

    impl Drop for Fake {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    #[test]
    fn the_call_names_rate_and_mode_and_ends_before_the_grace_period() {
        let fake = Fake::new("call", "exit 0");
        assert!(fake.run(false, "log"));
        let arguments = fake.read("curl.arguments");
        assert!(arguments.contains("--max-time\n35\n"), "{arguments}");
        let url = "http://127.0.0.1:8080/admin/v2/brokers/shutdown?maxConcurrentUnloadPerSec=7&forcedTerminateTopic=false\n";
        assert!(arguments.ends_with(url), "{arguments}");
        assert!(!arguments.contains("-H\n"), "{arguments}");
        assert_eq!(fake.read("log"), "");
    }

    #[test]
    fn the_token_is_sent_but_is_no_argument() {
        let fake = Fake::new("token", "exit 0");
        assert!(fake.run(true, "log"));
        assert_eq!(fake.read("curl.input"), "Authorization: Bearer secret-token");
        let arguments = fake.read("curl.arguments");
        assert!(arguments.contains("-H\n@-\n") && !arguments.contains("secret-token"), "{arguments}");
    }

    #[test]
    fn a_failed_call_is_logged_and_the_hook_succeeds() {
        for token in [false, true] {
            let fake = Fake::new("fails", "echo 'curl: (52) Empty reply from server' >&2; exit 52");
            assert!(fake.run(token, "log"));
            let log = fake.read("log");
            assert_eq!(
                log,
                "graceful shutdown: curl: (52) Empty reply from server; the stop signal follows\n"
            );
        }
    }

    #[test]
    fn a_hook_that_may_not_log_succeeds() {
        let fake = Fake::new("no-log", "exit 7");
        assert!(fake.run(false, "no/such/folder"));
    }

    #[test]
    fn the_wait_is_bounded_by_drain_and_grace_period() {
        for (grace, seconds) in
            [(None, 60), (Some(300), 60), (Some(65), 60), (Some(64), 59), (Some(5), 1), (Some(0), 1)]
        {
            assert_eq!(SETTINGS.seconds(grace), seconds, "{grace:?}");
        }
    }
}

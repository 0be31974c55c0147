//! Programs that run in a container of a pod.

use super::Api;
use crate::failure::{Failure, Refusal, named, reasons};
use k8s_openapi::api::core::v1::Pod;
use k8s_openapi::apimachinery::pkg::apis::meta::v1::Status;
use kube::api::{AttachParams, AttachedProcess};
use kube::client::UpgradeConnectionError;
use pulsarc_diff::Identity;
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncReadExt};

/// So much of each stream is kept.
const MOST: usize = 4 << 20;

/// What a program in a container did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Output {
    /// Its exit code.
    pub(crate) code: i32,
    /// What it wrote to standard output.
    pub(crate) stdout: String,
    /// What it wrote to standard error.
    pub(crate) stderr: String,
}

impl Api {
    /// Runs a program in a container to its end. It is started once: a failure leaves open whether it ran.
    pub(crate) async fn exec(
        &self,
        (pod, container): (&Identity, &str),
        command: &[String],
        limit: Duration,
    ) -> Result<Output, Failure> {
        let what = format!("run a program in {}", named(pod));
        let late = || Failure::Unreachable {
            what: what.clone(),
            why: format!("no answer in {} s", limit.as_secs()),
            tries: 1,
        };
        tokio::time::timeout(limit, self.run((pod, container), command, &what))
            .await
            .unwrap_or_else(|_| Err(late()))
    }

    async fn run(
        &self,
        (pod, container): (&Identity, &str),
        command: &[String],
        what: &str,
    ) -> Result<Output, Failure> {
        let namespace = pod.namespace.as_deref().unwrap_or_default();
        let client = self.connections.programs().map_err(|error| failed(what, &error))?;
        let pods: kube::Api<Pod> = kube::Api::namespaced(client, namespace);
        let params = AttachParams::default().container(container).stdin(false).stdout(true).stderr(true);
        let mut process =
            pods.exec(&pod.name, command, &params).await.map_err(|error| failed(what, &error))?;
        let lost = |why: String| Failure::Unreachable { what: what.to_owned(), why, tries: 1 };
        let (stdout, stderr, status) = ended(&mut process).await;
        let status = status.ok_or_else(|| lost("the connection to the pod was cut".to_owned()))?;
        let code = code(&status)
            .ok_or_else(|| lost(status.message.unwrap_or_else(|| "it did not start".to_owned())))?;
        let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
        Ok(Output { code, stdout: text(stdout), stderr: text(stderr) })
    }
}

/// Both streams, read side by side since either may fill its buffer, and how the program ended.
async fn ended(process: &mut AttachedProcess) -> (Vec<u8>, Vec<u8>, Option<Status>) {
    let (out, err, status) = (process.stdout(), process.stderr(), process.take_status());
    let status = async {
        match status {
            Some(status) => status.await,
            None => None,
        }
    };
    futures::join!(whole(out), whole(err), status)
}

/// A stream to its end. What exceeds the bound is read and dropped.
async fn whole(stream: Option<impl AsyncRead + Unpin>) -> Vec<u8> {
    let mut kept = Vec::new();
    let Some(mut stream) = stream else { return kept };
    let mut part = vec![0; 16 << 10];
    while let Ok(read) = stream.read(&mut part).await {
        if read == 0 {
            break;
        }
        let room = MOST.saturating_sub(kept.len());
        kept.extend(part.iter().take(read.min(room)));
    }
    kept
}

/// The exit code in the status of an ended program; none if it did not start.
fn code(status: &Status) -> Option<i32> {
    if status.status.as_deref() == Some("Success") {
        return Some(0);
    }
    let causes = status.details.as_ref()?.causes.as_ref()?;
    let cause = causes.iter().find(|cause| cause.reason.as_deref() == Some("ExitCode"))?;
    cause.message.as_ref()?.parse().ok()
}

fn failed(what: &str, error: &kube::Error) -> Failure {
    let refused = |status: u16, reason: &str, message: &str| Failure::Refused {
        what: what.to_owned(),
        refusal: Refusal {
            status,
            reason: reason.to_owned(),
            message: message.to_owned(),
            about: "pods/exec".into(),
            causes: Vec::new(),
        },
    };
    match error {
        kube::Error::UpgradeConnection(UpgradeConnectionError::ProtocolSwitch(status)) => {
            let reason = status.canonical_reason().unwrap_or_default();
            let message = if status.as_u16() == 403 { "pods/exec is forbidden" } else { reason };
            refused(status.as_u16(), reason, message)
        }
        kube::Error::Api(status) => refused(status.code, &status.reason, &status.message),
        other => Failure::Unreachable {
            what: what.to_owned(),
            why: reasons(other).pop().unwrap_or_default(),
            tries: 1,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn the_exit_code_is_in_the_status() {
        let status = |value| serde_json::from_value::<Status>(value).expect("it is a status");
        assert_eq!(code(&status(json!({"status": "Success"}))), Some(0));
        let ended = json!({"status": "Failure", "reason": "NonZeroExitCode",
            "details": {"causes": [{"reason": "ExitCode", "message": "22"}]}});
        assert_eq!(code(&status(ended)), Some(22));
        let absent = json!({"status": "Failure", "message": "executable file not found"});
        assert_eq!(code(&status(absent)), None);
    }
}

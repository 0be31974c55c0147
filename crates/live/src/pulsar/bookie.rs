//! What a bookie answers: about itself, about the others, and about autorecovery.

use super::{Call, Method, Place, call, failed, json};
use crate::api::{Api, Output};
use crate::failure::Failure;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

/// The state of a bookie.
pub(crate) const STATE: &str = "/api/v1/bookie/state";
/// The bookies that are registered: `type=rw` those that take writes, `type=ro` the others.
pub(crate) const REGISTERED: &str = "/api/v1/bookie/list_bookies";
/// Whether the cluster repairs ledgers.
pub(crate) const AUTORECOVERY: &str = "/api/v1/autorecovery/status";
/// The ledgers that lack a copy, as far as the auditor knows.
pub(crate) const UNDER_REPLICATED: &str = "/api/v1/autorecovery/list_under_replicated_ledger";
/// The bookie that looks for such ledgers.
pub(crate) const AUDITOR: &str = "/api/v1/autorecovery/who_is_auditor";

/// A status or a list of the metadata store may take so long.
const LIMIT: Duration = Duration::from_secs(60);

/// A bookie, by its own word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct BookieState {
    /// Whether it has started.
    pub(crate) running: bool,
    /// Whether it takes no new entries.
    pub(crate) read_only: bool,
    /// Whether it is stopping.
    pub(crate) shutting_down: bool,
}

/// What a bookie's disk says about whose it is. BookKeeper compares it with the metadata store as a bookie starts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Cookie {
    /// The id under which it is registered.
    pub(crate) id: String,
    /// The id of the cluster.
    pub(crate) instance: String,
    /// When it was written: a disk that was formatted has another time. Seconds since 1970.
    pub(crate) written: u64,
}

#[derive(Debug, Deserialize)]
struct Autorecovery {
    enabled: bool,
}

/// The state of a bookie.
pub(crate) async fn state(api: &Api, place: &Place) -> Result<BookieState, Failure> {
    json(api, place, &Call::new(Method::Get, STATE)).await
}

/// The ids of the registered bookies that take writes, or of those that do not.
pub(crate) async fn registered(
    api: &Api,
    place: &Place,
    writable: bool,
) -> Result<BTreeSet<String>, Failure> {
    let path = format!("{REGISTERED}?type={}", if writable { "rw" } else { "ro" });
    let found: BTreeMap<String, Option<String>> = json(api, place, &Call::new(Method::Get, path)).await?;
    Ok(found.into_keys().collect())
}

/// Whether the cluster repairs ledgers.
pub(crate) async fn autorecovery(api: &Api, place: &Place) -> Result<bool, Failure> {
    let asked = Call::new(Method::Get, AUTORECOVERY).within(LIMIT);
    json(api, place, &asked).await.map(|status: Autorecovery| status.enabled)
}

/// Lets the cluster repair ledgers, or not. It does no harm if it is sent twice.
pub(crate) async fn set_autorecovery(api: &Api, place: &Place, enabled: bool) -> Result<(), Failure> {
    let wanted = autorecovery_call(enabled).within(LIMIT);
    let status: Autorecovery = json(api, place, &wanted).await?;
    if status.enabled == enabled { Ok(()) } else { Err(failed(place, &wanted, "it stays as it was")) }
}

/// The call that does so.
pub(crate) fn autorecovery_call(enabled: bool) -> Call {
    Call::new(Method::Put, format!("{AUTORECOVERY}?enabled={enabled}"))
}

/// The ledgers that lack a copy. BookKeeper answers 404 if there are none, and also if it cannot know.
pub(crate) async fn under_replicated(api: &Api, place: &Place) -> Result<Vec<i64>, Failure> {
    let asked = Call::new(Method::Get, UNDER_REPLICATED).within(LIMIT);
    let answer = call(api, place, &asked).await?;
    ledgers(answer.status, &answer.body).map_err(|why| failed(place, &asked, &why))
}

fn ledgers(status: u16, body: &str) -> Result<Vec<i64>, String> {
    match status {
        200 => serde_json::from_str(body).map_err(|error| format!("unexpected answer: {error}")),
        404 if body.contains("No under replicated ledgers found") => Ok(Vec::new()),
        other => Err(unexpected(other, body)),
    }
}

/// The id of the auditor, if one is elected.
pub(crate) async fn auditor(api: &Api, place: &Place) -> Result<Option<String>, Failure> {
    let asked = Call::new(Method::Get, AUDITOR);
    let answer = call(api, place, &asked).await?;
    elected(answer.status, &answer.body).map_err(|why| failed(place, &asked, &why))
}

fn elected(status: u16, body: &str) -> Result<Option<String>, String> {
    match (status, body.trim().strip_prefix("Auditor: ")) {
        (200, Some(id)) => Ok(Some(id.to_owned())),
        (404, None) if body.contains("No auditor elected") => Ok(None),
        (other, _) => Err(unexpected(other, body)),
    }
}

fn unexpected(status: u16, body: &str) -> String {
    format!("status {status} {}", body.trim().chars().take(200).collect::<String>())
}

/// Prints when the cookie was written, and the cookie. Its first argument is the setting of the journals' folders.
const COOKIE: &str = r#"
eval "folders=\${PULSAR_PREFIX_$1:-\${$1:-data/bookkeeper/journal}}"
file=${folders%%,*}/current/VERSION
[ -f "$file" ] || exit 3
stat -c %Y "$file" && cat "$file"
"#;

/// The cookie on the first of its journal's disks.
pub(crate) async fn cookie(api: &Api, place: &Place) -> Result<Cookie, Failure> {
    let command = ["sh", "-c", COOKIE.trim(), "pulsarc", "journalDirectories"].map(str::to_owned);
    let output = api.exec((&place.pod, &place.container), &command, super::LIMIT).await?;
    read(&output).map_err(|why| Failure::Pulsar {
        pod: place.pod.name.clone(),
        call: "the cookie of its journal".to_owned(),
        why,
    })
}

fn read(output: &Output) -> Result<Cookie, String> {
    match output.code {
        0 => {}
        3 => return Err("there is none".to_owned()),
        code => return Err(format!("its shell ended with exit code {code}")),
    }
    let field = |name: &str| {
        let line = output.stdout.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(": "));
        line.map(|value| value.trim().trim_matches('"').to_owned()).ok_or_else(|| format!("it has no {name}"))
    };
    let written = output.stdout.lines().next().and_then(|line| line.trim().parse().ok());
    Ok(Cookie {
        id: field("bookieHost")?,
        instance: field("instanceId").unwrap_or_default(),
        written: written.ok_or("its time is not a number")?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::process::Command;

    // Recorded from BookKeeper 4.17.2.
    const STATE: &str = r#"{"running" : true, "readOnly" : false, "shuttingDown" : false, "availableForHighPriorityWrites" : true}"#;
    const VERSION: &str = "5\nbookieHost: \"pulsar-bookie-0.pulsar-bookie.pulsar.svc.cluster.local:3181\"\n\
        journalDir: \"/pulsar/data/bookkeeper/journal\"\nledgerDirs: \"1\\t/pulsar/data/bookkeeper/ledgers\"\n\
        instanceId: \"c3be0efb-99ec-46ff-a391-511dac8c2890\"\n";

    #[test]
    fn the_state_is_read() {
        let state: BookieState = serde_json::from_str(STATE).expect("it is one");
        assert_eq!(state, BookieState { running: true, read_only: false, shutting_down: false });
        assert!(serde_json::from_str::<BookieState>(r#"{"running": true}"#).is_err());
    }

    #[test]
    fn an_answer_that_lists_nothing_is_no_empty_list() {
        assert_eq!(ledgers(404, "No under replicated ledgers found"), Ok(Vec::new()));
        assert_eq!(ledgers(200, "[ 3, 14 ]"), Ok(vec![3, 14]));
        let lost = "Exception when get.KeeperErrorCode = ConnectionLoss for /ledgers/underreplication";
        assert!(ledgers(404, lost).is_err_and(|why| why.contains("ConnectionLoss")));
        assert!(ledgers(200, "null?").is_err() && ledgers(503, "").is_err());
    }

    #[test]
    fn an_error_is_no_missing_auditor() {
        assert_eq!(elected(200, "Auditor: 127.0.0.1:23182"), Ok(Some("127.0.0.1:23182".to_owned())));
        assert_eq!(elected(404, "No auditor elected"), Ok(None));
        assert!(elected(404, "Exception when get.ConnectionLoss").is_err());
    }

    #[test]
    fn the_cookie_of_a_disk_is_read() {
        let folder = std::env::temp_dir().join(format!("pulsarc-cookie-{}", std::process::id()));
        std::fs::create_dir_all(folder.join("current")).expect("a folder can be made");
        std::fs::write(folder.join("current/VERSION"), VERSION).expect("a file can be written");
        let run = |variable: &str, value: String| {
            let run = Command::new("sh")
                .args(["-c", COOKIE.trim(), "pulsarc", "journalDirectories"])
                .env(variable, value)
                .output()
                .expect("there is a shell");
            read(&Output {
                code: run.status.code().unwrap_or(-1),
                stdout: String::from_utf8_lossy(&run.stdout).into_owned(),
                stderr: String::new(),
            })
        };
        let both = format!("{},/another", folder.display());
        let found = run("PULSAR_PREFIX_journalDirectories", both).expect("there is one");
        assert_eq!(found.id, "pulsar-bookie-0.pulsar-bookie.pulsar.svc.cluster.local:3181");
        assert_eq!(found.instance, "c3be0efb-99ec-46ff-a391-511dac8c2890");
        assert!(found.written > 1_700_000_000);
        let absent = run("journalDirectories", "/nowhere".to_owned());
        assert_eq!(absent, Err("there is none".to_owned()));
        let _ = std::fs::remove_dir_all(folder);
    }
}

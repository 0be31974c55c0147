//! What a `ZooKeeper` server says about itself, by its four-letter words.

use super::Place;
use crate::api::{Api, Output};
use crate::failure::Failure;
use std::time::Duration;

/// The words that are sent, as messages name them.
pub(crate) const WORDS: &str = "mntr, srvr";

/// An answer may take so long. A loaded server collects its numbers for seconds.
const ANSWER: Duration = Duration::from_secs(15);

/// Two words, each on up to two addresses.
const LIMIT: Duration = Duration::from_secs(70);

/// Between the two answers.
const BETWEEN: &str = "\n--next--\n";

/// Sends both words to the client port, by the means of the shell. Its arguments are the setting of the port, its default, and how
/// many seconds an answer may take: half an answer is none. A server whose plain port is closed answers on its TLS port, to which it is its own client. Both addresses are tried, since
/// `clientPortAddress` may leave only one of them.
const SCRIPT: &str = r#"
setting() {
  local prefixed="PULSAR_PREFIX_$1"
  printf '%s' "${!prefixed:-${!1:-}}"
}
port=$(setting "$1"); port=${port:-$2}
limit=$3
tls=$(setting secureClientPort)
certificates=/pulsar/certs/zookeeper
host=$(hostname -f 2>/dev/null || hostname)
plain() {
  exec 3<>"/dev/tcp/$1/$port" && printf '%s' "$2" >&3 && timeout "$limit" cat <&3
}
secure() {
  { printf '%s\n' "$2"; sleep 1; } | timeout "$limit" openssl s_client -quiet -crlf -connect "$1:$tls" \
    -cert "$certificates/tls.crt" -key "$certificates/tls.key"
}
ask() {
  for address in "$host" 127.0.0.1; do
    answer=$( (plain "$address" "$1") 2>/dev/null) || answer=
    if [ -z "$answer" ] && [ -n "$tls" ]; then
      answer=$(secure "$address" "$1" 2>/dev/null)
      [ $? != 124 ] || answer=
    fi
    [ -z "$answer" ] || break
  done
  printf '%s\n' "$answer"
}
ask mntr
printf '%s\n' --next--
ask srvr
"#;

/// A server.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Server {
    /// What it is to the others.
    pub(crate) state: State,
    /// The last transaction that it has processed.
    pub(crate) zxid: u64,
}

/// What a server is to the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum State {
    /// It leads.
    Leader {
        /// How many followers are in sync with it.
        synced: u64,
        /// How many of them it still has to bring up to date.
        pending: u64,
    },
    /// It follows a leader, and has everything that the leader had as it joined.
    Follower,
    /// It knows no other servers.
    Alone,
    /// It looks for a leader, or is being brought up to date: it serves nobody.
    Joining,
}

/// What the server in a pod says.
pub(crate) async fn ask(api: &Api, place: &Place) -> Result<Server, Failure> {
    let endpoint = &place.endpoint;
    let (port, seconds) = (endpoint.default_port.to_string(), ANSWER.as_secs().to_string());
    let command = ["bash", "-c", SCRIPT.trim(), "pulsarc", endpoint.port, &port, &seconds].map(str::to_owned);
    let output = api.exec((&place.pod, &place.container), &command, LIMIT).await?;
    server(&output).map_err(|why| Failure::Pulsar {
        pod: place.pod.name.clone(),
        call: WORDS.to_owned(),
        why,
    })
}

fn server(output: &Output) -> Result<Server, String> {
    if output.code != 0 {
        return Err(match output.code {
            126 | 127 => "the image has no bash".to_owned(),
            code => format!("its shell ended with exit code {code}"),
        });
    }
    let (monitor, status) = output.stdout.split_once(BETWEEN).unwrap_or_default();
    for answer in [monitor, status] {
        if answer.contains("not currently serving requests") {
            return Ok(Server { state: State::Joining, zxid: 0 });
        }
        if answer.contains("not in the whitelist") {
            return Err("4lw.commands.whitelist has to allow mntr and srvr".to_owned());
        }
    }
    if monitor.trim().is_empty() {
        return Err("no answer on its client port".to_owned());
    }
    let value = |key: &str| monitor.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix('\t'));
    let number = |key: &str| {
        let text = value(key).ok_or_else(|| format!("its answer has no {key}"))?;
        // Pulsar's servers have another provider of metrics, which writes 2.0.
        let whole = text.trim();
        whole
            .strip_suffix(".0")
            .unwrap_or(whole)
            .parse::<u64>()
            .map_err(|_| format!("its answer has no number as {key}"))
    };
    let zxid = status.lines().find_map(|line| line.strip_prefix("Zxid: 0x"));
    let zxid = zxid.and_then(|text| u64::from_str_radix(text.trim(), 16).ok());
    let zxid = zxid.ok_or("its answer has no Zxid")?;
    let in_sync = value("zk_peer_state").is_none_or(|state| state.contains("broadcast"));
    let state = match value("zk_server_state").map(str::trim) {
        Some("leader") if in_sync => {
            State::Leader { synced: number("zk_synced_followers")?, pending: number("zk_pending_syncs")? }
        }
        Some("follower") if in_sync => State::Follower,
        Some("leader" | "follower") => State::Joining,
        Some("standalone") => State::Alone,
        Some(other) => {
            return Err(format!("unexpected state {}", other.chars().take(40).collect::<String>()));
        }
        None => return Err("its answer has no zk_server_state".to_owned()),
    };
    Ok(Server { state, zxid })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Read, Write};
    use std::net::TcpListener;
    use std::process::Command;

    fn answer(monitor: &str, status: &str) -> Result<Server, String> {
        let stdout = format!("{monitor}{BETWEEN}{status}\n");
        server(&Output { code: 0, stdout, stderr: String::new() })
    }

    // Recorded from ZooKeeper 3.9.4, the lines that are read and some others.
    const LEADER: &str = "zk_server_state\tleader\nzk_peer_state\tleading - broadcast\nzk_synced_followers\t2\n\
        zk_synced_non_voting_followers\t0\nzk_synced_observers\t0\nzk_pending_syncs\t0\nzk_quorum_size\t3";
    const FOLLOWER: &str =
        "zk_server_state\tfollower\nzk_peer_state\tfollowing - broadcast\nzk_quorum_size\t3";
    const STATUS: &str = "Outstanding: 0\nZxid: 0x100000047\nMode: follower\nNode count: 5";

    #[test]
    fn the_state_and_the_position_are_read() {
        let read = |monitor| answer(monitor, STATUS).map(|server| (server.state, server.zxid));
        let zxid = 0x1_0000_0047;
        assert_eq!(read(LEADER), Ok((State::Leader { synced: 2, pending: 0 }, zxid)));
        assert_eq!(read(FOLLOWER), Ok((State::Follower, zxid)));
        assert_eq!(read("zk_server_state\tstandalone\nzk_znode_count\t5"), Ok((State::Alone, zxid)));
        let of_pulsar = LEADER.replace("\t2", "\t2.0").replace("\t0", "\t0.0");
        assert_eq!(read(&of_pulsar), Ok((State::Leader { synced: 2, pending: 0 }, zxid)));
        let syncing = FOLLOWER.replace("broadcast", "synchronization");
        assert_eq!(read(&syncing), Ok((State::Joining, zxid)));
        assert!(read(&FOLLOWER.replace("follower", "observer\u{1b}[2J")).is_err());
    }

    #[test]
    fn a_server_without_a_leader_is_joining() {
        let text = "This ZooKeeper instance is not currently serving requests";
        assert_eq!(answer(text, text), Ok(Server { state: State::Joining, zxid: 0 }));
    }

    #[test]
    fn no_answer_is_no_state() {
        assert_eq!(answer("", ""), Err("no answer on its client port".to_owned()));
        let forbidden = "mntr is not executed because it is not in the whitelist.";
        assert!(answer(forbidden, forbidden).is_err_and(|why| why.contains("whitelist")));
        assert_eq!(answer(LEADER, ""), Err("its answer has no Zxid".to_owned()));
        let output = Output { code: 127, stdout: String::new(), stderr: String::new() };
        assert_eq!(server(&output), Err("the image has no bash".to_owned()));
    }

    /// What the script prints if this answers on the port that the environment sets.
    fn asked(answer: fn(Box<dyn Write + Send>, [u8; 4])) -> Option<String> {
        let listener = TcpListener::bind("0.0.0.0:0").ok()?;
        let port = listener.local_addr().ok()?.port().to_string();
        std::thread::spawn(move || {
            for mut stream in listener.incoming().flatten() {
                let mut word = [0; 4];
                let _ = stream.read_exact(&mut word);
                answer(Box::new(stream), word);
            }
        });
        let run = Command::new("bash")
            .args(["-c", SCRIPT.trim(), "pulsarc", "clientPort", "1", "1"])
            .env("PULSAR_PREFIX_clientPort", &port)
            .output()
            .ok()?;
        Some(String::from_utf8_lossy(&run.stdout).into_owned())
    }

    #[test]
    fn the_script_sends_each_word_to_the_port_of_the_pod() {
        let said = asked(|mut stream, word| {
            let _ = stream.write_all(&[b"heard ".as_slice(), &word].concat());
        });
        let Some(said) = said else { return };
        assert_eq!(said, format!("heard mntr{BETWEEN}heard srvr\n"));
    }

    #[test]
    fn half_an_answer_is_none() {
        let said = asked(|mut stream, _| {
            let _ = stream.write_all(b"zk_server_state\tfollower\n");
            std::thread::spawn(move || {
                std::thread::sleep(Duration::from_secs(20));
                drop(stream);
            });
        });
        let Some(said) = said else { return };
        assert!(!said.contains("zk_server_state"), "{said}");
    }
}

//! The servers of an ensemble that spans clusters are `host:port:port` each, and named once.

use super::SERVER_LIST;
use crate::facts::given;
use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// A list of `ZooKeeper` servers that `ZooKeeper` cannot read.
pub(crate) static CODE: Code = Code {
    id: "PUL0210",
    severity: Severity::Error,
    title: "malformed ZooKeeper server list",
    page: include_str!("server_list.md"),
};

/// Each entry becomes a `server.N` of zookeeper.conf. The first that is wrong is reported, with the number of others.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    let Some(list) = given(cluster, SERVER_LIST).filter(|_| cluster.runs_zookeeper()) else { return };
    let mut wrong = wrong(&list);
    let Some(first) = wrong.next() else { return };
    let others = match wrong.count() {
        0 => String::new(),
        others => format!(", and so on for {others} more"),
    };
    let finding = Diagnostic::new(&CODE, format!("{first}{others}")).help(
        "write host:2888:3888 for each server, with the ports for followers and elections, separated by commas",
    );
    found.push(cluster.point(finding, &[(SERVER_LIST, "")]));
}

/// What is wrong with the entries of a list.
fn wrong(list: &str) -> impl Iterator<Item = String> {
    let entries: Vec<&str> = list.split(',').map(str::trim).collect();
    (0..entries.len()).filter_map(move |at| {
        let entry = entries[at];
        let twice = entries[..at].contains(&entry);
        match misread(entry) {
            Some(why) => Some(format!("invalid ZooKeeper server {entry:?}: {why}")),
            None => twice.then(|| format!("the server {entry:?} is listed twice and would count as two")),
        }
    })
}

/// Whether `ZooKeeper` can read a list.
pub(crate) fn is_read(list: &str) -> bool {
    wrong(list).next().is_none()
}

/// What is wrong with an entry: `host:port:port`, with a role and a client's port where given. Several addresses of a
/// server stand with `|` between them.
fn misread(entry: &str) -> Option<&'static str> {
    if entry.contains('=') {
        return Some("its number must not be written here");
    }
    let servers = entry.split(';').next().unwrap_or_default();
    servers.split('|').find_map(address)
}

fn address(address: &str) -> Option<&'static str> {
    let (host, ports) = match address.strip_prefix('[') {
        Some(rest) => rest.split_once("]:")?,
        None => match address.split_once(':') {
            Some(pair) => pair,
            None if address.is_empty() => return Some("it is empty"),
            None => return Some("it has no ports"),
        },
    };
    if host.is_empty() || host.contains(|c: char| c.is_whitespace() || c == '/') {
        return Some("it has no host name");
    }
    let words: Vec<&str> = ports.split(':').collect();
    let is_port = |part: &&str| part.parse::<u16>().is_ok_and(|port| port > 0);
    match words[..] {
        [follower, election] if is_port(&follower) && is_port(&election) => None,
        [follower, election, "participant" | "observer"] if is_port(&follower) && is_port(&election) => None,
        [_] => Some("it needs two ports and has one"),
        [_, _] => Some("its ports are not numbers from 1 to 65535"),
        _ => Some("it has more parts than a host and two ports"),
    }
}

#[cfg(test)]
mod tests {
    use super::misread;

    #[test]
    fn entries_are_read_as_zookeeper_reads_them() {
        for good in [
            "zk-0.zk:2888:3888",
            "zk-0:2888:3888:observer",
            "a:2888:3888:participant;2181",
            "[::1]:1:2",
            "a:1:2|b:1:2",
        ] {
            assert_eq!(misread(good), None, "{good}");
        }
        for bad in [
            "",
            "zk-0.other",
            "zk-0:2181",
            "zk-0:2888:x",
            "zk-0:2888:99999",
            ":1:2",
            "server.1=a:1:2",
            "a:1:2:3",
        ] {
            assert!(misread(bad).is_some(), "{bad}");
        }
    }
}

//! Which server of a `ZooKeeper` ensemble may restart next.

use crate::pulsar::zookeeper::{Server, State};

/// A server of the ensemble, and the pod that it runs in.
#[derive(Debug, Clone)]
pub(super) struct Member {
    /// The name of its pod.
    pub(super) name: String,
    /// Whether the pod has to restart.
    pub(super) outdated: bool,
    /// What it says; or why it says nothing.
    pub(super) server: Result<Server, String>,
}

/// What comes next.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Next {
    /// Nothing: every server is new and in sync.
    Done,
    /// This one restarts, by its place among the members.
    Restart(usize),
    /// Something has to happen first.
    Wait(String),
}

/// The server that leads, if there is exactly one.
pub(super) fn leader(members: &[Member]) -> Option<usize> {
    let leads = |member: &Member| matches!(member.server, Ok(Server { state: State::Leader { .. }, .. }));
    let mut all = members.iter().enumerate().filter(|(_, member)| leads(member)).map(|(at, _)| at);
    all.next().filter(|_| all.next().is_none())
}

/// How far the leader, or the only server, has come.
pub(super) fn position(members: &[Member]) -> Option<u64> {
    let of = |member: &Member| member.server.as_ref().ok().map(|server| server.zxid);
    match members {
        [only] => of(only),
        _ => members.get(leader(members)?).and_then(of),
    }
}

/// The next restart: followers before the leader, the highest ordinal first. `before` is the leader's position as it was asked
/// the time before, which every follower has to have reached. `is_patient` is false once a server has been missing for so long
/// that it will not rejoin.
pub(super) fn choose(members: &[Member], before: Option<u64>, is_patient: bool) -> Next {
    let outdated = |member: &&(usize, &Member)| member.1.outdated;
    let all: Vec<(usize, &Member)> = members.iter().enumerate().collect();
    // The first of several servers runs alone until it restarts with the list that has the others, which wait for it.
    let alone =
        |member: &&(usize, &Member)| matches!(member.1.server, Ok(Server { state: State::Alone, .. }));
    if let Some((at, _)) = all.iter().filter(alone).find(outdated).filter(|_| members.len() > 1) {
        return Next::Restart(*at);
    }
    match unsafe_because(members, before) {
        None => {
            let leader = leader(members);
            let followers = all.iter().rev().filter(outdated).find(|(at, _)| Some(*at) != leader);
            let last = leader.and_then(|at| all.get(at)).filter(outdated);
            followers.or(last).map_or(Next::Done, |(at, _)| Next::Restart(*at))
        }
        Some(why) => {
            // A server that serves nobody is not missed while it restarts, and the newest template may be what it needs.
            let missing = all.iter().rev().filter(outdated).find(|(_, member)| is_missing(member));
            match missing {
                Some((at, _)) if !is_patient => Next::Restart(*at),
                _ => Next::Wait(why),
            }
        }
    }
}

fn is_missing(member: &Member) -> bool {
    !matches!(&member.server, Ok(server) if server.state != State::Joining)
}

/// Why no server may restart now; none if all of them follow one leader and have what it has.
fn unsafe_because(members: &[Member], before: Option<u64>) -> Option<String> {
    for member in members {
        match &member.server {
            Err(why) => return Some(format!("{}: {why}", member.name)),
            Ok(server) if server.state == State::Joining => {
                return Some(format!("{} has not joined the ensemble", member.name));
            }
            Ok(server) if server.state == State::Alone && members.len() > 1 => {
                return Some(format!("{} runs alone", member.name));
            }
            Ok(_) => {}
        }
    }
    if members.len() == 1 {
        return None;
    }
    let Some(leading) = leader(members).and_then(|at| members.get(at)) else {
        return Some("the servers do not agree on a leader".to_owned());
    };
    let followers = members.len() - 1;
    if let Ok(Server { state: State::Leader { synced, pending }, .. }) = leading.server
        && (synced < u64::try_from(followers).unwrap_or(u64::MAX) || pending > 0)
    {
        return Some(format!("{synced} of {followers} followers are in sync with {}", leading.name));
    }
    let Some(before) = before else { return Some("the servers are compared".to_owned()) };
    // A leader's position counts its term from 0, and no follower is there before the first transaction.
    let first = before & u64::from(u32::MAX) == 0;
    let behind =
        members.iter().find(|member| !first && member.server.as_ref().is_ok_and(|own| own.zxid < before));
    behind.map(|member| format!("{} is behind the leader", member.name))
}

#[cfg(test)]
mod tests {
    use super::*;

    const LEADS: State = State::Leader { synced: 2, pending: 0 };

    fn members(states: &[(State, u64, bool)]) -> Vec<Member> {
        let member = |(at, (state, zxid, outdated)): (usize, &(State, u64, bool))| Member {
            name: format!("zk-{at}"),
            outdated: *outdated,
            server: Ok(Server { state: *state, zxid: *zxid }),
        };
        states.iter().enumerate().map(member).collect()
    }

    fn next_of(states: &[(State, u64, bool)]) -> Next {
        choose(&members(states), Some(0x1_0000_0005), true)
    }

    const AT: u64 = 0x1_0000_0005;

    #[test]
    fn followers_restart_from_the_highest_and_the_leader_last() {
        use State::Follower;
        let all = [(Follower, AT, true), (LEADS, AT, true), (Follower, AT, true)];
        assert_eq!(next_of(&all), Next::Restart(2));
        let two = [(Follower, AT, true), (LEADS, AT, true), (Follower, AT, false)];
        assert_eq!(next_of(&two), Next::Restart(0));
        let one = [(Follower, AT, false), (LEADS, AT, true), (Follower, AT, false)];
        assert_eq!(next_of(&one), Next::Restart(1));
        let none = [(LEADS, AT, false), (Follower, AT, false), (Follower, AT, false)];
        assert_eq!(next_of(&none), Next::Done);
    }

    #[test]
    fn nothing_restarts_while_a_server_is_missing_or_behind() {
        use State::{Follower, Joining};
        let wait = |states: &[(State, u64, bool)], words: &str| match next_of(states) {
            Next::Wait(why) => assert!(why.contains(words), "{why}"),
            other => panic!("{other:?}"),
        };
        wait(&[(Follower, AT, true), (LEADS, AT, true), (Joining, 0, false)], "zk-2 has not joined");
        wait(&[(Follower, AT, true), (LEADS, AT, true), (Follower, AT - 1, false)], "zk-2 is behind");
        let one = State::Leader { synced: 1, pending: 0 };
        wait(&[(Follower, AT, true), (one, AT, true), (Follower, AT, true)], "1 of 2 followers");
        let pending = State::Leader { synced: 2, pending: 1 };
        wait(&[(Follower, AT, true), (pending, AT, true), (Follower, AT, true)], "in sync");
        wait(&[(Follower, AT, true), (Follower, AT, true), (Follower, AT, true)], "agree on a leader");
        wait(&[(LEADS, AT, true), (LEADS, AT, true), (Follower, AT, true)], "agree on a leader");
        let once = members(&[(Follower, AT, true), (LEADS, AT, true), (Follower, AT, true)]);
        assert!(matches!(choose(&once, None, true), Next::Wait(_)), "the position was asked once only");
    }

    #[test]
    fn followers_are_nowhere_before_the_first_transaction_of_a_term() {
        let new =
            members(&[(State::Follower, 7, true), (LEADS, 0x2_0000_0000, true), (State::Follower, 7, true)]);
        assert_eq!(choose(&new, Some(0x2_0000_0000), true), Next::Restart(2));
    }

    #[test]
    fn a_missing_server_restarts_once_waiting_is_pointless() {
        let mut some =
            members(&[(State::Follower, AT, true), (LEADS, AT, true), (State::Follower, AT, true)]);
        some[0].server = Err("no answer".to_owned());
        assert_eq!(choose(&some, Some(AT), true), Next::Wait("zk-0: no answer".to_owned()));
        assert_eq!(choose(&some, Some(AT), false), Next::Restart(0), "it is the one that serves nobody");
        some[0].outdated = false;
        assert!(
            matches!(choose(&some, Some(AT), false), Next::Wait(_)),
            "it has the newest template already"
        );
    }

    #[test]
    fn a_single_server_restarts_alone_or_to_meet_the_others() {
        let only = members(&[(State::Alone, AT, true)]);
        assert_eq!(choose(&only, None, true), Next::Restart(0));
        assert_eq!(position(&only), Some(AT));
        let grown = [(State::Alone, AT, true), (State::Joining, 0, false)];
        assert_eq!(next_of(&grown), Next::Restart(0));
        let stays = [(State::Alone, AT, false), (State::Joining, 0, false)];
        assert_eq!(next_of(&stays), Next::Wait("zk-0 runs alone".to_owned()));
    }
}

//! Which bookie may restart next.

use crate::pulsar::bookie::Cookie;

/// A bookie, and the pod that it runs in.
#[derive(Debug, Clone)]
pub(super) struct Bookie {
    /// The name of its pod.
    pub(super) name: String,
    /// Whether the pod has to restart.
    pub(super) outdated: bool,
    /// What it does; or why it does nothing.
    pub(super) condition: Result<Condition, String>,
}

/// What a bookie does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Condition {
    /// It takes entries.
    Writable,
    /// It gives entries, and takes no new ones.
    ReadOnly,
}

/// What comes next.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Next {
    /// Nothing: every bookie is new and writable.
    Done,
    /// This one restarts, by its place among the bookies.
    Restart(usize),
    /// Something has to happen first.
    Wait(String),
}

/// The next restart: the highest ordinal first. No bookie is special: another one becomes the auditor at once if that restarts. One
/// that serves nobody goes first, and then one that is read-only, since their configuration may be what changes that. `is_patient`
/// is false once a bookie has been missing for so long that it will not come back.
pub(super) fn choose(bookies: &[Bookie], is_patient: bool) -> Next {
    let last = |is: fn(&Bookie) -> bool| {
        bookies.iter().enumerate().rev().find(|(_, bookie)| is(bookie)).map(|(at, _)| at)
    };
    if let Some((name, why)) =
        bookies.iter().find_map(|bookie| Some((&bookie.name, bookie.condition.as_ref().err()?)))
    {
        let missing = last(|bookie| bookie.outdated && bookie.condition.is_err());
        return match missing {
            Some(at) if !is_patient => Next::Restart(at),
            _ => Next::Wait(format!("{name}: {why}")),
        };
    }
    let is_read_only = |bookie: &Bookie| bookie.condition == Ok(Condition::ReadOnly);
    if let Some(first) = bookies.iter().find(|bookie| is_read_only(bookie)) {
        let read_only = last(|bookie| bookie.outdated && bookie.condition == Ok(Condition::ReadOnly));
        return read_only.map_or_else(|| Next::Wait(format!("{} is read-only", first.name)), Next::Restart);
    }
    last(|bookie| bookie.outdated).map_or(Next::Done, Next::Restart)
}

/// Why a bookie is not the one from before its restart; none if it is.
pub(super) fn another(before: &Cookie, now: &Cookie) -> Option<String> {
    if before.id != now.id {
        return Some(format!("its id is {} and was {}", now.id, before.id));
    }
    if before.instance != now.instance {
        return Some("its cookie is of another cluster".to_owned());
    }
    (before.written != now.written)
        .then(|| "its cookie was written anew: its disk is not the one from before".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bookies(all: &[(bool, Result<Condition, &str>)]) -> Vec<Bookie> {
        let bookie = |(at, (outdated, condition)): (usize, &(bool, Result<Condition, &str>))| Bookie {
            name: format!("bookie-{at}"),
            outdated: *outdated,
            condition: condition.map_err(str::to_owned),
        };
        all.iter().enumerate().map(bookie).collect()
    }

    const WRITABLE: Result<Condition, &str> = Ok(Condition::Writable);
    const READ_ONLY: Result<Condition, &str> = Ok(Condition::ReadOnly);

    #[test]
    fn bookies_restart_from_the_highest_while_all_are_writable() {
        let all = bookies(&[(true, WRITABLE), (true, WRITABLE), (false, WRITABLE)]);
        assert_eq!(choose(&all, true), Next::Restart(1));
        assert_eq!(choose(&bookies(&[(false, WRITABLE)]), true), Next::Done);
    }

    #[test]
    fn nothing_restarts_while_a_new_bookie_is_missing_or_read_only() {
        let missing = bookies(&[(true, WRITABLE), (false, Err("it is not ready"))]);
        assert_eq!(choose(&missing, true), Next::Wait("bookie-1: it is not ready".to_owned()));
        assert_eq!(choose(&missing, false), choose(&missing, true), "its template is the newest already");
        let full = bookies(&[(true, WRITABLE), (false, READ_ONLY)]);
        assert_eq!(choose(&full, true), Next::Wait("bookie-1 is read-only".to_owned()));
    }

    #[test]
    fn what_a_new_template_may_mend_goes_first() {
        let missing = bookies(&[(true, Err("it is not ready")), (true, WRITABLE), (false, WRITABLE)]);
        assert!(matches!(choose(&missing, true), Next::Wait(_)));
        assert_eq!(choose(&missing, false), Next::Restart(0));
        let full = bookies(&[(true, READ_ONLY), (true, WRITABLE)]);
        assert_eq!(choose(&full, true), Next::Restart(0));
    }

    #[test]
    fn a_bookie_is_the_one_from_before_by_its_cookie() {
        let cookie = |id: &str, instance: &str, written| Cookie {
            id: id.to_owned(),
            instance: instance.to_owned(),
            written,
        };
        let before = cookie("a:3181", "c", 7);
        assert_eq!(another(&before, &before.clone()), None);
        for (now, words) in [
            (cookie("b:3181", "c", 7), "was a:3181"),
            (cookie("a:3181", "d", 7), "cluster"),
            (cookie("a:3181", "c", 8), "disk"),
        ] {
            assert!(another(&before, &now).is_some_and(|why| why.contains(words)));
        }
    }
}

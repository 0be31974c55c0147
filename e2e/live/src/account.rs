//! What a client did, and how long it could not.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

/// An event of a client: a message that was stored, or received.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Event {
    topic: usize,
    number: u64,
    /// When it was sent and when this happened, in milliseconds of the clock.
    sent: u64,
    now: u64,
}

/// The events of a client, in order.
#[derive(Debug, Clone, Default)]
pub struct Account {
    events: Vec<Event>,
    errors: usize,
}

/// The longest time in which a client could not do its work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Interruption {
    /// Between two events of one topic.
    pub gap: Duration,
    /// Between a message's sending and its event.
    pub delay: Duration,
}

impl Account {
    /// Reads a client's log: `EVENT TOPIC NUMBER SENT NOW` on a line, among lines of others.
    pub fn read(log: &str) -> Self {
        let mut account = Self::default();
        for line in log.lines() {
            let mut words = line.split(' ');
            match words.next() {
                Some("acked" | "received") => account.events.extend(event(words)),
                Some("error" | "failed") => account.errors += 1,
                _ => {}
            }
        }
        account
    }

    /// How many messages failed after all retries.
    pub fn errors(&self) -> usize {
        self.errors
    }

    /// How many events there were.
    pub fn len(&self) -> usize {
        self.events.len()
    }

    /// Whether there was none.
    pub fn is_empty(&self) -> bool {
        self.events.is_empty()
    }

    /// How many topics had one.
    pub fn topics(&self) -> usize {
        self.by_topic().len()
    }

    /// How many messages came more than once.
    pub fn duplicates(&self) -> usize {
        let distinct: usize = self.by_topic().values().map(|events| numbers(events).len()).sum();
        self.events.len() - distinct
    }

    /// How many first receptions came after that of a later message.
    pub fn out_of_order(&self) -> usize {
        let count = |events: &Vec<Event>| {
            let mut seen = BTreeSet::new();
            let late = |event: &&Event| {
                let overtaken = seen.last().is_some_and(|last| *last > event.number);
                seen.insert(event.number) && overtaken
            };
            events.iter().filter(late).count()
        };
        self.by_topic().values().map(count).sum()
    }

    /// The messages of this account that the other lacks, as topic and number: what the broker confirmed to a producer, and its
    /// consumer never got.
    pub fn missing_in(&self, other: &Self) -> Vec<(usize, u64)> {
        let there = other.by_topic();
        let none = Vec::new();
        let mut missing = Vec::new();
        for (topic, events) in self.by_topic() {
            let got = numbers(there.get(&topic).unwrap_or(&none));
            missing.extend(numbers(&events).difference(&got).map(|number| (topic, *number)));
        }
        missing
    }

    /// The longest interruption of any topic.
    pub fn longest(&self) -> Interruption {
        let mut gap = 0;
        for events in self.by_topic().values() {
            let pairs = events.windows(2).map(|pair| pair[1].now.saturating_sub(pair[0].now));
            gap = gap.max(pairs.max().unwrap_or(0));
        }
        let delays = self.events.iter().map(|event| event.now.saturating_sub(event.sent));
        Interruption {
            gap: Duration::from_millis(gap),
            delay: Duration::from_millis(delays.max().unwrap_or(0)),
        }
    }

    /// The events from a time on, in milliseconds of the clock: what a test did before does not count.
    #[must_use]
    pub fn since(&self, start: u64) -> Self {
        let events = self.events.iter().filter(|event| event.now >= start).copied().collect();
        Self { events, errors: self.errors }
    }

    fn by_topic(&self) -> BTreeMap<usize, Vec<Event>> {
        let mut topics: BTreeMap<usize, Vec<Event>> = BTreeMap::new();
        for event in &self.events {
            topics.entry(event.topic).or_default().push(*event);
        }
        topics
    }
}

fn numbers(events: &[Event]) -> BTreeSet<u64> {
    events.iter().map(|event| event.number).collect()
}

fn event<'a>(mut words: impl Iterator<Item = &'a str>) -> Option<Event> {
    let mut next = || words.next()?.parse::<u64>().ok();
    let (topic, number, sent, now) = (next()?, next()?, next()?, next()?);
    Some(Event { topic: usize::try_from(topic).ok()?, number, sent, now })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_cut_short_is_no_event() {
        let account = Account::read("acked 0 1 100 110\nINFO acked\nreceived 0 2\nerror 0 3 1 2\n");
        assert_eq!((account.len(), account.errors()), (1, 1));
    }

    #[test]
    fn the_longest_gap_is_of_one_topic() {
        let account =
            Account::read("acked 0 0 0 100\nacked 1 0 0 200\nacked 0 1 300 400\nacked 1 1 390 410\n");
        let longest = account.longest();
        assert_eq!(longest.gap, Duration::from_millis(300));
        assert_eq!(longest.delay, Duration::from_millis(200));
    }

    #[test]
    fn missing_duplicate_and_late_messages_are_counted() {
        let sent = Account::read("acked 0 0 0 1\nacked 0 1 0 1\nacked 0 2 0 1\nacked 1 0 0 1\n");
        let got = Account::read("received 0 0 0 1\nreceived 0 2 0 1\nreceived 0 1 0 1\nreceived 0 1 0 1\n");
        assert_eq!(sent.missing_in(&got), [(1, 0)]);
        assert_eq!((got.duplicates(), got.out_of_order()), (1, 1));
    }
}

//! What it means to add and to remove pods of a component. Each component publishes it about itself, and a diff reads it.

/// What the number of a component's pods means for those that use them.
#[derive(Debug, Clone, Copy)]
pub struct Departure {
    /// How the pods share what they hold.
    pub members: Members,
    /// What happens as one pod leaves and others stay; empty for nothing: "its topics move to other brokers".
    pub one: &'static str,
    /// What ends with the last pod, if anybody misses it.
    pub last: Option<Ending>,
    /// The commands that remove one pod, if more than a smaller number is needed.
    pub drain: Option<fn(&Leaving<'_>) -> Vec<String>>,
}

/// How the pods of a component share what they hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Members {
    /// Every pod can take over from every other one.
    Alike,
    /// Every pod has a copy of everything, and a majority decides: two numbers of pods mix safely only if every majority of
    /// one has a pod in common with every majority of the other.
    Voters,
    /// Every pod holds a part, with copies on some others.
    Holders,
}

/// What ends with the last pod of a component.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// Messages are no longer safe, and why.
    Messages(&'static str),
    /// Clients have nothing to talk to, and which.
    Clients(&'static str),
}

/// A pod that leaves: the last one of its StatefulSet.
#[derive(Debug, Clone, Copy)]
pub struct Leaving<'a> {
    /// The name of the StatefulSet.
    pub set: &'a str,
    /// The namespace.
    pub namespace: &'a str,
    /// The number of the pod, which is also how many remain.
    pub ordinal: u64,
}

impl Departure {
    /// That of pods that nobody misses.
    pub const UNNOTICED: Self = Self { members: Members::Alike, one: "", last: None, drain: None };
}

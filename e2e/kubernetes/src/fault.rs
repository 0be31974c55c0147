//! Faults of an API server, drawn by a seed.

use crate::proxy::{Sent, Verdict};
use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::time::Duration;

/// A fault that passes: what it happens to succeeds when it is tried again.
const PASSING: [Verdict; 9] = [
    Verdict::Answer(409, None),
    Verdict::Answer(429, Some(1)),
    Verdict::Answer(429, None),
    Verdict::Answer(500, None),
    Verdict::Answer(503, None),
    Verdict::CutRequest,
    Verdict::CutAnswer,
    Verdict::CutBody,
    Verdict::Stall(Duration::from_millis(300)),
];

/// Numbers that a seed determines.
#[derive(Debug, Clone)]
pub struct Dice(u64);

impl Dice {
    /// Starts at a seed.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number below a bound.
    pub fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^= mixed >> 31;
        usize::try_from(mixed % bound.max(1) as u64).unwrap_or_default()
    }
}

/// Faults at one request of so many, the same ones for the same seed. What happens to a request depends on the seed, its
/// method, its path and how often it was tried, so that the order of concurrent requests does not matter. The third try
/// of a request always succeeds.
pub fn faults(seed: u64, one_of: usize) -> impl FnMut(&Sent) -> Verdict + Send + 'static {
    let mut tries: BTreeMap<(String, String, bool), u32> = BTreeMap::new();
    move |sent| {
        let count = tries.entry((sent.method.clone(), sent.path.clone(), sent.dry_run)).or_default();
        *count += 1;
        if count.is_multiple_of(3) {
            return Verdict::Pass;
        }
        let mut hash = DefaultHasher::new();
        (seed, &sent.method, &sent.path, sent.dry_run, *count).hash(&mut hash);
        let mut dice = Dice::new(hash.finish());
        if dice.below(one_of) > 0 { Verdict::Pass } else { PASSING[dice.below(PASSING.len())] }
    }
}

/// The server is there for so many requests, and gone from then on.
pub fn gone_from(number: usize) -> impl FnMut(&Sent) -> Verdict + Send + 'static {
    move |sent| if sent.number < number { Verdict::Pass } else { Verdict::CutRequest }
}

/// Every request that can change an object is answered so; the others pass.
pub fn no_change_but(status: u16) -> impl FnMut(&Sent) -> Verdict + Send + 'static {
    move |sent| if sent.is_mutating() { Verdict::Answer(status, None) } else { Verdict::Pass }
}

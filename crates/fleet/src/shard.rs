//! Which part of a fleet a run builds.
//!
//! A cluster's shard follows from its name alone: the first eight bytes of the name's SHA-256, as a big-endian number,
//! modulo the number of shards. This is a promise: other versions and other machines give the same, and a cluster that
//! comes or goes moves no other one.

use sha2::{Digest, Sha256};
use std::fmt;
use std::num::NonZeroU64;
use std::str::FromStr;

/// One of the parts that a fleet is split into.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shard {
    /// Which part, counted from 1.
    number: u64,
    /// How many parts there are.
    of: NonZeroU64,
}

/// A text that names no shard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("write the number of this shard and the number of shards, such as 1/4 to 4/4")]
pub struct NotAShard;

impl Shard {
    /// Whether the cluster of this name belongs to the part.
    pub fn holds(self, name: &str) -> bool {
        let first = Sha256::digest(name.as_bytes());
        let number = first.iter().take(8).fold(0_u64, |number, byte| (number << 8) | u64::from(*byte));
        number % self.of == self.number - 1
    }
}

impl Shard {
    /// Which part it is, counted from 1.
    pub fn number(self) -> u64 {
        self.number
    }

    /// How many parts there are.
    pub fn of(self) -> u64 {
        self.of.get()
    }
}

impl fmt::Display for Shard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.number, self.of)
    }
}

impl FromStr for Shard {
    type Err = NotAShard;

    fn from_str(text: &str) -> Result<Self, NotAShard> {
        let (number, of) = text.split_once('/').ok_or(NotAShard)?;
        let number: u64 = number.parse().map_err(|_| NotAShard)?;
        let of: NonZeroU64 = of.parse().map_err(|_| NotAShard)?;
        if (1..=of.get()).contains(&number) { Ok(Self { number, of }) } else { Err(NotAShard) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_name_is_in_one_shard() {
        let shards: Vec<Shard> = (1..=4).map(|n| format!("{n}/4").parse().expect("a shard")).collect();
        for n in 0..200 {
            let name = format!("cluster-{n}");
            assert_eq!(shards.iter().filter(|shard| shard.holds(&name)).count(), 1, "{name}");
        }
        assert!(shards.iter().all(|shard| (0..200).any(|n| shard.holds(&format!("cluster-{n}")))));
    }

    #[test]
    fn the_promise_is_kept() {
        // SHA-256 of "abc" begins with ba7816bf8f01cfea, whose last hexadecimal digit a is 10: 10 modulo 16.
        assert!("11/16".parse::<Shard>().expect("a shard").holds("abc"));
    }

    #[test]
    fn invalid_shards() {
        for bad in ["", "1", "0/4", "5/4", "1/0", "a/b", "-1/4", "1/4/2"] {
            assert_eq!(bad.parse::<Shard>(), Err(NotAShard), "{bad}");
        }
    }
}

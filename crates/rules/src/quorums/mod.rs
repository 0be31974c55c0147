//! Quorums: how many bookies a ledger takes, and how many there are.

mod order;

use crate::Rule;

pub(crate) const RULES: &[Rule] = &[Rule { code: &order::CODE, check: order::check }];

//! Authentication and authorization: who is known, by what, and as whom.

mod authorization_alone;
mod dead_provider;
mod no_provider;
mod roles;

use crate::Rule;

pub(crate) const RULES: &[Rule] = &[
    Rule { code: &authorization_alone::CODE, check: authorization_alone::check },
    Rule { code: &no_provider::CODE, check: no_provider::check },
    Rule { code: &dead_provider::CODE, check: dead_provider::check },
    Rule { code: &roles::CODE, check: roles::check },
];

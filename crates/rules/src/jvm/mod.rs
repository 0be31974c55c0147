//! The JVM options of the components: sizes, collectors, and whether the memory fits into the container.

mod collectors;
mod heap;
mod limit;
mod request;
mod sizes;

use crate::Rule;

pub(crate) const RULES: &[Rule] = &[
    Rule { code: &sizes::CODE, check: sizes::check },
    Rule { code: &heap::CODE, check: heap::check },
    Rule { code: &collectors::CODE, check: collectors::check },
    Rule { code: &limit::CODE, check: limit::check },
    Rule { code: &request::CODE, check: request::check },
];

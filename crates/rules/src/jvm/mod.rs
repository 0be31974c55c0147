//! The JVM options of the components: sizes, collectors, and whether the memory fits into the container.

mod collector;
mod collectors;
mod files;
mod given;
mod heap;
mod ignored;
mod limit;
mod quotes;
mod rejected;
mod request;
mod sizes;
mod verdict;

use crate::Rule;

pub(crate) const RULES: &[Rule] = &[
    Rule { code: &sizes::CODE, check: sizes::check },
    Rule { code: &heap::CODE, check: heap::check },
    Rule { code: &collectors::CODE, check: collectors::check },
    Rule { code: &limit::CODE, check: limit::check },
    Rule { code: &request::CODE, check: request::check },
    Rule { code: &rejected::CODE, check: rejected::check },
    Rule { code: &ignored::CODE, check: ignored::check },
    Rule { code: &quotes::CODE, check: quotes::check },
    Rule { code: &files::CODE, check: files::check },
    Rule { code: &collector::CODE, check: collector::check },
];

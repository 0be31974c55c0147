//! Pulsar's own keys, as the catalogue of the deployed version knows them: `configData` of every component, plain, with
//! `PULSAR_PREFIX_`, and with `PF_` at every depth.

mod bookie;
mod class;
mod deprecated;
mod dropped;
mod image;
mod listeners;
mod per_pod;
mod proxy;
mod quota;
mod removed;
mod server;
mod startup;
mod stated;
mod unknown;
mod user_keys;
mod value;
mod version;

use crate::Rule;

pub(crate) const RULES: &[Rule] = &[
    Rule { code: &unknown::CODE, check: unknown::check },
    Rule { code: &value::CODE, check: value::check },
    Rule { code: &deprecated::CODE, check: deprecated::check },
    Rule { code: &dropped::CODE, check: dropped::check },
    Rule { code: &version::CODE, check: version::check },
    Rule { code: &per_pod::CODE, check: per_pod::check },
    Rule { code: &quota::CODE, check: quota::check },
    Rule { code: &image::CODE, check: image::check },
    Rule { code: &removed::CODE, check: removed::check },
    Rule { code: &class::CODE, check: class::check },
    Rule { code: &stated::CODE, check: stated::check },
    Rule { code: &listeners::CODE, check: listeners::check },
    Rule { code: &startup::CODE, check: startup::check },
    Rule { code: &bookie::CODE, check: bookie::check },
    Rule { code: &proxy::CODE, check: proxy::check },
];

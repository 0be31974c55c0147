//! TLS, edge by edge: who signs, who serves, who dials, who trusts.

mod authorities;
mod cluster_issuer;
mod dead_switch;
mod no_issuer;
mod plain_to_tls;
mod renewal;

use crate::Rule;

pub(crate) const RULES: &[Rule] = &[
    Rule { code: &no_issuer::CODE, check: no_issuer::check },
    Rule { code: &dead_switch::CODE, check: dead_switch::check },
    Rule { code: &plain_to_tls::CODE, check: plain_to_tls::check },
    Rule { code: &renewal::CODE, check: renewal::check },
    Rule { code: &authorities::CODE, check: authorities::check },
    Rule { code: &cluster_issuer::CODE, check: cluster_issuer::check },
];

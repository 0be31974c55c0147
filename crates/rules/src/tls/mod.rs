//! TLS, edge by edge: who signs, who serves, who dials, who trusts.

mod authorities;
mod certificate_twice;
mod cluster_issuer;
mod common_name;
mod dead_switch;
mod dialled;
mod key;
mod lifetime;
mod no_issuer;
mod nobody_serves;
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
    Rule { code: &lifetime::CODE, check: lifetime::check },
    Rule { code: &key::CODE, check: key::check },
    Rule { code: &certificate_twice::CODE, check: certificate_twice::check },
    Rule { code: &dialled::CODE, check: dialled::check },
    Rule { code: &nobody_serves::CODE, check: nobody_serves::check },
    Rule { code: &common_name::CODE, check: common_name::check },
];

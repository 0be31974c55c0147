//! Authentication and authorization: who is known, by what, and as whom.

mod anonymous;
mod authorization_alone;
mod by_hand;
mod credentials;
mod dead_provider;
mod everybody;
mod manager;
mod metrics;
mod no_provider;
mod openid;
mod proxy_role;
mod role_names;
mod roles;
mod shutdown_token;
mod unread;
mod websocket;

use crate::Rule;

pub(crate) const RULES: &[Rule] = &[
    Rule { code: &authorization_alone::CODE, check: authorization_alone::check },
    Rule { code: &no_provider::CODE, check: no_provider::check },
    Rule { code: &dead_provider::CODE, check: dead_provider::check },
    Rule { code: &roles::CODE, check: roles::check },
    Rule { code: &openid::CODE, check: openid::check },
    Rule { code: &credentials::CODE, check: credentials::check },
    Rule { code: &role_names::CODE, check: role_names::check },
    Rule { code: &unread::CODE, check: unread::check },
    Rule { code: &everybody::CODE, check: everybody::check },
    Rule { code: &metrics::CODE, check: metrics::check },
    Rule { code: &anonymous::CODE, check: anonymous::check },
    Rule { code: &proxy_role::CODE, check: proxy_role::check },
    Rule { code: &manager::CODE, check: manager::check },
    Rule { code: &by_hand::CODE, check: by_hand::check },
    Rule { code: &websocket::CODE, check: websocket::check },
    Rule { code: &shutdown_token::CODE, check: shutdown_token::check },
];

//! Functions: the worker inside the brokers or of its own, and what it needs.

mod beside_standalone;
mod domain;
mod inside_off;
mod instance_tls;
mod job_namespace;
mod no_broker;
mod packages_on_oxia;
mod state_store;
mod state_store_unused;
mod toolset_proxy;
mod toolset_route;
mod trust;
mod two_workers;
mod worker_off;
mod worker_on_oxia;

use crate::Rule;

pub(crate) const RULES: &[Rule] = &[
    Rule { code: &no_broker::CODE, check: no_broker::check },
    Rule { code: &two_workers::CODE, check: two_workers::check },
    Rule { code: &beside_standalone::CODE, check: beside_standalone::check },
    Rule { code: &toolset_route::CODE, check: toolset_route::check },
    Rule { code: &toolset_proxy::CODE, check: toolset_proxy::check },
    Rule { code: &packages_on_oxia::CODE, check: packages_on_oxia::check },
    Rule { code: &worker_on_oxia::CODE, check: worker_on_oxia::check },
    Rule { code: &inside_off::CODE, check: inside_off::check },
    Rule { code: &worker_off::CODE, check: worker_off::check },
    Rule { code: &job_namespace::CODE, check: job_namespace::check },
    Rule { code: &state_store_unused::CODE, check: state_store_unused::check },
    Rule { code: &state_store::CODE, check: state_store::check },
    Rule { code: &instance_tls::CODE, check: instance_tls::check },
    Rule { code: &trust::CODE, check: trust::check },
    Rule { code: &domain::CODE, check: domain::check },
];

/// Whether the bookies run the table service that functions keep state in.
const STATE_STORE: &str = "functions.useBookieAsStateStore";

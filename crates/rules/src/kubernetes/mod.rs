//! What Kubernetes refuses, or takes without a word: ports, names, budgets, monitors, volumes, resources, exposure.

mod autoscaling;
mod blocked_drain;
mod exposure;
mod ingress;
mod labels;
mod mounts;
mod names;
mod node_ports;
mod ports;
mod requests;
mod scrape_timeout;
mod variable_twice;

use crate::Rule;

pub(crate) const RULES: &[Rule] = &[
    Rule { code: &ports::CODE, check: ports::check },
    Rule { code: &autoscaling::CODE, check: autoscaling::check },
    Rule { code: &scrape_timeout::CODE, check: scrape_timeout::check },
    Rule { code: &requests::CODE, check: requests::check },
    Rule { code: &variable_twice::CODE, check: variable_twice::check },
    Rule { code: &mounts::CODE, check: mounts::check },
    Rule { code: &exposure::CODE, check: exposure::check },
    Rule { code: &node_ports::CODE, check: node_ports::check },
    Rule { code: &blocked_drain::CODE, check: blocked_drain::check },
    Rule { code: &names::CODE, check: names::check },
    Rule { code: &ingress::CODE, check: ingress::check },
    Rule { code: &labels::CODE, check: labels::check },
];

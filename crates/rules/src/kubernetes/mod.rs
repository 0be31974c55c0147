//! What Kubernetes rejects, or takes silently: ports, names, budgets, monitors, volumes, resources, exposure.

mod amounts;
mod autoscaling;
mod blocked_drain;
mod claim_modes;
mod config_map_keys;
mod confinement;
mod container_ports;
mod containers;
mod disk_size;
mod escalation;
mod exposure;
mod extra_twice;
mod grace;
mod graceful_shutdown;
mod ingress;
mod ingress_path;
mod label_keys;
mod labels;
mod metrics;
mod mount_paths;
mod mounts;
mod names;
mod node_port_twice;
mod node_ports;
mod own_objects;
mod passed;
mod pods;
mod port_names;
mod ports;
mod privileged_ports;
mod provisioner;
mod replicas;
mod requests;
mod resource_names;
mod root_user;
mod scaling_pace;
mod scrape_timeout;
mod scraped_otherwise;
mod shares;
mod spread;
mod spread_selector;
mod switched_off;
mod target_port;
mod thousandths;
mod tolerations;
mod topology_keys;
mod unused_volume;
mod update;
mod user_ids;
mod variable;
mod variable_over;
mod variable_source;
mod variable_twice;
mod variables_from;
mod volume_files;
mod volumes;
mod words;

use crate::{EmittedRule, Rule};

pub(crate) const RULES: &[Rule] = &[
    Rule { code: &ports::CODE, check: ports::check },
    Rule { code: &autoscaling::CODE, check: autoscaling::check },
    Rule { code: &scrape_timeout::CODE, check: scrape_timeout::check },
    Rule { code: &requests::CODE, check: requests::check },
    Rule { code: &variable_twice::CODE, check: variable_twice::check },
    Rule { code: &exposure::CODE, check: exposure::check },
    Rule { code: &node_ports::CODE, check: node_ports::check },
    Rule { code: &blocked_drain::CODE, check: blocked_drain::check },
    Rule { code: &ingress::CODE, check: ingress::check },
    Rule { code: &labels::CODE, check: labels::check },
    Rule { code: &unused_volume::CODE, check: unused_volume::check },
    Rule { code: &variable::CODE, check: variable::check },
    Rule { code: &variable_over::CODE, check: variable_over::check },
    Rule { code: &words::CODE, check: words::check },
    Rule { code: &amounts::CODE, check: amounts::check },
    Rule { code: &resource_names::CODE, check: resource_names::check },
    Rule { code: &thousandths::CODE, check: thousandths::check },
    Rule { code: &tolerations::CODE, check: tolerations::check },
    Rule { code: &spread::CODE, check: spread::check },
    Rule { code: &spread_selector::CODE, check: spread_selector::check },
    Rule { code: &update::CODE, check: update::check },
    Rule { code: &metrics::CODE, check: metrics::check },
    Rule { code: &node_port_twice::CODE, check: node_port_twice::check },
    Rule { code: &ingress_path::CODE, check: ingress_path::check },
    Rule { code: &label_keys::CODE, check: label_keys::check },
    Rule { code: &extra_twice::CODE, check: extra_twice::check },
    Rule { code: &grace::CODE, check: grace::check },
    Rule { code: &scraped_otherwise::CODE, check: scraped_otherwise::check },
    Rule { code: &root_user::CODE, check: root_user::check },
    Rule { code: &replicas::CODE, check: replicas::check },
    Rule { code: &switched_off::CODE, check: switched_off::check },
    Rule { code: &claim_modes::CODE, check: claim_modes::check },
    Rule { code: &target_port::CODE, check: target_port::check },
    Rule { code: &topology_keys::CODE, check: topology_keys::check },
    Rule { code: &user_ids::CODE, check: user_ids::check },
    Rule { code: &confinement::CODE, check: confinement::check },
    Rule { code: &variable_source::CODE, check: variable_source::check },
    Rule { code: &volume_files::CODE, check: volume_files::check },
    Rule { code: &container_ports::CODE, check: container_ports::check },
    Rule { code: &escalation::CODE, check: escalation::check },
    Rule { code: &variables_from::CODE, check: variables_from::check },
    Rule { code: &shares::CODE, check: shares::check },
    Rule { code: &scaling_pace::CODE, check: scaling_pace::check },
    Rule { code: &disk_size::CODE, check: disk_size::check },
    Rule { code: &provisioner::CODE, check: provisioner::check },
    Rule { code: &config_map_keys::CODE, check: config_map_keys::check },
    Rule { code: &own_objects::CODE, check: own_objects::check },
    Rule { code: &privileged_ports::CODE, check: privileged_ports::check },
    Rule { code: &graceful_shutdown::CODE, check: graceful_shutdown::check },
];

/// The rules about what pods contain.
pub(crate) const EMITTED_RULES: &[EmittedRule] = &[
    EmittedRule { code: &mounts::CODE, check: mounts::check },
    EmittedRule { code: &names::CODE, check: names::check },
    EmittedRule { code: &mount_paths::CODE, check: mount_paths::check },
    EmittedRule { code: &volumes::CODE, check: volumes::check },
    EmittedRule { code: &containers::CODE, check: containers::check },
    EmittedRule { code: &port_names::CODE, check: port_names::check },
];

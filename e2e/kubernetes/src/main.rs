//! A Kubernetes for measurements and for trying things out: prints its kubeconfig and ends with its standard input.
//!
//! `pulsarc-e2e-lab api` starts the API alone, `pulsarc-e2e-lab rollout` also controllers, a scheduler and nodes that kwok plays. With
//! `quick` after that, etcd does not wait for the disk.

use pulsarc_e2e_kubernetes::{Lab, Reach, Storage, kubectl};
use std::io::{self, Read};

fn main() {
    let reach = match std::env::args().nth(1).as_deref() {
        Some("rollout") => Reach::Rollout,
        _ => Reach::Api,
    };
    let storage = match std::env::args().nth(2).as_deref() {
        Some("quick") => Storage::Quick,
        _ => Storage::Durable,
    };
    let lab = Lab::start_with("manual", reach, storage);
    println!("{}", lab.kubeconfig().display());
    println!("{}", kubectl().display());
    // Whoever started it closes this when it is done.
    let _ = io::stdin().read_to_end(&mut Vec::new());
}

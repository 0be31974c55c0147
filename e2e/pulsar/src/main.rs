//! What the image's scripts do, as a command: `pulsarc-e2e-image (apply | yml | zookeeper) FILE`.
//!
//! A pod's folder has a script of the image's name that calls this, so the pod's own command runs unchanged.

use pulsarc_e2e_pulsar::conf;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [action, file] = arguments.as_slice() else {
        eprintln!("usage: pulsarc-e2e-image (apply | yml | zookeeper) FILE");
        return ExitCode::from(2);
    };
    match conf::rewrite(action, file) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{file}: {error}");
            ExitCode::FAILURE
        }
    }
}

//! What the image's scripts do, as a command: `pulsarc-e2e-image (apply | yml | zookeeper) FILE`.
//!
//! A pod's folder has a script of the image's name that calls this, so the pod's own command runs unchanged.

use pulsarc_e2e_pulsar::conf;
use std::collections::BTreeMap;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [action, file] = arguments.as_slice() else {
        eprintln!("usage: pulsarc-e2e-image (apply | yml | zookeeper) FILE");
        return ExitCode::from(2);
    };
    let environment: BTreeMap<String, String> = std::env::vars().collect();
    let changed = std::fs::read_to_string(file).map_err(|error| error.to_string()).and_then(|text| {
        match action.as_str() {
            "apply" => Ok(conf::apply(&text, &environment)),
            "yml" => conf::nest(&text, &environment),
            "zookeeper" => conf::ensemble(&text, &environment),
            other => Err(format!("{other} is no action")),
        }
    });
    match changed.and_then(|text| std::fs::write(file, text).map_err(|error| error.to_string())) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{file}: {error}");
            ExitCode::FAILURE
        }
    }
}

//! A bed for work by hand: `pulsarc-e2e-bed up [--next] CONFIG...` starts one, applies a configuration if there is one,
//! prints how to reach it, and ends with Ctrl-C or its standard input.
//!
//! `pulsarc-e2e-bed image ACTION FILE` is what containers call in place of the image's scripts.

use pulsarc_e2e_live::{Bed, Plan, image};
use std::io::{self, Read};
use std::process::ExitCode;
use std::time::Instant;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let done = match arguments.split_first() {
        Some((action, rest)) if action == "image" => image(rest),
        Some((action, rest)) if action == "up" => up(rest),
        _ => Err("usage: pulsarc-e2e-bed up [--next] CONFIG...".to_owned()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn up(arguments: &[String]) -> Result<(), String> {
    let next = arguments.iter().any(|word| word == "--next");
    let inputs: Vec<&str> = arguments.iter().filter(|word| *word != "--next").map(String::as_str).collect();
    let start = Instant::now();
    let bed = Bed::start("manual", Plan { next, ..Plan::default() })?;
    println!("export KUBECONFIG={}", bed.kubeconfig().display());
    println!(
        "# the nodes are ready after {} s, logs are in {}",
        start.elapsed().as_secs(),
        bed.folder().display()
    );
    if !inputs.is_empty() {
        let run = bed.apply(&inputs, &[])?;
        print!("{}{}", run.stdout, run.stderr);
        println!("# applied, with status {}, after {} s", run.status, start.elapsed().as_secs());
    }
    println!("# end it with Ctrl-C, or close its standard input");
    // Whoever started it closes this when it is done.
    let _ = io::stdin().read_to_end(&mut Vec::new());
    Ok(())
}

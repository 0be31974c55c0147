//! Pulsar's own distribution, from Maven's central repository, unpacked once into the target folder.
//!
//! 4.0.8 is the newest that is there whole, with proxy and functions; the contracts' default image is of the same line.

use crate::process::run;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Mutex;

/// The version that is run.
pub const VERSION: &str = "4.0.8";
const GROUP: &str = "org/apache/pulsar/pulsar-server-distribution";

/// What this machine lacks for these tests, if anything.
pub fn lacking() -> Option<&'static str> {
    let answers = |program: &str, argument: &str| {
        Command::new(program).arg(argument).output().is_ok_and(|output| output.status.success())
    };
    if !java_is_new_enough() {
        Some("java of version 17 or newer")
    } else if !answers("mvn", "-version") {
        Some("mvn")
    } else if !answers("curl", "--version") {
        Some("curl")
    } else if !crate::network::Network::possible() {
        Some("a Linux that lets a user make network namespaces (unshare, nsenter, ip)")
    } else {
        None
    }
}

/// `java -version` names itself on its standard error: `openjdk version "17.0.15" 2025-04-15`.
fn java_is_new_enough() -> bool {
    let Ok(output) = Command::new("java").arg("-version").output() else { return false };
    let told = String::from_utf8_lossy(&output.stderr);
    let version = told.split('"').nth(1).and_then(|version| version.split('.').next());
    version.and_then(|major| major.parse::<u32>().ok()).is_some_and(|major| major >= 17)
}

/// The folder of the unpacked distribution.
pub fn unpacked() -> Result<PathBuf, String> {
    static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());
    let _held = ONE_AT_A_TIME.lock();
    let base = folder();
    let whole = base.join(format!("apache-pulsar-{VERSION}"));
    if whole.join("bin/pulsar").exists() {
        return Ok(whole);
    }
    std::fs::create_dir_all(&base).map_err(|error| format!("{}: {error}", base.display()))?;
    let repository = base.join("repository");
    let archive = [home_repository(), Some(repository.clone())]
        .into_iter()
        .flatten()
        .map(|place| archive_in(&place))
        .find(|archive| archive.exists());
    let archive = archive.map_or_else(|| downloaded(&base, &repository), Ok)?;
    let partial = base.join("partial");
    let _ = std::fs::remove_dir_all(&partial);
    std::fs::create_dir_all(&partial).map_err(|error| error.to_string())?;
    run("tar", &base.join("tar.log"), Command::new("tar").arg("-xzf").arg(&archive).arg("-C").arg(&partial))?;
    std::fs::rename(partial.join(format!("apache-pulsar-{VERSION}")), &whole)
        .map_err(|error| error.to_string())?;
    Ok(whole)
}

fn downloaded(base: &Path, repository: &Path) -> Result<PathBuf, String> {
    let artifact = format!("org.apache.pulsar:pulsar-server-distribution:{VERSION}:tar.gz:bin");
    run(
        "mvn",
        &base.join("mvn.log"),
        Command::new("mvn")
            .args(["-q", "-B", "dependency:get", "-Dtransitive=false"])
            .args([format!("-Dartifact={artifact}"), format!("-Dmaven.repo.local={}", repository.display())]),
    )?;
    Ok(archive_in(repository))
}

/// Where the distribution and the logs of runs are.
pub fn folder() -> PathBuf {
    pulsarc_e2e_kubernetes::root().join("target/e2e")
}

fn home_repository() -> Option<PathBuf> {
    Some(PathBuf::from(std::env::var_os("HOME")?).join(".m2/repository"))
}

fn archive_in(repository: &Path) -> PathBuf {
    repository.join(GROUP).join(VERSION).join(format!("pulsar-server-distribution-{VERSION}-bin.tar.gz"))
}

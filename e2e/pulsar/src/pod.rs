//! A folder that represents a pod's container, in which the pod's own command runs.
//!
//! Replaced are: the folders (`/pulsar` and mounts), the addresses that a server binds, since all pods share one
//! loopback, and the memory and collector, since the image has a newer Java and a machine of its own.

use crate::distribution::Distribution;
use crate::manifests::{Manifests, list, text, texts};
use crate::network::{self, Network};
use serde_json::Value;
use std::collections::BTreeMap;
use std::net::Ipv4Addr;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Secrets by name, each with its keys.
pub type Secrets = BTreeMap<String, BTreeMap<String, Vec<u8>>>;

/// Where pods are laid out, and from what.
#[derive(Debug)]
pub struct Ground<'a> {
    /// The release to run.
    pub distribution: &'a Distribution,
    /// The program that does what the image's scripts do.
    pub image: &'a Path,
    /// The folder of this run.
    pub folder: &'a Path,
    /// What pulsarc emits.
    pub manifests: &'a Manifests,
    /// What the secrets contain.
    pub secrets: &'a Secrets,
}

/// A container, laid out.
#[derive(Debug)]
pub struct Pod {
    /// The pod's name.
    pub name: String,
    /// The folder that represents `/pulsar`.
    pub folder: PathBuf,
    command: Vec<String>,
    environment: BTreeMap<String, String>,
    java: Option<PathBuf>,
}

impl Pod {
    /// Lays out a container of a workload: its first one, or a named one among the init containers. The files of an earlier
    /// container of that pod go, as they do when a pod is replaced; what it had mounted stays.
    pub fn lay_out(
        ground: &Ground,
        name: &str,
        address: Ipv4Addr,
        workload: &Value,
        init: Option<&str>,
    ) -> Result<Self, String> {
        let spec = &workload["spec"]["template"]["spec"];
        let container = match init {
            Some(init) => list(&spec["initContainers"]).iter().find(|container| container["name"] == init),
            None => list(&spec["containers"]).first(),
        }
        .ok_or_else(|| format!("{name} has no such container"))?;
        let folder = ground.folder.join(name);
        lay_distribution(ground, &folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        let moves = mount(ground, &folder, spec, container)?;

        let mut environment = BTreeMap::new();
        for source in list(&container["envFrom"]) {
            environment.extend(ground.manifests.data(text(&source["configMapRef"]["name"]))?);
        }
        for variable in list(&container["env"]) {
            let value = match text(&variable["valueFrom"]["fieldRef"]["fieldPath"]) {
                "metadata.namespace" => text(&workload["metadata"]["namespace"]),
                "metadata.name" => name,
                _ => text(&variable["value"]),
            };
            environment.insert(text(&variable["name"]).to_owned(), value.to_owned());
        }
        for value in environment.values_mut() {
            *value = moved(value, &moves);
        }
        // What the kubelet adds: the pod's name, and where the API is.
        environment.insert("HOSTNAME".to_owned(), name.to_owned());
        environment.insert("KUBERNETES_SERVICE_HOST".to_owned(), network::API.ip().to_string());
        environment.insert("KUBERNETES_SERVICE_PORT".to_owned(), network::API.port().to_string());
        environment.insert("POD_HOST".to_owned(), host(name, workload));
        environment.extend(replaced(address).map(|(key, value)| (key.to_owned(), value)));
        let command = list(&container["command"]).iter().chain(list(&container["args"]));
        let command = command.map(|word| moved(text(word), &moves)).collect();
        let java = ground.distribution.java.clone();
        Ok(Self { name: name.to_owned(), folder, command, environment, java })
    }

    /// The command, in the pod's folder, network and name.
    pub fn command(&self, network: &Network) -> Result<Command, String> {
        let (program, arguments) = self.command.split_first().ok_or("the container has no command")?;
        let mut command = network.command(&self.name, &self.folder, program);
        let path = std::env::var("PATH").unwrap_or_default();
        command
            .args(arguments)
            .env_clear()
            .env("PATH", format!("{}:{path}", self.folder.join("bin").display()))
            .envs(["HOME", "JAVA_HOME"].into_iter().filter_map(|name| Some((name, std::env::var_os(name)?))))
            .envs(self.java.iter().map(|java| ("JAVA_HOME", java)))
            .envs(&self.environment);
        Ok(command)
    }
}

/// The full name of a pod of a workload.
pub fn host(pod: &str, workload: &Value) -> String {
    let service = text(&workload["spec"]["serviceName"]);
    format!("{pod}.{service}.{}.svc.cluster.local", text(&workload["metadata"]["namespace"]))
}

/// What the environment has instead of what is emitted: addresses and memory, no more.
fn replaced(address: Ipv4Addr) -> impl Iterator<Item = (&'static str, String)> {
    let here = address.to_string();
    let addresses = [
        ("bindAddress", here.clone()),
        ("httpServerHost", here.clone()),
        ("PULSAR_PREFIX_httpServerHost", here.clone()),
        ("PULSAR_PREFIX_metricsProvider.httpHost", here),
        ("allowLoopback", "true".to_owned()),
    ];
    addresses.into_iter().chain(small("-Xms64m -Xmx384m -XX:MaxDirectMemorySize=384m", ""))
}

/// Settings that make every server small and cheap to start, with this memory and further options of Java.
pub fn small(memory: &str, options: &str) -> impl Iterator<Item = (&'static str, String)> {
    let collector = format!("-XX:+UseSerialGC -XX:TieredStopAtLevel=1 {options}").trim_end().to_owned();
    [
        ("dbStorage_writeCacheMaxSizeMb", "16".to_owned()),
        ("dbStorage_readAheadCacheMaxSizeMb", "16".to_owned()),
        ("dbStorage_rocksDB_blockCacheSize", "16777216".to_owned()),
        ("PULSAR_MEM", memory.to_owned()),
        ("BOOKIE_MEM", memory.to_owned()),
        ("PULSAR_GC", collector.clone()),
        ("BOOKIE_GC", collector),
        ("PULSAR_GC_LOG", " ".to_owned()),
        ("BOOKIE_GC_LOG", " ".to_owned()),
    ]
    .into_iter()
}

/// The distribution, its own files linked, and scripts under the names of the image's.
fn lay_distribution(ground: &Ground, folder: &Path) -> std::io::Result<()> {
    let distribution = &ground.distribution.folder;
    std::fs::create_dir_all(folder.join("logs"))?;
    for part in ["lib", "examples", "instances"] {
        let link = folder.join(part);
        let _ = std::fs::remove_file(&link);
        std::os::unix::fs::symlink(distribution.join(part), link)?;
    }
    for part in ["bin", "conf"] {
        let _ = std::fs::remove_dir_all(folder.join(part));
        std::fs::create_dir_all(folder.join(part))?;
        for file in std::fs::read_dir(distribution.join(part))? {
            let file = file?;
            if file.file_type()?.is_file() {
                std::fs::copy(file.path(), folder.join(part).join(file.file_name()))?;
            }
        }
    }
    write_scripts(&folder.join("bin"), &format!("'{}'", ground.image.display()))
}

/// Writes scripts under the names of the image's, which call a program that does what those do.
pub fn write_scripts(folder: &Path, program: &str) -> std::io::Result<()> {
    let scripts = [
        ("apply-config-from-env.py", format!("exec {program} apply \"$@\"")),
        ("gen-yml-from-env.py", format!("exec {program} yml \"$@\"")),
        (
            "generate-zookeeper-config.sh",
            format!(
                "mkdir -p data/zookeeper && echo $((${{HOSTNAME##*-}} + 1)) > data/zookeeper/myid && export POD_HOST=${{POD_HOST:-$(hostname -f)}} && exec {program} zookeeper \"$@\""
            ),
        ),
    ];
    for (name, line) in scripts {
        write_script(&folder.join(name), &line)?;
    }
    Ok(())
}

/// Writes an executable script of one line.
pub fn write_script(path: &Path, line: &str) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    std::fs::write(path, format!("#!/bin/sh\n{line}\n"))?;
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o755))
}

/// Writes the container's secrets, and says where each path of the container is instead.
fn mount(
    ground: &Ground,
    folder: &Path,
    spec: &Value,
    container: &Value,
) -> Result<Vec<(String, String)>, String> {
    let mut moves = vec![("/pulsar".to_owned(), folder.display().to_string())];
    for mounted in list(&container["volumeMounts"]) {
        let path = text(&mounted["mountPath"]);
        let place = if let Some(within) = path.strip_prefix("/pulsar/") {
            folder.join(within)
        } else {
            let place = folder.join("mounts").join(path.trim_start_matches('/'));
            moves.push((path.to_owned(), place.display().to_string()));
            place
        };
        std::fs::create_dir_all(&place).map_err(|error| format!("{}: {error}", place.display()))?;
        let volume = list(&spec["volumes"]).iter().find(|volume| volume["name"] == mounted["name"]);
        if let Some(secret) = volume.map(|volume| &volume["secret"]).filter(|secret| secret.is_object()) {
            write_secret(ground, &place, secret)?;
        }
    }
    Ok(moves)
}

fn write_secret(ground: &Ground, place: &Path, secret: &Value) -> Result<(), String> {
    let name = text(&secret["secretName"]);
    let data = ground.secrets.get(name).ok_or_else(|| format!("nothing makes the secret {name}"))?;
    let chosen = texts_of_items(secret);
    let files =
        if chosen.is_empty() { data.keys().map(|key| (key.clone(), key.clone())).collect() } else { chosen };
    for (key, path) in files {
        let content = data.get(&key).ok_or_else(|| format!("the secret {name} has no {key}"))?;
        let file = place.join(path);
        let folder = file.parent().unwrap_or(place);
        std::fs::create_dir_all(folder)
            .and_then(|()| std::fs::write(&file, content))
            .map_err(|error| format!("{}: {error}", file.display()))?;
    }
    Ok(())
}

fn texts_of_items(secret: &Value) -> Vec<(String, String)> {
    let pairs = list(&secret["items"]).iter().map(texts);
    pairs.filter_map(|mut item| Some((item.remove("key")?, item.remove("path")?))).collect()
}

/// A text with the container's paths moved: a path begins where no name goes on, and ends at `/` or where a name ends.
fn moved(text: &str, moves: &[(String, String)]) -> String {
    let mut made = String::new();
    let mut rest = text;
    while let Some(character) = rest.chars().next() {
        let begins = !made.ends_with(|before: char| before.is_alphanumeric() || "._-}".contains(before));
        let found = moves.iter().find_map(|(from, to)| {
            let after = rest.strip_prefix(from.as_str()).filter(|_| begins)?;
            let ends = !after.starts_with(|next: char| next.is_alphanumeric() || "._-".contains(next));
            ends.then_some((to, after))
        });
        if let Some((to, after)) = found {
            made.push_str(to);
            rest = after;
        } else {
            made.push(character);
            rest = &rest[character.len_utf8()..];
        }
    }
    made
}

#[cfg(test)]
mod tests {
    use super::moved;

    #[test]
    fn only_whole_paths_move() {
        let moves = [("/pulsar".to_owned(), "/run/pod".to_owned())];
        for (text, made) in [
            ("file:///pulsar/keys/a", "file:///run/pod/keys/a"),
            ("/pulsar", "/run/pod"),
            ("-Dx=/pulsar/certs -Dy=1", "-Dx=/run/pod/certs -Dy=1"),
            ("zk://pulsar-zookeeper:2281/ledgers", "zk://pulsar-zookeeper:2281/ledgers"),
            ("get /admin/clusters/pulsar", "get /admin/clusters/pulsar"),
        ] {
            assert_eq!(moved(text, &moves), made);
        }
    }
}

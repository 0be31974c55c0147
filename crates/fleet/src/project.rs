//! The configurations of a project, for a check of all of them: clusters, environments, layers of values, fleets.
//!
//! A fleet's folder says what is built. A project's folder also holds what is none of that: manifests, charts, the files
//! of other programs. So a file counts here only if its name or its content says that it is a configuration.

use crate::error::FleetError;
use crate::folder;
use crate::scan::{Found, Scan, whole};
use crate::settings::{SETTINGS, Settings, settings};
use crate::{Cluster, Part};
use pulsarc_diag::{Findings, KeyPath, Segment, Sources, suggest};
use std::cell::Cell;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::{fs, io};

/// What a folder holds.
#[derive(Debug, Default)]
pub struct Project {
    /// Its configurations, each called by its files.
    pub clusters: Vec<Cluster>,
    /// The files of fleets.
    pub fleets: Vec<PathBuf>,
    /// The findings in its file `pulsarc.toml`, if it has one.
    pub findings: Findings,
    /// The text of that file.
    pub sources: Arc<Sources>,
}

impl Project {
    /// Leaves out the files that are layers of these clusters: a fleet builds them.
    pub fn without_layers_of(&mut self, fleet: &[Cluster]) {
        let files = |cluster: &Cluster| -> Vec<PathBuf> {
            let files = cluster.layers.iter().filter_map(|part| match part {
                Part::File(path) => Some(whole(path)),
                Part::Record(_) => None,
            });
            files.collect()
        };
        let used: BTreeSet<PathBuf> = fleet.iter().flat_map(files).collect();
        self.clusters.retain(|cluster| files(cluster).iter().any(|file| !used.contains(file)));
    }
}

/// Folders that hold no configurations of their own, whatever their files are called: a chart's templates and
/// subcharts, and what other programs have fetched or built.
const FOREIGN: [&str; 6] = ["templates", "charts", "crds", "node_modules", "target", "vendor"];

/// Folders that are looked into: a folder with more is no project's, but a disk's.
const MOST_FOLDERS: usize = 20_000;

/// The configurations below a folder: those that its file `pulsarc.toml` lists, or else those that are found.
pub fn project(folder: &Path) -> Result<Project, FleetError> {
    let file = folder.join(SETTINGS);
    match fs::read_to_string(&file) {
        Ok(text) => {
            let name = plain(&file).display().to_string();
            let Settings { clusters, fleets, findings, sources } =
                settings(&name, &text, &plain(folder), &|path| path.is_file());
            return Ok(Project { clusters, fleets, findings, sources });
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) => return Err(FleetError::Unreadable(file, error)),
    }
    let entered = Cell::new(0);
    let is_foreign = |path: &Path| {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        entered.set(entered.get() + 1);
        FOREIGN.contains(&name) || entered.get() > MOST_FOLDERS
    };
    let scan = Scan::of(folder, &is_foreign)?;
    let mut project = Project::default();
    for file in scan.files.iter().filter(|file| !file.is_aside()) {
        let text = fs::read_to_string(&file.path).unwrap_or_default();
        if file.is_nickel() && is_fleet(&text) {
            project.fleets.push(plain(&file.path));
        } else if is_listed(&scan, file, &text) {
            project.clusters.push(cluster(&layers(&scan, file)));
        }
    }
    if project.clusters.is_empty() && project.fleets.is_empty() {
        return Err(FleetError::NoConfiguration(folder.to_owned()));
    }
    Ok(project)
}

fn cluster(layers: &[PathBuf]) -> Cluster {
    let names: Vec<String> = layers.iter().map(|path| plain(path).display().to_string()).collect();
    Cluster {
        name: names.join(" + "),
        layers: layers.iter().map(|path| Part::File(plain(path))).collect(),
        namespace: None,
        context: None,
        release: None,
    }
}

/// A path without the `./` that stands for the current folder.
fn plain(path: &Path) -> PathBuf {
    path.strip_prefix(".").map_or_else(|_| path.to_owned(), Path::to_owned)
}

/// What a file is for pulsarc, by its name and its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Recognised {
    /// A configuration of a cluster, or a layer of one.
    Configuration,
    /// The file of a fleet.
    Fleet,
    /// Tests of a configuration.
    Tests,
    /// A part that others call or import.
    Part,
    /// Something else.
    Other,
}

/// Recognises a file that no project lists.
pub fn recognised(path: &Path, text: &str) -> Recognised {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let file = Found { path: path.to_owned(), folder: String::new(), stem, imports: BTreeSet::new() };
    if !file.is_nickel() {
        let is_named = file.is_of_folder() || overlaid(&file).is_some();
        let is_ours = has_modeline(text)
            || (!is_manifest(text) && (has_block(text) || (is_named && is_mostly_ours(text))));
        return if is_ours { Recognised::Configuration } else { Recognised::Other };
    }
    match () {
        () if file.stem.ends_with("_test") => Recognised::Tests,
        () if is_fleet(text) => Recognised::Fleet,
        () if is_function(text) => Recognised::Part,
        () => Recognised::Configuration,
    }
}

/// Whether a comment at the start of a text says that it is a configuration: `# pulsarc: values`.
fn has_modeline(text: &str) -> bool {
    let words = |line: &str| line.trim_start_matches(['#', ' ', '\t']).split_whitespace().collect::<String>();
    text.lines().take(5).any(|line| line.trim_start().starts_with('#') && words(line) == "pulsarc:values")
}

fn is_listed(scan: &Scan, file: &Found, text: &str) -> bool {
    if file.is_nickel() {
        return !is_function(text) && !is_part(scan, file);
    }
    let has_name = file.is_of_folder() || overlaid(file).is_some();
    let is_named = scan.is_environment(file) || (has_name && is_mostly_ours(text));
    let is_imported = scan.is_imported(file, |_| true);
    !is_imported && (has_modeline(text) || (!is_manifest(text) && (is_named || has_block(text))))
}

/// Whether others are checked instead of a file: it is imported by them. A folder's cluster is one by itself, even if
/// that of another folder is laid over it.
fn is_part(scan: &Scan, file: &Found) -> bool {
    let by = |other: &Found| !file.is_of_folder() || other.folder == file.folder || !other.is_of_folder();
    scan.is_imported(file, by)
}

/// The layers that a file is checked with: `values-prod.yaml` over the `values.yaml` beside it, an environment over
/// the cluster above it.
fn layers(scan: &Scan, file: &Found) -> Vec<PathBuf> {
    let base = overlaid(file).and_then(|stem| {
        scan.files
            .iter()
            .find(|other| other.folder == file.folder && other.stem == stem && !other.is_nickel())
    });
    match base {
        Some(base) => vec![base.path.clone(), file.path.clone()],
        None => folder::layers(scan, file),
    }
}

/// The name of the values that a file's are laid over, by its own name: `values` for `values-prod`, `values.prod` and
/// `prod.values`.
fn overlaid(file: &Found) -> Option<&'static str> {
    const VALUES: &str = "values";
    let is_joint = |sign: char| matches!(sign, '-' | '_' | '.');
    let before = file.stem.strip_prefix(VALUES).is_some_and(|rest| rest.starts_with(is_joint));
    let behind = file.stem.strip_suffix(VALUES).is_some_and(|rest| rest.ends_with(is_joint));
    (!file.is_nickel() && (before || behind)).then_some(VALUES)
}

/// Whether a Nickel text is the file of a fleet: a cluster has no key `environments`.
fn is_fleet(text: &str) -> bool {
    let starts = |line: &str| {
        let rest = line.trim_start().trim_start_matches(['{', ' ']).strip_prefix("environments");
        rest.is_some_and(|rest| rest.trim_start().starts_with(['=', '.']))
    };
    code(text).any(|line| starts(line) || line.contains("pulsar.Fleet"))
}

/// Whether a Nickel text is a function: a configuration only if somebody calls it.
fn is_function(text: &str) -> bool {
    code(text).find(|line| !line.trim().is_empty()).is_some_and(|line| line.trim_start().starts_with("fun "))
}

fn code(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter(|line| !line.trim_start().starts_with('#'))
}

/// Whether a text is a Kubernetes object, or a list of them.
fn is_manifest(text: &str) -> bool {
    let has = |key: &str| top_keys(text).any(|found| found == key);
    has("apiVersion") && has("kind")
}

/// Whether a text has a block of a cluster's configuration that no other program's files have.
fn has_block(text: &str) -> bool {
    top_keys(text).any(is_own)
}

/// Whether at least half of the keys at the top are a configuration's, or nearly so: every chart has a `values.yaml`.
fn is_mostly_ours(text: &str) -> bool {
    let known: BTreeSet<String> = pulsarc_eval::paths()
        .iter()
        .filter_map(|path| match path.segments() {
            [Segment::Key(key)] => Some(key.clone()),
            _ => None,
        })
        .collect();
    let is_ours = |key: &str| {
        // The values of a chart that contains Pulsar's are below its name; `check` says so.
        key == CHART
            || known.contains(key)
            || suggest::nearest(key, known.iter().map(String::as_str)).is_some_and(is_own)
    };
    let (ours, others): (Vec<&str>, Vec<&str>) = top_keys(text).partition(|key| is_ours(key));
    ours.len() >= others.len()
}

/// The name of the chart, under which an umbrella chart has its values.
const CHART: &str = "pulsar";

/// Blocks of a configuration that other programs' files have, too.
const SHARED: [&str; 7] = ["images", "volumes", "certs", "auth", "tls", "rbac", "components"];

/// Whether a key is that of a block that no other program's files have.
fn is_own(key: &str) -> bool {
    !SHARED.contains(&key) && pulsarc_eval::is_block(&KeyPath::root().key(key))
}

/// The keys at the top of a YAML or JSON text, as far as they begin a line.
fn top_keys(text: &str) -> impl Iterator<Item = &str> {
    let json = text.trim_start().starts_with('{');
    text.lines().filter_map(move |line| {
        let line = if json { line.trim_start_matches([' ', '\t', '{']) } else { line };
        let (key, _) = line.split_once(':')?;
        let key = key.trim_matches('"');
        let is_key = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-');
        (!key.is_empty() && key.chars().all(is_key)).then_some(key)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(files: &[(&str, &str)]) -> (Vec<String>, Vec<String>) {
        let top = tempfile::tempdir().expect("a folder");
        for (name, text) in files {
            let path = top.path().join(name);
            fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
            fs::write(path, text).expect("a file");
        }
        let below = |text: &str| text.replace(&format!("{}/", top.path().display()), "");
        let project = project(top.path()).expect("a project");
        let fleets = project.fleets.iter().map(|path| below(&path.display().to_string())).collect();
        (project.clusters.iter().map(|cluster| below(&cluster.name)).collect(), fleets)
    }

    #[test]
    fn values_of_an_environment_are_laid_over_those_beside_them() {
        let (clusters, _) = found(&[
            ("values.yaml", "{}"),
            ("values-prod.yaml", "{}"),
            ("staging.values.yml", "{}"),
            ("x/values_dev.yaml", "{}"),
            ("revalues.yaml", "{}"),
        ]);
        let expected = [
            "values.yaml + staging.values.yml",
            "values.yaml + values-prod.yaml",
            "values.yaml",
            "x/values_dev.yaml",
        ];
        assert_eq!(clusters, expected);
    }

    #[test]
    fn files_of_other_programs_are_not_listed() {
        let (clusters, fleets) = found(&[
            ("prod.yaml", "broker:\n  replicaCount: 3\n"),
            ("docker-compose.yaml", "services: {}\nvolumes: {}\n"),
            ("manifests/broker.yaml", "apiVersion: v1\nkind: ConfigMap\nbroker: {}\n"),
            ("chart/templates/values.yaml", "{}"),
            ("web/values.yaml", "image:\n  tag: 1\nreplicaCount: 2\nservice:\n  port: 80\ntls: {}\n"),
            ("shared.ncl", "# A function.\nfun name => { clusterName = name }\n"),
            ("fleet.ncl", "{\n  base = \"prod.yaml\",\n  environments = { a = {} },\n}\n"),
        ]);
        assert_eq!((clusters, fleets), (vec!["prod.yaml".to_owned()], vec!["fleet.ncl".to_owned()]));
    }

    #[test]
    fn environments_stand_for_the_base_that_they_import() {
        let (clusters, _) = found(&[
            ("cluster.ncl", "{}"),
            ("cluster_test.ncl", "{}"),
            ("environments/dev.ncl", "(import \"../cluster.ncl\") & {}"),
            ("flat/cluster.ncl", "{}"),
            ("flat/prod.ncl", "(import \"cluster.ncl\") & {}"),
        ]);
        assert_eq!(clusters, ["environments/dev.ncl", "flat/prod.ncl"]);
    }
}

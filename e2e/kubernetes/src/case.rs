//! The clusters that are tried: the reference cases where they lie beside the project, the project's examples elsewhere.

use crate::command::pulsarc;
use crate::extensions::documents;
use crate::project::{beside, files, root};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};

/// A cluster's configuration and what it is built for.
#[derive(Debug, Clone)]
pub struct Case {
    /// What it is called.
    pub name: String,
    release: String,
    namespace: String,
    kube_version: String,
    upgrade: bool,
    values: PathBuf,
    manifests: Option<PathBuf>,
}

/// All cases, by name.
pub fn cases() -> Vec<Case> {
    let Some(folder) = beside("reference") else { return examples() };
    files(&folder, "case.json").iter().map(|file| reference(file)).collect()
}

fn reference(file: &Path) -> Case {
    let folder = file.parent().expect("its folder");
    let case: Value = serde_json::from_slice(&fs::read(file).expect("a case")).expect("it is JSON");
    let text = |key: &str| case[key].as_str().unwrap_or_default().to_owned();
    Case {
        name: folder.file_name().expect("its name").to_string_lossy().into_owned(),
        release: text("release"),
        namespace: text("namespace"),
        kube_version: text("kube_version"),
        upgrade: case["upgrade"] == true,
        values: folder.join("values.yaml"),
        manifests: Some(folder.join("manifests.yaml")),
    }
}

/// The examples that are whole clusters. `fleet` holds several clusters in one configuration, `environments/base.ncl` and
/// `ci/common.ncl` are parts of others, `mistakes` and `upgrade` do not build on purpose, and `_test.ncl` holds tests.
fn examples() -> Vec<Case> {
    let folder = root().join("examples");
    let below = |file: &Path| file.strip_prefix(&folder).expect("below the examples").with_extension("");
    let is_cluster = |name: &str| {
        let is_other = ["fleet/", "mistakes/", "upgrade/"].iter().any(|folder| name.starts_with(folder));
        !is_other && !name.ends_with("/base") && !name.ends_with("/common") && !name.ends_with("_test")
    };
    let named_files =
        files(&folder, ".ncl").into_iter().map(|file| (below(&file).display().to_string(), file));
    let clusters = named_files.filter(|(name, _)| is_cluster(name));
    clusters.map(|(name, file)| named(name.replace('/', "-"), file)).collect()
}

/// A case of a values file's text, in the release and the namespace `pulsar`.
pub fn configured(name: &str, values: &str) -> Case {
    let folder = crate::control_plane::folder().join("values");
    fs::create_dir_all(&folder).expect("a folder");
    let file = folder.join(format!("{name}.yaml"));
    fs::write(&file, values).expect("a file");
    named(name.to_owned(), file)
}

/// A small cluster that every kind of component is in, with a change over it: few pods, and nothing beside Pulsar.
pub fn small(name: &str, change: &str) -> Case {
    let mut values: Value = serde_yaml::from_str(SMALL).expect("it is YAML");
    merge(&mut values, &serde_yaml::from_str(change).expect("it is YAML"));
    configured(name, &values.to_string())
}

const SMALL: &str = "
affinity: {anti_affinity: false}
components: {autorecovery: false, toolset: false, pulsar_manager: false}
victoria-metrics-k8s-stack: {enabled: false}
zookeeper: {replicaCount: 3}
bookkeeper: {replicaCount: 3}
broker: {replicaCount: 2}
proxy: {replicaCount: 2}
";

fn merge(into: &mut Value, over: &Value) {
    match (into, over) {
        (Value::Object(into), Value::Object(over)) => {
            for (key, value) in over {
                merge(into.entry(key).or_insert(Value::Null), value);
            }
        }
        (_, Value::Null) => {}
        (into, over) => *into = over.clone(),
    }
}

fn named(name: String, values: PathBuf) -> Case {
    Case {
        name,
        release: "pulsar".to_owned(),
        namespace: "pulsar".to_owned(),
        kube_version: "1.33".to_owned(),
        upgrade: false,
        values,
        manifests: None,
    }
}

impl Case {
    /// The same in a namespace of its own, so that it meets nothing of another case.
    #[must_use]
    pub fn apart(self) -> Self {
        Self { namespace: format!("case-{}", self.name), ..self }
    }

    /// The release that it is built for.
    pub fn release(&self) -> &str {
        &self.release
    }

    /// The namespace that it is built for.
    pub fn namespace(&self) -> &str {
        &self.namespace
    }

    /// The file of its configuration.
    pub fn values(&self) -> String {
        self.values.display().to_string()
    }

    /// What pulsarc makes of it.
    pub fn objects(&self) -> Vec<Value> {
        self.build(self.upgrade)
    }

    /// What pulsarc makes of it for a release that is there already.
    pub fn upgraded_objects(&self) -> Vec<Value> {
        self.build(true)
    }

    fn build(&self, upgrade: bool) -> Vec<Value> {
        let values = self.values.display().to_string();
        let mut arguments =
            vec!["build", &values, "--release", &self.release, "--namespace", &self.namespace];
        arguments.extend(["--kube-version", &self.kube_version, "--format", "json"]);
        if upgrade {
            arguments.push("--upgrade");
        }
        let run = pulsarc(&arguments);
        assert_eq!(run.status, 0, "{}: {}", self.name, run.stderr);
        let mut list: Value = serde_json::from_str(&run.stdout).expect("it is JSON");
        let objects = list["items"].as_array_mut().expect("a list");
        self.with_namespaces(std::mem::take(objects))
    }

    /// Whether pulsarc finds an error in it, and says at which line.
    pub fn is_refused(&self) -> bool {
        let values = self.values.display().to_string();
        let run = pulsarc(&["check", &values, "--release", &self.release]);
        assert!(run.status < 2, "{}: {}", self.name, run.stderr);
        let located = run.stderr.contains(&format!("{}.yaml:", self.name));
        assert!(run.status == 0 || located, "{}: without a line: {}", self.name, run.stderr);
        run.status == 1
    }

    /// The codes of everything that pulsarc finds in it.
    pub fn codes(&self) -> Vec<String> {
        let values = self.values.display().to_string();
        let run = pulsarc(&["check", &values, "--release", &self.release, "--format", "json"]);
        let report: Value = serde_json::from_str(&run.stdout).expect("it is JSON");
        let found = report["diagnostics"].as_array().into_iter().flatten();
        found.filter_map(|one| one["code"].as_str().map(str::to_owned)).collect()
    }

    /// What the chart makes of it, where that is known. Shell scripts are not part of it: what they run is in their
    /// place, as text.
    pub fn charts_objects(&self) -> Option<Vec<Value>> {
        let text = fs::read_to_string(self.manifests.as_ref()?).expect("manifests");
        let mut objects = documents(&text);
        objects.iter_mut().for_each(as_text);
        Some(self.with_namespaces(objects))
    }

    /// What `pulsarc diff` tells of the way from the chart's manifests to it, as JSON, where those are known.
    pub fn differences(&self) -> Option<Value> {
        Some(self.differences_from(self.manifests.as_ref()?, true))
    }

    /// What `pulsarc diff` tells of the way from another configuration to it, as JSON.
    pub fn changes_since(&self, before: &Self) -> Value {
        self.differences_from(&before.values, false)
    }

    fn differences_from(&self, before: &Path, upgrade: bool) -> Value {
        let (before, values) = (before.display().to_string(), self.values.display().to_string());
        let mut arguments = vec!["diff", &before, &values, "--release", &self.release, "--format", "json"];
        arguments.extend(["--namespace", &self.namespace, "--kube-version", &self.kube_version]);
        if upgrade {
            arguments.push("--upgrade");
        }
        let run = pulsarc(&arguments);
        assert!(run.status < 2, "{}: {}", self.name, run.stderr);
        serde_json::from_str(&run.stdout).expect("it is JSON")
    }

    /// The namespaces that have to be there, which are nobody's objects.
    pub fn namespaces(&self, objects: &[Value]) -> Vec<Value> {
        let mut names: Vec<&str> =
            objects.iter().filter_map(|object| object["metadata"]["namespace"].as_str()).collect();
        names.push(&self.namespace);
        names.sort_unstable();
        names.dedup();
        let namespace =
            |name: &str| json!({ "apiVersion": "v1", "kind": "Namespace", "metadata": { "name": name } });
        names.into_iter().map(namespace).collect()
    }

    /// An object without a namespace goes into the release's. The API ignores it for kinds that have none, but for an
    /// apply it has to be left out there.
    fn with_namespaces(&self, mut objects: Vec<Value>) -> Vec<Value> {
        const WITHOUT: [&str; 5] =
            ["Namespace", "PersistentVolume", "StorageClass", "ClusterRole", "ClusterRoleBinding"];
        for object in &mut objects {
            let placed = object["kind"].as_str().is_some_and(|kind| !WITHOUT.contains(&kind));
            if placed && object["metadata"]["namespace"].is_null() {
                object["metadata"]["namespace"] = json!(self.namespace);
            }
        }
        objects
    }
}

fn as_text(value: &mut Value) {
    match value {
        Value::Object(entries) if entries.contains_key("$script") => *value = json!(value.to_string()),
        Value::Object(entries) => entries.values_mut().for_each(as_text),
        Value::Array(items) => items.iter_mut().for_each(as_text),
        _ => {}
    }
}

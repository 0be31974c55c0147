//! A release that pulsarc applies to a lab, and what of it is in the cluster.

use crate::case::Case;
use crate::command::{Call, Run};
use crate::forecast::Forecast;
use crate::lab::Lab;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// How long a cluster may take until it changes no more.
const PATIENCE: Duration = Duration::from_secs(120);

/// The kinds whose objects a release has: where the API has them, and what they are called.
const KINDS: [(&str, &str); 19] = [
    ("api/v1", "configmaps"),
    ("api/v1", "secrets"),
    ("api/v1", "services"),
    ("api/v1", "serviceaccounts"),
    ("api/v1", "persistentvolumeclaims"),
    ("apis/apps/v1", "statefulsets"),
    ("apis/apps/v1", "deployments"),
    ("apis/batch/v1", "jobs"),
    ("apis/batch/v1", "cronjobs"),
    ("apis/policy/v1", "poddisruptionbudgets"),
    ("apis/autoscaling/v2", "horizontalpodautoscalers"),
    ("apis/networking.k8s.io/v1", "ingresses"),
    ("apis/networking.k8s.io/v1", "networkpolicies"),
    ("apis/rbac.authorization.k8s.io/v1", "roles"),
    ("apis/rbac.authorization.k8s.io/v1", "rolebindings"),
    ("apis/cert-manager.io/v1", "certificates"),
    ("apis/cert-manager.io/v1", "issuers"),
    ("apis/monitoring.coreos.com/v1", "podmonitors"),
    ("apis/operator.victoriametrics.com/v1beta1", "vmpodscrapes"),
];

/// A release in a namespace of a lab.
#[derive(Debug, Clone)]
pub struct Release<'a> {
    lab: &'a Lab,
    /// Its name.
    pub name: String,
    /// Its namespace.
    pub namespace: String,
    kubeconfig: PathBuf,
}

impl<'a> Release<'a> {
    /// A release that the administrator applies, in a namespace that is there.
    pub fn new(lab: &'a Lab, name: &str, namespace: &str) -> Self {
        let object = json!({ "apiVersion": "v1", "kind": "Namespace", "metadata": { "name": namespace } });
        let answer = lab.client().apply_as(&object, "kubectl");
        assert!(answer.is_done(), "{namespace}: {}", answer.message());
        Self { lab, name: name.to_owned(), namespace: namespace.to_owned(), kubeconfig: lab.kubeconfig() }
    }

    /// The release of a case.
    pub fn of(lab: &'a Lab, case: &Case) -> Self {
        Self::new(lab, case.release(), case.namespace())
    }

    /// The same, reached by another kubeconfig.
    #[must_use]
    pub fn with(&self, kubeconfig: &Path) -> Self {
        Self { kubeconfig: kubeconfig.to_owned(), ..self.clone() }
    }

    /// A command of pulsarc on it: the command, its inputs, and options besides those that name the cluster and the
    /// release.
    pub fn call(&self, command: &str, arguments: &[&str]) -> Call {
        let kubeconfig = self.kubeconfig.display().to_string();
        let mut all = vec![command];
        all.extend(arguments);
        all.extend(["--kubeconfig", &kubeconfig, "--namespace", &self.namespace, "--release", &self.name]);
        Call::pulsarc(&all)
    }

    /// Runs a command on it.
    pub fn run(&self, command: &str, arguments: &[&str]) -> Run {
        self.call(command, arguments).run()
    }

    /// Runs a command on it and reads the JSON that it prints.
    pub fn json(&self, command: &str, arguments: &[&str]) -> (i32, Value) {
        let mut all = arguments.to_vec();
        all.extend(["--format", "json"]);
        let run = self.run(command, &all);
        let value = serde_json::from_str(&run.stdout)
            .unwrap_or_else(|error| panic!("{command}: {error}\n{}\n{}", run.stdout, run.stderr));
        (run.status, value)
    }

    /// What a plan of a configuration says. It has to be a plan: an error is none.
    pub fn plan(&self, config: &str, arguments: &[&str]) -> Forecast {
        let mut all = vec![config];
        all.extend(arguments);
        let (status, plan) = self.json("plan", &all);
        assert!(status == 0 || status == 1, "plan {config}: {status}: {plan}");
        Forecast { status, plan }
    }

    /// Applies a configuration with everything accepted that its plan asks for.
    pub fn apply_accepting(&self, config: &str, arguments: &[&str]) -> (Forecast, Run) {
        let forecast = self.plan(config, &[]);
        let accepted = forecast.acceptance();
        let mut all = vec![config, "--yes"];
        all.extend(arguments);
        all.extend(accepted.iter().map(String::as_str));
        let run = self.run("apply", &all);
        (forecast, run)
    }

    /// Runs a command that has to succeed.
    pub fn done(&self, command: &str, arguments: &[&str]) -> Run {
        let run = self.run(command, arguments);
        assert_eq!(run.status, 0, "{command} {arguments:?}: {}\n{}", run.stdout, run.stderr);
        run
    }

    /// The objects in its namespace, without those that the cluster itself puts there: `resource/name` and the object.
    pub fn objects(&self) -> BTreeMap<String, Value> {
        let mut found = BTreeMap::new();
        for (api, plural) in KINDS {
            let list = self.lab.client().get(&format!("/{api}/namespaces/{}/{plural}", self.namespace)).body;
            for object in list["items"].as_array().into_iter().flatten() {
                let name = object["metadata"]["name"].as_str().unwrap_or_default();
                let is_clusters = ["kube-root-ca.crt", "default"].contains(&name);
                if !is_clusters {
                    found.insert(format!("{plural}/{name}"), object.clone());
                }
            }
        }
        found
    }

    /// The version of each object, which changes with every write.
    pub fn versions(&self) -> BTreeMap<String, String> {
        let version =
            |object: &Value| object["metadata"]["resourceVersion"].as_str().unwrap_or_default().to_owned();
        self.objects().iter().map(|(title, object)| (title.clone(), version(object))).collect()
    }

    /// The identity of each running pod: a pod that is made again has another one.
    pub fn pods(&self) -> BTreeMap<String, String> {
        let list = self.lab.client().get(&format!("/api/v1/namespaces/{}/pods", self.namespace)).body;
        let pods = list["items"].as_array().into_iter().flatten();
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        // A job's pod goes with its job, and no client talks to it.
        let lasting = pods.filter(|pod| pod["metadata"]["ownerReferences"][0]["kind"] != "Job");
        lasting.map(|pod| (text(&pod["metadata"]["name"]), text(&pod["metadata"]["uid"]))).collect()
    }

    /// Waits until no object changes for a second, such as status that controllers write.
    pub fn settle(&self) -> BTreeMap<String, String> {
        let start = Instant::now();
        let mut before = self.versions();
        loop {
            std::thread::sleep(Duration::from_secs(1));
            let now = self.versions();
            if now == before {
                return now;
            }
            assert!(start.elapsed() < PATIENCE, "{}: it does not settle", self.namespace);
            before = now;
        }
    }
}

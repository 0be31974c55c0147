//! Each kind of change has the consequence that the plan predicts: which pods restart, what the server rejects, and by
//! which procedure it is achieved.

use pulsarc_e2e_kubernetes::{Case, FIXED_CLASS, Forecast, Lab, Reach, Release, side_by_side, small};
use std::collections::{BTreeMap, BTreeSet};

/// A change of the small cluster, and what its plan has to say.
struct Change {
    name: &'static str,
    /// What the cluster has besides, before the change.
    before: &'static str,
    after: &'static str,
    /// Objects and what is done to them. Others may change too.
    steps: &'static [(&'static str, &'static str)],
    /// Objects and what follows from their changes.
    consequences: &'static [(&'static str, &'static str)],
    /// The workloads whose pods restart, all of them.
    restarts: &'static [&'static str],
}

/// Pods that kwok plays run no program that a controlled rollout could ask.
const BY_KUBERNETES: [&str; 2] = ["--rollout", "kubernetes"];

const NOTHING: Change =
    Change { name: "", before: "{}", after: "{}", steps: &[], consequences: &[], restarts: &[] };

const CHANGES: [Change; 17] = [
    Change {
        name: "image",
        after: "defaultPulsarImageTag: 4.0.11",
        steps: &[("StatefulSet/pulsar-broker", "update")],
        consequences: &[("StatefulSet/pulsar-broker", "restart"), ("StatefulSet/pulsar-bookie", "restart")],
        restarts: &["pulsar-zookeeper", "pulsar-bookie", "pulsar-broker", "pulsar-proxy"],
        ..NOTHING
    },
    Change {
        name: "setting",
        after: "broker: {configData: {defaultRetentionTimeInMinutes: 60}}",
        steps: &[("ConfigMap/pulsar-broker", "update")],
        consequences: &[("ConfigMap/pulsar-broker", "nextRestart")],
        ..NOTHING
    },
    Change {
        name: "setting-with-restart",
        before: "broker: {restartPodsOnConfigMapChange: true}",
        after: "broker: {restartPodsOnConfigMapChange: true, configData: {defaultRetentionTimeInMinutes: 60}}",
        steps: &[("ConfigMap/pulsar-broker", "update"), ("StatefulSet/pulsar-broker", "update")],
        consequences: &[("StatefulSet/pulsar-broker", "restart")],
        restarts: &["pulsar-broker"],
    },
    Change {
        name: "more-brokers",
        after: "broker: {replicaCount: 3}",
        steps: &[("StatefulSet/pulsar-broker", "update")],
        ..NOTHING
    },
    Change {
        name: "fewer-bookies",
        after: "bookkeeper: {replicaCount: 2}",
        steps: &[("StatefulSet/pulsar-bookie", "update")],
        consequences: &[("StatefulSet/pulsar-bookie", "dataLoss")],
        ..NOTHING
    },
    Change {
        name: "larger-disk",
        after: "zookeeper: {volumes: {data: {size: 40Gi}}}",
        steps: &[("StatefulSet/pulsar-zookeeper", "keepPods")],
        consequences: &[("StatefulSet/pulsar-zookeeper", "replace")],
        ..NOTHING
    },
    Change {
        name: "pod-management",
        after: "zookeeper: {podManagementPolicy: OrderedReady}",
        steps: &[("StatefulSet/pulsar-zookeeper", "keepPods")],
        consequences: &[("StatefulSet/pulsar-zookeeper", "replace")],
        ..NOTHING
    },
    Change {
        name: "renamed-disk",
        after: "bookkeeper: {volumes: {journal: {name: log}}}",
        steps: &[("StatefulSet/pulsar-bookie", "keepPods")],
        consequences: &[("StatefulSet/pulsar-bookie", "dataLoss")],
        restarts: &["pulsar-bookie"],
        ..NOTHING
    },
    Change {
        name: "driver",
        before: "bookkeeper: {volumes: {journal: {storageClass: {provisioner: a.example.com}}}}",
        after: "bookkeeper: {volumes: {journal: {storageClass: {provisioner: b.example.com}}}}",
        steps: &[("StorageClass/pulsar-bookie-journal", "recreate")],
        consequences: &[("StorageClass/pulsar-bookie-journal", "replace")],
        ..NOTHING
    },
    Change {
        name: "labels",
        after: "labels: {team: messaging}",
        steps: &[("StatefulSet/pulsar-broker", "update"), ("Service/pulsar-broker", "update")],
        consequences: &[("StatefulSet/pulsar-broker", "restart")],
        restarts: &["pulsar-zookeeper", "pulsar-bookie", "pulsar-broker", "pulsar-proxy"],
        ..NOTHING
    },
    Change {
        name: "without-proxies",
        after: "components: {proxy: false}",
        steps: &[("StatefulSet/pulsar-proxy", "delete"), ("Service/pulsar-proxy", "delete")],
        consequences: &[("Service/pulsar-proxy", "disconnectsClients")],
        ..NOTHING
    },
    Change {
        name: "with-autorecovery",
        after: "components: {autorecovery: true}",
        steps: &[("StatefulSet/pulsar-recovery", "create"), ("Service/pulsar-recovery", "create")],
        ..NOTHING
    },
    Change {
        name: "on-delete",
        before: "broker: {updateStrategy: {type: OnDelete}}",
        after: "broker: {updateStrategy: {type: OnDelete}, resources: {requests: {memory: 1Gi}}}",
        steps: &[("StatefulSet/pulsar-broker", "update")],
        ..NOTHING
    },
    Change {
        name: "node-port",
        after: "proxy: {service: {type: NodePort}}",
        steps: &[("Service/pulsar-proxy", "update")],
        ..NOTHING
    },
    Change {
        name: "disruption-budget",
        after: "broker: {pdb: {maxUnavailable: 2}}",
        steps: &[("PodDisruptionBudget/pulsar-broker", "update")],
        ..NOTHING
    },
    Change {
        name: "authentication",
        after: "auth: {authentication: {enabled: true, jwt: {enabled: true}}}",
        steps: &[("StatefulSet/pulsar-broker", "update"), ("StatefulSet/pulsar-proxy", "update")],
        consequences: &[("ConfigMap/pulsar-broker", "disconnectsClients")],
        restarts: &["pulsar-broker", "pulsar-proxy"],
        ..NOTHING
    },
    Change {
        name: "without-authentication",
        before: "auth: {authentication: {enabled: true, jwt: {enabled: true}}, authorization: {enabled: true}}",
        after: "auth: {authentication: {enabled: false}}",
        consequences: &[("ConfigMap/pulsar-broker", "weakensSecurity")],
        restarts: &["pulsar-broker", "pulsar-proxy"],
        ..NOTHING
    },
];

struct Trial<'a> {
    release: Release<'a>,
    change: &'a Change,
    before: Case,
    after: Case,
    wrong: Vec<String>,
}

impl<'a> Trial<'a> {
    fn new(lab: &'a Lab, change: &'a Change) -> Self {
        let before = small(&format!("before-{}", change.name), change.before).apart();
        let after = small(&format!("after-{}", change.name), change.after);
        let release = Release::new(lab, "pulsar", before.namespace());
        Self { release, change, before, after, wrong: Vec::new() }
    }

    fn claim(&mut self, holds: bool, what: impl FnOnce() -> String) {
        if !holds {
            self.wrong.push(format!("{}: {}", self.change.name, what()));
        }
    }

    /// What the plan says is what the table says.
    fn is_predicted(&mut self, forecast: &Forecast, pods: &BTreeMap<String, String>) {
        let steps = forecast.steps();
        for (object, action) in self.change.steps {
            let found = steps.get(*object);
            self.claim(found.is_some_and(|found| found == action), || {
                format!("{object}: {action} is not in the plan, but {found:?}")
            });
        }
        let consequences = forecast.consequences();
        for (object, kind) in self.change.consequences {
            let found = consequences.get(*object);
            self.claim(found.is_some_and(|found| found.contains(*kind)), || {
                format!("{object}: {kind} is not predicted, but {found:?}")
            });
        }
        let is_named = |pod: &&String| self.change.restarts.contains(&workload(pod));
        let named: BTreeSet<String> = pods.keys().filter(is_named).cloned().collect();
        let predicted = forecast.restarts();
        self.claim(predicted == named, || format!("restarts are {predicted:?} instead of {named:?}"));
    }

    /// What the server rejects when it is simply applied is a procedure in the plan, or not done at all.
    fn rejections_have_procedures(&mut self, lab: &Lab, forecast: &Forecast) {
        let steps = forecast.steps();
        for mut object in self.after.objects() {
            if object["metadata"]["namespace"].is_string() {
                object["metadata"]["namespace"] = self.release.namespace.clone().into();
            }
            let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
            let title = format!("{}/{}", text(&object["kind"]), text(&object["metadata"]["name"]));
            let answer = lab.client().try_apply(&object);
            let action = steps.get(&title).map(String::as_str);
            if answer.status == 422 {
                let is_left = action.is_none() && object["kind"] == "Job";
                let by_procedure =
                    action.is_some_and(|action| !["create", "update", "delete"].contains(&action));
                self.claim(by_procedure || is_left, || {
                    format!("{title} is rejected ({}), and the plan says {action:?}", answer.message())
                });
            } else {
                let plain = action.is_none_or(|action| ["create", "update", "recreate"].contains(&action));
                self.claim(plain, || format!("{title} is not rejected, and the plan says {action:?}"));
            }
        }
    }

    fn run(mut self, lab: &Lab) -> Vec<String> {
        let (before, after) = (self.before.values(), self.after.values());
        let install = self.release.run("apply", &[&before, "--yes", "--timeout", "3m"]);
        if install.status != 0 {
            self.claim(false, || format!("it is not installed: {}\n{}", install.stdout, install.stderr));
            return self.wrong;
        }
        let versions = self.release.settle();
        let pods = self.release.pods();
        let forecast = self.release.plan(&after, &BY_KUBERNETES);
        self.claim(forecast.status == 1, || "the plan is empty".to_owned());
        self.is_predicted(&forecast, &pods);
        self.rejections_have_procedures(lab, &forecast);
        let decisions = forecast.decisions();
        if !decisions.is_empty() {
            let run = self.release.run("apply", &[&[after.as_str(), "--yes"][..], &BY_KUBERNETES].concat());
            self.claim(run.status == 1, || format!("{decisions:?} was not asked for: {}", run.stdout));
            let named = decisions
                .iter()
                .all(|decision| run.stderr.contains(decision) || run.stdout.contains(decision));
            self.claim(named, || format!("{decisions:?} is not named: {}", run.stderr));
        }
        let now = self.release.versions();
        self.claim(now == versions, || "a plan or a rejected apply changes objects".to_owned());
        let (_, run) =
            self.release.apply_accepting(&after, &[&["--timeout", "3m"][..], &BY_KUBERNETES].concat());
        self.claim(run.status == 0, || format!("it is not applied: {}\n{}", run.stdout, run.stderr));
        self.release.settle();
        let changed: BTreeSet<String> = self
            .release
            .pods()
            .into_iter()
            .filter(|(name, uid)| pods.get(name).is_some_and(|old| old != uid))
            .map(|(name, _)| name)
            .collect();
        let predicted: BTreeSet<String> = forecast.restarts();
        self.claim(changed == predicted, || format!("{changed:?} restarted instead of {predicted:?}"));
        let again = self.release.plan(&after, &BY_KUBERNETES);
        self.claim(again.status == 0, || format!("a second plan has {:?}", again.steps()));
        self.wrong
    }
}

/// `pulsar-broker` of `pulsar-broker-1`.
fn workload(pod: &str) -> &str {
    pod.rsplit_once('-').map_or(pod, |(name, _)| name)
}

#[test]
#[ignore = "needs Go, and starts a Kubernetes API server"]
fn every_kind_of_change_has_the_predicted_consequence() {
    let lab = Lab::start("live-changes", Reach::Rollout);
    let changes: Vec<&Change> = CHANGES.iter().collect();
    let wrong = side_by_side(changes, 6, |change| Trial::new(&lab, change).run(&lab)).concat();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
#[ignore = "needs Go, and starts a Kubernetes API server"]
fn a_disk_that_cannot_grow_blocks_the_change() {
    let lab = Lab::start("live-fixed-disk", Reach::Rollout);
    let disk = |size: &str| {
        format!("zookeeper: {{volumes: {{data: {{size: {size}, storageClassName: {FIXED_CLASS}}}}}}}")
    };
    let before = small("fixed-disk-before", &disk("20Gi")).apart();
    let after = small("fixed-disk-after", &disk("40Gi"));
    let release = Release::of(&lab, &before);
    release.done("apply", &[&before.values(), "--yes"]);
    let versions = release.settle();
    let forecast = release.plan(&after.values(), &[]);
    assert!(forecast.rejections().contains("StatefulSet/pulsar-zookeeper"), "{}", forecast.plan);
    let (_, run) = release.apply_accepting(&after.values(), &[]);
    assert_eq!(run.status, 1, "{}", run.stdout);
    assert_eq!(versions, release.versions());
}

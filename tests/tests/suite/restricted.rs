//! Every pod of a hardened cluster keeps Kubernetes' restricted pod security standard: each rule of the standard, over
//! the pods of many combinations of components. In process, since they are some hundreds.

use pulsarc_compiler::{Format, KubeVersion, Layer, Target, build};
use pulsarc_tests::{pulsarc_in, root};
use serde_json::Value;

const VOLUMES: [&str; 8] = [
    "configMap",
    "csi",
    "downwardAPI",
    "emptyDir",
    "ephemeral",
    "persistentVolumeClaim",
    "projected",
    "secret",
];
const SYSCTLS: [&str; 10] = [
    "kernel.shm_rmid_forced",
    "net.ipv4.ip_local_port_range",
    "net.ipv4.ip_unprivileged_port_start",
    "net.ipv4.tcp_syncookies",
    "net.ipv4.ping_group_range",
    "net.ipv4.ip_local_reserved_ports",
    "net.ipv4.tcp_keepalive_time",
    "net.ipv4.tcp_fin_timeout",
    "net.ipv4.tcp_keepalive_intvl",
    "net.ipv4.tcp_keepalive_probes",
];

fn list<'v>(value: &'v Value, key: &str) -> impl Iterator<Item = &'v Value> {
    value[key].as_array().into_iter().flatten()
}

fn containers(pod: &Value) -> impl Iterator<Item = &Value> {
    ["initContainers", "containers", "ephemeralContainers"].into_iter().flat_map(|key| list(pod, key))
}

/// Each rule of the standard that a pod breaks, by its name there.
fn broken(template: &Value) -> Vec<String> {
    let pod = &template["spec"];
    let mut broken = Vec::new();
    let mut hold = |holds: bool, rule: &str, about: &Value| {
        if !holds {
            broken.push(format!("{rule}: {about}"));
        }
    };
    for key in ["hostNetwork", "hostPID", "hostIPC"] {
        hold(pod[key] != true, "host namespaces", &pod[key]);
    }
    for volume in list(pod, "volumes") {
        let kinds = volume.as_object().expect("a volume").keys().filter(|key| *key != "name");
        hold(kinds.into_iter().all(|kind| VOLUMES.contains(&kind.as_str())), "volume types", volume);
    }
    let of_pod = &pod["securityContext"];
    for sysctl in list(of_pod, "sysctls") {
        hold(SYSCTLS.contains(&sysctl["name"].as_str().unwrap_or_default()), "sysctls", sysctl);
    }
    for (_, profile) in template["metadata"]["annotations"]
        .as_object()
        .into_iter()
        .flatten()
        .filter(|(key, _)| key.starts_with("container.apparmor.security.beta.kubernetes.io/"))
    {
        hold(profile != "unconfined", "AppArmor", profile);
    }
    hold(of_pod["runAsUser"] != 0, "running as non-root user", of_pod);
    for container in containers(pod) {
        let own = &container["securityContext"];
        let inherited = |key: &str| if own[key].is_null() { &of_pod[key] } else { &own[key] };
        hold(own["privileged"] != true, "privileged containers", container);
        for context in [of_pod, own] {
            hold(context["windowsOptions"]["hostProcess"] != true, "HostProcess", container);
            let profile = &context["appArmorProfile"]["type"];
            hold(profile.is_null() || profile != "Unconfined", "AppArmor", container);
            let linux = &context["seLinuxOptions"];
            hold(linux["user"].is_null() && linux["role"].is_null(), "SELinux", container);
        }
        hold(list(&own["capabilities"], "drop").any(|one| one == "ALL"), "capabilities, drop", container);
        hold(
            list(&own["capabilities"], "add").all(|one| one == "NET_BIND_SERVICE"),
            "capabilities, add",
            container,
        );
        for port in list(container, "ports") {
            hold(port["hostPort"].is_null() || port["hostPort"] == 0, "host ports", port);
        }
        for probe in ["livenessProbe", "readinessProbe", "startupProbe"] {
            for handler in ["httpGet", "tcpSocket"] {
                hold(container[probe][handler]["host"].is_null(), "host probes", container);
            }
        }
        hold(own["procMount"].is_null() || own["procMount"] == "Default", "/proc mount type", container);
        hold(own["allowPrivilegeEscalation"] == false, "privilege escalation", container);
        hold(inherited("runAsNonRoot") == true, "running as non-root", container);
        hold(own["runAsUser"] != 0, "running as non-root user", container);
        let seccomp = inherited("seccompProfile")["type"].as_str();
        hold(matches!(seccomp, Some("RuntimeDefault" | "Localhost")), "seccomp", container);
    }
    broken
}

fn templates(config: &str) -> Option<Vec<(String, Value)>> {
    let format = Format::Nickel(root().to_owned().into());
    let layer = Layer { name: "c.ncl".to_owned(), format, bytes: config.as_bytes().to_vec() };
    let target = Target {
        release: "pulsar".to_owned(),
        namespace: "ns".to_owned(),
        kube_version: KubeVersion { major: 1, minor: 33 },
        upgrade: false,
    };
    let built = build(&[layer], &target);
    let pods = built.objects.iter().filter_map(|object| {
        let template = serde_json::to_value(object.pod_template()?).expect("it is written");
        Some((object.to_string(), template))
    });
    (!built.objects.is_empty()).then(|| pods.collect())
}

/// The combinations of switches that change which pods there are, or what is in them.
fn combinations() -> Vec<String> {
    let switches = ["functions", "function_worker", "proxy", "toolset", "pulsar_manager", "dekaf", "oxia"];
    let extras = [
        "",
        "& pulsar.tls.everywhere",
        "& pulsar.auth.tokens",
        "& { standalone.enabled = true }",
        "& { zookeeper.statefulset_upgrade.enabled = true, volumes.persistence = false }",
    ];
    let mut all = Vec::new();
    for extra in extras {
        for on in 0..1 << switches.len() {
            let lines: String = switches
                .iter()
                .enumerate()
                .map(|(at, name)| format!("components.{name} = {}, ", on >> at & 1 == 1))
                .collect();
            // Oxia takes ZooKeeper's place.
            let zookeeper = on >> (switches.len() - 1) & 1 == 0;
            all.push(format!("{{ {lines} components.zookeeper = {zookeeper} }} {extra}"));
        }
    }
    all
}

#[test]
fn hardened_pods_keep_every_rule_of_the_standard() {
    let (mut clusters, mut pods) = (0, 0);
    for combination in combinations() {
        let config = format!("let pulsar = import \"pulsar.ncl\" in pulsar.presets.hardened & {combination}");
        // What goes with what is another test's: many a combination is refused.
        let Some(templates) = templates(&config) else { continue };
        clusters += 1;
        for (name, template) in templates {
            pods += 1;
            let broken = broken(&template);
            assert!(broken.is_empty(), "{combination}: {name}: {broken:#?}");
        }
    }
    assert!(clusters > 150 && pods > 1500, "only {clusters} clusters with {pods} pods");
}

#[test]
fn the_standard_is_read_as_it_is_written() {
    let plain = templates("{}").expect("the default cluster");
    assert!(plain.iter().all(|(_, template)| !broken(template).is_empty()), "the defaults do not keep it");
    let good = serde_json::json!({"spec": {
        "securityContext": {"runAsNonRoot": true, "seccompProfile": {"type": "RuntimeDefault"}},
        "containers": [{"name": "c", "securityContext":
            {"allowPrivilegeEscalation": false, "capabilities": {"drop": ["ALL"]}}}],
    }});
    assert_eq!(broken(&good), Vec::<String>::new());
    let spoilt: [(&str, Value); 9] = [
        ("/spec/hostPID", serde_json::json!(true)),
        ("/spec/volumes", serde_json::json!([{"name": "v", "hostPath": {"path": "/"}}])),
        ("/spec/securityContext/runAsUser", serde_json::json!(0)),
        ("/spec/securityContext/sysctls", serde_json::json!([{"name": "kernel.msgmax"}])),
        ("/spec/containers/0/securityContext/runAsNonRoot", serde_json::json!(false)),
        ("/spec/containers/0/securityContext/privileged", serde_json::json!(true)),
        ("/spec/containers/0/securityContext/seccompProfile", serde_json::json!({"type": "Unconfined"})),
        ("/spec/containers/0/ports", serde_json::json!([{"hostPort": 80}])),
        ("/spec/containers/0/securityContext/capabilities/add", serde_json::json!(["NET_ADMIN"])),
    ];
    for (place, value) in spoilt {
        let mut template = good.clone();
        let (parent, key) = place.rsplit_once('/').expect("a place");
        template.pointer_mut(parent).expect("its parent")[key] = value;
        assert_eq!(broken(&template).len(), 1, "{place}: {:#?}", broken(&template));
    }
}

#[test]
fn tokens_are_mounted_only_with_permissions() {
    let config = "let pulsar = import \"pulsar.ncl\" in\n\
        pulsar.presets.hardened & pulsar.presets.function_worker & {\n\
          extraDeploy = [{ apiVersion = \"rbac.authorization.k8s.io/v1\", kind = \"RoleBinding\",\n\
            metadata.name = \"mine\", roleRef = { apiGroup = \"rbac.authorization.k8s.io\", kind = \"Role\", name = \"r\" },\n\
            subjects = [{ kind = \"ServiceAccount\", name = \"pulsar-toolset\" }] }],\n\
        }\n";
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("c.ncl"), config).expect("a file");
    let run = pulsarc_in(folder.path(), &["build", "c.ncl", "--format", "json"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let list: Value = serde_json::from_str(&run.stdout).expect("it is JSON");
    let token = |name: &str| {
        let items = list["items"].as_array().expect("a list");
        let runs = |item: &&Value| item["metadata"]["name"] == name && item["kind"] == "StatefulSet";
        let found = items.iter().find(runs).unwrap_or_else(|| panic!("no {name}"));
        found["spec"]["template"]["spec"]["automountServiceAccountToken"].clone()
    };
    for name in ["pulsar-bookie", "pulsar-zookeeper", "pulsar-proxy", "pulsar-recovery"] {
        assert_eq!(token(name), false, "{name} asks nothing");
    }
    assert_eq!(token("pulsar-function-worker"), Value::Null, "it starts pods");
    assert_eq!(token("pulsar-toolset"), Value::Null, "the user gives it rights");
}

//! The rights that plan, apply, status and drift need: for the kinds of the wanted objects, and for what pulsarc reads beside them.
//!
//! Kubernetes lets nobody grant a right that they do not have. So whoever applies a Role needs the rights in it.

use super::model::Choices;
use super::observe::{class_of, kind_and_name, named_of};
use super::rollouts::controlled::is_controlled;
use crate::inventory;
use crate::release::Wanted;
use crate::resource::{Resource, kind_of};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// What a rule allows: the groups, resources and names, to the verbs.
type Rules = BTreeMap<(String, String, Vec<String>), BTreeSet<&'static str>>;

/// What rules have in common that can be one: the group, the names and the verbs.
type Allowed = (String, Vec<String>, Vec<&'static str>);

/// The rights in one place: a namespace, or the whole cluster.
#[derive(Debug, Default)]
struct Place {
    rules: Rules,
    /// Rules of the wanted roles, as they are.
    granted: Vec<Value>,
}

/// What every kind of object takes: lists and single reads, dry runs and applies (which create what does not exist), and deletions.
const OBJECT: [&str; 5] = ["create", "delete", "get", "list", "patch"];

/// The group of roles and bindings.
const API: &str = "rbac.authorization.k8s.io";

/// The name of the subject in the bindings, for the user to replace.
const SUBJECT: &str = "USER";

/// The roles that plan, apply, status and drift need for a release: Roles with their bindings, and cluster roles only for objects
/// outside of namespaces. The bindings name a user `USER`. Programs in pods are run only by controlled rollouts.
pub fn rights(wanted: &Wanted, choices: &Choices) -> Vec<Value> {
    let mut places: BTreeMap<Option<String>, Place> = BTreeMap::new();
    for object in &wanted.objects {
        let (id, resource) = (wanted.identity(object), resource(object));
        let place = places.entry(id.namespace.clone().filter(|_| resource.namespaced)).or_default();
        place.allow(&resource, &[], &OBJECT);
        match id.kind.as_str() {
            "Role" | "ClusterRole" => {
                place
                    .granted
                    .extend(object.get("rules").and_then(Value::as_array).into_iter().flatten().cloned());
            }
            "RoleBinding" | "ClusterRoleBinding" => bind(wanted, object, place, id.namespace.as_deref()),
            _ => {}
        }
    }
    for object in &wanted.objects {
        let id = wanted.identity(object);
        let place = places.entry(id.namespace.clone()).or_default();
        place.beside(&id.kind, object);
        if is_controlled(object, &wanted.facts, choices) {
            // The connection begins as a GET request, which newer API servers check as a creation as well.
            place.rule("", "pods/exec", &[], &["create", "get"]);
        }
    }
    places.entry(Some(wanted.release.namespace.clone())).or_default().inventory(wanted);
    needs(wanted, &mut places);
    let name = format!("pulsarc-{}", wanted.release.name);
    // Outside of namespaces, releases of one name in two namespaces have two roles.
    let cluster_wide = format!("pulsarc-{}-{}", wanted.release.namespace, wanted.release.name);
    let roles = places.into_iter().map(|(namespace, place)| match namespace {
        Some(namespace) => place.roles(&name, Some(&namespace)),
        None => place.roles(&cluster_wide, None),
    });
    roles.flatten().collect()
}

/// A kind whose plural no table has is guessed, as its definition most likely names it.
fn resource(object: &Value) -> Resource {
    let (group, version, kind) = kind_of(object);
    Resource::known(group, version, kind).unwrap_or_else(|| Resource {
        group: group.to_owned(),
        version: version.to_owned(),
        kind: kind.to_owned(),
        plural: format!("{}s", kind.to_lowercase()),
        namespaced: !pulsarc_diff::is_cluster_wide(kind),
    })
}

/// The right to bind a role that is not among the objects.
fn bind(wanted: &Wanted, binding: &Value, place: &mut Place, namespace: Option<&str>) {
    let of =
        |key: &str| binding.pointer("/roleRef").and_then(|role| role.get(key)?.as_str()).unwrap_or_default();
    let (kind, name) = (of("kind"), of("name"));
    let is_wanted = wanted.objects.iter().any(|object| {
        let id = wanted.identity(object);
        id.kind == kind && id.name == name && (kind == "ClusterRole" || id.namespace.as_deref() == namespace)
    });
    let Some(resource) = Resource::of_kind(API, kind).filter(|_| !is_wanted) else {
        return;
    };
    place.allow(&resource, &[name], &["bind"]);
}

/// Whether and how each needed thing is looked up.
fn needs(wanted: &Wanted, places: &mut BTreeMap<Option<String>, Place>) {
    let needs = wanted.needs.iter().flat_map(pulsarc_export::Requirements::objects);
    for (list, needed) in needs.flat_map(|(list, all)| all.iter().map(move |one| (list, one))) {
        let (kind, name) = kind_and_name(list, needed);
        if let Some(class) = class_of(kind) {
            places.entry(None).or_default().allow(&class, &[], &["list"]);
        } else if let Some(resource) = named_of(kind) {
            let namespace = resource.namespaced.then(|| wanted.release.namespace.clone());
            places.entry(namespace).or_default().allow(&resource, &[name], &["get"]);
        }
    }
    let claims = |object: &Value| object.pointer("/spec/volumeClaimTemplates").is_some();
    if let Some(class) = class_of("StorageClass").filter(|_| wanted.objects.iter().any(claims)) {
        places.entry(None).or_default().allow(&class, &[], &["list"]);
    }
}

/// The objects that the volumes of a pod are made of, with the plurals of their kinds.
fn volumes(pod: &Value) -> impl Iterator<Item = (&'static str, &str)> {
    let volumes = pod.get("volumes").and_then(Value::as_array).into_iter().flatten();
    volumes.filter_map(|volume| {
        const SOURCES: [(&str, &str); 3] = [
            ("/secret/secretName", "secrets"),
            ("/configMap/name", "configmaps"),
            ("/persistentVolumeClaim/claimName", "persistentvolumeclaims"),
        ];
        SOURCES.iter().find_map(|(pointer, plural)| Some((*plural, volume.pointer(pointer)?.as_str()?)))
    })
}

impl Place {
    fn allow(&mut self, resource: &Resource, names: &[&str], verbs: &[&'static str]) {
        self.rule(&resource.group, &resource.plural, names, verbs);
    }

    fn rule(&mut self, group: &str, plural: &str, names: &[&str], verbs: &[&'static str]) {
        let names = names.iter().map(|name| (*name).to_owned()).collect();
        self.rules.entry((group.to_owned(), plural.to_owned(), names)).or_default().extend(verbs);
    }

    /// The Secret and the Lease of a release. Nobody can be allowed to create only objects of a name.
    fn inventory(&mut self, wanted: &Wanted) {
        let name = inventory::name(&wanted.release);
        for (group, plural) in [("", "secrets"), ("coordination.k8s.io", "leases")] {
            self.rule(group, plural, &[], &["create"]);
            self.rule(group, plural, &[&name], &["delete", "get", "update"]);
        }
    }

    /// What is used beside a workload: its pods, why they do not start, its claims, and who sets their number.
    fn beside(&mut self, kind: &str, object: &Value) {
        let Some(pod) = object.pointer("/spec/template/spec") else { return };
        self.rule("", "pods", &[], &["list"]);
        self.rule("", "pods/log", &[], &["get"]);
        self.rule("", "events", &[], &["list"]);
        if object.pointer("/spec/replicas").is_some() {
            self.rule("autoscaling", "horizontalpodautoscalers", &[], &["list"]);
        }
        match kind {
            // A pod keeps the service name that it was created with: it restarts if that changes.
            "StatefulSet" => self.rule("", "pods", &[], &["delete"]),
            "Deployment" => self.rule("apps", "replicasets", &[], &["list"]),
            _ => {}
        }
        // Claims are listed if a StatefulSet changes them or goes, and grow before it does.
        if object.pointer("/spec/volumeClaimTemplates").is_some() {
            self.rule("", "persistentvolumeclaims", &[], &["get", "list", "patch"]);
        }
        for (plural, name) in volumes(pod) {
            self.rule("", plural, &[name], &["get"]);
        }
    }

    /// The role of this place and its binding; rules with the same verbs and group are one.
    fn roles(self, name: &str, namespace: Option<&str>) -> Vec<Value> {
        let unnamed: BTreeMap<(String, String), BTreeSet<&str>> = self
            .rules
            .iter()
            .filter(|((.., names), _)| names.is_empty())
            .map(|((group, plural, _), verbs)| ((group.clone(), plural.clone()), verbs.clone()))
            .collect();
        let mut merged: BTreeMap<Allowed, Vec<String>> = BTreeMap::new();
        for ((group, plural, names), mut verbs) in self.rules {
            // What every object of the kind allows needs no name.
            if let Some(all) = unnamed.get(&(group.clone(), plural.clone())).filter(|_| !names.is_empty()) {
                verbs.retain(|verb| !all.contains(verb));
            }
            if !verbs.is_empty() {
                merged.entry((group, names, verbs.into_iter().collect())).or_default().push(plural);
            }
        }
        let mut rules: Vec<Value> = merged
            .into_iter()
            .map(|((group, names, verbs), resources)| {
                let mut rule = json!({"apiGroups": [group], "resources": resources, "verbs": verbs});
                if !names.is_empty() {
                    rule["resourceNames"] = names.into();
                }
                rule
            })
            .collect();
        for rule in self.granted {
            if !rules.contains(&rule) {
                rules.push(rule);
            }
        }
        let (role, binding) = match namespace {
            Some(_) => ("Role", "RoleBinding"),
            None => ("ClusterRole", "ClusterRoleBinding"),
        };
        let mut metadata = json!({ "name": name });
        if let Some(namespace) = namespace {
            metadata["namespace"] = namespace.into();
        }
        vec![
            json!({"apiVersion": format!("{API}/v1"), "kind": role, "metadata": metadata, "rules": rules}),
            json!({"apiVersion": format!("{API}/v1"), "kind": binding, "metadata": metadata,
                "roleRef": {"apiGroup": API, "kind": role, "name": name},
                "subjects": [{"apiGroup": API, "kind": "User", "name": SUBJECT}]}),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{RolloutChoices, RolloutMode};
    use crate::release::{Origin, Release};
    use pulsarc_diag::Secrets;
    use pulsarc_diff::{ComponentFacts, Facts};
    use pulsarc_model::{Departure, Endpoint, Members, Role, Rollout, Stage};

    fn roles(objects: Vec<Value>) -> Vec<Value> {
        rights(&wanted(objects), &Choices::default())
    }

    fn wanted(objects: Vec<Value>) -> Wanted {
        Wanted {
            release: Release { name: "r".to_owned(), namespace: "ns".to_owned() },
            objects,
            facts: Facts::new(),
            needs: None,
            origin: Origin::default(),
            secrets: Secrets::default(),
        }
    }

    /// The verbs for a resource, those for single names with them.
    fn verbs(role: &Value, resource: &str) -> Vec<String> {
        let rules = role["rules"].as_array().cloned().unwrap_or_default();
        let of = rules
            .iter()
            .filter(|rule| rule["resources"].as_array().is_some_and(|all| all.contains(&resource.into())));
        let text = |rule: &Value| {
            let verbs: Vec<&str> =
                rule["verbs"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
            match rule.get("resourceNames") {
                Some(names) => format!("{} {names}", verbs.join(",")),
                None => verbs.join(","),
            }
        };
        of.map(text).collect()
    }

    #[test]
    fn kinds_that_are_not_wanted_get_no_rights() {
        let found = roles(vec![json!({"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "a"}})]);
        let [role, binding] = found.as_slice() else { panic!("{found:?}") };
        assert_eq!((&role["kind"], &role["metadata"]["namespace"]), (&json!("Role"), &json!("ns")));
        assert_eq!(binding["roleRef"]["name"], role["metadata"]["name"]);
        assert_eq!(verbs(role, "configmaps"), ["create,delete,get,list,patch"]);
        assert_eq!(verbs(role, "secrets"), ["create", "delete,get,update [\"pulsarc.r\"]"]);
        assert_eq!(verbs(role, "statefulsets"), Vec::<String>::new());
        assert_eq!(verbs(role, "pods"), Vec::<String>::new());
    }

    #[test]
    fn a_workload_needs_rights_to_its_pods_and_to_what_they_mount() {
        let volumes = json!([{"secret": {"secretName": "tls"}}, {"configMap": {"name": "scripts"}}]);
        let found =
            roles(vec![json!({"apiVersion": "apps/v1", "kind": "StatefulSet", "metadata": {"name": "a"},
            "spec": {"replicas": 1, "template": {"spec": {"volumes": volumes}}}})]);
        let role = &found[0];
        assert_eq!(verbs(role, "pods"), ["delete,list"]);
        assert_eq!(verbs(role, "pods/log"), ["get"]);
        assert_eq!(verbs(role, "configmaps"), ["get [\"scripts\"]"]);
        assert!(verbs(role, "secrets").contains(&"get [\"tls\"]".to_owned()));
        assert_eq!(verbs(role, "persistentvolumeclaims"), Vec::<String>::new());
        assert_eq!(verbs(role, "replicasets"), Vec::<String>::new());
    }

    #[test]
    fn only_a_controlled_rollout_runs_programs_in_pods() {
        let set = |strategy: &str| {
            json!({"apiVersion": "apps/v1", "kind": "StatefulSet",
                "metadata": {"name": "a", "labels": {"component": "broker"}},
                "spec": {"updateStrategy": {"type": strategy}, "template": {"spec": {}}}})
        };
        let endpoint = Endpoint::plain("webServicePort", 8080);
        let facts = ComponentFacts {
            block: "broker",
            image: "images.broker",
            persists: None,
            departure: Departure { members: Members::Alike, one: "", last: None, drain: None },
            stage: Stage::Brokers,
            rollout: Some(Rollout { role: Role::Broker, endpoint }),
            programs: &[],
        };
        let exec = |strategy: &str, mode: RolloutMode| {
            let mut wanted = wanted(vec![set(strategy)]);
            wanted.facts.insert("broker".to_owned(), facts);
            let rollout = RolloutChoices { mode, ..RolloutChoices::default() };
            verbs(&rights(&wanted, &Choices { rollout, ..Choices::default() })[0], "pods/exec")
        };
        assert_eq!(exec("OnDelete", RolloutMode::Auto), ["create,get"]);
        assert_eq!(exec("RollingUpdate", RolloutMode::Controlled), ["create,get"]);
        assert_eq!(exec("RollingUpdate", RolloutMode::Auto), Vec::<String>::new());
        assert_eq!(exec("OnDelete", RolloutMode::Kubernetes), Vec::<String>::new());
    }

    #[test]
    fn whoever_applies_a_role_has_its_rights() {
        let rule = json!({"apiGroups": ["apps"], "resources": ["deployments"], "verbs": ["*"]});
        let api = "rbac.authorization.k8s.io/v1";
        let found = roles(vec![
            json!({"apiVersion": api, "kind": "Role", "metadata": {"name": "a"}, "rules": [rule]}),
            json!({"apiVersion": api, "kind": "RoleBinding", "metadata": {"name": "a"},
                "roleRef": {"kind": "ClusterRole", "name": "view"}}),
        ]);
        let role = &found[0];
        assert!(role["rules"].as_array().is_some_and(|rules| rules.contains(&rule)));
        assert_eq!(verbs(role, "clusterroles"), ["bind [\"view\"]"]);
    }

    #[test]
    fn only_what_is_outside_of_namespaces_is_in_a_cluster_role() {
        let found = roles(vec![
            json!({"apiVersion": "storage.k8s.io/v1", "kind": "StorageClass", "metadata": {"name": "a"}}),
            json!({"apiVersion": "v1", "kind": "Service", "metadata": {"name": "a"}}),
        ]);
        let kinds: Vec<&str> = found.iter().filter_map(|object| object["kind"].as_str()).collect();
        assert_eq!(kinds, ["ClusterRole", "ClusterRoleBinding", "Role", "RoleBinding"]);
        assert_eq!(verbs(&found[0], "storageclasses"), ["create,delete,get,list,patch"]);
        assert_eq!(verbs(&found[0], "services"), Vec::<String>::new());
    }
}

//! What pods ask of nodes: labels, and as many nodes as there are pods that must not share one.

use super::NodeNeed;
use crate::workload::{Workload, workloads};
use pulsarc_kube::Object;
use pulsarc_kube::k8s_openapi::api::core::v1::{NodeSelectorRequirement, NodeSelectorTerm};
use std::collections::{BTreeMap, BTreeSet};

/// The label that each node has for itself.
const HOST: &str = "kubernetes.io/hostname";

/// A label and its values, to how many of them are needed and by whom.
type Needs = BTreeMap<(String, Vec<String>), (u64, BTreeSet<String>)>;

/// The labels that the pods of all workloads ask for.
pub(super) fn nodes(objects: &[Object]) -> Vec<NodeNeed> {
    let mut needs = Needs::new();
    for workload in workloads(objects) {
        for (label, values, least) in asked(&workload) {
            // Every node has its host name.
            if label == HOST && least < 2 {
                continue;
            }
            let need = needs.entry((label, values)).or_default();
            need.0 = need.0.max(least);
            need.1.insert(workload.object.to_string());
        }
    }
    needs
        .into_iter()
        .map(|((label, values), (least, by))| NodeNeed {
            label,
            values,
            least,
            used_by: by.into_iter().collect(),
        })
        .collect()
}

fn asked(workload: &Workload<'_>) -> Vec<(String, Vec<String>, u64)> {
    let pods = u64::try_from(workload.replicas).unwrap_or_default();
    let pod = workload.pod;
    let selected = pod.node_selector.iter().flatten();
    let mut asked: Vec<(String, Vec<String>, u64)> =
        selected.map(|(label, value)| (label.clone(), vec![value.clone()], 1)).collect();
    if let Some(affinity) = &pod.affinity {
        let node = affinity.node_affinity.as_ref();
        let required =
            node.and_then(|node| node.required_during_scheduling_ignored_during_execution.as_ref());
        // Of several terms one is enough: that asks for no single label.
        if let Some([term]) = required.map(|required| required.node_selector_terms.as_slice()) {
            asked.extend(of_term(term));
        }
        let anti = affinity.pod_anti_affinity.as_ref();
        let terms = anti.and_then(|anti| anti.required_during_scheduling_ignored_during_execution.as_ref());
        asked.extend(terms.into_iter().flatten().map(|term| (term.topology_key.clone(), Vec::new(), pods)));
    }
    let spread = pod.topology_spread_constraints.iter().flatten();
    let strict = spread.filter(|constraint| constraint.when_unsatisfiable == "DoNotSchedule");
    asked.extend(strict.map(|constraint| {
        let least = constraint.min_domains.and_then(|least| u64::try_from(least).ok()).unwrap_or(1);
        (constraint.topology_key.clone(), Vec::new(), least)
    }));
    asked.retain(|(.., least)| *least > 0);
    asked
}

fn of_term(term: &NodeSelectorTerm) -> Vec<(String, Vec<String>, u64)> {
    let asks =
        |requirement: &&NodeSelectorRequirement| matches!(requirement.operator.as_str(), "In" | "Exists");
    let expressions = term.match_expressions.iter().flatten().filter(asks);
    expressions
        .map(|requirement| (requirement.key.clone(), requirement.values.clone().unwrap_or_default(), 1))
        .collect()
}

//! What others provide for an object before anybody can use it: addresses, and paths of the API.

use super::{Readiness, condition, text};
use serde_json::Value;

/// A service of type `LoadBalancer` has an address.
pub(super) fn of_service(service: &Value) -> Readiness {
    if text(service, "/spec/type") != Some("LoadBalancer") || has_address(service) {
        return Readiness::Ready;
    }
    Readiness::Waiting("its load balancer has no address yet".to_owned())
}

/// An ingress has an address.
pub(super) fn of_ingress(ingress: &Value) -> Readiness {
    if has_address(ingress) {
        return Readiness::Ready;
    }
    Readiness::Waiting(match text(ingress, "/spec/ingressClassName") {
        Some(class) => format!("it has no address yet (IngressClass {class})"),
        None => "it has no address yet, and names no IngressClass".to_owned(),
    })
}

/// The API server serves a kind.
pub(super) fn of_definition(definition: &Value) -> Readiness {
    let established = condition(definition, "Established").is_some_and(|condition| condition.is("True"));
    if established {
        return Readiness::Ready;
    }
    match condition(definition, "NamesAccepted").filter(|accepted| accepted.is("False")) {
        Some(refused) => Readiness::Failed {
            why: format!("its names are not accepted: {}", refused.words()),
            advice: "another definition has the same names: kubectl get crd".to_owned(),
        },
        None => Readiness::Waiting("the API server does not serve it yet".to_owned()),
    }
}

fn has_address(object: &Value) -> bool {
    let all = object.pointer("/status/loadBalancer/ingress").and_then(Value::as_array);
    all.into_iter().flatten().any(|one| text(one, "/ip").or_else(|| text(one, "/hostname")).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn only_load_balancers_need_an_address() {
        let service = |kind: &str, address: Value| json!({"spec": {"type": kind}, "status": {"loadBalancer": {"ingress": [address]}}});
        assert_eq!(of_service(&service("ClusterIP", json!({}))), Readiness::Ready);
        assert_eq!(of_service(&service("LoadBalancer", json!({"ip": "10.0.0.1"}))), Readiness::Ready);
        assert_eq!(of_service(&service("LoadBalancer", json!({"hostname": "a.example"}))), Readiness::Ready);
        assert!(matches!(of_service(&service("LoadBalancer", json!({"ip": ""}))), Readiness::Waiting(_)));
        assert!(matches!(of_ingress(&json!({})), Readiness::Waiting(_)));
    }

    #[test]
    fn a_definition_is_served_or_has_names_of_another() {
        let with =
            |kind: &str, status: &str| json!({"status": {"conditions": [{"type": kind, "status": status}]}});
        assert_eq!(of_definition(&with("Established", "True")), Readiness::Ready);
        assert!(matches!(of_definition(&with("NamesAccepted", "False")), Readiness::Failed { .. }));
        assert!(matches!(of_definition(&with("NamesAccepted", "True")), Readiness::Waiting(_)));
    }
}

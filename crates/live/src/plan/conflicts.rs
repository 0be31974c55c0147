//! Fields that other managers own.

use super::model::{Choices, Conflict};
use super::owners::owners;
use crate::failure::Refusal;
use crate::managed::is_deploying_tool;
use pulsarc_diff::{Identity, shown_value};
use serde_json::Value;

/// The conflicts of an apply that the user has not decided, given the live object.
pub(super) fn conflicts(
    id: &Identity,
    refusal: &Refusal,
    live: Option<&Value>,
    choices: &Choices,
) -> Vec<Conflict> {
    let mut found: Vec<Conflict> = Vec::new();
    for cause in refusal.causes.iter().filter(|cause| cause.reason == "FieldManagerConflict") {
        let written = cause.field.trim_start_matches('.');
        let known = live.and_then(|live| Some((live, owners(live, &cause.field)?)));
        let conflict = match known {
            Some((live, (path, owners))) => {
                let managers: Vec<&str> = owners.iter().map(|owner| owner.manager).collect();
                let value = path.value(live).map(|value| shown_value(&id.kind, &path.parts(), value));
                Conflict { object: id.clone(), field: path.shown(), manager: managers.join(", "), value }
            }
            None => Conflict {
                object: id.clone(),
                field: written.to_owned(),
                manager: named_in(&cause.message).to_owned(),
                value: None,
            },
        };
        let decided = choices.force_conflicts
            || choices.take.iter().any(|take| {
                take.object == id.to_string()
                    && [written, &conflict.field].iter().any(|field| is_part(field, &take.field))
            });
        if !decided && !found.iter().any(|other| other.field == conflict.field) {
            found.push(conflict);
        }
    }
    found
}

/// Whether the user takes the number of pods of an object from whoever sets it.
pub(super) fn takes_replicas(id: &Identity, choices: &Choices) -> bool {
    let name = id.to_string();
    choices.take.iter().any(|take| take.object == name && is_part("spec.replicas", &take.field))
}

/// Whether `adopt` takes over what one of these managers has applied.
pub(super) fn is_adoptable(managers: &str) -> bool {
    managers.split(", ").any(is_deploying_tool)
}

/// Whether a field is another one, or a part of it.
fn is_part(field: &str, of: &str) -> bool {
    field.strip_prefix(of).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
}

/// The manager in a conflict's sentence: `conflict with "helm" using apps/v1`.
fn named_in(message: &str) -> &str {
    message.split('"').nth(1).unwrap_or("another manager")
}

#[cfg(test)]
mod tests {
    use super::super::model::Take;
    use super::*;
    use crate::failure::Cause;
    use serde_json::json;

    fn refused(fields: &[&str]) -> Refusal {
        let cause = |field: &&str| Cause {
            reason: "FieldManagerConflict".to_owned(),
            field: (*field).to_owned(),
            message: "conflict with \"helm\" using apps/v1".to_owned(),
        };
        let causes = fields.iter().map(cause).collect();
        Refusal {
            status: 409,
            reason: "Conflict".to_owned(),
            message: String::new(),
            about: Box::default(),
            causes,
        }
    }

    fn id() -> Identity {
        Identity::of(&json!({"apiVersion": "v1", "kind": "Secret", "metadata": {"name": "s"}}), "ns")
    }

    fn choices(field: &str) -> Choices {
        let take = Take { object: "Secret/s".to_owned(), field: field.to_owned() };
        Choices { take: vec![take], ..Choices::default() }
    }

    #[test]
    fn a_part_of_what_is_taken_is_taken_and_a_neighbour_is_not() {
        let refusal = refused(&[".spec.replicas", ".spec.replicasMax"]);
        let left = |field: &str| {
            conflicts(&id(), &refusal, None, &choices(field)).into_iter().map(|left| left.field).collect()
        };
        let (all, one): (Vec<String>, Vec<String>) = (left("other"), left("spec.replicas"));
        assert_eq!(all, ["spec.replicas", "spec.replicasMax"]);
        assert_eq!(one, ["spec.replicasMax"]);
        assert_eq!(left("spec"), Vec::<String>::new());
    }

    #[test]
    fn the_manager_and_the_value_come_from_the_live_object_and_secrets_stay_hidden() {
        let live = json!({"kind": "Secret", "data": {"a": "c2VjcmV0"}, "metadata": {"managedFields": [
            {"manager": "kubectl-edit", "operation": "Update", "fieldsV1": {"f:data": {"f:a": {}}}}]}});
        let found = conflicts(&id(), &refused(&[".data.a"]), Some(&live), &Choices::default());
        let [conflict] = found.as_slice() else { panic!("{found:?}") };
        assert_eq!((conflict.field.as_str(), conflict.manager.as_str()), ("data.a", "kubectl-edit"));
        assert_eq!(serde_json::to_value(&conflict.value).expect("it is data"), "<hidden>");
        let unknown = conflicts(&id(), &refused(&[".data.a"]), None, &Choices::default());
        assert!(unknown.iter().all(|conflict| conflict.manager == "helm" && conflict.value.is_none()));
    }
}

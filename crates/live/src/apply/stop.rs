//! What ends an apply early.

use super::model::Stopped;
use crate::failure::{Failure, Refusal};
use pulsarc_diag::Secrets;
use pulsarc_diff::Identity;
use pulsarc_model::Stage;

/// Advice that holds wherever an apply stops.
pub(super) const AGAIN: &str = "apply again: it continues where this run stopped";

/// Why an apply cannot go on.
#[derive(Debug, Clone)]
pub(super) struct Stop {
    pub(super) stage: Option<Stage>,
    pub(super) object: Option<Box<Identity>>,
    pub(super) why: String,
    pub(super) log: Vec<String>,
    pub(super) advice: String,
    /// Whether the API server finds the object invalid, for example because a field is immutable.
    pub(super) is_invalid: bool,
    /// Whether the user may not do it.
    pub(super) is_forbidden: bool,
}

impl Stop {
    /// A reason with what to do about it.
    pub(super) fn new(why: impl Into<String>, advice: impl Into<String>) -> Self {
        Self {
            stage: None,
            object: None,
            why: why.into(),
            log: Vec::new(),
            advice: advice.into(),
            is_invalid: false,
            is_forbidden: false,
        }
    }

    /// The same, at an object.
    pub(super) fn at(self, object: &Identity) -> Self {
        Self { object: Some(self.object.unwrap_or_else(|| Box::new(object.clone()))), ..self }
    }

    /// The same, in a stage.
    pub(super) fn during(self, stage: Stage) -> Self {
        Self { stage: Some(self.stage.unwrap_or(stage)), ..self }
    }

    /// For the outcome, without secrets.
    pub(super) fn shown(self, secrets: &Secrets) -> Stopped {
        Stopped {
            stage: self.stage,
            object: self.object.map(|object| *object),
            why: secrets.without(&self.why),
            log: self.log.iter().map(|line| secrets.without(line)).collect(),
            advice: secrets.without(&self.advice),
        }
    }
}

impl From<Failure> for Stop {
    fn from(failure: Failure) -> Self {
        let advice = match &failure {
            Failure::Refused { refusal, .. } => advice(refusal),
            Failure::Unreachable { .. } => {
                "once the API server answers, apply again: it continues where this run stopped"
            }
            _ => AGAIN,
        };
        let is_invalid = failure.refusal().is_some_and(Refusal::is_invalid);
        let is_forbidden = failure.is_forbidden();
        Self { is_invalid, is_forbidden, ..Self::new(failure.to_string(), advice) }
    }
}

fn advice(refusal: &Refusal) -> &'static str {
    match refusal.status {
        401 => "log in again, then apply again",
        403 if refusal.message.contains("exceeded quota") => {
            "raise the quota of the namespace, or request less"
        }
        403 => "`pulsarc plan --rights` prints the roles that an apply needs",
        409 if refusal.is_conflict_of_managers() => {
            "another manager has taken the field since the plan was made: plan again, and decide with --take"
        }
        409 => "the object has changed since the plan was made: plan again",
        413 => "the object is too large for Kubernetes: split its data",
        422 | 400 => {
            "the API server rejects the object: plan again, which shows why and what achieves the change"
        }
        429 | 500..=599 => "the API server fails: apply again later, it continues where this run stopped",
        _ => AGAIN,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stop_shows_no_secret_and_keeps_its_first_place() {
        let mut secrets = Secrets::default();
        secrets.keep("hunter2hunter2");
        let object = |name: &str| Identity {
            group: String::new(),
            kind: "Pod".to_owned(),
            namespace: None,
            name: name.to_owned(),
        };
        let mut stop = Stop::new("password hunter2hunter2 is wrong", AGAIN).at(&object("a")).at(&object("b"));
        stop.log = vec!["login hunter2hunter2".to_owned()];
        let shown = stop.during(Stage::Brokers).shown(&secrets);
        assert_eq!(shown.object.map(|object| object.name).as_deref(), Some("a"));
        assert!(!format!("{} {:?}", shown.why, shown.log).contains("hunter2"));
    }
}

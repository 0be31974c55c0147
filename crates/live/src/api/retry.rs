//! Which answers and errors are worth another try, how many, and when.

use crate::failure::{Failure, is_about_schema, reasons};
use serde_json::Value;
use std::time::Duration;

/// A request is sent at most so often.
const MOST: u32 = 6;

/// The first pause; each later one is twice as long.
const FIRST: Duration = Duration::from_millis(200);

/// No pause is longer, whatever the server asks for.
const LONGEST: Duration = Duration::from_secs(10);

/// The tries of one request.
#[derive(Debug, Default)]
pub(super) struct Tries {
    made: u32,
}

impl Tries {
    /// The pause before the next try; none if this answer is the last. A request that names no version of the object wants
    /// whatever version there is.
    pub(super) fn after_answer(
        &mut self,
        (status, body): (u16, &Value),
        after: Option<u64>,
        names_version: bool,
    ) -> Option<Duration> {
        self.made += 1;
        let asked = after.or_else(|| body.pointer("/details/retryAfterSeconds").and_then(Value::as_u64));
        let raced = status == 409 && (asked.is_some() || (!names_version && is_race(body)));
        let message = body.get("message").and_then(Value::as_str).unwrap_or_default();
        let passing =
            (matches!(status, 429 | 500 | 502 | 503 | 504) || raced) && !is_about_schema(status, message);
        (passing && self.made < MOST)
            .then(|| asked.map_or_else(|| self.pause(), Duration::from_secs).min(LONGEST))
    }

    /// The pause before the next try, or the failure after the last.
    pub(super) fn after_error(&mut self, what: &str, why: String) -> Result<Duration, Failure> {
        self.made += 1;
        if self.made < MOST {
            return Ok(self.pause());
        }
        Err(Failure::Unreachable { what: what.to_owned(), why, tries: self.made })
    }

    fn pause(&self) -> Duration {
        (FIRST * 2_u32.saturating_pow(self.made.saturating_sub(1))).min(LONGEST)
    }
}

/// Whether a 409 only says that another write came first: it is neither between managers nor about an object that exists.
fn is_race(body: &Value) -> bool {
    let causes = body.pointer("/details/causes").and_then(Value::as_array);
    body.get("reason").and_then(Value::as_str) == Some("Conflict") && causes.is_none_or(Vec::is_empty)
}

/// The innermost reason of an error, which says what happened: `connection refused`.
pub(super) fn in_words(error: &dyn std::error::Error) -> String {
    reasons(error).pop().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn tries_are_bounded_and_pauses_grow() {
        let mut tries = Tries::default();
        let pauses: Vec<_> =
            std::iter::from_fn(|| tries.after_answer((503, &Value::Null), None, false)).collect();
        assert_eq!(pauses.len(), 5);
        assert!(pauses.is_sorted());
        assert_eq!(
            Tries::default().after_answer((429, &Value::Null), Some(2), false),
            Some(Duration::from_secs(2))
        );
    }

    #[test]
    fn a_write_that_lost_a_race_is_repeated_unless_it_names_a_version() {
        let race = json!({"kind": "Status", "reason": "Conflict", "message": "the object has been modified"});
        let repeated =
            |body: &Value, version| Tries::default().after_answer((409, body), None, version).is_some();
        assert!(repeated(&race, false));
        assert!(!repeated(&race, true));
        let managers =
            json!({"reason": "Conflict", "details": {"causes": [{"reason": "FieldManagerConflict"}]}});
        assert!(!repeated(&managers, false));
        assert!(!repeated(&json!({"reason": "AlreadyExists"}), false));
    }

    #[test]
    fn a_field_of_a_wrong_type_is_no_server_in_trouble() {
        let wrong =
            json!({"message": "failed to create typed patch object (a/b; /v1, Kind=ConfigMap): .c: unknown"});
        assert_eq!(Tries::default().after_answer((500, &wrong), None, false), None);
        let trouble = json!({"message": "etcdserver: leader changed"});
        assert!(Tries::default().after_answer((500, &trouble), None, false).is_some());
    }

    #[test]
    fn an_answer_about_the_object_is_final() {
        for status in [200, 201, 400, 403, 404, 409, 422] {
            assert_eq!(
                Tries::default().after_answer((status, &json!({ "kind": "Status" })), None, false),
                None,
                "{status}"
            );
        }
    }
}

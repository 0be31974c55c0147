//! Whether a plan may be applied at all.

use super::model::ApplyOptions;
use crate::failure::{Failure, named};
use crate::inventory::applyset;
use crate::plan::Plan;

/// An error that says what has to be decided or mended first.
pub(super) fn check(plan: &Plan, options: &ApplyOptions) -> Result<(), Failure> {
    let mut reasons = Vec::new();
    for conflict in &plan.conflicts {
        reasons.push(format!(
            "{}: {} owns {}; --take {}:{} takes it",
            named(&conflict.object),
            conflict.manager,
            conflict.field,
            conflict.object,
            conflict.field
        ));
    }
    for rejection in &plan.rejections {
        reasons.push(format!("the API server rejects {}: {}", named(&rejection.object), rejection.refusal));
    }
    for missing in plan.missing.iter().filter(|missing| missing.blocks) {
        reasons.push(format!("the cluster has no {}", missing.what));
    }
    for decision in plan.decisions.iter().filter(|decision| !options.accepted.contains(decision)) {
        reasons.push(format!("not accepted: --accept {decision}"));
    }
    let set = applyset::id(&plan.release);
    for step in &plan.steps {
        let other = plan.live.get(&step.object).and_then(applyset::set_of).filter(|other| *other != set);
        if other.is_some() {
            reasons.push(format!("{} belongs to another release", named(&step.object)));
        }
    }
    if reasons.is_empty() { Ok(()) } else { Err(Failure::State(reasons.join("\n"))) }
}

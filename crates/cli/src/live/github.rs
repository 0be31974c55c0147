//! A plan as annotations of GitHub Actions: what stops it, what is dangerous, and each other object that changes.

use super::shown;
use crate::changes::text;
use pulsarc_diag::sanitize::{Annotations, Escaped};
use pulsarc_live::Plan;

/// The plan as workflow commands.
pub(crate) fn document(plan: &Plan) -> Escaped<Annotations> {
    let mut out = Escaped::new();
    let release = format!("{} in {}", plan.release.name, plan.release.namespace);
    one(&mut out, "::notice ", &release, &shown::summary(plan));
    if let Some(pending) = &plan.pending {
        one(&mut out, "::warning ", &release, &format!("pending: revision {pending}; an apply completes it"));
    }
    for text in plan.unknown.iter().chain(&plan.warnings) {
        one(&mut out, "::warning ", &release, text);
    }
    for missing in &plan.missing {
        let mark = if missing.blocks { "::error " } else { "::warning " };
        let message =
            [vec![format!("missing, for {}", shown::users(&missing.used_by))], missing.create.clone()]
                .concat();
        one(&mut out, mark, &missing.what, &message.join("\n"));
    }
    for conflict in &plan.conflicts {
        let value = conflict.value.as_ref().map(|value| format!(", now {}", text::value(value)));
        let message = format!(
            "{} owns {}{}\ntake it over: {}",
            conflict.manager,
            conflict.field,
            value.unwrap_or_default(),
            shown::take(conflict)
        );
        one(&mut out, "::error ", &shown::named(plan, &conflict.object), &message);
    }
    for rejection in &plan.rejections {
        let help = rejection.help.as_ref().map(|help| format!("\n{help}")).unwrap_or_default();
        let message = format!("{}{help}", rejection.refusal);
        one(&mut out, "::error ", &shown::named(plan, &rejection.object), &message);
    }
    for change in text::shown(&plan.changes) {
        let consequences: Vec<String> = change.consequences.iter().map(ToString::to_string).collect();
        let done = shown::procedure(plan, &change.object).map(|done| format!("\n{done}")).unwrap_or_default();
        let mark = if change.worst().is_dangerous() { "::warning " } else { "::notice " };
        one(
            &mut out,
            mark,
            &shown::named(plan, &change.object),
            &format!("{}{done}", consequences.join("; ")),
        );
    }
    out
}

fn one(out: &mut Escaped<Annotations>, mark: &'static str, title: &str, message: &str) {
    out.literal(mark).literal("title=").text(title).literal("::").message(message).literal("\n");
}

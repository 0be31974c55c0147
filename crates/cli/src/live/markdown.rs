//! A plan for the comment of a pull request.
//!
//! Text of the configuration and the cluster appears only escaped or as code: Markdown in it cannot become a link, an image or
//! a mention.

use super::shown;
use crate::changes::{markdown as changes, text};
use pulsarc_diag::sanitize::{Escaped, Markdown};
use pulsarc_diff::{Change, ChangeKind};
use pulsarc_live::{Action, Plan};
use std::collections::BTreeSet;

/// The plan as Markdown.
pub(crate) fn document(plan: &Plan) -> Escaped<Markdown> {
    let mut out = Escaped::new();
    out.literal("**").text(shown::summary(plan)).literal("** (");
    out.code(&plan.release.name)
        .literal(" in ")
        .code(&plan.release.namespace)
        .literal(" on ")
        .code(&plan.server);
    out.literal(")\n\n");
    for note in &plan.changes.releases {
        out.literal("- ").text(note).literal("\n");
    }
    obstacles(&mut out, plan);
    let is_created = |change: &&Change| change.change == ChangeKind::Added && shown::is_plain(plan, change);
    let created: Vec<&Change> = text::shown(&plan.changes).filter(is_created).collect();
    if !created.is_empty() {
        out.literal("\n<details><summary>creates ").text(created.len()).literal(" objects</summary>\n\n");
        for change in created {
            out.literal("- ").code(shown::named(plan, &change.object)).literal("\n");
        }
        out.literal("\n</details>\n");
    }
    for change in text::shown(&plan.changes).filter(|change| !shown::is_plain(plan, change)) {
        let done = shown::procedure(plan, &change.object);
        changes::object(&mut out, &plan.changes, change, done.as_deref());
    }
    ends(&mut out, plan);
    out
}

fn obstacles(out: &mut Escaped<Markdown>, plan: &Plan) {
    if let Some(pending) = &plan.pending {
        out.literal("- pending: revision ").text(pending).literal("; an apply completes it\n");
    }
    for unknown in &plan.unknown {
        out.literal("- unknown: ").text(unknown).literal("\n");
    }
    for warning in &plan.warnings {
        out.literal("- warning: ").text(warning).literal("\n");
    }
    for missing in &plan.missing {
        out.literal("- missing: ").text(&missing.what);
        if !missing.used_by.is_empty() {
            out.literal(", for ").text(shown::users(&missing.used_by));
        }
        out.literal("\n");
        if !missing.create.is_empty() {
            out.literal("\n").fenced("sh", &(missing.create.join("\n") + "\n")).literal("\n");
        }
    }
    for conflict in &plan.conflicts {
        out.literal("- conflict: ")
            .code(shown::named(plan, &conflict.object))
            .literal(": ")
            .code(&conflict.manager);
        out.literal(" owns ").code(&conflict.field);
        if let Some(value) = &conflict.value {
            out.literal(", now ").code(text::value(value));
        }
        out.literal("; take it over: ").code(shown::take(conflict)).literal("\n");
    }
    for rejection in &plan.rejections {
        out.literal("- rejected: ").code(shown::named(plan, &rejection.object)).literal(": ");
        out.text(&rejection.refusal);
        if let Some(help) = &rejection.help {
            out.literal("; ").text(help);
        }
        out.literal("\n");
    }
}

fn ends(out: &mut Escaped<Markdown>, plan: &Plan) {
    if !plan.restarts.is_empty() || !plan.rollouts.is_empty() {
        out.literal("\nRestarts, in this order:\n\n");
        let own = plan.rollouts.iter().map(|rollout| (shown::rollout(plan, rollout), &rollout.steps[..]));
        let others = plan.restarts.iter().map(|restart| (shown::restart(plan, restart), &[][..]));
        for (number, (restart, steps)) in (1_u64..).zip(own.chain(others)) {
            out.number(number).literal(". ").text(restart).literal("\n");
            for step in steps {
                out.literal("   - ").text(step).literal("\n");
            }
        }
    }
    let deletes: Vec<_> = plan.steps.iter().filter(|step| step.action == Action::Delete).collect();
    if !deletes.is_empty() {
        out.literal("\nDeletes, in this order:\n\n");
        for step in deletes {
            out.literal("- ").code(shown::named(plan, &step.object)).literal("\n");
        }
    }
    if !plan.kept.is_empty() {
        out.literal("\nKeeps, though the configuration no longer has it:\n\n");
        for kept in &plan.kept {
            out.literal("- ")
                .code(shown::named(plan, &kept.object))
                .literal(": ")
                .text(&kept.why)
                .literal("\n");
        }
    }
    let options = shown::to_accept(plan, &BTreeSet::new());
    if !options.is_empty() {
        out.literal("\nTo apply this, accept what follows from it:\n\n");
        out.fenced("sh", &(options.join(" ") + "\n"));
    }
}

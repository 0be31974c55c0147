//! A plan for a terminal.

use super::shown;
use crate::changes::text as changes;
use crate::color::{PLAIN, RED, YELLOW};
use pulsarc_diag::sanitize::{Escaped, Terminal};
use pulsarc_diff::{Change, ChangeKind};
use pulsarc_live::{Action, Plan};
use std::collections::BTreeSet;

/// The plan as text: a summary, what stops it, what changes and what follows, and what has to be accepted.
pub(crate) fn document(plan: &Plan, colored: bool) -> Escaped<Terminal> {
    let mut text = Text { out: Escaped::new(), colored };
    text.head(plan);
    text.state(plan);
    text.missing(plan);
    text.conflicts(plan);
    text.rejections(plan);
    text.changes(plan);
    text.restarts(plan);
    text.deletes(plan);
    text.decisions(plan);
    text.out
}

struct Text {
    out: Escaped<Terminal>,
    colored: bool,
}

impl Text {
    fn head(&mut self, plan: &Plan) {
        let release = &plan.release;
        self.out
            .line(&release.name)
            .literal(" in ")
            .line(&release.namespace)
            .literal(" on ")
            .line(&plan.server);
        self.out.literal(": ").line(shown::summary(plan)).literal("\n");
        for note in &plan.changes.releases {
            self.out.literal("release: ").line(note).literal("\n");
        }
    }

    /// A line of its own, whose beginning is coloured.
    fn mark(&mut self, color: &'static str, mark: &'static str) -> &mut Escaped<Terminal> {
        if self.colored {
            self.out.literal(color).literal(mark).literal(PLAIN)
        } else {
            self.out.literal(mark)
        }
    }

    fn state(&mut self, plan: &Plan) {
        if let Some(pending) = &plan.pending {
            self.mark(YELLOW, "pending: revision ").line(pending).literal("; an apply completes it\n");
        }
        for unknown in &plan.unknown {
            self.mark(YELLOW, "unknown: ").line(unknown).literal("\n");
        }
        for warning in &plan.warnings {
            self.mark(YELLOW, "warning: ").line(warning).literal("\n");
        }
    }

    fn missing(&mut self, plan: &Plan) {
        for missing in &plan.missing {
            let color = if missing.blocks { RED } else { YELLOW };
            self.mark(color, "missing: ").line(&missing.what);
            if !missing.used_by.is_empty() {
                self.out.literal(", for ").line(shown::users(&missing.used_by));
            }
            self.out.literal(if missing.blocks { "; nothing can be applied without it\n" } else { "\n" });
            for command in &missing.create {
                self.out.literal("    ").line(command).literal("\n");
            }
        }
    }

    fn conflicts(&mut self, plan: &Plan) {
        for group in shown::conflicts(plan) {
            let names: Vec<String> = group.iter().map(|one| shown::named(plan, &one.object)).collect();
            let Some(first) = group.first() else { continue };
            self.mark(RED, "conflict: ").line(shown::users(&names));
            self.out.literal(": ").line(&first.manager).literal(" owns ").line(&first.field);
            if let Some(value) = &first.value {
                self.out.literal(", now ").line(changes::value(value));
            }
            self.out.literal("\n    take it over: ").line(shown::take(first));
            self.out.literal(if group.len() > 1 { ", and so on; or --force-conflicts\n" } else { "\n" });
        }
    }

    fn rejections(&mut self, plan: &Plan) {
        for rejection in &plan.rejections {
            self.mark(RED, "rejected: ").line(shown::named(plan, &rejection.object));
            self.out.literal(": ").line(&rejection.refusal).literal("\n");
            for cause in rejection
                .refusal
                .causes
                .iter()
                .filter(|cause| !rejection.refusal.message.contains(&cause.message))
            {
                self.out.literal("    ").line(&cause.field).literal(": ").line(&cause.message).literal("\n");
            }
            if let Some(help) = &rejection.help {
                self.out.literal("    help: ").line(help).literal("\n");
            }
        }
    }

    fn changes(&mut self, plan: &Plan) {
        let is_created =
            |change: &&Change| change.change == ChangeKind::Added && shown::is_plain(plan, change);
        let created: Vec<&Change> = changes::shown(&plan.changes).filter(is_created).collect();
        if !created.is_empty() {
            self.out.literal("\ncreates:\n");
        }
        for change in created {
            self.out.literal("  ").line(shown::named(plan, &change.object)).literal("\n");
        }
        for change in changes::shown(&plan.changes).filter(|change| !shown::is_plain(plan, change)) {
            changes::object(&mut self.out, &plan.changes, change, self.colored);
            match shown::procedure(plan, &change.object) {
                Some(done) => {
                    self.out.literal("  ").line(done).literal("\n");
                }
                None => changes::steps(&mut self.out, change),
            }
        }
    }

    fn restarts(&mut self, plan: &Plan) {
        if plan.restarts.is_empty() && plan.rollouts.is_empty() {
            return;
        }
        self.out.literal("\nrestarts, in this order:\n");
        for rollout in &plan.rollouts {
            self.out.literal("  ").line(shown::rollout(plan, rollout)).literal("\n");
            for (number, step) in (1_u64..).zip(&rollout.steps) {
                self.out.literal("    ").number(number).literal(". ").line(step).literal("\n");
            }
        }
        for restart in &plan.restarts {
            self.out.literal("  ").line(shown::restart(plan, restart)).literal("\n");
        }
    }

    fn deletes(&mut self, plan: &Plan) {
        let deletes: Vec<_> = plan.steps.iter().filter(|step| step.action == Action::Delete).collect();
        if !deletes.is_empty() {
            self.out.literal("\ndeletes, in this order:\n");
            for step in deletes {
                self.out.literal("  ").line(shown::named(plan, &step.object)).literal("\n");
            }
        }
        if !plan.kept.is_empty() {
            self.out.literal("\nkeeps, though the configuration no longer has it:\n");
            for kept in &plan.kept {
                self.out.literal("  ").line(shown::named(plan, &kept.object)).literal(": ").line(&kept.why);
                self.out.literal("\n");
            }
        }
    }

    fn decisions(&mut self, plan: &Plan) {
        let options = shown::to_accept(plan, &BTreeSet::new());
        if options.is_empty() {
            return;
        }
        self.out.literal("\nto apply this, accept what follows from it:\n");
        for option in options {
            self.out.literal("  ").line(option).literal("\n");
        }
    }
}

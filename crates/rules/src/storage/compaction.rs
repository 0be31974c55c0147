//! Minor compaction is more frequent than major, and no compaction is more frequent than the collection of garbage.

use crate::facts::{Setting, setting};
use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// Compaction settings that bookies reject.
pub(crate) static CODE: Code = Code {
    id: "PUL0609",
    severity: Severity::Error,
    title: "invalid compaction settings",
    page: include_str!("compaction.md"),
};

/// Milliseconds of a second.
const SECOND: f64 = 1000.0;

/// One kind of compaction.
struct Compaction {
    name: &'static str,
    share: (f64, Setting),
    seconds: (f64, Setting),
}

/// As the bookie's garbage collector checks it when it starts. An interval or a threshold of 0 switches a kind off.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    if !cluster.runs_bookkeeper() {
        return;
    }
    let number = |key: &str| {
        setting(cluster, "bookkeeper", key).and_then(|setting| Some((setting.decimal()?, setting)))
    };
    let compaction = |name: &'static str| {
        let share = number(&format!("{name}CompactionThreshold")).filter(|(share, _)| *share > 0.0)?;
        let seconds = number(&format!("{name}CompactionInterval")).filter(|(seconds, _)| *seconds > 0.0)?;
        Some(Compaction { name, share, seconds })
    };
    let kinds = [compaction("minor"), compaction("major")];
    let wait = number("gcWaitTime");
    for kind in kinds.iter().flatten() {
        let (share, at) = &kind.share;
        if *share > 1.0 {
            let message = format!(
                "the threshold {share} of {} compaction is not a fraction from 0 to 1; the bookies exit at \
                startup",
                kind.name
            );
            let finding = Diagnostic::new(&CODE, message).help("write a number from 0 to 1");
            found.push(cluster.point(finding, &[(&at.path, "")]));
        }
        too_often(cluster, &format!("{} compaction", kind.name), &kind.seconds, wait.as_ref(), found);
    }
    let location = number("entryLocationCompactionInterval").filter(|(seconds, _)| *seconds > 0.0);
    if let Some(seconds) = &location {
        too_often(cluster, "compaction of the entry location index", seconds, wait.as_ref(), found);
    }
    if let [Some(minor), Some(major)] = kinds {
        let pairs = [(minor.share, major.share, "threshold"), (minor.seconds, major.seconds, "interval")];
        for ((less, less_at), (more, more_at), what) in
            pairs.into_iter().filter(|(less, more, _)| less.0 >= more.0)
        {
            let message = format!(
                "the {what} of minor compaction, {less}, is not below that of major compaction, {more}; the \
                bookies exit at startup"
            );
            let finding = Diagnostic::new(&CODE, message).help(format!("write less than {more}"));
            found.push(cluster.point(
                finding,
                &[(&less_at.path, "minor compaction set here"), (&more_at.path, "major compaction set here")],
            ));
        }
    }
}

/// Reports an interval in seconds that is shorter than that of garbage collection, in milliseconds.
fn too_often(
    cluster: &Cluster<'_>,
    name: &str,
    (seconds, set): &(f64, Setting),
    wait: Option<&(f64, Setting)>,
    found: &mut Findings,
) {
    let Some((wait, waited)) = wait.filter(|(wait, _)| seconds * SECOND < *wait) else { return };
    let message = format!(
        "{name} runs every {seconds} s, more often than garbage collection, every {} s; the bookies exit at \
        startup",
        wait / SECOND
    );
    let help = format!(
        "write an interval of {} or more, in seconds, or a shorter gcWaitTime, in milliseconds",
        (wait / SECOND).ceil()
    );
    let places = [
        (set.path.as_str(), "compaction interval set here"),
        (waited.path.as_str(), "collection interval set here"),
    ];
    found.push(cluster.point(Diagnostic::new(&CODE, message).help(help), &places));
}

//! Runs that are killed, and what restores the settings that they paused.

use super::{LOCK, MINUTE, ok, paused, try_overrides, words};
use pulsarc_e2e_live::Bed;

/// Starts a controlled rollout and kills it as soon as something is seen, which has to come before its end.
pub(crate) fn killed(bed: &Bed, inputs: &[&str], what: &str, seen: impl FnMut(&Bed) -> bool) {
    let mut run = bed.call(&words("controlled", inputs)).start();
    let found = bed.wait_until(what, 6 * MINUTE, seen);
    run.kill();
    ok(found);
}

/// Kills a controlled rollout when it says its first thing, lets another one go on until its second, and so on until one comes to its
/// end; the number of kills. After each, its number is passed on.
pub(crate) fn killed_at_every_step(bed: &Bed, inputs: &[&str], and_then: impl Fn(&Bed, usize)) -> usize {
    let mut kills = 0;
    loop {
        let run = bed.call(&words("controlled", inputs));
        let Some(run) = run.run_until_line(kills + 1, |line| line.starts_with("  ")) else {
            kills += 1;
            // The lock of a killed run expires after half a minute, which other tests wait for.
            bed.kubectl(&["delete", "lease", "--all"]);
            and_then(bed, kills);
            continue;
        };
        assert_eq!(run.status, 0, "{}{}", run.stdout, run.stderr);
        return kills;
    }
}

pub(crate) fn restored(bed: &Bed) {
    let run = bed.pulsarc(&["rollout", "restore", LOCK[0], LOCK[1]]);
    assert_eq!(run.status, 0, "{}{}", run.stdout, run.stderr);
}

pub(crate) fn are_paused(bed: &Bed) -> bool {
    try_overrides(bed) == Some(paused())
}

//! "Did you mean": the known word nearest to what was written.

use strsim::damerau_levenshtein;

/// The candidate that `written` most probably means, if one is near enough. Case, `-` and `_` count for nothing, so
/// that `function-worker` finds `function_worker` and `replicacount` finds `replicaCount`.
pub fn nearest<'a>(written: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let wanted = folded(written);
    let length = wanted.chars().count();
    let wanted_letters = letters(&wanted);
    let allowed = match length {
        0..=2 => 0,
        3..=5 => 1,
        6..=9 => 2,
        _ => 3,
    };
    // One text for all of them: unknown keys come by the thousand where somebody generates them.
    let mut folded = String::new();
    let near = |candidate: &'a str| {
        folded.clear();
        fold(candidate, &mut folded);
        // Words whose lengths differ by more are at least as far apart, and an edit changes the set of letters by two
        // at most. Both cost little, and leave few words to compare in full.
        let far = length.abs_diff(folded.chars().count()) > allowed
            || (wanted_letters ^ letters(&folded)).count_ones() as usize > 2 * allowed;
        let distance = if far { usize::MAX } else { damerau_levenshtein(&wanted, &folded) };
        // A word of which the other is the beginning: `replicas` for `replicaCount`.
        let prefix = shared_prefix(&wanted, &folded) >= 5
            && shared_prefix(&wanted, &folded) + 1 >= wanted.len().min(folded.len());
        (distance <= allowed).then_some((distance, candidate)).or(prefix.then_some((allowed + 1, candidate)))
    };
    candidates
        .into_iter()
        .filter_map(near)
        .min_by_key(|(distance, candidate)| (*distance, candidate.len(), *candidate))
        .map(|(_, found)| found)
}

/// A word without what people write differently: case, `-`, `_` and blanks.
pub fn folded(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    fold(word, &mut folded);
    folded
}

fn fold(word: &str, into: &mut String) {
    for letter in word.chars().filter(|letter| !matches!(letter, '-' | '_' | ' ')) {
        if letter.is_ascii() {
            into.push(letter.to_ascii_lowercase());
        } else {
            into.extend(letter.to_lowercase());
        }
    }
}

/// The set of a word's letters: one bit for each, shared by letters 64 apart.
fn letters(word: &str) -> u64 {
    word.chars().fold(0, |set, letter| set | 1 << (u32::from(letter) % 64))
}

fn shared_prefix(a: &str, b: &str) -> usize {
    a.bytes().zip(b.bytes()).take_while(|(x, y)| x == y).count()
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn finds_the_nearest_name() {
        let keys = ["replicaCount", "resources", "function_worker", "liveness", "readiness", "port"];
        assert_eq!(nearest("replicas", keys), Some("replicaCount"));
        assert_eq!(nearest("replicacount", keys), Some("replicaCount"));
        assert_eq!(nearest("function-worker", keys), Some("function_worker"));
        assert_eq!(nearest("livenes", keys), Some("liveness"));
        assert_eq!(nearest("ports", keys), Some("port"));
        assert_eq!(nearest("colour", keys), None);
    }
}

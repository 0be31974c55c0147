//! Text among the options that the launcher does not pass on as it is meant.

use super::given::given;
use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// Quotes or bare words among options.
pub(crate) static CODE: Code = Code {
    id: "PUL0832",
    severity: Severity::Error,
    title: "JVM options split by the launcher",
    page: include_str!("quotes.md"),
};

pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    for jvm in given(cluster) {
        // One finding for each setting: the words after a quote are its remains.
        let mut reported = Vec::new();
        for option in jvm.options.iter().filter(|option| option.is_split_by_the_shell()) {
            let quoted = option.text.contains(['"', '\'', '`']);
            let bare = !option.text.starts_with(['-', '@']) && !is_value(&jvm.options, option);
            if (!quoted && !bare) || reported.contains(&&option.path) || !cluster.root.is_users(&option.path)
            {
                continue;
            }
            let (why, help) = if quoted {
                (
                    "the launcher splits the text at spaces and passes quotes on, so the JVM reads a different \
                    option",
                    "remove the quotes, and use no spaces within an option",
                )
            } else {
                (
                    "the JVM takes the first word without a dash as the class to run",
                    "remove it, or write it as an option",
                )
            };
            let message = format!(
                "`{}` in {} of {}: {why}; it does not start",
                option.text, option.variable, jvm.block
            );
            let diagnostic = Diagnostic::new(&CODE, message).at(&option.path);
            found.push(diagnostic.span(cluster.root.users_span(&option.path)).help(help));
            reported.push(&option.path);
        }
    }
}

/// Whether a word is the value of the option before it.
fn is_value(options: &[super::given::Word], word: &super::given::Word) -> bool {
    const TAKE_A_VALUE: [&str; 8] = [
        "--add-opens",
        "--add-exports",
        "--add-modules",
        "--add-reads",
        "--module-path",
        "--limit-modules",
        "-cp",
        "-classpath",
    ];
    let before = options.iter().take_while(|other| !std::ptr::eq(*other, word)).last();
    before.is_some_and(|before| TAKE_A_VALUE.contains(&before.text.as_str()))
}

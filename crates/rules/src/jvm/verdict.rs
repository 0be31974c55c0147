//! What a JVM does with one of its options.

use super::given::Given;
use pulsarc_catalogue::jvm::{ArgumentStatus, Deprecation, Status, Type, VmOption, argument, names, option};
use pulsarc_diag::suggest;

/// What a JVM does with an option.
pub(super) enum Verdict {
    /// It takes it.
    Accepted,
    /// It ignores it, or warns of it.
    Ignored {
        /// What it does, after "Java 21".
        why: String,
        /// What to write.
        help: String,
    },
    /// It exits.
    Rejected {
        /// What it does, after "Java 21".
        why: String,
        /// What to write.
        help: String,
    },
}

/// What the JVM does with its option at `at`.
pub(super) fn verdict(jvm: &Given, at: usize) -> Verdict {
    let Some(text) = jvm.options.get(at).map(|option| option.text.as_str()) else { return Verdict::Accepted };
    let lenient = jvm.options.iter().any(|option| option.text == "-XX:+IgnoreUnrecognizedVMOptions");
    match text.strip_prefix("-XX:") {
        Some(rest) if !rest.starts_with("Flags=") && !rest.starts_with("VMOptionsFile=") => {
            match flag(jvm, at, rest) {
                Verdict::Rejected { why, help } if lenient => Verdict::Ignored { why, help },
                verdict => verdict,
            }
        }
        Some(_) => Verdict::Accepted,
        None => word(jvm, text),
    }
}

/// An argument that is not a `-XX` option.
fn word(jvm: &Given, text: &str) -> Verdict {
    let remove = || format!("remove `{text}`");
    match argument(jvm.java, text) {
        Some(ArgumentStatus::Rejected) => Verdict::Rejected { why: "rejects it".to_owned(), help: remove() },
        Some(ArgumentStatus::Ignored { since }) => {
            Verdict::Ignored { why: format!("ignores it: support was removed in {since}"), help: remove() }
        }
        Some(ArgumentStatus::Accepted(Some(deprecation))) => deprecated(text, deprecation),
        Some(ArgumentStatus::Accepted(None)) | None => Verdict::Accepted,
    }
}

/// `+Name`, `-Name` or `Name=value`.
fn flag(jvm: &Given, at: usize, rest: &str) -> Verdict {
    let (sign, name, value) = parts(rest);
    let gone = |why: String, replacement: Option<&str>| {
        let help = replacement
            .map_or_else(|| format!("remove `-XX:{rest}`"), |instead| format!("write `{instead}` instead"));
        (why, help)
    };
    match option(jvm.java, name) {
        Status::Known(known) => known_flag(jvm, at, (sign, name, value), known),
        Status::Alias { of, since } => Verdict::Ignored {
            why: format!("takes it for the deprecated name of {of} (since {since})"),
            help: format!("write `-XX:{}` instead", rest.replacen(name, of, 1)),
        },
        Status::Obsolete { since, replacement } => {
            let (why, help) = gone(format!("ignores it: support was removed in {since}"), replacement);
            Verdict::Ignored { why, help }
        }
        Status::Removed { last, since, replacement } => {
            let since = since.map(|since| format!(", obsolete since {since}")).unwrap_or_default();
            let (why, help) = gone(
                format!("has no option {name}: Java {last} was the last version with it{since}"),
                replacement,
            );
            Verdict::Rejected { why, help }
        }
        Status::NotYet { first } => Verdict::Rejected {
            why: format!("has no option {name}: it exists from Java {} on", first.name()),
            help: format!("remove `-XX:{rest}`"),
        },
        Status::Develop => Verdict::Rejected {
            why: format!("has {name} in debug builds only"),
            help: format!("remove `-XX:{rest}`"),
        },
        Status::Unknown => Verdict::Rejected {
            why: format!("has no option {name}"),
            help: match suggest::nearest(name, names(jvm.java)) {
                Some(near) => format!("did you mean `-XX:{}`?", rest.replacen(name, near, 1)),
                None => format!("remove `-XX:{rest}`"),
            },
        },
    }
}

type Parts<'t> = (Option<char>, &'t str, Option<&'t str>);

fn parts(rest: &str) -> Parts<'_> {
    match rest.chars().next() {
        Some(sign @ ('+' | '-')) => (Some(sign), &rest[1..], None),
        _ => match rest.split_once('=') {
            // `Name:=value` is another way to write it.
            Some((name, value)) => (None, name.trim_end_matches(':'), Some(value)),
            None => (None, rest, None),
        },
    }
}

fn known_flag(jvm: &Given, at: usize, (sign, name, value): Parts<'_>, known: VmOption) -> Verdict {
    let is_switch = known.value == Type::Switch;
    if is_switch && sign.is_none() && value.is_none() {
        return Verdict::Rejected {
            why: format!("needs + or - before {name}"),
            help: format!("write `-XX:+{name}` or `-XX:-{name}`"),
        };
    }
    if !is_switch && (sign.is_some() || value.is_none()) {
        return Verdict::Rejected {
            why: format!("needs a value for {name}, not a sign"),
            help: format!("write `-XX:{name}=VALUE`"),
        };
    }
    if let Some(unlock) = known.kind.unlock()
        && !name.starts_with("Unlock")
        && !jvm.options.iter().take(at).any(|option| option.text == unlock)
    {
        return Verdict::Rejected {
            why: format!("accepts {name} only after {unlock}"),
            help: format!("write `{unlock}` before it"),
        };
    }
    if let Some(number) = value.and_then(number) {
        let range = (known.least.unwrap_or(f64::MIN), known.most.unwrap_or(f64::MAX));
        if number < range.0 || number > range.1 {
            let (least, most) = (limit(known.least), limit(known.most));
            return Verdict::Rejected {
                why: format!("accepts {least} to {most} for {name}"),
                help: format!("write a value from {least} to {most}"),
            };
        }
    }
    known.deprecation.map_or(Verdict::Accepted, |deprecation| deprecated(name, deprecation))
}

fn deprecated(name: &str, deprecation: Deprecation) -> Verdict {
    let since = deprecation.since.map(|since| format!(" since {since}")).unwrap_or_default();
    Verdict::Ignored {
        why: format!("warns that {name} is deprecated{since}"),
        help: match deprecation.replacement {
            Some(instead) if instead.starts_with('-') => format!("write `{instead}` instead"),
            Some(instead) => format!("write `-XX:{instead}` in its format"),
            None => format!("remove `{name}`"),
        },
    }
}

/// A number as the JVM reads it, sizes in bytes.
fn number(text: &str) -> Option<f64> {
    text.parse().ok().or_else(|| {
        #[allow(clippy::cast_precision_loss, reason = "it is compared with the limits of a range")]
        pulsarc_component::jvm::bytes(text).map(|bytes| bytes as f64)
    })
}

fn limit(limit: Option<f64>) -> String {
    limit.map_or_else(|| "any".to_owned(), |limit| limit.to_string())
}

//! A value that Pulsar's loaders do not take for what its key wants.

use super::user_keys::{Sought, UserKey, user_keys};
use pulsarc_catalogue::{Key, Kind};
use pulsarc_component::Cluster;
use pulsarc_diag::advice::{otherwise, write_it};
use pulsarc_diag::{Advice, Code, Diagnostic, Findings, Severity};
use pulsarc_model::Value;

/// A value that does not fit its Pulsar key.
pub(crate) static CODE: Code = Code {
    id: "PUL0802",
    severity: Severity::Error,
    title: "invalid value of a Pulsar key",
    page: include_str!("value.md"),
};

/// What is wrong with a value, and what to write.
type Misfit = (String, Advice);

pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    for user_key in user_keys(cluster) {
        let Sought::Known(name, key) = &user_key.sought else { continue };
        let Some(text) = text(&user_key) else { continue };
        if let Some((what, advice)) = misfit(name, key, &text) {
            let finding = Diagnostic::new(&CODE, what)
                .at(&user_key.path)
                .span(user_key.node.span.or(user_key.node.key_span));
            found.push(finding.advise([advice]));
        }
    }
}

/// The value as Pulsar reads it.
fn text(user_key: &UserKey<'_>) -> Option<String> {
    match &user_key.node.value {
        Value::Text(text) => Some(text.trim().to_owned()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(truth) => Some(truth.to_string()),
        _ => None,
    }
}

fn misfit(name: &str, key: &Key, text: &str) -> Option<Misfit> {
    match &key.kind {
        // An empty value leaves the default.
        _ if text.is_empty() => None,
        Kind::Int => {
            whole(name, text, i64::from(i32::MIN), i64::from(i32::MAX)).or_else(|| range(name, key, text))
        }
        Kind::Long => whole(name, text, i64::MIN, i64::MAX).or_else(|| range(name, key, text)),
        Kind::Double => text.parse::<f64>().is_err().then(|| {
            (
                format!("`{name}` takes a number, got {text:?}"),
                write_it("0.5").purpose("or another number").display_only(),
            )
        }),
        Kind::Bool => truth(name, text),
        Kind::Enum(words) => one_of(name, words, text),
        _ => None,
    }
}

fn whole(name: &str, text: &str, least: i64, most: i64) -> Option<Misfit> {
    match text.parse::<i128>() {
        Err(_) => Some((
            format!("`{name}` takes a whole number, got {text:?}"),
            instead(text)
                .map_or_else(|| otherwise("write digits only"), |number| write_it(number.to_string())),
        )),
        Ok(number) if number < i128::from(least) || number > i128::from(most) => Some((
            format!("{number} is out of range for `{name}`"),
            otherwise(format!("write a number from {least} to {most}")),
        )),
        Ok(_) => None,
    }
}

/// What a number with a unit or a decimal point was meant to be, where that is plain.
fn instead(text: &str) -> Option<i64> {
    let digits: String = text.chars().take_while(char::is_ascii_digit).collect();
    let factor = match &text[digits.len()..] {
        ".0" => Some(1_i64),
        "k" | "K" => Some(1 << 10),
        "m" | "M" | "Mi" | "MB" => Some(1 << 20),
        "g" | "G" | "Gi" | "GB" => Some(1 << 30),
        _ => None,
    };
    digits.parse::<i64>().ok().zip(factor).and_then(|(number, factor)| number.checked_mul(factor))
}

fn range(name: &str, key: &Key, text: &str) -> Option<Misfit> {
    let number: i64 = text.parse().ok()?;
    let below =
        key.least.filter(|least| number < *least).map(|least| write_it(least.to_string()).purpose("or more"));
    let above =
        key.most.filter(|most| number > *most).map(|most| write_it(most.to_string()).purpose("or less"));
    below
        .or(above)
        .map(|advice| (format!("`{name}` does not accept {number}; Pulsar does not start with it"), advice))
}

/// `Boolean.parseBoolean`: only `true` always is true, and everything else is false silently.
fn truth(name: &str, text: &str) -> Option<Misfit> {
    let known = ["true", "false"].iter().any(|word| text.eq_ignore_ascii_case(word));
    let meant = ["yes", "on", "1", "y", "enabled", "t"].iter().any(|word| text.eq_ignore_ascii_case(word));
    let advice = if meant { write_it("true") } else { otherwise("write \"true\" or \"false\"") };
    (!known).then(|| (format!("`{name}` takes true or false; Pulsar reads {text:?} as false"), advice))
}

/// Enumerations are compared without case, and with `-` for `_`, as the shipped conf files write some of them.
fn one_of(name: &str, words: &[&str], text: &str) -> Option<Misfit> {
    let folded = |word: &str| word.to_ascii_lowercase().replace('-', "_");
    let known = words.iter().any(|word| folded(word) == folded(text));
    (!known).then(|| {
        (
            format!("`{name}` does not accept {text:?}"),
            otherwise(format!("write one of {}", words.join(", "))),
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use pulsarc_catalogue::{Conf, KeySource};
    use pulsarc_diag::Syntax;
    use pulsarc_diag::advice::sentence;

    fn complaint(kind: Kind, least: Option<i64>, text: &str) -> Option<String> {
        let key = Key {
            kind,
            conf: Conf::Active,
            deprecated: false,
            dynamic: false,
            source: KeySource::Class,
            least,
            most: None,
            default: "",
            shipped: "",
        };
        misfit("k", &key, text).map(|(what, advice)| {
            format!("{what}; {}", sentence(&[advice.about(&"k".into())], None, Syntax::Yaml))
        })
    }

    #[test]
    fn values_are_read_as_pulsar_reads_them() {
        assert_eq!(complaint(Kind::Int, None, "8"), None);
        assert_eq!(complaint(Kind::Int, None, ""), None);
        assert!(complaint(Kind::Int, None, "eight").is_some());
        assert!(complaint(Kind::Int, None, "5.0").is_some_and(|t| t.ends_with("write k: \"5\"")));
        assert!(complaint(Kind::Int, None, "5m").is_some_and(|t| t.ends_with("\"5242880\"")));
        assert!(complaint(Kind::Int, None, "3000000000").is_some());
        assert_eq!(complaint(Kind::Long, None, "3000000000"), None);
        assert!(complaint(Kind::Int, Some(1), "0").is_some());
        assert_eq!(complaint(Kind::Bool, None, "TRUE"), None);
        assert!(complaint(Kind::Bool, None, "yes").is_some_and(|t| t.ends_with("write k: \"true\"")));
        assert_eq!(complaint(Kind::Enum(vec!["NON_PARTITIONED"]), None, "non-partitioned"), None);
        assert!(complaint(Kind::Enum(vec!["FULL"]), None, "FUL").is_some());
        assert_eq!(complaint(Kind::Double, None, "0.85"), None);
    }
}

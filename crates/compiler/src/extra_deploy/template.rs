//! The part of Helm's templates that objects in `extraDeploy` use: `{{ expression | function argument }}`.

use super::Problem;
use pulsarc_component::Cluster;
use pulsarc_kube::write;
use pulsarc_model::{Node, Value as Plain};
use serde_json::Value;
use std::collections::BTreeMap;

/// The chart as its templates name it in labels.
const CHART: &str = "pulsar-4.7.0";
/// The maximum size of a rendered template: the API server rejects larger requests.
const MOST_BYTES: usize = 3 << 20;
/// The spaces that a text may be indented by.
const MOST_SPACES: usize = 200;
/// The templates and functions of one text.
const MOST_STEPS: usize = 10_000;

/// Fills templates in for one cluster.
pub(super) struct Template<'a> {
    cluster: &'a Cluster<'a>,
}

impl<'a> Template<'a> {
    pub(super) fn new(cluster: &'a Cluster<'a>) -> Self {
        Self { cluster }
    }

    /// The text with every template in it filled in.
    pub(super) fn fill(&self, text: &str) -> Result<String, Problem> {
        let mut filled = String::new();
        let (mut rest, mut steps) = (text, 0);
        while let Some(start) = rest.find("{{") {
            steps += 1;
            if steps > MOST_STEPS {
                return Err(too_long());
            }
            let (before, after) = rest.split_at(start);
            let end = after.find("}}").ok_or_else(|| unknown("`{{` without its `}}`"))?;
            let inner = &after[2..end];
            let trims_before = inner.starts_with('-');
            let trims_after = inner.ends_with('-') && inner.len() > 1;
            filled.push_str(if trims_before { before.trim_end() } else { before });
            let expression = inner.strip_prefix('-').unwrap_or(inner);
            let expression =
                if trims_after { expression.strip_suffix('-').unwrap_or(expression) } else { expression }
                    .trim();
            if !expression.starts_with("/*") {
                filled.push_str(&text_of(&self.pipeline(expression)?)?);
                bounded(filled.len())?;
            }
            rest = &after[end + 2..];
            if trims_after {
                rest = rest.trim_start();
            }
        }
        filled.push_str(rest);
        Ok(filled)
    }

    fn pipeline(&self, expression: &str) -> Result<Value, Problem> {
        let mut value: Option<Value> = None;
        let commands = apart(expression, '|');
        if commands.len() > MOST_STEPS {
            return Err(too_long());
        }
        for command in commands {
            let words = words(command)?;
            let result = self.command(&words, value)?;
            // Each function makes a few times as much of what it is given, and there may be thousands.
            bounded(result.as_str().map_or(0, str::len))?;
            value = Some(result);
        }
        value.ok_or_else(|| unknown(expression))
    }

    fn command(&self, words: &[Word], piped: Option<Value>) -> Result<Value, Problem> {
        let text = |word: Option<&Word>| match word {
            Some(Word::Quoted(text) | Word::Bare(text)) => text.clone(),
            None => String::new(),
        };
        match (words, piped) {
            ([Word::Quoted(text)], None) => Ok(Value::String(text.clone())),
            ([Word::Bare(function), Word::Quoted(name), ..], None)
                if function == "include" || function == "template" =>
            {
                self.named(name)
            }
            ([Word::Bare(path)], None) if path.starts_with('.') => self.path(path),
            ([Word::Bare(function), rest @ ..], piped) => {
                let (arguments, last) = match piped {
                    Some(value) => (rest, value),
                    None => match rest.split_last() {
                        Some((Word::Bare(path), before)) if path.starts_with('.') => {
                            (before, self.path(path)?)
                        }
                        Some((Word::Quoted(text) | Word::Bare(text), before)) => {
                            (before, Value::String(text.clone()))
                        }
                        None => return Err(unknown(function)),
                    },
                };
                match function.as_str() {
                    // A text of JSON is one of YAML too.
                    "quote" => Ok(Value::String(Value::String(text_of(&last)?).to_string())),
                    "trim" => Ok(Value::String(text_of(&last)?.trim().to_owned())),
                    "lower" => Ok(Value::String(text_of(&last)?.to_lowercase())),
                    "upper" => Ok(Value::String(text_of(&last)?.to_uppercase())),
                    "toYaml" => write::yaml(&last)
                        .map(|text| Value::String(text.trim_end().to_owned()))
                        .map_err(|_| unknown(function)),
                    "indent" => Ok(Value::String(indented(&text_of(&last)?, spaces(arguments)?)?)),
                    "nindent" => {
                        Ok(Value::String(format!("\n{}", indented(&text_of(&last)?, spaces(arguments)?)?)))
                    }
                    "default" => {
                        let empty = matches!(&last, Value::Null) || last.as_str().is_some_and(str::is_empty);
                        Ok(if empty { Value::String(text(arguments.first())) } else { last })
                    }
                    _ => Err(unknown(function)),
                }
            }
            _ => Err(unknown("an expression")),
        }
    }

    /// `.Release.Name`, `.Values.a.b`.
    fn path(&self, path: &str) -> Result<Value, Problem> {
        let release = &self.cluster.target;
        match path {
            ".Release.Name" => Ok(Value::String(release.release.clone())),
            ".Release.Namespace" => Ok(Value::String(release.namespace.clone())),
            ".Release.Service" => Ok(Value::String("Helm".to_owned())),
            _ => {
                let below = path.strip_prefix(".Values.").ok_or_else(|| unknown(path))?;
                Ok(self.cluster.root.get(below).map_or(Value::Null, plain))
            }
        }
    }

    /// The chart's named templates.
    fn named(&self, name: &str) -> Result<Value, Problem> {
        let (names, labels) = (self.cluster.names, self.cluster.labels);
        let yaml = |labels: BTreeMap<String, String>| {
            write::yaml(&labels).map(|text| text.trim_end().to_owned()).map_err(|_| unknown(name))
        };
        Ok(Value::String(match name {
            "pulsar.fullname" => names.fullname().to_owned(),
            "pulsar.name" => names.application().to_owned(),
            "pulsar.namespace" => names.namespace().to_owned(),
            "pulsar.cluster.name" => names.cluster().to_owned(),
            "pulsar.chart" => CHART.to_owned(),
            "pulsar.home" => "/pulsar".to_owned(),
            "pulsar.standardLabels" => yaml(labels.object(None))?,
            "pulsar.template.labels" => yaml(labels.template(None))?,
            "pulsar.matchLabels" => format!("app: {}\nrelease: {}", labels.app(), labels.release()),
            "pulsar.certs.issuers.ca.name" => self.cluster.issuer_name(),
            "pulsar.certs.issuers.ca.secretName" => self.cluster.authority_secret(),
            "pulsar.zookeeper.connect" => self.cluster.zookeeper_connect(),
            _ => return Err(unknown(name)),
        }))
    }
}

fn unknown(what: &str) -> Problem {
    Problem::new(
        format!("pulsarc does not support {what} in a template"),
        "write its value, or write the object as a map",
    )
}

/// Rejects a text that is longer than Kubernetes accepts.
fn bounded(bytes: usize) -> Result<(), Problem> {
    if bytes > MOST_BYTES { Err(too_long()) } else { Ok(()) }
}

fn too_long() -> Problem {
    Problem::new(
        format!("the rendered template exceeds {} MiB; Kubernetes rejects it", MOST_BYTES >> 20),
        "repeat less in the template, or split the object",
    )
}

/// The argument of `indent` and `nindent`.
fn spaces(arguments: &[Word]) -> Result<usize, Problem> {
    let written = match arguments {
        [Word::Quoted(text) | Word::Bare(text)] => text.as_str(),
        _ => "",
    };
    let spaces = written.parse().ok().filter(|spaces| *spaces <= MOST_SPACES);
    spaces.ok_or_else(|| {
        Problem::new(
            format!("the template indents by `{written}`, which is not a number from 0 to {MOST_SPACES}"),
            "write the number of spaces, such as `indent 4`",
        )
    })
}

/// A word of an expression.
enum Word {
    Bare(String),
    Quoted(String),
}

/// Parts apart by a sign outside of quotes.
fn apart(text: &str, sign: char) -> Vec<&str> {
    let mut quoted = false;
    text.split(|c: char| {
        quoted ^= c == '"';
        c == sign && !quoted
    })
    .map(str::trim)
    .collect()
}

fn words(command: &str) -> Result<Vec<Word>, Problem> {
    let mut words = Vec::new();
    let mut rest = command.trim();
    while !rest.is_empty() {
        if let Some(inner) = rest.strip_prefix('"') {
            let (word, after) = inner.split_once('"').ok_or_else(|| unknown("an unclosed quote"))?;
            words.push(Word::Quoted(word.to_owned()));
            rest = after.trim_start();
        } else {
            let (word, after) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
            if word.starts_with('(') {
                return Err(unknown("parentheses"));
            }
            words.push(Word::Bare(word.to_owned()));
            rest = after.trim_start();
        }
    }
    Ok(words)
}

fn text_of(value: &Value) -> Result<String, Problem> {
    match value {
        Value::String(text) => Ok(text.clone()),
        Value::Null => Ok(String::new()),
        Value::Bool(_) | Value::Number(_) => Ok(value.to_string()),
        _ => Err(unknown("a list or map in place of text")),
    }
}

fn indented(text: &str, spaces: usize) -> Result<String, Problem> {
    bounded(text.len() + spaces * text.lines().count())?;
    let margin = " ".repeat(spaces);
    Ok(text.lines().map(|line| format!("{margin}{line}")).collect::<Vec<_>>().join("\n"))
}

fn plain(node: &Node) -> Value {
    match &node.value {
        Plain::Null => Value::Null,
        Plain::Bool(truth) => Value::Bool(*truth),
        Plain::Number(pulsarc_model::Number::Integer(number)) => Value::from(*number),
        Plain::Number(pulsarc_model::Number::Decimal(number)) => Value::from(*number),
        Plain::Text(text) => Value::String(text.clone()),
        Plain::List(items) => items.iter().map(plain).collect(),
        Plain::Record(entries) => entries
            .iter()
            .map(|(key, entry)| (key.clone(), plain(entry)))
            .collect::<serde_json::Map<_, _>>()
            .into(),
    }
}

//! `--set` in Helm's syntax: `a.b=c`, `a.b[0].c=d`, `a={x,y}`, several separated by commas, `\` before literal
//! characters.

use crate::codes::SET;
use crate::read::overlay::Overlay;
use pulsarc_diag::{Diagnostic, Findings, SourceId, Sources, Span};
use pulsarc_model::{Node, Number, Origin, Value};
use std::collections::BTreeMap;

/// One step to a value.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Step {
    Key(String),
    Index(usize),
}

/// Larger indexes are mistakes on a command line: Helm's own bound.
const MOST_ITEMS: usize = 65_536;

/// Merges the assignments of one `--set` over existing values.
pub(crate) fn apply(source: SourceId, sources: &Sources, overlay: &mut Overlay, found: &mut Findings) {
    let text = &sources.get(source).text;
    for (start, part) in split(text, ',') {
        let whole = Span::new(source, start..start + part.len());
        let bad = |message: String| {
            Diagnostic::new(&SET, message)
                .span(whole)
                .help("write --set key.below=value; a list is key={a,b}")
        };
        let Some((at, _)) = unescaped(part, '=').next() else {
            // Where a comma within a value was meant as it stands, this part may be the end of a secret.
            found.push(bad("this part has no `=` and assigns nothing".to_owned()));
            return;
        };
        let key = Span::new(source, start..start + at);
        let value = Span::new(source, start + at + 1..start + part.len());
        let Some(steps) = steps(&part[..at]) else {
            found.push(bad(format!("`{}` is not a path of keys", &part[..at])));
            return;
        };
        let node = Node { key_span: Some(key), ..node(&part[at + 1..], value) };
        let laid = nested(&steps, node, &overlay.data, key);
        overlay.lay_over(laid, found);
    }
}

/// Parts of a text apart by a sign, which counts neither after a `\` nor within braces, each with where it starts.
fn split(text: &str, sign: char) -> Vec<(usize, &str)> {
    let mut parts = Vec::new();
    let mut start = 0;
    for (at, _) in unescaped(text, sign) {
        parts.push((start, &text[start..at]));
        start = at + sign.len_utf8();
    }
    parts.push((start, &text[start..]));
    parts
}

fn unescaped(text: &str, sign: char) -> impl Iterator<Item = (usize, char)> {
    let (mut escaped, mut depth) = (false, 0_u32);
    text.char_indices().filter(move |(_, c)| {
        let counts = !escaped && depth == 0 && *c == sign;
        match c {
            '{' if !escaped => depth += 1,
            '}' if !escaped => depth = depth.saturating_sub(1),
            _ => {}
        }
        escaped = *c == '\\' && !escaped;
        counts
    })
}

fn plain(text: &str) -> String {
    let mut escaped = false;
    text.chars()
        .filter(|c| {
            let sign = *c == '\\' && !escaped;
            escaped = sign;
            !sign
        })
        .collect()
}

fn steps(path: &str) -> Option<Vec<Step>> {
    let mut steps = Vec::new();
    for (_, part) in split(path, '.') {
        let (key, indices) = part
            .find('[')
            .filter(|at| *at == 0 || !part[..*at].ends_with('\\'))
            .map_or((part, ""), |at| part.split_at(at));
        if !key.is_empty() {
            steps.push(Step::Key(plain(key)));
        }
        for index in indices.split('[').skip(1) {
            let index: usize = index.strip_suffix(']')?.parse().ok()?;
            steps.push(Step::Index(Some(index).filter(|index| *index < MOST_ITEMS)?));
        }
        if part.is_empty() {
            return None;
        }
    }
    matches!(steps.first(), Some(Step::Key(_))).then_some(steps)
}

/// The value as Helm types it: `true`, `false`, `null`, whole numbers (not those that begin with 0), a list in braces,
/// and text.
fn node(text: &str, span: Span) -> Node {
    let inner = text.strip_prefix('{').and_then(|rest| rest.strip_suffix('}'));
    let value = match (inner, text) {
        (Some(""), _) => Value::List(Vec::new()),
        (Some(items), _) => {
            Value::List(split(items, ',').into_iter().map(|(_, item)| node(item, span)).collect())
        }
        (_, "null") => Value::Null,
        (_, "true") => Value::Bool(true),
        (_, "false") => Value::Bool(false),
        _ => {
            let zero = text.len() > 1 && text.starts_with('0');
            let whole = text.parse::<i64>().ok().filter(|_| !zero);
            whole.map_or_else(|| Value::Text(plain(text)), |number| Value::Number(Number::Integer(number)))
        }
    };
    Node { value, span: Some(span), key_span: None, origin: Origin::User }
}

/// A record with the value at the end of its steps. A list on the way is the one that is there, with one item changed.
fn nested(steps: &[Step], node: Node, there: &Node, key: Span) -> Node {
    let Some((first, rest)) = steps.split_first() else { return node };
    let bare = Node { value: Value::Null, span: None, key_span: None, origin: Origin::User };
    let written = node.span;
    let value = match first {
        Step::Key(name) => {
            let below = there.as_record().and_then(|record| record.get(name)).unwrap_or(&bare);
            // Within a list nothing is merged later, so what stands beside the key has to come along.
            let inner = Node { key_span: Some(key), ..nested(rest, node, below, key) };
            Value::Record(BTreeMap::from([(name.clone(), inner)]))
        }
        Step::Index(index) => {
            let mut items = there.as_list().map(<[Node]>::to_vec).unwrap_or_default();
            while items.len() <= *index {
                items.push(bare.clone());
            }
            // An item has no key.
            let item = Node { key_span: None, ..nested(rest, node, &items[*index], key) };
            items[*index] = combined(items[*index].clone(), item);
            Value::List(items)
        }
    };
    // Whatever is wrong with it is wrong with what was assigned.
    Node { value, span: written, key_span: Some(key), origin: Origin::User }
}

fn combined(there: Node, over: Node) -> Node {
    match (there.value, over.value) {
        (Value::Record(mut entries), Value::Record(fresh)) => {
            for (key, node) in fresh {
                let merged =
                    entries.remove(&key).map_or_else(|| node.clone(), |old| combined(old, node.clone()));
                entries.insert(key, merged);
            }
            Node {
                value: Value::Record(entries),
                span: over.span,
                key_span: over.key_span,
                origin: over.origin,
            }
        }
        (_, value) => Node { value, span: over.span, key_span: over.key_span, origin: over.origin },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_and_values_are_helms() {
        let key = |key: &str| Step::Key(key.to_owned());
        assert_eq!(steps("a.b"), Some(vec![key("a"), key("b")]));
        assert_eq!(steps(r"a.prometheus\.io/scrape"), Some(vec![key("a"), key("prometheus.io/scrape")]));
        assert_eq!(steps("a[1].b"), Some(vec![key("a"), Step::Index(1), key("b")]));
        assert_eq!(steps("a..b"), None);
        assert_eq!(steps("a[x]"), None);
        assert_eq!(split(r"a=1,b={x,y},c=p\,q", ',').len(), 3);
        let span = Span::new(Sources::default().add("--set", ""), 0..0);
        assert_eq!(node("007", span).value, Value::Text("007".into()));
        assert_eq!(node("3", span).value, Value::Number(Number::Integer(3)));
        assert_eq!(node("1.5", span).value, Value::Text("1.5".into()));
    }
}

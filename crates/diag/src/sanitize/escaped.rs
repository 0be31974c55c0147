//! Text that is safe in a medium, by its type: sinks take nothing else.
//!
//! An [`Escaped`] is put together from literals of this program and from texts that its medium escapes. There is not
//! a way from a `String` to one that leaves the escaping out.

use super::{characters, line, text};
use std::fmt::{self, Display};
use std::marker::PhantomData;

/// What text is written for: a terminal, a comment, a file of a format.
pub trait Medium {
    /// A text as it has to be written there to mean nothing but itself.
    fn escaped(text: &str) -> String;
}

/// A terminal, or a log: any number of lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Terminal {}

/// A comment of a pull request in GitHub's or GitLab's Markdown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Markdown {}

/// An XML document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Xml {}

/// Workflow commands of GitHub Actions. Texts are escaped as properties, which keep to more rules than messages do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Annotations {}

/// Text that is safe in a medium.
pub struct Escaped<M> {
    text: String,
    medium: PhantomData<M>,
}

impl<M> Escaped<M> {
    /// Nothing.
    pub fn new() -> Self {
        Self::trusted(String::new())
    }

    /// What another part of this crate has escaped.
    pub(crate) fn trusted(text: String) -> Self {
        Self { text, medium: PhantomData }
    }

    /// Adds a literal of this program, as it is.
    pub fn literal(&mut self, literal: &'static str) -> &mut Self {
        self.text.push_str(literal);
        self
    }

    /// Adds what is safe already.
    pub fn append(&mut self, other: &Self) -> &mut Self {
        self.text.push_str(&other.text);
        self
    }

    /// Adds a number.
    pub fn number(&mut self, number: impl Into<u64>) -> &mut Self {
        self.text.push_str(&number.into().to_string());
        self
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether there is nothing.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// The text.
    pub fn into_string(self) -> String {
        self.text
    }
}

impl<M: Medium> Escaped<M> {
    /// A text.
    pub fn of(text: &str) -> Self {
        Self::trusted(M::escaped(text))
    }

    /// Adds a text.
    pub fn text(&mut self, text: impl Display) -> &mut Self {
        self.text.push_str(&M::escaped(&text.to_string()));
        self
    }
}

impl Medium for Terminal {
    fn escaped(written: &str) -> String {
        text(written)
    }
}

impl Escaped<Terminal> {
    /// Adds a text that has to stay on one line: a name of a file or of a key.
    pub fn line(&mut self, text: impl Display) -> &mut Self {
        self.text.push_str(&line(&text.to_string()));
        self
    }

    /// Adds a text that another process of this program has coloured: of its sequences the colours stay.
    pub fn colored(&mut self, colored: &str) -> &mut Self {
        let mut rest = colored;
        while let Some((before, after)) = rest.split_once("\u{1b}[") {
            let end = after.find(|c: char| !(c.is_ascii_digit() || c == ';')).unwrap_or(after.len());
            self.text.push_str(&text(before));
            if let Some(next) = after[end..].strip_prefix('m') {
                self.text.push_str("\u{1b}[");
                self.text.push_str(&after[..=end]);
                rest = next;
            } else {
                self.text.push_str(&text("\u{1b}["));
                rest = after;
            }
        }
        self.text.push_str(&text(rest));
        self
    }
}

impl Medium for Markdown {
    /// Text among others: no markup, no link, no picture, nobody's name and no number of an issue. Entities do not keep
    /// `@team` from being a mention, since those are looked for in what is drawn: an element of its own around the sign
    /// does.
    fn escaped(text: &str) -> String {
        let mut escaped = String::new();
        for c in line(text).chars() {
            match c {
                '@' | '#' => {
                    escaped.push_str("<code>");
                    push_entity(c, &mut escaped);
                    escaped.push_str("</code>");
                }
                _ => push_sign(c, &mut escaped),
            }
        }
        escaped.replace("://", "<code>:</code>//").replace("www.", "www<code>.</code>")
    }
}

impl Escaped<Markdown> {
    /// Adds a text as code within a line: a name, a path.
    pub fn code(&mut self, text: impl Display) -> &mut Self {
        let mut code = String::new();
        for c in line(&text.to_string()).chars() {
            push_sign(c, &mut code);
        }
        // An address is made a link before the element around it is looked at.
        let code = code.replace("://", "&#58;//").replace("www.", "www&#46;");
        self.text.push_str(&["<code>", &code, "</code>"].concat());
        self
    }

    /// Adds lines between fences that none of them ends.
    pub fn fenced(&mut self, language: &'static str, body: &str) -> &mut Self {
        let body = text(body);
        let longest = body.split(|c| c != '`').map(str::len).max().unwrap_or_default();
        let fence = "`".repeat(longest.max(2) + 1);
        self.text.push_str(&[&fence, language, "\n", body.trim_end(), "\n", &fence, "\n"].concat());
        self
    }
}

/// A sign, by its number if Markdown or HTML has a meaning for it.
fn push_sign(c: char, into: &mut String) {
    match c {
        '<' => into.push_str("&lt;"),
        '>' => into.push_str("&gt;"),
        '&' => into.push_str("&amp;"),
        '`' | '*' | '_' | '[' | ']' | '!' | '~' | '@' | '#' | '\\' | '|' | '$' | '"' | '\'' => {
            push_entity(c, into);
        }
        _ => into.push(c),
    }
}

fn push_entity(c: char, into: &mut String) {
    into.push_str("&#");
    into.push_str(&u32::from(c).to_string());
    into.push(';');
}

impl Medium for Xml {
    /// Text as XML 1.0 takes it, between tags and in attributes.
    fn escaped(written: &str) -> String {
        let mut escaped = String::with_capacity(written.len());
        for c in text(written).chars() {
            match c {
                '\r' => {}
                '&' => escaped.push_str("&amp;"),
                '<' => escaped.push_str("&lt;"),
                '>' => escaped.push_str("&gt;"),
                '"' => escaped.push_str("&quot;"),
                '\'' => escaped.push_str("&apos;"),
                '\n' => escaped.push_str("&#10;"),
                other => escaped.push(other),
            }
        }
        escaped
    }
}

impl Medium for Annotations {
    fn escaped(text: &str) -> String {
        message(text).replace(':', "%3A").replace(',', "%2C")
    }
}

impl Escaped<Annotations> {
    /// Adds the message of an annotation.
    pub fn message(&mut self, text: &str) -> &mut Self {
        self.text.push_str(&message(text));
        self
    }
}

/// What would end a workflow command is escaped.
fn message(text: &str) -> String {
    characters(text).replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

impl<M> Default for Escaped<M> {
    fn default() -> Self {
        Self::new()
    }
}

impl<M> Clone for Escaped<M> {
    fn clone(&self) -> Self {
        Self::trusted(self.text.clone())
    }
}

impl<M> PartialEq for Escaped<M> {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl<M> fmt::Debug for Escaped<M> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.text, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markdown_mentions_links_and_marks_nothing() {
        let escaped = Escaped::<Markdown>::of("<b>@team #1 [a](https://b) www.c `d` a|b\u{1b}[2J");
        assert_eq!(
            escaped.as_str(),
            "&lt;b&gt;<code>&#64;</code>team <code>&#35;</code>1 &#91;a&#93;(https<code>:</code>//b) \
             www<code>.</code>c &#96;d&#96; a&#124;b&#92;u{1b}&#91;2J"
        );
        let mut code = Escaped::<Markdown>::new();
        code.code("@a`</code>http://b");
        assert_eq!(code.as_str(), "<code>&#64;a&#96;&lt;/code&gt;http&#58;//b</code>");
        let mut fenced = Escaped::<Markdown>::new();
        fenced.fenced("diff", "a\n````\nb");
        assert_eq!(fenced.as_str(), "`````diff\na\n````\nb\n`````\n");
    }

    #[test]
    fn an_annotation_has_the_right_end() {
        let mut command = Escaped::<Annotations>::new();
        command
            .literal("::error file=")
            .text("a,b:c")
            .literal("::")
            .message("a\n::error::b %\u{1b}[2J\u{202e}");
        assert_eq!(command.as_str(), "::error file=a%2Cb%3Ac::a%0A::error::b %25\\u{1b}[2J\\u{202e}");
    }

    #[test]
    fn xml_contains_only_its_own_elements() {
        let xml = Escaped::<Xml>::of("<a b=\"c\" d='e'>&\u{0}\u{fffe}\n");
        assert_eq!(xml.as_str(), "&lt;a b=&quot;c&quot; d=&apos;e&apos;&gt;&amp;\\u{0}\\u{fffe}&#10;");
    }

    #[test]
    fn of_sequences_the_colours_stay() {
        let mut text = Escaped::<Terminal>::new();
        text.colored("\u{1b}[1;31mred\u{1b}[0m \u{1b}[2J \u{1b}[31m");
        assert_eq!(text.as_str(), "\u{1b}[1;31mred\u{1b}[0m \\u{1b}[2J \u{1b}[31m");
    }
}

//! One thing found, and a collection of them.

use crate::advice::{self, Advice, Syntax};
use crate::{Code, Fix, KeyPath, Secrets, Severity, SourceId, Sources, Span};

/// An additional place that is part of a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// Where.
    pub span: Span,
    /// What to say there: "the ensemble size is set here".
    pub text: String,
}

/// One thing that pulsarc found in a configuration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// What kind of finding it is.
    pub code: &'static Code,
    /// How much it matters in this run.
    pub severity: Severity,
    /// What is wrong, in one sentence without a full stop.
    pub message: String,
    /// The value it is about.
    pub path: Option<KeyPath>,
    /// The user's text it is about.
    pub span: Option<Span>,
    /// Further places that are part of it.
    pub labels: Vec<Label>,
    /// What to do, in words of its own instead of those of `advice`.
    pub help: Option<String>,
    /// What to write instead, as alternatives; the first one is recommended.
    pub advice: Vec<Advice>,
    /// Edits of text that settle it, the recommended one first.
    pub fixes: Vec<Fix>,
}

impl Diagnostic {
    /// A finding of `code`, with the severity of its code and no place yet.
    pub fn new(code: &'static Code, message: impl Into<String>) -> Self {
        Self {
            code,
            severity: code.severity,
            message: message.into(),
            path: None,
            span: None,
            labels: Vec::new(),
            help: None,
            advice: Vec::new(),
            fixes: Vec::new(),
        }
    }

    /// Says which value it is about.
    #[must_use]
    pub fn at(mut self, path: impl Into<KeyPath>) -> Self {
        let path = path.into();
        self.advice = self.advice.into_iter().map(|advice| advice.about(&path)).collect();
        self.path = Some(path);
        self
    }

    /// Says which text it is about.
    #[must_use]
    pub fn span(mut self, span: impl Into<Option<Span>>) -> Self {
        self.span = span.into();
        self
    }

    /// Adds an additional place; nothing is added where the place is not known.
    #[must_use]
    pub fn label(mut self, span: impl Into<Option<Span>>, text: impl Into<String>) -> Self {
        if let Some(span) = span.into() {
            self.labels.push(Label { span, text: text.into() });
        }
        self
    }

    /// The same in words that do not say a secret.
    #[must_use]
    pub fn without(mut self, secrets: &Secrets) -> Self {
        if !secrets.is_empty() {
            self.message = secrets.without(&self.message);
            self.help = self.help.map(|help| secrets.without(&help));
            self.advice = self.advice.into_iter().map(|advice| advice.without(secrets)).collect();
            // An edit that repeats a secret is of use to nobody without it.
            self.fixes.retain(|fix| fix.clone().without(secrets) == *fix);
            self.path = self.path.map(|path| path.without(secrets));
            for label in &mut self.labels {
                label.text = secrets.without(&label.text);
            }
        }
        self
    }

    /// Suggests the key that was probably meant.
    #[must_use]
    pub fn suggest(mut self, meant: impl Into<String>) -> Self {
        self.help = None;
        self.advise([advice::rename_it(meant).safe()])
    }

    /// The same with other advice.
    #[must_use]
    pub fn advise_instead(mut self, alternatives: impl IntoIterator<Item = Advice>) -> Self {
        (self.help, self.advice) = (None, Vec::new());
        self.advise(alternatives)
    }

    /// Gives the alternatives of what to write, the recommended one first.
    #[must_use]
    pub fn advise(mut self, alternatives: impl IntoIterator<Item = Advice>) -> Self {
        let own = self.path.clone().unwrap_or_default();
        self.advice.extend(alternatives.into_iter().map(|advice| advice.about(&own)));
        self
    }

    /// Adds edits that settle it.
    #[must_use]
    pub fn with_fix(mut self, fix: Fix) -> Self {
        self.fixes.push(fix);
        self
    }

    /// The syntax of the file that it is about.
    pub fn syntax(&self, sources: &Sources) -> Syntax {
        let users = |id: SourceId| sources.get(id).users.then_some(id);
        let own = self.span.map(|span| span.source).and_then(users);
        let first = || sources.iter().find(|(_, source)| source.users).map(|(id, _)| id);
        own.or_else(first).map_or(Syntax::Yaml, |id| {
            let source = sources.get(id);
            Syntax::of(&source.name, &source.text)
        })
    }

    /// What to do, in one line, in a syntax.
    pub fn help_in(&self, syntax: Syntax) -> Option<String> {
        if self.help.is_some() || self.advice.is_empty() {
            return self.help.clone();
        }
        Some(advice::sentence(&self.advice, self.path.as_ref(), syntax))
    }

    /// What to do, in one line, in the syntax of its file.
    pub fn help_line(&self, sources: &Sources) -> Option<String> {
        self.help_in(self.syntax(sources))
    }

    /// What to do, for a terminal: settings are nested as they are pasted into the file.
    pub fn help_paragraph(&self, sources: &Sources) -> Option<String> {
        if self.help.is_some() || self.advice.is_empty() {
            return self.help.clone();
        }
        Some(advice::paragraph(&self.advice, self.path.as_ref(), self.syntax(sources)))
    }

    /// Says what to do, in words.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

/// Diagnostics as they are found; [`Findings::sorted`] puts them in the order of the sources, each told once.
#[derive(Debug, Clone, Default)]
pub struct Findings {
    all: Vec<Diagnostic>,
}

impl Findings {
    /// Adds one.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.all.push(diagnostic);
    }

    /// Adds all of another collection.
    pub fn extend(&mut self, others: impl IntoIterator<Item = Diagnostic>) {
        self.all.extend(others);
    }

    /// Whether an error is among them.
    pub fn has_errors(&self) -> bool {
        self.all.iter().any(|found| found.severity == Severity::Error)
    }

    /// Whether nothing was found.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// The same in words that do not say a secret.
    #[must_use]
    pub fn without(self, secrets: &Secrets) -> Self {
        Self { all: self.all.into_iter().map(|found| found.without(secrets)).collect() }
    }

    /// What was found so far, in the order it was found.
    pub fn iter(&self) -> std::slice::Iter<'_, Diagnostic> {
        self.all.iter()
    }

    /// Everything found, in the order of the sources (findings without a place come last), doubles left out.
    #[must_use]
    pub fn sorted(mut self, sources: &Sources) -> Vec<Diagnostic> {
        let place = |found: &Diagnostic| found.span.map(|span| (!sources.is_users(span), span));
        self.all.sort_by(|a, b| match (place(a), place(b)) {
            (Some(x), Some(y)) => x
                .cmp(&y)
                .then_with(|| (a.code.id, &a.message, &a.path).cmp(&(b.code.id, &b.message, &b.path))),
            (None, None) => (a.code.id, &a.path).cmp(&(b.code.id, &b.path)),
            (Some(_), None) => std::cmp::Ordering::Less,
            (None, Some(_)) => std::cmp::Ordering::Greater,
        });
        // A place that two phases look at, or that an anchor brings to two paths, is told once.
        self.all.dedup_by(|b, a| {
            (a.code, a.span, &a.message) == (b.code, b.span, &b.message) && a.span.is_some()
        });
        self.all
    }
}

impl<'a> IntoIterator for &'a Findings {
    type Item = &'a Diagnostic;
    type IntoIter = std::slice::Iter<'a, Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl IntoIterator for Findings {
    type Item = Diagnostic;
    type IntoIter = std::vec::IntoIter<Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.all.into_iter()
    }
}

//! Slips in `.ncl` files of people who know YAML: `:` instead of `=`, a missing comma or quote, a word without quotes.
//!
//! Nickel's parser stops at the first word that does not fit, which is often on the next line. So [`mend`] looks for
//! slips itself, pass by pass, repairs each in memory, and tries again; the findings that follow are those of the
//! repaired text, at their places in the user's. A text that Nickel can parse is searched only for slips that cannot
//! mean anything else, such as a word that nothing defines.

mod adjacent;
mod brackets;
mod characters;
mod entries;
mod expression;
mod layout;
mod library;
mod mended;
mod names;
mod parse;
mod texts;
mod values;
mod words;

pub(crate) use library::{Export, Library};
pub(crate) use mended::Mended;

use mended::Places;
use parse::Parse;
use pulsarc_diag::{Applicability, Code, Diagnostic, Fix, SourceId, Span, TextEdit};
use std::ops::Range;
use words::Words;

/// A replacement of a part of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Edit {
    pub(crate) range: Range<usize>,
    pub(crate) text: String,
}

/// Whether a code is that of a slip.
pub(crate) fn is_code(code: &Code) -> bool {
    ("PUL0060"..="PUL0073").contains(&code.id)
}

/// Whether a repair is what the user meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Certainty {
    /// It is.
    Certain,
    /// Probably.
    Likely,
    /// It only lets the rest be checked: the user has to fill something in.
    Filler,
}

/// How to repair a slip.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Repair {
    pub(crate) edits: Vec<Edit>,
    pub(crate) certainty: Certainty,
}

/// One slip.
#[derive(Debug, Clone)]
pub(crate) struct Slip {
    pub(crate) code: &'static Code,
    pub(crate) range: Range<usize>,
    pub(crate) message: String,
    pub(crate) help: String,
    /// A further place, and what is there.
    pub(crate) label: Option<(Range<usize>, &'static str)>,
    pub(crate) repair: Option<Repair>,
}

impl Slip {
    fn new(
        code: &'static Code,
        range: Range<usize>,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> Self {
        Self { code, range, message: message.into(), help: help.into(), label: None, repair: None }
    }

    fn label(mut self, range: Range<usize>, text: &'static str) -> Self {
        self.label = Some((range, text));
        self
    }

    /// Says how to repair it.
    fn repair(mut self, certainty: Certainty, edits: Vec<Edit>) -> Self {
        self.repair = Some(Repair { edits, certainty });
        self
    }

    /// Says that replacing one part certainly repairs it.
    fn replace(self, range: Range<usize>, text: impl Into<String>) -> Self {
        self.repair(Certainty::Certain, vec![Edit { range, text: text.into() }])
    }

    /// Says that inserting a text certainly repairs it.
    fn insert(self, at: usize, text: impl Into<String>) -> Self {
        self.replace(at..at, text)
    }

    /// Whether another slip says the same of the same place.
    fn is_same(&self, other: &Self) -> bool {
        self.code == other.code && self.range == other.range
    }

    /// Its diagnostic, with the repair as a fix.
    pub(crate) fn finding(&self, source: SourceId) -> Diagnostic {
        let label = self.label.as_ref();
        let finding = Diagnostic::new(self.code, self.message.clone())
            .span(Span::new(source, self.range.clone()))
            .label(
                label.map(|(range, _)| Span::new(source, range.clone())),
                label.map_or("", |(_, text)| text),
            )
            .help(self.help.clone());
        match self.fix(source) {
            Some(fix) => finding.with_fix(fix),
            None => finding,
        }
    }

    fn fix(&self, source: SourceId) -> Option<Fix> {
        let Repair { edits, certainty } = self.repair.as_ref()?;
        let applicability = match certainty {
            Certainty::Certain => Applicability::Safe,
            Certainty::Likely => Applicability::Unsafe,
            Certainty::Filler => return None,
        };
        let edits = edits
            .iter()
            .map(|edit| TextEdit { span: Span::new(source, edit.range.clone()), text: edit.text.clone() });
        let meant = self.help.strip_prefix("did you mean ").and_then(|help| help.strip_suffix('?'));
        let message = meant.map_or_else(|| self.help.clone(), |meant| format!("write {meant}"));
        Some(Fix { message, applicability, edits: edits.collect() })
    }
}

/// Which texts a pass is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Search {
    /// A text that cannot be parsed.
    Broken,
    /// Any text: the pass reports only what cannot mean anything else.
    Any,
}

type Pass = fn(&Words<'_>, &Context<'_>) -> Vec<Slip>;

/// What a pass may ask.
struct Context<'a> {
    /// pulsarc's own library.
    library: &'a dyn Fn() -> Library,
    search: Search,
}

/// The passes, each of which expects that those before it find nothing more.
const PASSES: [(Search, Pass); 8] = [
    (Search::Any, characters::quotes),
    (Search::Broken, characters::comments),
    (Search::Broken, layout::slips),
    (Search::Broken, brackets::slips),
    (Search::Broken, entries::slips),
    (Search::Any, values::slips),
    (Search::Any, adjacent::slips),
    (Search::Any, library::slips),
];

/// A text is repaired at most so often. Each round repairs all slips of one pass.
const ROUNDS: usize = 24;
/// Longer texts and lines are not written by hand, and searching them takes too long.
const LONGEST: usize = 128 << 10;
const LONGEST_LINE: usize = 2_000;
/// Brackets in brackets beyond this are left to Nickel's own limits.
const DEEPEST: usize = 300;
/// So many slips are repaired in one round.
const MOST: usize = 500;

/// Finds the slips of a text and repairs it as far as it goes. `None` if there is nothing to say.
pub(crate) fn mend(text: &str, library: &dyn Fn() -> Library) -> Option<Mended> {
    if text.len() > LONGEST || text.lines().any(|line| line.len() > LONGEST_LINE) {
        return None;
    }
    let mut places = Places::of(text);
    let mut all: Vec<Slip> = Vec::new();
    let mut parse = Parse::of(text);
    let words = Words::of(text);
    if words.depth() > DEEPEST {
        return None;
    }
    if let Some(slip) = layout::whole_file(&words) {
        return Some(places.mended(vec![slip], true));
    }
    for _ in 0..ROUNDS {
        let found = search(places.text(), &parse, library);
        if found.is_empty() {
            break;
        }
        let before = places.text().to_owned();
        for slip in found.into_iter().take(MOST) {
            let slip = places.apply(slip);
            all.extend(slip.filter(|slip| !all.iter().any(|known| known.is_same(slip))));
        }
        places.turn();
        if *places.text() == before {
            break;
        }
        parse = Parse::of(places.text());
    }
    let failure = parse.failure(places.text());
    if all.is_empty() && failure.is_none() {
        return None;
    }
    let failure = failure.map(|slip| places.in_original(slip));
    // A place where the text still fails beside a slip says nothing more.
    let failure = failure.filter(|failure| !all.iter().any(|slip| places.share_a_line(slip, failure)));
    all.extend(failure);
    Some(places.mended(all, !parse.is_ok()))
}

/// The slips of the passes up to the first that can repair one.
fn search(text: &str, parse: &Parse, library: &dyn Fn() -> Library) -> Vec<Slip> {
    let mut search = match parse {
        Parse::Fine => Search::Any,
        Parse::Failed(_) => Search::Broken,
        Parse::TooMuch => return Vec::new(),
    };
    let mut words = if search == Search::Any { Words::of_parsed(text) } else { Words::of(text) };
    // Nickel can parse some of these, and takes several lines for one text or for one type.
    let is_misread =
        characters::swallows_lines(&words) || entries::has_odd_types(&words) || layout::is_bare_block(&words);
    if search == Search::Any && is_misread {
        (search, words) = (Search::Broken, Words::of(text));
    }
    let context = Context { library, search };
    let mut found: Vec<Slip> = Vec::new();
    for (of, pass) in PASSES {
        if search == Search::Broken || of == Search::Any {
            found.extend(pass(&words, &context));
        }
        if found.iter().any(|slip| slip.repair.is_some()) {
            break;
        }
    }
    found
}

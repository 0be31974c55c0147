//! The findings, each with its lines and what to write instead.

use crate::excerpt::{self, Excerpt, Mark};
use crate::words::words;
use maud::{Markup, html};
use pulsarc_diag::{Diagnostic, Severity, Sources};

/// All findings, in the order in which they are reported.
pub(crate) fn part(diagnostics: &[Diagnostic], sources: &Sources) -> Markup {
    html! {
        @if diagnostics.is_empty() {
            p.clean { "No findings." }
        } @else {
            ol.findings {
                @for diagnostic in diagnostics {
                    li { (finding(diagnostic, sources)) }
                }
            }
        }
    }
}

fn finding(found: &Diagnostic, sources: &Sources) -> Markup {
    let excerpts = excerpt::of(found, sources);
    let class = match found.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    };
    html! {
        article.finding.(class) {
            h3 {
                span.badge { (found.severity) } " "
                span.code { (found.code.id) } " "
                span { (words(&found.message)) }
            }
            @for excerpt in &excerpts { (lines(excerpt)) }
            @if let (None, Some(path)) = (found.span, &found.path) {
                p { "At " code { (path) } }
            }
            @if let Some(help) = &found.help_line(sources) {
                p.help { strong { "Help: " } (words(help)) }
            }
            p.more { code { "pulsarc explain " (found.code.id) } ": " (found.code.title) }
        }
    }
}

fn lines(excerpt: &Excerpt) -> Markup {
    html! {
        figure.excerpt {
            figcaption { (excerpt.file) ":" (excerpt.line) ":" (excerpt.column) }
            div.scroll role="group" aria-label={ "Lines of " (excerpt.file) ", from line " (excerpt.line) } tabindex="0" {
                pre {
                    @for line in &excerpt.lines {
                        span.line-number aria-hidden="true" { (format!("{:>4} ", line.number)) }
                        @for (text, mark) in &line.parts {
                            @match mark {
                                Mark::None => { (text) }
                                Mark::Primary => { mark { (text) } }
                                Mark::Secondary => { mark.other { (text) } }
                            }
                        }
                        "\n"
                    }
                }
            }
            @if let Some(label) = &excerpt.label { p.label { (words(label)) } }
        }
    }
}

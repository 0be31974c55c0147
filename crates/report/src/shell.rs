//! What every page has: its head, its content security policy, its style, and the way past the navigation.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use maud::{DOCTYPE, Markup, PreEscaped, html};
use sha2::{Digest, Sha256};

/// The style of all pages. It is the project's own text, so it is not escaped.
const STYLE: &str = include_str!("style.css");

/// A page.
pub(crate) struct Page<'a> {
    /// What the browser's tab says.
    pub(crate) title: &'a str,
    /// What search engines and link previews say.
    pub(crate) description: &'a str,
    /// The project's own script, where the page has one.
    pub(crate) script: Option<&'static str>,
    /// What stands above the content.
    pub(crate) header: Markup,
    /// The parts that the navigation leads to: their ids and titles.
    pub(crate) parts: &'a [(&'a str, &'a str)],
    /// The content.
    pub(crate) main: Markup,
}

impl Page<'_> {
    /// The whole document.
    pub(crate) fn document(self) -> String {
        let script = self.script;
        html! {
            (DOCTYPE)
            html lang="en" {
                head {
                    meta charset="utf-8";
                    meta http-equiv="Content-Security-Policy" content=(policy(script));
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    meta name="color-scheme" content="light dark";
                    meta name="referrer" content="no-referrer";
                    meta name="generator" content=(concat!("pulsarc ", env!("CARGO_PKG_VERSION")));
                    meta name="description" content=(self.description);
                    title { (self.title) }
                    style { (PreEscaped(STYLE)) }
                }
                body {
                    a.skip href="#content" { "Skip to the content" }
                    header.top { (self.header) }
                    nav.parts aria-label="Parts of this page" {
                        ul {
                            @for (id, title) in self.parts {
                                li { a href={ "#" (id) } { (title) } }
                            }
                        }
                    }
                    main #content tabindex="-1" { (self.main) }
                    footer { p { "Made by pulsarc " (env!("CARGO_PKG_VERSION")) ". This page loads nothing from anywhere." } }
                    @if let Some(script) = script { script { (PreEscaped(script)) } }
                }
            }
        }
        .into_string()
    }
}

/// Nothing may be loaded, and only the page's own style and script count: they are named by their hashes, so that one
/// that came in with a value would not run even if it were not escaped.
fn policy(script: Option<&str>) -> String {
    let hash = |text: &str| format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)));
    let script = script.map_or_else(|| "'none'".to_owned(), hash);
    format!(
        "default-src 'none'; style-src {}; script-src {script}; base-uri 'none'; form-action 'none'",
        hash(STYLE)
    )
}

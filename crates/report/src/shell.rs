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
                    footer { p { "Made by pulsarc " (env!("CARGO_PKG_VERSION")) ". This page loads no other \
                    resources." } }
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

#[cfg(test)]
mod tests {
    use super::*;

    /// The colours that a block of the style names.
    fn colours(block: &str) -> Vec<(&str, [f64; 3])> {
        let named = block.split("--").filter_map(|rest| rest.split_once(": #"));
        let parsed = named.map(|(name, rest)| {
            let channel = |at: usize| f64::from(u8::from_str_radix(&rest[at..at + 2], 16).expect("a colour"));
            (name, [channel(0), channel(2), channel(4)])
        });
        parsed.collect()
    }

    /// The relative luminance of WCAG 2.
    fn luminance(colour: [f64; 3]) -> f64 {
        let linear = |channel: f64| {
            let share = channel / 255.0;
            if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
        };
        let [red, green, blue] = colour.map(linear);
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    #[test]
    fn every_text_has_contrast_in_light_and_dark() {
        let mut schemes =
            STYLE.split(":root {").skip(1).map(|rest| rest.split('}').next().unwrap_or_default());
        let pairs = [
            ("ink", &["page", "card", "soft", "warn-soft", "other"][..]),
            ("muted", &["page", "card", "soft"]),
            ("accent", &["page", "card"]),
            ("good", &["card", "good-soft"]),
            ("warn", &["card", "warn-soft"]),
            ("bad", &["card", "bad-soft"]),
            ("mark-ink", &["mark"]),
        ];
        for scheme in ["light", "dark"] {
            let colours = colours(schemes.next().expect("a block of colours"));
            let named = |name: &str| colours.iter().find(|(known, _)| *known == name).expect(name).1;
            for (text, behind) in pairs {
                for ground in behind {
                    let (one, two) = (luminance(named(text)), luminance(named(ground)));
                    let contrast = (one.max(two) + 0.05) / (one.min(two) + 0.05);
                    assert!(contrast >= 4.5, "{scheme}: {text} on {ground} has {contrast:.2}");
                }
            }
        }
    }
}

//! Names of the library as code uses them: `pulsar.presets.production`.

use std::ops::Range;

/// The name of the library that code has at a byte, without the name that it is imported by, up to the part at that byte.
pub(crate) fn name_at(text: &str, byte: usize) -> Option<(String, Range<usize>)> {
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '\'');
    let is_name = |c: char| is_part(c) || c == '.';
    let (before, after) = text.split_at_checked(byte)?;
    let start =
        before.len() - before.chars().rev().take_while(|c| is_name(*c)).map(char::len_utf8).sum::<usize>();
    let end = byte + after.find(|c| !is_part(c)).unwrap_or(after.len());
    let name = text.get(start..end)?;
    let (alias, rest) = name.split_once('.')?;
    let part = end - rest.rsplit('.').next()?.len();
    (!rest.is_empty() && is_import(text, alias)).then(|| (rest.to_owned(), part..end))
}

/// Whether code imports the library by a name.
fn is_import(text: &str, alias: &str) -> bool {
    let bound = text.match_indices("import").any(|(at, _)| {
        let before = text.get(..at).unwrap_or_default().trim_end();
        let after = text.get(at + "import".len()..).unwrap_or_default().trim_start();
        let named = before.strip_suffix('=').map(str::trim_end).is_some_and(|before| before.ends_with(alias));
        let file = after.strip_prefix('"').and_then(|after| after.split('"').next());
        named && file.is_some_and(|file| file.rsplit('/').next() == Some("pulsar.ncl"))
    });
    !alias.is_empty() && bound
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_follow_the_import() {
        let at = |text: &str| {
            let byte = text.find('▮').expect("a cursor");
            name_at(&text.replace('▮', ""), byte).map(|(name, _)| name)
        };
        let text = "let pulsar = import \"pulsar.ncl\" in pulsar.presets.prod▮uction & {}";
        assert_eq!(at(text).as_deref(), Some("presets.production"));
        let text = "let p = import \"../.pulsarc/lib/pulsar.ncl\" in p.pre▮sets.production";
        assert_eq!(at(text).as_deref(), Some("presets"));
        assert_eq!(at("let p = import \"base.ncl\" in p.pre▮sets"), None);
        assert_eq!(at("let pulsar = import \"pulsar.ncl\" in puls▮ar.layers []"), None);
        assert_eq!(at("▮"), None);
    }
}

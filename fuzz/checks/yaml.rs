//! The loader of YAML and JSON: any text is read, or told why not, and every place lies in the text.

use pulsarc_eval::{Format, Layer};

pub(crate) fn check(bytes: &[u8]) {
    let layer = Layer { name: "a.yaml".to_owned(), format: Format::Yaml, bytes: bytes.to_vec() };
    let data = pulsarc_eval::data(&[layer]);
    assert_eq!(data.merged.is_none(), data.findings.has_errors() && data.documents.is_empty());
    for found in &data.findings {
        let span = found.span.expect("what is told has its place");
        let text = &data.sources.get(span.source).text;
        assert!(text.get(span.range()).is_some(), "{span:?} of {} bytes", text.len());
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        let read = pulsarc_eval::read_stream("a.yaml", text);
        assert!(read.documents.is_empty() || !read.findings.has_errors());
        let _ = pulsarc_eval::parse_yaml(text);
    }
}

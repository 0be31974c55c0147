//! Paths of files as the URIs of the protocol.

use lsp_types::Uri;
use std::path::{Path, PathBuf};
use std::str::FromStr;
use url::Url;

/// The absolute path that a URI names, if it names a file.
pub(crate) fn path(uri: &Uri) -> Option<PathBuf> {
    let url = Url::parse(uri.as_str()).ok().filter(|url| url.scheme() == "file")?;
    url.to_file_path().ok()
}

/// The URI of an absolute path.
pub(crate) fn of(path: &Path) -> Option<Uri> {
    let url = Url::from_file_path(path).ok()?;
    // Browsers let brackets pass in a path; the protocol's URIs do not.
    Uri::from_str(&url.as_str().replace('[', "%5B").replace(']', "%5D")).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_comes_back() {
        for written in ["/a/b.yaml", "/a b/ü%20.ncl", "/a/[x]#y?.yaml"] {
            let uri = of(Path::new(written)).expect("a URI");
            assert_eq!(path(&uri), Some(PathBuf::from(written)), "{}", uri.as_str());
        }
        let untitled = Uri::from_str("untitled:Untitled-1").expect("a URI");
        assert_eq!(path(&untitled), None);
    }
}

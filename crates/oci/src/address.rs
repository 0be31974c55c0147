//! Where an artifact lies: `oci://HOST/REPOSITORY:TAG`, `oci://HOST/REPOSITORY@sha256:...`, `oci-layout:FOLDER:TAG`.

use crate::OciError;
use sha2::{Digest as _, Sha256};
use std::fmt;
use std::path::PathBuf;
use std::str::FromStr;

/// The digest of an artifact: `sha256:` and 64 hexadecimal digits.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Digest(String);

impl Digest {
    /// That of some bytes.
    pub fn of(bytes: &[u8]) -> Self {
        let hex: String = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        Self(format!("sha256:{hex}"))
    }

    /// One that is written so; none for another form.
    pub fn parse(text: &str) -> Option<Self> {
        let hex = text.strip_prefix("sha256:")?;
        let is_hex = hex.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte));
        (hex.len() == 64 && is_hex).then(|| Self(text.to_owned()))
    }

    /// The digits.
    pub fn hex(&self) -> &str {
        self.0.trim_start_matches("sha256:")
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Where an artifact lies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Address {
    /// In a registry.
    Registry(Place),
    /// In a folder on disk, perhaps among others.
    Layout {
        /// The folder.
        folder: PathBuf,
        /// What it is called there.
        tag: Option<String>,
    },
}

/// A place in a registry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The registry, with its port if it has one.
    pub host: String,
    /// The repository.
    pub repository: String,
    /// What it is called there; `latest` where nothing is said.
    pub tag: Option<String>,
    /// What it has to be.
    pub digest: Option<Digest>,
}

impl Place {
    /// What a registry is asked for.
    pub(crate) fn reference(&self) -> String {
        match (&self.digest, &self.tag) {
            (Some(digest), _) => digest.to_string(),
            (None, tag) => tag.clone().unwrap_or_else(|| "latest".to_owned()),
        }
    }
}

impl FromStr for Address {
    type Err = OciError;

    fn from_str(text: &str) -> Result<Self, OciError> {
        let wrong = |why| OciError::Address { text: text.to_owned(), why };
        if let Some(rest) = text.strip_prefix("oci://") {
            return place(rest).map(Self::Registry).map_err(wrong);
        }
        let Some(rest) = text.strip_prefix("oci-layout:") else {
            return Err(wrong("it starts with neither oci:// nor oci-layout:"));
        };
        // A drive of Windows has a colon too, and a tag has no slash.
        let (folder, tag) = match rest.rsplit_once(':') {
            Some((folder, tag)) if is_tag(tag) && folder.len() > 1 => (folder, Some(tag.to_owned())),
            _ => (rest, None),
        };
        if folder.is_empty() {
            return Err(wrong("it names no folder"));
        }
        Ok(Self::Layout { folder: folder.into(), tag })
    }
}

fn place(rest: &str) -> Result<Place, &'static str> {
    let (rest, digest) = match rest.split_once('@') {
        Some((rest, digest)) => {
            (rest, Some(Digest::parse(digest).ok_or("its digest is not sha256: and 64 hexadecimal digits")?))
        }
        None => (rest, None),
    };
    let (host, path) = rest.split_once('/').ok_or("it names no repository")?;
    let (repository, tag) = match path.rsplit_once(':') {
        Some((repository, tag)) => (repository, Some(tag)),
        None => (path, None),
    };
    if !is_host(host) {
        return Err("its host is not a name with an optional port");
    }
    // "[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*" between slashes, by the distribution specification.
    let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "._-".contains(c);
    let is_part = |part: &str| {
        !part.is_empty()
            && part.chars().all(allowed)
            && !part.starts_with(['.', '_', '-'])
            && !part.ends_with(['.', '_', '-'])
    };
    if !repository.split('/').all(is_part) {
        return Err(
            "its repository has characters other than lower case letters, digits, `.`, `_`, `-` and `/`",
        );
    }
    if tag.is_some_and(|tag| !is_tag(tag)) {
        return Err("its tag has more than 128 letters, digits, `.`, `_` and `-`");
    }
    Ok(Place {
        host: host.to_owned(),
        repository: repository.to_owned(),
        tag: tag.map(str::to_owned),
        digest,
    })
}

fn is_host(host: &str) -> bool {
    let (name, port) = match host.rsplit_once(':') {
        Some((name, port)) if !port.contains(']') => (name, Some(port)),
        _ => (host, None),
    };
    let allowed = |c: char| c.is_ascii_alphanumeric() || "-._:[]".contains(c);
    !name.is_empty() && name.chars().all(allowed) && port.is_none_or(|port| port.parse::<u16>().is_ok())
}

fn is_tag(tag: &str) -> bool {
    let allowed = |c: char| c.is_ascii_alphanumeric() || "._-".contains(c);
    !tag.is_empty() && tag.len() <= 128 && tag.chars().all(allowed) && !tag.starts_with(['.', '-'])
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Layout { folder, tag } => {
                write!(f, "oci-layout:{}", folder.display())?;
                tag.as_ref().map_or(Ok(()), |tag| write!(f, ":{tag}"))
            }
            Self::Registry(place) => {
                write!(f, "oci://{}/{}", place.host, place.repository)?;
                place.tag.as_ref().map_or(Ok(()), |tag| write!(f, ":{tag}"))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_read_as_they_are_written() {
        for text in [
            "oci://ghcr.io/team/pulsar:v1.2",
            "oci://localhost:5000/a/b_c-d.e/f:latest",
            "oci://[::1]:5000/a",
            "oci-layout:out/artifacts:v1",
            "oci-layout:/abs/path",
        ] {
            assert_eq!(text.parse::<Address>().expect(text).to_string(), text);
        }
        let digest = Digest::of(b"");
        let text = format!("oci://h/r:t@{digest}");
        let Ok(Address::Registry(place)) = text.parse() else { panic!("{text}") };
        assert_eq!((place.tag.as_deref(), place.reference()), (Some("t"), digest.to_string()));
        assert_eq!(digest.hex(), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    #[test]
    fn an_invalid_address_is_rejected() {
        for text in [
            "ghcr.io/a:b",
            "oci://",
            "oci://host",
            "oci://host/",
            "oci://host/A:b",
            "oci://host/a//b",
            "oci://host/../a",
            "oci://ho st/a",
            "oci://host/a:-",
            "oci://host:x/a",
            "oci://user:pw@host/a",
            "oci://host/a@sha256:12",
            "oci-layout:",
            "docker://a/b",
        ] {
            assert!(text.parse::<Address>().is_err(), "{text}");
        }
    }
}

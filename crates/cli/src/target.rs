//! The target of a build: options outside the configuration.

use crate::exit::Failure;
use crate::heading;
use clap::Args;
use pulsarc_compiler::{KubeVersion, Target};

/// The oldest minor version of Kubernetes 1 that the manifests are made for: the chart's own bound.
pub(crate) const OLDEST: u32 = 25;
/// The newest whose schemas the manifests are checked against.
pub(crate) const NEWEST: u32 = 36;

/// The release if no option names one.
pub(crate) const RELEASE: &str = "pulsar";
/// The namespace if no option names one.
pub(crate) const NAMESPACE: &str = "default";
/// The version of Kubernetes if no option names one.
pub(crate) const KUBE_VERSION: &str = "1.33";

/// Settings from outside the command line.
pub(crate) struct Words<'a> {
    pub(crate) release: Option<&'a str>,
    pub(crate) namespace: Option<&'a str>,
    pub(crate) kube_version: Option<&'a str>,
    pub(crate) upgrade: bool,
}

/// One of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Word {
    Release,
    Namespace,
    KubeVersion,
}

/// Options of every command that looks at a whole cluster.
#[derive(Debug, Args)]
#[command(next_help_heading = heading::TARGET)]
pub(crate) struct TargetOptions {
    /// The release name, the prefix of all names
    #[arg(long, value_name = "NAME", default_value = RELEASE, value_parser = release)]
    release: String,
    /// The namespace, unless the configuration sets one
    #[arg(long, short = 'n', value_name = "NAME", default_value = NAMESPACE, value_parser = namespace)]
    namespace: String,
    /// The Kubernetes version to target
    #[arg(long, value_name = "VERSION", default_value = KUBE_VERSION, value_parser = kube_version)]
    kube_version: KubeVersion,
    /// Build for an existing release: omit the jobs that initialize a new cluster
    ///
    /// Those jobs run once, and Kubernetes rejects changes to a finished job. With `GitOps`, build the first commit
    /// without this option and every later one with it; or set `useReleaseStatus: false` in the configuration and
    /// `initialize: true` for the first commit only.
    #[arg(long)]
    upgrade: bool,
}

impl TargetOptions {
    /// The target of one of several clusters that set their own release and namespace, or the error in them.
    pub(crate) fn target_of(
        &self,
        own_release: Option<&str>,
        own_namespace: Option<&str>,
    ) -> Result<Target, (&'static str, String)> {
        let mut target = self.target();
        if let Some(own) = own_release {
            target.release = release(own).map_err(|why| ("release", why))?;
        }
        if let Some(own) = own_namespace {
            target.namespace = namespace(own).map_err(|why| ("namespace", why))?;
        }
        Ok(target)
    }

    /// The target with the settings of another source over these options, or the errors in them.
    pub(crate) fn of_words(words: &Words<'_>) -> Result<Target, Vec<(Word, String)>> {
        let release = release(words.release.unwrap_or(RELEASE)).map_err(|why| (Word::Release, why));
        let namespace = namespace(words.namespace.unwrap_or(NAMESPACE)).map_err(|why| (Word::Namespace, why));
        let version =
            kube_version(words.kube_version.unwrap_or(KUBE_VERSION)).map_err(|why| (Word::KubeVersion, why));
        match (release, namespace, version) {
            (Ok(release), Ok(namespace), Ok(kube_version)) => {
                Ok(Target { release, namespace, kube_version, upgrade: words.upgrade })
            }
            (release, namespace, version) => {
                Err([release.err(), namespace.err(), version.err()].into_iter().flatten().collect())
            }
        }
    }

    /// Whether no option sets anything else than by default.
    pub(crate) fn is_default(&self) -> bool {
        let version = kube_version(KUBE_VERSION).ok();
        self.release == RELEASE
            && self.namespace == NAMESPACE
            && Some(self.kube_version) == version
            && !self.upgrade
    }

    /// The target.
    pub(crate) fn target(&self) -> Target {
        Target {
            release: self.release.clone(),
            namespace: self.namespace.clone(),
            kube_version: self.kube_version,
            upgrade: self.upgrade,
        }
    }
}

/// The target if no option sets anything.
pub(crate) fn default() -> Result<Target, Failure> {
    of(&Words { release: None, namespace: None, kube_version: None, upgrade: false })
}

/// The target of settings from outside the command line.
pub(crate) fn of(words: &Words<'_>) -> Result<Target, Failure> {
    TargetOptions::of_words(words).map_err(|wrong| {
        let wrong: Vec<String> = wrong.into_iter().map(|(_, why)| why).collect();
        Failure::usage(wrong.join("; "))
    })
}

pub(crate) fn kube_version(text: &str) -> Result<KubeVersion, String> {
    let parse = |part: Option<&str>| part.and_then(|digits| digits.parse().ok());
    let mut parts = text.strip_prefix('v').unwrap_or(text).split(['.', '-', '+']);
    match (parse(parts.next()), parse(parts.next())) {
        (Some(1), Some(minor)) if minor >= OLDEST => Ok(KubeVersion { major: 1, minor }),
        (Some(1), Some(_)) => Err(format!("manifests support Kubernetes 1.{OLDEST} and later")),
        _ => Err("write a version such as 1.33 or v1.33.2".to_owned()),
    }
}

/// A valid Kubernetes namespace name: a DNS label.
pub(crate) fn namespace(text: &str) -> Result<String, String> {
    label(text, 63)
}

/// Helm's own bound for a release's name.
pub(crate) fn release(text: &str) -> Result<String, String> {
    label(text, 53)
}

fn label(text: &str, longest: usize) -> Result<String, String> {
    let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    let good = !text.is_empty()
        && text.len() <= longest
        && text.chars().all(allowed)
        && !text.starts_with('-')
        && !text.ends_with('-');
    if good {
        Ok(text.to_owned())
    } else {
        Err(format!(
            "write at most {longest} lower case letters, digits and `-`, starting and ending with a letter or \
            digit"
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_read_as_kubernetes_writes_them() {
        assert_eq!(kube_version("v1.33.2").ok(), Some(KubeVersion { major: 1, minor: 33 }));
        assert_eq!(kube_version("1.36").ok(), Some(KubeVersion { major: 1, minor: 36 }));
        assert_eq!(kube_version("1.30.0-gke.100").ok(), Some(KubeVersion { major: 1, minor: 30 }));
        for bad in ["1.24", "2.0", "latest", "1", ""] {
            assert!(kube_version(bad).is_err(), "{bad}");
        }
    }
}

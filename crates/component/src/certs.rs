//! Certificates in pods: the volumes that a component mounts, the CAs that it trusts, and the bundle of additional
//! CAs.

use crate::base::{CaCerts, IssuerKind, TlsComponent};
use crate::line;
use crate::pod::init_container;
use crate::script::{self, Script, Word};
use crate::shapes::{ImageSpec, Mounts, Volumes};
use crate::{Cluster, Names};
use k8s_openapi::api::core::v1::{
    ConfigMapVolumeSource, Container, EmptyDirVolumeSource, KeyToPath, SecretVolumeSource, Volume,
    VolumeMount,
};
use pulsarc_kube::k8s_openapi;

/// The certificate of the authority, as a pod sees it.
pub const AUTHORITY: &str = "/pulsar/certs/ca/ca.crt";
/// The bundle of all authorities, as a pod sees it.
pub const BUNDLE: &str = "/pulsar/certs/cacerts/ca-combined.pem";
/// The script that joins certificates into one file.
pub const COMBINE: &str = "certs-combine-pem.sh";
/// The script that does so every minute.
pub const COMBINE_FOREVER: &str = "certs-combine-pem-infinity.sh";
/// Executable for all: the mode of scripts.
const EXECUTABLE: i32 = 0o755;

impl Cluster<'_> {
    /// The name of the issuer that signs all components' certificates; empty if none is named.
    pub fn issuer_name(&self) -> String {
        let certs = &self.base.certs;
        let given = |name: &Option<String>| name.clone().filter(|name| !name.is_empty());
        let internal = &certs.internal_issuer;
        let named = match (internal.enabled, internal.kind) {
            (true, IssuerKind::SelfSigning) => given(&certs.issuers.selfsigning.name),
            _ => given(&certs.issuers.ca.name),
        };
        let made = || {
            if internal.enabled {
                self.names.of(&format!("{}-ca-issuer", internal.component))
            } else {
                String::new()
            }
        };
        named.unwrap_or_else(made)
    }

    /// The name of the secret that holds the authority; empty if none is named.
    pub fn authority_secret(&self) -> String {
        let certs = &self.base.certs;
        let given = |name: &Option<String>| name.clone().filter(|name| !name.is_empty());
        let internal = &certs.internal_issuer;
        let named = match (internal.enabled, internal.kind) {
            (true, IssuerKind::SelfSigning) => given(&certs.issuers.selfsigning.secret_name),
            _ => given(&certs.issuers.ca.secret_name),
        };
        let made = || {
            if internal.enabled {
                self.names.certificate_secret(&self.base.tls.ca_suffix)
            } else {
                String::new()
            }
        };
        named.unwrap_or_else(made)
    }
}

impl<'a> Cluster<'a> {
    /// The certificates of the toolset and of the jobs that initialize a cluster with its tools: shown to ZooKeeper alone.
    pub fn toolset_certificates(&self) -> PodCertificates<'a> {
        let tls = &self.base.tls;
        let own = if self.zookeeper_tls() { Own::Combined } else { Own::None };
        PodCertificates { name: "toolset", folder: "toolset", tls: &tls.toolset, own, authority: tls.enabled }
    }

    /// The lines that make the image's tools and servers dial ZooKeeper over TLS; empty if it does not serve TLS.
    pub fn zookeeper_client_tls(&self, certificates: &PodCertificates<'_>) -> Script {
        let lines = || {
            script::zookeeper_tls(certificates.folder, certificates.trusted(), script::ZooKeeperTls::Client)
        };
        self.zookeeper_tls().then(lines).unwrap_or_default()
    }
}

/// The certificates of a component's pods.
#[derive(Debug, Clone)]
pub struct PodCertificates<'a> {
    /// What the volume's name starts with: `broker` for `broker-certs`.
    pub name: &'a str,
    /// The folder below `/pulsar/certs`: `broker`.
    pub folder: &'static str,
    /// The component's block of `tls`.
    pub tls: &'a TlsComponent,
    /// Whether the component has its own certificate, and the formats that it needs.
    pub own: Own,
    /// Whether it is given the authority's certificate.
    pub authority: bool,
}

/// A component's own certificate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Own {
    /// It has none.
    None,
    /// Certificate and key.
    Pair,
    /// Certificate, key, and both in one file, as ZooKeeper's clients read it.
    Combined,
}

impl PodCertificates<'_> {
    /// The mounts of every container that uses them.
    pub fn mounts(&self) -> Mounts {
        let read = |name: String, path: String| VolumeMount {
            name,
            mount_path: path,
            read_only: Some(true),
            ..VolumeMount::default()
        };
        let mut mounts = Vec::new();
        if self.own != Own::None {
            mounts.push(read(format!("{}-certs", self.name), format!("/pulsar/certs/{}", self.folder)));
        }
        if self.authority {
            mounts.push(read("ca".to_owned(), "/pulsar/certs/ca".to_owned()));
        }
        if self.tls.cacerts.enabled {
            let bundle = format!("{}-cacerts", self.name);
            mounts.push(VolumeMount {
                name: bundle,
                mount_path: "/pulsar/certs/cacerts".to_owned(),
                ..VolumeMount::default()
            });
            for cert in self.tls.cacerts.certs.iter().flatten() {
                mounts.push(read(cert.name.clone(), format!("/pulsar/certs/{}", cert.name)));
            }
            for file in [COMBINE, COMBINE_FOREVER] {
                mounts.push(VolumeMount {
                    name: "certs-scripts".to_owned(),
                    mount_path: format!("/pulsar/bin/{file}"),
                    sub_path: Some(file.to_owned()),
                    ..VolumeMount::default()
                });
            }
        }
        mounts
    }

    /// The volumes behind the mounts.
    pub fn volumes(&self, cluster: &Cluster<'_>) -> Volumes {
        let mut volumes = Vec::new();
        let own: &[&str] = match self.own {
            Own::None => &[],
            Own::Pair => &["tls.crt", "tls.key"],
            Own::Combined => &["tls.crt", "tls.key", "tls-combined.pem"],
        };
        if !own.is_empty() {
            let secret = cluster.names.certificate_secret(&self.tls.cert_name);
            volumes.push(secret_volume(format!("{}-certs", self.name), secret, own));
        }
        if self.authority {
            volumes.push(secret_volume("ca".to_owned(), cluster.authority_secret(), &["ca.crt"]));
        }
        if self.tls.cacerts.enabled {
            volumes.extend(bundle_volumes(cluster.names, self.name, &self.tls.cacerts));
        }
        volumes
    }

    /// The CAs that the component trusts: the bundle if there are additional ones.
    pub fn trusted(&self) -> &'static str {
        trusted(self.tls)
    }

    /// The init container that creates the bundle, if there is one.
    pub fn bundle_container(&self, cluster: &Cluster<'_>, image: &ImageSpec) -> Option<Container> {
        let made = || Container {
            volume_mounts: Some(self.mounts()),
            ..init_container(cluster, "cacerts", image, None, combine_certificates(&self.tls.cacerts))
        };
        self.tls.cacerts.enabled.then(made)
    }

    /// The lines that refresh the bundle while the component runs; empty if there is none.
    pub fn keep_bundle_fresh(&self) -> Script {
        let keep = || keep_certificates_combined(&self.tls.cacerts);
        self.tls.cacerts.enabled.then(keep).unwrap_or_default()
    }
}

/// The CAs that a component trusts: the bundle if there are additional ones.
pub fn trusted(tls: &TlsComponent) -> &'static str {
    if tls.cacerts.enabled { BUNDLE } else { AUTHORITY }
}

fn bundle_volumes(names: &Names, name: &str, cacerts: &CaCerts) -> Volumes {
    let empty = Volume {
        name: format!("{name}-cacerts"),
        empty_dir: Some(EmptyDirVolumeSource::default()),
        ..Volume::default()
    };
    let given = cacerts.certs.iter().flatten().map(|cert| {
        let keys: Vec<&str> = cert.secret_keys.iter().map(String::as_str).collect();
        secret_volume(cert.name.clone(), cert.existing_secret.clone(), &keys)
    });
    let scripts = Volume {
        name: "certs-scripts".to_owned(),
        config_map: Some(ConfigMapVolumeSource {
            name: names.certificate_scripts(),
            default_mode: Some(EXECUTABLE),
            ..ConfigMapVolumeSource::default()
        }),
        ..Volume::default()
    };
    std::iter::once(empty).chain(given).chain([scripts]).collect()
}

/// A volume with some keys of a secret, each in a file named after it.
pub fn secret_volume(name: String, secret: String, keys: &[&str]) -> Volume {
    let items = keys.iter().map(|key| (*key, *key)).collect::<Vec<_>>();
    secret_files(name, secret, &items)
}

/// A volume with some keys of a secret, each at a path.
pub fn secret_files(name: String, secret: String, items: &[(&str, &str)]) -> Volume {
    let item = |(key, path): &(&str, &str)| KeyToPath {
        key: (*key).to_owned(),
        path: (*path).to_owned(),
        mode: None,
    };
    let source = SecretVolumeSource {
        secret_name: Some(secret),
        items: Some(items.iter().map(item).collect()),
        ..SecretVolumeSource::default()
    };
    Volume { name, secret: Some(source), ..Volume::default() }
}

/// The files that a bundle is made of.
fn authorities(cacerts: &CaCerts) -> Script {
    let given = cacerts.certs.iter().flatten().flat_map(|cert| {
        cert.secret_keys.iter().map(|key| Word::new(format_args!("/pulsar/certs/{}/{key}", cert.name)))
    });
    Script::words(std::iter::once(Word::new(AUTHORITY)).chain(given))
}

/// Makes the bundle of all authorities once.
fn combine_certificates(cacerts: &CaCerts) -> Script {
    line!["bin/", COMBINE, " ", BUNDLE, " ", authorities(cacerts), "\n"]
}

/// Makes the bundle anew every minute, in the background.
fn keep_certificates_combined(cacerts: &CaCerts) -> Script {
    line![
        "(cd /pulsar/certs/cacerts && exec nohup /pulsar/bin/",
        COMBINE_FOREVER,
        " ",
        BUNDLE,
        " ",
        authorities(cacerts),
        " > /pulsar/certs/cacerts/certs-combine-pem-infinity.log 2>&1) &"
    ]
}

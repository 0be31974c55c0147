//! Every name that objects and clients use: the one place where they are made.

use crate::Base;

/// The chart whose names are kept, so that its releases can be taken over.
const APPLICATION: &str = "pulsar";
/// Kubernetes' limit for a label and most names.
const LONGEST: usize = 63;

/// The names of one release.
#[derive(Debug, Clone)]
pub struct Names {
    release: String,
    namespace: String,
    application: String,
    fullname: String,
    cluster: String,
    domain: String,
    is_absolute: bool,
}

impl Names {
    /// The names of a release called `release`, in `namespace` unless the configuration says another.
    pub fn new(base: &Base, release: &str, namespace: &str) -> Self {
        let application =
            base.name_override.as_deref().filter(|name| !name.is_empty()).unwrap_or(APPLICATION);
        let fullname = match base.fullname_override.as_deref().filter(|name| !name.is_empty()) {
            Some(whole) => shortened(whole),
            None if release.contains(application) => shortened(release),
            None => shortened(&format!("{release}-{application}")),
        };
        let cluster =
            base.cluster_name.clone().filter(|name| !name.is_empty()).unwrap_or_else(|| fullname.clone());
        let namespace = if base.namespace.is_empty() { namespace } else { &base.namespace };
        Self {
            release: release.to_owned(),
            namespace: namespace.to_owned(),
            application: shortened(application),
            fullname,
            cluster,
            domain: base.cluster_domain.trim_end_matches('.').to_owned(),
            is_absolute: base.cluster_domain.ends_with('.'),
        }
    }

    /// The release.
    pub fn release(&self) -> &str {
        &self.release
    }

    /// The namespace that everything is in.
    pub fn namespace(&self) -> &str {
        &self.namespace
    }

    /// The `app` label.
    pub fn application(&self) -> &str {
        &self.application
    }

    /// What every object's name starts with.
    pub fn fullname(&self) -> &str {
        &self.fullname
    }

    /// The name of the Pulsar cluster in its metadata.
    pub fn cluster(&self) -> &str {
        &self.cluster
    }

    /// The cluster's DNS domain, without a dot at its end: certificates, and what servers register under, have none.
    pub fn domain(&self) -> &str {
        &self.domain
    }

    /// An object of a component, or any other with a suffix of its own: `pulsar-broker`.
    pub fn of(&self, suffix: &str) -> String {
        format!("{}-{suffix}", self.fullname)
    }

    /// The headless service of a component that has a plain one too: `pulsar-broker-headless`.
    pub fn headless(&self, component: &str) -> String {
        format!("{}-{component}-headless", self.fullname)
    }

    /// A service's name in the whole cluster: `pulsar-broker.ns.svc.cluster.local`.
    pub fn qualified(&self, service: &str) -> String {
        format!("{service}.{}.svc.{}", self.namespace, self.domain)
    }

    /// The same as clients dial it: with a dot at its end where the configuration's domain has one, so that resolvers skip
    /// their search list.
    pub fn dialed(&self, service: &str) -> String {
        let dot = if self.is_absolute { "." } else { "" };
        format!("{}{dot}", self.qualified(service))
    }

    /// The service account of a component whose account has a name of its own: `pulsar-broker-acct`.
    pub fn account(&self, component: &str) -> String {
        format!("{}-{component}-acct", self.fullname)
    }

    /// The secret that a certificate is kept in, by its `cert_name`: `pulsar-tls-broker`.
    pub fn certificate_secret(&self, cert_name: &str) -> String {
        format!("{}-{cert_name}", self.release)
    }

    /// The secret that holds the token of a role: `pulsar-token-admin`.
    pub fn token_secret(&self, role: &str) -> String {
        format!("{}-token-{role}", self.release)
    }

    /// The config map with the scripts that join certificates.
    pub fn certificate_scripts(&self) -> String {
        self.of("certs-scripts")
    }
}

fn shortened(name: &str) -> String {
    let cut: String = name.chars().take(LONGEST).collect();
    cut.strip_suffix('-').unwrap_or(&cut).to_owned()
}

//! A certificate for each component that serves TLS, or shows ZooKeeper one as its client, for exactly the names by
//! which it is dialled.

use pulsarc_component::Cluster;
use pulsarc_component::meta::metadata;
use pulsarc_component::roster::{CertificateNames, CertificateRecord};
use pulsarc_kube::Object;
use pulsarc_kube::cert_manager::{
    Certificate, CertificateSpec, IssuerRef, OutputFormat, PrivateKey, SecretTemplate, Subject,
};

/// The certificates of all components.
pub(crate) fn certificates(cluster: &Cluster<'_>) -> Vec<Object> {
    let held =
        cluster.topology.records.iter().filter_map(|record| Some((record, record.certificate.as_ref()?)));
    let made = held.filter(|(_, certificate)| certificate.made);
    made.map(|(record, held)| certificate(cluster, &record.component, held)).collect()
}

fn certificate(cluster: &Cluster<'_>, component: &str, held: &CertificateRecord) -> Object {
    let common = &cluster.base.tls.common;
    let tls = &held.settings;
    let given = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let combined =
        cluster.base.tls.zookeeper.enabled.then(|| OutputFormat { kind: "CombinedPEM".to_owned() });
    let issuer = &cluster.base.certs.issuers.ca;
    let spec = CertificateSpec {
        secret_template: tls
            .secret_annotations
            .clone()
            .filter(|texts| !texts.is_empty())
            .map(|annotations| SecretTemplate { annotations }),
        secret_name: cluster.names.certificate_secret(&tls.cert_name),
        additional_output_formats: combined.into_iter().collect(),
        duration: given(&common.duration),
        renew_before: given(&common.renew_before),
        subject: (!common.organization.is_empty())
            .then(|| Subject { organizations: common.organization.clone() }),
        common_name: cluster.names.of(component),
        is_ca: false,
        private_key: Some(PrivateKey {
            algorithm: common.key_algorithm.clone(),
            encoding: common.key_encoding.clone(),
            size: common.key_size,
            rotation_policy: None,
        }),
        usages: vec!["server auth".to_owned(), "client auth".to_owned()],
        dns_names: dns_names(cluster, component, held),
        ip_addresses: tls.ip_addresses.clone().unwrap_or_default(),
        issuer_ref: IssuerRef {
            name: cluster.issuer_name(),
            kind: issuer.kind.clone().unwrap_or_else(|| "Issuer".to_owned()),
            group: issuer.group.clone().unwrap_or_else(|| "cert-manager.io".to_owned()),
        },
    };
    let name = cluster.names.of(&tls.cert_name);
    Certificate { metadata: metadata(cluster, name, None), spec }.into()
}

fn dns_names(cluster: &Cluster<'_>, component: &str, held: &CertificateRecord) -> Vec<String> {
    let names = cluster.names;
    let service = names.of(component);
    let mut dns = held.settings.dns_names.clone().unwrap_or_default();
    if held.names != CertificateNames::Service {
        let headless = names.qualified(&names.headless(component));
        dns.extend([format!("*.{headless}"), headless]);
    }
    if held.names != CertificateNames::Headless {
        dns.push(format!("*.{}", names.qualified(&service)));
    }
    dns.extend([names.qualified(&service), service]);
    dns
}

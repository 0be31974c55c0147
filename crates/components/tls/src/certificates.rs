//! A certificate for each component that serves TLS, or shows ZooKeeper one as its client, for exactly the names by
//! which it is dialled.

use pulsarc_component::Cluster;
use pulsarc_component::base::TlsComponent;
use pulsarc_component::meta::metadata;
use pulsarc_kube::Object;
use pulsarc_kube::cert_manager::{
    Certificate, CertificateSpec, IssuerRef, OutputFormat, PrivateKey, SecretTemplate, Subject,
};

/// By which services a component's pods are dialled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Dialled {
    /// By the one service, which is headless or not dialled by pod.
    Service,
    /// Pod by pod through a headless service of its own, and through a plain one.
    Headless,
    /// As [`Dialled::Headless`], with the names that the chart gives as well: it knows of no headless service here,
    /// yet workers send clients to their leader by the leader pod's own name.
    Both,
}

/// A component that gets a certificate.
struct Holder<'a> {
    tls: &'a TlsComponent,
    component: String,
    dialled: Dialled,
}

/// The certificates of all components.
pub(crate) fn certificates(cluster: &Cluster<'_>) -> Vec<Object> {
    if !cluster.base.tls.enabled {
        return Vec::new();
    }
    holders(cluster).iter().map(|holder| certificate(cluster, holder)).collect()
}

fn holders<'a>(cluster: &Cluster<'a>) -> Vec<Holder<'a>> {
    let tls = &cluster.base.tls;
    let peers = cluster.topology;
    let zookeeper = tls.zookeeper.enabled;
    let bookie = tls.bookie.enabled || zookeeper;
    let holder = |wanted: bool, tls: &'a TlsComponent, component: Option<&String>, dialled| {
        component.filter(|_| wanted).map(|component| Holder { tls, component: component.clone(), dialled })
    };
    let worker = cluster.base.components.function_worker
        && tls.function_worker.create_cert
        && cluster.function_worker_certificate();
    let proxy = tls.proxy.enabled && tls.proxy.create_cert;
    let broker = (tls.broker.enabled || bookie) && cluster.is_distributed();
    [
        holder(proxy, &tls.proxy, peers.proxy.as_ref().map(|p| &p.peer.component), Dialled::Service),
        holder(broker, &tls.broker, peers.broker.as_ref().map(|p| &p.component), Dialled::Headless),
        holder(
            worker,
            &tls.function_worker,
            peers.function_worker.as_ref().map(|p| &p.component),
            Dialled::Both,
        ),
        holder(
            peers.standalone_mode,
            &tls.standalone,
            peers.standalone.as_ref().map(|p| &p.component),
            Dialled::Service,
        ),
        holder(bookie, &tls.bookie, peers.bookkeeper.as_ref().map(|p| &p.component), Dialled::Service),
        holder(zookeeper, &tls.autorecovery, peers.autorecovery.as_ref(), Dialled::Service),
        holder(zookeeper, &tls.toolset, peers.toolset.as_ref(), Dialled::Service),
        holder(zookeeper, &tls.zookeeper, peers.zookeeper.as_ref().map(|p| &p.component), Dialled::Headless),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn certificate(cluster: &Cluster<'_>, holder: &Holder<'_>) -> Object {
    let common = &cluster.base.tls.common;
    let tls = holder.tls;
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
        common_name: cluster.names.of(&holder.component),
        is_ca: false,
        private_key: Some(PrivateKey {
            algorithm: common.key_algorithm.clone(),
            encoding: common.key_encoding.clone(),
            size: common.key_size,
            rotation_policy: None,
        }),
        usages: vec!["server auth".to_owned(), "client auth".to_owned()],
        dns_names: dns_names(cluster, holder),
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

fn dns_names(cluster: &Cluster<'_>, holder: &Holder<'_>) -> Vec<String> {
    let names = cluster.names;
    let service = names.of(&holder.component);
    let mut dns = holder.tls.dns_names.clone().unwrap_or_default();
    if holder.dialled != Dialled::Service {
        let headless = names.qualified(&names.headless(&holder.component));
        dns.extend([format!("*.{headless}"), headless]);
    }
    if holder.dialled != Dialled::Headless {
        dns.push(format!("*.{}", names.qualified(&service)));
    }
    dns.extend([names.qualified(&service), service]);
    dns
}

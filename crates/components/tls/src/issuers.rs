//! Who signs: an authority of the cluster's own, made by a self-signed issuer, or one whose key pair is there already.

use pulsarc_component::Cluster;
use pulsarc_component::base::IssuerKind;
use pulsarc_component::meta::metadata;
use pulsarc_kube::Object;
use pulsarc_kube::cert_manager::{
    Certificate, CertificateAuthority, CertificateSpec, Issuer, IssuerRef, IssuerSpec, PrivateKey, SelfSigned,
};

/// The API group of cert-manager's own issuers.
const GROUP: &str = "cert-manager.io";

/// The issuers, and the certificate of the authority where it is made.
pub(crate) fn issuers(cluster: &Cluster<'_>) -> Vec<Object> {
    let internal = &cluster.base.certs.internal_issuer;
    if !internal.enabled {
        return Vec::new();
    }
    let mut objects = Vec::new();
    if internal.kind == IssuerKind::SelfSigning {
        let name = cluster.names.of(&internal.component);
        let spec = IssuerSpec { self_signed: Some(SelfSigned {}), ca: None };
        objects.push(Issuer { metadata: metadata(cluster, &name, None), spec }.into());
        objects.push(authority(cluster, name));
    }
    let spec = IssuerSpec {
        ca: Some(CertificateAuthority { secret_name: cluster.authority_secret() }),
        self_signed: None,
    };
    objects.push(Issuer { metadata: metadata(cluster, cluster.issuer_name(), None), spec }.into());
    objects
}

fn authority(cluster: &Cluster<'_>, issuer: String) -> Object {
    let internal = &cluster.base.certs.internal_issuer;
    let key = internal.private_key.as_ref().map(|key| PrivateKey {
        algorithm: key.algorithm.clone(),
        encoding: key.encoding.clone(),
        size: key.size,
        rotation_policy: key.rotation_policy.clone(),
    });
    let given = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let spec = CertificateSpec {
        secret_name: cluster.authority_secret(),
        common_name: format!("{}.svc.{}", cluster.names.namespace(), cluster.names.domain()),
        duration: given(&internal.duration),
        renew_before: given(&internal.renew_before),
        usages: vec!["server auth".to_owned(), "client auth".to_owned()],
        is_ca: true,
        private_key: key,
        issuer_ref: IssuerRef { name: issuer, kind: "Issuer".to_owned(), group: GROUP.to_owned() },
        ..CertificateSpec::default()
    };
    Certificate { metadata: metadata(cluster, cluster.names.of("ca"), None), spec }.into()
}

//! Certificates for the names in pulsarc's `Certificate` objects, signed by one authority: what cert-manager would do.

use crate::manifests::{Manifests, list, text};
use crate::pod::Secrets;
use rcgen::{
    BasicConstraints, CertificateParams, DnType, ExtendedKeyUsagePurpose, IsCa, Issuer, KeyPair,
    KeyUsagePurpose,
};
use std::collections::BTreeMap;

/// A secret for every `Certificate`, as cert-manager writes it.
pub fn secrets(manifests: &Manifests) -> Result<Secrets, String> {
    make(manifests).map_err(|error| format!("certificates: {error}"))
}

fn make(manifests: &Manifests) -> Result<Secrets, rcgen::Error> {
    let mut parameters = CertificateParams::new(Vec::new())?;
    parameters.distinguished_name.push(DnType::CommonName, "pulsarc e2e authority");
    parameters.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    parameters.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
    let key = KeyPair::generate()?;
    let authority = parameters.self_signed(&key)?.pem();
    let issuer = Issuer::new(parameters, key);

    let mut secrets = Secrets::new();
    for certificate in manifests.of_kind("Certificate") {
        let spec = &certificate["spec"];
        let mut data = BTreeMap::from([("ca.crt".to_owned(), authority.clone().into_bytes())]);
        if spec["isCA"] == true {
            data.insert("tls.crt".to_owned(), authority.clone().into_bytes());
        } else {
            let names: Vec<String> =
                list(&spec["dnsNames"]).iter().map(|name| text(name).to_owned()).collect();
            let mut leaf = CertificateParams::new(names)?;
            leaf.distinguished_name.push(DnType::CommonName, text(&spec["commonName"]));
            leaf.use_authority_key_identifier_extension = true;
            leaf.extended_key_usages = list(&spec["usages"]).iter().filter_map(usage).collect();
            let key = KeyPair::generate()?;
            let signed = leaf.signed_by(&key, &issuer)?.pem();
            if list(&spec["additionalOutputFormats"]).iter().any(|format| format["type"] == "CombinedPEM") {
                data.insert(
                    "tls-combined.pem".to_owned(),
                    format!("{}{signed}", key.serialize_pem()).into_bytes(),
                );
            }
            data.insert("tls.crt".to_owned(), signed.into_bytes());
            data.insert("tls.key".to_owned(), key.serialize_pem().into_bytes());
        }
        secrets.insert(text(&spec["secretName"]).to_owned(), data);
    }
    Ok(secrets)
}

fn usage(usage: &serde_json::Value) -> Option<ExtendedKeyUsagePurpose> {
    match text(usage) {
        "server auth" => Some(ExtendedKeyUsagePurpose::ServerAuth),
        "client auth" => Some(ExtendedKeyUsagePurpose::ClientAuth),
        _ => None,
    }
}

//! Whole configurations: any of them builds, or it is told what is wrong and where; and what is built is the same when
//! it is built again. Nickel that computes is left out: it may take its time, which the command's limits are for.

use pulsarc_compiler::{Format, KubeVersion, Layer, Target, build};
use pulsarc_diag::Severity;
use std::path::PathBuf;

pub(crate) fn check(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let is_nickel = text.trim_start().starts_with(['{', '#']) && text.contains('=');
    let computes = ["=>", "std", "import", "%"].iter().any(|word| text.contains(word));
    let format = match is_nickel {
        true if computes => return,
        true => Format::Nickel(PathBuf::from("/nowhere").into()),
        false => Format::Yaml,
    };
    let layers = [Layer { name: "input".to_owned(), format, bytes: bytes.to_vec() }];
    let target = Target {
        release: "pulsar".to_owned(),
        namespace: "ns".to_owned(),
        kube_version: KubeVersion { major: 1, minor: 33 },
        upgrade: false,
    };
    let built = build(&layers, &target);
    assert_eq!(built.objects.is_empty(), built.findings.has_errors());
    for found in &built.findings {
        assert!(!["PUL0098", "PUL0099"].contains(&found.code.id), "{found:?}");
        assert!(
            found.severity != Severity::Error || found.span.is_some() || found.path.is_some(),
            "{found:?}"
        );
    }
    if !built.objects.is_empty() {
        let written = |objects: &[_]| serde_json::to_string(objects).expect("it is written");
        assert_eq!(written(&built.objects), written(&build(&layers, &target).objects));
    }
}

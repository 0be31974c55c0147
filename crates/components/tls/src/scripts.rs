//! The scripts that join certificate authorities into the bundle that a component trusts.

use pulsarc_component::Cluster;
use pulsarc_component::certs::{COMBINE, COMBINE_FOREVER};
use pulsarc_component::meta::metadata;
use pulsarc_kube::Object;
use pulsarc_kube::k8s_openapi::api::core::v1::ConfigMap;
use std::collections::BTreeMap;

/// The name and label of the config map.
const COMPONENT: &str = "certs-scripts";

/// Writes the bundle beside its place and moves it there only when it changed, so that readers never see half of it.
const COMBINE_TEXT: &str = r#"#!/bin/bash
# Joins certificates: certs-combine-pem.sh BUNDLE CERTIFICATE...
set -euo pipefail
if (( $# < 2 )); then
  echo "usage: ${0##*/} BUNDLE CERTIFICATE..." >&2
  exit 2
fi
bundle=$1
shift
fresh=$(mktemp "${bundle}.XXXXXX")
trap 'rm -f "$fresh"' EXIT
for certificate in "$@"; do
  if [[ -f $certificate ]]; then
    printf '# %s\n' "$certificate" >> "$fresh"
    cat "$certificate" >> "$fresh"
  else
    echo "$certificate is not there: left out" >&2
  fi
done
if ! cmp -s "$fresh" "$bundle"; then
  chmod 644 "$fresh"
  mv "$fresh" "$bundle"
fi
"#;

const COMBINE_FOREVER_TEXT: &str = r#"#!/bin/bash
# Joins certificates anew every minute: certs-combine-pem-infinity.sh BUNDLE CERTIFICATE...
set -euo pipefail
while true; do
  /pulsar/bin/certs-combine-pem.sh "$@"
  sleep 60
done
"#;

/// The config map with the two scripts.
pub(crate) fn config_map(cluster: &Cluster<'_>) -> Object {
    let script = |name: &str, text: &str| (name.to_owned(), text.to_owned());
    ConfigMap {
        metadata: metadata(cluster, cluster.names.certificate_scripts(), Some(COMPONENT)),
        data: Some(BTreeMap::from([
            script(COMBINE, COMBINE_TEXT),
            script(COMBINE_FOREVER, COMBINE_FOREVER_TEXT),
        ])),
        ..ConfigMap::default()
    }
    .into()
}

//! The files of a new project: a cluster, its environments, and a test.

use crate::project::{Authentication, Choices, Files, Functions, Monitors, Size, Store, VENDORED, vendored};

/// The files of a new project, by paths below its folder: with [`vendored`] in [`VENDORED`].
pub fn starter(choices: Choices) -> Files {
    let copy = vendored().into_iter().map(|(name, text)| (format!("{VENDORED}/{name}"), text));
    let mut files: Files = copy.collect();
    files.insert("cluster.ncl".to_owned(), cluster(choices));
    files.insert("cluster_test.ncl".to_owned(), test(choices));
    for environment in ["dev", "staging", "prod"] {
        files.insert(format!("environments/{environment}.ncl"), self::environment(environment, choices));
    }
    files
}

const CLUSTER_HEAD: &str = r#"# The cluster, as all environments have it. Each file in environments/ is a list of layers, of which later ones win: this
# file, a preset for the size, and what differs there. A preset yields to plain values, wherever they are.
#
#   pulsarc check environments/prod.ncl                 every mistake, at its line
#   pulsarc build environments/prod.ncl -o manifests    the manifests
#   pulsarc test                                        what the files named *_test.ncl claim
#
# .pulsarc/ has pulsarc's contracts, so that an editor with Nickel's language server (nls) completes keys and shows what
# they mean, and `nickel export environments/prod.ncl` works: both follow the import below and need no setting. A file
# that says `import "pulsar.ncl"` instead needs NICKEL_IMPORT_PATH=.pulsarc/lib in the editor's environment, and
# `nickel export -I .pulsarc/lib`. Commit the folder; `pulsarc vendor` refreshes it.
let pulsar = import ".pulsarc/lib/pulsar.ncl" in
"#;

fn cluster(choices: Choices) -> String {
    let mut text = CLUSTER_HEAD.to_owned();
    if choices.tls {
        text.push_str(
            "# TLS on every connection; cert-manager in the Kubernetes cluster signs the certificates.\n",
        );
    }
    text.push_str("{\n  clusterName = \"pulsar\",\n");
    text.push_str(
        "  # Pinned, so that every rollout is a change in this file.\n  defaultPulsarImageTag = \"4.0.12\",\n",
    );
    text.push_str(&components(choices));
    if choices.functions == Functions::Workers {
        text.push_str(WORKER);
    }
    text.push_str(&broker(choices));
    if choices.tls {
        text.push_str(&tls(choices));
    }
    if choices.authentication == Authentication::Tokens {
        text.push_str(TOKENS);
    }
    if choices.monitors == Monitors::Prometheus {
        text.push_str(PROMETHEUS);
    }
    text.push_str("}\n  | pulsar.Cluster\n");
    text
}

const PROMETHEUS: &str =
    "  # Metrics are scraped through PodMonitor objects.\n  victoria-metrics-k8s-stack.enabled = false,\n";

fn components(choices: Choices) -> String {
    let mut lines = Vec::new();
    if choices.store == Store::Oxia {
        lines.push("    zookeeper = false,\n    oxia = true,\n");
    }
    match choices.functions {
        Functions::Off => lines.push("    functions = false,\n"),
        Functions::Brokers => lines.push("    functions = true,\n"),
        Functions::Workers => lines.push("    function_worker = true,\n"),
    }
    format!("  components = {{\n{}  }},\n", lines.concat())
}

const WORKER: &str = r#"  function_worker = {
    replicaCount = 2,
    configData.PULSAR_MEM = "-Xms256m -Xmx512m -XX:MaxDirectMemorySize=256m",
    resources.requests = { memory = "1Gi", cpu = 0.5 },
  },
"#;

/// On Oxia the packages of functions need storage: the default store works only with `ZooKeeper`.
const PACKAGES: &str = r#"    # Functions on Oxia keep their packages in a volume that all brokers and workers mount.
    packageManagement = {
      enabled = true,
      fileSystemStorage = {
        enabled = true,
        persistentVolumeClaim.spec.accessModes = ["ReadWriteMany"],
      },
    },
"#;

fn broker(choices: Choices) -> String {
    let packages =
        if choices.store == Store::Oxia && choices.functions != Functions::Off { PACKAGES } else { "" };
    format!(
        "  broker = {{\n    # Pulsar's own keys, as its broker.conf has them.\n    configData = {{\n      defaultRetentionTimeInMinutes = 60,\n      # Without a size there is no retention; -1 is any size.\n      defaultRetentionSizeInMB = -1,\n    }},\n{packages}  }},\n"
    )
}

fn tls(choices: Choices) -> String {
    let store = if choices.store == Store::ZooKeeper { "    zookeeper.enabled = true,\n" } else { "" };
    let worker = if choices.functions == Functions::Workers {
        // Without authentication the worker gives function pods no CA certificate (PUL0314).
        if choices.authentication == Authentication::Tokens {
            "    function_worker.enabled = true,\n    function_instance.enabled = true,\n"
        } else {
            "    function_worker.enabled = true,\n"
        }
    } else {
        ""
    };
    format!(
        "  tls = {{\n    enabled = true,\n    proxy.enabled = true,\n    broker.enabled = true,\n    \
        bookie.enabled = true,\n{store}{worker}  }},\n  # An issuer inside the cluster signs the \
        certificates.\n  certs.internal_issuer.enabled = true,\n"
    )
}

const TOKENS: &str = r"  # Clients show tokens. A job in the cluster makes the key and the tokens of the super users.
  auth = {
    authentication = {
      enabled = true,
      jwt = { enabled = true, generateSecrets.enabled = true },
    },
    authorization.enabled = true,
  },
";

fn environment(name: &str, choices: Choices) -> String {
    let (head, preset, own) = match (name, choices.size) {
        ("dev", _) => (
            "Development: one of each server, short retention.",
            "one_node",
            "    namespace = \"pulsar-dev\",\n    clusterName = \"pulsar-dev\",\n    broker.configData.defaultRetentionTimeInMinutes = 10,\n",
        ),
        ("staging", _) => (
            "Staging: one of each server.",
            "one_node",
            "    namespace = \"pulsar-staging\",\n    clusterName = \"pulsar-staging\",\n",
        ),
        (_, Size::Small) => (
            "Production, small: one of each server. Losing a disk loses the cluster.",
            "one_node",
            "    namespace = \"pulsar\",\n",
        ),
        (_, Size::Medium) => ("Production: three zones.", "production", "    namespace = \"pulsar\",\n"),
        (_, Size::Large) => (
            "Production: three zones, with twice the bookies and brokers.",
            "production",
            "    namespace = \"pulsar\",\n    bookkeeper.replicaCount = 12,\n    broker.replicaCount = 6,\n    proxy.replicaCount = 6,\n",
        ),
    };
    let retention = if name == "prod" {
        "    # A week.\n    broker.configData.defaultRetentionTimeInMinutes = 7 * 24 * 60,\n"
    } else {
        ""
    };
    let monitors = if choices.monitors == Monitors::Off {
        "  # Without this line, components have monitors, which need the operator that defines them.\n  pulsar.presets.unmonitored,\n"
    } else {
        ""
    };
    format!(
        "# {head}\nlet pulsar = import \"../{VENDORED}/lib/pulsar.ncl\" in\npulsar.layers [\n  import \"../cluster.ncl\",\n  pulsar.presets.{preset},\n{monitors}  {{\n{own}{retention}  }},\n]\n  | pulsar.Cluster\n"
    )
}

fn test(choices: Choices) -> String {
    let bookies = match choices.size {
        Size::Small => 1,
        Size::Medium => 6,
        Size::Large => 12,
    };
    format!(
        r#"# What has to hold of the environments: `pulsarc test` builds their configurations and judges these claims.
let pulsar = import ".pulsarc/lib/pulsar.ncl" in
{{
  "production builds" = {{
    inputs = ["environments/prod.ncl"],
    assert = fun config objects =>
      {{
        "retention is a week" = config.broker.configData.defaultRetentionTimeInMinutes == 7 * 24 * 60,
        "bookies" = objects."StatefulSet/pulsar-bookie".spec.replicas == {bookies},
      }},
  }},
  "a ledger needs as many bookies as it is spread over" = {{
    inputs = ["environments/prod.ncl"],
    with.broker.configData.managedLedgerDefaultEnsembleSize = "{more}",
    finds = ["PUL0102"],
  }},
}}
  | pulsar.Tests
"#,
        more = bookies + 1
    )
}

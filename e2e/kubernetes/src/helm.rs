//! The real Helm, built from its module, and a chart for it that renders given manifests.

use crate::control_plane;
use serde_json::{Value, json};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A release line of Helm.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Helm {
    /// The one that updates objects as a client.
    V3,
    /// The one that applies on the server.
    V4,
}

impl Helm {
    const fn module(self) -> (&'static str, &'static str) {
        match self {
            Self::V3 => ("helm.sh/helm/v3/cmd/helm", "v3.21.4"),
            Self::V4 => ("helm.sh/helm/v4/cmd/helm", "v4.2.4"),
        }
    }

    /// The binary. A version that was built before is not built again.
    pub fn binary(self) -> PathBuf {
        let (module, version) = self.module();
        let folder = control_plane::folder().join(format!("helm-{version}"));
        let binary = folder.join("helm");
        if !binary.is_file() {
            let status = Command::new("go")
                .args(["install", "-trimpath", "-ldflags", "-s -w", &format!("{module}@{version}")])
                .env("GOBIN", &folder)
                .env("CGO_ENABLED", "0")
                .current_dir(control_plane::folder())
                .status()
                .expect("Go is needed for these tests");
            assert!(status.success(), "{module}@{version} does not build");
        }
        binary
    }

    /// Runs it with a kubeconfig, and fails where it fails.
    pub fn run(self, kubeconfig: &Path, arguments: &[&str]) -> String {
        let home = control_plane::folder().join("helm-home");
        let output = Command::new(self.binary())
            .args(arguments)
            .arg("--kubeconfig")
            .arg(kubeconfig)
            .env_remove("KUBECONFIG")
            .env("HELM_CACHE_HOME", home.join("cache"))
            .env("HELM_CONFIG_HOME", home.join("config"))
            .env("HELM_DATA_HOME", home.join("data"))
            .output()
            .expect("Helm starts");
        let error = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "helm {}: {error}", arguments.join(" "));
        String::from_utf8_lossy(&output.stdout).into_owned()
    }
}

/// Writes a chart of this name and version whose templates are these objects.
pub fn write_chart(folder: &Path, name: &str, version: &str, objects: &[Value]) {
    let templates = folder.join("templates");
    fs::create_dir_all(&templates).expect("a folder");
    let about = json!({ "apiVersion": "v2", "name": name, "version": version, "appVersion": "4.0.12" });
    fs::write(folder.join("Chart.yaml"), about.to_string()).expect("a file");
    let mut text = String::new();
    for object in objects {
        // Helm reads what is between two braces: the text of an object goes through a template as a literal.
        let literal = object.to_string().replace("{{", "{{ \"{{\" }}");
        let _ = writeln!(text, "---\n{literal}");
    }
    fs::write(templates.join("objects.yaml"), text).expect("a file");
}

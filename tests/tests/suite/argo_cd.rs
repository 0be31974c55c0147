//! The plugin for Argo CD: its commands are called as Argo CD calls them, from its own description.

use crate::krm::kustomize;
use pulsarc_tests::{Run, binary, pulsarc_in, root};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

fn plugin() -> Value {
    let text = fs::read_to_string(root().join("integrations/argo-cd/plugin.yaml")).expect("the plugin");
    pulsarc_compiler::read_stream("plugin.yaml", &text).documents.remove(0)
}

/// Calls what the plugin says generates manifests, with the environment of Argo CD and nothing else.
fn generated(folder: &Path, environment: &[(&str, &str)]) -> Run {
    let plugin = plugin();
    let generate = &plugin["spec"]["generate"];
    let words = |key: &str| -> Vec<String> {
        let words = generate[key].as_array().cloned().unwrap_or_default();
        words.iter().map(|word| word.as_str().expect("a text").to_owned()).collect()
    };
    let (command, arguments) = (words("command"), words("args"));
    let folders = [root().join("integrations/argo-cd"), binary().parent().expect("a folder").to_owned()];
    let system = std::env::var_os("PATH").unwrap_or_default();
    let path =
        std::env::join_paths(folders.into_iter().chain(std::env::split_paths(&system))).expect("a path");
    let mut run = Command::new(root().join("integrations/argo-cd").join(&command[0]));
    run.args(&command[1..]).args(arguments).current_dir(folder).env_clear();
    run.env("PATH", path).env("ARGOCD_APP_NAME", "messaging").envs(environment.iter().copied());
    let output = run.output().expect("it runs");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    Run {
        status: output.status.code().unwrap_or(-1),
        stdout: text(&output.stdout),
        stderr: text(&output.stderr),
    }
}

#[test]
fn an_application_is_built_with_its_parameters() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path();
    fs::write(path.join("values.yaml"), "broker: {replicaCount: 4}\n").expect("a file");
    fs::write(path.join("my prod.yaml"), "proxy: {replicaCount: 5}\n").expect("a file");
    let run = generated(path, &[("ARGOCD_APP_NAMESPACE", "ns"), ("KUBE_VERSION", "v1.30.4-gke.1")]);
    let built = pulsarc_in(
        path,
        &["build", "values.yaml", "--release", "messaging", "-n", "ns", "--kube-version", "1.30"],
    );
    assert_eq!((run.status, run.stderr.as_str()), (0, ""));
    assert_eq!(run.stdout, built.stdout);
    let run = generated(
        path,
        &[
            ("PARAM_FILES_0", "values.yaml"),
            ("PARAM_FILES_1", "my prod.yaml"),
            ("PARAM_SET_0", "broker.configData.a=it's \"so\" $HOME"),
            ("PARAM_SET_1", "zookeeper.replicaCount=5"),
            ("PARAM_RELEASE", "p1"),
            ("PARAM_NAMESPACE", "other"),
            ("PARAM_KUBE_VERSION", "1.33"),
            ("PARAM_UPGRADE", "true"),
            ("ARGOCD_APP_NAMESPACE", "ns"),
            ("KUBE_VERSION", "1.30"),
        ],
    );
    let built = pulsarc_in(
        path,
        &[
            "build",
            "values.yaml",
            "my prod.yaml",
            "--set",
            "broker.configData.a=it's \"so\" $HOME",
            "--set",
            "zookeeper.replicaCount=5",
            "--release",
            "p1",
            "-n",
            "other",
            "--upgrade",
        ],
    );
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert_eq!(run.stdout, built.stdout);
    // What Argo CD finds by itself comes before values.
    fs::write(path.join("cluster.ncl"), "{ broker.replicaCount = 6 }\n").expect("a file");
    assert!(generated(path, &[]).stdout.contains("replicas: 6"));
}

/// The parameter `files` and links in the repository come from others: what they name outside of it is neither read nor
/// known to exist.
#[test]
fn files_outside_the_repository_are_not_read() {
    use std::os::unix::fs::symlink;
    let folder = tempfile::tempdir().expect("a folder");
    let top = folder.path();
    let repository = top.join("repository");
    let application = repository.join("apps/messaging");
    fs::create_dir_all(&application).expect("a folder");
    fs::write(top.join("outside.yaml"), "canary: [\n").expect("a file");
    fs::write(repository.join("base.yaml"), "broker: {replicaCount: 4}\n").expect("a file");
    symlink(top.join("outside.yaml"), application.join("link.yaml")).expect("a link");
    symlink(top.join("none.yaml"), application.join("dangling.yaml")).expect("a link");
    symlink("../../base.yaml", application.join("inside.yaml")).expect("a link");
    let path = ("ARGOCD_APP_SOURCE_PATH", "apps/messaging");
    let outside = top.join("outside.yaml").display().to_string();
    let mut told = Vec::new();
    for name in
        [&*outside, "../../../outside.yaml", "link.yaml", "dangling.yaml", "../../../none.yaml", "/none.yaml"]
    {
        let run = generated(&application, &[path, ("PARAM_FILES_0", name)]);
        assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{name}: {}", run.stderr);
        assert!(!run.stderr.contains("canary"), "{name}: {}", run.stderr);
        told.push(run.stderr.replace(name, "").replace("./", ""));
    }
    told.dedup();
    assert_eq!(told.len(), 1, "{told:?}");
    for name in ["../../base.yaml", "inside.yaml"] {
        let run = generated(&application, &[path, ("PARAM_FILES_0", name)]);
        assert_eq!(run.status, 0, "{name}: {}", run.stderr);
        assert!(run.stdout.contains("replicas: 4"), "{name}");
    }
    // The file that is taken if none is named is one of the repository too.
    symlink(top.join("outside.yaml"), application.join("values.yaml")).expect("a link");
    let run = generated(&application, &[path]);
    assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{}", run.stderr);
    assert!(!run.stderr.contains("canary"), "{}", run.stderr);
}

#[test]
fn no_text_is_evaluated_by_the_shell() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path();
    fs::write(path.join("values.yaml"), "{}\n").expect("a file");
    let texts = [
        "$(touch x)",
        "`touch x`",
        "a; touch x",
        "\"; touch x; \"",
        "'; touch x; '",
        "${y:=$(touch x)}",
        "a\nb",
    ];
    for text in texts {
        let value = format!("broker.configData.key={text}");
        for variable in [
            "PARAM_FILES_0",
            "PARAM_RELEASE",
            "PARAM_NAMESPACE",
            "PARAM_KUBE_VERSION",
            "PARAM_UPGRADE",
            "ARGOCD_APP_NAME",
        ] {
            let run = generated(path, &[(variable, text)]);
            assert!([1, 2].contains(&run.status), "{variable}={text}: {} {}", run.status, run.stderr);
            assert_eq!(run.stdout, "");
        }
        let run = generated(path, &[("PARAM_SET_0", &value)]);
        assert!(run.status == 0 || run.status == 1, "{text}: {}", run.stderr);
        let run = generated(path, &[("PARAM_FILES_0", "--help")]);
        assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{}", run.stderr);
        assert!(!path.join("x").exists(), "{text}");
    }
}

#[test]
fn mistakes_are_reported_and_nothing_is_generated() {
    let folder = tempfile::tempdir().expect("a folder");
    let empty = generated(folder.path(), &[]);
    assert_eq!((empty.status, empty.stdout.as_str()), (2, ""));
    assert!(empty.stderr.contains("name the configurations in the parameter `files`"), "{}", empty.stderr);
    fs::write(folder.path().join("values.yaml"), "broker: {replicaCunt: 4}\n").expect("a file");
    let wrong = generated(folder.path(), &[]);
    assert_eq!((wrong.status, wrong.stdout.as_str()), (1, ""));
    assert!(wrong.stderr.contains("did you mean `replicaCount`?"), "{}", wrong.stderr);
    let long = "a".repeat(60);
    let run = generated(folder.path(), &[("ARGOCD_APP_NAME", &long)]);
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("at most 53"), "{}", run.stderr);
}

#[test]
fn the_announced_parameters_are_those_that_count() {
    let plugin = plugin();
    let announced: BTreeMap<String, bool> = plugin["spec"]["parameters"]["static"]
        .as_array()
        .expect("parameters")
        .iter()
        .map(|parameter| {
            let name = parameter["name"].as_str().expect("a name").to_uppercase().replace('-', "_");
            (name, parameter["collectionType"] == "array")
        })
        .collect();
    let script = fs::read_to_string(root().join("integrations/argo-cd/pulsarc-argocd")).expect("the script");
    for (name, is_array) in announced {
        let used = if is_array { format!("has {name} ") } else { format!("PARAM_{name}:-") };
        assert!(script.contains(&used), "{name} is announced, and nothing looks at it");
    }
}

#[test]
#[cfg_attr(without_kustomize, ignore = "needs kustomize on the PATH")]
fn the_sidecar_runs_in_argo_cds_server() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path();
    let server = "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: argocd-repo-server}\nspec: {template: {spec: {containers: [{name: argocd-repo-server, image: argocd}], volumes: [{name: var-files, emptyDir: {}}]}}}\n";
    fs::write(path.join("server.yaml"), server).expect("a file");
    fs::create_dir(path.join("sidecar")).expect("a folder");
    for name in ["kustomization.yaml", "repo-server.yaml"] {
        let from = root().join("integrations/argo-cd/sidecar").join(name);
        fs::copy(from, path.join("sidecar").join(name)).expect("a copy");
    }
    fs::write(
        path.join("kustomization.yaml"),
        "resources: [server.yaml]\ncomponents: [sidecar]\nimages: [{name: pulsarc-argocd, newName: r/p, newTag: '1'}]\n",
    )
    .expect("a file");
    let run = kustomize(path);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let built = pulsarc_compiler::read_stream("built", &run.stdout).documents.remove(0);
    let pod = &built["spec"]["template"]["spec"];
    let names: Vec<&str> = pod["containers"]
        .as_array()
        .expect("containers")
        .iter()
        .filter_map(|it| it["name"].as_str())
        .collect();
    assert_eq!(names.len(), 2, "{names:?}");
    let sidecar = pod["containers"].as_array().expect("containers").iter().find(|it| it["name"] == "pulsarc");
    assert_eq!(sidecar.expect("the sidecar")["image"], "r/p:1");
    assert_eq!(pod["volumes"].as_array().map(Vec::len), Some(2));
}

//! The ways to a cluster that kubectl knows: kubeconfig files, contexts, credential plugins, proxies.

use pulsarc_e2e_kubernetes::{Call, Lab, Reach};
use serde_json::{Value, json};
use std::fs;
use std::io::{BufRead, BufReader, Write, copy};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

fn kubeconfig(lab: &Lab, name: &str, user: &Value, proxy: Option<&str>) -> PathBuf {
    let mut cluster = json!({
        "server": format!("https://127.0.0.1:{}", lab.port()),
        "certificate-authority": lab.authority(),
    });
    if let Some(proxy) = proxy {
        cluster["proxy-url"] = json!(proxy);
    }
    let config = json!({
        "apiVersion": "v1",
        "kind": "Config",
        "clusters": [{ "name": name, "cluster": cluster }],
        "users": [{ "name": name, "user": user }],
        "contexts": [
            { "name": name, "context": { "cluster": name, "user": name } },
            { "name": format!("{name}-nobody"), "context": { "cluster": name, "user": "nobody" } },
        ],
        "current-context": format!("{name}-nobody"),
    });
    let file = lab.folder().join(format!("{name}.kubeconfig"));
    fs::write(&file, config.to_string()).expect("a file");
    file
}

/// A status of a release that is not there, which needs an answer of the server.
fn status(arguments: &[&str]) -> Call {
    Call::pulsarc(&[&["status", "--format", "json"], arguments].concat())
}

fn assert_answered(call: Call, way: &str) {
    let run = call.run();
    assert_eq!(run.status, 0, "{way}: {}\n{}", run.stdout, run.stderr);
    assert!(run.stdout.contains("\"ready\""), "{way}: {}", run.stdout);
}

fn script(lab: &Lab, name: &str, text: &str) -> String {
    let file = lab.folder().join(name);
    fs::write(&file, format!("#!/bin/sh\n{text}\n")).expect("a file");
    fs::set_permissions(&file, fs::Permissions::from_mode(0o700)).expect("it can be run");
    file.display().to_string()
}

#[test]
#[ignore = "needs Go, and starts a Kubernetes API server"]
fn a_cluster_is_reached_by_every_way_that_kubectl_knows() {
    let lab = Lab::start("live-access", Reach::Api);
    let token = json!({ "token": lab.administrator() });
    let file = kubeconfig(&lab, "plain", &token, None).display().to_string();
    assert_answered(status(&["--kubeconfig", &file, "--context", "plain"]), "a context");
    let nobody = status(&["--kubeconfig", &file]).run();
    assert!(
        nobody.stdout.contains("no right to read"),
        "the current context has no credentials: {}",
        nobody.stdout
    );

    // Files that `KUBECONFIG` names are merged; the first that sets something wins.
    let admin = lab.kubeconfig().display().to_string();
    let both = format!("{admin}:{file}");
    assert_answered(status(&[]).env("KUBECONFIG", &both), "KUBECONFIG");
    assert_answered(status(&["--context", "plain"]).env("KUBECONFIG", &both), "a context of the second file");

    let credential = json!({
        "apiVersion": "client.authentication.k8s.io/v1",
        "kind": "ExecCredential",
        "status": { "token": lab.administrator() },
    });
    let plugin = script(&lab, "plugin", &format!("echo '{credential}'"));
    let exec = json!({ "exec": {
        "apiVersion": "client.authentication.k8s.io/v1", "command": plugin, "interactiveMode": "Never",
    } });
    let file = kubeconfig(&lab, "exec", &exec, None).display().to_string();
    assert_answered(status(&["--kubeconfig", &file, "--context", "exec"]), "a credential plugin");
    let broken = script(&lab, "broken", "echo no credentials today >&2; exit 3");
    let exec = json!({ "exec": {
        "apiVersion": "client.authentication.k8s.io/v1", "command": broken, "interactiveMode": "Never",
    } });
    let file = kubeconfig(&lab, "broken", &exec, None).display().to_string();
    let run = status(&["--kubeconfig", &file, "--context", "broken"]).run();
    assert!(run.status > 0 && run.stderr.contains("error"), "{}", run.stderr);

    let (proxy, tunnels) = tunnel();
    let file = kubeconfig(&lab, "proxied", &token, Some(&proxy)).display().to_string();
    assert_answered(status(&["--kubeconfig", &file, "--context", "proxied"]), "a proxy");
    assert!(tunnels.load(Ordering::Relaxed) > 0, "the proxy was passed by");
    for (what, arguments) in [
        ("a context that is not there", ["--kubeconfig", admin.as_str(), "--context", "absent"]),
        ("a file that is not there", ["--kubeconfig", "/nonexistent/kubeconfig", "--context", "lab"]),
    ] {
        let run = status(&arguments).run();
        assert!(run.status > 0, "{what}: {}", run.stdout);
        let named = run.stderr.contains("absent") || run.stderr.contains("/nonexistent/kubeconfig");
        assert!(named, "{what}: {}", run.stderr);
    }
    assert!(Path::new(&admin).is_file());
}

/// An HTTP proxy that opens tunnels, and how many it has opened.
fn tunnel() -> (String, Arc<AtomicUsize>) {
    let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a free port");
    let url = format!("http://{}", listener.local_addr().expect("its address"));
    let count = Arc::new(AtomicUsize::new(0));
    let opened = count.clone();
    thread::spawn(move || {
        for client in listener.incoming().flatten() {
            let opened = opened.clone();
            thread::spawn(move || connect(client, &opened));
        }
    });
    (url, count)
}

fn connect(mut client: TcpStream, opened: &AtomicUsize) -> std::io::Result<()> {
    let mut from_client = BufReader::new(client.try_clone()?);
    let mut first = String::new();
    from_client.read_line(&mut first)?;
    let mut line = String::new();
    while from_client.read_line(&mut line)? > 2 {
        line.clear();
    }
    let address = first.strip_prefix("CONNECT ").and_then(|rest| rest.split(' ').next()).unwrap_or_default();
    let mut server = TcpStream::connect(address)?;
    opened.fetch_add(1, Ordering::Relaxed);
    client.write_all(b"HTTP/1.1 200 Connection established\r\n\r\n")?;
    let (mut to_client, mut from_server) = (client.try_clone()?, server.try_clone()?);
    let back = thread::spawn(move || {
        let ended = copy(&mut from_server, &mut to_client);
        let _ = to_client.shutdown(Shutdown::Both);
        ended
    });
    copy(&mut from_client, &mut server)?;
    let _ = server.shutdown(Shutdown::Both);
    let _ = back.join();
    Ok(())
}

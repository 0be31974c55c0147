//! `pulsarc push` and `pull`: with a layout on disk, with a registry in miniature that misbehaves on request, and with the
//! real one (`registry` of distribution/distribution) where it is on the path.

use pulsarc_tests::{Run, binary, pulsarc_in, pulsarc_with};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::Duration;

fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("a.yaml"), "broker: {replicaCount: 4}\n").expect("a file");
    folder
}

fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut all = BTreeMap::new();
    let mut below = vec![folder.to_owned()];
    while let Some(next) = below.pop() {
        for entry in fs::read_dir(&next).expect("a folder").flatten() {
            if entry.path().is_dir() {
                below.push(entry.path());
            } else {
                let path = entry.path().strip_prefix(folder).expect("below").to_owned();
                all.insert(path, fs::read(entry.path()).expect("a file"));
            }
        }
    }
    all
}

fn digest(pushed: &Run) -> String {
    assert_eq!(pushed.status, 0, "{}", pushed.stderr);
    pushed.stdout.trim().rsplit_once('@').expect("a digest").1.to_owned()
}

#[test]
fn a_layout_on_disk_returns_the_files_of_a_build() {
    let folder = folder();
    let path = folder.path();
    let first = pulsarc_in(path, &["push", "a.yaml", "--to", "oci-layout:store:v1"]);
    // The same configuration is the same artifact, wherever and whenever it is pushed.
    assert_eq!(digest(&first), digest(&pulsarc_in(path, &["push", "a.yaml", "--to", "oci-layout:other:v1"])));
    let set = [
        "push",
        "a.yaml",
        "--set",
        "proxy.replicaCount=7",
        "--to",
        "oci-layout:store:v2",
        "--revision",
        "r1",
    ];
    let second = digest(&pulsarc_in(path, &set));
    assert_ne!(digest(&first), second);
    let pulled = pulsarc_in(path, &["pull", "oci-layout:store:v1", "-o", "out"]);
    assert_eq!(digest(&pulled), digest(&first));
    pulsarc_in(path, &["build", "a.yaml", "-o", "built", "--layout", "components"]);
    assert_eq!(files(&path.join("out")), files(&path.join("built")));
    let told = pulsarc_in(path, &["pull", "oci-layout:store:v2", "-o", "out", "--format", "json"]);
    let told: serde_json::Value = serde_json::from_str(&told.stdout).expect("JSON");
    assert_eq!(told["digest"], second);
    assert!(fs::read_to_string(path.join("out/proxy.yaml")).expect("a file").contains("replicas: 7"));
    // A tag moves on to what is pushed under it next.
    pulsarc_in(path, &["push", "a.yaml", "--to", "oci-layout:store:v2"]);
    assert_eq!(digest(&pulsarc_in(path, &["pull", "oci-layout:store:v2", "-o", "out"])), digest(&first));
    let index: serde_json::Value =
        serde_json::from_str(&fs::read_to_string(path.join("store/index.json")).expect("a file"))
            .expect("JSON");
    let tags: Vec<_> = index["manifests"]
        .as_array()
        .expect("manifests")
        .iter()
        .filter_map(|one| one["annotations"]["org.opencontainers.image.ref.name"].as_str())
        .collect();
    assert_eq!(tags, ["v1", "v2"]);
}

#[test]
fn a_fleet_has_a_folder_per_cluster_and_prune_removes_old_ones() {
    let folder = folder();
    let path = folder.path();
    for name in ["eu/one", "us/two"] {
        fs::create_dir_all(path.join("fleet").join(name)).expect("a folder");
        fs::write(path.join("fleet").join(name).join("values.yaml"), "{}\n").expect("a file");
    }
    let push =
        ["push", "--fleet", "fleet", "--to", "oci-layout:store:v1", "--no-cache", "--layout", "stream"];
    digest(&pulsarc_in(path, &push));
    digest(&pulsarc_in(path, &["pull", "oci-layout:store:v1", "-o", "out"]));
    pulsarc_in(path, &["build", "--fleet", "fleet", "--no-cache", "-o", "built"]);
    // An artifact has one list of files, a fleet one for each cluster.
    let manifests = |folder: &str| {
        let mut all = files(&path.join(folder));
        all.retain(|file, _| !file.ends_with(".pulsarc-files"));
        all
    };
    assert_eq!(manifests("out"), manifests("built"));
    fs::remove_dir_all(path.join("fleet/us")).expect("it goes");
    digest(&pulsarc_in(path, &push));
    fs::write(path.join("out/us/two/mine.txt"), "mine").expect("a file");
    digest(&pulsarc_in(path, &["pull", "oci-layout:store:v1", "-o", "out"]));
    let left: Vec<_> = files(&path.join("out")).into_keys().filter(|path| path.starts_with("us")).collect();
    assert_eq!(left, [PathBuf::from("us/two/mine.txt")]);
    // One wrong cluster, and nothing is pushed.
    fs::write(path.join("fleet/eu/one/values.yaml"), "broker: {replcas: 1}\n").expect("a file");
    let before = files(&path.join("store"));
    let run = pulsarc_in(path, &push);
    assert_eq!((run.status, run.stdout.as_str()), (1, ""));
    assert_eq!(files(&path.join("store")), before);
}

#[test]
fn mistakes_are_reported_and_nothing_is_written() {
    let folder = folder();
    let path = folder.path();
    fs::write(path.join("wrong.yaml"), "broker: {replcas: 4}\n").expect("a file");
    for (arguments, status, told) in [
        (&["push", "wrong.yaml", "--to", "oci-layout:store"][..], 1, "unknown key `replcas`"),
        (&["push", "a.yaml", "--to", "ghcr.io/a/b"], 2, "oci://HOST/REPOSITORY:TAG"),
        (&["pull", "oci://a/B", "-o", "out"], 2, "lower case letters"),
        (&["pull", "oci-layout:none", "-o", "out"], 3, "cannot read none/index.json"),
        (
            &["pull", "oci://127.0.0.1:1/a:b", "-o", "out"],
            3,
            "http://127.0.0.1:1 does not answer: connection refused",
        ),
        (&["pull", "oci://x.invalid/a:b", "-o", "out"], 3, "https://x.invalid does not answer: no such host"),
        (&["pull", "oci://a/b", "-o", "out", "--username", "u"], 2, "--password-stdin"),
    ] {
        let run = pulsarc_in(path, arguments);
        assert_eq!(run.status, status, "{arguments:?}: {}", run.stderr);
        assert!(run.stderr.contains(told), "{arguments:?}: {}", run.stderr);
        assert_eq!(run.stdout, "");
    }
    assert!(!path.join("store").exists() && !path.join("out").exists());
    // A byte that is another.
    digest(&pulsarc_in(path, &["push", "a.yaml", "--to", "oci-layout:store:v1"]));
    for blob in fs::read_dir(path.join("store/blobs/sha256")).expect("a folder").flatten() {
        let whole = fs::read(blob.path()).expect("a file");
        let mut bytes = whole.clone();
        let middle = bytes.len() / 2;
        bytes[middle] ^= 1;
        fs::write(blob.path(), &bytes).expect("a file");
        let run = pulsarc_in(path, &["pull", "oci-layout:store:v1", "-o", "out"]);
        // The configuration of an artifact is looked at by nobody.
        let is_config = String::from_utf8_lossy(&whole).contains("rootfs");
        assert_eq!(run.status, if is_config { 0 } else { 3 }, "{}", run.stderr);
        assert!(is_config || run.stderr.contains("nothing was written"), "{}", run.stderr);
        fs::write(blob.path(), &whole).expect("a file");
        let _ = fs::remove_dir_all(path.join("out"));
    }
}

/// How the registry in miniature behaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Manners {
    /// It lets everybody in.
    Open,
    /// It gives tokens to one user.
    Tokens,
    /// It asks for the login itself.
    Basic,
    /// It lets nobody in.
    Closed,
    /// It fails.
    Broken,
    /// It gives other bytes than were put in.
    Forged,
    /// It sends what is asked for from elsewhere.
    Elsewhere,
}

#[derive(Default)]
struct Kept {
    blobs: BTreeMap<String, Vec<u8>>,
    manifests: BTreeMap<String, Vec<u8>>,
    /// The headers of who asked, by method and path.
    asked: Vec<(String, Option<String>)>,
}

struct Registry {
    host: String,
    kept: Arc<Mutex<Kept>>,
}

impl Registry {
    fn start(manners: Manners, elsewhere: Option<String>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let host = listener.local_addr().expect("an address").to_string();
        let kept = Arc::new(Mutex::new(Kept::default()));
        let (own, its) = (host.clone(), Arc::clone(&kept));
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (own, its, elsewhere) = (own.clone(), Arc::clone(&its), elsewhere.clone());
                std::thread::spawn(move || {
                    while answer(&stream, manners, &own, elsewhere.as_deref(), &its).is_some() {}
                });
            }
        });
        Self { host, kept }
    }

    fn address(&self) -> String {
        format!("oci://{}/team/pulsar:v1", self.host)
    }
}

fn answer(
    mut stream: &TcpStream,
    manners: Manners,
    own: &str,
    elsewhere: Option<&str>,
    kept: &Mutex<Kept>,
) -> Option<()> {
    let mut reader = BufReader::new(stream);
    let mut line = String::new();
    reader.read_line(&mut line).ok().filter(|read| *read > 0)?;
    let mut words = line.split_whitespace();
    let (method, path) = (words.next()?.to_owned(), words.next()?.to_owned());
    let mut headers = BTreeMap::new();
    loop {
        let mut header = String::new();
        reader.read_line(&mut header).ok()?;
        let Some((name, value)) = header.trim_end().split_once(':') else { break };
        headers.insert(name.to_lowercase(), value.trim().to_owned());
    }
    let length = headers.get("content-length").and_then(|length| length.parse().ok()).unwrap_or(0);
    let mut body = vec![0; length];
    reader.read_exact(&mut body).ok()?;
    let authorization = headers.get("authorization").cloned();
    let mut kept = kept.lock().expect("it is whole");
    kept.asked.push((format!("{method} {path}"), authorization.clone()));
    let (status, extra, content) =
        reply(&method, &path, body, authorization.as_deref(), manners, own, elsewhere, &mut kept);
    let length = content.len();
    let head = format!("HTTP/1.1 {status} X\r\nContent-Length: {length}\r\n{extra}\r\n");
    stream.write_all(head.as_bytes()).ok()?;
    if method != "HEAD" {
        stream.write_all(&content).ok()?;
    }
    Some(())
}

#[allow(clippy::too_many_arguments, reason = "a registry in one function")]
fn reply(
    method: &str,
    path: &str,
    body: Vec<u8>,
    authorization: Option<&str>,
    manners: Manners,
    own: &str,
    elsewhere: Option<&str>,
    kept: &mut Kept,
) -> (u16, String, Vec<u8>) {
    // ann:s3cret-canary
    const LOGIN: &str = "Basic YW5uOnMzY3JldC1jYW5hcnk=";
    let nothing = || (String::new(), Vec::new());
    let plain = |status: u16| (status, nothing().0, nothing().1);
    if path.starts_with("/token") {
        return match authorization {
            Some(LOGIN) => (200, String::new(), br#"{"token": "t0k"}"#.to_vec()),
            _ => plain(401),
        };
    }
    let challenge = match manners {
        Manners::Tokens if authorization != Some("Bearer t0k") => {
            Some(format!("WWW-Authenticate: Bearer realm=\"http://{own}/token\",service=\"r\"\r\n"))
        }
        Manners::Basic if authorization != Some(LOGIN) => {
            Some("WWW-Authenticate: Basic realm=\"r\"\r\n".to_owned())
        }
        Manners::Closed => return plain(403),
        Manners::Broken => {
            return (
                500,
                String::new(),
                br#"{"errors": [{"code": "X", "message": "the disk is full"}]}"#.to_vec(),
            );
        }
        _ => None,
    };
    if let Some(challenge) = challenge {
        return (401, challenge, Vec::new());
    }
    let (path, query) = path.split_once('?').unwrap_or((path, ""));
    let name = path.rsplit('/').next().unwrap_or_default().to_owned();
    match (method, path.contains("/blobs/uploads/"), path.contains("/blobs/")) {
        ("POST", true, _) => {
            (202, "Location: /v2/team/pulsar/blobs/uploads/1?state=a\r\n".to_owned(), Vec::new())
        }
        ("PUT", true, _) => {
            let digest = query.split('&').find_map(|part| part.strip_prefix("digest=")).unwrap_or_default();
            let hex: String = Sha256::digest(&body).iter().map(|byte| format!("{byte:02x}")).collect();
            assert_eq!(digest.replace("%3A", ":"), format!("sha256:{hex}"));
            kept.blobs.insert(format!("sha256:{hex}"), body);
            plain(201)
        }
        ("PUT", false, false) => {
            kept.manifests.insert(name, body);
            plain(201)
        }
        ("GET" | "HEAD", false, true) => match kept.blobs.get(&name) {
            Some(_) if manners == Manners::Elsewhere && method == "GET" => {
                let host = elsewhere.unwrap_or_default();
                (307, format!("Location: http://{host}{path}\r\n"), Vec::new())
            }
            Some(blob) if manners == Manners::Forged => {
                let mut blob = blob.clone();
                blob[20] ^= 1;
                (200, String::new(), blob)
            }
            Some(blob) => (200, String::new(), blob.clone()),
            None => plain(404),
        },
        ("GET", false, false) => match kept.manifests.get(&name) {
            Some(manifest) => (200, String::new(), manifest.clone()),
            None => plain(404),
        },
        _ => plain(405),
    }
}

const AS_ANN: [&str; 3] = ["--username", "ann", "--password-stdin"];

fn pushed(path: &Path, registry: &Registry, more: &[&str], password: &str) -> Run {
    let address = registry.address();
    let arguments: Vec<&str> =
        ["push", "a.yaml", "--to", &address].into_iter().chain(more.iter().copied()).collect();
    pulsarc_with(path, &arguments, password)
}

#[test]
fn registries_accept_valid_credentials() {
    let folder = folder();
    let path = folder.path();
    for manners in [Manners::Open, Manners::Tokens, Manners::Basic] {
        let registry = Registry::start(manners, None);
        let first = digest(&pushed(path, &registry, &AS_ANN, "s3cret-canary\n"));
        let address = registry.address();
        let pull: Vec<&str> = ["pull", &address, "-o", "out"].into_iter().chain(AS_ANN).collect();
        assert_eq!(digest(&pulsarc_with(path, &pull, "s3cret-canary")), first, "{manners:?}");
        // What is there is not sent again.
        digest(&pushed(path, &registry, &AS_ANN, "s3cret-canary\n"));
        let kept = registry.kept.lock().expect("it is whole");
        assert_eq!(
            kept.asked
                .iter()
                .filter(|(asked, _)| asked.starts_with("PUT") && asked.contains("uploads"))
                .count(),
            2
        );
        drop(kept);
        // It has to be this one.
        let exact = format!("{address}@{first}");
        let by_digest = registry.kept.lock().expect("it is whole").manifests["v1"].clone();
        registry.kept.lock().expect("it is whole").manifests.insert(first.clone(), by_digest);
        let pull: Vec<&str> = ["pull", &exact, "-o", "out"].into_iter().chain(AS_ANN).collect();
        assert_eq!(pulsarc_with(path, &pull, "s3cret-canary").status, 0);
    }
}

#[test]
fn registry_failures_are_reported_without_a_secret() {
    let folder = folder();
    let path = folder.path();
    for (manners, password, told) in [
        (
            Manners::Tokens,
            "s3cret-other",
            "does not allow ann to do this in team/pulsar: log in with `docker login",
        ),
        (Manners::Basic, "s3cret-other", "does not allow ann to do this"),
        (Manners::Closed, "s3cret-canary", "does not allow ann to do this"),
        (Manners::Broken, "s3cret-canary", "answered with 500 to the start of an upload: the disk is full"),
    ] {
        let registry = Registry::start(manners, None);
        let run = pushed(path, &registry, &AS_ANN, password);
        assert_eq!((run.status, run.stdout.as_str()), (3, ""), "{manners:?}: {}", run.stderr);
        assert!(run.stderr.contains(told), "{manners:?}: {}", run.stderr);
        assert!(!run.stderr.contains("s3cret"), "{}", run.stderr);
    }
    let registry = Registry::start(Manners::Tokens, None);
    let run = pushed(path, &registry, &[], "");
    assert!(run.stderr.contains("does not allow an anonymous user to do this"), "{}", run.stderr);
}

#[test]
fn pull_rejects_a_wrong_digest_and_sends_credentials_only_to_the_registry() {
    let folder = folder();
    let path = folder.path();
    let registry = Registry::start(Manners::Forged, None);
    digest(&pushed(path, &registry, &[], ""));
    let run = pulsarc_in(path, &["pull", &registry.address(), "-o", "out"]);
    assert_eq!(run.status, 3);
    assert!(run.stderr.contains("the digest of the layer does not match its bytes"), "{}", run.stderr);
    assert!(!path.join("out").exists());
    let store = Registry::start(Manners::Open, None);
    let registry = Registry::start(Manners::Elsewhere, Some(store.host.clone()));
    let first = digest(&pushed(path, &registry, &AS_ANN, "s3cret-canary"));
    store.kept.lock().expect("it is whole").blobs = registry.kept.lock().expect("it is whole").blobs.clone();
    let address = registry.address();
    let pull: Vec<&str> = ["pull", &address, "-o", "out"].into_iter().chain(AS_ANN).collect();
    assert_eq!(digest(&pulsarc_with(path, &pull, "s3cret-canary")), first);
    let asked = &store.kept.lock().expect("it is whole").asked;
    assert!(!asked.is_empty() && asked.iter().all(|(_, who)| who.is_none()), "{asked:?}");
}

#[test]
fn docker_credentials_are_used() {
    let folder = folder();
    let path = folder.path();
    let registry = Registry::start(Manners::Tokens, None);
    let address = registry.address();
    let docker = path.join("docker");
    fs::create_dir(&docker).expect("a folder");
    let bin = path.join("bin");
    fs::create_dir(&bin).expect("a folder");
    let helper = bin.join("docker-credential-mine");
    let script = format!(
        "#!/bin/sh\n[ \"$1\" = get ] && [ \"$(cat)\" = \"{}\" ] && echo '{{\"Username\":\"ann\",\"Secret\":\"s3cret-canary\"}}'\n",
        registry.host
    );
    fs::write(&helper, script).expect("a file");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(&helper, fs::Permissions::from_mode(0o755)).expect("it runs");
    }
    let push = || {
        let paths = std::env::var_os("PATH").unwrap_or_default();
        let paths = std::env::join_paths(std::iter::once(bin.clone()).chain(std::env::split_paths(&paths)))
            .expect("a path");
        let mut command = Command::new(binary());
        command
            .args(["push", "a.yaml", "--to", &address])
            .current_dir(path)
            .env("DOCKER_CONFIG", &docker)
            .env("PATH", paths);
        let output = command.stdin(Stdio::null()).output().expect("it runs");
        (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
    };
    let config = |text: String| fs::write(docker.join("config.json"), text).expect("a file");
    config(format!("{{\"auths\": {{\"{}\": {{\"auth\": \"YW5uOnMzY3JldC1jYW5hcnk=\"}}}}}}", registry.host));
    assert_eq!(push(), (Some(0), String::new()));
    config("{\"auths\": {}, \"credsStore\": \"mine\"}".to_owned());
    assert_eq!(push(), (Some(0), String::new()));
    config(format!("{{\"credHelpers\": {{\"{}\": \"../bin/x\"}}}}", registry.host));
    let (status, told) = push();
    assert!(status == Some(3) && told.contains("is not the name of a helper"), "{told}");
    config("no JSON".to_owned());
    let (status, told) = push();
    assert!(status == Some(3) && told.contains("is not a Docker configuration"), "{told}");
}

#[test]
fn a_secret_in_an_artifact_is_reported() {
    let folder = folder();
    let path = folder.path();
    fs::write(
        path.join("s.yaml"),
        "extraDeploy: [{apiVersion: v1, kind: Secret, metadata: {name: s}, stringData: {a: b-canary}}]\n",
    )
    .expect("a file");
    let run = pulsarc_in(path, &["push", "s.yaml", "--to", "oci-layout:store"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(
        run.stderr.contains("holds a Secret, which everyone who can pull the artifact can read"),
        "{}",
        run.stderr
    );
    assert!(!run.stderr.contains("canary"));
}

struct Real(Child);

impl Drop for Real {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[test]
#[cfg_attr(without_registry, ignore = "needs the distribution registry on the PATH")]
fn the_real_registry_keeps_pushed_artifacts() {
    let folder = folder();
    let path = folder.path();
    let port = TcpListener::bind("127.0.0.1:0").and_then(|it| it.local_addr()).expect("a port").port();
    let config = format!(
        "version: 0.1\nstorage: {{filesystem: {{rootdirectory: {}}}}}\nhttp: {{addr: '127.0.0.1:{port}'}}\n",
        path.join("data").display()
    );
    fs::write(path.join("registry.yml"), config).expect("a file");
    let mut command = Command::new("registry");
    command.arg("serve").arg(path.join("registry.yml")).stdout(Stdio::null()).stderr(Stdio::null());
    let _real = Real(command.spawn().expect("the registry starts"));
    for _ in 0..200 {
        if TcpStream::connect(("127.0.0.1", port)).is_ok() {
            break;
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    let address = format!("oci://127.0.0.1:{port}/team/pulsar:v1");
    let first = digest(&pulsarc_in(
        path,
        &["push", "a.yaml", "--to", &address, "--source", "https://a/b", "--revision", "r"],
    ));
    assert_eq!(digest(&pulsarc_in(path, &["pull", &address, "-o", "out"])), first);
    assert_eq!(digest(&pulsarc_in(path, &["pull", &format!("{address}@{first}"), "-o", "out"])), first);
    pulsarc_in(path, &["build", "a.yaml", "-o", "built", "--layout", "components"]);
    assert_eq!(files(&path.join("out")), files(&path.join("built")));
    let other = format!("{}@sha256:{}", address, "0".repeat(64));
    let run = pulsarc_in(path, &["pull", &other, "-o", "out"]);
    assert_eq!(run.status, 3);
    assert!(run.stderr.contains("does not have sha256:000"), "{}", run.stderr);
}

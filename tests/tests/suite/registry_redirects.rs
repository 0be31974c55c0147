//! A registry that leads elsewhere at each step, to a server that asks for credentials by each challenge: neither the
//! password nor the token leaves for anyone but the registry and its own token server.

use pulsarc_tests::{Run, pulsarc_with};
use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::sync::{Arc, Mutex};

/// The Base64 of `ann:s3cret-canary`.
const LOGIN: &str = "Basic YW5uOnMzY3JldC1jYW5hcnk=";
const TOKEN: &str = "Bearer t0k3n-canary";

/// A request: method, path and headers in one text.
#[derive(Debug, Clone)]
struct Request {
    method: String,
    path: String,
    authorization: Option<String>,
    body: Vec<u8>,
}

type Answer = (u16, Vec<(String, String)>, Vec<u8>);
type Log = Arc<Mutex<Vec<Request>>>;

/// Starts a server on this machine; its address and what it was asked.
fn serve(reply: impl Fn(&Request) -> Answer + Send + Sync + 'static) -> (String, Log) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let host = listener.local_addr().expect("an address").to_string();
    let log = Log::default();
    let (reply, its) = (Arc::new(reply), Arc::clone(&log));
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let (reply, its) = (Arc::clone(&reply), Arc::clone(&its));
            std::thread::spawn(move || while answer(&stream, &*reply, &its).is_some() {});
        }
    });
    (host, log)
}

fn answer(mut stream: &TcpStream, reply: &dyn Fn(&Request) -> Answer, log: &Log) -> Option<()> {
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
    let request = Request { method, path, authorization: headers.get("authorization").cloned(), body };
    log.lock().expect("it is whole").push(request.clone());
    let (status, extra, content) = reply(&request);
    let extra: String = extra.into_iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
    let head = format!("HTTP/1.1 {status} X\r\nContent-Length: {}\r\n{extra}\r\n", content.len());
    stream.write_all(head.as_bytes()).ok()?;
    if request.method != "HEAD" {
        stream.write_all(&content).ok()?;
    }
    Some(())
}

fn header(name: &str, value: impl Into<String>) -> Vec<(String, String)> {
    vec![(name.to_owned(), value.into())]
}

/// Where a registry leads elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Manifest,
    Blob,
    Exists,
    Upload,
    /// By the location of an upload, which is not a redirect.
    UploadLocation,
    Put,
    PutManifest,
    Token,
}

const PULL: [Step; 3] = [Step::Manifest, Step::Blob, Step::Token];
const PUSH: [Step; 6] =
    [Step::Exists, Step::Upload, Step::UploadLocation, Step::Put, Step::PutManifest, Step::Token];

/// What a registry keeps.
#[derive(Clone, Default)]
struct Kept(Arc<Mutex<BTreeMap<String, Vec<u8>>>>);

/// A registry that wants a token, and at one step leads to `elsewhere`.
fn registry(kept: Kept, step: Option<(Step, u16)>, elsewhere: String) -> (String, Log) {
    let own = Arc::new(Mutex::new(String::new()));
    let its = Arc::clone(&own);
    let (host, log) = serve(move |request| {
        let own = its.lock().expect("it is whole").clone();
        let leads = |at: Step| {
            let (_, status) = step.filter(|(step, _)| *step == at)?;
            Some((status, header("Location", format!("{elsewhere}{}", request.path)), Vec::new()))
        };
        let path = request.path.split('?').next().unwrap_or_default();
        if path == "/token" {
            let token = || match request.authorization.as_deref() {
                Some(LOGIN) => (200, Vec::new(), br#"{"token": "t0k3n-canary"}"#.to_vec()),
                _ => (401, Vec::new(), Vec::new()),
            };
            return leads(Step::Token).unwrap_or_else(token);
        }
        if request.authorization.as_deref() != Some(TOKEN) {
            let challenge = format!("Bearer realm=\"http://{own}/token\",service=\"r\"");
            return (401, header("WWW-Authenticate", challenge), Vec::new());
        }
        let name = path.rsplit('/').next().unwrap_or_default();
        let mut kept = kept.0.lock().expect("it is whole");
        let found = |kept: &BTreeMap<String, Vec<u8>>| match kept.get(name) {
            Some(bytes) => (200, Vec::new(), bytes.clone()),
            None => (404, Vec::new(), Vec::new()),
        };
        match (request.method.as_str(), path.contains("/blobs/")) {
            ("HEAD", true) => leads(Step::Exists).unwrap_or_else(|| found(&kept)),
            ("GET", true) => leads(Step::Blob).unwrap_or_else(|| found(&kept)),
            ("GET", false) => leads(Step::Manifest).unwrap_or_else(|| found(&kept)),
            ("POST", true) => leads(Step::Upload).unwrap_or_else(|| {
                let place = match step {
                    Some((Step::UploadLocation, _)) => format!("{elsewhere}/upload"),
                    _ => "/v2/team/pulsar/blobs/uploads/1".to_owned(),
                };
                (202, header("Location", place), Vec::new())
            }),
            ("PUT", true) => leads(Step::Put).unwrap_or_else(|| {
                let digest = request.path.split("digest=").nth(1).unwrap_or_default().replace("%3A", ":");
                kept.insert(digest, request.body.clone());
                (201, Vec::new(), Vec::new())
            }),
            ("PUT", false) => leads(Step::PutManifest).unwrap_or_else(|| {
                kept.insert(name.to_owned(), request.body.clone());
                (201, Vec::new(), Vec::new())
            }),
            _ => (405, Vec::new(), Vec::new()),
        }
    });
    own.lock().expect("it is whole").clone_from(&host);
    (host, log)
}

fn run(folder: &Path, command: &[&str]) -> Run {
    let arguments: Vec<&str> =
        command.iter().copied().chain(["--username", "ann", "--password-stdin"]).collect();
    pulsarc_with(folder, &arguments, "s3cret-canary")
}

fn push(folder: &Path, host: &str) -> Run {
    run(folder, &["push", "a.yaml", "--to", &format!("oci://{host}/team/pulsar:v1")])
}

fn pull(folder: &Path, host: &str) -> Run {
    let _ = fs::remove_dir_all(folder.join("out"));
    run(folder, &["pull", &format!("oci://{host}/team/pulsar:v1"), "-o", "out"])
}

fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("a.yaml"), "{}\n").expect("a file");
    folder
}

/// How the other server asks for credentials.
fn challenges(own: &str, registry: &str) -> Vec<String> {
    vec![
        "Basic realm=\"r\"".to_owned(),
        format!("Bearer realm=\"http://{own}/token\",service=\"r\""),
        format!("Bearer realm=\"http://{registry}/token\",service=\"r\",scope=\"repository:a:push\""),
        format!("Negotiate, Basic realm=\"r\", Bearer realm=\"http://{own}/token\""),
    ]
}

#[test]
fn a_redirect_target_sees_no_credentials_and_no_answer_to_its_challenge() {
    let folder = folder();
    let path = folder.path();
    let kept = Kept::default();
    let (whole, _) = registry(kept.clone(), None, String::new());
    assert_eq!(push(path, &whole).status, 0);
    for number in 0..challenges("", "").len() {
        for (command, steps) in [("pull", &PULL[..]), ("push", &PUSH[..])] {
            for step in steps {
                for status in [301, 302, 303, 307, 308] {
                    let names = Arc::new(Mutex::new((String::new(), String::new())));
                    let its = Arc::clone(&names);
                    let (elsewhere, seen) = serve(move |request| {
                        if request.path.starts_with("/token") {
                            return (200, Vec::new(), br#"{"token": "theirs"}"#.to_vec());
                        }
                        let (own, registry) = its.lock().expect("it is whole").clone();
                        let challenge = challenges(&own, &registry).swap_remove(number);
                        (401, header("WWW-Authenticate", challenge), Vec::new())
                    });
                    let kept = if command == "pull" { kept.clone() } else { Kept::default() };
                    let (host, asked) = registry(kept, Some((*step, status)), format!("http://{elsewhere}"));
                    *names.lock().expect("it is whole") = (elsewhere.clone(), host.clone());
                    let run = if command == "pull" { pull(path, &host) } else { push(path, &host) };
                    let case = format!("{command} {step:?} {status} {number}");
                    // A blob that cannot be asked for elsewhere is uploaded.
                    let expected = if *step == Step::Exists { 0 } else { 3 };
                    assert_eq!(run.status, expected, "{case}: {}", run.stderr);
                    assert!(!run.stderr.contains("canary"), "{case}: {}", run.stderr);
                    for request in seen.lock().expect("it is whole").iter() {
                        assert_eq!(request.authorization, None, "{case}: {request:?}");
                        assert!(!request.path.starts_with("/token"), "{case}: {request:?}");
                    }
                    let asked = asked.lock().expect("it is whole");
                    let logins = asked.iter().filter(|it| it.authorization.as_deref() == Some(LOGIN));
                    assert!(logins.count() <= 1, "{case}: it is asked for a token once");
                }
            }
        }
    }
}

#[test]
fn a_redirect_that_comes_back_is_followed_without_credentials() {
    let folder = folder();
    let path = folder.path();
    let kept = Kept::default();
    let (whole, _) = registry(kept.clone(), None, String::new());
    assert_eq!(push(path, &whole).status, 0);
    let back = Arc::new(Mutex::new(String::new()));
    let its = Arc::clone(&back);
    let (elsewhere, _) = serve(move |request| {
        let back = its.lock().expect("it is whole").clone();
        (307, header("Location", format!("http://{back}{}?back", request.path)), Vec::new())
    });
    let (host, asked) = registry(kept, Some((Step::Blob, 307)), format!("http://{elsewhere}"));
    back.lock().expect("it is whole").clone_from(&host);
    assert_eq!(pull(path, &host).status, 3);
    let asked = asked.lock().expect("it is whole");
    let came_back: Vec<_> = asked.iter().filter(|request| request.path.ends_with("?back")).collect();
    assert!(!came_back.is_empty() && came_back.iter().all(|it| it.authorization.is_none()), "{asked:?}");
}

#[test]
fn a_blob_from_elsewhere_is_taken_and_redirects_end() {
    let folder = folder();
    let path = folder.path();
    let kept = Kept::default();
    let (whole, _) = registry(kept.clone(), None, String::new());
    assert_eq!(push(path, &whole).status, 0);
    let blobs = kept.clone();
    let (store, seen) = serve(move |request| {
        let name = request.path.rsplit('/').next().unwrap_or_default();
        let blobs = blobs.0.lock().expect("it is whole");
        (200, Vec::new(), blobs.get(name).cloned().unwrap_or_default())
    });
    let (host, _) = registry(kept.clone(), Some((Step::Blob, 307)), format!("http://{store}"));
    assert_eq!(pull(path, &host).status, 0);
    assert!(seen.lock().expect("it is whole").iter().all(|it| it.authorization.is_none()));
    let here = Arc::new(Mutex::new(String::new()));
    let its = Arc::clone(&here);
    let (circle, _) = serve(move |request| {
        let here = its.lock().expect("it is whole").clone();
        (302, header("Location", format!("http://{here}{}", request.path)), Vec::new())
    });
    here.lock().expect("it is whole").clone_from(&circle);
    let (host, _) = registry(kept, Some((Step::Manifest, 302)), format!("http://{circle}"));
    let run = pull(path, &host);
    assert_eq!(run.status, 3);
    assert!(run.stderr.contains("too many redirects"), "{}", run.stderr);
}

/// A registry that says that its tokens are handed out elsewhere, or answers with what is none.
#[test]
fn a_password_goes_to_no_other_unencrypted_token_server() {
    let folder = folder();
    let path = folder.path();
    let (other, seen) = serve(|_| (200, Vec::new(), br#"{"token": "theirs"}"#.to_vec()));
    let port = other.rsplit(':').next().expect("a port").to_owned();
    for realm in [
        format!("http://127.0.0.1.invalid:{port}/token"),
        format!("http://ann@127.0.0.1:{port}/token"),
        "http://registry.invalid/token".to_owned(),
        "ftp://127.0.0.1/token".to_owned(),
        "/token".to_owned(),
        String::new(),
    ] {
        let challenge = format!("Bearer realm=\"{realm}\",service=\"r\"");
        let (host, _) = serve(move |_| (401, header("WWW-Authenticate", challenge.clone()), Vec::new()));
        let run = pull(path, &host);
        assert_eq!(run.status, 3, "{realm}: {}", run.stderr);
        assert!(!run.stderr.contains("canary"), "{}", run.stderr);
    }
    assert!(seen.lock().expect("it is whole").is_empty());
}

#[test]
fn a_body_that_drips_ends_at_the_timeout() {
    let folder = folder();
    let path = folder.path();
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let host = listener.local_addr().expect("an address").to_string();
    std::thread::spawn(move || {
        for mut stream in listener.incoming().flatten() {
            std::thread::spawn(move || {
                let _ = stream.write_all(b"HTTP/1.1 200 X\r\nContent-Length: 100000\r\n\r\n");
                while stream.write_all(b" ").is_ok() {
                    std::thread::sleep(std::time::Duration::from_millis(50));
                }
            });
        }
    });
    let started = std::time::Instant::now();
    let run = run(path, &["pull", &format!("oci://{host}/team/pulsar:v1"), "-o", "out", "--timeout", "2"]);
    assert_eq!(run.status, 4, "{}", run.stderr);
    assert!(run.stderr.contains("exceeds 2 s") && run.stderr.contains("--timeout"), "{}", run.stderr);
    assert!(started.elapsed() < std::time::Duration::from_secs(20), "{:?}", started.elapsed());
    assert!(!path.join("out").exists());
}

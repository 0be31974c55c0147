//! No text of a configuration is code of a shell: every key that takes a text is given texts that would be, and each
//! script that comes of it runs with programs that only write down what they are called with.
//!
//! The keys are those of the contracts' defaults, in clusters of several kinds; the texts go past contracts and rules
//! (a draft is emitted whatever they find), so that the quoting alone has to hold.

use crate::leaves::{self, KINDS};
use pulsarc_compiler::{Built, Described, Target, draft};
use pulsarc_diag::{Findings, KeyPath, Segment};
use pulsarc_model::{Node, Origin, Value};
use serde_json::Value as Json;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// In every payload, and in nothing else.
const MARK: &str = "qz9";

/// Texts that are code of a shell where they are not quoted. `pwn` is a program that no script calls.
const PAYLOADS: [&str; 14] = [
    "/qz9$(pwn)",
    "/qz9`pwn`",
    "/qz9'\"; pwn; '\"",
    "/qz9\npwn\n",
    "/qz9 two words",
    "/qz9;pwn;",
    "/qz9 && pwn",
    "/qz9 | pwn & pwn > /dev/null",
    "/qz9*?[a]{b,c}",
    "~qz9",
    "-qz9",
    "/qz9%s%n\\n\\",
    "/qz9größe\u{202e}🚀",
    "/qz9$(POD)$$ ${POD} $POD #",
];

/// Clusters that have what most keys are about: those of the keys' own test, and stores of the user's own.
const MORE: [&str; 2] = [
    "components: {zookeeper: false}\npulsar_metadata: {userProvidedZookeepers: 'zk:2181,zk2:2181'}\nmetadataPrefix: /a/b\nbroker: {configData: {indexDirectories: /a}}",
    "pulsar_metadata: {configurationStore: cs, configurationStoreMetadataPrefix: /c}\nbookkeeper: {configData: {indexDirectories: 'data/a,data/b'}, volumes: {persistence: false}}\nauth: {authentication: {enabled: true, jwt: {enabled: true, generateSecrets: {enabled: true}}}, superUsers: {broker: b, proxy: p, client: c, manager: m}}\nbroker: {podMonitor: {enabled: false}}",
];

/// Commands of the user's own, which are meant to run.
const COMMANDS: [&str; 2] = ["additionalCommand", "extraInitCommand"];

/// A script, and the shell that reads it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Script {
    shell: String,
    text: String,
}

fn scripts(root: &Node, target: &Target) -> BTreeSet<Script> {
    let described =
        Described::decode(root, &pulsarc_registry::components(), target, &mut Findings::default());
    let built = Built { tree: Some(root.clone()), described, ..Built::default() };
    let mut found = BTreeSet::new();
    for object in draft(&built, target).objects {
        collect(&serde_json::to_value(&object).expect("it is written"), &mut found);
    }
    found
}

/// The scripts of all containers and probes: what follows a shell's `-c`.
fn collect(value: &Json, found: &mut BTreeSet<Script>) {
    match value {
        Json::Object(entries) => {
            if entries.contains_key("command") {
                let words = ["command", "args"]
                    .iter()
                    .filter_map(|key| entries.get(*key)?.as_array())
                    .flatten()
                    .filter_map(Json::as_str);
                let words: Vec<&str> = words.collect();
                let shell = words.iter().position(|word| *word == "-c");
                if let Some((shell, text)) =
                    shell.and_then(|at| Some((words.get(at.checked_sub(1)?)?, words.get(at + 1)?)))
                {
                    let shell = shell.rsplit('/').next().unwrap_or_default().to_owned();
                    found.insert(Script { shell, text: (*text).to_owned() });
                }
            }
            entries.values().for_each(|entry| collect(entry, found));
        }
        Json::Array(items) => items.iter().for_each(|item| collect(item, found)),
        _ => {}
    }
}

/// Every place of a configuration that may take a text: texts, what is null, and the first entry of what is empty.
fn places(node: &Node, path: &mut KeyPath, into: &mut Vec<KeyPath>) {
    match &node.value {
        Value::Record(entries) if !entries.is_empty() => {
            for (key, entry) in entries {
                path.push(Segment::Key(key.clone()));
                places(entry, path, into);
                path.pop();
            }
        }
        Value::List(items) if !items.is_empty() => {
            for (at, item) in items.iter().enumerate() {
                path.push(Segment::Index(at));
                places(item, path, into);
                path.pop();
            }
        }
        Value::Bool(_) => {}
        _ => into.push(path.clone()),
    }
}

/// A configuration with a text at a place: the text itself, a list of it, or a record of it under its own name.
fn with(root: &Node, path: &KeyPath, text: &str) -> Node {
    let user = |value| Node { origin: Origin::User, ..Node::bare(value) };
    let mut changed = root.clone();
    let slot = path.segments().iter().try_fold(&mut changed, |node, segment| {
        node.origin = Origin::User;
        node.child_mut(segment)
    });
    let slot = slot.expect("the place is there");
    let one = user(Value::Text(text.to_owned()));
    *slot = match &slot.value {
        Value::List(_) => user(Value::List(vec![one])),
        Value::Record(_) => user(Value::Record(BTreeMap::from([(text.to_owned(), one)]))),
        _ => one,
    };
    changed
}

/// A folder in which scripts run: programs that write down their arguments, and the few that scripts read texts with.
struct Stage {
    folder: tempfile::TempDir,
}

/// Writes down what it is called with; whatever is waited for is there.
const STUB: &str = r#"#!/bin/sh
{ printf '%s\0' "$0" "$@"; printf '\n'; } >> "$STAGE/log"
case "$0" in
  */pwn) : > "$STAGE/pwned" ;;
  */sleep) kill -9 "$PPID" ;;
  */nslookup) printf 'Name\nName\nName\nName\nName\nName\nName\nName\nName\n' ;;
  */timeout) case "$METADATA $*" in "none "*whatisinstanceid*) exit 1 ;; esac ;;
  */kubectl) case "$*" in *"get secret"*) exit 1 ;; esac ;;
esac
exit 0
"#;

impl Stage {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let root = folder.path();
        for below in ["programs", "pulsar/bin", "pulsar/conf", "pulsar/certs/cacerts", "jwt-secrets"] {
            fs::create_dir_all(root.join(below)).expect("a folder");
        }
        let stub = root.join("stub");
        fs::write(&stub, STUB).expect("a file");
        fs::set_permissions(&stub, fs::Permissions::from_mode(0o755)).expect("it may run");
        let programs = [
            "pwn", "sleep", "nslookup", "kubectl", "curl", "timeout", "nohup", "mkdir", "hostname", "nc",
            "openssl",
        ];
        for name in programs {
            symlink(&stub, root.join("programs").join(name)).expect("a link");
        }
        for name in [
            "pulsar",
            "bookkeeper",
            "apply-config-from-env.py",
            "gen-yml-from-env.py",
            "generate-zookeeper-config.sh",
            "certs-combine-pem.sh",
            "certs-combine-pem-infinity.sh",
            "update-rocksdb-conf-from-env.py",
        ] {
            symlink(&stub, root.join("pulsar/bin").join(name)).expect("a link");
        }
        for name in ["grep", "sed", "tr", "head", "cat", "mktemp", "rm", "cut"] {
            let real = ["/bin", "/usr/bin"]
                .iter()
                .map(|folder| Path::new(folder).join(name))
                .find(|path| path.exists());
            symlink(real.expect("it is installed"), root.join("programs").join(name)).expect("a link");
        }
        Self { folder }
    }

    fn path(&self, below: &str) -> PathBuf {
        self.folder.path().join(below)
    }

    /// Runs a script as Kubernetes would start it; everything that it called, and that it said.
    fn run(&self, script: &Script, metadata: &str) -> String {
        let text = script
            .text
            .replace("/pulsar/", &format!("{}/", self.path("pulsar").display()))
            .replace("/jwt-secrets/", &format!("{}/", self.path("jwt-secrets").display()));
        let _ = fs::remove_file(self.path("log"));
        let run = Command::new(Path::new("/bin").join(&script.shell))
            .args(["-c", &text])
            .current_dir(self.path("pulsar"))
            .env_clear()
            .env("PATH", self.path("programs"))
            .env("STAGE", self.folder.path())
            .env("HOSTNAME", "pod-0")
            .env("USERNAME", "user")
            .env("PASSWORD", "pass")
            .env("NAMESPACE", "ns")
            .env("METADATA", metadata)
            .stdin(Stdio::null())
            .output()
            .expect("the shell starts");
        // What a script starts beside itself may end after it.
        let deadline = Instant::now() + Duration::from_secs(2);
        loop {
            let log = fs::read(self.path("log")).unwrap_or_default();
            let all = [log, run.stdout.clone(), run.stderr.clone()].concat();
            let all = String::from_utf8_lossy(&all).into_owned();
            if all.contains(MARK) || Instant::now() > deadline {
                return all;
            }
            std::thread::sleep(Duration::from_millis(10));
        }
    }
}

/// Kubernetes' own replacement of variables in commands and arguments, with a value for every name of a payload.
fn expanded(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('$') {
        out.push_str(before);
        if let Some(after) = after.strip_prefix('$') {
            out.push('$');
            rest = after;
        } else if let Some(after) = ["(POD)", "(pwn)"].iter().find_map(|name| after.strip_prefix(name)) {
            out.push_str("';pwn;\";pwn;");
            rest = after;
        } else {
            out.push('$');
            rest = after;
        }
    }
    out + rest
}

/// Runs scripts that hold a payload, one after the other: how many of the payloads arrive as they were written.
fn run_all(scripts: &[(&Script, &(KeyPath, &str))]) -> usize {
    let stage = Stage::new();
    let mut exact = 0;
    for (script, (path, payload)) in scripts {
        let of = format!("{path} = {payload:?} in\n{}", script.text);
        assert_eq!(expanded(&script.text), script.text, "Kubernetes changes the script of {of}");
        let parses = Command::new(&script.shell).args(["-n", "-c", &script.text]).output().expect("a shell");
        assert!(parses.status.success(), "{}: {of}", String::from_utf8_lossy(&parses.stderr));
        // With the bookies' metadata there, and before.
        let mut log = stage.run(script, "there");
        if !log.contains(MARK) {
            log = stage.run(script, "none");
        }
        assert!(!stage.path("pwned").exists(), "runs code of a value: {of}\n{log}");
        assert!(log.contains(MARK), "nothing is called with the value: {of}\n{log}");
        exact += usize::from(log.contains(payload));
    }
    exact
}

#[test]
fn no_text_of_a_configuration_is_code_in_a_script() {
    let kinds: Vec<Node> = KINDS.iter().chain(&MORE).map(|values| leaves::cluster(values)).collect();
    // A first installation runs every script.
    let target = leaves::target(false);
    let (mut keys, mut drafts) = (BTreeSet::new(), 0);
    // The first kind of cluster in which a key reaches a script.
    let mut reached: BTreeMap<KeyPath, usize> = BTreeMap::new();
    for (kind, root) in kinds.iter().enumerate() {
        let mut all = Vec::new();
        places(root, &mut KeyPath::root(), &mut all);
        all.retain(|path| !COMMANDS.iter().any(|command| path.to_string().contains(command)));
        all.retain(|path| !reached.contains_key(path));
        drafts += all.len();
        let reaches = |path: &&KeyPath| {
            let emitted = scripts(&with(root, path, PAYLOADS[4]), &target);
            emitted.iter().any(|script| script.text.contains(MARK))
        };
        let some: Vec<KeyPath> = std::thread::scope(|scope| {
            let halves = all.chunks(all.len().div_ceil(2).max(1));
            let running: Vec<_> = halves
                .map(|paths| scope.spawn(move || paths.iter().filter(reaches).cloned().collect::<Vec<_>>()))
                .collect();
            running.into_iter().flat_map(|thread| thread.join().expect("it ends")).collect()
        });
        reached.extend(some.into_iter().map(|path| (path, kind)));
        keys.extend(all);
    }
    assert!(keys.len() > 600, "only {} places", keys.len());
    let mut by_text: BTreeMap<Script, (KeyPath, &str)> = BTreeMap::new();
    for (path, kind) in &reached {
        for payload in PAYLOADS {
            drafts += 1;
            let emitted = scripts(&with(&kinds[*kind], path, payload), &target);
            for script in emitted.into_iter().filter(|script| script.text.contains(MARK)) {
                by_text.entry(script).or_insert((path.clone(), payload));
            }
        }
    }
    let reaching: BTreeSet<&KeyPath> = reached.keys().collect();
    assert!(reaching.len() > 30, "only {} keys are in scripts: {reaching:?}", reaching.len());
    let all: Vec<_> = by_text.iter().collect();
    let exact: usize = std::thread::scope(|scope| {
        let running: Vec<_> =
            all.chunks(all.len().div_ceil(2).max(1)).map(|half| scope.spawn(|| run_all(half))).collect();
        running.into_iter().map(|thread| thread.join().expect("no script runs code of a value")).sum()
    });
    // Paths are taken apart into their nodes, lists at their commas: the others arrive as they were written.
    assert!(exact * 10 >= by_text.len() * 8, "{exact} of {} arrive whole", by_text.len());
    println!(
        "{} keys in {} kinds of clusters, {} of them in scripts; {} payloads, {drafts} drafts, {} scripts run",
        keys.len(),
        kinds.len(),
        reaching.len(),
        PAYLOADS.len(),
        by_text.len()
    );
}

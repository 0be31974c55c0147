//! The library: the examples in its texts say the truth, and every preset and helper builds and checks clean.

use pulsarc_compiler::{Format, Layer};
use pulsarc_diag::{Findings, KeyPath};
use pulsarc_tests::{files, pulsarc_in, root};
use serde_json::Value;

/// An example in a text: a program, and what its text says comes out.
#[derive(Debug)]
struct Example {
    at: String,
    program: String,
    stated: String,
}

/// The fenced blocks of a file.
fn examples(name: &str, text: &str) -> Vec<Example> {
    let mut found = Vec::new();
    let mut lines = text.lines().enumerate();
    while let Some((number, line)) = lines.next() {
        if line.trim() != "```nickel" {
            continue;
        }
        let block: Vec<&str> =
            lines.by_ref().map(|(_, line)| line.trim_start()).take_while(|line| *line != "```").collect();
        let stated_at = block.iter().position(|line| line.starts_with("# =>"));
        let stated_at = stated_at.unwrap_or_else(|| panic!("{name}:{}: says no result", number + 1));
        let stated: Vec<&str> = block[stated_at..]
            .iter()
            .map(|line| line.trim_start_matches("# =>").trim_start_matches('#').trim())
            .collect();
        found.push(Example {
            at: format!("{name}:{}", number + 1),
            program: block[..stated_at].join("\n"),
            stated: stated.join("\n").trim().to_owned(),
        });
    }
    found
}

/// What a program gives, or what is reported about it.
fn value_of(program: &str) -> Result<Value, Vec<String>> {
    let layer = Layer {
        name: "example.ncl".to_owned(),
        format: Format::Nickel(root().to_owned().into()),
        bytes: program.as_bytes().to_vec(),
    };
    let evaluated = pulsarc_eval::evaluate_alone(&layer, &[]);
    let told: Vec<String> =
        evaluated.findings.iter().map(|found| format!("{}: {}", found.code.id, found.message)).collect();
    if !told.is_empty() {
        return Err(told);
    }
    let mut found = Findings::default();
    let tree = evaluated.tree.ok_or_else(Vec::new)?;
    pulsarc_model::decode(&tree, &KeyPath::root(), &mut found).ok_or_else(Vec::new)
}

/// What is not as an example's text says it.
fn wrong(example: &Example) -> Option<String> {
    let Example { at, program, stated } = example;
    let got = value_of(program);
    if let Some(part) = stated.strip_prefix("error: ") {
        return match got {
            Ok(value) => Some(format!("{at}: an error with {part} is stated, and this comes out: {value}")),
            Err(told) if told.iter().any(|told| told.contains(part)) => None,
            Err(told) => Some(format!("{at}: an error with {part} is stated, and these are told: {told:?}")),
        };
    }
    match (got, value_of(stated)) {
        (Ok(got), Ok(stated)) if got == stated => None,
        (Ok(got), Ok(stated)) => Some(format!("{at}: {stated} is stated, and {got} comes out")),
        (Err(told), _) => Some(format!("{at}: {told:?}")),
        (_, Err(told)) => Some(format!("{at}: what is stated is no value: {told:?}")),
    }
}

#[test]
fn the_examples_in_the_librarys_texts_are_true() {
    let mut all = Vec::new();
    for path in files(&root().join("lib"), ".ncl") {
        let text = std::fs::read_to_string(&path).expect("it is read");
        all.extend(examples(&path.display().to_string(), &text));
    }
    let wrong: Vec<String> = all.iter().filter_map(wrong).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(all.len() > 25, "only {} examples", all.len());
}

#[test]
fn an_example_that_is_not_true_is_found() {
    let block = |program: &str, stated: &str| {
        let text = format!("      ```nickel\n      {program}\n      # => {stated}\n      ```\n");
        wrong(&examples("text", &text)[0])
    };
    assert_eq!(block("1 + 1", "2"), None);
    assert_eq!(block("{ a = 1 } & { b = 2 }", "{ b = 2, a = 1 }"), None);
    assert!(block("1 + 1", "3").is_some());
    assert!(block("1 + 1", "error: PUL0005").is_some());
    assert!(block("{ a | Number = \"x\" }.a", "error: PUL0005").is_some());
    assert!(block("nothing_of_the_kind", "2").is_some());
    assert!(block("2", "nothing_of_the_kind").is_some());
}

#[test]
fn every_key_of_the_index_has_a_text_with_an_example() {
    for name in ["auth", "jvm", "tls"] {
        let path = root().join(format!("lib/{name}.ncl"));
        let text = std::fs::read_to_string(&path).expect("it is read");
        let documented = text.matches("| doc m%\"").count();
        let word = |text: &str| text.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
        let (_, record) = text.rsplit_once("\n{\n").expect("a record at the end");
        let keys = record.lines().filter(|line| line.strip_prefix("  ").is_some_and(word));
        assert_eq!(keys.count(), documented, "lib/{name}.ncl has a key without a text");
        assert!(examples(name, &text).len() >= documented, "lib/{name}.ncl has a text without an example");
    }
}

/// Configurations that a user of the library writes.
const USES: &[(&str, &str)] = &[
    ("minimal", "pulsar.presets.minimal"),
    ("one_node", "pulsar.presets.one_node"),
    ("production", "pulsar.presets.production"),
    ("function_worker", "pulsar.presets.function_worker"),
    ("function_worker_tls", "pulsar.presets.function_worker_tls"),
    ("air_gapped", "pulsar.presets.air_gapped \"registry.example.com/mirror\""),
    ("hardened", "pulsar.presets.hardened"),
    ("tls", "pulsar.tls.everywhere"),
    ("tokens", "pulsar.auth.tokens"),
    (
        "openid",
        "pulsar.auth.openid & { auth.authentication.openid = \
         { openIDAllowedTokenIssuers = [\"https://accounts.example.com\"], openIDAllowedAudiences = [\"pulsar\"] } }",
    ),
    (
        "all",
        "pulsar.presets.production & pulsar.presets.hardened & pulsar.presets.function_worker_tls \
         & pulsar.auth.tokens & pulsar.presets.air_gapped \"registry.example.com\" \
         & { function_worker = pulsar.jvm.function_worker \"1Gi\" }",
    ),
    (
        "sized",
        "pulsar.presets.production & (pulsar.sizing & { load = \
         { messages_per_second = 200000, message_bytes = 2048, retention_hours = 48, subscriptions = 3 } }).cluster",
    ),
    ("sized_small", "(pulsar.sizing & { load.messages_per_second = 10 }).cluster"),
    (
        "budgets",
        "{ broker = pulsar.jvm.broker \"4Gi\", bookkeeper = pulsar.jvm.bookkeeper \"6Gi\", proxy = pulsar.jvm.proxy \
         \"1Gi\", zookeeper = pulsar.jvm.zookeeper \"512Mi\", autorecovery = pulsar.jvm.autorecovery \"512Mi\" }",
    ),
];

#[test]
fn library_presets_build_without_findings() {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, body) in USES {
        let file = format!("{name}.ncl");
        let text = format!("let pulsar = import \"pulsar.ncl\" in\n({body}) | pulsar.Cluster\n");
        std::fs::write(folder.path().join(&file), text).expect("a file");
        let checked = pulsarc_in(folder.path(), &["check", "--deny", "warnings", &file]);
        assert_eq!(checked.status, 0, "{name}: {}", checked.stderr);
        let built = pulsarc_in(folder.path(), &["build", &file]);
        assert_eq!(built.status, 0, "{name}: {}", built.stderr);
    }
}

#[test]
fn hardened_pods_keep_the_restricted_standard() {
    let folder = tempfile::tempdir().expect("a folder");
    let text = "let pulsar = import \"pulsar.ncl\" in\n\
        pulsar.presets.hardened & pulsar.presets.function_worker_tls & pulsar.auth.tokens & {\n\
          components = { pulsar_manager = true, dekaf = true },\n\
          broker.initContainers.mine = { image = \"busybox:1\", securityContext.runAsUser = 1000 },\n\
        }\n";
    std::fs::write(folder.path().join("c.ncl"), text).expect("a file");
    let built = pulsarc_in(folder.path(), &["build", "c.ncl", "--format", "json"]);
    assert_eq!(built.status, 0, "{}", built.stderr);
    let list: Value = serde_json::from_str(&built.stdout).expect("it is JSON");
    let mut pods = 0;
    for object in list["items"].as_array().expect("a list") {
        let spec = &object["spec"]["template"]["spec"];
        if !spec.is_object() {
            continue;
        }
        pods += 1;
        let name = &object["metadata"]["name"];
        assert_eq!(spec["securityContext"]["runAsNonRoot"], true, "{name}");
        assert_eq!(spec["securityContext"]["seccompProfile"]["type"], "RuntimeDefault", "{name}");
        let containers = spec["initContainers"].as_array().into_iter().chain(spec["containers"].as_array());
        for container in containers.flatten() {
            let context = &container["securityContext"];
            assert_eq!(context["allowPrivilegeEscalation"], false, "{name}: {container}");
            assert_eq!(context["capabilities"]["drop"], serde_json::json!(["ALL"]), "{name}: {container}");
        }
    }
    assert!(pods > 8, "only {pods} pods");
    assert!(built.stdout.contains("\"runAsUser\": 1000") || built.stdout.contains("\"runAsUser\":1000"));
}

//! An API server that fails: requests are tried again, a bounded number of times, and what was and was not done is said.

use pulsarc_e2e_kubernetes::{
    Dice, Lab, Reach, Release, Run, Verdict, faults, gone_from, side_by_side, small,
};
use std::time::{Duration, Instant};

/// A password that no output may hold.
const SECRET: &str = "hunter2-but-longer";

fn config(name: &str) -> String {
    small(name, "{}").values()
}

/// What a run says that its user has to read.
fn said(run: &Run) -> String {
    format!("{}{}", run.stdout, run.stderr)
}

#[test]
#[ignore = "needs Go, and starts a Kubernetes API server"]
fn an_apply_outlasts_faults_that_pass() {
    let lab = Lab::start("live-faults", Reach::Api);
    let config = config("faults");
    let tries: Vec<u64> = (1..=12).collect();
    let wrong = side_by_side(tries, 4, |seed| {
        let proxy = lab.proxy(&lab.administrator());
        let direct = Release::new(&lab, "pulsar", &format!("faults-{seed}"));
        let through = direct.with(&lab.kubeconfig_through(&proxy, &format!("faults-{seed}.config")));
        proxy.judge(faults(seed, 6));
        let run = through.run("apply", &[&config, "--yes", "--no-wait"]);
        let left = direct.plan(&config, &[]).steps();
        let right = run.status == 0 && left.is_empty();
        (!right).then(|| format!("seed {seed}: {}: {}\nleft: {left:?}", run.status, said(&run)))
    });
    let wrong: Vec<String> = wrong.into_iter().flatten().collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Whether a run ended in time, with its own exit code, and says what it did not do.
fn ended(run: &Run, started: Instant, expected: &str) -> Result<(), String> {
    let text = said(run);
    if run.status != 1 {
        return Err(format!("{expected}: exit status {}: {text}", run.status));
    }
    if started.elapsed() > Duration::from_secs(60) {
        return Err(format!("{expected}: it took {:?}", started.elapsed()));
    }
    if !text.contains("pulsar-") {
        return Err(format!("{expected}: it does not say what was not done: {text}"));
    }
    Ok(())
}

#[test]
#[ignore = "needs Go, and starts a Kubernetes API server"]
fn an_apply_ends_clearly_when_the_server_stays_away_and_is_completed_later() {
    let lab = Lab::start("live-gone", Reach::Api);
    let config = config("gone");
    let counted = Release::new(&lab, "pulsar", "counted");
    let proxy = lab.proxy(&lab.administrator());
    counted.with(&lab.kubeconfig_through(&proxy, "counted")).done("apply", &[&config, "--yes", "--no-wait"]);
    let sent = proxy.sent();
    let first_change =
        sent.iter().position(|sent| sent.is_mutating() && !sent.path.contains("/leases")).expect("one");
    let mut dice = Dice::new(7);
    let numbers: Vec<usize> =
        (0..6).map(|_| first_change + 2 + dice.below(sent.len() - first_change - 4)).collect();
    let wrong = side_by_side(numbers, 6, |number| {
        let proxy = lab.proxy(&lab.administrator());
        let name = format!("gone-{number}");
        let direct = Release::new(&lab, "pulsar", &name);
        let through = direct.with(&lab.kubeconfig_through(&proxy, &format!("{name}.config")));
        proxy.judge(gone_from(number));
        let started = Instant::now();
        let run = through.run("apply", &[&config, "--yes", "--no-wait"]);
        ended(&run, started, &format!("gone from request {number}"))?;
        let second = direct.run("apply", &[&config, "--yes", "--no-wait", "--lock-timeout", "60s"]);
        let left = direct.plan(&config, &[]).steps();
        if second.status == 0 && left.is_empty() { Ok(()) } else { Err(said(&second)) }
    });
    let wrong: Vec<String> = wrong.into_iter().filter_map(Result::err).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
#[ignore = "needs Go, and starts a Kubernetes API server"]
fn an_apply_ends_clearly_when_every_change_is_refused() {
    let lab = Lab::start("live-refusing", Reach::Api);
    let config = config("refusing");
    let wrong = side_by_side(vec![403, 409, 429, 500, 503], 5, |status| {
        let proxy = lab.proxy(&lab.administrator());
        let name = format!("refusing-{status}");
        let direct = Release::new(&lab, "pulsar", &name);
        let through = direct.with(&lab.kubeconfig_through(&proxy, &format!("{name}.config")));
        // The lock and the inventory can be written: what fails is the work.
        proxy.judge(move |sent| {
            let is_work = sent.is_mutating()
                && !sent.path.contains("pulsarc.pulsar")
                && !sent.path.ends_with("/leases")
                && !sent.path.ends_with("/secrets");
            if is_work { Verdict::Answer(status, None) } else { Verdict::Pass }
        });
        let started = Instant::now();
        let run = through.run("apply", &[&config, "--yes", "--no-wait"]);
        ended(&run, started, &format!("always {status}"))?;
        let count = proxy.mutating().len();
        if count < 1000 { Ok(()) } else { Err(format!("{status}: {count} requests")) }
    });
    let wrong: Vec<String> = wrong.into_iter().filter_map(Result::err).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
#[ignore = "needs Go, and starts a Kubernetes API server"]
fn a_plan_without_a_server_is_an_error_and_says_which() {
    let lab = Lab::start("live-away", Reach::Api);
    let proxy = lab.proxy(&lab.administrator());
    let release = Release::new(&lab, "pulsar", "away").with(&lab.kubeconfig_through(&proxy, "through"));
    proxy.judge(gone_from(0));
    for command in ["plan", "apply", "status", "drift", "history"] {
        let config = config("away");
        let arguments: &[&str] = match command {
            "plan" => &[&config],
            "apply" => &[&config, "--yes"],
            _ => &[],
        };
        let started = Instant::now();
        let run = release.run(command, arguments);
        // Where 1 means that something differs, an error is 2.
        let code = if ["plan", "drift"].contains(&command) { 2 } else { 1 };
        assert_eq!(run.status, code, "{command}: {}", said(&run));
        assert!(said(&run).contains(proxy.url().trim_start_matches("http://")), "{command}: {}", said(&run));
        assert!(started.elapsed() < Duration::from_secs(60), "{command}");
    }
}

#[test]
#[ignore = "needs Go, and starts a Kubernetes API server"]
fn no_output_holds_a_secret() {
    let lab = Lab::start("live-secrets", Reach::Api);
    let with = |name: &str, password: &str, more: &str| {
        let manager = format!("pulsar_manager: {{admin: {{ui_password: {password}}}}}");
        small(name, &format!("components: {{pulsar_manager: true}}\n{manager}\n{more}")).values()
    };
    let before = with("secrets-before", SECRET, "");
    let after = with("secrets-after", "another-long-secret", "broker: {replicaCount: 3}");
    let release = Release::new(&lab, "pulsar", "secrets");
    let file = lab.folder().join("plan.json").display().to_string();
    let mut runs = vec![
        release.run("plan", &[&before, "--format", "json"]),
        release.run("apply", &[&before, "--yes", "--no-wait", "--format", "json"]),
    ];
    let held = release.objects().into_iter().any(|(title, object)| {
        let text = object.to_string();
        title.starts_with("secrets/") && !title.contains("pulsarc.") && text.contains(&base64(SECRET))
    });
    assert!(held, "the password is in no Secret");
    for format in ["text", "json", "markdown", "github"] {
        runs.push(release.run("plan", &[&after, "--format", format]));
    }
    runs.push(release.run("plan", &[&after, "-o", &file]));
    for command in ["status", "drift", "history"] {
        runs.push(release.run(command, &["--format", "json"]));
    }
    let patch = serde_json::json!({ "stringData": { "UI_PASSWORD": "a-third-long-secret" } });
    let secrets = release.objects();
    let name = secrets.keys().find(|title| title.starts_with("secrets/") && title.contains("manager"));
    let name = name.and_then(|title| title.strip_prefix("secrets/")).expect("the console's Secret");
    let path = format!("/api/v1/namespaces/{}/secrets/{name}", release.namespace);
    assert!(lab.client().merge(&path, &patch, "kubectl-edit").is_done());
    for arguments in [
        &["plan", after.as_str()][..],
        &["drift"],
        &["drift", "--format", "json"],
        &["apply", &after, "--yes", "--no-wait"],
    ] {
        runs.push(release.run(arguments[0], &arguments[1..]));
    }
    let saved = std::fs::read_to_string(&file).expect("a saved plan");
    let outputs = runs.iter().map(said).chain([saved]);
    for text in outputs {
        for secret in [SECRET, "another-long-secret", "a-third-long-secret"] {
            assert!(!text.contains(secret) && !text.contains(&base64(secret)), "a secret is in {text}");
        }
    }
}

/// Base64, as a Secret holds its data.
fn base64(text: &str) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for chunk in text.as_bytes().chunks(3) {
        let bits =
            chunk.iter().fold(0_u32, |bits, byte| bits << 8 | u32::from(*byte)) << (8 * (3 - chunk.len()));
        for place in 0..4 {
            let digit = DIGITS[(bits >> (18 - 6 * place) & 63) as usize];
            out.push(if place <= chunk.len() { char::from(digit) } else { '=' });
        }
    }
    out
}

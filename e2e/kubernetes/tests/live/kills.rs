//! An apply that is killed at a request: a second run completes it, and a third sends nothing that changes an object.
//!
//! The lock of a killed run expires by itself, which takes a while: all runs are killed first, and completed afterwards.

use pulsarc_e2e_kubernetes::{Dice, Forecast, Lab, Reach, Release, Verdict, side_by_side, small};
use std::collections::BTreeMap;

const SEED: u64 = 20;

/// Another seed than the usual one, to look for more.
fn seed() -> u64 {
    std::env::var("PULSARC_SEED").ok().and_then(|text| text.parse().ok()).unwrap_or(SEED)
}

/// A change of a release that is killed.
struct Kill<'a> {
    name: String,
    release: Release<'a>,
    config: String,
    accepted: Vec<String>,
    pods: BTreeMap<String, String>,
}

impl Kill<'_> {
    fn arguments(&self) -> Vec<&str> {
        let mut all = vec![self.config.as_str(), "--yes", "--no-wait"];
        all.extend(self.accepted.iter().map(String::as_str));
        all
    }

    /// Whether it was killed at this request: before the server got it, or after the server had answered it.
    fn is_killed_at(&self, lab: &Lab, number: usize, verdict: Verdict) -> bool {
        let proxy = lab.proxy(&lab.administrator());
        let through = self.release.with(&lab.kubeconfig_through(&proxy, &format!("killed-{}", self.name)));
        proxy.judge(move |sent| if sent.number == number { verdict } else { Verdict::Pass });
        let run = through.call("apply", &self.arguments()).run_until_killed(&proxy);
        if let Some(run) = &run {
            assert_eq!(run.status, 0, "{}: {}", self.name, run.stderr);
        }
        run.is_none()
    }

    /// How many requests an apply sends that nobody kills.
    fn requests(&self, lab: &Lab) -> usize {
        let proxy = lab.proxy(&lab.administrator());
        let through = self.release.with(&lab.kubeconfig_through(&proxy, &format!("counted-{}", self.name)));
        let run = through.run("apply", &self.arguments());
        assert_eq!(run.status, 0, "{}", run.stderr);
        proxy.sent().len()
    }

    /// A second run completes it and a third changes nothing; what is wrong, a line each.
    fn complete(&self, lab: &Lab) -> Vec<String> {
        let mut wrong = Vec::new();
        let mut arguments = self.arguments();
        arguments.extend(["--lock-timeout", "60s"]);
        let second = self.release.run("apply", &arguments);
        if second.status != 0 {
            wrong.push(format!("{}: a second run fails: {}\n{}", self.name, second.stdout, second.stderr));
            return wrong;
        }
        let forecast = self.release.plan(&self.config, &[]);
        if forecast.status != 0 {
            wrong.push(format!("{}: a second run leaves {:?}", self.name, forecast.steps()));
        }
        let (_, status) = self.release.json("status", &[]);
        if !status["pending"].is_null() {
            wrong.push(format!("{}: {} is still pending", self.name, status["pending"]));
        }
        let proxy = lab.proxy(&lab.administrator());
        let through = self.release.with(&lab.kubeconfig_through(&proxy, &format!("third-{}", self.name)));
        let third = through.run("apply", &[&self.config, "--yes", "--no-wait"]);
        let changes: Vec<String> = proxy.mutating().iter().map(ToString::to_string).collect();
        if third.status != 0 || !changes.is_empty() {
            wrong.push(format!("{}: a third run: {}\n{}", self.name, third.stderr, changes.join("\n")));
        }
        let now = self.release.pods();
        let restarted: Vec<&String> =
            self.pods.iter().filter(|(pod, uid)| now.get(*pod) != Some(uid)).map(|(pod, _)| pod).collect();
        if !restarted.is_empty() {
            wrong.push(format!("{}: {restarted:?} restarted", self.name));
        }
        wrong
    }
}

/// Kills each at a request that the dice choose, and completes all of them.
fn kill_and_complete(lab: &Lab, kills: &[Kill<'_>], requests: usize) {
    let mut dice = Dice::new(seed());
    let draws: Vec<(&Kill<'_>, usize, Verdict)> = kills
        .iter()
        .map(|kill| {
            let verdict = if dice.below(2) == 0 { Verdict::KillBefore } else { Verdict::KillAfter };
            (kill, dice.below(requests), verdict)
        })
        .collect();
    let killed = side_by_side(draws, 4, |(kill, number, verdict)| kill.is_killed_at(lab, number, verdict));
    let killed = killed.into_iter().filter(|killed| *killed).count();
    assert!(killed * 10 > kills.len() * 9, "only {killed} of {} were killed", kills.len());
    let wrong = side_by_side(kills.iter().collect(), 4, |kill| kill.complete(lab)).concat();
    assert!(wrong.is_empty(), "seed {}: {}", seed(), wrong.join("\n"));
}

#[test]
#[ignore = "needs Go, and starts a Kubernetes API server"]
fn an_installation_killed_at_any_request_is_completed() {
    let lab = Lab::start("live-killed-installation", Reach::Api);
    let config = small("killed-installation", "components: {autorecovery: true}").values();
    let kill = |name: String| Kill {
        release: Release::new(&lab, "pulsar", &name),
        config: config.clone(),
        accepted: Vec::new(),
        pods: BTreeMap::new(),
        name,
    };
    let requests = kill("whole".to_owned()).requests(&lab);
    let kills: Vec<Kill<'_>> = (0..60).map(|number| kill(format!("kill-{number}"))).collect();
    kill_and_complete(&lab, &kills, requests);
}

/// In place, by a procedure that keeps the pods, created and deleted.
const CHANGE: &str = "
components: {proxy: false, autorecovery: true}
zookeeper: {podManagementPolicy: OrderedReady, volumes: {data: {size: 40Gi}}}
broker: {configData: {defaultRetentionTimeInMinutes: 60}}
";

#[test]
#[ignore = "needs Go, and starts a Kubernetes API server"]
fn a_change_killed_at_any_request_is_completed_and_keeps_the_pods() {
    let lab = Lab::start("live-killed-change", Reach::Rollout);
    let before = small("killed-before", "{}").values();
    let config = small("killed-after", CHANGE).values();
    let names: Vec<String> = (0..41).map(|number| format!("change-{number}")).collect();
    let releases: Vec<Release<'_>> = names.iter().map(|name| Release::new(&lab, "pulsar", name)).collect();
    let installed = side_by_side(releases.iter().collect(), 4, |release: &Release<'_>| {
        release.run("apply", &[&before, "--yes", "--no-wait"])
    });
    for run in installed {
        assert_eq!(run.status, 0, "{}", run.stderr);
    }
    for release in &releases {
        release.settle();
    }
    let forecast: Forecast = releases[0].plan(&config, &[]);
    let accepted = forecast.acceptance();
    let mut kills: Vec<Kill<'_>> = releases
        .into_iter()
        .zip(names)
        .map(|(release, name)| {
            let mut pods = release.pods();
            pods.retain(|pod, _| !pod.contains("proxy"));
            Kill { release, config: config.clone(), accepted: accepted.clone(), pods, name }
        })
        .collect();
    let requests = kills.remove(0).requests(&lab);
    kill_and_complete(&lab, &kills, requests);
}

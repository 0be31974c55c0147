//! What `pulsarc plan` says before a change, read from its JSON.

use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// A plan, and the exit status that came with it.
#[derive(Debug, Clone)]
pub struct Forecast {
    /// The exit status: 0 without changes, 1 with some.
    pub status: i32,
    /// The plan as JSON.
    pub plan: Value,
}

impl Forecast {
    /// What is done to which object: `StatefulSet/pulsar-broker` and `update`. A procedure has its own name.
    pub fn steps(&self) -> BTreeMap<String, String> {
        let steps = self.list("steps");
        steps.map(|step| (title(&step["object"]), action(&step["action"]))).collect()
    }

    /// What follows from the change of each object, by the words of `pulsarc diff`.
    pub fn consequences(&self) -> BTreeMap<String, BTreeSet<String>> {
        let mut all: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for change in self.plan["changes"]["changes"].as_array().into_iter().flatten() {
            let fields = change["fields"].as_array().into_iter().flatten();
            let lists = std::iter::once(change).chain(fields).map(|of| &of["consequence"]);
            let kinds = lists.flat_map(|list| list.as_array().into_iter().flatten());
            let kinds = kinds.filter_map(|one| one["kind"].as_str().map(str::to_owned));
            all.entry(title(change)).or_default().extend(kinds);
        }
        all
    }

    /// The pods that restart, without those that somebody has to restart by hand.
    pub fn restarts(&self) -> BTreeSet<String> {
        let restarts = self.list("restarts").filter(|one| one["manual"] != true);
        let pods = restarts.flat_map(|one| one["pods"].as_array().into_iter().flatten());
        pods.filter_map(Value::as_str).map(str::to_owned).collect()
    }

    /// What has to be accepted by name.
    pub fn decisions(&self) -> Vec<String> {
        self.list("decisions").filter_map(Value::as_str).map(str::to_owned).collect()
    }

    /// The objects that the server rejects.
    pub fn rejections(&self) -> BTreeSet<String> {
        self.list("rejections").map(|one| title(&one["object"])).collect()
    }

    /// The conflicts: object, field and manager.
    pub fn conflicts(&self) -> Vec<(String, String, String)> {
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let conflicts = self.list("conflicts");
        conflicts.map(|one| (title(&one["object"]), text(&one["field"]), text(&one["manager"]))).collect()
    }

    /// The options that accept everything.
    pub fn acceptance(&self) -> Vec<String> {
        self.decisions().into_iter().flat_map(|decision| ["--accept".to_owned(), decision]).collect()
    }

    fn list(&self, key: &str) -> impl Iterator<Item = &Value> {
        self.plan[key].as_array().into_iter().flatten()
    }
}

fn title(object: &Value) -> String {
    let text = |key: &str| object[key].as_str().unwrap_or_default();
    format!("{}/{}", text("kind"), text("name"))
}

fn action(action: &Value) -> String {
    let procedure = action.get("by").unwrap_or(action);
    let name = procedure.as_object().and_then(|one| one.keys().next().cloned());
    name.or_else(|| procedure.as_str().map(str::to_owned)).unwrap_or_default()
}

//! What pulsarc emits for an input, by kind and name.

use serde_json::Value;
use std::collections::BTreeMap;

/// The objects of one build.
#[derive(Debug)]
pub struct Manifests {
    objects: Vec<Value>,
}

impl Manifests {
    /// Builds inputs, paths from the project's root, with the command itself: later ones override earlier ones.
    pub fn build(inputs: &[&str]) -> Result<Self, String> {
        let words: Vec<&str> = ["build", "--format", "json"].iter().chain(inputs).copied().collect();
        let run = pulsarc_e2e_kubernetes::pulsarc(&words);
        if run.status != 0 {
            return Err(format!("{} does not build:\n{}", inputs.join(", "), run.stderr));
        }
        let list: Value = serde_json::from_str(&run.stdout).map_err(|error| error.to_string())?;
        let objects = list["items"].as_array().ok_or("the output is no list")?.clone();
        Ok(Self { objects })
    }

    /// The objects of a kind.
    pub fn of_kind<'a>(&'a self, kind: &'a str) -> impl Iterator<Item = &'a Value> {
        self.objects.iter().filter(move |object| object["kind"] == kind)
    }

    /// An object that has to be there.
    pub fn get(&self, kind: &str, name: &str) -> Result<&Value, String> {
        self.find(kind, name).ok_or_else(|| format!("{kind} {name} is not emitted"))
    }

    /// An object that may be there.
    pub fn find(&self, kind: &str, name: &str) -> Option<&Value> {
        self.objects.iter().find(|object| object["kind"] == kind && object["metadata"]["name"] == name)
    }

    /// A config map's data.
    pub fn data(&self, name: &str) -> Result<BTreeMap<String, String>, String> {
        Ok(texts(&self.get("ConfigMap", name)?["data"]))
    }
}

/// A record of texts.
pub fn texts(record: &Value) -> BTreeMap<String, String> {
    let fields = record.as_object().into_iter().flatten();
    fields.filter_map(|(key, value)| Some((key.clone(), value.as_str()?.to_owned()))).collect()
}

/// A text that may not be there, empty then.
pub fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// A list that may not be there, empty then.
pub fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

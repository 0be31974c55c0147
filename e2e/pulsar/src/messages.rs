//! Messages, written and read by Pulsar's own client.

use crate::cluster::Cluster;
use std::process::Command;

/// A topic of a cluster, and the brokers that its clients know.
#[derive(Debug)]
pub struct Topic<'a> {
    /// The cluster.
    pub cluster: &'a Cluster,
    /// The topic's name.
    pub name: &'a str,
    /// The URL of the brokers.
    pub url: &'a str,
}

impl Topic<'_> {
    /// Writes messages, in order.
    pub fn write(&self, messages: &[String]) -> Result<(), String> {
        let joined = messages.join(",");
        self.run(&["produce", "--separator", ",", "--messages", &joined, self.name]).map(|_| ())
    }

    /// Reads and acknowledges a number of messages of a subscription, which begins with the oldest message.
    pub fn read(&self, subscription: &str, number: usize) -> Result<Vec<String>, String> {
        let number = number.to_string();
        let words =
            ["consume", "-s", subscription, "-t", "Shared", "-p", "Earliest", "-n", &number, self.name];
        let told = self.run(&words)?;
        let content = |line: &str| Some(line.split_once("content:")?.1.trim().to_owned());
        Ok(told.lines().filter_map(content).collect())
    }

    fn run(&self, words: &[&str]) -> Result<String, String> {
        let program = self.cluster.distribution().folder.join("bin/pulsar-client");
        let mut command: Command = self.cluster.client("timeout");
        let output = command
            .arg("90")
            .arg(program)
            .args(["--url", self.url])
            .args(words)
            .env("PULSAR_LOG_DIR", self.cluster.folder())
            .env("PULSAR_EXTRA_OPTS", "-Xmx128m -XX:+UseSerialGC -XX:TieredStopAtLevel=1")
            .output()
            .map_err(|error| error.to_string())?;
        let told = String::from_utf8_lossy(&output.stdout).into_owned();
        if output.status.success() {
            return Ok(told);
        }
        let last: Vec<&str> = told.lines().rev().take(20).collect();
        Err(format!(
            "{}: {}\n{}",
            words[0],
            output.status,
            last.into_iter().rev().collect::<Vec<_>>().join("\n")
        ))
    }
}

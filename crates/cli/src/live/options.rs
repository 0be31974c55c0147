//! Options of the commands for running clusters.

use super::rollout_options::RolloutOptions;
use crate::exit::{Exit, Failure};
use crate::heading;
use crate::isolate::Waiting;
use crate::session::Session;
use crate::target;
use clap::Args;
use pulsarc_live::{Access, Choices, Cluster, Release, RolloutChoices, Take};
use std::path::PathBuf;
use std::time::Duration;

/// Which cluster.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = heading::CLUSTER)]
pub(crate) struct ClusterOptions {
    /// The kubeconfig file [default: as kubectl: KUBECONFIG, ~/.kube/config, or the account of this pod]
    #[arg(long, value_name = "FILE")]
    kubeconfig: Option<PathBuf>,
    /// The context of the kubeconfig [default: its current context]
    #[arg(long, value_name = "NAME")]
    context: Option<String>,
    /// Maximum time of one request, such as 30s; failed requests are repeated a few times
    #[arg(long, value_name = "DURATION", default_value = "30s", value_parser = positive_duration)]
    request_timeout: Duration,
}

/// A cluster, and the mark that what is waited for it does not count against the limits of a run.
pub(crate) struct Connection {
    /// The cluster.
    pub(crate) cluster: Cluster,
    _waiting: Waiting,
}

impl ClusterOptions {
    /// Reads the kubeconfig and prepares a client.
    pub(crate) fn connect(&self, session: &Session) -> Result<Connection, Failure> {
        self.connect_to(None, session)
    }

    /// The same for a cluster of a fleet that may name its own context.
    pub(crate) fn connect_to(&self, context: Option<&str>, session: &Session) -> Result<Connection, Failure> {
        let waiting = session.clock.waiting();
        let access = Access {
            kubeconfig: self.kubeconfig.clone(),
            context: context.map(str::to_owned).or_else(|| self.context.clone()),
            request_timeout: Some(self.request_timeout),
        };
        let cluster =
            Cluster::connect(&access).map_err(|error| Failure::of(Exit::Cluster, error.to_string()))?;
        Ok(Connection { cluster, _waiting: waiting })
    }
}

/// Which release, of commands that read no configuration.
#[derive(Debug, Args)]
#[command(next_help_heading = heading::TARGET)]
pub(crate) struct ReleaseOptions {
    /// The release name
    #[arg(long, value_name = "NAME", default_value = target::RELEASE, value_parser = target::release)]
    release: String,
    /// The namespace of the release
    #[arg(long, short = 'n', value_name = "NAME", default_value = target::NAMESPACE, value_parser = target::namespace)]
    namespace: String,
}

impl ReleaseOptions {
    /// The release.
    pub(crate) fn release(&self) -> Release {
        Release { name: self.release.clone(), namespace: self.namespace.clone() }
    }
}

/// Data that a plan may delete.
#[derive(Debug, Clone, Default, Args)]
#[command(next_help_heading = heading::DECISIONS)]
pub(crate) struct DataOptions {
    /// Delete this claim or other object that holds data, if the configuration no longer has it (repeatable)
    #[arg(long, value_name = "NAME")]
    delete_data: Vec<String>,
}

impl DataOptions {
    /// As choices of a plan.
    pub(crate) fn choices(&self) -> Choices {
        Choices { delete_data: self.delete_data.iter().cloned().collect(), ..Choices::default() }
    }
}

/// What a user decides before a plan is made.
#[derive(Debug, Clone, Default, Args)]
#[command(next_help_heading = heading::DECISIONS)]
pub(crate) struct ChoiceOptions {
    /// Take a field from the manager that owns it: StatefulSet/pulsar-broker:spec.replicas (repeatable)
    #[arg(long, value_name = "KIND/NAME:FIELD", value_parser = Take::parse)]
    take: Vec<Take>,
    /// Take every field that another manager owns
    #[arg(long)]
    force_conflicts: bool,
    #[command(flatten)]
    data: DataOptions,
    #[command(flatten)]
    rollout: RolloutOptions,
}

impl ChoiceOptions {
    /// As choices of a plan.
    pub(crate) fn choices(&self) -> Choices {
        Choices {
            take: self.take.clone(),
            force_conflicts: self.force_conflicts,
            rollout: self.rollout.choices(),
            ..self.data.choices()
        }
    }

    /// Whether nothing was decided.
    pub(crate) fn is_empty(&self) -> bool {
        let rollout = self.rollout.choices() == RolloutChoices::default();
        self.take.is_empty() && !self.force_conflicts && self.data.delete_data.is_empty() && rollout
    }
}

/// The longest time that an option takes: a year.
const LONGEST: Duration = Duration::from_secs(365 * 24 * 3600);

/// Reads a duration as kubectl writes it: 30s, 5m, 1h30m, 500ms; a plain number counts seconds.
pub(crate) fn duration(text: &str) -> Result<Duration, String> {
    let wrong = || "write a duration such as 30s, 10m or 1h30m".to_owned();
    let mut milliseconds: u64 = 0;
    let mut rest = text;
    if rest.is_empty() {
        return Err(wrong());
    }
    while !rest.is_empty() {
        let digits = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        let number: u64 = rest.get(..digits).and_then(|number| number.parse().ok()).ok_or_else(wrong)?;
        rest = rest.get(digits..).unwrap_or_default();
        let unit = rest.find(|c: char| c.is_ascii_digit()).unwrap_or(rest.len());
        let factor = match rest.get(..unit).unwrap_or_default() {
            "ms" => 1,
            "s" => 1_000,
            "m" => 60_000,
            "h" => 3_600_000,
            "" if digits == text.len() => 1_000,
            _ => return Err(wrong()),
        };
        rest = rest.get(unit..).unwrap_or_default();
        let part = number.checked_mul(factor).ok_or_else(wrong)?;
        milliseconds = milliseconds.checked_add(part).ok_or_else(wrong)?;
    }
    let read = Duration::from_millis(milliseconds);
    if read > LONGEST { Err("write a duration of at most a year".to_owned()) } else { Ok(read) }
}

/// `4s`, `1m 20s`, `2h 5m`.
pub(crate) fn duration_in_words(time: Duration) -> String {
    let seconds = time.as_secs();
    match (seconds / 3600, seconds / 60 % 60, seconds % 60) {
        (0, 0, seconds) => format!("{seconds}s"),
        (0, minutes, 0) => format!("{minutes}m"),
        (0, minutes, seconds) => format!("{minutes}m {seconds}s"),
        (hours, minutes, _) => format!("{hours}h {minutes}m"),
    }
}

fn positive_duration(text: &str) -> Result<Duration, String> {
    let read = duration(text)?;
    if read.is_zero() {
        Err("without a limit a request may never end: write such as 30s".to_owned())
    } else {
        Ok(read)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_are_read_as_kubectl_writes_them() {
        for (text, milliseconds) in [
            ("30s", 30_000),
            ("10m", 600_000),
            ("1h30m", 5_400_000),
            ("500ms", 500),
            ("45", 45_000),
            ("0", 0),
            ("0s", 0),
        ] {
            assert_eq!(duration(text), Ok(Duration::from_millis(milliseconds)), "{text}");
        }
        for wrong in ["", "s", "1d", "-1s", "1.5s", "10m5", "99999999999999999999s", "9999999h", "é", "1é"]
        {
            assert!(duration(wrong).is_err(), "{wrong}");
        }
        assert!(positive_duration("0s").is_err());
    }
}

//! Commands and options of other tools: a reply that names the command of pulsarc for the same work.

use crate::output::variables::shell_word;
use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use std::ffi::OsString;
use std::path::Path;

/// A command that others have, and what to run instead.
struct Verb {
    /// Its names.
    names: &'static [&'static str],
    /// The answer in words.
    answer: &'static str,
    /// The command to run, with `INPUTS` for the user's own and `TARGET` for the release and namespace.
    run: &'static str,
}

const APPLY: &str = "pulsarc apply INPUTS TARGET";

const VERBS: [Verb; 17] = [
    Verb {
        names: &[
            "template",
            "render",
            "generate",
            "gen",
            "synth",
            "compile",
            "manifest",
            "manifests",
            "emit",
            "dry-run",
        ],
        answer: "`build` prints the manifests",
        run: "pulsarc build INPUTS TARGET",
    },
    Verb {
        names: &["lint", "validate", "vet", "verify", "typecheck", "conftest", "analyze"],
        answer: "`check` reports everything that is wrong, without building",
        run: "pulsarc check INPUTS",
    },
    Verb {
        names: &["install", "create", "replace", "deploy", "sync", "up"],
        answer: "`apply` shows what would change in a cluster, asks, and changes it",
        run: APPLY,
    },
    Verb {
        names: &["uninstall", "delete", "down", "remove"],
        answer: "`destroy` deletes a release. The volumes of ZooKeeper and the bookies remain",
        run: "pulsarc destroy TARGET",
    },
    Verb {
        names: &["undo", "revert"],
        answer: "`rollback` returns to an earlier revision, and shows what that changes first",
        run: "pulsarc rollback TARGET",
    },
    Verb {
        names: &["preview", "compare"],
        answer: "`plan` shows what an apply changes in a cluster, and `diff` what differs between two configurations or \
                 manifests",
        run: "pulsarc plan INPUTS TARGET",
    },
    Verb {
        names: &["get", "describe", "list", "ls", "logs", "ps"],
        answer: "`status` shows what runs of a release, and `export` what a configuration contains",
        run: "pulsarc status TARGET",
    },
    Verb {
        names: &["show", "inspect", "eval", "view", "print", "values", "config"],
        answer: "`export` prints the checked configuration with all defaults",
        run: "pulsarc export INPUTS",
    },
    Verb {
        names: &["format", "lint-fix", "reformat"],
        answer: "`fmt` formats .ncl files",
        run: "pulsarc fmt",
    },
    Verb {
        names: &["new", "scaffold", "bootstrap", "startproject"],
        answer: "`init` starts a project",
        run: "pulsarc init clusters",
    },
    Verb {
        names: &["convert", "migrate", "to-nickel"],
        answer: "`import` turns values files into a .ncl file",
        run: "pulsarc import INPUTS -o cluster.ncl",
    },
    Verb {
        names: &["docs", "reference", "man-page", "manual"],
        answer: "`doc` writes the reference of all keys as a page, and `explain` prints one key",
        run: "pulsarc explain broker.replicaCount",
    },
    Verb {
        names: &["search", "find", "rule", "rules", "linter", "grep"],
        answer: "`explain` searches codes, keys, Pulsar's own keys and presets",
        run: "pulsarc explain retention",
    },
    Verb {
        names: &["graph", "topology", "dashboard"],
        answer: "`report` draws the cluster, and `export --what topology` prints its connections",
        run: "pulsarc report INPUTS -o report.html",
    },
    Verb {
        names: &["images", "mirror"],
        answer: "`export --what images` lists every image",
        run: "pulsarc export INPUTS --what images",
    },
    Verb {
        names: &["package", "publish", "bundle"],
        answer: "`push` stores the manifests as an OCI artifact",
        run: "pulsarc push INPUTS --to oci://HOST/REPOSITORY:TAG",
    },
    Verb {
        names: &["completion", "autocomplete"],
        answer: "`completions` prints the completion script of a shell",
        run: "pulsarc completions bash",
    },
];

/// An option that others have, and what to write instead.
const OPTIONS: [(&str, &str); 24] = [
    ("--dry-run", "leave it out: `plan` shows what `apply` would change, and `build` changes nothing"),
    ("--output-dir", "write -o DIR"),
    ("--out", "write -o DIR"),
    ("--strict", "write --deny warnings"),
    ("--fail-on-warnings", "write --deny warnings"),
    ("--set-string", "write --set 'KEY=\"VALUE\"'"),
    ("--set-json", "put the value into a file, and add that with -f"),
    ("--set-file", "put the value into a file, and add that with -f"),
    ("--filename", "write -f FILE"),
    ("--recursive", "name the folder: `pulsarc check DIR` finds its configurations"),
    ("--show-only", "write -o DIR --layout objects: each object has a file"),
    ("--create-namespace", "set namespaceCreate: true in the configuration"),
    ("--wait", "leave it out: `apply` waits until everything is ready"),
    ("--atomic", "leave it out: a failed `apply` continues with the next one, and `rollback` goes back"),
    ("--kubeconfig", "leave it out: this command reaches no cluster"),
    ("--context", "leave it out: this command reaches no cluster"),
    ("--select", "write --deny CODE to make a finding an error"),
    ("--ignore", "write --allow CODE"),
    ("--extend-ignore", "write --allow CODE"),
    ("--output-format", "write --format FORMAT"),
    ("--silent", "write --quiet"),
    ("--no-color", "write --color never"),
    ("--verbose", "pulsarc has no such option; `pulsarc explain CODE` says more about a finding"),
    ("--debug", "pulsarc has no such option; `pulsarc explain CODE` says more about a finding"),
];

/// What to answer to a command line that another tool would accept.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Reply {
    /// What is wrong.
    pub(crate) message: String,
    /// What to run or to write instead.
    pub(crate) help: String,
}

/// The reply to a rejected command line; none if no other tool has what was written either.
pub(crate) fn reply(error: &Error, arguments: &[OsString]) -> Option<Reply> {
    let of = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => Some(text.as_str()),
        _ => None,
    };
    let words: Vec<String> = arguments.iter().map(|word| word.to_string_lossy().into_owned()).collect();
    match error.kind() {
        ErrorKind::InvalidSubcommand => {
            let verb = of(ContextKind::InvalidSubcommand)?;
            let known = VERBS.iter().find(|known| known.names.contains(&verb))?;
            let words = Words::after(verb, &words);
            Some(Reply {
                message: format!("pulsarc has no command `{verb}`: {}", known.answer),
                help: words.fill(known.run),
            })
        }
        ErrorKind::UnknownArgument => {
            let option = of(ContextKind::InvalidArg)?;
            let name = option.split('=').next().unwrap_or(option);
            if name == "--install" || name == "-i" {
                let words = Words::after("upgrade", &words);
                return Some(Reply {
                    message: "`upgrade` moves a configuration to another release line of Pulsar; `apply` changes a cluster"
                        .to_owned(),
                    help: words.fill(APPLY),
                });
            }
            let (_, help) = OPTIONS.iter().find(|(known, _)| *known == name)?;
            Some(Reply { message: format!("pulsarc has no option `{name}`"), help: (*help).to_owned() })
        }
        _ => None,
    }
}

/// What a command line of another tool says that pulsarc understands.
#[derive(Debug, Default)]
struct Words {
    inputs: Vec<String>,
    release: Option<String>,
    namespace: Option<String>,
}

impl Words {
    /// Reads the words after a command.
    fn after(verb: &str, words: &[String]) -> Self {
        let mut found = Self::default();
        let mut names = Vec::new();
        let mut rest = words.iter().skip_while(|word| *word != verb).skip(1);
        while let Some(word) = rest.next() {
            match word.split_once('=').unwrap_or((word.as_str(), "")) {
                ("-n" | "--namespace", "") => found.namespace = rest.next().cloned(),
                ("--namespace", name) => found.namespace = Some(name.to_owned()),
                ("-f" | "--values" | "--filename", "") => found.inputs.extend(rest.next().cloned()),
                ("-f" | "--values" | "--filename", file) => found.inputs.push(file.to_owned()),
                _ if is_input(word) => found.inputs.push(word.clone()),
                _ if !word.starts_with('-') => names.push(word.clone()),
                _ => {}
            }
        }
        // Helm's commands take a release and then a chart.
        if let [release, _chart] = names.as_slice() {
            found.release = Some(release.clone());
        }
        found
    }

    /// A command with the user's own words in it.
    fn fill(&self, command: &str) -> String {
        let inputs: Vec<String> = self.inputs.iter().map(|input| shell_word(input)).collect();
        let inputs = if inputs.is_empty() { "values.yaml".to_owned() } else { inputs.join(" ") };
        let option = |name: &str, value: &Option<String>| {
            value.as_ref().map(|value| format!("{name} {}", shell_word(value)))
        };
        let namespace = option("-n", &self.namespace);
        let target: Vec<String> = option("--release", &self.release).into_iter().chain(namespace).collect();
        let filled = command.replace("INPUTS", &inputs).replace("TARGET", &target.join(" "));
        filled.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
    }
}

fn is_input(word: &str) -> bool {
    let ending = Path::new(word).extension().and_then(|ending| ending.to_str());
    word == "-" || ending.is_some_and(|ending| ["ncl", "yaml", "yml", "json"].contains(&ending))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(line: &str) -> String {
        let words: Vec<String> = line.split(' ').map(str::to_owned).collect();
        Words::after(&words[0], &words).fill(APPLY)
    }

    #[test]
    fn the_users_own_words_are_in_the_command() {
        assert_eq!(
            filled("install pulsar apache/pulsar -n ns -f a.yaml --values=b.yaml"),
            "pulsarc apply a.yaml b.yaml --release pulsar -n ns"
        );
        assert_eq!(filled("apply"), "pulsarc apply values.yaml");
        assert_eq!(filled("apply -f ;x.yaml"), "pulsarc apply ';x.yaml'");
    }

    #[test]
    fn no_name_has_two_replies() {
        let mut names: Vec<&str> = VERBS.iter().flat_map(|verb| verb.names).copied().collect();
        names.sort_unstable();
        assert!(names.windows(2).all(|pair| pair[0] != pair[1]), "{names:?}");
    }
}

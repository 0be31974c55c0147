//! The inputs on a command line: arguments, and files after `-f` as with Helm, in the order in which they are written.

use crate::heading;
use clap::builder::ValueParser;
use clap::{Arg, ArgAction, ArgMatches, Args, Command, FromArgMatches};
use std::path::PathBuf;

/// The inputs, of which later ones win.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Inputs(Vec<PathBuf>);

/// The id of the arguments. A command that needs an input requires them unless [`VALUES`] are present.
pub(crate) const INPUTS: &str = "inputs";
/// The id of `-f`: that of the limit on values is `values`.
pub(crate) const VALUES: &str = "values_file";

impl Inputs {
    /// These paths.
    pub(crate) fn of(paths: Vec<PathBuf>) -> Self {
        Self(paths)
    }

    /// The paths.
    pub(crate) fn paths(&self) -> &[PathBuf] {
        &self.0
    }
}

impl FromArgMatches for Inputs {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let of = |id: &str| {
            let paths = matches.get_many::<PathBuf>(id).into_iter().flatten().cloned();
            matches.indices_of(id).into_iter().flatten().zip(paths).collect::<Vec<_>>()
        };
        let mut all = of(INPUTS);
        all.extend(of(VALUES));
        all.sort_by_key(|(at, _)| *at);
        Ok(Self(all.into_iter().map(|(_, path)| path).collect()))
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

impl Args for Inputs {
    fn augment_args(command: Command) -> Command {
        command
            .arg(
                Arg::new(INPUTS)
                    .value_name("INPUT")
                    .help("Configurations: .ncl, .yaml, .yml or .json, or `-` for standard input; later ones win")
                    .help_heading(heading::INPUT)
                    .num_args(1..)
                    .action(ArgAction::Append)
                    .value_parser(ValueParser::path_buf()),
            )
            .arg(
                Arg::new(VALUES)
                    .long("values")
                    .short('f')
                    .value_name("FILE")
                    .help("The same as an input, in Helm's words: -f values.yaml (repeatable)")
                    .help_heading(heading::INPUT)
                    .action(ArgAction::Append)
                    .value_parser(ValueParser::path_buf()),
            )
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arguments_and_values_keep_their_order() {
        let parse = |words: &[&str]| {
            let matches = Inputs::augment_args(Command::new("test")).try_get_matches_from(words);
            let inputs = Inputs::from_arg_matches(&matches.expect("they are accepted")).expect("inputs");
            inputs.paths().iter().map(|path| path.display().to_string()).collect::<Vec<_>>()
        };
        assert_eq!(
            parse(&["test", "-f", "a", "b", "--values=c", "d", "e", "-fg"]),
            ["a", "b", "c", "d", "e", "g"]
        );
        assert!(parse(&["test"]).is_empty());
    }
}

//! Completions of shells.

use pulsarc_tests::pulsarc;
use std::io::Write;
use std::process::{Command, Stdio};

#[test]
fn every_shell_completes_every_command() {
    let help = pulsarc(&["--help"]).stdout;
    let commands: Vec<&str> = help
        .lines()
        .skip_while(|line| *line != "Commands:")
        .skip(1)
        .take_while(|line| !line.is_empty())
        .filter_map(|line| line.strip_prefix("  ")?.split(' ').next().filter(|word| !word.is_empty()))
        .collect();
    assert!(commands.contains(&"build") && commands.contains(&"completions"), "{help}");
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let completions = pulsarc(&["completions", shell]);
        assert_eq!(completions.status, 0, "{}", completions.stderr);
        for command in &commands {
            assert!(completions.stdout.contains(command), "{shell}: {command}");
        }
    }
    assert_eq!(pulsarc(&["completions", "cmd"]).status, 2);
}

#[test]
#[cfg_attr(without_bash, ignore = "needs bash")]
fn bash_reads_its_completions() {
    let text = pulsarc(&["completions", "bash"]).stdout;
    let bash = Command::new("bash").arg("-n").stdin(Stdio::piped()).spawn();
    let mut bash = bash.expect("bash starts");
    bash.stdin.take().expect("its standard input").write_all(text.as_bytes()).expect("it is written");
    assert!(bash.wait().expect("it ends").success());
}

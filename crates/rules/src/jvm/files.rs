//! Files that the JVM writes into a folder that the container does not have.

use super::given::{Word, given};
use crate::facts::{field, items};
use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// A file of the JVM's in a missing folder.
pub(crate) static CODE: Code = Code {
    id: "PUL0833",
    severity: Severity::Error,
    title: "JVM file in a missing directory",
    page: include_str!("files.md"),
};

/// The folders of Apache's images that the process may write into, and their parents' tools.
const FOLDERS: [&str; 10] = [
    "/pulsar",
    "/pulsar/conf",
    "/pulsar/data",
    "/pulsar/download",
    "/pulsar/logs",
    "/pulsar/packages-storage",
    "/tmp",
    "/var/tmp",
    "/dev",
    "/dev/shm",
];

/// What a JVM does without the folder.
enum Loss {
    /// It exits.
    Start,
    /// It writes no file when the time comes.
    File,
}

pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    for jvm in given(cluster) {
        let mounts = items(cluster, &format!("{}.extraVolumeMounts", jvm.block));
        let mounted = |folder: &str| {
            mounts.iter().filter_map(|(_, mount)| field(mount, "mountPath")).any(|path| {
                let path = path.trim_end_matches('/');
                folder == path || folder.strip_prefix(path).is_some_and(|rest| rest.starts_with('/'))
            })
        };
        for option in jvm.options.iter().filter(|option| cluster.root.is_users(&option.path)) {
            let Some((file, loss)) = written(option) else { continue };
            let Some((folder, _)) = file.rsplit_once('/').filter(|(folder, _)| folder.starts_with('/'))
            else {
                continue;
            };
            // `/pulsar/data` is a volume, with folders of the component's own.
            let known = FOLDERS.contains(&folder) || folder.starts_with("/pulsar/data/") || mounted(folder);
            if known || folder.contains('%') {
                continue;
            }
            let (severity, what) = match loss {
                Loss::Start => (Severity::Error, format!("{} does not start", jvm.block)),
                Loss::File => (Severity::Warning, "the file is lost".to_owned()),
            };
            let message = format!(
                "`{}` in {}: the container has no directory {folder}; {what}",
                option.text, option.variable
            );
            let help = format!(
                "write into /pulsar/logs, or mount a volume at {folder} with `{}.extraVolumes` and `extraVolumeMounts`",
                jvm.block
            );
            let diagnostic = Diagnostic::new(&CODE, message).at(&option.path);
            let diagnostic = diagnostic.span(cluster.root.users_span(&option.path)).help(help);
            found.push(Diagnostic { severity, ..diagnostic });
        }
    }
}

/// The file that an option makes the JVM write, and what follows if it cannot.
fn written(option: &Word) -> Option<(&str, Loss)> {
    let text = option.text.as_str();
    if let Some(file) = text.strip_prefix("-Xloggc:") {
        return Some((file, Loss::Start));
    }
    if let Some(log) = text.strip_prefix("-Xlog:") {
        let output = log.split(':').nth(1)?;
        let file = output.strip_prefix("file=").unwrap_or(output);
        return (!["", "stdout", "stderr"].contains(&file)).then_some((file, Loss::Start));
    }
    let file =
        ["-XX:HeapDumpPath=", "-XX:ErrorFile=", "-XX:LogFile=", "-XX:FlightRecorderOptions=repository="]
            .iter()
            .find_map(|name| text.strip_prefix(name))?;
    Some((file, Loss::File))
}

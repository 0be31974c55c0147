//! The largest message fits into a frame of the bookies.

use crate::facts::setting;
use pulsarc_component::Cluster;
use pulsarc_diag::advice::write;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// Messages larger than a frame of the bookies.
pub(crate) static CODE: Code = Code {
    id: "PUL0821",
    severity: Severity::Error,
    title: "message size exceeds the bookies' frame size",
    page: include_str!("frame.md"),
};

/// `maxMessageSize` in the brokers' class (`ServiceConfiguration`).
const MESSAGE: i64 = 5_242_880;
/// `nettyMaxFrameSizeBytes` in the `bookkeeper.conf` of Pulsar's image.
const FRAME: i64 = 5_253_120;
/// What a frame has around a message (`Commands.MESSAGE_SIZE_FRAME_PADDING`).
const PADDING: i64 = 10 * 1024;

/// Brokers derive their own BookKeeper client's frame from `maxMessageSize`; bookies and autorecovery have to be given
/// theirs.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    if !cluster.runs_broker() {
        return;
    }
    let (message, message_path) = match setting(cluster, "broker", "maxMessageSize") {
        Some(setting) => (setting.whole().unwrap_or(MESSAGE), setting.path),
        None => (MESSAGE, "broker.configData.maxMessageSize".to_owned()),
    };
    let autorecovery = cluster.base.components.autorecovery && cluster.is_distributed();
    let readers = [(cluster.runs_bookkeeper(), "bookkeeper"), (autorecovery, "autorecovery")];
    let needed = message.saturating_add(PADDING);
    for block in readers.into_iter().filter_map(|(deployed, block)| deployed.then_some(block)) {
        let frame = setting(cluster, block, "nettyMaxFrameSizeBytes");
        let size = frame.as_ref().map_or(Some(FRAME), crate::facts::Setting::whole);
        let Some(size) = size.filter(|size| *size < needed) else { continue };
        let message = format!(
            "messages may have {message} bytes, but a frame of {block} holds {size}; larger entries fail with \
            TooLongFrameException, and producers hang"
        );
        let default = format!("{block}.configData.nettyMaxFrameSizeBytes");
        let path = frame.map_or(default, |setting| setting.path);
        let finding = Diagnostic::new(&CODE, message).advise([write(&path, needed.to_string())]);
        let places =
            [(message_path.as_str(), "message size set here"), (path.as_str(), "frame size set here")];
        found.push(cluster.point(finding, &places));
    }
}

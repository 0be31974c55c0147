//! Kubeconfig files: how clients reach a lab.

use serde_json::json;
use std::fs;
use std::path::{Path, PathBuf};

/// What a client is told of the server and of itself.
#[derive(Debug)]
pub(crate) struct Access<'a> {
    /// The server's URL.
    pub server: &'a str,
    /// The file of the certificates that prove it; none for a server of plain HTTP.
    pub authority: Option<&'a Path>,
    /// The client's token.
    pub token: &'a str,
}

/// Writes the file. Its only context is `lab`.
pub(crate) fn write(file: PathBuf, access: &Access<'_>) -> PathBuf {
    let mut cluster = json!({ "server": access.server });
    if let Some(authority) = access.authority {
        cluster["certificate-authority"] = json!(authority);
    }
    let config = json!({
        "apiVersion": "v1",
        "kind": "Config",
        "clusters": [{ "name": "lab", "cluster": cluster }],
        "users": [{ "name": "user", "user": { "token": access.token } }],
        "contexts": [{ "name": "lab", "context": { "cluster": "lab", "user": "user" } }],
        "current-context": "lab",
    });
    fs::write(&file, config.to_string()).expect("a file");
    file
}

//! Who asks a registry: a user named on the command line, or what `docker login` left.

use crate::OciError;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fmt;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A user and their password, which is never shown.
#[derive(Clone, PartialEq, Eq)]
pub struct Login {
    /// The user.
    pub user: String,
    /// The password.
    pub password: String,
}

impl fmt::Debug for Login {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Login").field("user", &self.user).finish_non_exhaustive()
    }
}

impl Login {
    /// As the header of a request.
    pub(crate) fn basic(&self) -> String {
        format!("Basic {}", STANDARD.encode(format!("{}:{}", self.user, self.password)))
    }

    /// What `docker login` left for a registry, if anything.
    pub(crate) fn of_docker(host: &str) -> Result<Option<Self>, OciError> {
        let Some(path) = config_file().filter(|path| path.is_file()) else { return Ok(None) };
        let wrong = |why: String| OciError::Credentials { host: host.to_owned(), why };
        let text = std::fs::read_to_string(&path).map_err(|error| OciError::File {
            what: "read",
            path: path.clone(),
            error,
        })?;
        let config: Config = serde_json::from_str(&text)
            .map_err(|_| wrong(format!("{} is not a Docker configuration", path.display())))?;
        let name = known_as(host);
        if let Some(helper) = config.cred_helpers.get(name).or(config.creds_store.as_ref()) {
            return helped(helper, name, host);
        }
        let Some(auth) = config.auths.get(name) else { return Ok(None) };
        let Some(encoded) = auth.auth.as_deref().filter(|auth| !auth.is_empty()) else { return Ok(None) };
        let login = STANDARD.decode(encoded).ok().and_then(|bytes| String::from_utf8(bytes).ok());
        let login = login.as_deref().and_then(|text| text.split_once(':'));
        let (user, password) =
            login.ok_or_else(|| wrong(format!("its entry in {} cannot be read", path.display())))?;
        Ok(Some(Self { user: user.to_owned(), password: password.to_owned() }))
    }
}

/// What Docker calls a registry in its configuration.
fn known_as(host: &str) -> &str {
    match host {
        "docker.io" | "registry-1.docker.io" | "index.docker.io" => "https://index.docker.io/v1/",
        host => host,
    }
}

fn config_file() -> Option<PathBuf> {
    let folder = std::env::var_os("DOCKER_CONFIG").map(PathBuf::from);
    let home = || std::env::home_dir().map(|home| home.join(".docker"));
    folder.or_else(home).map(|folder| folder.join("config.json"))
}

/// Docker's own file, as far as it is about logins.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Config {
    #[serde(default)]
    auths: BTreeMap<String, Auth>,
    #[serde(default)]
    cred_helpers: BTreeMap<String, String>,
    #[serde(default)]
    creds_store: Option<String>,
}

#[derive(Deserialize)]
struct Auth {
    #[serde(default)]
    auth: Option<String>,
}

/// What a helper of Docker's answers.
#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Helped {
    username: String,
    secret: String,
}

/// Asks a helper, as Docker does: the registry on its standard input, the login on its standard output.
fn helped(helper: &str, name: &str, host: &str) -> Result<Option<Login>, OciError> {
    let wrong = |why: String| OciError::Credentials { host: host.to_owned(), why };
    let program = format!("docker-credential-{helper}");
    // A helper is one on the path, whatever a configuration says.
    if Path::new(&program).components().count() != 1 {
        return Err(wrong(format!("{helper} is not the name of a helper")));
    }
    let mut command = Command::new(&program);
    command.arg("get").stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut child = command.spawn().map_err(|error| wrong(format!("{program}: {error}")))?;
    if let Some(mut stdin) = child.stdin.take() {
        let _ = stdin.write_all(name.as_bytes());
    }
    let output = child.wait_with_output().map_err(|error| wrong(format!("{program}: {error}")))?;
    if !output.status.success() {
        // It knows no login for this registry: then there is none.
        return Ok(None);
    }
    let helped: Helped =
        serde_json::from_slice(&output.stdout).map_err(|_| wrong(format!("{program} returns no login")))?;
    Ok(Some(Login { user: helped.username, password: helped.secret }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_not_shown() {
        let login = Login { user: "ann".to_owned(), password: "canary".to_owned() };
        assert_eq!(format!("{login:?}"), "Login { user: \"ann\", .. }");
        assert_eq!(login.basic(), "Basic YW5uOmNhbmFyeQ==");
    }
}

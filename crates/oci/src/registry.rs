//! Artifacts in a registry, over HTTP.

use crate::address::Place;
use crate::archive::LARGEST;
use crate::manifest::{MANIFEST, Packed, held_against, layer};
use crate::{Digest, Login, OciError};
use std::cell::RefCell;
use std::time::Duration;
use ureq::Agent;
use ureq::http::{Method, Request, Uri};
use ureq::tls::{Certificate, PemItem, RootCerts, TlsConfig, parse_pem};

/// How registries are talked to.
#[derive(Debug, Clone, Default)]
pub struct Transport {
    /// Without TLS. A registry on this machine itself is talked to so in any case, as Docker does.
    pub plain_http: bool,
    /// The certificates (PEM) of those who vouch for the registry, in the place of the public ones.
    pub authorities: Option<Vec<u8>>,
    /// Who asks; what `docker login` left where nobody is named.
    pub login: Option<Login>,
}

/// A manifest has a few kilobytes.
const LARGEST_MANIFEST: u64 = 4 << 20;

/// Puts an artifact into a repository, what it names first.
pub(crate) fn put(place: &Place, packed: &Packed, transport: &Transport) -> Result<(), OciError> {
    let registry = Registry::new(place, transport, "pull,push")?;
    for (digest, bytes) in &packed.blobs {
        registry.put_blob(digest, bytes)?;
    }
    let reference = if place.tag.is_none() && place.digest.is_some() {
        packed.digest.to_string()
    } else {
        place.tag.clone().unwrap_or_else(|| "latest".to_owned())
    };
    let url = registry.url(&format!("manifests/{reference}"));
    let answer = registry.ask(&Method::PUT, &url, Some((MANIFEST, &packed.manifest)), LARGEST_MANIFEST)?;
    if answer.status == 201 { Ok(()) } else { Err(registry.unexpected(&answer, "a manifest")) }
}

/// The manifest and the layer of an artifact.
pub(crate) fn get(place: &Place, transport: &Transport) -> Result<(Vec<u8>, Vec<u8>), OciError> {
    let registry = Registry::new(place, transport, "pull")?;
    let reference = place.reference();
    let url = registry.url(&format!("manifests/{reference}"));
    let manifest = registry.bytes(&url, LARGEST_MANIFEST, &reference)?;
    let manifest = match &place.digest {
        Some(digest) => held_against(manifest, digest, "the manifest")?,
        None => manifest,
    };
    let (digest, size) = layer(&manifest)?;
    let url = registry.url(&format!("blobs/{digest}"));
    let bytes = registry.bytes(&url, size.min(LARGEST), &format!("the layer {digest}"))?;
    Ok((manifest, held_against(bytes, &digest, "the layer")?))
}

/// One repository of a registry.
struct Registry<'p> {
    agent: Agent,
    place: &'p Place,
    /// `https://HOST`.
    root: String,
    actions: &'static str,
    login: Option<Login>,
    /// The header that the registry lets in, once it has said which.
    authorization: RefCell<Option<String>>,
}

/// What a registry answers.
struct Answer {
    status: u16,
    location: Option<String>,
    challenges: Vec<String>,
    body: Vec<u8>,
}

impl<'p> Registry<'p> {
    fn new(place: &'p Place, transport: &Transport, actions: &'static str) -> Result<Self, OciError> {
        let mut tls = TlsConfig::builder();
        if let Some(pem) = &transport.authorities {
            let certificates: Vec<Certificate<'static>> = parse_pem(pem)
                .filter_map(|item| match item {
                    Ok(PemItem::Certificate(certificate)) => Some(certificate),
                    _ => None,
                })
                .collect();
            tls = tls.root_certs(RootCerts::new_with_certs(&certificates));
        }
        let agent = Agent::config_builder()
            .http_status_as_error(false)
            .timeout_connect(Some(Duration::from_secs(20)))
            .timeout_recv_response(Some(Duration::from_secs(120)))
            .user_agent(concat!("pulsarc/", env!("CARGO_PKG_VERSION")))
            .tls_config(tls.build())
            .build()
            .new_agent();
        let login = match &transport.login {
            Some(login) => Some(login.clone()),
            None => Login::of_docker(&place.host)?,
        };
        let scheme = if transport.plain_http || is_this_machine(&place.host) { "http" } else { "https" };
        // Docker's own registry is elsewhere than its name says.
        let host = if place.host == "docker.io" { "registry-1.docker.io" } else { &place.host };
        let root = format!("{scheme}://{host}");
        Ok(Self { agent, place, root, actions, login, authorization: RefCell::new(None) })
    }

    fn url(&self, rest: &str) -> String {
        format!("{}/v2/{}/{rest}", self.root, self.place.repository)
    }

    fn put_blob(&self, digest: &Digest, bytes: &[u8]) -> Result<(), OciError> {
        let there = self.ask(&Method::HEAD, &self.url(&format!("blobs/{digest}")), None, 0)?;
        if there.status == 200 {
            return Ok(());
        }
        let begun =
            self.ask(&Method::POST, &self.url("blobs/uploads/"), Some((OCTETS, &[])), LARGEST_MANIFEST)?;
        let location = match (begun.status, &begun.location) {
            (202, Some(location)) => self.absolute(location),
            _ => return Err(self.unexpected(&begun, "the start of an upload")),
        };
        let separator = if location.contains('?') { '&' } else { '?' };
        let url = format!("{location}{separator}digest={digest}");
        let answer = self.ask(&Method::PUT, &url, Some((OCTETS, bytes)), LARGEST_MANIFEST)?;
        if answer.status == 201 { Ok(()) } else { Err(self.unexpected(&answer, "an upload")) }
    }

    fn absolute(&self, location: &str) -> String {
        if location.starts_with('/') { format!("{}{location}", self.root) } else { location.to_owned() }
    }

    fn bytes(&self, url: &str, most: u64, what: &str) -> Result<Vec<u8>, OciError> {
        let answer = self.ask(&Method::GET, url, None, most)?;
        match answer.status {
            200 => Ok(answer.body),
            404 => Err(OciError::Missing {
                place: format!("{}/{}", self.place.host, self.place.repository),
                what: what.to_owned(),
            }),
            _ => Err(self.unexpected(&answer, what)),
        }
    }

    /// Asks, and asks once more with what the registry wants to know.
    fn ask(
        &self,
        method: &Method,
        url: &str,
        body: Option<(&str, &[u8])>,
        most: u64,
    ) -> Result<Answer, OciError> {
        // Nobody but the registry learns who asks.
        let is_registry = url.starts_with(&format!("{}/", self.root));
        let authorization = self.authorization.borrow().clone().filter(|_| is_registry);
        let answer = self.send(method, url, body, most, authorization.as_deref())?;
        if answer.status != 401 || !is_registry {
            return Ok(answer);
        }
        let authorization = self.authorization_for(&answer.challenges)?;
        let answer = self.send(method, url, body, most, Some(&authorization))?;
        *self.authorization.borrow_mut() = Some(authorization);
        Ok(answer)
    }

    fn send(
        &self,
        method: &Method,
        url: &str,
        body: Option<(&str, &[u8])>,
        most: u64,
        authorization: Option<&str>,
    ) -> Result<Answer, OciError> {
        let unreachable = |why: String| OciError::Unreachable { host: host_of(url), why };
        let mut request = Request::builder().method(method).uri(url);
        request = request.header(
            "Accept",
            format!("{MANIFEST}, application/vnd.docker.distribution.manifest.v2+json, */*"),
        );
        if let Some(authorization) = authorization {
            request = request.header("Authorization", authorization);
        }
        if let Some((media, _)) = body {
            request = request.header("Content-Type", media);
        }
        let in_words = |error: ureq::Error| unreachable(in_words(&error));
        let mut response = if let Some((_, bytes)) = body {
            let request = request.body(bytes).map_err(|error| unreachable(error.to_string()))?;
            self.agent.run(request).map_err(in_words)?
        } else {
            let request = request.body(()).map_err(|error| unreachable(error.to_string()))?;
            self.agent.run(request).map_err(in_words)?
        };
        let text = |name: &str| {
            let value = response.headers().get(name).and_then(|value| value.to_str().ok());
            value.map(str::to_owned)
        };
        let location = text("location");
        let challenges = response.headers().get_all("www-authenticate").iter();
        let challenges = challenges.filter_map(|value| value.to_str().ok()).map(str::to_owned).collect();
        let status = response.status().as_u16();
        // An error's own words may be longer than what was asked for.
        let most = if status == 200 { most } else { LARGEST_MANIFEST };
        let body =
            response.body_mut().with_config().limit(most + 1).read_to_vec().map_err(|error| match error {
                ureq::Error::BodyExceedsLimit(_) => {
                    OciError::Archive("the registry sends more than the artifact says".to_owned())
                }
                error => in_words(error),
            })?;
        Ok(Answer { status, location, challenges, body })
    }

    /// The header that answers a challenge: the login itself, or a token that is given for it.
    fn authorization_for(&self, challenges: &[String]) -> Result<String, OciError> {
        let challenge = challenges.iter().find_map(|challenge| Challenge::parse(challenge));
        match (challenge, &self.login) {
            (Some(Challenge::Bearer { realm, service, scope }), login) => {
                self.token(&realm, service.as_deref(), scope.as_deref(), login.as_ref())
            }
            (Some(Challenge::Basic), Some(login)) => Ok(login.basic()),
            _ => Err(self.denied()),
        }
    }

    fn token(
        &self,
        realm: &str,
        service: Option<&str>,
        scope: Option<&str>,
        login: Option<&Login>,
    ) -> Result<String, OciError> {
        // A password does not go where everybody can read it, unless the registry itself is there.
        if !realm.starts_with("https://") && !self.root.starts_with("http://") {
            return Err(OciError::Credentials {
                host: self.place.host.clone(),
                why: "it gives its tokens without TLS".to_owned(),
            });
        }
        let own = format!("repository:{}:{}", self.place.repository, self.actions);
        let mut query = vec![("scope", scope.unwrap_or(&own).to_owned())];
        query.extend(service.map(|service| ("service", service.to_owned())));
        let query: Vec<String> =
            query.into_iter().map(|(key, value)| format!("{key}={}", percent_encoded(&value))).collect();
        let separator = if realm.contains('?') { '&' } else { '?' };
        let url = format!("{realm}{separator}{}", query.join("&"));
        let answer =
            self.send(&Method::GET, &url, None, LARGEST_MANIFEST, login.map(Login::basic).as_deref())?;
        if [401, 403].contains(&answer.status) {
            return Err(self.denied());
        }
        let token = serde_json::from_slice::<serde_json::Value>(&answer.body).ok().and_then(|body| {
            let token = body.get("token").or_else(|| body.get("access_token"))?;
            token.as_str().map(str::to_owned)
        });
        match token {
            Some(token) if answer.status == 200 => Ok(format!("Bearer {token}")),
            _ => Err(self.unexpected(&answer, "a token")),
        }
    }

    fn denied(&self) -> OciError {
        let who =
            self.login.as_ref().map_or_else(|| "somebody unknown".to_owned(), |login| login.user.clone());
        OciError::Denied { host: self.place.host.clone(), repository: self.place.repository.clone(), who }
    }

    fn unexpected(&self, answer: &Answer, what: &str) -> OciError {
        if [401, 403].contains(&answer.status) {
            return self.denied();
        }
        // `{"errors": [{"code": "...", "message": "..."}]}`
        let told = serde_json::from_slice::<serde_json::Value>(&answer.body).ok();
        let told = told.as_ref().and_then(|body| body.pointer("/errors/0/message")?.as_str());
        let told = told.map(|told| told.chars().filter(|c| !c.is_control()).take(200).collect::<String>());
        OciError::Answer {
            host: self.place.host.clone(),
            status: answer.status,
            what: what.to_owned(),
            told: told.map(|told| format!(": {told}")).unwrap_or_default(),
        }
    }
}

const OCTETS: &str = "application/octet-stream";

fn host_of(url: &str) -> String {
    url.parse::<Uri>().ok().and_then(|uri| uri.authority().map(ToString::to_string)).unwrap_or_default()
}

/// Whether a registry is on this machine.
fn is_this_machine(host: &str) -> bool {
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.parse::<u16>().is_ok() => name,
        _ => host,
    };
    matches!(name, "localhost" | "[::1]") || name.starts_with("127.")
}

/// A user's words for what went wrong on the way.
fn in_words(error: &ureq::Error) -> String {
    match error {
        ureq::Error::HostNotFound => "there is no host of this name".to_owned(),
        ureq::Error::ConnectionFailed => "it refuses connections".to_owned(),
        ureq::Error::Timeout(_) => "it takes too long".to_owned(),
        ureq::Error::Io(error) if error.kind() == std::io::ErrorKind::ConnectionRefused => {
            "it refuses connections".to_owned()
        }
        // The standard library knows no kind for it.
        ureq::Error::Io(error) if error.to_string().contains("failed to lookup address") => {
            "there is no host of this name".to_owned()
        }
        ureq::Error::Tls(_) | ureq::Error::Rustls(_) => format!(
            "it is not who it says, or speaks no TLS ({error}): name its authority with --ca-file, or --plain-http"
        ),
        error => error.to_string(),
    }
}

/// How a registry wants to be told who asks.
#[derive(Debug, PartialEq, Eq)]
enum Challenge {
    Basic,
    Bearer { realm: String, service: Option<String>, scope: Option<String> },
}

impl Challenge {
    fn parse(text: &str) -> Option<Self> {
        let (scheme, rest) = text.split_once(' ').unwrap_or((text, ""));
        if scheme.eq_ignore_ascii_case("basic") {
            return Some(Self::Basic);
        }
        if !scheme.eq_ignore_ascii_case("bearer") {
            return None;
        }
        let value = |name: &str| {
            let start = rest.find(&format!("{name}=\""))? + name.len() + 2;
            rest[start..].split('"').next().map(str::to_owned)
        };
        Some(Self::Bearer { realm: value("realm")?, service: value("service"), scope: value("scope") })
    }
}

fn percent_encoded(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~:/,".contains(&byte);
    text.bytes()
        .map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn challenges_are_read() {
        let bearer = "Bearer realm=\"https://auth/token\",service=\"r\",scope=\"repository:a:pull,push\"";
        assert_eq!(
            Challenge::parse(bearer),
            Some(Challenge::Bearer {
                realm: "https://auth/token".to_owned(),
                service: Some("r".to_owned()),
                scope: Some("repository:a:pull,push".to_owned()),
            })
        );
        assert_eq!(Challenge::parse("basic realm=\"x\""), Some(Challenge::Basic));
        assert_eq!(Challenge::parse("Negotiate"), None);
        assert_eq!(percent_encoded("a b&c=d"), "a%20b%26c%3Dd");
    }

    #[test]
    fn this_machine_is_known() {
        for (host, is) in
            [("localhost:5000", true), ("127.0.0.1", true), ("[::1]:5", true), ("localhost.com", false)]
        {
            assert_eq!(is_this_machine(host), is, "{host}");
        }
    }
}

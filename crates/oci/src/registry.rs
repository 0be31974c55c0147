//! Artifacts in a registry, over HTTP.
//!
//! Credentials go to two places: to the registry itself, and to the token server that it names. A redirect that leads
//! elsewhere is followed without credentials, and a challenge of whoever answers there is not answered.

use crate::address::Place;
use crate::archive::LARGEST_LAYER;
use crate::challenge::Challenge;
use crate::deadline::Deadline;
use crate::http::{Answer, Client, LARGEST_ANSWER, Question};
use crate::manifest::{MANIFEST, Packed, held_against, layer};
use crate::origin::{Origin, is_this_machine};
use crate::{Digest, Login, OciError, Transport};
use std::cell::RefCell;
use ureq::http::{Method, Uri};

/// How many redirects are followed for one request.
const MOST_REDIRECTS: usize = 5;
const OCTETS: &str = "application/octet-stream";

/// Puts an artifact into a repository, its blobs first.
pub(crate) fn put(place: &Place, packed: &Packed, transport: &Transport) -> Result<(), OciError> {
    let registry = Registry::new(place, transport, "pull,push", Deadline::after(transport.timeout))?;
    for (digest, bytes) in &packed.blobs {
        registry.put_blob(digest, bytes)?;
    }
    let reference = if place.tag.is_none() && place.digest.is_some() {
        packed.digest.to_string()
    } else {
        place.tag.clone().unwrap_or_else(|| "latest".to_owned())
    };
    let uri = registry.uri(&format!("manifests/{reference}"))?;
    let answer = registry.ask(&Method::PUT, uri, Some((MANIFEST, &packed.manifest)), LARGEST_ANSWER)?;
    if answer.status == 201 { Ok(()) } else { Err(registry.unexpected(&answer, "a manifest")) }
}

/// The manifest and the layer of an artifact.
pub(crate) fn get(
    place: &Place,
    transport: &Transport,
    deadline: Deadline,
) -> Result<(Vec<u8>, Vec<u8>), OciError> {
    let registry = Registry::new(place, transport, "pull", deadline)?;
    let reference = place.reference();
    let uri = registry.uri(&format!("manifests/{reference}"))?;
    let manifest = registry.bytes(uri, LARGEST_ANSWER, &reference)?;
    let manifest = match &place.digest {
        Some(digest) => held_against(manifest, digest, "the manifest")?,
        None => manifest,
    };
    let (digest, size) = layer(&manifest)?;
    let uri = registry.uri(&format!("blobs/{digest}"))?;
    let bytes = registry.bytes(uri, size.min(LARGEST_LAYER), &format!("the layer {digest}"))?;
    Ok((manifest, held_against(bytes, &digest, "the layer")?))
}

/// One repository of a registry.
struct Registry<'p> {
    client: Client,
    place: &'p Place,
    origin: Origin,
    /// `https://HOST`.
    root: String,
    actions: &'static str,
    login: Option<Login>,
    /// The `Authorization` header that the registry accepts, once it has asked for one.
    authorization: RefCell<Option<String>>,
}

impl<'p> Registry<'p> {
    fn new(
        place: &'p Place,
        transport: &Transport,
        actions: &'static str,
        deadline: Deadline,
    ) -> Result<Self, OciError> {
        let login = match &transport.login {
            Some(login) => Some(login.clone()),
            None => Login::of_docker(&place.host)?,
        };
        let scheme = if transport.plain_http || is_this_machine(&place.host) { "http" } else { "https" };
        // Docker's own registry is elsewhere than its name says.
        let host = if place.host == "docker.io" { "registry-1.docker.io" } else { &place.host };
        let root = format!("{scheme}://{host}");
        let origin = root.parse::<Uri>().ok().and_then(|uri| Origin::of(&uri)).ok_or_else(|| {
            OciError::Unreachable { host: host.to_owned(), why: "its name is not a host".to_owned() }
        })?;
        let client = Client::new(transport, deadline);
        Ok(Self { client, place, origin, root, actions, login, authorization: RefCell::new(None) })
    }

    fn uri(&self, rest: &str) -> Result<Uri, OciError> {
        let text = format!("{}/v2/{}/{rest}", self.root, self.place.repository);
        text.parse().map_err(|_| self.misled(&text, "it is not a URL"))
    }

    fn put_blob(&self, digest: &Digest, bytes: &[u8]) -> Result<(), OciError> {
        let there = self.ask(&Method::HEAD, self.uri(&format!("blobs/{digest}"))?, None, 0)?;
        if there.status == 200 {
            return Ok(());
        }
        let start = self.uri("blobs/uploads/")?;
        let begun = self.ask(&Method::POST, start.clone(), Some((OCTETS, &[])), LARGEST_ANSWER)?;
        let location = match (begun.status, &begun.location) {
            (202, Some(location)) => self.resolved(&start, location)?,
            _ => return Err(self.unexpected(&begun, "the start of an upload")),
        };
        let separator = if location.query().is_some() { '&' } else { '?' };
        let location = format!("{location}{separator}digest={digest}");
        let uri = location.parse().map_err(|_| self.misled(&location, "it is not a URL"))?;
        let answer = self.ask(&Method::PUT, uri, Some((OCTETS, bytes)), LARGEST_ANSWER)?;
        if answer.status == 201 { Ok(()) } else { Err(self.unexpected(&answer, "an upload")) }
    }

    fn bytes(&self, uri: Uri, most: u64, what: &str) -> Result<Vec<u8>, OciError> {
        let answer = self.ask(&Method::GET, uri, None, most)?;
        match answer.status {
            200 => Ok(answer.body),
            404 => Err(OciError::Missing {
                place: format!("{}/{}", self.place.host, self.place.repository),
                what: what.to_owned(),
            }),
            _ => Err(self.unexpected(&answer, what)),
        }
    }

    /// Asks, follows redirects, and answers the challenges of the registry itself.
    fn ask(
        &self,
        method: &Method,
        mut uri: Uri,
        body: Option<(&str, &[u8])>,
        most: u64,
    ) -> Result<Answer, OciError> {
        // Once a redirect has led elsewhere, nothing that follows is the registry's own word.
        let mut is_registry = true;
        for _ in 0..=MOST_REDIRECTS {
            is_registry &= self.checked(&uri)? == self.origin;
            let question = Question { method, uri: &uri, body, authorization: None, most };
            let answer =
                if is_registry { self.ask_registry(question)? } else { self.client.ask(question)? };
            if !answer.is_redirect() {
                return Ok(answer);
            }
            if body.is_some() {
                return Err(self.misled(&uri.to_string(), "an upload must not be redirected"));
            }
            let location = answer.location.as_deref().unwrap_or_default();
            uri = self.resolved(&uri, location)?;
        }
        Err(self.misled(&uri.to_string(), "there are too many redirects"))
    }

    /// Asks the registry itself: with the credentials that it has accepted, or else with those that it asks for.
    fn ask_registry(&self, question: Question<'_>) -> Result<Answer, OciError> {
        let known = self.authorization.borrow().clone();
        let answer = self.client.ask(Question { authorization: known.as_deref(), ..question })?;
        if answer.status != 401 {
            return Ok(answer);
        }
        let authorization = self.authorization_for(&answer.challenges)?;
        let answer = self.client.ask(Question { authorization: Some(&authorization), ..question })?;
        *self.authorization.borrow_mut() = Some(authorization);
        Ok(answer)
    }

    /// The origin of a URL that the registry names, if requests may be led there: over TLS if the registry itself is, and
    /// to this machine's own services only if the registry is one of them.
    fn checked(&self, uri: &Uri) -> Result<Origin, OciError> {
        let shown = uri.to_string();
        let origin = Origin::of(uri).ok_or_else(|| self.misled(&shown, "it is not an http or https URL"))?;
        if self.origin.is_encrypted() && !origin.is_encrypted() {
            return Err(self.misled(&shown, "it is not encrypted"));
        }
        if origin.is_local() && !self.origin.is_local() {
            return Err(self.misled(&shown, "it is on this machine or a private network"));
        }
        Ok(origin)
    }

    /// A `Location` header as an absolute URL (RFC 3986, section 5.2, without dot segments, which servers resolve).
    fn resolved(&self, from: &Uri, location: &str) -> Result<Uri, OciError> {
        let scheme = from.scheme_str().unwrap_or("https");
        let authority = from.authority().map(ToString::to_string).unwrap_or_default();
        let path = from.path();
        let whole = if location.is_empty() {
            return Err(self.misled(location, "it has no location"));
        } else if location.split_once("://").is_some_and(|(scheme, _)| is_scheme(scheme)) {
            location.to_owned()
        } else if location.starts_with("//") {
            format!("{scheme}:{location}")
        } else if location.starts_with('/') {
            format!("{scheme}://{authority}{location}")
        } else if location.starts_with('?') {
            format!("{scheme}://{authority}{path}{location}")
        } else {
            let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
            format!("{scheme}://{authority}{folder}/{location}")
        };
        whole.parse().map_err(|_| self.misled(location, "it is not a URL"))
    }

    /// The header that answers a challenge: the login itself, or a token that is given for it.
    fn authorization_for(&self, challenges: &[String]) -> Result<String, OciError> {
        let challenge = challenges.iter().find_map(|challenge| Challenge::parse(challenge));
        match (challenge, &self.login) {
            (Some(Challenge::Bearer { realm, service, scope }), _) => {
                self.token(&realm, service.as_deref(), scope.as_deref())
            }
            (Some(Challenge::Basic), Some(login)) => Ok(login.basic()),
            _ => Err(self.denied()),
        }
    }

    fn token(&self, realm: &str, service: Option<&str>, scope: Option<&str>) -> Result<String, OciError> {
        let own = format!("repository:{}:{}", self.place.repository, self.actions);
        let mut query = vec![("scope", scope.unwrap_or(&own).to_owned())];
        query.extend(service.map(|service| ("service", service.to_owned())));
        let query: Vec<String> =
            query.into_iter().map(|(key, value)| format!("{key}={}", percent_encoded(&value))).collect();
        let separator = if realm.contains('?') { '&' } else { '?' };
        let url = format!("{realm}{separator}{}", query.join("&"));
        let uri = url.parse().map_err(|_| self.misled(realm, "it is not a URL"))?;
        let origin = self.checked(&uri)?;
        // A password leaves in plain text only to where the user has chosen that, or not over any network.
        let is_safe = origin.is_encrypted() || origin == self.origin || origin.is_this_machine();
        if self.login.is_some() && !is_safe {
            return Err(self.misled(realm, "a token server on another host must use TLS"));
        }
        let authorization = self.login.as_ref().map(Login::basic);
        let authorization = authorization.as_deref();
        let question =
            Question { method: &Method::GET, uri: &uri, body: None, authorization, most: LARGEST_ANSWER };
        let answer = self.client.ask(question)?;
        if answer.is_redirect() {
            return Err(self.misled(realm, "a token server must not redirect"));
        }
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

    /// A URL that the registry names and that is not asked. Its query may hold a signature, and is not shown.
    fn misled(&self, url: &str, why: &'static str) -> OciError {
        let plain = url.split(['?', '#']).next().unwrap_or_default();
        let plain = match plain.split_once("://") {
            Some((scheme, rest)) => match rest.split_once('@') {
                Some((_, rest)) => format!("{scheme}://{rest}"),
                None => plain.to_owned(),
            },
            None => plain.to_owned(),
        };
        OciError::Misled { host: self.place.host.clone(), url: shortened(&plain), why }
    }

    fn denied(&self) -> OciError {
        let who =
            self.login.as_ref().map_or_else(|| "an anonymous user".to_owned(), |login| login.user.clone());
        OciError::Denied { host: self.place.host.clone(), repository: self.place.repository.clone(), who }
    }

    fn unexpected(&self, answer: &Answer, what: &str) -> OciError {
        if [401, 403].contains(&answer.status) {
            return self.denied();
        }
        // `{"errors": [{"code": "...", "message": "..."}]}`
        let message = serde_json::from_slice::<serde_json::Value>(&answer.body).ok();
        let message = message.as_ref().and_then(|body| body.pointer("/errors/0/message")?.as_str());
        OciError::Answer {
            host: self.place.host.clone(),
            status: answer.status,
            what: what.to_owned(),
            message: message.map(|message| format!(": {}", shortened(message))).unwrap_or_default(),
        }
    }
}

/// A server's words, which may be of any length and act on a terminal.
fn shortened(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).take(200).collect()
}

fn is_scheme(text: &str) -> bool {
    text.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
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
    use std::time::Duration;

    fn registry<'p>(place: &'p Place, transport: &Transport) -> Registry<'p> {
        let transport =
            Transport { login: Some(Login { user: "u".into(), password: "p".into() }), ..transport.clone() };
        Registry::new(place, &transport, "pull", Deadline::after(Duration::from_secs(1))).expect("a registry")
    }

    fn place(host: &str) -> Place {
        Place { host: host.to_owned(), repository: "r".to_owned(), tag: None, digest: None }
    }

    #[test]
    fn a_location_is_resolved_against_the_url_that_it_answers() {
        let place = place("host");
        let registry = registry(&place, &Transport::default());
        let from: Uri = "https://host/v2/r/blobs/uploads/?a=b".parse().expect("a URL");
        for (location, whole) in [
            ("https://other:1/x?y", Some("https://other:1/x?y")),
            ("//other/x", Some("https://other/x")),
            ("/x", Some("https://host/x")),
            ("?x", Some("https://host/v2/r/blobs/uploads/?x")),
            ("x", Some("https://host/v2/r/blobs/uploads/x")),
            ("/x?next=http://other/", Some("https://host/x?next=http://other/")),
            ("", None),
            ("https://", None),
            ("/a b", None),
        ] {
            assert_eq!(
                registry.resolved(&from, location).ok().map(|uri| uri.to_string()).as_deref(),
                whole,
                "{location}"
            );
        }
    }

    #[test]
    fn a_registry_redirects_only_to_equally_safe_servers() {
        let plain = Transport { plain_http: true, ..Transport::default() };
        for (host, transport, url, may) in [
            ("host", &Transport::default(), "https://cdn.example.com/x", true),
            ("host", &Transport::default(), "http://cdn.example.com/x", false),
            ("host", &Transport::default(), "http://host/x", false),
            ("host", &Transport::default(), "https://127.0.0.1/x", false),
            ("host", &Transport::default(), "https://user@cdn.example.com/x", false),
            ("host", &Transport::default(), "ftp://cdn.example.com/x", false),
            ("host", &plain, "http://cdn.example.com/x", true),
            ("host", &plain, "http://169.254.169.254/x", false),
            ("host", &plain, "http://[::1]/x", false),
            ("127.0.0.1:5000", &Transport::default(), "http://127.0.0.1:1/x", true),
        ] {
            let place = place(host);
            let registry = registry(&place, transport);
            assert_eq!(registry.checked(&url.parse().expect(url)).is_ok(), may, "{host} {url}");
        }
    }

    #[test]
    fn a_password_goes_to_an_encrypted_token_server() {
        let plain = Transport { plain_http: true, ..Transport::default() };
        let place = place("host.invalid");
        let registry = registry(&place, &plain);
        for realm in ["http://other.invalid/token", "http://host.invalid:81/token", "token", "https://u:p@a/"]
        {
            let refused = registry.token(realm, None, None).expect_err(realm);
            assert!(matches!(refused, OciError::Misled { .. }), "{realm}: {refused}");
            assert!(!refused.to_string().contains("u:p"), "{refused}");
        }
        // Here it is asked, and does not answer.
        for realm in ["https://other.invalid/token", "http://host.invalid/token"] {
            let refused = registry.token(realm, None, None).expect_err(realm);
            assert!(!matches!(refused, OciError::Misled { .. }), "{realm}: {refused}");
        }
    }

    #[test]
    fn a_query_is_percent_encoded() {
        assert_eq!(percent_encoded("a b&c=d"), "a%20b%26c%3Dd");
    }
}

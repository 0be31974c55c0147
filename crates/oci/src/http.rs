//! One HTTP request and its answer. It follows no redirect and answers no challenge: who may be asked, and with which
//! credentials, is up to the caller.

use crate::deadline::Deadline;
use crate::manifest::MANIFEST;
use crate::origin::Origin;
use crate::{OciError, Transport};
use std::time::Duration;
use ureq::Agent;
use ureq::http::{HeaderMap, Method, Request, Uri};
use ureq::tls::{Certificate, PemItem, RootCerts, TlsConfig, parse_pem};

/// The longest answer that is neither a manifest nor a layer.
pub(crate) const LARGEST_ANSWER: u64 = 4 << 20;

/// A request.
#[derive(Clone, Copy)]
pub(crate) struct Question<'q> {
    pub(crate) method: &'q Method,
    pub(crate) uri: &'q Uri,
    /// Its media type and its bytes.
    pub(crate) body: Option<(&'q str, &'q [u8])>,
    pub(crate) authorization: Option<&'q str>,
    /// The bytes that an answer of status 200 may have.
    pub(crate) most: u64,
}

/// What a server answers.
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) location: Option<String>,
    pub(crate) challenges: Vec<String>,
    pub(crate) body: Vec<u8>,
}

impl Answer {
    pub(crate) fn is_redirect(&self) -> bool {
        matches!(self.status, 301 | 302 | 303 | 307 | 308)
    }
}

/// Sends requests until a deadline.
pub(crate) struct Client {
    agent: Agent,
    deadline: Deadline,
}

impl Client {
    pub(crate) fn new(transport: &Transport, deadline: Deadline) -> Self {
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
            .max_redirects(0)
            .max_redirects_will_error(false)
            .timeout_connect(Some(Duration::from_secs(20)))
            .timeout_recv_response(Some(Duration::from_secs(120)))
            .user_agent(concat!("pulsarc/", env!("CARGO_PKG_VERSION")))
            .tls_config(tls.build())
            .build()
            .new_agent();
        Self { agent, deadline }
    }

    pub(crate) fn ask(&self, question: Question<'_>) -> Result<Answer, OciError> {
        let host = || Origin::of(question.uri).map(|origin| origin.to_string()).unwrap_or_default();
        let unreachable = |why: String| OciError::Unreachable { host: host(), why };
        let failed = |error: ureq::Error| match error {
            ureq::Error::Timeout(_) if self.deadline.left().is_err() => self.deadline.passed(),
            error => unreachable(in_words(&error)),
        };
        let mut request = Request::builder().method(question.method).uri(question.uri);
        request = request.header(
            "Accept",
            format!("{MANIFEST}, application/vnd.docker.distribution.manifest.v2+json, */*"),
        );
        if let Some(authorization) = question.authorization {
            request = request.header("Authorization", authorization);
        }
        if let Some((media, _)) = question.body {
            request = request.header("Content-Type", media);
        }
        let left = Some(self.deadline.left()?);
        // What is wrong with a header may be its value, which may be a secret.
        let malformed = |_| unreachable("the request cannot be written".to_owned());
        let mut response = if let Some((_, bytes)) = question.body {
            let request = request.body(bytes).map_err(malformed)?;
            let request = self.agent.configure_request(request).timeout_global(left).build();
            self.agent.run(request).map_err(failed)?
        } else {
            let request = request.body(()).map_err(malformed)?;
            let request = self.agent.configure_request(request).timeout_global(left).build();
            self.agent.run(request).map_err(failed)?
        };
        let status = response.status().as_u16();
        let location = texts(response.headers(), "location").next();
        let challenges = texts(response.headers(), "www-authenticate").collect();
        // The words of an error may be longer than what was asked for.
        let most = if status == 200 { question.most } else { LARGEST_ANSWER };
        let body = response.body_mut().with_config().limit(most.saturating_add(1)).read_to_vec();
        let body = body.map_err(|error| match error {
            ureq::Error::BodyExceedsLimit(_) => {
                OciError::Archive("the registry sends more bytes than the artifact should have".to_owned())
            }
            error => failed(error),
        })?;
        Ok(Answer { status, location, challenges, body })
    }
}

fn texts<'h>(headers: &'h HeaderMap, name: &'h str) -> impl Iterator<Item = String> + 'h {
    headers.get_all(name).iter().filter_map(|value| value.to_str().ok()).map(str::to_owned)
}

/// A transport error in words of the field.
fn in_words(error: &ureq::Error) -> String {
    match error {
        ureq::Error::HostNotFound => "no such host".to_owned(),
        ureq::Error::ConnectionFailed => "connection refused".to_owned(),
        ureq::Error::Timeout(_) => "timed out".to_owned(),
        ureq::Error::Io(error) if error.kind() == std::io::ErrorKind::ConnectionRefused => {
            "connection refused".to_owned()
        }
        // The standard library knows no kind for it.
        ureq::Error::Io(error) if error.to_string().contains("failed to lookup address") => {
            "no such host".to_owned()
        }
        ureq::Error::Tls(_) | ureq::Error::Rustls(_) => {
            format!("TLS handshake failed ({error}): name a private CA with --ca-file, or use --plain-http")
        }
        error => error.to_string(),
    }
}

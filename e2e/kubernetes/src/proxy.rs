//! A proxy between one client and the API server. It speaks plain HTTP to the client, counts its requests, and does to
//! each what a test asks: passes it on, answers in the server's place, cuts the connection, or has the client killed.

use crate::http::{self, Extent, Framing, Head};
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, ServerName};
use rustls::{ClientConfig, ClientConnection, RootCertStore, StreamOwned};
use serde_json::json;
use std::fmt;
use std::io::{BufReader, ErrorKind, Result, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// A request that the client sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sent {
    /// Its number, from 0, since the proxy was last told what to do.
    pub number: usize,
    /// Its method.
    pub method: String,
    /// Its path without the query.
    pub path: String,
    /// Its query.
    pub query: String,
    /// Whether the server changes nothing for it: a dry run.
    pub dry_run: bool,
}

impl Sent {
    /// Whether it can change an object. A review is posted and keeps nothing.
    pub fn is_mutating(&self) -> bool {
        let changes = ["POST", "PUT", "PATCH", "DELETE"].contains(&self.method.as_str());
        let kept = !self.path.starts_with("/apis/authorization.k8s.io/")
            && !self.path.starts_with("/apis/authentication.k8s.io/");
        changes && kept && !self.dry_run
    }

    /// Whether the answer goes on for as long as the client listens.
    pub fn is_stream(&self) -> bool {
        self.query.contains("watch=true")
            || self.query.contains("watch=1")
            || self.query.contains("follow=true")
    }
}

impl fmt::Display for Sent {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let dry = if self.dry_run { " (dry run)" } else { "" };
        write!(to, "#{} {} {}?{}{dry}", self.number, self.method, self.path, self.query)
    }
}

/// What becomes of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It is passed on, and so is the answer.
    Pass,
    /// It is answered with a status in the server's place, which may name the seconds to wait.
    Answer(u16, Option<u32>),
    /// The connection ends before the server gets it.
    CutRequest,
    /// The server answers it, and the connection ends before the client gets the answer.
    CutAnswer,
    /// The connection ends in the middle of the answer.
    CutBody,
    /// The server answers it, and the client gets the answer so much later.
    Stall(Duration),
    /// The client is killed before the server gets it.
    KillBefore,
    /// The client is killed after the server has answered it, and before it gets the answer.
    KillAfter,
}

type Judge = Box<dyn FnMut(&Sent) -> Verdict + Send>;

/// Whether the client is to be killed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kill {
    No,
    Wanted,
    Done,
}

struct Shared {
    server: u16,
    token: String,
    tls: Arc<ClientConfig>,
    judge: Mutex<(Judge, Vec<Sent>)>,
    kill: Mutex<Kill>,
    killed: Condvar,
    stopped: AtomicBool,
}

/// A running proxy; it ends with this value.
pub struct Proxy {
    port: u16,
    shared: Arc<Shared>,
}

impl fmt::Debug for Proxy {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "Proxy on port {}", self.port)
    }
}

impl Proxy {
    /// Starts one in front of the API server on this port of the loopback, which these certificates prove. It has the
    /// client's token, since kubectl sends none over plain HTTP.
    pub(crate) fn start(server: u16, authority: &Path, token: &str) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a free port");
        let port = listener.local_addr().expect("its address").port();
        let mut roots = RootCertStore::empty();
        for certificate in CertificateDer::pem_file_iter(authority).expect("the certificates") {
            // The server's own certificate is in the file too, and is no authority.
            let _ = roots.add(certificate.expect("a certificate"));
        }
        let tls = ClientConfig::builder().with_root_certificates(roots).with_no_client_auth();
        let shared = Arc::new(Shared {
            server,
            token: token.to_owned(),
            tls: Arc::new(tls),
            judge: Mutex::new((Box::new(|_| Verdict::Pass), Vec::new())),
            kill: Mutex::new(Kill::No),
            killed: Condvar::new(),
            stopped: AtomicBool::new(false),
        });
        let accepting = shared.clone();
        std::thread::spawn(move || {
            for client in listener.incoming().flatten() {
                if accepting.stopped.load(Ordering::Relaxed) {
                    return;
                }
                let shared = accepting.clone();
                // A connection that breaks is the client's affair, and often what the test wants.
                std::thread::spawn(move || shared.serve(client));
            }
        });
        Self { port, shared }
    }

    /// Where the client finds it.
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Forgets what was sent, and judges what comes from now on.
    pub fn judge(&self, judge: impl FnMut(&Sent) -> Verdict + Send + 'static) {
        *locked(&self.shared.judge) = (Box::new(judge), Vec::new());
        *locked(&self.shared.kill) = Kill::No;
    }

    /// Forgets what was sent, and passes everything on from now on.
    pub fn pass(&self) {
        self.judge(|_| Verdict::Pass);
    }

    /// What the client has sent.
    pub fn sent(&self) -> Vec<Sent> {
        locked(&self.shared.judge).1.clone()
    }

    /// What the client has sent that can change an object.
    pub fn mutating(&self) -> Vec<Sent> {
        self.sent().into_iter().filter(Sent::is_mutating).collect()
    }

    /// Whether the client is to be killed now. The request waits until [`Proxy::killed`].
    pub fn wants_kill(&self) -> bool {
        *locked(&self.shared.kill) == Kill::Wanted
    }

    /// The client is dead: the request that it was killed at ends.
    pub fn killed(&self) {
        *locked(&self.shared.kill) = Kill::Done;
        self.shared.killed.notify_all();
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        self.shared.stopped.store(true, Ordering::Relaxed);
        self.killed();
        // It waits for a connection: one more lets it see that it is stopped.
        let _ = TcpStream::connect(("127.0.0.1", self.port));
    }
}

type Upstream = BufReader<StreamOwned<ClientConnection, TcpStream>>;

impl Shared {
    fn serve(&self, client: TcpStream) -> Result<()> {
        client.set_nodelay(true)?;
        let mut to_client = client.try_clone()?;
        let mut from_client = BufReader::new(client);
        let mut server = None;
        while let Some(head) = Head::read(&mut from_client)? {
            let mut body = Vec::new();
            http::copy(head.request_framing(), Extent::Whole, &mut from_client, &mut body)?;
            let last = head.closes();
            if !self.exchange(&head, &body, &mut to_client, &mut server)? || last {
                break;
            }
        }
        to_client.shutdown(Shutdown::Both)
    }

    /// Handles one request. Answers whether the connection goes on.
    fn exchange(
        &self,
        head: &Head,
        body: &[u8],
        client: &mut TcpStream,
        server: &mut Option<Upstream>,
    ) -> Result<bool> {
        let (verdict, method) = self.note(head, body);
        match verdict {
            Verdict::CutRequest => return Ok(false),
            Verdict::KillBefore => {
                self.kill();
                return Ok(false);
            }
            Verdict::Answer(status, wait) => {
                answer(client, status, wait)?;
                return Ok(true);
            }
            _ => {}
        }
        let (answer, upstream) = self.forward(head, body, server)?;
        match verdict {
            Verdict::CutAnswer => return Ok(false),
            Verdict::KillAfter => {
                self.kill();
                return Ok(false);
            }
            Verdict::Stall(time) => std::thread::sleep(time),
            _ => {}
        }
        let extent = if verdict == Verdict::CutBody { Extent::Half } else { Extent::Whole };
        let framing = answer.answer_framing(&method);
        answer.write(client)?;
        http::copy(framing, extent, upstream, client)?;
        Ok(extent == Extent::Whole && framing != Framing::Close && !answer.closes())
    }

    fn note(&self, head: &Head, body: &[u8]) -> (Verdict, String) {
        let mut words = head.first.split(' ');
        let method = words.next().unwrap_or_default().to_owned();
        let target = words.next().unwrap_or_default();
        let (path, query) = target.split_once('?').unwrap_or((target, ""));
        // A deletion says so in its body.
        let in_body = method == "DELETE" && String::from_utf8_lossy(body).contains("\"dryRun\":[\"All\"]");
        let dry_run = query.contains("dryRun=All") || in_body;
        let mut judge = locked(&self.judge);
        let (judge, sent) = &mut *judge;
        let request =
            Sent { number: sent.len(), method, path: path.to_owned(), query: query.to_owned(), dry_run };
        let verdict = judge(&request);
        let method = request.method.clone();
        sent.push(request);
        (verdict, method)
    }

    /// Sends a request to the server and reads the head of its answer.
    fn forward<'a>(
        &self,
        head: &Head,
        body: &[u8],
        server: &'a mut Option<Upstream>,
    ) -> Result<(Head, &'a mut Upstream)> {
        let mut head = head.clone();
        head.set("Host", &format!("127.0.0.1:{}", self.server));
        head.set("Authorization", &format!("Bearer {}", self.token));
        let upstream = match server {
            Some(upstream) => upstream,
            None => server.insert(self.connect()?),
        };
        let to = upstream.get_mut();
        head.write(to)?;
        to.write_all(body)?;
        to.flush()?;
        let answer = Head::read(upstream)?.ok_or(ErrorKind::UnexpectedEof)?;
        Ok((answer, upstream))
    }

    fn connect(&self) -> Result<Upstream> {
        let stream = TcpStream::connect(("127.0.0.1", self.server))?;
        stream.set_nodelay(true)?;
        let name = ServerName::try_from("127.0.0.1").expect("an address");
        let connection = ClientConnection::new(self.tls.clone(), name).map_err(std::io::Error::other)?;
        Ok(BufReader::new(StreamOwned::new(connection, stream)))
    }

    /// Has the client killed, and waits until it is.
    fn kill(&self) {
        let mut kill = locked(&self.kill);
        if *kill == Kill::No {
            *kill = Kill::Wanted;
        }
        while *kill == Kill::Wanted {
            kill = self.killed.wait(kill).unwrap_or_else(PoisonError::into_inner);
        }
    }
}

/// Answers as the API server does that cannot or will not do what was asked.
fn answer(client: &mut TcpStream, status: u16, wait: Option<u32>) -> Result<()> {
    let reason = match status {
        409 => "Conflict",
        429 => "TooManyRequests",
        503 => "ServiceUnavailable",
        504 => "Timeout",
        _ => "InternalError",
    };
    let body = json!({
        "kind": "Status",
        "apiVersion": "v1",
        "status": "Failure",
        "reason": reason,
        "message": format!("the proxy of the tests answers {status}"),
        "code": status,
    })
    .to_string();
    let wait = wait.map(|seconds| format!("Retry-After: {seconds}\r\n")).unwrap_or_default();
    let text = format!(
        "HTTP/1.1 {status} {reason}\r\nContent-Type: application/json\r\nContent-Length: {}\r\n{wait}\r\n{body}",
        body.len()
    );
    client.write_all(text.as_bytes())?;
    client.flush()
}

fn locked<T>(what: &Mutex<T>) -> MutexGuard<'_, T> {
    what.lock().unwrap_or_else(PoisonError::into_inner)
}

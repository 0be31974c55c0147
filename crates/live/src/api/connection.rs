//! The connections to the API server.
//!
//! A plan sends a hundred requests at once. kube's own client would open a connection for each request in flight, and a TLS handshake
//! costs the API server more than a small request. So requests share one HTTP/2 connection if the server speaks HTTP/2. Programs in
//! pods need HTTP/1.1, since their connection becomes a WebSocket.

use futures::lock::Mutex;
use http::{Request, Response};
use hyper_rustls::{FixedServerNameResolver, HttpsConnectorBuilder};
use hyper_util::client::legacy::Client as Sender;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::{TokioExecutor, TokioTimer};
use kube::client::{Body, ClientBuilder, ConfigExt};
use kube::{Client, Config, Error};
use std::cell::OnceCell;
use std::time::Duration;
use tower::{BoxError, ServiceBuilder};

/// A connection is tested so often while requests wait for answers. A new request would otherwise use a connection whose other end
/// has disappeared, for as long as the system takes to notice.
const PING: Duration = Duration::from_secs(10);

/// A connection without an answer to the test after this time is closed.
const PONG: Duration = Duration::from_secs(10);

/// The clients of one cluster.
pub(crate) struct Connections {
    config: Config,
    requests: Client,
    programs: OnceCell<Client>,
    /// Whether a request was answered, so that there is a connection to share.
    is_open: Mutex<bool>,
}

impl Connections {
    /// Clients for a cluster. No connection is opened yet.
    pub(crate) fn new(config: Config) -> Result<Self, Error> {
        // kube's own client knows the rules and credentials of proxies.
        let requests =
            if config.proxy_url.is_none() { shared(&config)? } else { Client::try_from(config.clone())? };
        Ok(Self { config, requests, programs: OnceCell::new(), is_open: Mutex::new(false) })
    }

    /// The answer to a request. The first request goes alone: others beside it would each open a connection.
    pub(super) async fn send(&self, request: Request<Body>) -> Result<Response<Body>, Error> {
        let mut is_open = self.is_open.lock().await;
        if *is_open {
            drop(is_open);
            return self.requests.send(request).await;
        }
        let answer = self.requests.send(request).await;
        *is_open = answer.is_ok();
        answer
    }

    /// The client for programs in pods. It is made when the first one is asked for, since a program for credentials runs for each client.
    pub(super) fn programs(&self) -> Result<Client, Error> {
        if let Some(client) = self.programs.get() {
            return Ok(client.clone());
        }
        let client = Client::try_from(self.config.clone())?;
        Ok(self.programs.get_or_init(|| client).clone())
    }
}

/// A client that asks for HTTP/2 during the TLS handshake and uses HTTP/1.1 otherwise.
fn shared(config: &Config) -> Result<Client, Error> {
    let mut tcp = HttpConnector::new();
    tcp.enforce_http(false);
    tcp.set_nodelay(true);
    tcp.set_connect_timeout(config.connect_timeout);
    let tls = HttpsConnectorBuilder::new().with_tls_config(config.rustls_client_config()?).https_or_http();
    let tls = match config.tls_server_name.clone().map(TryInto::try_into) {
        Some(Ok(name)) => tls.with_server_name_resolver(FixedServerNameResolver::new(name)),
        // kube's client reports an invalid name.
        Some(Err(_)) | None => tls,
    };
    let connector = tls.enable_all_versions().wrap_connector(tcp);
    let sender: Sender<_, Body> = Sender::builder(TokioExecutor::new())
        .timer(TokioTimer::new())
        .http2_keep_alive_interval(PING)
        .http2_keep_alive_timeout(PONG)
        .build(connector);
    let service = ServiceBuilder::new()
        .layer(config.base_uri_layer())
        .option_layer(config.auth_layer()?)
        .layer(config.extra_headers_layer()?)
        .map_err(BoxError::from)
        .service(sender);
    Ok(ClientBuilder::new(service, config.default_namespace.clone()).build())
}

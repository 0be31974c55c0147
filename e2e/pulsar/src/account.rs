//! The service account of a cluster's pods on a real API server, and the way to that server.
//!
//! A cluster's network leads nowhere, so connections to the API are carried through a socket in the file system. They
//! are carried as they are: TLS, the server's certificate and the token are between the worker and the API server.

use crate::manifests::{Manifests, text};
use crate::network::{self, Network};
use crate::process::Process;
use pulsarc_e2e_kubernetes::{Force, Lab};
use std::io;
use std::net::{Ipv4Addr, Shutdown, TcpStream};
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::{Path, PathBuf};

/// The kinds that say what a pod may do.
const RIGHTS: [&str; 5] = ["ServiceAccount", "Role", "RoleBinding", "ClusterRole", "ClusterRoleBinding"];

/// A Kubernetes for a cluster's function worker.
#[derive(Debug, Clone, Copy)]
pub struct Kubernetes<'a> {
    /// Where its API is.
    pub lab: &'a Lab,
    /// The program that carries connections to it.
    pub relay: &'a Path,
}

impl Kubernetes<'_> {
    /// Applies what pulsarc emits of accounts and rights.
    pub fn admit(&self, manifests: &Manifests) -> Result<(), String> {
        for object in RIGHTS.iter().flat_map(|kind| manifests.of_kind(kind)) {
            let answer = self.lab.client().apply(object, Force::No);
            if !answer.is_done() {
                return Err(answer.message().to_owned());
            }
        }
        Ok(())
    }

    /// Writes the files that a workload's pods have of their service account.
    pub fn write_account(&self, manifests: &Manifests, workload: &str, folder: &Path) -> Result<(), String> {
        let workload = manifests.get("StatefulSet", workload)?;
        let namespace = text(&workload["metadata"]["namespace"]);
        let token =
            self.lab.token(namespace, text(&workload["spec"]["template"]["spec"]["serviceAccountName"]));
        let authority = std::fs::read(self.lab.authority()).map_err(|error| error.to_string())?;
        let folder = folder.join("account");
        let files = [
            ("token", token.into_bytes()),
            ("ca.crt", authority),
            ("namespace", namespace.to_owned().into_bytes()),
        ];
        std::fs::create_dir_all(&folder)
            .and_then(|()| files.iter().try_for_each(|(name, text)| std::fs::write(folder.join(name), text)))
            .map_err(|error| format!("{}: {error}", folder.display()))
    }

    /// Leads the API's address in a cluster's network to the API server.
    pub fn connect(&self, network: &Network, folder: &Path) -> Result<Process, String> {
        let socket = socket();
        let listener =
            UnixListener::bind(&socket).map_err(|error| format!("{}: {error}", socket.display()))?;
        let port = self.lab.port();
        // It listens for as long as the test runs.
        std::thread::spawn(move || {
            for far in listener.incoming().flatten() {
                let joined = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).and_then(|near| join(near, far));
                if let Err(error) = joined {
                    eprintln!("the API server: {error}");
                }
            }
        });
        let mut command = network.command("client", folder, &self.relay.display().to_string());
        command.arg(network::API.to_string()).arg(socket);
        Process::start("relay", &folder.join("relay.log"), &mut command)
    }
}

/// A path that is short, since that of a socket has to be.
fn socket() -> PathBuf {
    let path = std::env::temp_dir().join(format!("pulsarc-e2e-{}.sock", std::process::id()));
    let _ = std::fs::remove_file(&path);
    path
}

/// Copies what comes from either end to the other, until both have ended.
pub fn join(tcp: TcpStream, unix: UnixStream) -> io::Result<()> {
    let (mut tcp_reader, mut unix_writer) = (tcp.try_clone()?, unix.try_clone()?);
    let (mut unix_reader, mut tcp_writer) = (unix, tcp);
    // An end that breaks off has ended too.
    std::thread::spawn(move || {
        let _ = io::copy(&mut tcp_reader, &mut unix_writer);
        let _ = unix_writer.shutdown(Shutdown::Write);
    });
    std::thread::spawn(move || {
        let _ = io::copy(&mut unix_reader, &mut tcp_writer);
        let _ = tcp_writer.shutdown(Shutdown::Write);
    });
    Ok(())
}

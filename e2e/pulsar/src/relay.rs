//! Carries connections into the network of a cluster: `pulsarc-e2e-relay ADDRESS SOCKET` listens on an address within it and
//! goes on to a socket in the file system, which networks do not part.

use std::net::TcpListener;
use std::os::unix::net::UnixStream;
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [address, socket] = arguments.as_slice() else {
        eprintln!("usage: pulsarc-e2e-relay ADDRESS SOCKET");
        return ExitCode::from(2);
    };
    match relay(address, Path::new(socket)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{address}: {error}");
            ExitCode::FAILURE
        }
    }
}

fn relay(address: &str, socket: &Path) -> std::io::Result<()> {
    for near in TcpListener::bind(address)?.incoming() {
        let (near, far) = (near?, UnixStream::connect(socket)?);
        pulsarc_e2e_pulsar::account::join(near, far)?;
    }
    Ok(())
}

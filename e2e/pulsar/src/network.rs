//! A network and names of a cluster's own: a Linux namespace with nothing but a loopback, and a hosts file.
//!
//! Ports stay as emitted, whatever else listens on this machine, nothing listens outside, and names are those that
//! the certificates have: Pulsar's clients resolve through the hosts file alone, not through the JVM's settings.

use std::fmt::Write as _;
use std::net::{Ipv4Addr, SocketAddrV4};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// Where pods find the API: the first address of the services' range, which is also in the API server's certificate.
pub const API: SocketAddrV4 = SocketAddrV4::new(Ipv4Addr::new(10, 96, 0, 1), 443);
/// Where pods find their service account.
const ACCOUNT: &str = "/var/run/secrets/kubernetes.io/serviceaccount";

/// A namespace, held by a process that sleeps in it.
#[derive(Debug)]
pub struct Network {
    holder: Child,
}

/// An address and the names that lead to it, the canonical one first.
#[derive(Debug, Clone)]
pub struct Host {
    /// Where it listens.
    pub address: Ipv4Addr,
    /// Its names.
    pub names: Vec<String>,
}

impl Network {
    /// Whether this machine lets a user make namespaces.
    pub fn possible() -> bool {
        Command::new("unshare")
            .args(["--map-root-user", "--net", "--mount", "ip", "link", "set", "lo", "up"])
            .output()
            .is_ok_and(|output| output.status.success())
    }

    /// A network in which these hosts have their names, and the API an address. A folder `account` within the given one
    /// stands where pods have the files of their service account.
    pub fn start(folder: &Path, hosts: &[Host]) -> Result<Self, String> {
        let mut text = "127.0.0.1 localhost\n".to_owned();
        for host in hosts {
            let _ = writeln!(text, "{} {}", host.address, host.names.join(" "));
        }
        let file = folder.join("hosts");
        let ready = folder.join("network-is-up");
        let account = folder.join("account");
        std::fs::create_dir_all(&account).map_err(|error| format!("{}: {error}", account.display()))?;
        std::fs::write(&file, text).map_err(|error| format!("{}: {error}", file.display()))?;
        let _ = std::fs::remove_file(&ready);
        let holder = Command::new("unshare")
            .args(["--map-root-user", "--net", "--mount", "sh", "-c"])
            .arg(
                r#"ip link set lo up && ip address add "$4" dev lo && mount --bind "$1" /etc/hosts &&
                mount -t tmpfs tmpfs /var/run && mkdir -p "$5" && mount --bind "$3" "$5" &&
                touch "$2" && exec sleep infinity"#,
            )
            .arg("network")
            .args([&file, &ready, &account])
            .arg(format!("{}/32", API.ip()))
            .arg(ACCOUNT)
            .stdin(Stdio::null())
            .spawn()
            .map_err(|error| format!("unshare does not start: {error}"))?;
        let network = Self { holder };
        let until = Instant::now() + Duration::from_secs(20);
        while !ready.exists() {
            if Instant::now() > until {
                return Err("the network is not up after 20 seconds".to_owned());
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        Ok(network)
    }

    /// A command that runs in this network, under a host's name, in a folder: to enter a namespace leaves the present one.
    pub fn command(&self, hostname: &str, folder: &Path, program: &str) -> Command {
        let mut command = Command::new("nsenter");
        command
            .arg("--target")
            .arg(self.holder.id().to_string())
            .args(["--user", "--net", "--mount", "--preserve-credentials"])
            .args([
                "unshare",
                "--uts",
                "sh",
                "-c",
                r#"hostname "$1" && cd "$2" && shift 2 && exec "$@""#,
                "host",
            ])
            .arg(hostname)
            .arg(folder)
            .arg(program)
            .stdin(Stdio::null());
        command
    }

    /// The far ports of every connection there is or was a minute ago.
    pub fn far_ports(&self) -> Result<Vec<u16>, String> {
        let output = self
            .command("client", Path::new("/"), "cat")
            .args(["/proc/self/net/tcp", "/proc/self/net/tcp6"])
            .output()
            .map_err(|error| format!("the connections cannot be read: {error}"))?;
        Ok(far_ports(&String::from_utf8_lossy(&output.stdout)))
    }
}

/// Reads the kernel's table: `sl local_address rem_address st ...`, addresses as hexadecimal with `:PORT`.
fn far_ports(table: &str) -> Vec<u16> {
    table
        .lines()
        .filter_map(|line| line.split_whitespace().nth(2)?.rsplit_once(':'))
        .filter_map(|(_, port)| u16::from_str_radix(port, 16).ok())
        .filter(|port| *port != 0)
        .collect()
}

impl Drop for Network {
    fn drop(&mut self) {
        let _ = self.holder.kill();
        let _ = self.holder.wait();
    }
}

#[cfg(test)]
mod tests {
    use super::far_ports;

    #[test]
    fn the_far_port_is_of_the_remote_address() {
        let table = "  sl  local_address rem_address   st\n   0: 0100007F:1F90 00000000:0000 0A\n   1: 0100007F:C001 0200007F:1A0A 01\n";
        assert_eq!(far_ports(table), [6666]);
    }
}

//! The program that a pod runs for a call: `curl`, with what the pod's environment says.

use super::{Answer, Call};
use crate::api::Output;
use pulsarc_model::Endpoint;

/// A shell script. Its arguments are the method, the path, the seconds that the call may take, and the endpoint: the prefix, the
/// setting of the port, its default, and the settings of the TLS port, of the credentials and of the authorities.
///
/// The token goes to `curl` through its standard input: a command line is readable by every process of the pod. A setting has the
/// image's prefix if its configuration file does not have the key.
const SCRIPT: &str = r#"
setting() {
  [ -n "$1" ] || return 0
  eval "found=\${PULSAR_PREFIX_$prefix$1:-}"
  [ -n "$found" ] || eval "found=\${$prefix$1:-}"
  printf '%s' "$found"
}
method=$1 path=$2 limit=$3 prefix=$4
port=$(setting "$5"); port=${port:-$6}
tls=$(setting "$7")
credentials=$(setting "$8")
authority=$(setting "$9")
host=$(hostname -f 2>/dev/null || hostname)
set -- --silent --show-error --max-time "$limit" --request "$method" --write-out '\n%{http_code} %{redirect_url}'
scheme=http
if [ -n "$tls" ]; then
  scheme=https port=$tls
  [ -z "$authority" ] || set -- "$@" --cacert "$authority"
  if [ "$(setting tlsRequireTrustedClientCertOnConnect)" = true ]; then
    set -- "$@" --cert "$(setting tlsCertificateFilePath)" --key "$(setting tlsKeyFilePath)"
  fi
fi
case $credentials in
  file:*) file=${credentials#file:}; token=$(cat "/${file##//}") ;;
  token:*) token=${credentials#token:} ;;
  *) token= ;;
esac
if [ -n "$token" ]; then
  printf 'header = "Authorization: Bearer %s"\n' "$token" | curl --config - "$@" "$scheme://$host:$port$path"
else
  curl "$@" "$scheme://$host:$port$path"
fi
"#;

/// The command for a call.
pub(super) fn command(endpoint: &Endpoint, call: &Call) -> Vec<String> {
    let text = |setting: Option<&str>| setting.unwrap_or_default().to_owned();
    vec![
        "sh".to_owned(),
        "-c".to_owned(),
        SCRIPT.trim().to_owned(),
        "pulsarc".to_owned(),
        call.method.word().to_owned(),
        call.path.clone(),
        call.limit.as_secs().max(1).to_string(),
        endpoint.prefix.to_owned(),
        endpoint.port.to_owned(),
        endpoint.default_port.to_string(),
        text(endpoint.tls_port),
        text(endpoint.credentials),
        text(endpoint.authority),
    ]
}

/// What the command found out; or why there is no answer.
pub(super) fn answer(output: &Output) -> Result<Answer, String> {
    let (body, last) = output.stdout.rsplit_once('\n').unwrap_or(("", &output.stdout));
    let (status, redirect) = last.split_once(' ').unwrap_or((last, ""));
    let status: u16 = status.trim().parse().unwrap_or(0);
    if output.code == 0 && status != 0 {
        let redirect = Some(redirect.trim()).filter(|target| !target.is_empty()).map(str::to_owned);
        return Ok(Answer { status, body: body.to_owned(), redirect });
    }
    let said = output.stderr.lines().map(str::trim).rfind(|line| !line.is_empty());
    Err(match (output.code, said) {
        (126 | 127, _) => "the image has no curl or no shell".to_owned(),
        (code, Some(said)) => format!("{} (exit code {code})", said.chars().take(200).collect::<String>()),
        (code, None) => format!("curl ended with exit code {code}"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pulsar::Method;
    use std::io::{Read, Write};
    use std::net::TcpListener;
    use std::process::Command;

    fn output(code: i32, stdout: &str, stderr: &str) -> Output {
        Output { code, stdout: stdout.to_owned(), stderr: stderr.to_owned() }
    }

    #[test]
    fn an_answer_is_the_body_and_the_status_below_it() {
        let found = answer(&output(0, "{\"a\":\n1}\n200 ", "")).expect("it is one");
        assert_eq!((found.status, found.body.as_str(), found.redirect), (200, "{\"a\":\n1}", None));
        let elsewhere = answer(&output(0, "\n307 http://broker-1:8080/x?a=b", "")).expect("it is one");
        assert_eq!(
            (elsewhere.status, elsewhere.redirect.as_deref()),
            (307, Some("http://broker-1:8080/x?a=b"))
        );
        let refused = answer(&output(7, "\n000 ", "curl: (7) Failed to connect\n"));
        assert_eq!(refused, Err("curl: (7) Failed to connect (exit code 7)".to_owned()));
        assert_eq!(answer(&output(0, "", "")), Err("curl ended with exit code 0".to_owned()));
    }

    /// The request that the script makes with these variables, or why the machine cannot run it.
    fn request(variables: &[(&str, &str)], call: &Call) -> Option<String> {
        Command::new("curl").arg("--version").output().ok()?;
        let listener = TcpListener::bind("0.0.0.0:0").ok()?;
        let port = listener.local_addr().ok()?.port();
        let endpoint = Endpoint {
            prefix: "PF_",
            port: "workerPort",
            default_port: port,
            tls_port: Some("workerPortTls"),
            credentials: Some("parameters"),
            authority: None,
        };
        let server = std::thread::spawn(move || {
            let (mut stream, _) = listener.accept().ok()?;
            let mut read = vec![0; 4096];
            let size = stream.read(&mut read).ok()?;
            stream.write_all(b"HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n").ok()?;
            Some(String::from_utf8_lossy(&read[..size]).into_owned())
        });
        let words = command(&endpoint, call);
        let run = Command::new(&words[0]).args(&words[1..]).envs(variables.iter().copied()).output().ok()?;
        assert_eq!(String::from_utf8_lossy(&run.stdout), "\n204 ", "{run:?}");
        server.join().ok()?
    }

    #[test]
    fn the_script_sends_the_token_of_the_pod() {
        let folder = std::env::temp_dir().join(format!("pulsarc-script-{}", std::process::id()));
        std::fs::write(&folder, "secret-token").expect("a file can be written");
        let call = Call::new(Method::Post, "/admin/v2/x?a=1&b=2");
        for credentials in [format!("file://{}", folder.display()), "token:secret-token".to_owned()] {
            let Some(sent) = request(&[("PF_parameters", &credentials)], &call) else { return };
            assert!(sent.starts_with("POST /admin/v2/x?a=1&b=2 HTTP/1.1\r\n"), "{sent}");
            assert!(sent.contains("Authorization: Bearer secret-token\r\n"), "{sent}");
        }
        let _ = std::fs::remove_file(folder);
    }

    #[test]
    fn the_token_is_on_no_command_line() {
        assert!(!SCRIPT.contains("--header \"Authorization"));
    }
}

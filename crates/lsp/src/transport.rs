//! Messages over standard input and output. A client may send anything: what is no message is passed over, and only what
//! cannot be told apart any more ends the connection.

use crossbeam_channel::{Receiver, Sender, bounded, unbounded};
use lsp_server::Message;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::thread::{Builder, JoinHandle};
use thiserror::Error;

/// The largest message that is read, in bytes.
const LARGEST: usize = 256 << 20;
/// The longest line before a message, in bytes.
const LONGEST_LINE: u64 = 4096;
/// Messages that wait at most: a client that sends faster than it is served waits itself.
const WAITING: usize = 64;

/// Why nothing more can be read.
#[derive(Debug, Error)]
pub enum Broken {
    /// The input or the output itself failed.
    #[error("the connection to the client failed: {0}")]
    Connection(#[from] io::Error),
    /// What came is no message, and nobody knows where the next one begins.
    #[error("the client does not speak the language server protocol: {0}")]
    NoMessage(&'static str),
}

/// What came from the client.
#[derive(Debug)]
pub(crate) enum Incoming {
    /// A message.
    Message(Message),
    /// Something of a message's size that is none, and why.
    Garbage(String),
    /// Nothing comes after this.
    Broken(Broken),
}

/// The ends of a connection.
pub(crate) struct Transport {
    /// To the client.
    pub(crate) sender: Sender<Message>,
    /// From the client; closed once it has ended.
    pub(crate) receiver: Receiver<Incoming>,
    writer: JoinHandle<io::Result<()>>,
}

impl Transport {
    /// Reads and writes messages, each on a thread of its own.
    pub(crate) fn start(
        input: impl Read + Send + 'static,
        output: impl Write + Send + 'static,
    ) -> io::Result<Self> {
        let (sender, outgoing) = unbounded::<Message>();
        let (incoming, receiver) = bounded(WAITING);
        Builder::new().name("reader".to_owned()).spawn(move || {
            let mut input = BufReader::new(input);
            while let Some(message) = next(&mut input) {
                let is_last = matches!(message, Incoming::Broken(_));
                if incoming.send(message).is_err() || is_last {
                    return;
                }
            }
        })?;
        let write = move || write_all(output, &outgoing);
        let writer = Builder::new().name("writer".to_owned()).spawn(write)?;
        Ok(Self { sender, receiver, writer })
    }

    /// Writes what is left to be written.
    pub(crate) fn finish(self) -> Result<(), Broken> {
        drop(self.sender);
        // A client that has ended reads nothing any more: that is no failure.
        match self.writer.join() {
            Ok(Err(error)) if error.kind() != io::ErrorKind::BrokenPipe => Err(error.into()),
            _ => Ok(()),
        }
    }
}

fn write_all(mut output: impl Write, outgoing: &Receiver<Message>) -> io::Result<()> {
    for message in outgoing {
        message.write(&mut output)?;
    }
    Ok(())
}

/// The next message; `None` at the end of the input.
fn next(input: &mut impl BufRead) -> Option<Incoming> {
    match body(input) {
        Ok(body) => body.map(|body| {
            serde_json::from_slice(&body)
                .map_or_else(|error| Incoming::Garbage(error.to_string()), Incoming::Message)
        }),
        Err(broken) => Some(Incoming::Broken(broken)),
    }
}

/// The bytes of the next message.
fn body(input: &mut impl BufRead) -> Result<Option<Vec<u8>>, Broken> {
    let Some(length) = length(input)? else { return Ok(None) };
    let mut body = Vec::new();
    // Room is made as the bytes come, not as they are promised.
    input.take(length as u64).read_to_end(&mut body)?;
    Ok((body.len() == length).then_some(body))
}

/// The length that the lines before a message tell; `None` at the end of the input.
fn length(input: &mut impl BufRead) -> Result<Option<usize>, Broken> {
    let mut length = None;
    loop {
        let mut line = Vec::new();
        if input.take(LONGEST_LINE).read_until(b'\n', &mut line)? == 0 {
            return Ok(None);
        }
        if !line.ends_with(b"\n") {
            return Err(Broken::NoMessage("a line before a message is too long, or has no end"));
        }
        let line =
            String::from_utf8(line).map_err(|_| Broken::NoMessage("a line before a message is not text"))?;
        let line = line.trim_end();
        if line.is_empty() {
            let length: Option<usize> = length;
            return length.map(Some).ok_or(Broken::NoMessage("a message without its length"));
        }
        let Some((name, value)) = line.split_once(':') else {
            return Err(Broken::NoMessage("a line before a message has no colon"));
        };
        if name.eq_ignore_ascii_case("content-length") {
            let told = value.trim().parse().ok().filter(|told| *told <= LARGEST);
            length =
                Some(told.ok_or(Broken::NoMessage("a message is too large, or its length is no number"))?);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<String> {
        let mut input = text.as_bytes();
        std::iter::from_fn(|| next(&mut input))
            .map(|incoming| match incoming {
                Incoming::Message(Message::Request(request)) => request.method,
                Incoming::Message(_) => "message".to_owned(),
                Incoming::Garbage(_) => "garbage".to_owned(),
                Incoming::Broken(broken) => broken.to_string(),
            })
            .take(3)
            .collect()
    }

    #[test]
    fn garbage_is_passed_over() {
        let message = r#"{"jsonrpc":"2.0","id":1,"method":"m"}"#;
        let framed = |body: &str| format!("Content-Length: {}\r\n\r\n{body}", body.len());
        let text = format!("{}{}{}", framed("{nothing"), framed("[]"), framed(message));
        assert_eq!(read(&text), ["garbage", "garbage", "m"]);
    }

    #[test]
    fn what_is_no_message_ends_the_connection() {
        for text in [
            "GET / HTTP/1.1\r\n\r\n",
            "Content-Length: 99999999999999\r\n\r\n",
            "Content-Length: x\r\n\r\n",
            "\r\n",
        ] {
            let read = read(text);
            assert!(read.first().is_some_and(|why| why.starts_with("the client does not speak")), "{read:?}");
        }
        assert!(read("Content-Length: 12\r\n\r\n{").is_empty(), "the client has ended");
    }
}

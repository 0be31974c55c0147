//! HTTP/1.1 messages as a proxy passes them on: a head that is read, and a body that is copied as it arrives.

use std::io::{BufRead, Error, ErrorKind, Result, Write};

/// The first line and the headers of a message.
#[derive(Debug, Clone)]
pub(crate) struct Head {
    /// The request line or the status line.
    pub first: String,
    headers: Vec<(String, String)>,
}

/// How the end of a body is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Framing {
    /// There is no body.
    Empty,
    /// By its length.
    Length(u64),
    /// Each chunk has its length.
    Chunked,
    /// By the end of the connection.
    Close,
}

/// How much of a body is passed on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Extent {
    /// All of it.
    Whole,
    /// Half of its length, or half of its first chunk.
    Half,
}

impl Head {
    /// The next message's head; `None` if the connection ends before it.
    pub(crate) fn read(from: &mut impl BufRead) -> Result<Option<Self>> {
        let Some(first) = line(from)? else { return Ok(None) };
        let mut headers = Vec::new();
        while let Some(text) = line(from)? {
            if text.is_empty() {
                return Ok(Some(Self { first, headers }));
            }
            let (name, value) = text.split_once(':').ok_or_else(|| invalid("a header without a colon"))?;
            headers.push((name.to_owned(), value.trim().to_owned()));
        }
        Err(ErrorKind::UnexpectedEof.into())
    }

    /// A header's value.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let found = self.headers.iter().find(|(key, _)| key.eq_ignore_ascii_case(name));
        found.map(|(_, value)| value.as_str())
    }

    /// Replaces a header's value.
    pub(crate) fn set(&mut self, name: &str, value: &str) {
        self.headers.retain(|(key, _)| !key.eq_ignore_ascii_case(name));
        self.headers.push((name.to_owned(), value.to_owned()));
    }

    /// Whether the connection ends with this message.
    pub(crate) fn closes(&self) -> bool {
        self.header("connection").is_some_and(|value| value.eq_ignore_ascii_case("close"))
    }

    /// How a request's body ends.
    pub(crate) fn request_framing(&self) -> Framing {
        self.framing().unwrap_or(Framing::Empty)
    }

    /// How the body of an answer to this method ends.
    pub(crate) fn answer_framing(&self, method: &str) -> Framing {
        let status = self.status();
        if method == "HEAD" || status == 204 || status == 304 || (100..200).contains(&status) {
            return Framing::Empty;
        }
        self.framing().unwrap_or(Framing::Close)
    }

    /// The status of an answer.
    pub(crate) fn status(&self) -> u16 {
        self.first.split(' ').nth(1).and_then(|code| code.parse().ok()).unwrap_or_default()
    }

    fn framing(&self) -> Option<Framing> {
        let chunked = self.header("transfer-encoding").is_some_and(|value| value.contains("chunked"));
        if chunked {
            return Some(Framing::Chunked);
        }
        self.header("content-length")?.parse().ok().map(Framing::Length)
    }

    /// Writes it, with the empty line that ends it.
    pub(crate) fn write(&self, to: &mut impl Write) -> Result<()> {
        let mut text = format!("{}\r\n", self.first);
        for (name, value) in &self.headers {
            text.extend([name.as_str(), ": ", value.as_str(), "\r\n"]);
        }
        text.push_str("\r\n");
        to.write_all(text.as_bytes())?;
        to.flush()
    }
}

/// Copies a body, each part as soon as it arrives, so that a watch reaches the client while it goes on.
pub(crate) fn copy(
    framing: Framing,
    extent: Extent,
    from: &mut impl BufRead,
    to: &mut impl Write,
) -> Result<()> {
    match framing {
        Framing::Empty => Ok(()),
        Framing::Length(length) => copy_bytes(extent.of(length), from, to),
        Framing::Chunked => copy_chunks(extent, from, to),
        Framing::Close => copy_bytes(extent.of(u64::MAX), from, to)
            .or_else(|error| if error.kind() == ErrorKind::UnexpectedEof { Ok(()) } else { Err(error) }),
    }
}

impl Extent {
    fn of(self, length: u64) -> u64 {
        match self {
            Self::Whole => length,
            Self::Half => length / 2,
        }
    }
}

fn copy_bytes(mut left: u64, from: &mut impl BufRead, to: &mut impl Write) -> Result<()> {
    while left > 0 {
        let available = from.fill_buf()?;
        if available.is_empty() {
            return Err(ErrorKind::UnexpectedEof.into());
        }
        let count = available.len().min(usize::try_from(left).unwrap_or(usize::MAX));
        to.write_all(&available[..count])?;
        to.flush()?;
        from.consume(count);
        left -= count as u64;
    }
    Ok(())
}

fn copy_chunks(extent: Extent, from: &mut impl BufRead, to: &mut impl Write) -> Result<()> {
    loop {
        let size = line(from)?.ok_or(ErrorKind::UnexpectedEof)?;
        to.write_all(format!("{size}\r\n").as_bytes())?;
        let digits = size.split(';').next().unwrap_or_default().trim();
        let length = u64::from_str_radix(digits, 16).map_err(|_| invalid("the size of a chunk"))?;
        copy_bytes(extent.of(length), from, to)?;
        if extent == Extent::Half {
            return Ok(());
        }
        let end = line(from)?.ok_or(ErrorKind::UnexpectedEof)?;
        to.write_all(format!("{end}\r\n").as_bytes())?;
        to.flush()?;
        if length == 0 {
            return Ok(());
        }
    }
}

fn line(from: &mut impl BufRead) -> Result<Option<String>> {
    let mut text = String::new();
    if from.read_line(&mut text)? == 0 {
        return Ok(None);
    }
    Ok(Some(text.trim_end_matches(['\r', '\n']).to_owned()))
}

fn invalid(what: &'static str) -> Error {
    Error::new(ErrorKind::InvalidData, what)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn copied(framing: Framing, extent: Extent, body: &str) -> String {
        let mut to = Vec::new();
        copy(framing, extent, &mut body.as_bytes(), &mut to).expect("it is copied");
        String::from_utf8(to).expect("it is text")
    }

    #[test]
    fn a_chunked_body_is_copied_to_its_end_and_no_further() {
        let mut body = "3\r\nabc\r\n0\r\n\r\nHTTP/1.1 200 OK".as_bytes();
        let mut to = Vec::new();
        copy(Framing::Chunked, Extent::Whole, &mut body, &mut to).expect("it is copied");
        assert_eq!(to, b"3\r\nabc\r\n0\r\n\r\n");
        assert_eq!(body, b"HTTP/1.1 200 OK");
    }

    #[test]
    fn half_a_body_ends_in_the_middle() {
        assert_eq!(copied(Framing::Length(6), Extent::Half, "abcdef"), "abc");
        assert_eq!(copied(Framing::Chunked, Extent::Half, "4\r\nabcd\r\n0\r\n\r\n"), "4\r\nab");
    }

    #[test]
    fn an_answer_without_content_has_no_body() {
        let head =
            Head::read(&mut "HTTP/1.1 204 No Content\r\n\r\n".as_bytes()).expect("a head").expect("a head");
        assert_eq!(head.answer_framing("DELETE"), Framing::Empty);
    }
}

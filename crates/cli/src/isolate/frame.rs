//! Messages between two processes of pulsarc: the length in four bytes, then JSON. No text in a message can end it.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::io::{self, Read, Write};

/// A message with the number of the request that it is about.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Message<T> {
    pub(crate) id: u64,
    pub(crate) body: T,
}

/// Writes one message.
pub(super) fn write(to: &mut impl Write, message: &impl Serialize) -> io::Result<()> {
    let json = serde_json::to_vec(message)?;
    let length = u32::try_from(json.len()).map_err(|_| io::Error::other("a message of more than 4 GiB"))?;
    to.write_all(&length.to_le_bytes())?;
    to.write_all(&json)?;
    to.flush()
}

/// Reads the bytes of one message; none if no further one begins.
pub(super) fn bytes(from: &mut impl Read) -> io::Result<Option<Vec<u8>>> {
    let mut length = [0; 4];
    match from.read_exact(&mut length) {
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Ok(None),
        read => read?,
    }
    // Grows as it is read: a broken length allocates nothing.
    let (length, mut bytes) = (u64::from(u32::from_le_bytes(length)), Vec::new());
    from.take(length).read_to_end(&mut bytes)?;
    if bytes.len() as u64 != length {
        return Err(io::ErrorKind::UnexpectedEof.into());
    }
    Ok(Some(bytes))
}

/// Reads the value of a message.
pub(super) fn value<T: DeserializeOwned>(bytes: &[u8]) -> io::Result<T> {
    Ok(serde_json::from_slice(bytes)?)
}

/// Reads one message; none if no further one begins.
pub(super) fn read<T: DeserializeOwned>(from: &mut impl Read) -> io::Result<Option<T>> {
    bytes(from)?.map(|bytes| value(&bytes)).transpose()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_ends_a_message() {
        let mut pipe = Vec::new();
        let texts = ["a\nb", "\0\u{1b}[2J\t\"}\r\n", "", "ü".repeat(100_000).as_str()].map(str::to_owned);
        for (id, body) in (0..).zip(&texts) {
            write(&mut pipe, &Message { id, body }).expect("it is written");
        }
        let mut from = pipe.as_slice();
        for (id, body) in (0..).zip(&texts) {
            let message: Message<String> = read(&mut from).expect("it is read").expect("a message");
            assert_eq!((message.id, &message.body), (id, body));
        }
        assert!(read::<Message<String>>(&mut from).expect("the end").is_none());
    }

    #[test]
    fn a_message_that_is_cut_off_is_an_error() {
        let mut pipe = Vec::new();
        write(&mut pipe, &Message { id: 1, body: "text" }).expect("it is written");
        pipe.pop();
        assert!(read::<Message<String>>(&mut pipe.as_slice()).is_err());
        let endless = [0xff; 10];
        assert!(read::<Message<String>>(&mut endless.as_slice()).is_err());
    }
}

//! The inventory as the data of a Secret, within bounds in both directions.
//!
//! `objects` holds the entries, `revision-N` a revision and `pending` the one that was begun, each as compressed JSON.

use super::model::{Entry, Inventory, Pending, Revision};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use flate2::read::GzDecoder;
use flate2::{Compression, GzBuilder};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::io::{Read, Write};

/// The layout that this release writes, and the newest that it reads.
const LAYOUT: u32 = 1;

/// So many revisions are remembered.
const REVISIONS: usize = 10;

/// The compressed data takes no more bytes. Kubernetes rejects a Secret of more than 1 MiB.
const PACKED: usize = 900 << 10;

/// The data takes no more bytes once it is decompressed, however well it was compressed.
const UNPACKED: usize = 8 << 20;

const OBJECTS: &str = "objects";
const PENDING: &str = "pending";
const REVISION: &str = "revision-";

/// What `objects` holds.
#[derive(Serialize, Deserialize)]
struct Objects {
    layout: u32,
    objects: Vec<Entry>,
}

/// The data of the Secret. What does not fit is left out, from the oldest revision on: first the objects and values of
/// revisions, so that the history stays, then whole revisions. The error says that the list of objects alone is too large.
pub(super) fn pack(inventory: &Inventory) -> Result<Map<String, Value>, String> {
    let keep = inventory.revisions.len().saturating_sub(REVISIONS);
    let mut revisions: Vec<Revision> = inventory.revisions.iter().skip(keep).cloned().collect();
    let mut pending = inventory.pending.clone();
    let mut packed = Packed::of(&inventory.objects, &revisions, pending.as_ref())?;
    let mut stripped = 0;
    while !packed.fits() {
        let oldest = revisions.get_mut(stripped).zip(packed.revisions.get_mut(stripped));
        if let Some((revision, part)) = oldest {
            strip(revision);
            *part = Part::of(revision)?;
            stripped += 1;
        } else if let Some(begun) = pending.as_mut().filter(|begun| begun.revision.objects.is_some()) {
            strip(&mut begun.revision);
            packed.pending = Some(Part::of(begun)?);
        } else if packed.revisions.len() > 1 {
            packed.revisions.remove(0);
            revisions.remove(0);
            stripped -= 1;
        } else {
            return Err(format!(
                "the list of {} objects does not fit into a Secret of Kubernetes",
                inventory.objects.len()
            ));
        }
    }
    Ok(packed.data(&revisions))
}

fn strip(revision: &mut Revision) {
    revision.objects = None;
    revision.origin.values = Value::Null;
}

/// A compressed part with its former size.
struct Part {
    bytes: Vec<u8>,
    size: usize,
}

impl Part {
    fn of(value: &impl Serialize) -> Result<Self, String> {
        let json = serde_json::to_vec(value).map_err(|error| error.to_string())?;
        // Without a time in it, the same inventory always has the same bytes.
        let mut gzip = GzBuilder::new().mtime(0).write(Vec::new(), Compression::default());
        gzip.write_all(&json).map_err(|error| error.to_string())?;
        Ok(Self { bytes: gzip.finish().map_err(|error| error.to_string())?, size: json.len() })
    }
}

struct Packed {
    objects: Part,
    revisions: Vec<Part>,
    pending: Option<Part>,
}

impl Packed {
    fn of(objects: &[Entry], revisions: &[Revision], pending: Option<&Pending>) -> Result<Self, String> {
        Ok(Self {
            objects: Part::of(&Objects { layout: LAYOUT, objects: objects.to_vec() })?,
            revisions: revisions.iter().map(Part::of).collect::<Result<_, _>>()?,
            pending: pending.map(Part::of).transpose()?,
        })
    }

    fn fits(&self) -> bool {
        let parts = || std::iter::once(&self.objects).chain(&self.revisions).chain(&self.pending);
        parts().map(|part| part.bytes.len()).sum::<usize>() <= PACKED
            && parts().map(|part| part.size).sum::<usize>() <= UNPACKED
    }

    fn data(&self, revisions: &[Revision]) -> Map<String, Value> {
        let text = |part: &Part| Value::from(STANDARD.encode(&part.bytes));
        let mut data = Map::new();
        data.insert(OBJECTS.to_owned(), text(&self.objects));
        for (revision, part) in revisions.iter().zip(&self.revisions) {
            data.insert(format!("{REVISION}{}", revision.number), text(part));
        }
        if let Some(pending) = &self.pending {
            data.insert(PENDING.to_owned(), text(pending));
        }
        data
    }
}

/// Reads the data of a Secret. The error names the problem.
pub(super) fn unpack(data: &Map<String, Value>) -> Result<Inventory, String> {
    let mut room = UNPACKED;
    let objects: Objects =
        part(data, OBJECTS, &mut room)?.ok_or_else(|| format!("it has no key {OBJECTS}"))?;
    if objects.layout > LAYOUT {
        return Err("a newer release of pulsarc wrote it; use that release".to_owned());
    }
    if let Some(entry) = objects.objects.iter().find(|entry| !is_addressable(entry)) {
        return Err(format!("it lists an object that cannot exist: {}", entry.identity()));
    }
    let mut revisions = Vec::new();
    for key in data.keys().filter(|key| key.starts_with(REVISION)) {
        revisions.extend(part::<Revision>(data, key, &mut room)?);
    }
    revisions.sort_by_key(|revision| revision.number);
    let pending = part(data, PENDING, &mut room)?;
    Ok(Inventory { objects: objects.objects, revisions, pending, version: None })
}

/// A part of the data, which takes no more than the room that is left.
fn part<T: DeserializeOwned>(
    data: &Map<String, Value>,
    key: &str,
    room: &mut usize,
) -> Result<Option<T>, String> {
    let Some(text) = data.get(key).and_then(Value::as_str) else { return Ok(None) };
    let damaged = |why: &dyn std::fmt::Display| format!("its key {key} is damaged: {why}");
    let bytes = STANDARD.decode(text).map_err(|error| damaged(&error))?;
    let mut json = Vec::new();
    let limit = u64::try_from(*room).unwrap_or(u64::MAX).saturating_add(1);
    GzDecoder::new(&bytes[..]).take(limit).read_to_end(&mut json).map_err(|error| damaged(&error))?;
    *room = room
        .checked_sub(json.len())
        .ok_or_else(|| damaged(&format!("more than {} MiB of data", UNPACKED >> 20)))?;
    // Messages of the parser may repeat text of the data, which may be secret.
    serde_json::from_slice(&json).map(Some).map_err(|error| {
        damaged(&format!("unexpected content at line {}, column {}", error.line(), error.column()))
    })
}

/// Whether an entry can be an object's, so that nothing in it makes the path of a request another one.
fn is_addressable(entry: &Entry) -> bool {
    let word = |text: &str| {
        text.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-')) && !text.starts_with('.')
    };
    let name = |text: &str| {
        !text.is_empty()
            && !matches!(text, "." | "..")
            && !text.contains(|c: char| matches!(c, '/' | '%' | '?' | '#') || c.is_control())
    };
    let resource = &entry.resource;
    let words = [&resource.version, &resource.kind, &resource.plural];
    word(&resource.group)
        && words.iter().all(|text| !text.is_empty() && word(text))
        && name(&entry.name)
        && entry.namespace.as_deref().is_none_or(|namespace| !namespace.is_empty() && word(namespace))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::release::Origin;
    use crate::resource::Resource;
    use serde_json::json;
    use std::collections::BTreeMap;

    fn revision(number: u32, objects: Option<Vec<Value>>) -> Revision {
        Revision {
            number,
            time: 1,
            by: "user@host".to_owned(),
            reason: "apply".to_owned(),
            fingerprint: "f".to_owned(),
            objects,
            origin: Origin::default(),
            completed: BTreeMap::new(),
        }
    }

    fn entry(name: &str) -> Entry {
        let resource = Resource::of_kind("", "ConfigMap").expect("it is known");
        Entry { resource, namespace: Some("pulsar".to_owned()), name: name.to_owned() }
    }

    fn pending(number: u32) -> Pending {
        let restore = BTreeMap::from([("a".to_owned(), json!([1]))]);
        Pending { revision: revision(number, Some(vec![json!({"kind": "Job"})])), begun: 2, restore }
    }

    /// Text that does not compress: the digits of a generator.
    fn noise(bytes: usize, seed: u64) -> Value {
        let mut state = seed;
        let mut text = String::new();
        while text.len() < bytes {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            text += &state.to_string();
        }
        text.into()
    }

    #[test]
    fn what_is_packed_is_unpacked() {
        let inventory = Inventory {
            objects: vec![entry("a"), entry("b")],
            revisions: vec![revision(9, None), revision(10, Some(vec![json!({"a": [1, null]})]))],
            pending: Some(pending(11)),
            version: None,
        };
        let read = unpack(&pack(&inventory).expect("it fits")).expect("it is whole");
        assert_eq!(read.objects, inventory.objects);
        assert_eq!(read.revisions, inventory.revisions);
        assert_eq!(read.pending, inventory.pending);
    }

    #[test]
    fn the_last_ten_revisions_are_kept() {
        let revisions = (1..=14).map(|number| revision(number, None)).collect();
        let inventory = Inventory { revisions, ..Inventory::default() };
        let read = unpack(&pack(&inventory).expect("it fits")).expect("it is whole");
        assert_eq!(
            read.revisions.iter().map(|one| one.number).collect::<Vec<_>>(),
            (5..=14).collect::<Vec<_>>()
        );
    }

    #[test]
    fn what_does_not_fit_goes_from_the_oldest_revision_on() {
        let revisions = (1..=4).map(|n| revision(n, Some(vec![noise(800 << 10, n.into())]))).collect();
        let inventory = Inventory { revisions, pending: Some(pending(5)), ..Inventory::default() };
        let data = pack(&inventory).expect("it fits");
        let read = unpack(&data).expect("it is whole");
        let complete: Vec<bool> = read.revisions.iter().map(|one| one.objects.is_some()).collect();
        assert_eq!(complete, [false, false, true, true]);
        assert_eq!(read.pending, inventory.pending);
        let bytes: usize = data.values().filter_map(Value::as_str).map(|text| text.len() / 4 * 3).sum();
        assert!(bytes <= PACKED + 100, "{bytes}");
    }

    #[test]
    fn a_bomb_is_rejected_before_it_is_unpacked() {
        let mut gzip = GzBuilder::new().write(Vec::new(), Compression::best());
        let zeros = vec![b' '; 1 << 20];
        for _ in 0..64 {
            gzip.write_all(&zeros).expect("it is memory");
        }
        let bomb = STANDARD.encode(gzip.finish().expect("it is memory"));
        let mut data = pack(&Inventory::default()).expect("it fits");
        data.insert("revision-1".to_owned(), bomb.into());
        let why = unpack(&data).map(|_| ()).expect_err("it is too large");
        assert!(why.contains("more than 8 MiB"), "{why}");
    }

    #[test]
    fn damaged_data_is_an_error_and_shows_no_content() {
        let good = pack(&Inventory { pending: Some(pending(1)), ..Inventory::default() }).expect("it fits");
        let with = |key: &str, bytes: &[u8]| {
            let mut data = good.clone();
            data.insert(key.to_owned(), STANDARD.encode(bytes).into());
            unpack(&data).map(|_| ()).expect_err("it is damaged")
        };
        let text = |value: Value| Part::of(&value).expect("it is JSON").bytes;
        assert!(with(PENDING, b"no gzip").contains("key pending is damaged"));
        let why = with(PENDING, &text(json!({"hunter2": "hunter2"})));
        assert!(why.contains("damaged") && !why.contains("hunter2"), "{why}");
        assert!(with(OBJECTS, &text(json!({"layout": 9, "objects": []}))).contains("newer"));
        assert!(unpack(&Map::new()).is_err());
    }

    #[test]
    fn an_entry_that_would_change_a_path_is_rejected() {
        let bad = [
            Entry { name: "../../secrets/a".to_owned(), ..entry("a") },
            Entry { name: "..".to_owned(), ..entry("a") },
            Entry { name: String::new(), ..entry("a") },
            Entry { namespace: Some("a/b".to_owned()), ..entry("a") },
            Entry {
                resource: Resource { plural: "pods/exec".to_owned(), ..entry("a").resource },
                ..entry("a")
            },
        ];
        for entry in bad {
            let inventory = Inventory { objects: vec![entry.clone()], ..Inventory::default() };
            assert!(unpack(&pack(&inventory).expect("it fits")).is_err(), "{entry:?}");
        }
        assert!(is_addressable(&entry("system:pulsar-role")));
    }
}

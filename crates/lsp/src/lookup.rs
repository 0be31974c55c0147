//! Everything that can be looked up: the contract's keys, codes, presets and Pulsar's own keys. Reading all of it takes a
//! while, so a thread of its own begins when the server starts, and whoever asks first waits for it.

use pulsarc_compiler::reference::Reference;
use pulsarc_compiler::{Key, Target, keys};
use pulsarc_diag::KeyPath;
use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

/// What was read.
#[derive(Debug)]
pub(crate) struct Loaded {
    /// The contract's keys.
    pub(crate) keys: BTreeMap<KeyPath, Key>,
    /// Codes, presets and Pulsar's own keys.
    pub(crate) reference: Reference,
}

/// Everything that can be looked up, once it is read.
#[derive(Debug, Clone, Default)]
pub(crate) struct Lookup(Arc<OnceLock<Loaded>>);

impl Lookup {
    /// Begins to read it.
    pub(crate) fn begin(target: &Target) -> Self {
        let lookup = Self::default();
        let (own, target) = (lookup.clone(), target.clone());
        // Without a thread it is read when it is asked for.
        let _ = std::thread::Builder::new().name("lookup".to_owned()).spawn(move || {
            own.0.get_or_init(|| Loaded::read(&target));
        });
        lookup
    }

    /// What was read; waits for it.
    pub(crate) fn get(&self, target: &Target) -> &Loaded {
        self.0.get_or_init(|| Loaded::read(target))
    }
}

impl Loaded {
    fn read(target: &Target) -> Self {
        let keys = keys(|_| true).into_iter().map(|key| (key.path.clone(), key)).collect();
        Self { keys, reference: Reference::load(target) }
    }
}

//! What a configuration is made of, from the lowest: presets, imports and layers, each with the settings that it writes.

use crate::analysis::Checked;
use crate::documents::Language;
use crate::outline::Entry;
use crate::places::File;
use crate::view::View;
use crate::workspace::Configuration;
use pulsarc_compiler::reference::Preset;
use pulsarc_diag::KeyPath;
use std::collections::BTreeSet;
use std::path::{Component, Path, PathBuf};

/// The most files of one configuration.
const MOST: usize = 200;

/// The parts of a configuration, the lowest first: presets yield to files.
#[derive(Debug, Default)]
pub(crate) struct Stack<'v> {
    /// The presets that its files name.
    pub(crate) presets: Vec<&'v Preset>,
    /// Its files: imports before the file that imports them.
    pub(crate) files: Vec<File>,
}

/// A part that writes a setting.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Part<'s> {
    /// A record of the library.
    Preset(&'s Preset, &'s serde_json::Value),
    /// A file.
    File(&'s File, &'s Entry),
}

impl<'v> Stack<'v> {
    /// The parts of a configuration, as its files are now.
    pub(crate) fn of(view: &'v View<'v>, configuration: &Configuration, checked: Option<&Checked>) -> Self {
        let mut stack = Self::default();
        let mut seen = BTreeSet::new();
        for layer in &configuration.layers {
            stack.add(view, checked, layer, &mut seen);
        }
        stack
    }

    /// Adds a file over its imports. Imports are followed with a list of their own: a chain of them may be long.
    fn add(
        &mut self,
        view: &'v View<'v>,
        checked: Option<&Checked>,
        path: &Path,
        seen: &mut BTreeSet<PathBuf>,
    ) {
        let mut found: Vec<File> = Vec::new();
        let mut left = vec![path.to_owned()];
        while let Some(path) = left.pop() {
            if self.files.len() + found.len() >= MOST || !seen.insert(path.clone()) {
                continue;
            }
            let Some(file) = File::at(view, checked, &path) else { continue };
            let folder = path.parent().unwrap_or(&path);
            left.extend(file.outline.imports.iter().map(|import| resolved(folder, &import.path)));
            if file.language == Language::Nickel {
                let text = file.text.as_str();
                let presets = &view.lookup.get(&view.edge.target).reference.presets;
                self.presets.extend(presets.iter().filter(|preset| names(text, preset)));
            }
            found.push(file);
        }
        // What imports comes before what it imports; later imports come first.
        self.files.extend(found.into_iter().rev());
    }

    /// The parts that write a setting, the lowest first.
    pub(crate) fn writes<'s>(&'s self, path: &KeyPath) -> Vec<Part<'s>> {
        let of_preset = |preset: &&'s Preset| {
            let sets = preset.sets.as_ref()?;
            sets.iter().find(|(set, _)| set == path).map(|(_, value)| Part::Preset(preset, value))
        };
        let presets = self.presets.iter().filter_map(of_preset);
        let of_file =
            |file: &'s File| file.outline.find(path).into_iter().map(|entry| Part::File(file, entry));
        presets.chain(self.files.iter().flat_map(of_file)).collect()
    }
}

/// The file that an import leads to.
pub(crate) fn resolved(folder: &Path, written: &str) -> PathBuf {
    let mut path = PathBuf::new();
    for part in folder.join(written).components() {
        match part {
            Component::ParentDir => drop(path.pop()),
            Component::CurDir => {}
            part => path.push(part),
        }
    }
    path
}

/// Whether code names a preset: `pulsar.presets.production`.
fn names(text: &str, preset: &Preset) -> bool {
    let called = format!(".{}", preset.path);
    text.match_indices(&called).any(|(at, _)| {
        let line = text.get(..at).unwrap_or_default().rsplit('\n').next().unwrap_or_default();
        let after = text.get(at + called.len()..).and_then(|rest| rest.chars().next());
        !line.contains('#') && !after.is_some_and(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '\''))
    })
}

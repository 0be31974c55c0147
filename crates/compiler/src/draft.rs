//! A draft: what a configuration with errors would make, for people to look at.
//!
//! It is deliberately apart from the spine, so that nothing that writes manifests comes by objects that the checks
//! refuse.

use crate::describe::Described;
use crate::{Built, Export, config_keys, emit, spec};
use pulsarc_component::Target;
use pulsarc_diag::Findings;
use pulsarc_kube::{Object, in_apply_order};

/// The objects of a configuration, right or not.
#[derive(Debug, Default)]
pub struct Draft {
    /// The objects that could be made.
    pub objects: Vec<Object>,
    /// What they say of the cluster; none where there is no object.
    pub export: Option<Export>,
}

/// What could be made of a configuration: the objects themselves where nothing is wrong with it, and nothing where it
/// cannot be read.
pub fn draft(built: &Built, target: &Target) -> Draft {
    let Some(root) = &built.tree else { return Draft::default() };
    let mut told = Findings::default();
    let Some(spec) = spec::decode(root, &pulsarc_registry::components(), &mut told) else {
        return Draft::default();
    };
    let described = Described::of(&spec, target);
    let cluster = described.cluster(&spec, target, root);
    let mut objects = built.objects.clone();
    if objects.is_empty() {
        objects = emit::emit(&spec, &cluster, &mut told);
        config_keys::with_prefixes(&mut objects, &cluster);
        in_apply_order(&mut objects);
    }
    let export = (!objects.is_empty()).then(|| pulsarc_export::export(&objects, &cluster));
    Draft { objects, export }
}

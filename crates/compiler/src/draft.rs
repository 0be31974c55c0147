//! A draft: what a configuration with errors would make, for people to look at.
//!
//! It is deliberately apart from the spine, so that nothing that writes manifests comes by objects that the checks
//! reject.

use crate::{Built, Export, emit};
use pulsarc_component::Target;
use pulsarc_diag::Findings;
use pulsarc_kube::{Object, in_apply_order};

/// The objects of a configuration, right or not.
#[derive(Debug, Default)]
pub struct Draft {
    /// The objects that could be made.
    pub objects: Vec<Object>,
    /// Their export; `None` without objects.
    pub export: Option<Export>,
}

/// The draft of a configuration: its objects if it has no errors, partial ones otherwise, and nothing if it cannot be
/// read.
pub fn draft(built: &Built, target: &Target) -> Draft {
    let (Some(described), Some(cluster)) = (&built.described, built.cluster(target)) else {
        return Draft::default();
    };
    let mut objects = built.objects.clone();
    if objects.is_empty() {
        let emitted = emit::emit(&described.spec, &cluster, &mut Findings::default());
        objects = emitted.into_iter().map(|(object, _)| object).collect();
        in_apply_order(&mut objects);
    }
    let export = (!objects.is_empty()).then(|| pulsarc_export::export(&objects, &cluster));
    Draft { objects, export }
}

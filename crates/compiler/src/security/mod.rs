//! The security report: what is emitted, looked at for what an attacker could use.
//!
//! It reads the finished objects and the topology, as the link check does, and changes nothing. All that it tells is a
//! note: most of it is a default of the Helm chart's, kept so that its releases can be taken over. That is why it is told
//! on request alone, and one note a kind, with the objects that it is about. What is wrong in any case is a rule's.

mod codes;
mod connections;
mod pods;
mod rights;

pub use codes::CODES;

use pulsarc_diag::{Code, Diagnostic, KeyPath};
use pulsarc_export::ConnectionGraph;
use pulsarc_kube::Object;
use pulsarc_model::Node;

/// What is looked at.
pub struct Review<'a> {
    /// The objects.
    pub objects: &'a [Object],
    /// Who dials whom.
    pub topology: &'a ConnectionGraph,
    /// The configuration that they are made of, for the places of notes.
    pub root: &'a Node,
}

/// Everything that could be safer, by kind.
pub fn review(emitted: &Review<'_>) -> Vec<Diagnostic> {
    let of_pods = pods::review(emitted.objects);
    let of_rights = rights::review(emitted.objects);
    let of_connections = connections::review(emitted);
    let all = of_pods.into_iter().chain(of_rights).chain(of_connections);
    all.filter(|weakness| !weakness.subjects.is_empty()).map(|weakness| weakness.told(emitted.root)).collect()
}

/// Something that could be safer, and where.
struct Weakness {
    code: &'static Code,
    /// What is the matter with them: "may run as root".
    what: &'static str,
    subjects: Vec<String>,
    /// The key that mends it, where one does.
    key: Option<&'static str>,
    help: &'static str,
}

impl Weakness {
    fn told(self, root: &Node) -> Diagnostic {
        let message = format!("{}: {}", self.what, self.subjects.join(", "));
        let told = Diagnostic::new(self.code, message).help(self.help);
        let Some(key) = self.key else { return told };
        let path = KeyPath::parse(key);
        told.at(&path).span(root.users_span(&path))
    }
}

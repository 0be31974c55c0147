//! The security review: checks emitted objects for what an attacker could use.
//!
//! It reads the finished objects and the topology, as the reference check does, and changes nothing. All findings are
//! notes, because most concern defaults of the Helm chart, kept so that its releases can be taken over. So they are
//! reported only on request, as one note per kind with the objects that it concerns. Definite mistakes are rules.

mod codes;
mod connections;
mod pods;
mod rights;

pub use codes::CODES;

use pulsarc_diag::{Code, Diagnostic, KeyPath};
use pulsarc_export::ConnectionGraph;
use pulsarc_kube::Object;
use pulsarc_model::Node;

/// The input of a review.
pub struct Review<'a> {
    /// The objects.
    pub objects: &'a [Object],
    /// Who dials whom.
    pub topology: &'a ConnectionGraph,
    /// The configuration of the objects, for the places of notes.
    pub root: &'a Node,
}

/// Everything that could be safer, by kind.
pub fn review(emitted: &Review<'_>) -> Vec<Diagnostic> {
    let of_pods = pods::review(emitted.objects);
    let of_rights = rights::review(emitted.objects);
    let of_connections = connections::review(emitted);
    let all = of_pods.into_iter().chain(of_rights).chain(of_connections);
    all.filter(|weakness| !weakness.subjects.is_empty())
        .map(|weakness| weakness.finding(emitted.root))
        .collect()
}

/// Something that could be safer, and where.
struct Weakness {
    code: &'static Code,
    /// What is wrong with them: "may run as root".
    what: &'static str,
    subjects: Vec<String>,
    /// The key that fixes it, if there is one.
    key: Option<&'static str>,
    help: &'static str,
}

impl Weakness {
    fn finding(self, root: &Node) -> Diagnostic {
        let message = format!("{}: {}", self.what, self.subjects.join(", "));
        let finding = Diagnostic::new(self.code, message).help(self.help);
        let Some(key) = self.key else { return finding };
        let path = KeyPath::parse(key);
        finding.at(&path).span(root.users_span(&path))
    }
}

//! The language server, as an editor sees it: over its standard streams.

mod documents;
mod findings;
mod robust;

//! The language server, as an editor sees it: over its standard streams.

mod capabilities;
mod documents;
mod findings;
mod robust;
mod secrets;

//! What is a secret, where no contract says so: by the name of its key, or by how it looks.
//!
//! The contracts mark their own keys. This is for what they leave open: settings, environment variables, users'
//! objects, and texts that cannot be read at all. It deliberately hides nothing by itself, and knows neither
//! configurations nor Kubernetes: it says which bytes of a text are secret.

mod look;
mod name;
mod written;

pub use look::in_text;
pub use name::{Name, is_reference};
pub use written::{Syntax, in_source};

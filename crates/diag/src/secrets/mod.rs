//! Recognizes secrets where no contract marks them: by the name of their key, or by how they look.
//!
//! The contracts mark their own keys. This is for what they leave open: settings, environment variables, users'
//! objects, and texts that cannot be read at all. It hides nothing and knows neither
//! configurations nor Kubernetes: it returns the bytes of a text that are secret.

mod look;
mod name;
mod source_text;

pub use look::in_text;
pub use name::{Name, is_reference};
pub use source_text::{Syntax, in_comments, in_source, is_name, is_value};

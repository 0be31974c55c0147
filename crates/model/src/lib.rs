//! The evaluated configuration as a spanned tree, the strict decoder that makes typed specs of it, and the newtypes of
//! the field.
//!
//! It is deliberately no schema: keys, defaults and docs are in `contracts/` alone.

mod codes;
mod decode;
mod departure;
mod duration;
mod node;
mod number;
mod quantity;
mod rollout;
mod scalar;
mod stage;

pub use codes::{MISSING, UNKNOWN_KEY, WRONG_TYPE};
pub use decode::{decode, decode_without};
pub use departure::{Departure, Ending, Leaving, Members};
pub use duration::{Duration, ParseDurationError};
pub use node::{Node, Origin, Steps, Value};
pub use number::Number;
pub use quantity::{ParseQuantityError, Quantity};
pub use rollout::{Endpoint, Role, Rollout};
pub use scalar::{Port, Scalar};
pub use stage::Stage;

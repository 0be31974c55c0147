//! Numbers of a configuration: whole ones exact, others as the nearest double.

use std::fmt;

/// A number. Whole numbers are never rounded: one beyond 64 bits is a [`Number::Decimal`] and fits no integer field.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Number {
    /// A whole number.
    Integer(i64),
    /// Any other.
    Decimal(f64),
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Integer(whole) => write!(f, "{whole}"),
            Self::Decimal(number) => write!(f, "{number}"),
        }
    }
}

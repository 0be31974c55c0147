//! The commands for live clusters, on a real API server: what they do to it, and what they say before and afterwards.

mod access;
mod adopt;
mod changes;
mod faults;
mod gates;
mod install;
mod kills;
mod owners;
mod rights;
mod state;

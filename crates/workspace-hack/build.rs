//! Only here so that Cargo resolves the build dependencies.
fn main() {}

//! See `checks/quantities.rs`.
#![no_main]

#[path = "../checks/quantities.rs"]
mod quantities;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| quantities::check(bytes));

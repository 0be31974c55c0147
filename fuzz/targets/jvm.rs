//! See `checks/jvm.rs`.
#![no_main]

#[path = "../checks/jvm.rs"]
mod jvm;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| jvm::check(bytes));

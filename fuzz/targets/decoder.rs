//! See `checks/decoder.rs`.
#![no_main]

#[path = "../checks/decoder.rs"]
mod decoder;
#[path = "../hook.rs"]
mod hook;

libfuzzer_sys::fuzz_target!(init: hook::let_parser_fail(), |bytes: &[u8]| decoder::check(bytes));

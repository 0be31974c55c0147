//! See `checks/config.rs`.
#![no_main]

#[path = "../checks/config.rs"]
mod config;
#[path = "../hook.rs"]
mod hook;

libfuzzer_sys::fuzz_target!(init: hook::let_parser_fail(), |bytes: &[u8]| config::check(bytes));

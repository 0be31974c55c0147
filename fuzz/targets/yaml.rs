//! See `checks/yaml.rs`.
#![no_main]

#[path = "../checks/yaml.rs"]
mod yaml;
#[path = "../hook.rs"]
mod hook;

libfuzzer_sys::fuzz_target!(init: hook::let_parser_fail(), |bytes: &[u8]| yaml::check(bytes));

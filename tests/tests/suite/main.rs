//! The whole suite in one binary: each links the evaluator, which takes more time and disk than the tests do.

mod cli;
mod completions;
mod components;
mod configuration_tests;
mod contracts;
mod diagnostics;
mod diff;
mod doc;
mod editor;
mod examples;
mod export;
mod fmt;
mod guards;
mod import;
mod keyed;
mod leaves;
mod library;
mod new_component;
mod project;
mod readme;
mod report;
mod reports;
mod rules;
mod schema;
mod watch;
mod yaml_readers;

//! The bookkeeper component: its spec, checks and objects

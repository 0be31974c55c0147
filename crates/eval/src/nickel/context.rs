//! Nickel's evaluator with pulsarc's choice of caches.

use nickel_lang_core::cache::CacheHub;
use nickel_lang_core::eval::VmContext;
use nickel_lang_core::eval::cache::CacheImpl;

/// One evaluator.
pub(crate) type Context = VmContext<CacheHub, CacheImpl>;

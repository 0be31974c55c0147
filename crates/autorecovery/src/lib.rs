//! The autorecovery component: its spec, checks and objects

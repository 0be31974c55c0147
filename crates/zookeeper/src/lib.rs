//! The zookeeper component: its spec, checks and objects

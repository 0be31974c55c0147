//! JVM options as the components' configuration gives them, taken apart.

use crate::{Cluster, ComponentRecord};
use pulsarc_diag::KeyPath;
use pulsarc_model::Node;
use std::rc::Rc;

/// The JVM of a deployed component.
pub struct Jvm<'t> {
    /// The component's block.
    pub block: &'static str,
    /// Its options, in the order in which the JVM reads them.
    pub options: Vec<JvmOption<'t>>,
}

/// One option.
pub struct JvmOption<'t> {
    /// The variable it is in.
    pub variable: &'static str,
    /// The setting of that variable, with others.
    pub path: Rc<KeyPath>,
    /// Its text: `-Xmx2g`.
    pub text: &'t str,
}

/// An amount of memory that an option sets.
pub struct Amount<'a> {
    /// The option.
    pub option: &'a JvmOption<'a>,
    /// Bytes.
    pub bytes: i128,
}

/// The variables whose options a component's JVM gets, in the order in which the scripts of the image (`bin/pulsar`,
/// `bin/bookkeeper`, `conf/pulsar_env.sh`, `conf/bkenv.sh`) put them. The bookies' own come after Pulsar's, whose place they
/// take.
pub const VARIABLES: [&str; 9] = [
    "OPTS",
    "PULSAR_MEM",
    "BOOKIE_MEM",
    "PULSAR_GC",
    "BOOKIE_GC",
    "PULSAR_GC_LOG",
    "BOOKIE_GC_LOG",
    "PULSAR_EXTRA_OPTS",
    "BOOKIE_EXTRA_OPTS",
];

/// The JVMs of the deployed components: [`Cluster`] has them.
pub(crate) fn deployed<'t>(cluster: &Cluster<'t>) -> Vec<Jvm<'t>> {
    let jvms = cluster.topology.deployed().filter(|record| !record.jvm_variables.is_empty());
    jvms.map(|record| jvm(cluster, record)).collect()
}

fn jvm<'t>(cluster: &Cluster<'t>, record: &ComponentRecord) -> Jvm<'t> {
    let config = KeyPath::parse(record.block).key("configData");
    let settings = cluster.settings(record.block);
    let mut jvm = Jvm { block: record.block, options: Vec::new() };
    for variable in record.jvm_variables {
        // Kubernetes prefers `env`, which `extraEnvs` becomes, to `envFrom`, which `configData` becomes.
        let (path, text) = match in_environment(cluster, record.block, variable) {
            Some((path, text)) => (path, Some(text)),
            None => (config.key(*variable), settings.and_then(|all| all.get(*variable)?.as_text())),
        };
        jvm.push(variable, path, text.unwrap_or_default());
    }
    // The defaults follow the Java of the image.
    jvm.options.retain(|option| {
        cluster.root.is_users(&option.path)
            || cluster.keeps_default_option(record.image, option.variable, option.text)
    });
    jvm
}

/// A variable in the `extraEnvs` of a component: of two the last one holds.
fn in_environment<'t>(cluster: &Cluster<'t>, block: &str, variable: &str) -> Option<(KeyPath, &'t str)> {
    let list = format!("{block}.extraEnvs");
    let items = cluster.root.get(list.as_str())?.as_list()?.iter().enumerate();
    items.rev().find_map(|(at, item)| {
        let entry = item.as_record()?;
        let text = entry.get("value").filter(|_| entry.get("name").and_then(Node::as_text) == Some(variable));
        Some((KeyPath::parse(&format!("{list}.{at}.value")), text?.as_text()?))
    })
}

impl<'t> Jvm<'t> {
    /// The options in the variables below `config`, which `text` gives by their names.
    pub fn read(block: &'static str, config: &KeyPath, text: impl Fn(&str) -> Option<&'t str>) -> Self {
        let mut jvm = Self { block, options: Vec::new() };
        for variable in &VARIABLES {
            jvm.push(variable, config.key(*variable), text(variable).unwrap_or_default());
        }
        jvm
    }

    fn push(&mut self, variable: &'static str, path: KeyPath, text: &'t str) {
        let path = Rc::new(path);
        let words = text.split_whitespace();
        self.options.extend(words.map(|text| JvmOption { variable, path: Rc::clone(&path), text }));
    }

    /// The last option that begins so: the one that the JVM goes by.
    fn last(&self, beginning: &str) -> Option<(&JvmOption<'t>, &str)> {
        self.options
            .iter()
            .rev()
            .find_map(|option| option.text.strip_prefix(beginning).map(|rest| (option, rest)))
    }

    fn amount(&self, beginning: &str) -> Option<Amount<'_>> {
        let (option, size) = self.last(beginning)?;
        Some(Amount { option, bytes: bytes(size)? })
    }

    /// `-Xms`: the heap at the start.
    pub fn initial_heap(&self) -> Option<Amount<'_>> {
        self.amount("-Xms").or_else(|| self.amount("-XX:InitialHeapSize="))
    }

    /// `-Xmx`: the heap at most.
    pub fn heap(&self) -> Option<Amount<'_>> {
        self.amount("-Xmx").or_else(|| self.amount("-XX:MaxHeapSize="))
    }

    /// `-XX:MaxDirectMemorySize`: the memory of network and storage buffers.
    pub fn direct(&self) -> Option<Amount<'_>> {
        self.amount("-XX:MaxDirectMemorySize=")
    }

    /// Heap and direct memory together, in bytes. Without `-XX:MaxDirectMemorySize` the JVM allows as much direct memory
    /// as heap.
    pub fn memory(&self) -> Option<i128> {
        let heap = self.heap()?.bytes;
        Some(heap + self.direct().map_or(heap, |direct| direct.bytes))
    }
}

/// Bytes of a size as the JVM reads it: digits, and one letter of `k m g t` in either case. None of what no machine
/// can address, which the JVM rejects.
pub fn bytes(size: &str) -> Option<i128> {
    let (digits, factor) = match size.chars().last()?.to_ascii_lowercase() {
        'k' => (&size[..size.len() - 1], 1 << 10),
        'm' => (&size[..size.len() - 1], 1 << 20),
        'g' => (&size[..size.len() - 1], 1 << 30),
        't' => (&size[..size.len() - 1], 1_i128 << 40),
        _ => (size, 1),
    };
    let plain = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    let number = plain.then(|| digits.parse::<i128>().ok()).flatten()?;
    number.checked_mul(factor).filter(|bytes| *bytes <= i128::from(u64::MAX))
}

/// Bytes for humans: the largest unit that leaves a number of three digits or fewer before its point.
pub fn human(bytes: i128) -> String {
    let units = [("Gi", 1_i128 << 30), ("Mi", 1 << 20), ("Ki", 1 << 10)];
    let Some((unit, size)) = units.into_iter().find(|(_, size)| bytes >= *size) else {
        return format!("{bytes} bytes");
    };
    let tenths = bytes * 10 / size;
    if tenths % 10 == 0 {
        format!("{}{unit}", tenths / 10)
    } else {
        format!("{}.{}{unit}", tenths / 10, tenths % 10)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_the_jvms() {
        assert_eq!(bytes("512m"), Some(512 << 20));
        assert_eq!(bytes("2G"), Some(2 << 30));
        assert_eq!(bytes("1024"), Some(1024));
        for bad in
            ["2gb", "2Gi", "", "g", "1.5g", "-1m", "170141183460469231731687303715884105727t", "99999999t"]
        {
            assert_eq!(bytes(bad), None, "{bad}");
        }
        assert_eq!(human(3 << 29), "1.5Gi");
        assert_eq!(human(512 << 20), "512Mi");
    }
}

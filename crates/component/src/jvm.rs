//! JVM options as the components' configuration gives them, taken apart.

use crate::{Cluster, ComponentRecord};
use pulsarc_diag::KeyPath;
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
    /// The variable it is in, with others.
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

/// The variables whose options a component's JVM gets, in order. The bookies' own come after Pulsar's, whose place
/// they take.
pub const VARIABLES: [&str; 6] =
    ["PULSAR_MEM", "BOOKIE_MEM", "PULSAR_GC", "BOOKIE_GC", "PULSAR_EXTRA_OPTS", "BOOKIE_EXTRA_OPTS"];

/// The JVMs of the deployed components: [`Cluster`] has them.
pub(crate) fn deployed<'t>(cluster: &Cluster<'t>) -> Vec<Jvm<'t>> {
    let jvms = cluster.topology.deployed().filter(|record| !record.jvm_variables.is_empty());
    jvms.map(|record| jvm(cluster, record)).collect()
}

fn jvm<'t>(cluster: &Cluster<'t>, record: &ComponentRecord) -> Jvm<'t> {
    let config = KeyPath::parse(record.block).key("configData");
    let settings = cluster.settings(record.block);
    let text = |variable: &str| settings?.get(variable)?.as_text();
    let mut jvm = Jvm::read_from(record.jvm_variables, record.block, &config, text);
    // The defaults follow the Java of the image.
    jvm.options.retain(|option| {
        let variable = option.path.last_key().unwrap_or_default();
        cluster.root.is_users(&option.path)
            || cluster.keeps_default_option(record.image, variable, option.text)
    });
    jvm
}

impl<'t> Jvm<'t> {
    /// The options in the variables below `config`, which `text` gives by their names.
    pub fn read(block: &'static str, config: &KeyPath, text: impl Fn(&str) -> Option<&'t str>) -> Self {
        Self::read_from(&VARIABLES, block, config, text)
    }

    fn read_from(
        variables: &[&str],
        block: &'static str,
        config: &KeyPath,
        text: impl Fn(&str) -> Option<&'t str>,
    ) -> Self {
        let mut options = Vec::new();
        for variable in variables {
            let Some(text) = text(variable) else { continue };
            let path = Rc::new(config.key(*variable));
            let words = text.split_whitespace();
            options.extend(words.map(|text| JvmOption { path: Rc::clone(&path), text }));
        }
        Self { block, options }
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

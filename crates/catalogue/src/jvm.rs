//! The options of the JVMs that Pulsar's images run: which Java has which option, and what a JVM does with one that it does
//! not have.
//!
//! `data/jvm/VERSION.tsv` was read from the JVMs themselves (Eclipse Temurin on Linux, x86-64) by `rebuild/jvm.sh`, an option
//! a line: name, type, kind, the version that deprecated it, the version that removed it, its replacement, least and
//! greatest value. `data/jvm/8.tsv` names the options of Java 8, read from OpenJDK's sources, so that one that Java 9 or 10
//! removed is known. `data/jvm/replacements.tsv` says what takes the place of options that are gone: from the manual page of
//! `java` ("Convert GC Logging Flags to Xlog") and the JEPs that removed them.

use std::cmp::Ordering;

/// A Java version that the catalogue has. Pulsar 3.0 runs on 17, 3.3 to 4.2 on 21, 5.0 on 25.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum JavaVersion {
    /// Java 11, read from 11.0.13.
    V11,
    /// Java 17, read from 17.0.9.
    V17,
    /// Java 21, read from 21.0.8.
    V21,
    /// Java 25, read from 25.0.2.
    V25,
}

impl JavaVersion {
    /// All of them, from the oldest on.
    pub const ALL: [Self; 4] = [Self::V11, Self::V17, Self::V21, Self::V25];

    /// The version as it is called: `21`.
    pub fn name(self) -> &'static str {
        match self {
            Self::V11 => "11",
            Self::V17 => "17",
            Self::V21 => "21",
            Self::V25 => "25",
        }
    }

    fn options(self) -> Table {
        Table(match self {
            Self::V11 => include_str!("../data/jvm/11.tsv"),
            Self::V17 => include_str!("../data/jvm/17.tsv"),
            Self::V21 => include_str!("../data/jvm/21.tsv"),
            Self::V25 => include_str!("../data/jvm/25.tsv"),
        })
    }
}

/// Options of Java 8, which no image of a supported Pulsar runs.
const JAVA_8: Table = Table(include_str!("../data/jvm/8.tsv"));
const REPLACEMENTS: Table = Table(include_str!("../data/jvm/replacements.tsv"));

/// What the value of an option is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Type {
    /// `-XX:+Name` or `-XX:-Name`.
    Switch,
    /// `-XX:Name=2g`: a whole number, with `k`, `m`, `g` or `t` behind it.
    Integer,
    /// `-XX:Name=0.5`.
    Decimal,
    /// `-XX:Name=text`.
    Text,
    /// `-XX:Name=text`, which may be given several times.
    Texts,
}

/// Which switch has to come before an option on the command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// None.
    Product,
    /// None, and the value may be changed while the JVM runs.
    Manageable,
    /// `-XX:+UnlockDiagnosticVMOptions`.
    Diagnostic,
    /// `-XX:+UnlockExperimentalVMOptions`.
    Experimental,
}

impl Kind {
    /// The switch that has to come before the option, if any.
    pub fn unlock(self) -> Option<&'static str> {
        match self {
            Self::Product | Self::Manageable => None,
            Self::Diagnostic => Some("-XX:+UnlockDiagnosticVMOptions"),
            Self::Experimental => Some("-XX:+UnlockExperimentalVMOptions"),
        }
    }
}

/// An option that a JVM has and warns of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Deprecation {
    /// The version that deprecated it, such as `13.0`; `None` if the JVM's warning does not say.
    pub since: Option<&'static str>,
    /// What to write in its place, as a whole argument, or as the name of an option.
    pub replacement: Option<&'static str>,
}

/// An option that a JVM has.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct VmOption {
    /// Which switch has to come before it.
    pub kind: Kind,
    /// What its value is.
    pub value: Type,
    /// Whether the JVM warns of it.
    pub deprecation: Option<Deprecation>,
    /// The least value, if the JVM names one. The JVM exits at a smaller one.
    pub least: Option<f64>,
    /// The greatest value, if the JVM names one. The JVM exits at a greater one.
    pub most: Option<f64>,
}

/// What a JVM does with an `-XX` option.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Status {
    /// It has the option.
    Known(VmOption),
    /// It takes the option for a deprecated name of another one, and warns.
    Alias {
        /// The other option's name.
        of: &'static str,
        /// The version that deprecated this name.
        since: &'static str,
    },
    /// It ignores the option, and warns: "Ignoring option NAME; support was removed in SINCE".
    Obsolete {
        /// The version that removed it.
        since: &'static str,
        /// What to write in its place.
        replacement: Option<&'static str>,
    },
    /// It exits, with "Unrecognized VM option": an older Java had the option.
    Removed {
        /// The newest Java of the catalogue that had it; `8` if 11 had it no more.
        last: &'static str,
        /// The version that made it obsolete, if a JVM says so.
        since: Option<&'static str>,
        /// What to write in its place.
        replacement: Option<&'static str>,
    },
    /// It exits, with "Unrecognized VM option": a newer Java has the option.
    NotYet {
        /// The oldest Java of the catalogue that has it.
        first: JavaVersion,
    },
    /// It exits: only a debug build of the JVM has the option.
    Develop,
    /// It exits, with "Unrecognized VM option": no Java of the catalogue has the option.
    Unknown,
}

impl Status {
    /// Whether the JVM exits at startup because of the option, however it is set.
    pub fn ends_the_jvm(self) -> bool {
        matches!(self, Self::Removed { .. } | Self::NotYet { .. } | Self::Develop | Self::Unknown)
    }
}

/// What a Java does with the option of a name, as it is in `-XX:+NAME`, `-XX:-NAME` and `-XX:NAME=VALUE`.
pub fn option(java: JavaVersion, name: &str) -> Status {
    let replacement = || REPLACEMENTS.row(name).and_then(|row| row.cell(1));
    // The tables have arguments too, which are no names.
    if name.starts_with('-') {
        return Status::Unknown;
    }
    let Some(row) = java.options().row(name) else {
        return absent(java, name, replacement());
    };
    match row.kind() {
        "obsolete" => {
            Status::Obsolete { since: row.removed().unwrap_or_default(), replacement: replacement() }
        }
        "alias" => Status::Alias {
            of: row.replacement().unwrap_or_default(),
            since: row.deprecated().unwrap_or_default(),
        },
        "develop" => Status::Develop,
        kind => Status::Known(row.option(kind, replacement())),
    }
}

fn absent(java: JavaVersion, name: &str, replacement: Option<&'static str>) -> Status {
    let of = |version: JavaVersion| version.options().row(name);
    let had = |version: &JavaVersion| of(*version).is_some_and(|row| row.kind() != "develop");
    let lives = |version: &JavaVersion| of(*version).is_some_and(Row::is_living);
    let older = || JavaVersion::ALL.into_iter().rev().filter(|version| *version < java);
    let in_8 = JAVA_8.row(name).is_some();
    if in_8 || older().any(|version| had(&version)) {
        return Status::Removed {
            last: older().find(lives).map_or("8", JavaVersion::name),
            since: older().filter_map(of).find_map(Row::removed),
            replacement,
        };
    }
    match JavaVersion::ALL.into_iter().filter(|version| *version > java).find(lives) {
        Some(first) => Status::NotYet { first },
        None if older().find_map(of).is_some() => Status::Develop,
        None => Status::Unknown,
    }
}

/// The names of all options that a Java has, for suggestions.
pub fn names(java: JavaVersion) -> impl Iterator<Item = &'static str> {
    java.options().rows().filter(|row| row.is_living() && !row.is_argument()).map(Row::name)
}

/// The effect of an argument that is not a `-XX` option.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ArgumentStatus {
    /// It is accepted, with a warning if it is deprecated.
    Accepted(Option<Deprecation>),
    /// It ignores it, and warns.
    Ignored {
        /// The version that removed it.
        since: &'static str,
    },
    /// It exits.
    Rejected,
}

/// What a Java does with an argument such as `-Xincgc` or `-Xloggc:FILE`; `None` for one that was not tried.
pub fn argument(java: JavaVersion, argument: &str) -> Option<ArgumentStatus> {
    let table = java.options();
    let by_start = || {
        let rows = table.rows().filter(|row| row.is_argument() && row.takes_a_value());
        rows.filter(|row| argument.starts_with(row.name())).max_by_key(|row| row.name().len())
    };
    let row = table.row(argument).filter(|row| row.is_argument()).or_else(by_start)?;
    Some(match row.kind() {
        "obsolete" => ArgumentStatus::Ignored { since: row.removed().unwrap_or_default() },
        "rejected" => ArgumentStatus::Rejected,
        _ => ArgumentStatus::Accepted(row.deprecation(None)),
    })
}

/// Lines of cells, in the order of their first cells.
#[derive(Clone, Copy)]
struct Table(&'static str);

impl Table {
    fn rows(self) -> impl Iterator<Item = Row> {
        self.0.lines().map(Row)
    }

    /// The row of a name, by halving the text: nothing is read that is not asked for.
    fn row(self, name: &str) -> Option<Row> {
        let text = self.0;
        let (mut low, mut high) = (0, text.len());
        while low < high {
            let middle = low + (high - low) / 2;
            let start = text[low..middle].rfind('\n').map_or(low, |at| low + at + 1);
            let end = text[middle..].find('\n').map_or(text.len(), |at| middle + at);
            let row = Row(&text[start..end]);
            match row.name().cmp(name) {
                Ordering::Equal => return Some(row),
                Ordering::Less => low = end + 1,
                Ordering::Greater => high = start,
            }
        }
        None
    }
}

/// A line.
#[derive(Clone, Copy)]
struct Row(&'static str);

impl Row {
    fn cell(self, at: usize) -> Option<&'static str> {
        self.0.split('\t').nth(at).filter(|cell| !cell.is_empty())
    }

    fn name(self) -> &'static str {
        self.cell(0).unwrap_or_default()
    }

    fn kind(self) -> &'static str {
        self.cell(2).unwrap_or_default()
    }

    fn deprecated(self) -> Option<&'static str> {
        self.cell(3)
    }

    fn removed(self) -> Option<&'static str> {
        self.cell(4)
    }

    fn replacement(self) -> Option<&'static str> {
        self.cell(5)
    }

    fn is_argument(self) -> bool {
        self.name().starts_with('-')
    }

    fn takes_a_value(self) -> bool {
        let name = self.name();
        name.ends_with([':', '=']) || VALUES_BEHIND.contains(&name)
    }

    /// Whether a JVM has the option, under this name or another.
    fn is_living(self) -> bool {
        !["obsolete", "develop", "rejected"].contains(&self.kind())
    }

    fn deprecation(self, replacement: Option<&'static str>) -> Option<Deprecation> {
        let since = self.deprecated()?;
        let since = (since != "?").then_some(since);
        Some(Deprecation { since, replacement: self.replacement().or(replacement) })
    }

    fn option(self, kind: &str, replacement: Option<&'static str>) -> VmOption {
        VmOption {
            kind: match kind {
                "diagnostic" => Kind::Diagnostic,
                "experimental" => Kind::Experimental,
                "manageable" => Kind::Manageable,
                _ => Kind::Product,
            },
            value: match self.cell(1).unwrap_or_default() {
                "bool" => Type::Switch,
                "double" => Type::Decimal,
                "ccstr" => Type::Text,
                "ccstrlist" => Type::Texts,
                _ => Type::Integer,
            },
            deprecation: self.deprecation(replacement),
            least: self.cell(6).and_then(|cell| cell.parse().ok()),
            most: self.cell(7).and_then(|cell| cell.parse().ok()),
        }
    }
}

/// Arguments whose value follows at once.
const VALUES_BEHIND: [&str; 9] =
    ["-Xms", "-Xmx", "-Xmn", "-Xss", "-Xoss", "-Xmaxjitcodesize", "-Xminf", "-Xmaxf", "-Xgcthreads"];

#[cfg(test)]
mod tests {
    use super::JavaVersion::{V11, V17, V21, V25};
    use super::*;

    fn known(java: JavaVersion, name: &str) -> VmOption {
        match option(java, name) {
            Status::Known(known) => known,
            other => panic!("{name} of Java {}: {other:?}", java.name()),
        }
    }

    #[test]
    fn every_row_is_found_and_has_its_place() {
        for java in JavaVersion::ALL {
            let rows: Vec<Row> = java.options().rows().collect();
            assert!(rows.len() > 1000, "{java:?}");
            assert!(rows.is_sorted_by(|one, other| one.name() < other.name()), "{java:?}");
            for row in rows {
                assert_eq!(java.options().row(row.name()).map(|row| row.0), Some(row.0));
            }
            assert!(java.options().row("").is_none() && java.options().row("zzz").is_none());
        }
        for table in [JAVA_8, REPLACEMENTS] {
            assert!(table.rows().map(Row::name).is_sorted_by(|one, other| one < other));
        }
    }

    #[test]
    fn collectors_come_and_go() {
        let deprecated = known(V11, "UseConcMarkSweepGC").deprecation.expect("it is deprecated");
        assert_eq!(deprecated.since, Some("9.0"));
        for java in [V17, V21, V25] {
            let Status::Removed { last, replacement, .. } = option(java, "UseConcMarkSweepGC") else {
                panic!("{java:?}")
            };
            assert_eq!((last, replacement), ("11", Some("-XX:+UseG1GC")));
        }
        assert_eq!(known(V11, "UseZGC").kind, Kind::Experimental);
        assert_eq!(known(V17, "UseZGC").kind, Kind::Product);
        assert_eq!(option(V17, "ZGenerational"), Status::NotYet { first: V21 });
        assert_eq!(known(V21, "ZGenerational").value, Type::Switch);
        assert!(matches!(option(V25, "ZGenerational"), Status::Obsolete { since: "24.0", .. }));
    }

    #[test]
    fn an_option_of_java_8_is_removed_and_one_of_none_is_unknown() {
        for name in ["PrintGCDateStamps", "UseGCLogFileRotation", "UseParNewGC"] {
            let Status::Removed { last: "8", replacement: Some(_), .. } = option(V21, name) else {
                panic!("{name}: {:?}", option(V21, name))
            };
        }
        assert!(matches!(option(V11, "MaxPermSize"), Status::Obsolete { since: "8.0", .. }));
        assert!(matches!(option(V17, "MaxPermSize"), Status::Removed { last: "8", since: Some("8.0"), .. }));
        for name in ["UseG1GCC", "", "Use", "-Xincgc", "-ea"] {
            assert_eq!(option(V21, name), Status::Unknown, "{name}");
        }
        assert_eq!(option(V17, "TraceBytecodes"), Status::Develop);
        assert!(option(V17, "TraceBytecodes").ends_the_jvm());
    }

    #[test]
    fn kinds_types_and_ranges_are_the_jvms() {
        let heap = known(V21, "MaxHeapSize");
        assert_eq!((heap.kind, heap.value, heap.deprecation), (Kind::Product, Type::Integer, None));
        assert_eq!(known(V21, "G1NewSizePercent").kind.unlock(), Some("-XX:+UnlockExperimentalVMOptions"));
        assert_eq!(known(V21, "HeapDumpOnOutOfMemoryError").kind, Kind::Manageable);
        assert_eq!(known(V21, "HeapDumpPath").value, Type::Text);
        let percent = known(V21, "MaxRAMPercentage");
        assert_eq!((percent.value, percent.least, percent.most), (Type::Decimal, Some(0.0), Some(100.0)));
        assert_eq!(
            option(V17, "CreateMinidumpOnCrash"),
            Status::Alias { of: "CreateCoredumpOnCrash", since: "9.0" }
        );
        let log = known(V25, "PrintGCDetails").deprecation;
        assert_eq!(log, Some(Deprecation { since: None, replacement: Some("-Xlog:gc*") }));
        assert!(names(V21).any(|name| name == "UseG1GC") && !names(V21).any(|name| name == "MaxPermSize"));
    }

    #[test]
    fn arguments_have_what_each_jvm_answered() {
        assert_eq!(argument(V21, "-Xincgc"), Some(ArgumentStatus::Rejected));
        assert_eq!(argument(V21, "-d64"), Some(ArgumentStatus::Rejected));
        assert_eq!(argument(V21, "-Xmx2g"), Some(ArgumentStatus::Accepted(None)));
        let Some(ArgumentStatus::Accepted(Some(log))) = argument(V21, "-Xloggc:/pulsar/logs/gc.log") else {
            panic!("{:?}", argument(V21, "-Xloggc:/pulsar/logs/gc.log"))
        };
        assert_eq!(log.replacement, Some("-Xlog:gc:"));
        assert_eq!(argument(V11, "--illegal-access=permit"), Some(ArgumentStatus::Accepted(None)));
        assert_eq!(argument(V17, "--illegal-access=permit"), Some(ArgumentStatus::Ignored { since: "17.0" }));
        assert_eq!(argument(V25, "-Djava.security.manager"), Some(ArgumentStatus::Rejected));
        assert_eq!(argument(V21, "-Dmine=1"), None);
    }
}

//! The options of every JVM, wherever they can be set: `configData`, variables of the main container, function instances.

use crate::facts::{field, items};
use pulsarc_catalogue::jvm::JavaVersion;
use pulsarc_component::Cluster;
use pulsarc_diag::KeyPath;

/// The options of one JVM from one kind of place.
pub(super) struct Given {
    /// The component whose pods run it.
    pub block: &'static str,
    /// The Java of its image.
    pub java: JavaVersion,
    /// The settings that decide on that Java.
    pub image: KeyPath,
    /// The options, in the order in which the JVM reads them.
    pub options: Vec<Word>,
}

/// An option.
pub(super) struct Word {
    /// The setting it is in.
    pub path: KeyPath,
    /// The variable.
    pub variable: String,
    /// Its text.
    pub text: String,
}

/// The variables that the JVM itself reads, and that understand quotes.
const OF_THE_JVM: [&str; 2] = ["JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"];
/// The worker's setting with the options of function instances.
const FUNCTIONS: &str = "PF_additionalJavaRuntimeArguments";

impl Word {
    /// Whether the value is split by the shell, which leaves quotes as they are.
    pub(super) fn is_split_by_the_shell(&self) -> bool {
        !OF_THE_JVM.contains(&self.variable.as_str())
    }
}

/// The JVMs of all deployed components.
pub(super) fn given(cluster: &Cluster<'_>) -> Vec<Given> {
    let mut all = Vec::new();
    for jvm in &cluster.jvms {
        let release = cluster.release(cluster.image_of(jvm.block));
        let mut options = environment(cluster, jvm.block);
        options.extend(jvm.options.iter().map(|option| Word {
            path: (*option.path).clone(),
            variable: option.variable.to_owned(),
            text: option.text.to_owned(),
        }));
        let Some(java) = release.java() else { continue };
        all.push(Given { block: jvm.block, java, image: KeyPath::parse(&release.tag_path), options });
    }
    for block in ["broker", "standalone", "function_worker"] {
        let runs = cluster.jvms.iter().any(|jvm| jvm.block == block);
        let path = KeyPath::parse(block).key("configData").key(FUNCTIONS);
        let text = cluster.settings(block).and_then(|settings| settings.get(FUNCTIONS)?.as_text());
        if let (true, Some(text)) = (runs, text) {
            let words =
                text.trim_matches(['[', ']']).split([',', ' ']).map(|word| word.trim_matches(['"', ' ']));
            let options = words.filter(|word| !word.is_empty()).map(|word| Word {
                path: path.clone(),
                variable: FUNCTIONS.to_owned(),
                text: word.to_owned(),
            });
            let release = cluster.release("images.functions");
            let Some(java) = release.java() else { continue };
            let options = options.collect();
            all.push(Given { block, java, image: KeyPath::parse(&release.tag_path), options });
        }
    }
    all
}

/// Options that the JVM itself reads from `extraEnvs`: those of the launcher's variables are among [`Cluster::jvms`].
fn environment(cluster: &Cluster<'_>, block: &str) -> Vec<Word> {
    let mut words = Vec::new();
    for (path, item) in items(cluster, &format!("{block}.extraEnvs")) {
        let (Some(variable), Some(value)) = (field(item, "name"), field(item, "value")) else { continue };
        if OF_THE_JVM.contains(&variable) {
            words.extend(value.split_whitespace().map(|text| Word {
                path: KeyPath::parse(&path).key("value"),
                variable: variable.to_owned(),
                text: text.to_owned(),
            }));
        }
    }
    words
}

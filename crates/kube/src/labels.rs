//! The labels of a release's objects, and the selectors that find its pods: the one place where they are made.

use std::collections::BTreeMap;

/// The label by which tools tell who manages an object.
pub const RECOMMENDED_MANAGED_BY: &str = "app.kubernetes.io/managed-by";

/// What labels are made of. The keys are those of the Helm chart, so that its users' queries go on working.
#[derive(Debug, Clone)]
pub struct Labels {
    app: String,
    release: String,
    cluster: String,
    users: BTreeMap<String, String>,
}

impl Labels {
    /// The labels of a release: its application's name, its own, its Pulsar cluster's, and the user's additional
    /// ones.
    pub fn new(app: &str, release: &str, cluster: &str, users: BTreeMap<String, String>) -> Self {
        Self { app: app.to_owned(), release: release.to_owned(), cluster: cluster.to_owned(), users }
    }

    /// On an object, of a component or of none.
    pub fn object(&self, component: Option<&str>) -> BTreeMap<String, String> {
        let mut labels = self.template(component);
        labels.insert(RECOMMENDED_MANAGED_BY.to_owned(), "pulsarc".to_owned());
        labels
    }

    /// On the pods of a component. Changing these restarts pods: the user's and the release's are here, nothing else.
    pub fn template(&self, component: Option<&str>) -> BTreeMap<String, String> {
        let mut labels = self.selector_parts(component);
        labels.insert("cluster".to_owned(), self.cluster.clone());
        labels.extend(self.users.clone());
        labels
    }

    /// What selects the pods of a component.
    pub fn selector(&self, component: &str) -> BTreeMap<String, String> {
        self.selector_parts(Some(component))
    }

    fn selector_parts(&self, component: Option<&str>) -> BTreeMap<String, String> {
        let mut labels = BTreeMap::from([
            ("app".to_owned(), self.app.clone()),
            ("release".to_owned(), self.release.clone()),
        ]);
        if let Some(component) = component {
            labels.insert("component".to_owned(), component.to_owned());
        }
        labels
    }

    /// The application's name.
    pub fn app(&self) -> &str {
        &self.app
    }

    /// The release's name.
    pub fn release(&self) -> &str {
        &self.release
    }
}

//! What the function worker's service account may do, as the API server judges it: every verb on every resource.

use pulsarc_e2e_kubernetes::{Case, Client, Force, Lab, Reach, configured};
use serde_json::{Value, json};

const VERBS: [&str; 8] = ["get", "list", "watch", "create", "update", "patch", "delete", "deletecollection"];

/// A resource of the API: its group and its name.
type Resource = (String, String);

fn resources(client: &Client) -> Vec<Resource> {
    let groups = client.get("/apis").body;
    let versions = groups["groups"].as_array().into_iter().flatten();
    let versions = versions.filter_map(|group| group["preferredVersion"]["groupVersion"].as_str());
    let roots = versions.map(|version| format!("/apis/{version}")).chain(["/api/v1".to_owned()]);
    let mut all: Vec<Resource> = roots
        .flat_map(|root| {
            let group =
                root.strip_prefix("/apis/").and_then(|rest| rest.split('/').next()).unwrap_or_default();
            let listed = client.get(&root).body;
            let names = listed["resources"].as_array().into_iter().flatten();
            let names = names.filter_map(|resource| resource["name"].as_str().map(str::to_owned));
            names.map(|name| (group.to_owned(), name)).collect::<Vec<_>>()
        })
        .collect();
    all.sort();
    all.dedup();
    all
}

fn is_allowed(client: &Client, account: &str, namespace: &str, verb: &str, (group, name): &Resource) -> bool {
    let (resource, subresource) = name.split_once('/').unwrap_or((name, ""));
    let review = json!({
        "apiVersion": "authorization.k8s.io/v1",
        "kind": "SubjectAccessReview",
        "spec": {
            "user": format!("system:serviceaccount:pulsar:{account}"),
            "groups": ["system:serviceaccounts", "system:serviceaccounts:pulsar", "system:authenticated"],
            "resourceAttributes": {
                "namespace": namespace, "verb": verb, "group": group,
                "resource": resource, "subresource": subresource,
            },
        },
    });
    let answer = client.review("/apis/authorization.k8s.io/v1/subjectaccessreviews", &review);
    assert!(answer.is_done(), "{}", answer.message());
    answer.body["status"]["allowed"] == true
}

/// What the account may do in a namespace, a line each resource. Without the worker's role it may do what everybody
/// may, such as asking what it may do: that is left out.
fn allowed(client: &Client, account: &str, namespace: &str, everybody: &[String]) -> Vec<String> {
    let line = |resource: &Resource| {
        let verbs: Vec<&str> =
            VERBS.into_iter().filter(|verb| is_allowed(client, account, namespace, verb, resource)).collect();
        let group = if resource.0.is_empty() { "" } else { "." };
        let title = format!("{}{group}{}", resource.1, resource.0);
        (!verbs.is_empty()).then(|| format!("{title}: {}", verbs.join(" ")))
    };
    let lines = resources(client).iter().filter_map(line).collect::<Vec<_>>();
    lines.into_iter().filter(|line| !everybody.contains(line)).collect()
}

fn is_about_rights(object: &Value) -> bool {
    ["Role", "RoleBinding", "ClusterRole", "ClusterRoleBinding"].iter().any(|kind| object["kind"] == *kind)
}

/// The rights of a configuration's worker, in its own namespace and in another one.
fn rights(client: &Client, case: &Case, everybody: &[String]) -> String {
    let objects: Vec<Value> = case
        .objects()
        .into_iter()
        .filter(|object| is_about_rights(object) && object.to_string().contains("function-worker"))
        .collect();
    let bound = objects.iter().find_map(|object| object["subjects"][0]["name"].as_str());
    let account = bound.expect("the worker's role is bound to its account");
    for object in &objects {
        let answer = client.apply(object, Force::No);
        assert!(answer.is_done(), "{}", answer.message());
    }
    let here = allowed(client, account, "pulsar", everybody);
    let elsewhere = allowed(client, account, "elsewhere", everybody);
    for object in &objects {
        client.delete(object);
    }
    format!("In its namespace:\n{}\n\nIn another one:\n{}\n", here.join("\n"), elsewhere.join("\n"))
}

#[test]
#[ignore = "needs Go, and starts a Kubernetes API server"]
fn the_worker_may_do_what_it_needs_and_no_more() {
    let lab = Lab::start("rights", Reach::Api);
    let client = lab.client();
    for name in ["pulsar", "elsewhere"] {
        client.apply(
            &json!({ "apiVersion": "v1", "kind": "Namespace", "metadata": { "name": name } }),
            Force::No,
        );
    }
    let everybody = allowed(client, "nobody", "pulsar", &[]);
    let worker = "components: {function_worker: true}\n";
    let tokens = "auth: {authentication: {enabled: true, jwt: {enabled: true}}}\n";
    let everywhere = "function_worker: {rbac: {limit_to_namespace: false}}\n";
    insta::assert_snapshot!("worker", rights(client, &configured("worker", worker), &everybody));
    let secured = configured("worker-with-tokens", &format!("{worker}{tokens}"));
    insta::assert_snapshot!("worker_with_tokens", rights(client, &secured, &everybody));
    let wide = configured("worker-everywhere", &format!("{worker}{everywhere}"));
    insta::assert_snapshot!("worker_everywhere", rights(client, &wide, &everybody));
}

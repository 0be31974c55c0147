//! No answer and no message of the server repeats a secret.

use pulsarc_tests::client::{Client, uri};
use serde_json::json;
use std::fs;

const SECRET: &str = "hunter22-is-nobodys";

#[test]
fn no_answer_repeats_a_secret() {
    let yaml = format!(
        "pulsar_manager:\n  admin:\n    ui_password: {SECRET}\nbroker:\n  configData:\n    brokerClientAuthenticationParameters: \"token:{SECRET}\"\n    password: [{SECRET}]\n"
    );
    let over = format!("pulsar_manager:\n  admin:\n    ui_password: {SECRET}-2\n");
    let nickel = format!(
        "{{ pulsar_manager.admin.ui_password = \"{SECRET}\", broker.configData.password = [\"{SECRET}\"] }}\n"
    );
    let folder = tempfile::tempdir().expect("a folder");
    let files = [("values.yaml", &yaml), ("values-prod.yaml", &over), ("cluster.ncl", &nickel)];
    for (name, text) in files {
        fs::write(folder.path().join(name), text).expect("a file");
    }
    let mut client = Client::start(folder.path());
    for (name, _) in files {
        client.open(&folder.path().join(name));
    }
    for (name, text) in files {
        let file = folder.path().join(name);
        let shown = client.findings(&file);
        assert!(!json!(shown).to_string().contains(SECRET), "{name}: {shown:#?}");
        for (line, text) in text.lines().enumerate() {
            for character in (0..=text.len()).step_by(3) {
                for method in ["completion", "hover", "definition", "references"] {
                    let answer = client.at(&format!("textDocument/{method}"), &file, line, character);
                    assert!(
                        !answer.to_string().contains(SECRET),
                        "{name}:{line}:{character} {method}: {answer}"
                    );
                }
                let place = json!({ "line": line, "character": character });
                let range = json!({ "start": place, "end": place });
                let parameters = json!({ "textDocument": { "uri": uri(&file) }, "range": range, "context": { "diagnostics": [] } });
                // An edit writes the file's own text; what is said of it does not.
                for action in
                    client.request("textDocument/codeAction", &parameters).as_array().into_iter().flatten()
                {
                    assert!(!action["title"].to_string().contains(SECRET), "{name}:{line} {action}");
                }
            }
        }
        let whole = json!({ "start": { "line": 0, "character": 0 }, "end": { "line": 99, "character": 0 } });
        let document = json!({ "textDocument": { "uri": uri(&file) }, "range": whole });
        for method in ["inlayHint", "documentSymbol", "foldingRange"] {
            let answer = client.request(&format!("textDocument/{method}"), &document);
            assert!(!answer.to_string().contains(SECRET), "{name} {method}: {answer}");
        }
    }
}

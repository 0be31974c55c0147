//! `pulsarc report`: the page of a cluster, as a reader, a parser and a browser see it.

use pulsarc_tests::browser::{Browser, Scheme, axe};
use pulsarc_tests::{Run, pulsarc, pulsarc_in, pulsarc_with, root};
use scraper::{ElementRef, Html, Selector};
use sha2::{Digest, Sha256};
use std::fs;

/// Values that are accepted, and try to be more than text.
const HOSTILE: &str = r#"
clusterName: "orders"
broker:
  configData:
    pluginKey: "\"><img src=x onerror=alert(2)>"
proxy:
  configData:
    functionWorkerWebServiceURL: "http://admin:hunter2@<svg onload=alert(3)>:8080"
  service:
    annotations: {x: "<script>alert(5)</script>"}
"#;

/// Values that are rejected: the findings show them.
const REFUSED: &str = r#"
broker:
  component: "brk</title><script>alert(1)</script>"
images:
  broker:
    repository: "registry/<b>bold</b>"
    tag: "'\"><script>alert(4)</script>"
pulsar_manager:
  admin:
    ui_password: [hunter2]
"#;

fn page(run: &Run) -> Html {
    let html = Html::parse_document(&run.stdout);
    assert_eq!(html.errors, Vec::<&str>::new(), "it is not whole HTML");
    html
}

fn all<'h>(html: &'h Html, selector: &str) -> Vec<ElementRef<'h>> {
    let selector = Selector::parse(selector).expect("a selector");
    html.select(&selector).collect()
}

fn texts(html: &Html, selector: &str) -> Vec<String> {
    let squeezed = |element: ElementRef<'_>| {
        element.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
    };
    all(html, selector).into_iter().map(squeezed).collect()
}

/// No element or attribute of the page asks for anything from elsewhere, or runs what is not its own.
fn stands_alone(html: &Html) {
    for element in all(html, "*") {
        for (name, value) in element.value().attrs() {
            assert!(!name.starts_with("on"), "{name}={value}");
            assert!(name != "style", "the policy would refuse style={value}");
            let elsewhere =
                matches!(name, "src" | "href" | "action" | "data" | "poster" | "srcset" | "xlink:href")
                    && !value.starts_with('#');
            assert!(!elsewhere, "{}: {name}={value}", element.value().name());
        }
    }
    for style in texts(html, "style") {
        assert!(!style.contains("@import") && !style.contains("://"), "the style loads something");
        assert_eq!(style.matches("url(").count(), 0);
    }
    let policy = all(html, "meta[http-equiv='Content-Security-Policy']");
    let policy = policy.first().and_then(|meta| meta.attr("content")).expect("a policy");
    assert!(policy.starts_with("default-src 'none';") && !policy.contains("unsafe"), "{policy}");
    for id in all(html, "[id]").iter().filter_map(|element| element.attr("id")) {
        let same = all(html, "[id]").iter().filter(|element| element.attr("id") == Some(id)).count();
        assert_eq!(same, 1, "{id} stands twice");
    }
}

#[test]
fn examples_have_a_self_contained_page() {
    for example in ["minimal", "function-worker-tls-jwt", "production", "one-node"] {
        let run = pulsarc(&["report", &format!("examples/{example}.ncl")]);
        assert_eq!(run.status, 0, "{example}: {}", run.stderr);
        let html = page(&run);
        stands_alone(&html);
        assert!(all(&html, "script").is_empty(), "a report needs no script");
        assert_eq!(all(&html, "h1").len(), 1);
        for landmark in ["header", "nav", "main", "footer"] {
            assert_eq!(all(&html, landmark).len(), 1, "{example}: {landmark}");
        }
        for link in all(&html, "a[href^='#']").iter().filter_map(|link| link.attr("href")) {
            assert_eq!(all(&html, &format!("[id='{}']", &link[1..])).len(), 1, "{link} leads nowhere");
        }
        let heads = all(&html, "th").iter().filter(|th| th.attr("scope").is_none()).count();
        assert_eq!(heads, 0, "a head of a table that heads nothing");
        assert_eq!(run.stdout, pulsarc(&["report", &format!("examples/{example}.ncl")]).stdout);
    }
}

#[test]
fn the_diagram_shows_connections() {
    for example in ["minimal", "function-worker-tls-jwt"] {
        let html = page(&pulsarc(&["report", &format!("examples/{example}.ncl")]));
        let drawn: Vec<String> = ["svg.cluster desc", "svg.cluster g.words text", "svg.cluster g.node text"]
            .iter()
            .flat_map(|selector| texts(&html, selector))
            .collect();
        insta::assert_snapshot!(format!("drawing-{example}"), drawn.join("\n"));
        // The table beside it says the same as lines do: solid with a lock, or dashed.
        let secured = !texts(&html, "#cluster td .tls").is_empty();
        assert_eq!(secured, !all(&html, "svg.cluster path.lock").is_empty());
        assert_eq!(
            !texts(&html, "#cluster td .plain").is_empty(),
            !all(&html, "svg.cluster .line.plain").is_empty()
        );
    }
}

#[test]
fn the_tables_match_the_objects() {
    let html = page(&pulsarc(&["report", "examples/production.ncl"]));
    let row = |part: &str, head: &str| {
        let rows = all(&html, &format!("{part} tbody tr"));
        let mut texts = rows.iter().map(|row| row.text().collect::<Vec<_>>().join(" "));
        texts.find(|text| text.starts_with(head)).unwrap_or_else(|| panic!("{part} has no {head}"))
    };
    assert!(row("#resources", "bookie").contains("12 cores"), "{}", row("#resources", "bookie"));
    let broker = row("#certificates", "pulsar-tls-broker");
    assert!(broker.contains("valid 90 days") && broker.contains("after 75 days"), "{broker}");
    assert!(row("#images", "apachepulsar/pulsar-all").contains("4.0.12"));
    assert!(texts(&html, "#endpoints dd").iter().any(|url| url.starts_with("pulsar+ssl://pulsar-proxy.")));
}

#[test]
fn a_page_says_who_gets_in_and_which_failures_are_survived() {
    let folder = tempfile::tempdir().expect("a folder");
    let values = "bookkeeper: {replicaCount: 5}\nzookeeper: {replicaCount: 5}\nbroker: {replicaCount: 3, configData: \
        {managedLedgerDefaultEnsembleSize: \"3\", managedLedgerDefaultWriteQuorum: \"3\", managedLedgerDefaultAckQuorum: \"2\"}}\n\
        auth: {authentication: {enabled: true, jwt: {enabled: true}}, authorization: {enabled: true}}\n\
        volumes: {local_storage: false}\n\
        checks: {PUL0509: {level: allow, reason: <b>nobody</b> else reaches it}}\n";
    fs::write(folder.path().join("values-prod.yaml"), values).expect("a file");
    let html = page(&pulsarc_in(folder.path(), &["report", "values-prod.yaml"]));
    stands_alone(&html);
    assert!(texts(&html, "header .facts dd").contains(&"prod".to_owned()));
    let access = texts(&html, "#access").join(" ");
    assert!(access.contains("JSON web tokens") && access.contains("on: what a client may do"), "{access}");
    assert_eq!(texts(&html, "#durability tbody td"), ["1", "2", "2", "2"]);
    assert!(texts(&html, "#storage tbody tr").iter().any(|row| row.starts_with("bookie")));
    assert_eq!(texts(&html, "#accepted tbody td"), ["<b>nobody</b> else reaches it"]);
    let open = page(&pulsarc_with(root(), &["report", "-"], "{}\n"));
    assert!(texts(&open, "#access").join(" ").contains("everybody who reaches a port is served"));
    assert!(texts(&open, "#accepted").join(" ").contains("accepts no finding"));
}

#[test]
fn every_table_scrolls_on_a_phone() {
    let html = page(&pulsarc(&["report", "examples/production.ncl"]));
    assert_eq!(all(&html, "meta[name='viewport']").len(), 1);
    assert_eq!(all(&html, "table").len(), all(&html, ".scroll table").len());
    assert!(all(&html, "table").len() > 6);
}

/// What the picture in the README shows of a page: not the version, and nothing further down.
fn pictured(page: &str) -> String {
    let between = |start: &str, end: &str| {
        let (_, rest) = page.split_once(start).unwrap_or_else(|| panic!("no {start}"));
        rest.split_once(end).unwrap_or_else(|| panic!("no {end}")).0
    };
    let shown = [between("<style>", "</style>"), between("<header", "</svg>")].concat();
    let digest = Sha256::digest(shown);
    digest.iter().map(|byte| format!("{byte:02x}")).collect::<String>() + "\n"
}

/// `docs/report.png` is a picture of today's page. Without a browser, its digest in `docs/report.sha256` shows that. With
/// one, `UPDATE_PICTURE=1` takes both anew.
#[test]
fn the_picture_of_a_report_is_fresh() {
    let page = pulsarc(&["report", "examples/production.ncl"]).stdout;
    let (picture, digest) = (root().join("docs/report.png"), root().join("docs/report.sha256"));
    if std::env::var_os("UPDATE_PICTURE").is_some() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("page.html");
        fs::write(&path, &page).expect("a file");
        Browser::find().picture(&path, &picture, (1100, 1560));
        fs::write(&digest, pictured(&page)).expect("a file");
    }
    let taken = fs::read_to_string(&digest).unwrap_or_default();
    assert_eq!(
        taken,
        pictured(&page),
        "docs/report.png is stale: UPDATE_PICTURE=1 takes it anew (needs Chromium)"
    );
    assert!(fs::read(&picture).is_ok_and(|bytes| bytes.starts_with(b"\x89PNG")));
}

#[test]
fn a_configuration_with_errors_has_a_page_of_them_and_of_the_rest() {
    let run = pulsarc(&["report", "examples/mistakes/values.yaml"]);
    assert_eq!(run.status, 1);
    let html = page(&run);
    stands_alone(&html);
    assert_eq!(all(&html, ".finding.error").len(), 5);
    assert_eq!(texts(&html, ".excerpt figcaption")[0], "examples/mistakes/values.yaml:3:3");
    assert_eq!(texts(&html, ".finding mark")[0], "replicas");
    assert!(texts(&html, ".help")[0].contains("replicaCount"));
    assert!(texts(&html, ".draft")[0].contains("nothing of this would be applied"));
    assert!(texts(&html, "svg.cluster .title").contains(&"broker".to_owned()));
    let nothing = pulsarc_with(root(), &["report", "-"], "broker: [\n");
    assert_eq!(nothing.status, 1);
    assert_eq!(all(&page(&nothing), ".finding.error").len(), 1);
    assert!(all(&page(&nothing), "svg.cluster").is_empty());
}

#[test]
fn hostile_values_stay_text_and_secrets_stay_unsaid() {
    let accepted = pulsarc_with(root(), &["report", "-"], HOSTILE);
    assert_eq!(accepted.status, 0, "{}", accepted.stderr);
    let refused = pulsarc_with(root(), &["report", "-"], REFUSED);
    assert_eq!(refused.status, 1);
    for run in [&accepted, &refused] {
        let html = page(run);
        stands_alone(&html);
        for element in ["script", "img", "b", "iframe", "foreignObject", "svg [onload]"] {
            assert!(all(&html, element).is_empty(), "a value became <{element}>");
        }
        assert!(!run.stdout.contains("hunter2"), "a secret is told");
    }
    let drawn = texts(&page(&accepted), "svg.cluster .title");
    assert!(drawn.iter().any(|title| title == "<svg onload=alert(3)>"), "{drawn:?}");
    assert!(refused.stdout.contains("&lt;b&gt;bold"), "the repository is shown as it is");
    assert!(refused.stderr.contains("<hidden>"), "nothing was found about the secret: {}", refused.stderr);
    assert!(!refused.stderr.contains("hunter2"), "a secret is told: {}", refused.stderr);
}

#[test]
fn a_page_is_written_completely_or_not_at_all() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("good.yaml"), "{}\n").expect("a file");
    let run = pulsarc_in(folder.path(), &["report", "good.yaml", "-o", "page.html"]);
    assert_eq!((run.status, run.stdout.as_str()), (0, ""));
    let written = fs::read_to_string(folder.path().join("page.html")).expect("it is there");
    assert_eq!(written, pulsarc_in(folder.path(), &["report", "good.yaml"]).stdout);
    assert_eq!(pulsarc_in(folder.path(), &["report", "good.yaml", "-o", "absent/page.html"]).status, 3);
    assert_eq!(pulsarc_in(folder.path(), &["report", "good.yaml", "-o", "."]).status, 3);
    assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 2, "something was left beside it");
}

#[test]
#[cfg_attr(without_chromium, ignore = "needs Chromium on the PATH")]
fn a_browser_shows_it_without_a_word_of_complaint() {
    let browser = Browser::find();
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("page.html");
    for input in ["examples/production.ncl", "examples/mistakes/values.yaml"] {
        fs::write(&path, pulsarc(&["report", input]).stdout).expect("a file");
        let shown = browser.show(&path, Scheme::Light, 1280);
        assert_eq!(shown.console, Vec::<String>::new());
        assert!(shown.document.contains("svg class=\"cluster\""), "{}", shown.document);
    }
}

#[test]
#[cfg_attr(
    any(without_chromium, without_axe),
    ignore = "needs Chromium and axe-core (npm install --global axe-core)"
)]
fn axe_finds_nothing_light_or_dark_wide_or_narrow() {
    let (browser, axe) = (Browser::find(), axe());
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("page.html");
    for input in ["examples/production.ncl", "examples/mistakes/values.yaml"] {
        let page = pulsarc(&["report", input]).stdout;
        fs::write(&path, pulsarc_tests::browser::with_axe(&page, &axe)).expect("a file");
        for (scheme, width) in
            [(Scheme::Light, 1280), (Scheme::Dark, 1280), (Scheme::Light, 500), (Scheme::Dark, 500)]
        {
            let shown = Html::parse_document(&browser.show(&path, scheme, width).document);
            assert_eq!(texts(&shown, "#axe"), ["passed"], "{input}, {scheme:?}, {width}");
        }
    }
}

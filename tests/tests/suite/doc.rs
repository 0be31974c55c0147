//! `pulsarc doc`: the reference of every key, as a reader, a parser and a browser see it.

use pulsarc_tests::browser::{Browser, Scheme, axe, with_axe, with_script};
use pulsarc_tests::{pulsarc, pulsarc_in};
use scraper::{Html, Selector};
use std::fs;

fn count(html: &Html, selector: &str) -> usize {
    html.select(&Selector::parse(selector).expect("a selector")).count()
}

fn text(html: &Html, selector: &str) -> String {
    let selector = Selector::parse(selector).expect("a selector");
    html.select(&selector).next().map(|element| element.text().collect()).unwrap_or_default()
}

#[test]
fn every_key_appears_once_with_its_doc() {
    let run = pulsarc(&["doc"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let html = Html::parse_document(&run.stdout);
    assert_eq!(html.errors, Vec::<&str>::new());
    let keys = pulsarc_eval::keys(|_| true);
    assert_eq!(count(&html, ".entry"), keys.len());
    for key in &keys {
        let id = key.path.to_string().replace('\\', r"\\").replace('"', r#"\""#);
        assert_eq!(count(&html, &format!("[id=\"{id}\"]")), 1, "{id}");
        let words = text(&html, &format!("[id=\"{id}\"]"));
        let doc = key.doc.replace('`', "").replace("\n\n", "");
        assert!(words.contains(&doc), "{id}: {words}");
    }
    let replicas = text(&html, "[id='broker.replicaCount'] .type");
    assert!(replicas.contains("a whole number") && replicas.contains("default 3"), "{replicas}");
    let port = text(&html, "[id='proxy.ports.http'] .type");
    assert!(port.contains("a whole number from 1 to 65535"), "{port}");
    let names = text(&html, "[id='tls.broker.dnsNames']");
    assert!(names.contains("items A DNS name for a certificate"), "{names}");
    let component = text(&html, "[id='broker.component']");
    assert!(component.contains("pattern [a-z0-9]([-a-z0-9]*[a-z0-9])?"), "{component}");
}

#[test]
fn it_is_one_file_without_requests() {
    let folder = tempfile::tempdir().expect("a folder");
    assert_eq!(pulsarc_in(folder.path(), &["doc", "-o", "doc.html"]).status, 0);
    let page = fs::read_to_string(folder.path().join("doc.html")).expect("it is there");
    assert_eq!(page, pulsarc(&["doc"]).stdout);
    let html = Html::parse_document(&page);
    assert_eq!(count(&html, "script"), 1);
    assert_eq!(count(&html, "[src], link, iframe, img, [style], a[href^='http']"), 0);
    assert!(page.contains("script-src &#39;sha256-") || page.contains("script-src 'sha256-"));
}

#[test]
#[cfg_attr(without_chromium, ignore = "needs Chromium on the PATH")]
fn the_search_filters_as_one_types() {
    let browser = Browser::find();
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("doc.html");
    let page = pulsarc(&["doc"]).stdout;
    let show = |script: Option<&str>| {
        let page = script.map_or_else(|| page.clone(), |script| with_script(&page, script));
        fs::write(&path, page).expect("a file");
        let shown = browser.show(&path, Scheme::Light, 1280);
        assert_eq!(shown.console, Vec::<String>::new(), "{script:?}");
        Html::parse_document(&shown.document)
    };
    let all = show(None);
    let keys = count(&all, ".entry");
    assert_eq!(count(&all, "form[hidden]"), 0, "the script did not run");
    let typed = |words: &str| {
        show(Some(&format!(
            "const field = document.getElementById('search'); field.value = '{words}'; field.dispatchEvent(new Event('input'));"
        )))
    };
    let found = typed("Broker REPLICA");
    let left = count(&found, ".entry:not([hidden])");
    let shown = left + count(&found, ".fact:not([hidden])");
    assert!(left > 0 && left < keys / 10, "{left} of {keys}");
    assert_eq!(count(&found, "[id='broker.replicaCount']:not([hidden])"), 1);
    assert_eq!(
        text(&found, "#found"),
        if shown == 1 { "1 entry".to_owned() } else { format!("{shown} entries") }
    );
    assert_eq!(count(&typed("no key holds this"), "section:not([hidden])"), 0);
}

#[test]
#[cfg_attr(
    any(without_chromium, without_axe),
    ignore = "needs Chromium and axe-core (npm install --global axe-core)"
)]
fn axe_finds_nothing_light_or_dark() {
    let (browser, axe) = (Browser::find(), axe());
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("doc.html");
    fs::write(&path, with_axe(&pulsarc(&["doc"]).stdout, &axe)).expect("a file");
    for (scheme, width) in [(Scheme::Light, 1280), (Scheme::Dark, 500)] {
        let shown = Html::parse_document(&browser.show(&path, scheme, width).document);
        assert_eq!(text(&shown, "#axe"), "passed", "{scheme:?}, {width}");
    }
}

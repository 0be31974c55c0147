//! A real browser for tests of pages: Chromium without a window, if there is one.
//!
//! The build script looks for it, and tests that need it are ignored if it is not installed.

use std::path::{Path, PathBuf};
use std::process::Command;

/// Which colours a page is shown in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scheme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

/// What a browser made of a page.
#[derive(Debug)]
pub struct Shown {
    /// The document after its script ran.
    pub document: String,
    /// What was written to the console: errors, and what the page's policy rejected.
    pub console: Vec<String>,
}

/// A browser.
#[derive(Debug)]
pub struct Browser {
    program: PathBuf,
}

impl Browser {
    /// The Chromium of this machine.
    pub fn find() -> Self {
        let path = std::env::var_os("PATH").unwrap_or_default();
        let names = ["chromium", "chromium-browser", "google-chrome"];
        let program = std::env::split_paths(&path)
            .flat_map(|folder| names.map(|name| folder.join(name)))
            .find(|file| file.is_file());
        Self { program: program.expect("Chromium is on the PATH") }
    }

    /// Takes a picture of a file: the given width and height from its top, light, without scroll bars.
    pub fn picture(&self, page: &Path, picture: &Path, size: (u32, u32)) {
        let profile = tempfile::tempdir().expect("a folder");
        let (width, height) = size;
        let run = Command::new(&self.program)
            .args(["--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"])
            .args(["--disable-dev-shm-usage", "--host-resolver-rules=MAP * ~NOTFOUND"])
            .arg(format!("--user-data-dir={}", profile.path().display()))
            .arg(format!("--window-size={width},{height}"))
            .arg(format!("--screenshot={}", picture.display()))
            .arg(format!("file://{}", page.display()))
            .status()
            .expect("the browser starts");
        assert!(run.success(), "no picture was taken");
    }

    /// Shows a file, and waits for its script.
    pub fn show(&self, page: &Path, scheme: Scheme, width: u32) -> Shown {
        let profile = tempfile::tempdir().expect("a folder");
        let scheme = u8::from(scheme == Scheme::Light);
        let run = Command::new(&self.program)
            .args([
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--enable-logging=stderr",
                "--dump-dom",
            ])
            .args([
                "--disable-dev-shm-usage",
                "--virtual-time-budget=20000",
                "--host-resolver-rules=MAP * ~NOTFOUND",
            ])
            .arg(format!("--user-data-dir={}", profile.path().display()))
            .arg(format!("--blink-settings=preferredColorScheme={scheme}"))
            .arg(format!("--window-size={width},900"))
            .arg(format!("file://{}", page.display()))
            .output()
            .expect("the browser starts");
        let log = String::from_utf8_lossy(&run.stderr);
        let console = log.lines().filter(|line| line.contains("CONSOLE")).map(str::to_owned).collect();
        Shown { document: String::from_utf8_lossy(&run.stdout).into_owned(), console }
    }
}

/// axe-core, which finds what keeps people from using a page: the file that `AXE_CORE` names, or npm's global one.
pub fn axe() -> String {
    let named = std::env::var_os("AXE_CORE").map(PathBuf::from);
    let global = || {
        let root = Command::new("npm").args(["root", "--global"]).output().ok()?;
        Some(Path::new(String::from_utf8_lossy(&root.stdout).trim()).join("axe-core/axe.min.js"))
    };
    let script = named.or_else(global).and_then(|file| std::fs::read_to_string(file).ok());
    script.expect("axe-core is installed with npm, or named by AXE_CORE")
}

/// A page that says in an element `axe` what axe-core finds in it. Its own policy is left out: it would reject the
/// script.
pub fn with_axe(page: &str, axe: &str) -> String {
    let run = r#"
        document.querySelectorAll("details").forEach((details) => (details.open = true));
        axe.run(document, { resultTypes: ["violations", "incomplete"] }).then((results) => {
            const told = document.createElement("pre");
            told.id = "axe";
            const nodes = (found) => found.nodes.map((node) => node.target.join(" ") + ": " + node.failureSummary);
            told.textContent = results.violations.map((found) => found.id + "\n" + nodes(found).join("\n")).join("\n") || "passed";
            document.body.append(told);
        });"#;
    with_script(page, &format!("{axe}\n{run}"))
}

/// A page with one more script, and without the policy that would reject it.
pub fn with_script(page: &str, script: &str) -> String {
    let script = script.replace("</script", "<\\/script");
    page.replacen("Content-Security-Policy", "x-left-out", 1)
        .replace("</body>", &format!("<script>{script}</script></body>"))
}

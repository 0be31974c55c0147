//! Paths in files. The user chooses paths on the command line; paths in files, and symbolic links among the files,
//! may come from an untrusted pull request.

use pulsarc_eval::import_roots;
use std::path::Path;

/// Whether a path leads to a regular file of the project that `folder` is in, or of a folder that `--allow-import` adds,
/// with all symbolic links followed. Outside of them the answer is the same for what exists and what does not.
pub fn is_project_file(folder: &Path, path: &Path) -> bool {
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let Ok(real) = folder.join(path).canonicalize() else { return false };
    import_roots(folder).iter().any(|root| real.starts_with(root)) && real.is_file()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn a_path_stays_within_the_project() {
        let folder = tempfile::tempdir().expect("a folder");
        let project = folder.path().join("project");
        fs::create_dir_all(project.join(".git")).expect("a folder");
        fs::create_dir(project.join("below")).expect("a folder");
        fs::write(project.join("a.yaml"), "").expect("a file");
        fs::write(folder.path().join("outside.yaml"), "").expect("a file");
        let below = project.join("below");
        assert!(is_project_file(&below, Path::new("../a.yaml")));
        let outside = folder.path().join("outside.yaml");
        for path in ["../../outside.yaml", "../../none.yaml", "../none.yaml", "..", "/etc/hostname"] {
            assert!(!is_project_file(&below, Path::new(path)), "{path}");
        }
        assert!(!is_project_file(&below, &outside));
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink(&outside, below.join("out.yaml")).expect("a link");
            std::os::unix::fs::symlink("../a.yaml", below.join("in.yaml")).expect("a link");
            assert!(!is_project_file(&below, Path::new("out.yaml")));
            assert!(is_project_file(&below, Path::new("in.yaml")));
        }
    }
}

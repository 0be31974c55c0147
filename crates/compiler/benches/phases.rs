//! Benchmarks of each phase within one process: both ways of evaluation, the objects of a configuration, their text.
//!
//! `cargo bench -p pulsarc-compiler`. `tests/speed/pair.py` compares whole processes with other tools.

use criterion::{BatchSize, Criterion};
use pulsarc_compiler::{Evaluated, Format, KubeVersion, Layer, Target, Way, build, build_evaluated};
use std::path::PathBuf;

fn layer(name: &str, format: Format) -> Layer {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../examples").join(name);
    Layer { name: name.to_owned(), format, bytes: std::fs::read(path).unwrap_or_default() }
}

fn target() -> Target {
    Target {
        release: "pulsar".to_owned(),
        namespace: "pulsar".to_owned(),
        kube_version: KubeVersion { major: 1, minor: 33 },
        upgrade: false,
    }
}

/// A configuration a hundred times as long as an honest one.
fn long() -> Layer {
    let keys: String = (0..10_000).map(|key| format!("    key{key}: \"{key}\"\n")).collect();
    let env: String = (0..500).map(|name| format!("    - {{name: N{name}, value: \"{name}\"}}\n")).collect();
    let text = format!("broker:\n  configData:\n{keys}  extraEnvs:\n{env}");
    Layer { name: "long.yaml".to_owned(), format: Format::Yaml, bytes: text.into_bytes() }
}

fn phases(criterion: &mut Criterion) {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../examples");
    let nickel = [layer("function-worker-tls-jwt.ncl", Format::Nickel(folder.into()))];
    let values = [layer("coming-from-helm/values.yaml", Format::Yaml)];
    let target = target();
    for (name, layers) in [("nickel", &nickel), ("values", &values)] {
        for way in [Way::Fast, Way::Contracts] {
            criterion.bench_function(&format!("evaluate {name}, {way:?}"), |bench| {
                bench.iter(|| pulsarc_eval::evaluate_by(way, layers));
            });
        }
    }
    let built = build(&values, &target);
    if let Some(tree) = &built.tree {
        let components = pulsarc_registry::components();
        let evaluated = || Evaluated { tree: Some(tree.clone()), ..Evaluated::default() };
        criterion.bench_function("compile", |bench| {
            bench.iter_batched(
                evaluated,
                |tree| build_evaluated(tree, &components, &target),
                BatchSize::LargeInput,
            );
        });
    }
    let objects: Vec<_> = built.objects.iter().collect();
    criterion.bench_function("write", |bench| {
        bench.iter(|| pulsarc_kube::write::stream(&objects, pulsarc_kube::write::Format::Yaml));
    });
    criterion.bench_function("a long configuration", |bench| {
        bench.iter_batched(|| [long()], |layers| build(&layers, &target), BatchSize::LargeInput);
    });
}

fn main() {
    let mut criterion = Criterion::default().sample_size(20).configure_from_args();
    phases(&mut criterion);
    criterion.final_summary();
}

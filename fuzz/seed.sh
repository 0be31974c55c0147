#!/bin/sh
# Seeds the corpora of fuzz/corpus with the project's own configurations: examples, the inputs of rules and findings. And
# with the cases of folders named on the command line, which are read where they are.
set -eu
cd "$(dirname "$0")/.."

seeds() {
    find examples crates/rules/src tests/diagnostics "$@" -type f \
        \( -name '*.yaml' -o -name '*.yml' -o -name '*.json' -o -name '*.ncl' \) -size -64k
}

for target in yaml decoder config jvm quantities; do
    mkdir -p "fuzz/corpus/$target"
done
seeds "$@" | while IFS= read -r file; do
    name=$(sha256sum "$file" | cut -c1-40)
    case $file in
        *.ncl) cp "$file" "fuzz/corpus/config/$name" ;;
        *) for target in yaml decoder config; do cp "$file" "fuzz/corpus/$target/$name"; done ;;
    esac
    # The options and amounts in it, each for itself.
    { grep -ohE -e '-X[^"'\'']*' "$file" || true; } | while IFS= read -r option; do
        printf '%s' "$option" > "fuzz/corpus/jvm/$(printf '%s' "$option" | sha256sum | cut -c1-40)"
    done
    { grep -ohE '[0-9.]+([numkKMGTPE]i?|ms|s|h|d)\b' "$file" || true; } | sort -u | while IFS= read -r amount; do
        printf '%s' "$amount" > "fuzz/corpus/quantities/$(printf '%s' "$amount" | sha256sum | cut -c1-40)"
    done
done
for target in yaml decoder config jvm quantities; do
    echo "$target: $(ls "fuzz/corpus/$target" | wc -l)"
done

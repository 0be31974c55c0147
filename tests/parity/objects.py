"""Kubernetes objects reduced to what they mean, so that two renderings of one cluster can be compared.

`meaning(object)` drops what neither Kubernetes nor Pulsar reads: absent and empty values, the labels and annotations that Helm
keeps for itself, the order of lists whose items have names, the spelling of quantities, white space in settings, and the text of
scripts: a script counts by the programs that it runs, with their arguments.
"""
import json
import re
import shlex
from decimal import Decimal

import yaml

Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
SUFFIXES = {"": 1, "m": Decimal("0.001"), "k": 10**3, "M": 10**6, "G": 10**9, "T": 10**12, "Ki": 2**10, "Mi": 2**20, "Gi": 2**30, "Ti": 2**40}
# Lists whose order has a meaning.
ORDERED = {"initContainers", "relabelConfigs", "relabelings", "metricRelabelConfigs", "metricRelabelings", "args", "command", "values.yaml"}
# Empty values that say something by being there.
EMPTY_COUNTS = {"emptyDir", "podSelector", "selfSigned"}
QUANTITIES = {"cpu", "memory", "storage", "sizeLimit", "ephemeral-storage"}
PROGRAM = re.compile(r"^(/pulsar/)?bin/|^kubectl$|^nslookup$|^\./startup\.sh$")
OPERATORS = {";", "&&", "||", "|", "&", "then", "do", "else", "fi", "done", "if", "while", "until", "!", "(", ")", "{", "}", "exec", "for", "in"}


def documents(text):
    """The objects of a YAML stream, lists taken apart."""
    for document in yaml.load_all(text, Loader):
        if not document:
            continue
        yield from document.get("items", []) if document.get("kind") == "List" else [document]


def identity(value):
    """What makes an object the same object: its group, kind and name."""
    version = value.get("apiVersion", "")
    return f"{version.split('/')[0] if '/' in version else 'core'}/{value['kind']}/{value['metadata']['name']}"


def quantity(text):
    match = re.fullmatch(r"([0-9.]+)([A-Za-z]*)", str(text).strip())
    if not match or match[2] not in SUFFIXES:
        return str(text)
    return str((Decimal(match[1]) * SUFFIXES[match[2]]).normalize())


def is_script(text):
    return "\n" in text.strip() or bool(re.search(r"(^|[\s;/])bin/[\w-]+|\bkubectl |\bnslookup ", text))


def programs(script):
    """The programs that a script runs, each with its arguments, and the variables that it exports."""
    text = re.sub(r"\\\n", " ", script)
    text = re.sub(r"\$\{(\w+)(:-[^}]*)?\}", r"$\1", text)
    lexer = shlex.shlex(re.sub(r"(?m)^\s*#.*$", "", text).replace("\n", " ; "), posix=True, punctuation_chars=";|&()<>")
    lexer.whitespace_split, lexer.commenters = True, ""
    runs, words = set(), []
    try:
        tokens = list(lexer)
    except ValueError:
        return [" ".join(text.split())]
    # A program may run another one: `sh -c "bin/pulsar ..."` counts by what is inside.
    for token in tokens + [";"]:
        if token in OPERATORS or re.fullmatch(r"[;|&()<>]+", token):
            runs |= called(words)
            words = []
        else:
            words.append(token)
    return sorted(runs)


def called(words):
    for at, word in enumerate(words):
        if " " in word and is_script(word):
            return set(programs(word))
        if PROGRAM.match(word):
            arguments = [other for other in words[at + 1 :] if not other.startswith("-timeout")]
            return {" ".join([word.removeprefix("/pulsar/"), *arguments])}
        if word == "export" and len(words) > at + 1:
            return {"export " + words[at + 1].split("=")[0]}
    return set()


def setting(text):
    """A value of a config map: YAML by its content, all else by its words."""
    text = text if isinstance(text, str) else json.dumps(text)
    if "\n" in text.strip() and re.search(r"(?m)^[\w.-]+:(\s|$)", text):
        try:
            return meaning(yaml.load(text, Loader), "settings")
        except yaml.YAMLError:
            pass
    if text.lstrip().startswith("#!") or is_script(text):
        return programs(text)
    return " ".join(text.split())


def by_name(item):
    names = [str(item.get(key, "")) for key in ("name", "mountPath", "port", "key", "host", "path", "secretName")]
    return names, json.dumps(item, sort_keys=True)


def meaning(value, key="", parents=()):
    """What a value says, below a key of its parents."""
    if isinstance(value, dict):
        return record(value, key, parents)
    if isinstance(value, list):
        if key in ("args", "command"):
            return [programs(item) if isinstance(item, str) and is_script(item) else item for item in value]
        items = [meaning(item, key, parents) for item in value]
        items = [item for item in items if item not in (None, {}, [], "")]
        if key in ORDERED:
            return items
        return sorted(items, key=lambda item: by_name(item) if isinstance(item, dict) else ([], str(item)))
    if key in QUANTITIES:
        return quantity(value)
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value


def record(entries, key, parents):
    kept = {}
    for name, value in entries.items():
        name = str(name)
        if key == "annotations":
            if name.startswith(("helm.sh/", "pulsarc")):
                continue
            value = "present" if name.startswith("checksum/") else value
        if key == "labels" and (name in ("chart", "heritage") or name.startswith(("app.kubernetes.io/", "pulsarc"))):
            continue
        said = setting(value) if key == "data" and not parents else meaning(value, name, (*parents, key) if key else parents)
        if said in (None, {}, [], "") and name not in EMPTY_COUNTS:
            continue
        kept[name] = said
    return kept


def read(text):
    """The meanings of a stream's objects, by their identities. The values of a Secret differ from run to run: its keys count."""
    found = {}
    for value in documents(text):
        if value.get("kind") == "Secret":
            held = [value.pop(part, None) or {} for part in ("data", "stringData")]
            value["keys"] = sorted({name for part in held for name in part})
        # A chart may leave the namespace to the command line.
        value["metadata"].pop("namespace", None)
        found[identity(value)] = meaning(value)
    return found


def differences(theirs, ours, at=""):
    """The paths at which two meanings differ, with both values."""
    if isinstance(theirs, dict) and isinstance(ours, dict):
        for key in sorted({*theirs, *ours}):
            if key not in theirs:
                yield f"{at}/{key}", None, ours[key]
            elif key not in ours:
                yield f"{at}/{key}", theirs[key], None
            else:
                yield from differences(theirs[key], ours[key], f"{at}/{key}")
    elif isinstance(theirs, list) and isinstance(ours, list) and len(theirs) == len(ours):
        for index, (one, other) in enumerate(zip(theirs, ours)):
            name = one.get("name") if isinstance(one, dict) else None
            yield from differences(one, other, f"{at}[{name or index}]")
    elif theirs != ours:
        yield at, theirs, ours

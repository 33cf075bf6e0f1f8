#!/usr/bin/env python3
"""Who may include whom: holds this table and fails on any include that it does not allow.

Stages meet in the document model alone, so a decision can change without touching another stage, and
the name of a folder says when its code runs (core) or where (extension).
Usage: scripts/check_layers.py
"""

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

# What every stage between the document and the article may see.
STAGE = {"base", "document", "rules", "parse/dom.hpp", "parse/tags.hpp", "lectern/article.hpp",
         "lectern/options.hpp"}

# Folder of core/src: the folders and files it may include besides itself.
CORE = {
    "base": set(),
    "parse": {"base", "lectern/result.hpp", "lectern/options.hpp"},
    # Features have a column for each lexicon and each class hint, so the document names both lists.
    "document": {"base", "parse/dom.hpp", "parse/tags.hpp", "rules/lexicon.hpp",
                 "rules/class_names.hpp", "lectern/article.hpp", "lectern/options.hpp"},
    "glance": {"base"},
    "rules": {"base", "parse/dom.hpp", "parse/tags.hpp", "parse/selector.hpp", "document/label.hpp",
              "document/role.hpp", "lectern/article.hpp", "lectern/phrases.hpp"},
    "metadata": STAGE,
    "annotate": STAGE,
    "classify": STAGE | {"lectern/text_model.hpp"},
    "assemble": STAGE,
    "render": {"base", "lectern/article.hpp", "lectern/render.hpp", "lectern/result.hpp"},
    # Files of core/src itself are the pipeline, the only place that names every stage.
    "": {"analysis.hpp", "base", "glance", "parse", "document", "rules", "metadata", "annotate", "classify", "assemble",
         "render", "lectern"},
}

# Third-party headers: the folders of core/src where each may appear.
THIRD_PARTY = {
    "lexbor": {"parse"},
    "nlohmann": {"metadata", "render"},
    "emscripten": {"parse"},
}

# The folder of extension/src that every other folder may import.
EXTENSION_SHARED = "shared"

# The one file of the extension that names the browser's own API; types are free.
BROWSER_FILE = "shared/browser.ts"
BROWSER_API = re.compile(r"(?<![\w.\"'`/])chrome\.\w+\.[a-z]\w*")

# What the extension takes from the WebAssembly package's sources: its types, which leave no code.
ENGINE_TYPES = {"wasm/src/types", "wasm/src/types.ts", "wasm/src/types.js"}

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')
IMPORT = re.compile(r'''(?:from|import)\s*\(?\s*["']([^"']+)["']''')


def includes_of(path):
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        match = INCLUDE.match(line)
        if match:
            yield number, match[1] == "<", match[2]


def sources_in(folder):
    return sorted(p for p in folder.rglob("*") if p.suffix in (".cpp", ".hpp", ".inc"))


def check_core():
    source_root = ROOT / "core/src"
    generated = re.compile(r"^(generated/|[\w]+_data\.hpp$)")
    for path in sources_in(source_root):
        parts = path.relative_to(source_root).parts
        folder = parts[0] if len(parts) > 1 else ""
        if folder not in CORE:
            yield path, 1, f"core/src/{folder} is not in the table of scripts/check_layers.py"
            continue
        for number, is_system, name in includes_of(path):
            top = name.split("/")[0]
            if is_system:
                if "/" in name and folder not in THIRD_PARTY.get(top, set()) and top != "sys":
                    yield path, number, f"<{name}> may not be included from {folder or 'core/src'}"
                continue
            if top == folder or top in CORE[folder] or name in CORE[folder] or generated.match(name):
                continue
            yield path, number, f'"{name}" may not be included from {folder or "core/src"}'


def check_public_headers():
    for path in sources_in(ROOT / "core/include"):
        for number, is_system, name in includes_of(path):
            if is_system and "/" in name or not is_system and not name.startswith("lectern/"):
                yield path, number, f"public headers include std and each other, not {name}"


def check_users():
    """The command and the WebAssembly modules use the public headers alone, but for what stands in for lexbor's tables."""
    allowed = {("wasm/encodings.cpp", "parse/legacy_decoder.hpp"), ("wasm/entity_table.cpp", "parse/entity_table.hpp"),
               ("wasm/entity_table.cpp", "entity_names.hpp")}
    for folder in ("core/tools", "wasm"):
        for path in sources_in(ROOT / folder):
            for number, is_system, name in includes_of(path):
                if is_system or name.startswith("lectern/") or (path.parent / name).exists():
                    continue
                if (path.relative_to(ROOT).as_posix(), name) in allowed:
                    continue
                yield path, number, f"{folder} uses the public headers alone, not {name}"


def check_extension():
    source_root = ROOT / "extension/src"
    for path in sorted(source_root.rglob("*.ts")):
        place = path.relative_to(source_root)
        # Files of extension/src itself are entry points: they put a context together.
        context = place.parts[0] if len(place.parts) > 1 else None
        text = path.read_text(encoding="utf-8")
        for number, line in enumerate(text.splitlines(), 1):
            for target in IMPORT.findall(line):
                if target.startswith(".") and context is not None:
                    message = fault_of_import(source_root, path, context, target)
                    if message:
                        yield path, number, message
            if place.as_posix() != BROWSER_FILE:
                for use in BROWSER_API.findall(line):
                    yield path, number, f"{use}: only {BROWSER_FILE} names the browser's API"


def fault_of_import(source_root, path, context, target):
    resolved = (path.parent / target).resolve()
    if source_root in resolved.parents:
        other = resolved.relative_to(source_root).parts[0]
        if other in (context, EXTENSION_SHARED):
            return None
        return f"{context}/ may import itself and {EXTENSION_SHARED}/, not {target}"
    if resolved.relative_to(ROOT).as_posix() in ENGINE_TYPES:
        return None
    return f"{target} lies outside extension/src"


def main():
    faults = 0
    for check in (check_core, check_public_headers, check_users, check_extension):
        for path, line, message in check():
            print(f"{path.relative_to(ROOT)}:{line}: {message}")
            faults += 1
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())

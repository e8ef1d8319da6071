#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Holds every #include "folder/…" under src/ against src/layers.txt; names file and line of each that points the wrong way."""
import pathlib
import re
import sys

root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else "src")
rules = {}
for line in (root / "layers.txt").read_text().splitlines():
    if line.strip() and not line.startswith("#"):
        folder, _, allowed = line.partition(":")
        rules[folder.strip()] = {folder.strip(), *allowed.split()}

faults, seen = [], 0
for path in sorted(p for p in root.rglob("*") if p.suffix in {".h", ".cpp"}):
    folder = path.relative_to(root).parts[0]
    if folder not in rules:
        faults.append(f"{path}: folder '{folder}' is not in layers.txt")
        continue
    for number, line in enumerate(path.read_text().splitlines(), 1):
        found = re.match(r'\s*#\s*include\s+"([^/"]+)/', line)
        seen += bool(found)
        if found and found.group(1) not in rules[folder]:
            faults.append(f"{path}:{number}: {folder} may not include {found.group(1)}")
print("\n".join(faults) if faults else f"{seen} includes, all in the allowed direction")
sys.exit(1 if faults or not seen else 0)

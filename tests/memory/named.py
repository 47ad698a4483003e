#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Corten authors
# SPDX-License-Identifier: MIT OR Apache-2.0
"""named.py BUILD-TREE: no static memory without a name that says whose it is.

In every firmware of the examples and the conformance programs, each byte of a writable section
belongs to an object of the symbol table, but for gaps of alignment; and each contribution that the
map file lists comes from the application, from Corten, or from an object of a library that is named
below. The stack is a section of its own."""
import glob
import json
import os
import re
import subprocess
import sys

# What the C library may bring: picolibc's and libgcc's objects with static data.
LIBRARIES = re.compile(r"lib(c|gcc|semihost)\.a")
STACK = (".stack", ".stack_guard", ".heap")
ALIGNMENT = 8
FOLDERS = ("/examples/", "/conformance/")


def sections(tools, elf):
    """(name, address, size) of the writable ones in memory, without the stack."""
    listing = subprocess.run([tools + "readelf", "-SW", elf], capture_output=True, text=True,
                             check=True).stdout
    for name, address, size, flags in re.findall(
            r"\] (\.\S+)\s+\w+\s+([0-9a-f]{8}) [0-9a-f]+ ([0-9a-f]+) \w\w\s+([A-Za-z]+) ", listing):
        if "W" in flags and "A" in flags and "X" not in flags and int(size, 16) \
                and not name.startswith(STACK):
            yield name, int(address, 16), int(size, 16)


def objects(tools, elf):
    """(address, size, name) of the objects in the symbol table."""
    listing = subprocess.run([tools + "readelf", "-sW", elf], capture_output=True, text=True,
                             check=True).stdout
    return [(int(address, 16), int(size, 0), name) for address, size, name in re.findall(
        r": ([0-9a-f]{8})\s+(\w+) (?:OBJECT|TLS)\s+\w+\s+\w+\s+\w+ (\S+)", listing) if int(size, 0)]


def unnamed(section, named):
    """Runs of bytes of a section that no object covers."""
    _, at, size = section
    end = at + size
    for address, length, _ in sorted(named):
        if address + length <= at or address >= end:
            continue
        if address > at:
            yield at, address - at
        at = max(at, address + length)
    if at < end:
        yield at, end - at


def contributors(path, spans):
    """Files of the map that put bytes into those addresses (GNU ld's and lld's formats)."""
    with open(path, encoding="utf-8", errors="replace") as file:
        text = file.read()
    found = re.findall(r"^ \.?\S*\s+0x([0-9a-f]+)\s+0x([0-9a-f]+) (\S+\.(?:o|obj|a)\S*)$", text, re.M)
    found += [(address, size, file) for address, size, file in re.findall(
        r"^ *([0-9a-f]+) +[0-9a-f]+ +([0-9a-f]+) +\d+ {9}(\S+?):?\(\.\S+\)$", text, re.M)]
    for address, size, file in found:
        at, length = int(address, 16), int(size, 16)
        if length and any(start <= at < start + extent for start, extent in spans):
            yield file, length


def main():
    tree, count, checked, failures = sys.argv[1], 0, 0, []
    for manifest in sorted(glob.glob(os.path.join(tree, "firmware", "*.json"))):
        with open(manifest, encoding="utf-8") as file:
            known = json.load(file)
        elf, tools = known["elf"], known["tools"]
        if not os.path.exists(elf) or not any(folder in elf for folder in FOLDERS):
            continue
        count += 1
        spans, named = [], objects(tools, elf)
        for section in sections(tools, elf):
            spans.append(section[1:])
            checked += section[2]
            for at, size in unnamed(section, named):
                if size >= ALIGNMENT:
                    failures.append(f"{known['name']}: {size} bytes of {section[0]} at 0x{at:x} have no name")
        for file, size in contributors(elf[:-4] + ".map", spans):
            if ".a" in file and not LIBRARIES.search(file):
                failures.append(f"{known['name']}: {size} bytes come from {file}")
    for line in failures:
        print("FAILED: " + line)
    print(f"{checked} bytes of {count} firmwares are named")
    if count == 0:
        failures.append("no firmware is built")
        print("FAILED: no firmware is built")
    sys.exit(bool(failures))


if __name__ == "__main__":
    main()

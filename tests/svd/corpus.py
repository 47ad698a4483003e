#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Corten authors
# SPDX-License-Identifier: MIT OR Apache-2.0
"""Vendors' own descriptions: each converts, and its header compiles for its core without a warning,
alone and included twice, with every offset, width, mask and value as the description says.

They are in ../shared/svd; CORTEN_SVD_CORPUS names another folder. Without any, skipped.
"""
import os
import re
import sys

import svdtest


def core_of(path):
    """The core that a description is for."""
    with open(path, encoding="utf-8", errors="replace") as file:
        text = file.read(4 << 20)
    cpu = re.search(r"<cpu>.*?<name>(\w+)</name>", text, re.S)
    cpu = cpu.group(1) if cpu else ""
    name = os.path.basename(path).lower()
    if re.match(r"e3|fu5|k210|gd32vf|esp32c", name):
        return "rv32"
    if cpu.startswith("CM0"):
        return "m0"
    return {"CM3": "m3", "CM7": "m7"}.get(cpu, "m4")


def main():
    tool, work = sys.argv[1:3]
    corpus = os.environ.get("CORTEN_SVD_CORPUS", os.path.join(svdtest.SHARED, "svd"))
    files = []
    for folder, _, names in os.walk(corpus):
        files += [os.path.join(folder, name) for name in names
                  if name.lower().endswith((".svd", ".svd.patched", ".xml"))]
    if not files:
        print(f"skipped: no descriptions in {corpus}")
        return 77
    svdtest.clean(work)
    wrong = []
    for path in sorted(files):
        name = os.path.basename(path).rsplit(".", 1)[0]
        header, asserts = os.path.join(work, name + ".h"), os.path.join(work, name + ".c")
        code, _, error = svdtest.corten(tool, path, "-o", header, "--asserts", asserts)
        if code:
            wrong.append(error.strip() or f"{path}: exit code {code}")
            continue
        wrong += [f"{name}: {message}" for message in svdtest.compiles(asserts, [core_of(path)])]
    print("\n".join(wrong) or f"{len(files)} descriptions converted and compiled")
    return 1 if wrong else 0


sys.exit(main())

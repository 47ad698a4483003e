#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Corten authors
# SPDX-License-Identifier: MIT OR Apache-2.0
"""Rows of ./dev bench: flash and RAM of each driver for one device, as in examples/drivers, for
Cortex-M3: the functions that the example calls, with buses and pins behind a call each, as they are
in another file. What drivers share (drawing with its font, checksums) has rows of its own, and so has
what one driver computes. Canvases and blocks of data are the
program's and not counted."""
import glob
import json
import os
import re
import subprocess
import sys
import tempfile

ROOT = os.environ["CORTEN_ROOT"]
sys.path.insert(0, os.path.join(ROOT, "tests", "tools"))
import compilers  # noqa: E402  (it stands in the folder just added)


def sections(path, level, scratch):
    """(name, bytes) of the sections of a compiled file that hold something."""
    compiled = os.path.join(scratch, "one.o")
    call = compilers.command("gcc", "m3", level) + ["-c", path, "-o", compiled]
    subprocess.run(call, check=True)
    listing = subprocess.run(["arm-none-eabi-objdump", "-h", compiled], stdout=subprocess.PIPE,
                             text=True, check=True).stdout
    return [(name, int(size, 16)) for name, size in
            re.findall(r"^ +\d+ (\.(?:text|rodata|data|bss)\S*) +([0-9a-f]+)", listing, re.M)]


def main():
    rows = []
    files = sorted(glob.glob(os.path.join(ROOT, "examples", "drivers", "*.c")))
    shared = sorted(glob.glob(os.path.join(ROOT, "drivers", "src", "*.c")))
    with tempfile.TemporaryDirectory() as scratch:
        for path in files + shared:
            name = os.path.basename(path)[:-2]
            if name in ("main", "tray"):
                continue
            for level in ("-Os", "-O2"):
                own = [(section, size) for section, size in sections(path, level, scratch)
                       if not re.search("_example|pixels|block", section)]
                ram = sum(size for section, size in own if section.startswith((".data", ".bss")))
                flash = sum(size for section, size in own if not section.startswith(".bss"))
                title = f"driver {name}" if path in files else f"drivers' {name}.c"
                for what, size in (("flash", flash), ("RAM", ram)):
                    if size: # a lamp, a thermistor: part of the caller
                        rows.append({"name": f"{title}: {what}", "core": "Cortex-M3",
                                     "optimisation": level, "unit": "bytes", "ours": size,
                                     "by hand": None, "aim": None})
    print(json.dumps(rows))


main()

#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Corten authors
# SPDX-License-Identifier: MIT OR Apache-2.0
"""GCC's analyser finds what is wrong in each C file beside this one, with the sentence after
`// says:`, and nothing in its correct variant (-DOK)."""
import glob
import os
import re
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(HERE)))
FOLDERS = ["core", "arch", "arch/cortex-m", "containers", "tests/boards/no_interrupts/device"]
CALL = ["arm-none-eabi-gcc", "-mcpu=cortex-m3", "-mthumb", "-std=gnu2x", "-O1", "-Wall", "-fanalyzer",
        *(f"-I{ROOT}/{folder}/include" for folder in FOLDERS), "-c", "-o", os.devnull]

failures = 0
for path in sorted(glob.glob(os.path.join(HERE, "*.c"))):
    with open(path, encoding="utf-8") as file:
        wanted = re.search(r"^// says: (.*)$", file.read(), re.M)[1]
    for variant in ([], ["-DOK"]):
        done = subprocess.run([*CALL, *variant, path], stderr=subprocess.PIPE, text=True,
                              env=dict(os.environ, LC_ALL="C"))
        right = not done.stderr if variant else f"warning: {wanted}" in done.stderr
        print(f"{'ok' if right else 'FAILED'}: {os.path.basename(path)} {' '.join(variant)}")
        if not right:
            print(done.stderr)
            failures += 1
sys.exit(failures != 0)

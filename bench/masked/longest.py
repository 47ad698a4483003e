# SPDX-FileCopyrightText: 2026 The Corten authors
# SPDX-License-Identifier: MIT OR Apache-2.0
"""The longest section that the framework runs with interrupts masked, in bench/app/masked.c."""
import json
import os
import sys

ROOT = os.environ["CORTEN_ROOT"]
sys.path.insert(0, os.path.join(ROOT, "cmake", "tools"))
import emulator  # noqa: E402
import masked  # noqa: E402

PROGRAMS = (("masked", "8 timers, 4 waiting tasks, messages of 16 bytes"),
            ("time_list", "16 timers in the list"),
            ("tickless", "a tickless clock of 64 bits"))
rows = []
for level in ("Os", "O2"):
    for program, what in PROGRAMS:
        path = os.path.join(ROOT, "build", "thumbv7m", "firmware", f"bench-app-{program}-{level}.json")
        most, where = masked.longest([path])
        print(f"{most} instructions, in {where}", file=sys.stderr)
        rows.append({"name": "longest masked section, " + what, "core": "Cortex-M3",
                     "optimisation": "-" + level, "unit": "instructions", "ours": most,
                     "by hand": None, "aim": None})
json.dump(rows, sys.stdout)

# SPDX-FileCopyrightText: 2026 The Corten authors
# SPDX-License-Identifier: MIT OR Apache-2.0
"""figures.py ROOT COMPILER-VERSION: the figures in the documents are those of `./dev bench`."""
import os
import subprocess
import sys

ROOT, VERSION = sys.argv[1:3]
if not VERSION.startswith("12.2"):
    print(f"the figures are those of GCC 12.2, this is {VERSION}")
    sys.exit(77)
for preset in ("thumbv6m", "thumbv7m"):
    if not os.path.exists(os.path.join(ROOT, "build", preset, "build.ninja")):
        print(f"the tree {preset} is not built")
        sys.exit(77)
sys.exit(subprocess.run([sys.executable, "-B", os.path.join(ROOT, "bench", "tools", "bench.py"),
                         "--built", "--check-pages", r"bench/(?!registers/|harness/)"],
                        check=False).returncode)

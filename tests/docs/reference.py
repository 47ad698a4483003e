# SPDX-FileCopyrightText: 2026 The Corten authors
# SPDX-License-Identifier: MIT OR Apache-2.0
"""reference.py: Doxygen makes the reference of all public headers without a warning.

It must have found what is public: a few names of each room have a page or an entry.
"""
import glob
import os
import shutil
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
NAMES = ["CT_CLAIM", "CT_CRITICAL", "ct_spsc_enqueue", "CT_LOCK", "CT_TASK_WITH",
         "ct_output_set_high", "CT_CLOCK_TREE", "ct_error"]


def main():
    if not shutil.which("doxygen"):
        print("doxygen is not installed; ./dev setup does it")
        return 77
    with open(os.path.join(ROOT, "docs", "Doxyfile"), encoding="utf-8") as file:
        settings = file.read()
    with tempfile.TemporaryDirectory() as scratch:
        done = subprocess.run(["doxygen", "-"], input=settings + f"\nOUTPUT_DIRECTORY = {scratch}\n",
                              cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                              errors="replace", timeout=200, check=False)
        pages = ""
        for path in glob.glob(os.path.join(scratch, "html", "*.html")):
            with open(path, encoding="utf-8", errors="replace") as file:
                pages += file.read()
    missing = [name for name in NAMES if name not in pages]
    if done.returncode or "warning:" in done.stdout or "error:" in done.stdout or missing:
        print(done.stdout[:8000])
        print(f"FAILED: exit code {done.returncode}, not found: {', '.join(missing) or 'nothing'}")
        return 1
    return 0


sys.exit(main())

#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Corten authors
# SPDX-License-Identifier: MIT OR Apache-2.0
"""Runs a fuzzer: run.py FUZZER CORPUS DICTIONARY WORKDIR. The corpus is not changed."""
import os
import re
import subprocess
import sys


def main():
    fuzzer, corpus, dictionary, work = sys.argv[1:5]
    found = os.path.join(work, "found")
    os.makedirs(found, exist_ok=True)
    seconds = 600 if os.environ.get("CORTEN_TEST_FULL") == "1" else 10
    done = subprocess.run(["nice", fuzzer, f"-max_total_time={seconds}", "-timeout=60",
                           "-rss_limit_mb=1500", "-max_len=20000", f"-dict={dictionary}",
                           f"-artifact_prefix={work}/", found, corpus],
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                          errors="replace")
    runs = re.search(r"Done (\d+) runs", done.stdout)
    if done.returncode or not runs or int(runs.group(1)) < 500:
        print(done.stdout[-6000:])
        return 1
    print(f"{runs.group(1)} inputs in {seconds} s, none crashed")
    return 0


sys.exit(main())

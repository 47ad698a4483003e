#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Corten authors
# SPDX-License-Identifier: MIT OR Apache-2.0
"""must_not_build.py REGEX COMMAND…: the command must fail and its output must match the regex."""
import re
import subprocess
import sys


def main():
    regex, command = sys.argv[1], sys.argv[2:]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          stdin=subprocess.DEVNULL, text=True, errors="replace")
    if done.returncode == 0:
        print(f"it builds, but it must not (expected: {regex})")
    elif not re.search(regex, done.stdout):
        print(f"it fails, but not with: {regex}")
    else:
        return 0
    print(done.stdout)
    return 1


sys.exit(main())

#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Corten authors
# SPDX-License-Identifier: MIT OR Apache-2.0
"""The house is as CONTRIBUTING.md says. structure.py CHECK, over the files that git tracks:

  includes   every #include of <corten/…> points downwards
  lengths    no source file is longer than 600 lines
  licences   every source file has the two-line SPDX head
  paths      no path of somebody's machine and no host of a package registry is written down
"""
import os
import re
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

# The rooms in order: a room may include those of a lower floor, and itself.
FLOORS = [["core"], ["arch"], ["containers"], ["app", "log"], ["hal"], ["devices"], ["drivers"],
          ["boards", "examples"], ["tools"]]
FLOOR = {room: n for n, rooms in enumerate(FLOORS) for room in rooms}
ONLY = {"drivers": {"core", "hal", "drivers"},
        "containers": {"core", "arch", "containers"}}  # what these may see, where it is less
# What a room above lends to one below: the interrupt list and priority bits of the device.
CONTRACTS = {"corten/device.h"}
FREE = {"tests", "bench", "cmake"}  # these look at everything
SOURCES = (".c", ".h", ".S", ".ld", ".py", ".sh", ".cmake", ".toml")
PRIVATE = re.compile(r"(?<![\w.{}$])/(home|root|work|Users|farm)/\w"
                     r"|https?://[a-z0-9.-]*(debian|ubuntu|npmjs|pypi)\.")


def tracked():
    """Paths of all tracked files, and of those not yet added; links and vendored data aside."""
    listing = subprocess.run(["git", "-C", ROOT, "ls-files", "-co", "--exclude-standard"],
                             stdout=subprocess.PIPE, text=True)
    if listing.returncode != 0:
        print("not a git checkout: nothing to check")
        sys.exit(77)
    return [name for name in listing.stdout.splitlines() if os.path.isfile(os.path.join(ROOT, name))]


def lines_of(name):
    with open(os.path.join(ROOT, name), encoding="utf-8", errors="replace") as file:
        return file.read().splitlines()


def is_source(name):
    base = os.path.basename(name)
    return name.endswith(SOURCES) or base == "CMakeLists.txt" or name in ("dev", ".ci/run")


def check_includes(names):
    owner = {}  # corten/…h -> room
    for name in names:
        found = re.match(r"([^/]+)/(?:.*/)?include/(corten/.*)", name)
        if found and found.group(1) not in FREE:  # a test's own board is nobody else's
            owner.setdefault(found.group(2), set()).add(found.group(1))
    for name in names:
        room = name.split("/")[0]
        if not name.endswith((".c", ".h", ".S")) or room not in FLOOR or "/tests/" in name:
            continue
        for number, line in enumerate(lines_of(name), 1):
            found = re.match(r'\s*#\s*include\s*[<"](corten/[^>"]+)', line)
            if not found or found.group(1) in CONTRACTS:
                continue
            for other in owner.get(found.group(1), ()):  # none: generated, or a compiler's matter
                allowed = ONLY.get(room)
                if FLOOR.get(other, 99) > FLOOR[room] or (allowed and other not in allowed) or \
                        (other != room and FLOOR.get(other) == FLOOR[room] and other != "boards"):
                    yield f"{name}:{number}: {room}/ must not include <{found.group(1)}> of {other}/"


def check_lengths(names):
    for name in names:
        if is_source(name) and len(lines_of(name)) > 600:
            yield f"{name}: {len(lines_of(name))} lines; is there a seam to cut along?"


def check_licences(names):
    for name in names:
        if is_source(name):
            top = "\n".join(lines_of(name)[:6])
            if "SPDX-FileCopyrightText:" not in top or \
                    "SPDX-License-Identifier: MIT OR Apache-2.0" not in top:
                yield f"{name}: no two-line SPDX head"


def check_paths(names):
    for name in names:
        if name.endswith(".svd"):
            continue
        for number, line in enumerate(lines_of(name), 1):
            if PRIVATE.search(line) and "structure: allow" not in line:
                yield f"{name}:{number}: {line.strip()[:100]}"


def main():
    checks = {"includes": check_includes, "lengths": check_lengths, "licences": check_licences,
              "paths": check_paths}
    names = tracked()
    wrong = list(checks[sys.argv[1]](names))
    print("\n".join(wrong) if wrong else f"{len(names)} files, nothing found")
    return 1 if wrong else 0


sys.exit(main())

#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Corten authors
# SPDX-License-Identifier: MIT OR Apache-2.0
"""mutants.py COMPILER NAME: breaks an algorithm on purpose, each line of mutants_NAME.txt in
turn, in a copy of the headers, and demands that model_NAME.c finds a violation.

A mutant is `FILE: OLD => NEW` (one place or several of the file). It is caught when the explorer
ends with status 1; a model that still passes, does not compile or crashes is a failure."""
import os
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOM = os.path.dirname(os.path.dirname(HERE))
CORE = os.path.join(os.path.dirname(ROOM), "core")


SOURCES = {"spsc": ["spsc.c", "byte_ring.c"], "masked": ["pool.c"]}  # what a model needs of src/


def compile_(compiler, include, sources, output, *more):
    return subprocess.run([compiler, "-std=gnu2x", "-O1", "-w", "-DCT_MODEL", "-I", HERE,
                           "-I", os.path.join(ROOM, "tests", "support", "include"),
                           "-I", include, "-I", os.path.join(CORE, "include"), *sources, *more,
                           "-o", output], capture_output=True, text=True)


def machinery(compiler, folder):
    """Object files of what no mutant touches."""
    objects = []
    for source in (os.path.join(HERE, "explore.c"),
                   os.path.join(ROOM, "tests", "support", "expect_panic.c")):
        objects.append(os.path.join(folder, os.path.basename(source) + ".o"))
        built = compile_(compiler, os.path.join(ROOM, "include"), [source], objects[-1], "-c")
        if built.returncode:
            sys.exit(built.stderr)
    return objects


def explore(compiler, name, room, folder, objects):
    """Builds the model over that copy of the room and runs it."""
    program = os.path.join(folder, "model")
    sources = [os.path.join(HERE, f"model_{name}.c"), *objects]
    sources += [os.path.join(room, "src", file) for file in SOURCES[name]]
    built = compile_(compiler, os.path.join(room, "include"), sources, program)
    if built.returncode:
        return None, built.stderr
    try:
        ran = subprocess.run([program], capture_output=True, text=True, timeout=60)
    except subprocess.TimeoutExpired as late:
        return "too long", (late.stdout or b"").decode()
    return ran.returncode, ran.stdout


def main():
    compiler, name = sys.argv[1:]
    failures = 0
    with open(os.path.join(HERE, f"mutants_{name}.txt"), encoding="utf-8") as file:
        lines = [line.rstrip("\n") for line in file if line.strip() and not line.startswith("#")]
    shared = tempfile.TemporaryDirectory()
    objects = machinery(compiler, shared.name)
    for line in lines:
        where, change = line.split(": ", 1)
        old, new = change.split(" => ")
        with tempfile.TemporaryDirectory() as folder:
            room = os.path.join(folder, "room")
            for part in ("include", "src"):
                shutil.copytree(os.path.join(ROOM, part), os.path.join(room, part))
            path = os.path.join(room, where)
            with open(path, encoding="utf-8") as file:
                text = file.read()
            if old not in text:
                print(f"NOT FOUND: {line}")
                failures += 1
                continue
            with open(path, "w", encoding="utf-8") as file:
                file.write(text.replace(old, new))
            status, output = explore(compiler, name, room, folder, objects)
        found = [text.strip() for text in output.splitlines() if ": ok" not in text]
        if status == 1:
            print(f"caught: {line}\n        {found[0] if found else ''}")
        else:
            print(f"NOT CAUGHT (status {status}): {line}\n{output}")
            failures += 1
    sys.exit(failures != 0)


main()

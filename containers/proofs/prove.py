#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Corten authors
# SPDX-License-Identifier: MIT OR Apache-2.0
"""prove.py HEADER… : every function of the headers fulfils its contract and makes no run-time
error, as Frama-C/WP generates the goals and Z3 (with and without bit vectors) or CVC5 proves them.

  --work DIR      where the provers' configuration and the cache of proven goals are kept
  --mutate        also: each line of mutants.txt breaks a function, and a goal must fail; the
                  first of each header only, unless CORTEN_TEST_FULL is set
  --room DIR      whose headers they are; containers/ when left out
  --mutants FILE  another list of mutants

Status 77 when Frama-C or the provers are not installed, 1 when a goal is not proven. A goal is
cached by its content, so what has not changed costs nothing; nothing else is assumed: no `admit`,
no axiom, no function without a contract (this script looks)."""
import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOM = os.path.dirname(HERE)
CORE = os.path.join(os.path.dirname(ROOM), "core", "include")
SECONDS = 20  # for one goal and prover
MUTANT_SECONDS = 3  # of a broken function, whose other goals take a tenth of one


CVC5 = """
[prover]
command = "cvc5 --quiet --force-logic=ALL --tlimit=%t000 --lang=smt2 %f"
driver = "cvc4_17"
editor = ""
in_place = false
interactive = false
name = "CVC5"
shortcut = "cvc5"
version = "1"
"""


def configure(work):
    """The provers' configuration, in `work` and not in the user's home; and their names."""
    environment = dict(os.environ, HOME=work)
    environment.pop("WHY3CONFIG", None)
    os.makedirs(os.path.join(work, "cache"), exist_ok=True)
    config = os.path.join(work, ".why3.conf")
    if not os.path.exists(config):
        subprocess.run(["why3", "config", "detect"], env=environment, capture_output=True)
        if shutil.which("cvc5"):  # younger than Why3 1.5, which knows its forerunner
            with open(config, "a", encoding="utf-8") as file:
                file.write(CVC5)
    with open(config, encoding="utf-8") as file:
        return environment, "z3,z3-nobv" + (",cvc5" if "CVC5" in file.read() else "")


def unproven_by_design(header):
    """Text of the header that would let something pass unproven."""
    with open(header, encoding="utf-8") as file:
        text = file.read()
    found = re.findall(r"\b(?:admit|axiom|axiomatic)\b.*", "\n".join(
        re.findall(r"/\*@.*?\*/", text, re.S)))
    for match in re.finditer(r"^ct_inline[^;{]*?(\w+)\(", text, re.M):
        before = text[:match.start()].rstrip().splitlines()
        while before and before[-1].startswith("//"):
            before.pop()
        if not before or not before[-1].rstrip().endswith("*/"):
            found.append(f"{match.group(1)}() has no contract")
    return found


def prove(include, header, provers, function=None):
    """(proven, goals, lines about goals that failed)"""
    environment, names = provers
    work = environment["HOME"]
    with tempfile.NamedTemporaryFile("w", suffix=".c", delete=False) as file:
        file.write(f"#include <corten/{header}>\n")
    try:
        result = subprocess.run(
            ["frama-c", f"-cpp-extra-args=-I{include} -I{CORE}", "-machdep", "gcc_x86_32", "-c11",
             "-wp", "-wp-rte", "-warn-unsigned-overflow", "-wp-prover", names,
             "-wp-timeout", str(MUTANT_SECONDS if function else SECONDS), "-wp-par", "2",
             "-wp-session", os.path.join(work, "session"), "-wp-cache", "update",
             "-wp-cache-dir", os.path.join(work, "cache"),
             *(["-wp-fct", function] if function else []), file.name],
            cwd=work, env=environment, capture_output=True, text=True)
    finally:
        os.unlink(file.name)
    output = result.stdout + result.stderr
    counts = re.search(r"Proved goals:\s*(\d+) / (\d+)", output)
    if not counts:
        return 0, 0, [output[-2000:]]
    failed = re.findall(r"\[(?:Failed|Timeout|Unknown|Stepout)\] Goal (\S+)", output)
    return int(counts[1]), int(counts[2]), failed


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--work", required=True)
    parser.add_argument("--mutate", action="store_true")
    parser.add_argument("--room", default=ROOM)
    parser.add_argument("--mutants", default=os.path.join(HERE, "mutants.txt"))
    parser.add_argument("headers", nargs="*")
    options = parser.parse_args()
    for tool in ("frama-c", "why3", "z3"):
        if not shutil.which(tool):
            print(f"{tool} is not installed: nothing is proven here")
            sys.exit(77)
    provers = configure(os.path.abspath(options.work))
    include = os.path.join(options.room, "include")
    bad = 0
    for header in options.headers:
        gaps = unproven_by_design(os.path.join(include, "corten", header))
        proven, goals, failed = prove(include, header, provers)
        print(f"{header}: {proven} of {goals} goals proven")
        for line in gaps + failed:
            print(f"    {line}")
        bad += bool(gaps) or proven != goals or goals == 0
    if options.mutate:
        with open(options.mutants, encoding="utf-8") as file:
            mutants = [line.rstrip("\n") for line in file if line.strip() and line[0] != "#"]
        seen = set()
        for mutant in mutants:
            where, change = mutant.split(": ", 1)
            header, function = where.split()
            if header in seen and not os.environ.get("CORTEN_TEST_FULL"):
                continue  # in short runs one of each header
            seen.add(header)
            old, new = change.split(" => ")
            with tempfile.TemporaryDirectory() as folder:
                broken = os.path.join(folder, "include")
                shutil.copytree(include, broken)
                path = os.path.join(broken, "corten", header)
                with open(path, encoding="utf-8") as file:
                    text = file.read()
                if old not in text:
                    print(f"NOT FOUND: {mutant}")
                    bad += 1
                    continue
                with open(path, "w", encoding="utf-8") as file:
                    file.write(text.replace(old, new))
                proven, goals, failed = prove(broken, header, provers, function)
            caught = goals > 0 and proven < goals
            print(f"{'unproven, as it must be' if caught else 'STILL PROVEN'}: {mutant}")
            bad += not caught
    sys.exit(bad != 0)


main()

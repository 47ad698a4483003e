#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Corten authors
# SPDX-License-Identifier: MIT OR Apache-2.0
"""docs/compile-errors.md says what the tests say: the sentences of each row are those that its test
demands of the compilers, no test and no program of RTIC's stands in two rows, and every test of
tests/must_not_compile/app has one."""
import os
import re
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
FOLDER = os.path.join(ROOT, "tests", "must_not_compile", "app")
SENTENCE = re.compile(r"`` (.*?) ``|`(.*?)`")


def sentences(cell):
    return [a or b for a, b in SENTENCE.findall(cell.replace("\\|", "|"))]


def demanded(test):
    """What the test demands of GCC and of Clang; the linker is the same for both."""
    with open(os.path.join(FOLDER, test + ".c"), encoding="utf-8") as file:
        lines = re.findall(r"^// (both|gcc|clang|link): *(.*?) *$", file.read(), re.M)
    return ([text for who, text in lines if who != "clang"],
            [text for who, text in lines if who != "gcc"])


def main():
    with open(os.path.join(ROOT, "docs", "compile-errors.md"), encoding="utf-8") as file:
        rows = [line for line in file.read().splitlines() if line.startswith("| ")]
    wrong, tests, names = [], [], []
    for row in rows:
        cells = [cell.strip() for cell in re.split(r"(?<!\\)\|", row)[1:-1]]
        if len(cells) in (2, 6) and cells[0] != "RTIC's test":
            names += re.split(r"[,;] ", cells[0])
        link = re.fullmatch(r"\[(\w+)\]\(\.\./tests/must_not_compile/app/\1\.c\)", cells[-1])
        if not link:
            continue
        tests.append(link[1])
        if not os.path.exists(os.path.join(FOLDER, link[1] + ".c")):
            wrong.append(f"there is no test {link[1]}")
            continue
        gcc, clang = demanded(link[1])
        said = sentences(cells[-3])
        if said != gcc:
            wrong.append(f"{link[1]}: of GCC the test demands {gcc}, the table has {said}")
        said = gcc if cells[-2] == "the same" else sentences(cells[-2])
        if said != clang:
            wrong.append(f"{link[1]}: of Clang the test demands {clang}, the table has {said}")
    for what, listed in (("test", tests), ("program of RTIC", names)):
        wrong += [f"{what} {name} stands in two rows" for name in sorted(set(listed))
                  if listed.count(name) > 1]
    present = {name[:-2] for name in os.listdir(FOLDER) if re.fullmatch(r"\w+(?<!_part)\.c", name)}
    wrong += [f"{name}: has no row" for name in sorted(present - set(tests))]
    print("\n".join(wrong) or f"{len(tests)} rows, {len(names)} names of RTIC's")
    return 1 if wrong or len(tests) < 100 else 0


sys.exit(main())

#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Corten authors
# SPDX-License-Identifier: MIT OR Apache-2.0
"""Compares a generated header with what the vendor's header states, fact by fact, by the compiler.

usage: facts.py registers.h device.h facts.tsv WORKDIR

The facts are in ../shared beside the project; without them the test is skipped. A fact becomes a
_Static_assert over our names. facts_names.tsv says where a name of ours is another one, or why a
fact is left out; a line there that serves no fact of any chip is an error of that file.
"""
import os
import re
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
FLAGS = ["-std=gnu2x", "-Wall", "-Wextra", "-Wconversion", "-Werror", "-fsyntax-only",
         "-I" + os.path.join(ROOT, "core", "include")]
COMPILERS = [["arm-none-eabi-gcc", "-mcpu=cortex-m4", "-mthumb"],
             ["clang", "--target=thumbv7em-none-eabi", "-ffreestanding"]]


def rules():
    """(kind, regular expression, replacement or None, reason) of each line of facts_names.tsv."""
    with open(os.path.join(HERE, "facts_names.tsv"), encoding="utf-8") as file:
        for line in file:
            if line.strip() and not line.startswith("#"):
                kind, pattern, ours, reason = line.rstrip("\n").split("\t")
                yield kind, re.compile(pattern + "$"), None if ours == "-" else ours, reason


RULES = list(rules())


def ours(kind, name):
    """Our name of a fact; None if it is left out. A kind R@stm32f401 is for that chip only."""
    chip = os.path.basename(sys.argv[3]).split(".")[0]
    for of, pattern, replacement, _ in RULES:
        if of in (kind, f"{kind}@{chip}") and pattern.match(name):
            return None if replacement is None else pattern.sub(replacement, name)
    return name


def main():
    header, device, facts, work = sys.argv[1:5]
    if not os.path.exists(facts):
        print(f"skipped: {facts} is not here")
        return 77
    with open(header, encoding="utf-8") as file:
        text = file.read()
    instances = {name: (struct, int(base, 16)) for name, struct, base in
                 re.findall(r"^CT_REG_INSTANCE\((\w+), (\w+), (0x[0-9A-Fa-f]+)u\)", text, re.M)}
    macros = set(re.findall(r"^#define (\w+)\(", text, re.M))
    arrays = set(re.findall(r"^#define (\w+)\(n, \.\.\.\)", text, re.M))
    structs = set(re.findall(r"^struct (\w+)_regs \{", text, re.M))
    wrong, asserts, left, counted = [], [], 0, 0
    with open(facts, encoding="utf-8") as file:
        lines = [line.rstrip("\n").split("\t") for line in file if not line.startswith("#")]
    for line in lines:
        kind = line[0]
        if kind == "P":
            name = ours("P", line[1])
            if name is None:
                left += 1
            elif instances.get(name, (0, 0))[1] != int(line[2], 16):
                wrong.append(f"{line[1]} is at {line[2]}, not {instances.get(name)}")
            else:
                counted += 1
        elif kind == "R":
            name = ours("R", f"{line[1].removesuffix('_TypeDef')}.{line[2]}")
            if name is None:
                left += 1
                continue
            struct, member = name.split(".", 1)
            if struct not in structs:
                wrong.append(f"no struct {struct}_regs for {line[1]}")
                continue
            counted += 1
            asserts.append(f'_Static_assert(offsetof(struct {struct}_regs, {member}) == {line[3]}, "");')
            asserts.append(f'_Static_assert(sizeof(((struct {struct}_regs *)0)->{member}) * 8 == '
                           f'{line[4]}, "");')
        elif kind == "F":
            name = ours("F", line[1])
            if name is None:
                left += 1
                continue
            call = name
            if name not in macros:
                call = name.split("(")[0]
                if call not in arrays:
                    wrong.append(f"no field {line[1]} (looked for {name})")
                    continue
                call = name
            counted += 1
            asserts.append(f'_Static_assert(reg_mask({call}) == {line[3]}u, "{line[1]}");')
            asserts.append(f'_Static_assert((reg_mask({call}) & -reg_mask({call})) == 1u << {line[2]},'
                           f' "{line[1]}");')
        elif kind == "I":
            name = ours("I", line[1])
            if name is None:
                left += 1
                continue
            counted += 1
            asserts.append(f'_Static_assert({name}_IRQn == {line[2]}, "{line[1]}");')
    os.makedirs(work, exist_ok=True)
    source = os.path.join(work, os.path.basename(facts) + ".c")
    with open(source, "w", encoding="utf-8") as file:
        file.write(f'#include "{os.path.abspath(device)}"\n#include "{os.path.abspath(header)}"\n'
                   "#include <stddef.h>\n" + "\n".join(asserts) + "\n")
    for compiler in COMPILERS:
        done = subprocess.run(compiler + FLAGS + [source], stderr=subprocess.PIPE, text=True)
        if done.returncode:
            errors = [line for line in done.stderr.splitlines() if "error" in line]
            wrong += [f"{compiler[0]}: {line}" for line in errors[:40]]
    if counted < 1000:
        wrong.append(f"only {counted} facts compared: is something wrong with the test?")
    print("\n".join(wrong))
    print(f"{counted} facts compared with {len(COMPILERS)} compilers, {left} left out for the reasons "
          f"in facts_names.tsv, {len(wrong)} wrong")
    return 1 if wrong else 0


sys.exit(main())

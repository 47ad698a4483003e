#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Corten authors
# SPDX-License-Identifier: MIT OR Apache-2.0
"""Each feature of CMSIS-SVD with a tiny description and what must be true of its header.

features.txt holds them, `=== name` by `=== name`:

    <peripheral>… what stands inside <peripherals>; a text that begins with <device is the whole file
    --- C
    what must compile after the header is included; AT(S, M, N) is _Static_assert(offsetof(struct S_regs,
    M) == N), IS(A, B) is _Static_assert(A == B), HAS(R, M) and HAS_NOT(R, M) ask for a union's member
    --- finds
    a regular expression a line: `--check` must say so; without this part it must find nothing
"""
import os
import re
import sys

import svdtest

MACROS = """
#include <stddef.h>
#define AT(S, M, N) _Static_assert(offsetof(struct S##_regs, M) == (N), #M);
#define IS(A, B)    _Static_assert((A) == (B), #A);
#define SIZE(S, N)  _Static_assert(sizeof(struct S##_regs) == (N), #S);
#define WIDTH(R, N) _Static_assert(sizeof(((union R *)0)->readable) == (N) / 8, #R);
#define HAS(R, M)   _Static_assert(sizeof(((union R *)0)->M), #R);
#define STR_(...)   #__VA_ARGS__
#define STR(...)    STR_(__VA_ARGS__)
#define INFO(R, ...) _Static_assert(__builtin_strcmp(STR(R##_info_), #__VA_ARGS__) == 0, #R);
#define BASE(N, A)  _Static_assert(N##_CHECK_BASE == (A), #N);
"""


def cases():
    with open(os.path.join(svdtest.HERE, "features.txt"), encoding="utf-8") as file:
        text = file.read()
    for part in re.split(r"^=== ", text, flags=re.M)[1:]:
        name, _, rest = part.partition("\n")
        finds, c = "", ""
        if "--- finds\n" in rest:
            rest, _, finds = rest.partition("--- finds\n")
        xml, _, c = rest.partition("--- C\n")
        yield name.strip(), xml, c, [line for line in finds.splitlines() if line.strip()]


def main():
    tool, work = sys.argv[1:3]
    svdtest.clean(work)
    wrong, count = [], 0
    for name, xml, c, finds in cases():
        count += 1
        if not xml.lstrip().startswith(("<device", "<?xml")):
            xml = f"<device><name>T</name><peripherals>\n{xml}</peripherals></device>"
        stem = os.path.join(work, name.replace(" ", "_"))
        with open(stem + ".svd", "w", encoding="utf-8") as file:
            file.write(xml)
        code, _, error = svdtest.corten(tool, stem + ".svd", "-o", stem + ".h", "--asserts",
                                        stem + ".asserts.c", "--model", stem + ".model.h")
        if code:
            wrong.append(f"{name}: {error.strip()}")
            continue
        with open(stem + ".h", encoding="utf-8") as file:
            header = file.read()
        # facts that are no constant expressions are looked up in the text
        for member, has in re.findall(r"^// (\w+\.\w+) (yes|no)$", c, re.M):
            union, _, word = member.partition(".")
            kind = re.search(rf"^CT_REG_(\w\w)\({union}, ", header, re.M)
            words = {"RW": "readable writable modifiable storable", "RF": "readable writable modifiable",
                     "RX": "readable writable", "RO": "readable", "WO": "writable"}
            if not kind or (word in words[kind.group(1)].split()) != (has == "yes"):
                wrong.append(f"{name}: {member} is not {has}: {kind}")
        for instance, base in re.findall(r"^// (\w+) at (0x\w+)$", c, re.M):
            if not re.search(rf"^CT_REG_INSTANCE\({instance}, \w+, {base}u(ll)?\)$", header, re.M):
                wrong.append(f"{name}: {instance} is not at {base}")
        for text in re.findall(r"^// text: (.*)$", c, re.M):
            if text not in header:
                wrong.append(f"{name}: the header has no {text!r}")
        for text in re.findall(r"^// no text: (.*)$", c, re.M):
            if text in header:
                wrong.append(f"{name}: the header has {text!r}")
        with open(stem + ".c", "w", encoding="utf-8") as file:
            file.write(f'#include "{stem}.h"\n#include "{stem}.h"\n{MACROS}{c}\n')
        for source in (stem + ".c", stem + ".asserts.c"):
            wrong += [f"{name}: {message}" for message in svdtest.compiles(source, ["m4", "rv32"])]
        code, out, error = svdtest.corten(tool, "--check", stem + ".svd")
        lines = [line.removeprefix(stem + ".svd:") for line in out.splitlines()[:-1]]
        for pattern in finds:
            if not any(re.search(pattern, line) for line in lines):
                wrong.append(f"{name}: --check does not say {pattern!r}: {lines}")
        if not finds and lines:
            wrong.append(f"{name}: --check says {lines}")
        if any(not re.match(r"\d+: ", line) for line in lines):
            wrong.append(f"{name}: a finding without a line: {lines}")
    print("\n".join(wrong) or f"{count} features")
    return 1 if wrong else 0


sys.exit(main())

#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Corten authors
# SPDX-License-Identifier: MIT OR Apache-2.0
"""docs/registers.md and the heads of the headers: their examples compile, and the errors that are
shown are what GCC says."""
import os
import re
import shutil
import subprocess
import sys

import svdtest


def compile_body(body, header, work):
    """(exit code, messages) of GCC for the statements of an example."""
    source = os.path.join(work, "example.c")
    with open(source, "w", encoding="utf-8") as file:
        file.write(f'#include "{header}"\nvoid example(void);\nvoid example(void) {{\n{body}\n}}\n')
    done = subprocess.run([*svdtest.COMPILERS["m3"][0], *svdtest.FLAGS, source], stderr=subprocess.PIPE,
                          text=True, env={**os.environ, "LC_ALL": "C"})
    return done.returncode, done.stderr


def head_example(name):
    """The code in the comment at the top of a header of core/."""
    with open(os.path.join(svdtest.ROOT, "core", "include", "corten", name), encoding="utf-8") as file:
        comment = file.read().partition("#ifndef")[0]
    block = re.search(r"(?:^//     .*\n)+", comment, re.M).group(0)
    return "".join(line.removeprefix("//     ") + "\n" for line in block.splitlines())


def main():
    tool, work = sys.argv[1:3]
    svdtest.clean(work)
    header = os.path.join(work, "chip.h")
    parts = [word for part in ("gpio", "usart") for word in
             ("--with", os.path.join(svdtest.ROOT, "devices", "stm32f4", part + ".svd"))]
    code, _, error = svdtest.corten(tool, os.path.join(svdtest.ROOT, "tests", "registers", "chip.svd"),
                                    *parts, "-o", header, "--model", os.path.join(work, "model.h"))
    if code:
        sys.exit(error)
    with open(os.path.join(svdtest.ROOT, "docs", "registers.md"), encoding="utf-8") as file:
        blocks = re.findall(r"^```([^\n]*)\n(.*?)^```$", file.read(), re.M | re.S)
    wrong, good, bad = [], 0, 0
    os.makedirs(os.path.join(work, "corten"))
    shutil.copy(header, os.path.join(work, "corten", "registers.h"))
    shutil.copy(os.path.join(work, "model.h"), os.path.join(work, "corten", "registers_model.h"))
    for name, core in (("reg.h", "m3"), ("reg_model.h", "host")):
        source = os.path.join(work, name + ".c")
        example = head_example(name)
        if name == "reg_model.h": # statements, but for the first lines
            example = re.sub(r"^((?:#.*\n|static .*\n)+)", r"#include <assert.h>\n"
                             r"#include <corten/registers.h>\n\1void f(void) {\n", example) + "}\n"
        with open(source, "w", encoding="utf-8") as file:
            file.write(example)
        wrong += svdtest.compiles(source, [core], ["-I" + work])
    for (kind, body), after in zip(blocks, blocks[1:] + [("", "")]):
        if kind == "c":
            good += 1
            code, said = compile_body(body, header, work)
            if code:
                wrong.append(f"does not compile:\n{body}{said}")
        elif kind == "c refused":
            bad += 1
            code, said = compile_body(body, header, work)
            shown = after[1].strip()
            if after[0] != "text" or not code or shown not in said:
                wrong.append(f"{body}shows {shown!r}, but GCC says:\n{said}")
    print("\n".join(wrong) or f"{good} examples compile, {bad} errors are as shown")
    return 1 if wrong or good < 5 or bad < 10 else 0


sys.exit(main())

#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Corten authors
# SPDX-License-Identifier: MIT OR Apache-2.0
"""The command line of corten svd."""
import os
import pty
import subprocess
import sys

import svdtest

SVD = """<device><name>T</name><peripherals>
<peripheral><name>A</name><baseAddress>0x100</baseAddress><interrupt><name>A</name><value>3</value></interrupt><registers>
<register><name>R</name><addressOffset>0</addressOffset><fields><field><name>F</name><bitRange>[1:0]</bitRange></field></fields></register></registers></peripheral>
<peripheral><name>B</name><baseAddress>0x200</baseAddress><registers>
<register><name>R</name><addressOffset>2</addressOffset><size>16</size></register></registers></peripheral>
<peripheral derivedFrom="A"><name>C</name><baseAddress>0x300</baseAddress></peripheral>
</peripherals></device>
"""


def main():
    tool, work = sys.argv[1:3]
    svdtest.clean(work)
    wrong = []

    def expect(what, true):
        if not true:
            wrong.append(what)

    def path(name):
        return os.path.join(work, name)

    def read(name):
        with open(path(name), encoding="utf-8") as file:
            return file.read()

    with open(path("Chip-1.SVD"), "w", encoding="utf-8") as file:
        file.write(SVD)
    with open(path("bad.svd"), "w", encoding="utf-8") as file:
        file.write("<device>")
    good, bad = path("Chip-1.SVD"), path("bad.svd")

    code, out, error = svdtest.corten(tool, good)
    expect("standard output", code == 0 and "CT_REG_INSTANCE(A, A_regs, 0x100u)" in out and not error)
    code, same, _ = svdtest.corten(tool, "-", text=SVD.encode())
    expect("standard input", code == 0 and same.replace("_DEVICE_DEVICE_", "_DEVICE_CHIP_1_") == out)
    code, _, _ = svdtest.corten(tool, good, "-o", path("new/"))
    expect("a new directory", code == 0 and read("new/chip-1.h") == out)
    code, _, error = svdtest.corten(tool, good, "-o", path("x.h"), "--interrupts", path("i.h"))
    expect("a file and its interrupts", code == 0 and read("x.h") == out and "X(A, 3)" in read("i.h")
           and "CT_REG_" not in read("i.h"))
    with open(path("both.c"), "w", encoding="utf-8") as file:
        file.write('#include "i.h"\n#include "x.h"\n#include "i.h"\n')
    wrong.extend(svdtest.compiles(path("both.c"), ["m3"]))

    code, out, _ = svdtest.corten(tool, good, "--peripherals", "B,C")
    expect("--peripherals", code == 0 and "(C, A_regs" in out and "(B, B_regs" in out and
           "(A, A_regs" not in out and "X(A, 3)" in out)
    code, _, error = svdtest.corten(tool, good, "--peripherals", "B,Z")
    expect("--peripherals of nothing", code == 1 and "1 of them are not in the file" in error)
    code, out, _ = svdtest.corten(tool, good, "--prefix", "T_", "-o", path("t.h"))
    expect("--prefix", code == 0 and "CT_REG_INSTANCE(T_A, T_A_regs, 0x100u)" in read("t.h") and
           "#define T_A_R_F(" in read("t.h"))
    with open(path("two.c"), "w", encoding="utf-8") as file:
        file.write('#include "x.h"\n#undef CT_DEVICE_INTERRUPTS\n#undef CT_DEVICE_INTERRUPT_COUNT\n'
                   '#undef CT_DEVICE_HAS_BITBAND\n#include "t.h"\n')
    wrong.extend(svdtest.compiles(path("two.c"), ["m3"]))
    code, _, _ = svdtest.corten(tool, good, "--prefix", "9")
    expect("--prefix that is no name", code == 2)

    code, out, error = svdtest.corten(tool, "-j", "3", good, bad, good, "-o", path("many/"))
    expect("several files", code == 1 and error.count("\n") == 1 and error.startswith(bad + ":1: error")
           and os.listdir(path("many")) == ["chip-1.h"])
    code, out, error = svdtest.corten(tool, "--check", good, good)
    expect("--check of several", code == 0 and out == f"{good}: 0 findings\n" * 2 and not error)
    expect("--check writes nothing", len(os.listdir(path("many"))) == 1)

    for arguments in ([], ["-o"], ["--nothing", good], [good, good], ["-j", "0", good, good],
                      [good, good, "-o", path("many/"), "--model", path("m.h")]):
        code, out, error = svdtest.corten(tool, *arguments)
        expect(f"usage {arguments}", code == 2 and error.count("\n") == 1 and not out)
    code, _, error = svdtest.corten(tool, path("gone.svd"))
    expect("a file that is not there", code == 1 and "cannot read it: No such file" in error)
    code, _, error = svdtest.corten(tool, good, "-o", path("no/such/dir.h"))
    expect("a place that is not there", code == 1 and "cannot write" in error)
    code, _, error = svdtest.corten(tool, work)
    expect("a directory", code == 1 and "cannot read it" in error)

    # on a terminal, several files have a progress bar, which is gone at the end; -q has none
    for quiet in ([], ["-q"]):
        master, slave = pty.openpty()
        done = subprocess.run([tool, "svd", *quiet, good, good, good, "-o", path("many/")],
                              stdout=subprocess.PIPE, stderr=slave)
        os.close(slave)
        shown = b""
        try:
            while part := os.read(master, 4096):
                shown += part
        except OSError:
            pass
        os.close(master)
        text = shown.decode()
        expect(f"progress {quiet} {text!r}", done.returncode == 0 and
               (not text if quiet else "] 3/3 " in text and text.endswith("\r") and "#" in text))

    code, out, _ = svdtest.corten(tool, "--help")
    lines = out.splitlines()
    expect("--help", code == 0 and "examples:" in out and max(map(len, lines)) <= 80)
    done = subprocess.run([tool], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    expect("corten alone", done.returncode == 2 and "svd" in done.stderr)
    done = subprocess.run([tool, "rust"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    expect("corten rust", done.returncode == 2 and 'no command "rust"' in done.stderr)
    with open(os.path.join(svdtest.ROOT, "docs", "man", "corten-svd.1"), encoding="utf-8") as file:
        manual = file.read().replace("\\-", "-")
    for option in [word.strip(",") for line in lines for word in line.split()[:2]
                   if word.startswith("--")]:
        expect(f"the manual page explains {option}", option in manual)
    print("\n".join(wrong) or "the command line does as it says")
    return 1 if wrong else 0


sys.exit(main())

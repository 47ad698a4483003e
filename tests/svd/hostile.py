#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Corten authors
# SPDX-License-Identifier: MIT OR Apache-2.0
"""Broken and hostile descriptions: one line with the file, the line and the reason, exit code 1,
nothing written, little time and memory (svdtest.limit)."""
import os
import resource
import sys

import svdtest

HEAD = "<device><name>X</name><peripherals>"
TAIL = "</peripherals></device>"


def device(inside):
    return HEAD + inside + TAIL


def peripheral(registers, name="P", attributes="", more=""):
    return (f"<peripheral{attributes}><name>{name}</name><baseAddress>0x40000000</baseAddress>{more}"
            f"<registers>{registers}</registers></peripheral>")


def register(inside="", name="R", attributes="", offset="0"):
    return (f"<register{attributes}><name>{name}</name><addressOffset>{offset}</addressOffset>"
            f"{inside}</register>")


def one(inside, **more):
    return device(peripheral(register(inside, **more)))


BOMB = "<!DOCTYPE d [<!ENTITY a0 'ha'>" + "".join(
    f"<!ENTITY a{i} '{f'&a{i - 1};' * 10}'>" for i in range(1, 12)) + "]>"
CHAIN = "".join(f"<peripheral derivedFrom='P{(i + 1) % 50}'><name>P{i}</name>"
                f"<baseAddress>{i}</baseAddress></peripheral>" for i in range(50))
LONG_CHAIN = "".join(register(name=f"R{i}", attributes=f" derivedFrom='R{i + 1}'")
                     for i in range(30000))
NEST = "".join(f"<cluster><name>C{i}</name><addressOffset>0</addressOffset>" for i in range(30))

# name, text, what the message must say
BROKEN = [
    ("empty", "", "the file is empty"),
    ("blank", " \n \n", "the file is empty"),
    ("no-xml", "hello", "syntax error"),
    ("binary", b"\x7fELF\x02\x01\x00\x00", "not well-formed"),
    ("nul", device("").replace("X", "X\0"), "not well-formed"),
    ("other-root", "<package/>", "its outermost element is not <device>"),
    ("truncated", device(peripheral(register()))[:-23], "no element found"),
    ("cut-in-tag", device(peripheral(register()))[:-4], "unclosed token"),
    ("crossed", "<device><peripherals></device></peripherals>", "mismatched tag"),
    ("two-roots", device("") + device(""), "junk after document element"),
    ("bad-utf8", device("").encode().replace(b"X", b"\xff\xfe\xfd"), "not well-formed"),
    ("doctype", "<!DOCTYPE device>" + device(""), "DOCTYPE"),
    ("entity-bomb", BOMB + device("&a11;"), "DOCTYPE"),
    ("external-entity", "<!DOCTYPE d SYSTEM 'file:///etc/passwd'>" + device(""), "DOCTYPE"),
    ("entity", device("&nothing;"), "undefined entity"),
    ("deep", device("<a>" * 100000 + "</a>" * 100000), "nested too deeply"),
    ("deep-known", device("<register>" * 100 + "</register>" * 100), "nested too deeply"),
    ("giant-attribute", device(f"<peripheral derivedFrom='{'A' * 70000}'/>"), "an attribute of more"),
    ("long-attribute", device(f"<peripheral derivedFrom='{'A' * 2000}'><name>P</name></peripheral>"),
     "too long a name"),
    ("giant-name", device(peripheral(register(name="A" * 70000))), "a text of more than"),
    ("self", device(peripheral("", name="P", attributes=" derivedFrom='P'").replace(
        "<registers></registers>", "")), "round in a circle"),
    ("circle", device(CHAIN), "round in a circle"),
    ("long-chain", device(peripheral(LONG_CHAIN + register(name="R30000"))), "more than 256 deep"),
    ("two-circle", device("<peripheral derivedFrom='B'><name>A</name></peripheral>"
                          "<peripheral derivedFrom='A'><name>B</name></peripheral>"), "circle"),
    ("nothing", device("<peripheral derivedFrom='GONE'><name>A</name></peripheral>"),
     "which does not exist"),
    ("inside-out", device(peripheral(
        "<cluster><name>A</name><addressOffset>0</addressOffset>"
        "<cluster derivedFrom='A'><name>B</name><addressOffset>4</addressOffset></cluster></cluster>")),
     "which contains it"),
    ("recursive-clusters", device(peripheral(
        "<cluster><name>A</name><addressOffset>0</addressOffset><cluster derivedFrom='C'><name>B</name>"
        "<addressOffset>0</addressOffset></cluster></cluster>"
        "<cluster><name>C</name><addressOffset>0</addressOffset><cluster derivedFrom='A'><name>D</name>"
        "<addressOffset>0</addressOffset></cluster></cluster>")), "nested more than"),
    ("nest", device(peripheral(NEST + register() + "</cluster>" * 30)), "nested more than"),
    ("dim", one("<dim>4294967296</dim><dimIncrement>4</dimIncrement>", name="R[%s]"), "dim of R"),
    ("dim-list", one("<dim>4294967295</dim><dimIncrement>4</dimIncrement>", name="R%s"), "dim of R"),
    ("dims", device(peripheral("".join(register(
        "<dim>65536</dim><dimIncrement>4</dimIncrement>", name=f"R{i}_%s") for i in range(64)))),
     "registers, fields and values, arrays written out"),
    ("clusters-of-dims", device(peripheral(
        "<cluster><dim>60000</dim><dimIncrement>64</dimIncrement><name>C%s</name>"
        "<addressOffset>0</addressOffset>" + register("<dim>60000</dim><dimIncrement>4</dimIncrement>",
                                                      name="R%s") * 40 + "</cluster>")), ""),
    ("overlaps", device(peripheral(register(
        "<dim>60000</dim><dimIncrement>0</dimIncrement>", name="R%s"))), "overlap at offset"),
    ("dim-word", one("<dim>many</dim><dimIncrement>4</dimIncrement>", name="R%s"), "not a number"),
    ("offset-word", device(peripheral(register(offset="zero"))), "not a number"),
    ("offset-octal", device(peripheral(register(offset="0o17"))), "not a number"),
    ("number-too-big", device(peripheral(register(offset="0x1ffffffffffffffff"))), "not a number"),
    ("number-minus", device(peripheral(register(offset="-4"))), "not a number"),
    ("size-word", one("<size>wide</size>"), "not a number"),
    ("bit-range", one("<fields><field><name>F</name><bitRange>[7:]</bitRange></field></fields>"),
     "not [msb:lsb]"),
    ("bit-range-2", one("<fields><field><name>F</name><bitRange>[a:b]</bitRange></field></fields>"),
     "not [msb:lsb]"),
]

# What is odd but has a meaning: it converts.
ODD = [
    ("late-offset", device(peripheral(register(offset="0xFFFFF800") + register(name="S", offset="4")))),
    ("last-offset", device(peripheral(register(offset="0xFFFFFFFFFFFFFFFF") + register(name="S")))),
    ("blank-lines-first", "\n\n" + device(peripheral(register()))),
    ("latin-1", "<?xml version='1.0' encoding='iso-8859-1'?>".encode() +
     device(peripheral(register("<description>\xb5</description>"))).encode("latin-1")),
    ("odd-encoding", "<?xml version='1.0' encoding='gb2312'?>".encode() +
     device(peripheral(register("<description>\xb5</description>"))).encode("latin-1")),
    ("comment-closer", one("<description>*/ \\ // ?? \"x\" <![CDATA[\n#error]]></description>")),
    ("no-peripherals", "<device><name>X</name></device>"),
    ("giant-description", one("<description>" + "A" * 200000 + "</description>")),
]


def cpu():
    """Seconds of the processor that finished children took: a busy machine does not matter."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main():
    tool, work = sys.argv[1:3]
    svdtest.clean(work)
    wrong = []

    def check(name, text, says, good=False):
        path = os.path.join(work, name + ".svd")
        out = os.path.join(work, name + ".h")
        with open(path, "wb") as file:
            file.write(text if isinstance(text, bytes) else text.encode("utf-8"))
        start = cpu()
        code, printed, error = svdtest.corten(tool, path, "-o", out)
        took = cpu() - start
        if took > (30 if svdtest.sanitized(tool) else 5):
            wrong.append(f"{name}: took {took:.1f} s of the processor")
        if good:
            if code or error:
                wrong.append(f"{name}: exit code {code}: {error}")
            else:
                source = os.path.join(work, name + ".c")
                with open(source, "w", encoding="utf-8") as file:
                    file.write(f'#include "{out}"\n')
                wrong.extend(f"{name}: {message}" for message in svdtest.compiles(source, ["m4"]))
            return
        if code != 1 or printed:
            wrong.append(f"{name}: exit code {code}, {len(printed)} characters on standard output")
        if error.count("\n") != 1 or len(error) > 700 or not error.startswith(path + ":"):
            wrong.append(f"{name}: not one line with the file: {error[:300]!r}")
        elif says not in error:
            wrong.append(f"{name}: says {error.strip()!r}, not {says!r}")
        if os.path.exists(out) or any(".part" in entry for entry in os.listdir(work)):
            wrong.append(f"{name}: something was written")

    for name, text, says in BROKEN:
        check(name, text, says)
    for name, text in ODD:
        check(name, text, "", good=True)
    # the place is the line of the mistake
    text = "<device>\n<name>X</name>\n<peripherals>\n<peripheral><name>P</name>\n" \
           "<baseAddress>\nno\n</baseAddress></peripheral></peripherals></device>"
    _, _, error = svdtest.corten(tool, "-", text=text.encode())
    if not error.startswith("<standard input>:5: error: "):
        wrong.append(f"place of a mistake: {error!r}")
    print("\n".join(wrong) or f"{len(BROKEN)} refused in one line each, {len(ODD)} taken")
    return 1 if wrong else 0


sys.exit(main())

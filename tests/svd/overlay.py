#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Corten authors
# SPDX-License-Identifier: MIT OR Apache-2.0
"""Overlays: what each key does, and that a patch which no longer applies is an error with its place."""
import os
import sys

import svdtest

SVD = """<device><name>T</name><peripherals>
<peripheral><name>U1</name><baseAddress>0x100</baseAddress><registers>
<register><name>SR</name><addressOffset>0</addressOffset><resetValue>0xC0</resetValue><fields>
<field><name>TC</name><bitRange>[6:6]</bitRange></field><field><name>RX</name><bitOffset>5</bitOffset><bitWidth>1</bitWidth></field></fields></register>
<register><dim>2</dim><dimIncrement>4</dimIncrement><name>CC[%s]</name><addressOffset>8</addressOffset><fields><field><name>V</name><bitRange>[7:0]</bitRange></field></fields></register>
</registers></peripheral>
<peripheral derivedFrom="U1"><name>U2</name><baseAddress>0x200</baseAddress></peripheral>
</peripherals></device>
"""

# name, overlay, what the header has, what it has not
GOOD = [
    ("side effect", '[U1.SR.TC]\nmodifiedWriteValues = "zeroToClear" # so says the manual\n',
     ["RW0C", "CT_REG_RF(U1_SR, 32)"], []),
    ("wildcard", '[U*.S?.*]\naccess = "read-only"\nwas.bitRange = "[6:6]"\n', None, None),
    ("all fields", '[*.SR.*]\naccess = "read-only"\n', ["U1_SR, TC, 6, 0x1u, RO", "U1_SR, RX, 5, 0x1u, RO"], []),
    ("bits", '[U1.SR.RX]\nbitRange = "[3:2]"\n', ["U1_SR, RX, 2, 0x3u"], []),
    ("array", "[U1.CC.V]\nbitRange = '[3:0]'\n[U1.\"CC[%s]\"]\nsize = 16\n",
     ["CT_REG_RW(U1_CC, 16, 4)", "U1_CC, V, 0, 0xFu"], []),
    ("rename", '[U1.SR]\nrename = "STATUS"\n', ["U1_STATUS_TC"], ["U1_SR"]),
    ("delete", "[U1.SR.RX]\ndelete = true\n", ["U1_SR_TC"], ["U1_SR_RX"]),
    ("values", "[U1.SR.TC]\nvalues = { Busy = 0, Done = 0x1 }\n",
     ["U1_SR_TC_Busy U1_SR_TC(0u)", "U1_SR_TC_Done"], []),
    ("was", '[U1.SR]\nwas.resetValue = 192\nresetValue = 1\n', ["0xFFFFFFFFu, 0x0u, 0x1u"], []),
    ("add field", '[U1.SR.NEW]\nadd = "field"\nlsb = 8\nmsb = 9\n', ["U1_SR, NEW, 8, 0x3u"], []),
    ("add register", '[U1.NEW]\nadd = "register"\naddressOffset = 0x20\n[U1.NEW.F]\nadd = "field"\n'
     'bitOffset = 1\nbitWidth = 1\n', ["union U1_NEW NEW; // 0x20", "U1_NEW_F("], []),
    ("add peripheral", '[V]\nadd = "peripheral"\nbaseAddress = 0x300\nderivedFrom = "U1"\n',
     ["CT_REG_INSTANCE(V, U1_regs, 0x300u)"], []),
    ("add interrupt", '[U2.U2_RX]\nadd = "interrupt"\nvalue = 7\n', ["X(U2_RX, 7)"], []),
    ("cpu", '[cpu]\nname = "CM4"\nnvicPrioBits = 3\n', ["CT_DEVICE_PRIORITY_BITS 3"], []),
    ("atomic", "[U1.CC]\natomicSet = 8\natomicClear = -4\n", ["1, 8, -4, 0"], []),
    ("struct name", '[U1]\nheaderStructName = "UART"\n', ["CT_REG_INSTANCE(U2, UART_regs"], ["U1_SR"]),
]
# name, overlay, line, message
BAD = [
    ("gone", '\n# x\n[U1.SR.GONE]\naccess = "read-only"\n', 4, "no longer applies"),
    ("derived", '[U2.SR]\nsize = 8\n', 2, "no longer applies"),
    ("was", '[U1.SR]\nwas.resetValue = 1\n', 2, 'resetValue is "0xC0", not "1"'),
    ("was not stated", '[U1.SR]\nwas.size = 1\n', 2, "(not stated)"),
    ("there", '[U1.SR]\nadd = "register"\n', 2, "already there"),
    ("nowhere", '[U9.SR]\nadd = "register"\n', 2, "nothing to be added to"),
    ("word", '[U1.SR.TC]\nmodifiedWriteValues = "oneToClaer"\n', 2, 'cannot be "oneToClaer"'),
    ("key", '[U1.SR.TC]\nmodifiedwritevalues = "oneToClear"\n', 2, "is called modifiedwritevalues"),
    ("no table", 'size = 1\n', 1, "before any [table]"),
    ("empty table", '[U1.SR]\n[U2]\nsize = 8\n', 2, "says nothing"),
    ("last empty table", '[U1.SR]\n', 2, "says nothing"),
    ("no value", '[U1.SR]\nsize =\n', 2, "has no value"),
    ("more", '[U1.SR]\nsize = 8 9\n', 2, "more on the line"),
    ("quote", '[U1.SR]\naccess = "read-only\n', 2, "closing quote"),
    ("values", '[U1.SR.TC]\nvalues = { A = x }\n', 2, "not a number"),
    ("values of a register", '[U1.SR]\nvalues = { A = 1 }\n', 2, "values are for a field"),
    ("unclosed", '[U1.SR\nsize = 8\n', 1, "without its ]"),
    ("late", '[U1.SR]\nsize = "wide"\n', 2, "size of SR is not a number"),
]


def main():
    tool, work = sys.argv[1:3]
    svdtest.clean(work)
    wrong = []
    svd, toml = os.path.join(work, "t.svd"), os.path.join(work, "o.toml")
    with open(svd, "w", encoding="utf-8") as file:
        file.write(SVD)

    def run(text):
        with open(toml, "w", encoding="utf-8") as file:
            file.write(text)
        return svdtest.corten(tool, svd, "--overlay", toml)

    for name, text, has, has_not in GOOD:
        code, out, error = run(text)
        if has is None:  # a pattern of which one element is not as it was
            if code != 1 or "no longer applies" not in error:
                wrong.append(f"{name}: {code} {error}")
            continue
        if code:
            wrong.append(f"{name}: {error}")
        wrong += [f"{name}: no {word!r}" for word in has if word not in out]
        wrong += [f"{name}: has {word!r}" for word in has_not if word in out]
        source = os.path.join(work, "t.c")
        with open(source, "w", encoding="utf-8") as file:
            file.write(out)
        wrong += [f"{name}: {message}" for message in svdtest.compiles(source, ["m4"])]
    for name, text, line, says in BAD:
        code, out, error = run(text)
        if code != 1 or out or not error.startswith(f"{toml}:{line}: error: ") or says not in error \
                or error.count("\n") != 1:
            wrong.append(f"{name}: {code} {error!r}")
    # the one beside the description is found by its name
    with open(os.path.join(work, "t.overlay.toml"), "w", encoding="utf-8") as file:
        file.write(GOOD[0][1])
    if "RW0C" not in svdtest.corten(tool, svd)[1]:
        wrong.append("t.overlay.toml beside t.svd is not used")
    print("\n".join(wrong) or f"{len(GOOD)} patches applied, {len(BAD)} refused")
    return 1 if wrong else 0


sys.exit(main())

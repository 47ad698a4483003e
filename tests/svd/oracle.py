#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Corten authors
# SPDX-License-Identifier: MIT OR Apache-2.0
"""Reads each description a second time, in the plainest way, and compares.

Every register of every instance, arrays and clusters written out, with its address, width and the bits
that fields have, computed here from the XML; against the table of `corten svd --model`, which is made
from the same model as the header. What corten leaves out or changes it must have reported.
"""
import collections
import copy
import glob
import os
import re
import sys
import xml.etree.ElementTree as ElementTree

import svdtest

DEVICES = [  # Corten's own, with what they are built with
    ("stm32f4/stm32f405.svd", [f"stm32f4/{part}.svd" for part in
     "gpio exti usart spi i2c dma adc tim rtc system".split()] + ["cortex-m/cortex-m.svd"]),
    ("lm3s6965/lm3s6965.svd", ["cortex-m/cortex-m.svd"]),
    ("fe310/fe310.svd", []),
]


def number(text):
    text = text.strip().lower()
    if text.startswith("#"):
        return int(text[1:], 2)
    if text.startswith("0b"):
        return int(text[2:], 2)
    return int(text, 16) if text.startswith("0x") else int(text, 10)


def value(element, tag, otherwise=None):
    found = element.find(tag)
    return otherwise if found is None or not (found.text or "").strip() else number(found.text)


def text(element, tag):
    return (element.findtext(tag) or "").strip()


class Device:
    def __init__(self, paths):
        self.root = ElementTree.parse(paths[0]).getroot()
        self.peripherals = [p for path in paths
                            for p in ElementTree.parse(path).getroot().iter("peripheral")]

    def base(self, element, siblings, tag):
        """What derivedFrom names: beside the element, else by its path from the peripherals."""
        name = element.get("derivedFrom")
        for other in siblings:
            if other is not element and other.tag == tag and text(other, "name") == name:
                return other, siblings
        at, among = None, self.peripherals
        for part in name.split("."):
            at = next(other for other in among if text(other, "name") == part)
            among = self.children(at)
        return at, among

    @staticmethod
    def children(element):
        lists = element.findall("registers") if element.tag == "peripheral" else [element]
        return [child for group in lists for child in group if child.tag in ("register", "cluster")]

    def merged(self, element, siblings):
        """The element with what it derives from written into it."""
        if not element.get("derivedFrom"):
            return element
        base, among = self.base(element, siblings, element.tag)
        base = copy.deepcopy(self.merged(base, among))
        for drop in ("dim", "dimIncrement", "dimIndex", "interrupt"):
            for child in base.findall(drop):
                base.remove(child)
        own_items = self.children(element) if element.tag in ("peripheral", "cluster") else []
        own_names = {text(item, "name") for item in own_items}
        for group in (base.findall("registers") if base.tag == "peripheral" else [base]):
            for child in list(group):
                if child.tag in ("register", "cluster") and text(child, "name") in own_names:
                    group.remove(child)
        for child in element:
            if child.tag not in ("registers", "register", "cluster", "fields"):
                for old in base.findall(child.tag):
                    base.remove(old)
            if child.tag == "fields":
                names = {text(field, "name") for field in child}
                for group in base.findall("fields"):
                    for field in [f for f in group if text(f, "name") in names]:
                        group.remove(field)
            base.append(child)
        return base

    @staticmethod
    def repeat(element):
        """(distance, index) of each element of an array; (0, None) alone."""
        count = value(element, "dim")
        if count is None or element.find("dim") is None:
            return [0]
        return [k * value(element, "dimIncrement") for k in range(count)]

    def registers(self, element, address, size):
        siblings = self.children(element)
        for item in siblings:
            item_ = self.merged(item, siblings)
            width = value(item_, "size", size)
            for distance in self.repeat(item_):
                at = address + (value(item_, "addressOffset") or 0) + distance
                if item_.tag == "cluster":
                    yield from self.registers(item_, at, width)
                else:
                    yield at, width, self.mask(item_, siblings)

    def mask(self, register, siblings):
        """All bits that fields have; None where there are none."""
        bits, seen = 0, False
        for field in register.iter("field"):
            seen = True
            if field.get("derivedFrom") and field.find("bitRange") is None and \
                    field.find("bitOffset") is None and field.find("lsb") is None:
                return None # rare: not checked
            if field.find("bitRange") is not None:
                high, low = map(int, text(field, "bitRange").strip("[]").split(":"))
            elif field.find("bitOffset") is not None:
                low = value(field, "bitOffset")
                high = low + value(field, "bitWidth", 1) - 1
            else:
                low, high = value(field, "lsb"), value(field, "msb")
            for distance in self.repeat(field):
                bits |= ((1 << (high - low + 1)) - 1) << (low + distance)
        return bits if seen else None

    def all(self):
        size = value(self.root, "size", 32)
        for peripheral in self.peripherals:
            whole = self.merged(peripheral, self.peripherals)
            base = value(whole, "baseAddress")
            if base is None:
                continue
            for distance in self.repeat(whole):
                yield from self.registers(whole, base + distance, value(whole, "size", size))


def compare(tool, work, paths):
    name = os.path.basename(paths[0])
    model = os.path.join(work, name + ".model.h")
    parts = [word for path in paths[1:] for word in ("--with", path)]
    code, _, error = svdtest.corten(tool, paths[0], *parts, "-o", os.path.join(work, "x.h"),
                                    "--model", model)
    if code:
        return [error], 0
    _, findings, _ = svdtest.corten(tool, "--check", paths[0], *parts)
    with open(model, encoding="utf-8") as file:
        rows = re.findall(r'^    \{"[^"]*", (\w+), (\d+), \w+, (\w+), (\w+), ', file.read(), re.M)
    ours, bits = collections.Counter(), {}
    for address, size, readable, writable in rows:
        key = (int(address, 16), int(size) * 8)
        ours[key] += 1
        bits.setdefault(key, set()).add(int(readable, 16) | int(writable, 16))
    theirs = collections.Counter()
    wrong = []
    for address, size, mask in Device(paths).all():
        width = next((w for w in (8, 16, 32, 64) if size <= w), size)
        theirs[address, width] += 1
        key = (address, width)
        if mask is not None and key in bits and mask & ((1 << width) - 1) not in bits[key]:
            wrong.append(f"{name}: bits {mask:#x} at {address:#x}, not {bits[key]}")
    for key in sorted((theirs - ours) | (ours - theirs)):
        wrong.append(f"{name}: {key[1]} bits at {key[0]:#x}: {theirs[key]} times in the description, "
                     f"{ours[key]} times in the header")
    # a report of something left out, narrowed or merged accounts for some differences (an array's)
    reports = [line for line in findings.splitlines() if re.search(
        r"left out|taken as|the first is taken|is \d+ bits wide|cut off|outside its", line)]
    if len(wrong) <= 40 * len(reports):
        wrong = []
    return wrong, sum(theirs.values())


def main():
    tool, work = sys.argv[1:3]
    svdtest.clean(work)
    devices = os.path.join(svdtest.ROOT, "devices")
    files = [[os.path.join(devices, path) for path in [chip, *parts]] for chip, parts in DEVICES]
    corpus = os.environ.get("CORTEN_SVD_CORPUS", os.path.join(svdtest.SHARED, "svd"))
    files += [[path] for path in sorted(glob.glob(os.path.join(corpus, "*.svd")))]
    wrong, count = [], 0
    for paths in files:
        differs, compared = compare(tool, work, paths)
        wrong += differs[:10]
        count += compared
    print("\n".join(wrong) or f"{count} registers of {len(files)} chips are where the description says")
    return 1 if wrong or not count else 0


sys.exit(main())

#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Corten authors
# SPDX-License-Identifier: MIT OR Apache-2.0
"""Looks at the machine code of one C file, from both compilers, at -Os and -O2.

Every function ours_X must be the same instructions as hand_X, which is written by hand.
Registers are numbered by their first appearance, literals are resolved, branch targets are
counted in instructions. Comment lines of the file, FUNCTION without parentheses:

  // target: m3 …              cores (m0 m0plus m3 m4 m4f m7 m33 rv32 host); default m3
  // optimisations: -Os …      default -Os -O2
  // compilers: gcc clang      default both
  // flags: …                  more compiler flags; {root} is Corten's folder,
                               {svd} that of chip.h, from tests/registers/chip.svd,
                               {device CHIP} -I for the headers of devices/CHIP
  // expect FUNCTION: mrs, movs? .*, …, bx lr
                               the instructions, each a regular expression that matches the
                               mnemonic or mnemonic and operands; … stands for any number
  // forbid FUNCTION: bl|push  no instruction matches
  // count FUNCTION <= 4       number of instructions; an expression, as in
  // count locked - plain == 4
  // count FUNCTION(msr) == 2  those that match only
  // size FUNCTION <= 16       bytes, literals included
  // differ X: why             the pair X is known not to be the same (and must not be)

Every directive may be for some builds only: `// expect[gcc -O2 m3] FUNCTION: …`.
"""
import difflib
import os
import re
import shlex
import sys
import tempfile

import compilers

DIRECTIVE = re.compile(r"^//\s*(target|optimisations|compilers|flags|expect|forbid|count|size|differ)"
                       r"(?:\[([^]]*)\])?\s*(?::\s*)?(.*?)\s*$", re.M)
ARM_REGISTER = re.compile(r"\b(r(?:1[0-2]|[0-9])|fp|sl|ip|s[0-9]+)\b")
RISCV_REGISTER = re.compile(r"\b([ast][0-9]+)\b")


class Function:
    """A function's instructions, normalised."""

    def __init__(self, name):
        self.name = name
        self.code = []       # "mnemonic operands"
        self.at = {}         # address -> index of instruction
        self.words = {}      # address -> literal
        self.labels = {}     # local label -> address
        self.raw = []        # (address, text), before normalisation

    def finish(self, riscv):
        """From raw lines to normalised ones."""
        while self.raw and re.match(r"nop\b", self.raw[-1][1]):
            self.raw.pop()  # padding
        for index, (address, _) in enumerate(self.raw):
            self.at[address] = index
        numbers = {}
        pattern = RISCV_REGISTER if riscv else ARM_REGISTER

        def number(found):
            return numbers.setdefault(found.group(1), f"v{len(numbers)}")

        for _, text in self.raw:
            mnemonic, _, operands = text.partition(" ")
            mnemonic = re.sub(r"\.[nw]$", "", mnemonic)
            literal = re.match(r"(\w+), \[pc, #\d+\]\s*[;@] \(([0-9a-f]+) ", operands)
            branch = re.match(r"(.*?)([0-9a-f]+) <([^>]*)>(.*)$", operands)
            if literal:
                value = self.words.get(int(literal.group(2), 16), "?")
                operands = f"{literal.group(1)}, ={value}"
            elif branch and " ~ " not in operands:
                target = self.at.get(int(branch.group(2), 16))
                place = f"@{target}" if target is not None else branch.group(3)
                operands = branch.group(1) + place
            elif " ~ " in operands:  # a relocation names the target
                before, symbol = operands.split(" ~ ")
                before = re.sub(r"[0-9a-f]+ <[^>]*>.*$", "", before)
                if symbol in self.labels:
                    symbol = f"@{self.at.get(self.labels[symbol])}"
                operands = f"{before.strip()} {symbol}".strip()
            operands = re.sub(r"\s*[;@#] .*$", "", operands) if not literal else operands
            operands = re.sub(r"\b(ours|hand)_", "X_", operands)
            self.code.append(f"{mnemonic} {pattern.sub(number, operands)}".strip())


def disassemble(objdump, path, riscv):
    """All functions of an object file, by name."""
    listing = compilers.run([objdump, "-d", "-r", "-w", "--no-show-raw-insn", path]).stdout
    functions, current = {}, None
    for line in listing.splitlines():
        start = re.match(r"^([0-9a-f]+) <([^>]+)>:$", line)
        if start:
            if start.group(2).startswith((".L", "$")):
                if current is not None:
                    current.labels[start.group(2)] = int(start.group(1), 16)
                continue
            current = functions[start.group(2)] = Function(start.group(2))
            continue
        found = re.match(r"^\s+([0-9a-f]+):\t(.*)$", line)
        if not found or current is None:
            continue
        address, rest = int(found.group(1), 16), found.group(2)
        text = " ".join(part.strip() for part in rest.split("\t") if part.strip())
        symbol = ""
        for relocation in re.findall(r"\b[0-9a-f]+: (R_\w+)\s+(\S+)", line):
            if relocation[0] not in ("R_RISCV_RELAX", "R_ARM_V4BX"):
                symbol = re.sub(r"\b(ours|hand)_", "X_", relocation[1])
        text = re.sub(r"\s*\b[0-9a-f]+: R_\w+\s+\S+", "", text).strip()
        word = re.match(r"\.(word|short|byte)\s+(\S+)", text)
        if word:
            value = word.group(2)
            current.words[address] = f"{symbol}+{value}" if symbol else value
            continue
        current.raw.append((address, f"{text} ~ {symbol}" if symbol else text))
    for function in functions.values():
        function.finish(riscv)
    return functions


def sizes(nm, path):
    """Bytes of every function, as the compiler states them."""
    found = re.findall(r"^[0-9a-f]+ ([0-9a-f]+) [tTwW] (\S+)$",
                       compilers.run([nm, "-S", path]).stdout, re.M)
    return {name: int(size, 16) for size, name in found}


def matches(pattern, instruction):
    return re.fullmatch(pattern, instruction) or re.fullmatch(pattern, instruction.split(" ")[0])


def follows(patterns, code):
    """Do the instructions match the list of patterns, where … is any number of them?"""
    if not patterns:
        return not code
    if patterns[0] in ("…", "..."):
        return any(follows(patterns[1:], code[n:]) for n in range(len(code) + 1))
    return bool(code) and bool(matches(patterns[0], code[0])) and follows(patterns[1:], code[1:])


class Build:
    """The file built one way, and what must hold for it."""

    def __init__(self, directives, words, functions, bytes_of):
        self.directives, self.words = directives, words
        self.functions, self.bytes_of = functions, bytes_of
        self.checks = 0

    def asked(self, key):
        for kind, only, text in self.directives:
            if kind == key and set((only or "").split()) <= self.words:
                yield text

    def function(self, name):
        if name not in self.functions:
            raise LookupError(f"there is no function {name}")
        return self.functions[name]

    def evaluate(self, text, value):
        """The truth of "name + name <= 3", each name replaced by value(name, filter)."""
        shown = re.sub(r"([A-Za-z_]\w*)(?:\(((?:[^()]|\([^()]*\))*)\))?",
                       lambda found: str(value(found.group(1), found.group(2))), text)
        if not re.fullmatch(r"[\d\s+*<>=!-]+", shown):
            raise LookupError(f"not an expression: {text}")
        return eval(shown), shown  # digits and operators only

    def listing(self, name):
        return "\n".join(f"    {line}" for line in self.function(name).code)

    def problems(self):
        """Sentences about what does not hold."""
        differing = {text.partition(":")[0].strip() for text in self.asked("differ")}
        for name in sorted(self.functions):
            if name.startswith("ours_"):
                yield from self.compare(name[5:], differing)
        for text in self.asked("expect"):
            name, _, wanted = (part.strip() for part in text.partition(":"))
            patterns = [part.strip() for part in re.split(r",\s+|,$", wanted) if part.strip()]
            self.checks += 1
            if not follows(patterns, self.function(name).code):
                yield f"{name} is not: {wanted}\n{self.listing(name)}"
        for text in self.asked("forbid"):
            name, _, pattern = (part.strip() for part in text.partition(":"))
            self.checks += 1
            bad = [line for line in self.function(name).code if matches(pattern, line)]
            if bad:
                yield f"{name} has {bad[0]}\n{self.listing(name)}"
        for text in self.asked("count"):
            self.checks += 1
            true, shown = self.evaluate(text, lambda name, only: sum(
                1 for line in self.function(name).code if not only or matches(only, line)))
            if not true:
                names = [n for n in re.findall(r"[A-Za-z_]\w*", text) if n in self.functions]
                yield f"count {text}: {shown} is not true\n" + \
                    "\n".join(f"  {name}:\n{self.listing(name)}" for name in names)
        for text in self.asked("size"):
            self.checks += 1
            true, shown = self.evaluate(text, lambda name, only: self.bytes_of[name])
            if not true:
                yield f"size {text}: {shown} is not true"
        if not self.checks:
            yield "nothing in the file is checked"

    def compare(self, name, differing):
        self.checks += 1
        ours, hand = self.function("ours_" + name).code, self.function("hand_" + name).code
        if name in differing:
            if ours == hand:
                yield f"the pair {name} is the same by now: take its `differ` line away"
        elif ours != hand:
            yield f"ours_{name} is not what hand_{name} is:\n" + "\n".join(
                list(difflib.unified_diff(hand, ours, "by hand", "ours", lineterm="", n=99)))


def main():
    path = os.path.abspath(sys.argv[1])
    with open(path, encoding="utf-8") as file:
        directives = DIRECTIVE.findall(file.read())

    def words(key, default):
        given = [text for kind, _, text in directives if kind == key]
        return compilers.place(" ".join(given)) if given else default

    failed = False
    for core in words("target", "m3").split():
        riscv, prefix = core == "rv32", compilers.cross(core)
        for compiler in words("compilers", "gcc clang").split():
            for level in words("optimisations", "-Os -O2").split():
                build = f"{compiler} {level} {core}"
                with tempfile.TemporaryDirectory() as scratch:
                    made = os.path.join(scratch, "one.o")
                    call = compilers.command(compiler, core, level) + shlex.split(words("flags", ""))
                    # equal functions stay two; branches are resolved in the object file
                    call += ["-fno-ipa-icf"] if compiler == "gcc" else []
                    call += ["-mno-relax"] if riscv else []
                    done = compilers.run(call + ["-c", path, "-o", made])
                    if done.returncode == 0:
                        functions = disassemble(prefix + "objdump", made, riscv)
                        bytes_of = sizes(prefix + "nm", made)
                if done.returncode != 0:
                    wrong = [done.stdout]
                else:
                    try:
                        wrong = list(Build(directives, set(build.split()), functions,
                                           bytes_of).problems())
                    except LookupError as error:
                        wrong = [str(error)]
                failed = failed or bool(wrong)
                print("\n".join(f"FAILED: {build}: {one}" for one in wrong) or f"ok: {build}")
    return 1 if failed else 0


sys.exit(main())

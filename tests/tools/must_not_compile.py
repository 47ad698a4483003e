#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Corten authors
# SPDX-License-Identifier: MIT OR Apache-2.0
"""A C file that both compilers must refuse, with a sentence that says why.

Near its top the file says in comment lines:

  // both: TEXT      what GCC and Clang must print (or `// gcc: TEXT` and `// clang: TEXT`);
                    /REGEX/ is a regular expression. Several lines: all must be printed.
  // link: TEXT      it compiles; linking must fail and print this
  // target: m3 …    the cores (m0 m0plus m3 m4 m4f m7 m33 rv32 host); default m3
  // flags: …        more compiler flags; {root} is Corten's folder,
                    {svd} that of chip.h, made from tests/registers/chip.svd,
                    {device CHIP} -I for the headers of devices/CHIP
  // ldflags: …      more linker flags
  // with: other.c   another file of the same folder, compiled and linked along

and has a correct variant, compiled with -DOK, which must compile (and link) without a warning:
so the test cannot pass because of a wrong include or a missing brace. The first error, with all
notes up to the next one, must fit on a screen.
"""
import os
import re
import shlex
import sys
import tempfile

import compilers

SCREEN = 24  # lines
HEAD = re.compile(r"^//\s*(both|gcc|clang|link|target|flags|ldflags|with):\s*(.*?)\s*$", re.M)


def head(path):
    """What the comment lines of the file ask for, each key with the list of its values."""
    with open(path, encoding="utf-8") as file:
        source = file.read()
    asked = {}
    for key, value in HEAD.findall(source):
        asked.setdefault(key, []).append(compilers.place(value))
    parts = [os.path.join(os.path.dirname(path), name) for name in asked.get("with", [])]
    for part in parts:
        with open(part, encoding="utf-8") as file:
            source += file.read()
    if not re.search(r"^\s*#\s*(ifdef|ifndef|if|elif)\b.*\bOK\b", source, re.M):
        sys.exit(f"{path}: has no correct variant (#ifdef OK): it could fail for any reason")
    if not {"both", "gcc", "clang", "link"} & set(asked):
        sys.exit(f"{path}: says nowhere what must be printed (// both: …)")
    return asked


def says(output, text):
    """Is the text, or /regex/, in the output? Compilers' quotes count as plain ones."""
    plain = re.sub("[‘’`]", "'", output)
    if len(text) > 1 and text[0] == text[-1] == "/":
        return re.search(text[1:-1], plain) is not None
    return re.sub("[‘’`]", "'", text) in plain


def first_block(output):
    """The lines of the first error: from what leads to it up to the next error or warning, or to
    the values that Clang >= 16 adds to a failed comparison (with all macros once more)."""
    lines = output.splitlines()
    starts = [n for n, line in enumerate(lines)
              if re.search(r"(error|warning):|multiple def|note: expression evaluates to", line)]
    if not starts:
        return lines
    end = starts[1] if len(starts) > 1 else len(lines)
    while end > 0 and re.fullmatch(r"\s*|\d+ (errors?|warnings?).* generated\.", lines[end - 1]):
        end -= 1
    return lines[:end]


class Case:
    """One file, one compiler, one core."""

    def __init__(self, path, asked, compiler, core, scratch):
        self.path, self.asked, self.scratch = path, asked, scratch
        self.name = f"{os.path.basename(path)}, {compiler}, {core}"
        self.compiler, self.core = compiler, core
        self.files = [path] + [os.path.join(os.path.dirname(path), other)
                               for other in asked.get("with", [])]
        self.linked = "link" in asked

    def build(self, ok):
        """Compiles (and links) all files: return code and output of the first step to fail."""
        flags = shlex.split(" ".join(self.asked.get("flags", []))) + (["-DOK"] if ok else [])
        objects, output = [], ""
        for n, source in enumerate(self.files):
            objects.append(os.path.join(self.scratch, f"{n}.o"))
            call = compilers.command(self.compiler, self.core) + flags
            done = compilers.run(call + ["-c", source, "-o", objects[-1]])
            output += done.stdout
            if done.returncode != 0:
                return "compile", done.returncode, output
        if self.linked:
            # GNU ld for both compilers, as firmware is linked by default
            call = compilers.command("gcc", self.core) + objects
            call += shlex.split(" ".join(self.asked.get("ldflags", [])))
            if self.core != "host":
                call += ["-nostartfiles", "-Wl,--entry=0"]
            done = compilers.run(call + ["-o", os.path.join(self.scratch, "image.elf")])
            return "link", done.returncode, output + done.stdout
        return "compile", 0, output

    def problems(self):
        """Sentences about what is wrong; empty when the test passes."""
        _, code, output = self.build(ok=True)
        if code != 0 or re.search(r"\bwarning:", output):
            return ["the correct variant (-DOK) must compile in silence, but:", output]
        step, code, output = self.build(ok=False)
        if code == 0:
            return ["it compiles, but it must not"]
        if step != ("link" if self.linked else "compile"):
            return ["it fails, but already in compiling:", output]
        wanted = self.asked.get("both", []) + self.asked.get(self.compiler, [])
        wanted += self.asked.get("link", [])
        said = [f"does not say: {text}" for text in wanted if not says(output, text)]
        block = first_block(output)
        if len(block) > SCREEN:
            said.append(f"the first message has {len(block)} lines, more than a screen ({SCREEN})")
        return said + ["it says:", output] if said else []


def main():
    path = os.path.abspath(sys.argv[1])
    asked = head(path)
    failed = False
    for core in " ".join(asked.get("target", ["m3"])).split():
        for compiler in ("gcc", "clang"):
            with tempfile.TemporaryDirectory() as scratch:
                case = Case(path, asked, compiler, core, scratch)
                problems = case.problems()
            if problems:
                failed = True
                print(f"FAILED: {case.name}: " + "\n".join(problems))
            else:
                print(f"ok: {case.name}")
    return 1 if failed else 0


sys.exit(main())

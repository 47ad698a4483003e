#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Corten authors
# SPDX-License-Identifier: MIT OR Apache-2.0
"""pages.py links | tour | sentences | PAGE.md: the documents are true; pages.py write: copies the
programs into the pages that show them.

links     every link in every .md leads to a file, and its #heading is there
sentences each message in a table under `<!-- sentences -->` is what some test demands
tour      each program of examples/tour has a page, and the page shows all of it
PAGE.md   every block of C in it compiles, or is refused as it says, with GCC and Clang. What a
          block is, the line before it says:

  <!-- source: FILE, board BOARD -->  it is that file, without its licence lines
  <!-- part of: FILE -->              its lines stand in that file, one behind the other
  <!-- with: CODE -->                 CODE stands before it
  <!-- example: FILE -->              it is a file that a test builds and runs: first_project.py
  <!-- refused: instead of LINE -->   ```c refused: in the program above it, in place of that line, or
  <!-- refused: after LINE -->        behind it; each line of the block below must be said by both
                                      compilers (or by the linker); `gcc: …` is GCC's alone
  <!-- refused: tests/… -->           the file there is the test, and has the message below

Else it is tried for the board `host`, first as a file and then as the body of a function, behind
what PRELUDE includes. FreeRTOS and the like have stand-ins in tests/docs/stand_ins.
"""
import glob
import os
import re
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path.insert(0, os.path.join(ROOT, "tests", "tools"))
import compilers  # noqa: E402

BLOCK = re.compile(r"(?:<!-- (?P<key>source|part of|with|example|refused): (?P<value>.*?) -->\n)?"
                   r"^```(?P<info>\w[^\n]*)?\n(?P<text>.*?)^```$", re.M | re.S)
PRELUDE = """#include <corten/app.h>
#include <corten/board.h>
#include <corten/block.h>
#include <corten/layout.h>
#include <corten/pool.h>
#include <corten/spsc.h>
#include <corten/text.h>
#include <corten/vec.h>
"""
BOARD_DEVICE = {"host": "host", "lm3s6965evb": "lm3s6965", "microbit": "nrf51822",
                "nucleo-f401re": "stm32f401", "olimex-h405": "stm32f405"}
BOARD_CORE = {"host": "host", "lm3s6965evb": "m3", "microbit": "m0", "nucleo-f401re": "m4f",
              "olimex-h405": "m4f"}
ELSEWHERE = {"docs/registers.md": "tests/svd/documentation.py tries its blocks"}


def read(name):
    with open(os.path.join(ROOT, name), encoding="utf-8") as file:
        return file.read()


def documents():
    listing = subprocess.run(["git", "-C", ROOT, "ls-files", "-co", "--exclude-standard", "*.md"],
                             stdout=subprocess.PIPE, text=True, check=False)
    if listing.returncode != 0:
        print("not a git checkout: nothing to check")
        sys.exit(77)
    return sorted(name for name in listing.stdout.split() if os.path.exists(os.path.join(ROOT, name)))


# ---- links

def headings(text):
    """The anchors that a page's headings have."""
    text = re.sub(r"^```.*?^```$", "", text, flags=re.M | re.S)
    found = re.findall(r"^#+ +(.*?) *$", text, re.M)
    plain = [re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", one) for one in found]
    return {re.sub(r"[^\w\- ]", "", one.lower()).replace(" ", "-") for one in plain}


def check_links():
    wrong = []
    count = 0
    for name in documents():
        text = re.sub(r"^```.*?^```$", "", read(name), flags=re.M | re.S)
        text = re.sub(r"`[^`\n]*`", "", text)
        targets = re.findall(r"\]\(([^)\s]+)\)", text) + re.findall(r"^\[[^]]+\]: (\S+)$", text, re.M)
        for target in targets + re.findall(r'(?:src|href)="([^"]+)"', text):
            if re.match(r"[a-z]+:", target):
                continue  # the network is no part of a test
            count += 1
            path, _, anchor = target.partition("#")
            file = os.path.normpath(os.path.join(os.path.dirname(name), path)) if path else name
            if not os.path.exists(os.path.join(ROOT, file)):
                wrong.append(f"{name}: {target} leads nowhere")
            elif anchor and anchor not in headings(read(file)):
                wrong.append(f"{name}: {target}: {file} has no such heading")
    print(f"{count} links")
    return wrong


# ---- the tour

def check_tour():
    wrong = []
    for path in sorted(glob.glob(os.path.join(ROOT, "examples", "tour", "[0-9]*"))):
        found = re.match(r"(\d\d)_(\w+?)(\.c)?$", os.path.basename(path))
        if not found:
            continue
        pages = glob.glob(os.path.join(ROOT, "docs", "tour", found.group(1) + "-*.md"))
        source = os.path.relpath(path if found.group(3) else os.path.join(path, "main.c"), ROOT)
        if len(pages) != 1 or f"<!-- source: {source}," not in read(pages[0]):
            wrong.append(f"{source} has no page that shows it")
            continue
        lines = len(read(source).splitlines()) - 2
        if not 8 <= lines <= 80:
            wrong.append(f"{source} has {lines} lines")
        page = os.path.relpath(pages[0], ROOT)
        text = read(page)
        for heading in ("What the compiler makes of it", "What is refused", "Elsewhere"):
            if f"## {heading}" not in text:
                wrong.append(f"{page}: no heading '{heading}'")
        if os.path.basename(page) not in read("docs/tour/index.md"):
            wrong.append(f"{page} is not in docs/tour/index.md")
    return wrong


def check_sentences():
    """What is said in a table under `<!-- sentences -->` is what some test demands."""
    tests = ""
    for folder in ("must_not_compile", "target", "package"):
        for path in sorted(glob.glob(os.path.join(ROOT, "tests", folder, "**", "*"), recursive=True)):
            if path.endswith((".c", "CMakeLists.txt")):
                tests += read(path)
    tests = re.sub("[‘’`]", "'", tests)
    wrong, count = [], 0
    for name in documents():
        for table in re.findall(r"<!-- sentences -->\n(.*?)\n\n", read(name) + "\n\n", re.S):
            for row in table.splitlines()[2:]:
                for sentence in re.findall(r"`([^`]+)`", row.rsplit("|", 2)[1]):
                    count += 1
                    if sentence not in tests:
                        wrong.append(f"{name}: no test demands '{sentence}'")
    print(f"{count} sentences")
    return wrong


# ---- blocks

def without_licence(text):
    return re.sub(r"\A(// SPDX-[^\n]*\n|# SPDX-[^\n]*\n)+\n?", "", text)


def command(compiler, board):
    core, device = BOARD_CORE[board], BOARD_DEVICE[board]
    call = compilers.command(compiler, core)
    folders = [f"boards/{board}/include", "boards/common/include", "devices/cortex-m/include",
               "devices/stm32/include", "examples/tour", "tests/docs/stand_ins"]
    if board == "host":
        folders[2:] = ["devices/host/include", *folders[4:]]
        call.append("-DCT_PORT_HOST")
    else:
        call += compilers.place("{device %s}" % device).split()
    return call + ["-I" + os.path.join(ROOT, one) for one in folders]


class Page:
    """A document and the program that it has shown last."""

    def __init__(self, name):
        self.name, self.wrong, self.source, self.board = name, [], None, "host"

    def fail(self, text, why):
        self.wrong.append(f"{self.name}: {why}\n{text}")

    def compile(self, compiler, board, text, flags=()):
        """Code and output of one compilation."""
        with tempfile.TemporaryDirectory() as scratch:
            path = os.path.join(scratch, "block.c")
            with open(path, "w", encoding="utf-8") as file:
                file.write(text)
            made = os.path.join(scratch, "block.o")
            done = compilers.run(command(compiler, board) + ["-Wno-unused", "-Werror=unused-result",
                                                            "-Werror=format", *flags, "-c", path, "-o", made])
            if done.returncode or board == "host" or "-DLINK" not in flags:
                return done.returncode, done.stdout
            other = os.path.join(scratch, "board.o")
            compilers.run(command(compiler, board) + [
                "-c", os.path.join(ROOT, "boards", board, "src", "board.c"), "-o", other])
            link = compilers.run([compilers.cross(BOARD_CORE[board]) + "ld", "-r", made, other, "-o",
                                  os.path.join(scratch, "both.o")])
            return link.returncode, done.stdout + link.stdout

    def plain(self, text, extra):
        """A block without a program around it compiles, as a file or as a body."""
        for compiler in ("gcc", "clang"):
            said = []
            for attempt in (f"{PRELUDE}{extra}\n{text}",
                            f"{PRELUDE}{extra}\nvoid body_of_this(void);\nvoid body_of_this(void) {{\n{text}\n}}\n",
                            f"{extra}\n{text}"):
                code, output = self.compile(compiler, "host", attempt, ["-Wno-missing-prototypes"])
                if code == 0:
                    break
                said.append(output)
            else:
                self.fail(text, f"does not compile with {compiler}:\n" + said[0][:1500] + said[1][:1500])

    def refused(self, where, text, message):
        """The program with the block in it is refused, with the message."""
        if where.startswith("tests/"):
            test = read(where)
            said = " ".join(re.findall(r"^\s*//\s*(?:both|gcc|clang|link): (.*)$", test, re.M))
            for line in message.splitlines():
                if line.strip() not in said + test:
                    self.fail(line, f"is not what {where} demands")
            return
        how, _, line = where.partition(" ")
        if how == "instead":
            line = line.removeprefix("of ")
        lines = read(self.source).splitlines()
        at = [n for n, one in enumerate(lines) if one.strip() == line.strip()]
        if not at:
            return self.fail(text, f"{self.source} has no line {line}")
        lines[at[0]:at[0] + 1] = ([] if how == "instead" else [lines[at[0]]]) + text.splitlines()
        for compiler in ("gcc", "clang"):
            code, output = self.compile(compiler, self.board, "\n".join(lines) + "\n", ["-DLINK"])
            if code == 0:
                self.fail(text, f"{compiler} and the linker take it")
            plain = re.sub("[‘’`]", "'", output)
            for one in message.splitlines():
                only = re.match(r"(gcc|clang): (.*)", one)
                if only and only.group(1) != compiler:
                    continue
                one = only.group(2) if only else one
                if re.sub("[‘’`]", "'", one.strip()) not in plain:
                    self.fail(one, f"is not what {compiler} says, but:\n{output[:1500]}")

    def check(self):
        text = read(self.name)
        blocks = list(BLOCK.finditer(text))
        tried = 0
        for number, block in enumerate(blocks):
            info, code = block.group("info") or "", block.group("text")
            key, value = block.group("key"), block.group("value")
            if key == "source":
                self.source, _, board = value.partition(", board ")
                self.board = board or "host"
                if without_licence(read(self.source)) != code:
                    self.fail(self.source, "the page shows another text; it must be the file's")
            elif key == "part of":
                file = [line.strip() for line in read(value).splitlines() if line.strip()]
                part = [line.strip() for line in code.splitlines() if line.strip()]
                if not any(file[n:n + len(part)] == part for n in range(len(file))):
                    self.fail(code, f"{value} has no such lines")
            elif key == "refused":
                follows = blocks[number + 1].group("text") if number + 1 < len(blocks) else ""
                self.refused(value, code, follows)
            elif key == "example" or info.split()[0:1] not in (["c"], ["C"]) or self.name in ELSEWHERE:
                continue
            elif info == "c refused":
                self.fail(code, "does not say in what it is refused")
            else:
                self.plain(code, value if key == "with" else "")
            tried += 1
        print(f"{self.name}: {tried} blocks tried")
        return self.wrong


def write_sources():
    """Every block under `<!-- source: FILE, … -->` becomes the file's text."""
    for name in documents():
        old = read(name)
        new = re.sub(r"(<!-- source: (\S+), board \S+ -->\n```\w+\n).*?(^```$)",
                     lambda found: found.group(1) + without_licence(read(found.group(2))) + found.group(3),
                     old, flags=re.M | re.S)
        if new != old:
            with open(os.path.join(ROOT, name), "w", encoding="utf-8") as file:
                file.write(new)
            print(name)


def main():
    what = sys.argv[1]
    if what == "write":
        return write_sources()
    if what == "list":
        print("\n".join(name for name in documents() if "```c" in read(name)))
        return 0
    checks = {"links": check_links, "tour": check_tour, "sentences": check_sentences}
    wrong = checks[what]() if what in checks else Page(what).check()
    for one in wrong:
        print("FAILED: " + one)
    return 1 if wrong else 0


sys.exit(main())

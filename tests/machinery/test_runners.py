#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Corten authors
# SPDX-License-Identifier: MIT OR Apache-2.0
"""The runners of the tests fail where they must: each is given a file that it has to reject."""
import json
import os
import subprocess
import sys
import tempfile
import unittest

TOOLS = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "tools")
ROOT = os.path.dirname(os.path.dirname(TOOLS))


def judge(runner, source, part=None):
    """Exit code and output of a runner over a C file with this text."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "case.c")
        for name, text in (("case.c", source), ("case_part.c", part)):
            if text is not None:
                with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
                    file.write(text)
        done = subprocess.run([sys.executable, "-B", os.path.join(TOOLS, runner), path],
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
        return done.returncode, done.stdout


class MustNotCompile(unittest.TestCase):
    GOOD = "#ifdef OK\nint x;\n#else\n_Static_assert(0, \"far too wide\");\n#endif\n"

    def expect(self, source, sentence, part=None):
        code, output = judge("must_not_compile.py", source, part)
        self.assertIn(sentence, output)
        self.assertNotEqual(code, 0, output)

    def test_passes(self):
        code, output = judge("must_not_compile.py", "// both: far too wide\n// target: m3 host\n" + self.GOOD)
        self.assertEqual(code, 0, output)
        self.assertEqual(output.count("ok: "), 4)

    def test_other_sentence(self):
        self.expect("// both: far too long\n" + self.GOOD, "does not say: far too long")

    def test_only_one_compiler_says_it(self):
        self.expect("// both: static assertion failed: \"\n" + self.GOOD, "clang, m3: does not say")

    def test_it_compiles(self):
        self.expect("// both: x\n#ifdef OK\n#endif\nint x;\n", "it compiles, but it must not")

    def test_wrong_for_another_reason(self):
        self.expect("// both: far too wide\n#include <none.h>\n" + self.GOOD, "the correct variant")

    def test_no_correct_variant(self):
        self.expect("// both: far too wide\n_Static_assert(0, \"far too wide\");\n", "no correct variant")

    def test_correct_variant_warns(self):
        self.expect("// both: far too wide\n#ifdef OK\nstatic int x;\n#else\n_Static_assert(0, \"far too wide\");\n#endif\n",
                    "must compile in silence")

    def test_message_longer_than_a_screen(self):
        deep = "".join(f"#define M{n}(x) M{n - 1}(x)\n" for n in range(1, 15))
        self.expect("// both: far too wide\n#define M0(x) _Static_assert(x, \"far too wide\")\n" + deep +
                    "#ifdef OK\nM14(1);\n#else\nM14(0);\n#endif\n", "more than a screen")

    def test_links(self):
        self.expect("// link: multiple definition of 'x'\n// with: case_part.c\nint x;\n", "it compiles, but",
                    "#ifdef OK\n#endif\nint y;\n")

    def test_link_message(self):
        code, output = judge("must_not_compile.py", "// link: multiple definition of 'x'\n// with: case_part.c\nint x;\n",
                             "#ifndef OK\nint x;\n#endif\nint y;\n")
        self.assertEqual(code, 0, output)


class Disassembly(unittest.TestCase):
    def expect(self, source, sentence):
        code, output = judge("disassembly.py", source)
        self.assertIn(sentence, output)
        self.assertNotEqual(code, 0, output)

    def test_equal_but_for_registers(self):
        code, output = judge("disassembly.py", "// target: m0 m3 rv32\n"
                             "void ours_a(int *a, int b) { *a = b + 1; }\n"
                             "void hand_a(int b, int *a) { *a = b + 1; }\n")
        self.assertEqual(code, 0, output)
        self.assertEqual(output.count("ok: "), 12)

    def test_other_literal(self):
        self.expect("int ours_a(int b) { return b + 70000; }\nint hand_a(int b) { return b + 70001; }\n",
                    "ours_a is not what hand_a is")

    def test_one_more_instruction(self):
        self.expect("int ours_a(int b) { __asm__ volatile(\"nop\"); return b; }\nint hand_a(int b) { return b; }\n",
                    "+nop")

    def test_no_counterpart(self):
        self.expect("int ours_a(int b) { return b; }\n", "there is no function hand_a")

    def test_nothing_to_check(self):
        self.expect("int a(int b) { return b; }\n", "nothing in the file is checked")

    def test_directives(self):
        body = "int a(int b) { return b + 1; }\n"
        for directive in ("expect a: adds? .*, bx lr", "forbid a: bl|push", "count a <= 2", "size a <= 4",
                          "count a(bx) == 1", "expect[gcc] a: …, bx lr"):
            code, output = judge("disassembly.py", f"// {directive}\n// forbid a: svc\n{body}")
            self.assertEqual(code, 0, output)
        for directive, sentence in (("expect a: bx lr", "a is not: bx lr"), ("forbid a: bx", "a has bx lr"),
                                    ("count a <= 1", "2 <= 1 is not true"), ("size a <= 3", "4 <= 3 is not true"),
                                    ("count a(bx) == 2", "1 == 2 is not true")):
            self.expect(f"// {directive}\n{body}", sentence)

    def test_pair_that_differs_no_more(self):
        self.expect("// differ a: one more\nint ours_a(int b) { return b; }\nint hand_a(int b) { return b; }\n",
                    "the same by now")


class Endless(unittest.TestCase):
    """run_firmware.py --endless, with a script in the place of a native firmware."""

    def run_it(self, script, expected):
        with tempfile.TemporaryDirectory() as scratch:
            program, manifest, expect = (os.path.join(scratch, name) for name in ("it", "it.json", "expect"))
            with open(program, "w", encoding="utf-8") as file:
                file.write("#!/bin/sh\n" + script)
            os.chmod(program, 0o755)
            with open(expect, "w", encoding="utf-8") as file:
                file.write(expected)
            with open(manifest, "w", encoding="utf-8") as file:
                json.dump({"name": "it", "elf": program, "board": "host", "core": "host", "arch": "host",
                           "qemu": "", "machine": [], "uart": "0", "tick": "15", "presets": [],
                           "watches": [], "tools": ""}, file)
            runner = os.path.join(ROOT, "cmake", "tools", "run_firmware.py")
            return subprocess.run([sys.executable, "-B", runner, "--endless", "--timeout", "5", "--expect",
                                   expect, manifest], stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                                  text=True, check=False)

    def test_stops_it_when_it_has_said_all(self):
        self.assertEqual(self.run_it("while :; do echo tick; done\n", "tick\ntick\n").returncode, 0)

    def test_says_something_else(self):
        done = self.run_it("echo tick; echo tock; sleep 60\n", "tick\ntick\n")
        self.assertIn("the output differs", done.stdout)
        self.assertEqual(done.returncode, 1)

    def test_ends_too_early(self):
        self.assertEqual(self.run_it("echo tick\n", "tick\ntick\n").returncode, 1)


unittest.main()

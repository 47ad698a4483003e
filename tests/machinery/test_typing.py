#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Corten authors
# SPDX-License-Identifier: MIT OR Apache-2.0
"""Console input at exact virtual times: every run of a script prints the same.

test_typing.py FIRMWARE.json (tests/machinery/typing.c)
"""
import json
import os
import re
import subprocess
import sys
import tempfile
import unittest

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path[:0] = [os.path.join(ROOT, "cmake", "tools"), os.path.join(ROOT, "tools", "demo")]
import emulator  # noqa: E402
import script    # noqa: E402

MANIFEST = sys.argv.pop()
RUNS = 20 if os.environ.get("CORTEN_TEST_FULL") else 5


def demo(seconds, text):
    done = subprocess.run([sys.executable, "-B", os.path.join(ROOT, "tools", "demo", "demo.py"),
                           "--manifest", MANIFEST, "--seconds", str(seconds)], input=text,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    return done.returncode, done.stdout


class Script(unittest.TestCase):
    def test_a_line_a_second(self):
        typed, end = script.schedule(["ab", "", "c"], 5)
        self.assertEqual([when for when, _ in typed][:5], [1000, 1001, 1002, 3000, 3001])
        self.assertEqual(bytes(byte for _, byte in typed), b"ab\nc\nsummary\n")
        self.assertEqual(typed[5][0], 5000)
        self.assertEqual(end, 5007 + script.GRACE)

    def test_times_and_comments(self):
        typed, _ = script.schedule(["# nothing", "@0.5 x", "y", "@1.5 z"], 3)
        self.assertEqual([when for when, byte in typed if byte != 10][:3], [500, 1500, 1502])

    def test_lines_never_overlap(self):
        typed, _ = script.schedule(["@1 " + "x" * 3000, "@2 y"], 9)
        whens = [when for when, _ in typed]
        self.assertEqual(whens, sorted(set(whens)))

    def test_what_comes_after_the_end_is_left_out(self):
        typed, _ = script.schedule(["@2 late"], 2)
        self.assertEqual(bytes(byte for _, byte in typed), b"summary\n")

    def test_a_line_that_the_end_cuts(self):
        typed, _ = script.schedule(["@1 abcdef"], 1.003)
        self.assertEqual(bytes(byte for _, byte in typed), b"abc\nsummary\n")

    def test_as_a_script_again(self):
        typed, _ = script.schedule(["ab", "@2.5 c"], 3)
        text = script.lines_of(typed)
        self.assertEqual(text, b"@1.000 ab\n@2.500 c\n@3.000 summary\n")
        self.assertEqual(script.schedule(text.decode().splitlines()[:2], 3)[0], typed)

    def test_any_byte(self):
        typed, _ = script.schedule(["\x01\xff"], 2)
        self.assertEqual(bytes(byte for _, byte in typed)[:3], b"\x01\xff\n")

    def test_refusals(self):
        for lines in (["@x hello"], ["@2 a", "@1 b"], ["@-1 a"]):
            with self.assertRaises(script.ScriptError):
                script.schedule(lines, 3)


class Typing(unittest.TestCase):
    def setUp(self):
        if not os.path.exists(emulator.PLUGIN):
            self.skipTest("the emulator's plugin is not built (preset host-gcc)")

    def test_every_run_is_the_same(self):
        lines = "hello\n@1.5 abc def\n@1.52 x\nlonger line, at 2.52\n"
        first = demo(3, lines)
        self.assertEqual(first[0], 0, first[1])
        said = first[1].splitlines()
        self.assertEqual(said[0], "ready")
        # typed in the tick 1000 ("h") to 1005 (the end of the line), seen in the same tick
        self.assertRegex(said[1], r"^100[56]\d{3} us: hello, \d+$")
        self.assertRegex(said[2], r"^150[78]\d{3} us: abc def, \d+$")
        self.assertEqual([re.sub(r".*us: |, \d+$", "", text) for text in said[1:6]],
                         ["hello", "abc def", "x", "longer line, at 2.52", "summary"])
        self.assertRegex(said[-1], r"^image: \d+ bytes of flash, \d+ bytes of RAM")
        for _ in range(RUNS - 1):
            self.assertEqual(demo(3, lines), first)

    def test_the_bus_is_watched(self):
        address = emulator.Firmware(MANIFEST).symbols()["watched"]
        with open(MANIFEST, encoding="utf-8") as file:
            known = json.load(file)
        known["watches"] = [f"led:{address}:5"]
        with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
            json.dump(known, file)
            file.flush()
            done = subprocess.run([sys.executable, "-B",
                                   os.path.join(ROOT, "tools", "demo", "demo.py"), "--manifest",
                                   file.name, "--seconds", "4"], input="toggle\nx\ntoggle\n",
                                  stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                                  check=False)
        said = [re.sub(r"^\d+ us: |, \d+$", "", text) for text in done.stdout.splitlines()]
        self.assertEqual(said[:7], [
            "ready", "[   0.001 s  the bus sees led low]", "toggle",
            "[   1.007 s  the bus sees led high]", "x", "toggle",
            "[   3.007 s  the bus sees led low]"], done.stdout)

    def test_a_bad_script_is_refused(self):
        code, said = demo(3, "@x y\n")
        self.assertNotEqual(code, 0)
        self.assertIn("script: line 1: not @SECONDS TEXT", said)


unittest.main()

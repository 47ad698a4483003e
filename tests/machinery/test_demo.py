#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Corten authors
# SPDX-License-Identifier: MIT OR Apache-2.0
"""The thermostat's scripted demo: the same in every run, and sane whatever is typed.

test_demo.py THERMOSTAT.json
"""
import os
import re
import subprocess
import sys
import unittest

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path.insert(0, os.path.join(ROOT, "cmake", "tools"))
import emulator  # noqa: E402

FIRMWARE = emulator.Firmware(sys.argv[1])
MANIFEST = sys.argv.pop()
RUNS = 20 if os.environ.get("CORTEN_TEST_FULL") else 2


def demo(seconds, text):
    done = subprocess.run([sys.executable, "-B", os.path.join(ROOT, "tools", "demo", "demo.py"),
                           "--manifest", MANIFEST, "--seconds", str(seconds)], input=text,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
    if done.returncode != 0 or done.stderr:
        raise AssertionError(f"exit code {done.returncode}: {done.stderr.decode(errors='replace')}")
    return done.stdout


class Demo(unittest.TestCase):
    def setUp(self):
        if not FIRMWARE.native and not os.path.exists(emulator.PLUGIN):
            self.skipTest("the emulator's plugin is not built (preset host-gcc)")

    def test_every_run_is_the_same(self):
        script = b"status\nset 15\nbogus\n@5.25 help\n"
        first = demo(7, script)
        for _ in range(RUNS - 1):
            self.assertEqual(demo(7, script), first)
        said = first.decode()
        for second in range(1, 8):
            self.assertRegex(said, rf"(?m)^ +{second} s +\d+\.\d\d C ")
        self.assertIn("target 15.00\n", said)
        self.assertIn("unknown command: 'bogus'", said)
        self.assertRegex(said, r"(?m)^set 21.5 \| status \|")
        self.assertIn("heater on", said.split("target 15.00")[0])
        self.assertNotIn("heater on", said.split("target 15.00\n")[1])
        for task in ("pace", "report", "command", "control", "sample"):
            self.assertRegex(said, rf"(?m)^{task} +[1-9]\d* +1 of \d+$")
        self.assertRegex(said, r"(?m)^lost samples 0$")
        if not FIRMWARE.native:
            self.assertRegex(said, r"(?m)^stack [1-9]\d* of \d+ bytes$")
            self.assertRegex(said, r"(?m)^image: [1-9]\d* bytes of flash, [1-9]\d* bytes of RAM")

    def test_the_pin_as_the_bus_sees_it(self):
        if not FIRMWARE.watches:
            self.skipTest("no pin of this board is watched")
        said = demo(4, b"@2 set 15\n").decode()
        pin = re.findall(r"\[ +([\d.]+) s  the bus sees LD2 (\w+)\]", said)
        self.assertEqual([level for _, level in pin], ["high", "low"])
        self.assertTrue(2.0 < float(pin[1][0]) < 2.2, pin)

    @unittest.skipIf(FIRMWARE.native, "the script's lines are shorter there")
    def test_a_line_of_10000_characters_and_garbage(self):
        said = demo(13, b"@1 " + b"x" * 10000 + b"\n@11.2 \x00\x01\xff\xfe\x80garbage\n@11.6 "
                    b"set\n@12 set 1e99\n@12.3 set 18\n").decode()
        self.assertIn("this line is too long: 'xxx", said)
        self.assertIn("garbage'", said)
        self.assertIn("target 18.00\n", said)
        self.assertRegex(said, r"(?m)^ +13 s +\d+\.\d\d C  target 18.00 ")


unittest.main()

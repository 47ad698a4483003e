#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Corten authors
# SPDX-License-Identifier: MIT OR Apache-2.0
"""./dev test: configures, builds and tests every preset; ends with one line that counts.

  run_all.py [--full] [--preset NAME]… [TEXT]

TEXT (a regular expression) selects tests by name; --full lets tests run their long explorations
(CORTEN_TEST_FULL=1 in their environment). A tree that does not build counts as one failed test.
"""
import argparse
import json
import os
import re
import subprocess
import sys
import time
import xml.etree.ElementTree as xml

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
LINE = re.compile(r"\s*\d+/(\d+) Test\s+#\d+: (\S+) \.*\s*(.*?)\s+([\d.]+) sec\s*$")
# What a build says when all is well: steps, and the sizes of images.
NOISE = re.compile(r"\[\d+/\d+\] (?!.*FAILED)|\s+text\s+data\s+bss|\s*\d+\s+\d+\s+\d+\s+\d+\s+[0-9a-f]+\s")
LIVE = sys.stdout.isatty() and os.environ.get("CI") != "true"


def show(text, keep):
    """A line of progress; on a terminal one that is not kept is overwritten by the next."""
    if LIVE:
        width = (os.get_terminal_size().columns or 80) - 1
        sys.stdout.write("\r\x1b[K" + (text if keep else text[:width]) + ("\n" if keep else ""))
    elif keep:
        print(text)
    sys.stdout.flush()


def quietly(call, log):
    """Runs a command into the log file; true when it went well."""
    with open(log, "ab") as file:
        return subprocess.run(call, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=file,
                              stderr=subprocess.STDOUT, check=False).returncode == 0


class Tree:
    """One preset's build tree."""

    def __init__(self, preset):
        self.preset = preset
        self.folder = os.path.join(ROOT, "build", preset)
        self.log = self.folder + ".log"
        self.passed, self.failed, self.skipped = 0, [], []

    def step(self, what, call):
        show(f"{self.preset}: {what} …", keep=not LIVE)
        if quietly(call, self.log):
            return True
        with open(self.log, encoding="utf-8", errors="replace") as file:
            said = [line for line in file if not NOISE.match(line)]
        show(f"FAILED {self.preset}: {what}", keep=True)
        print("".join(said)[:12000])
        self.failed.append(f"{self.preset}: {what}")
        return False

    def selected(self, text):
        """How many tests' names match."""
        listing = subprocess.run(["ctest", "--show-only=json-v1", *(["-R", text] if text else [])],
                                 cwd=self.folder, stdout=subprocess.PIPE, text=True, check=False)
        return len(json.loads(listing.stdout).get("tests", []))

    def run(self, text, jobs):
        started = time.monotonic()
        os.makedirs(self.folder, exist_ok=True)
        open(self.log, "w", encoding="utf-8").close()
        if not self.step("configure", ["cmake", "--preset", self.preset]):
            return
        if text and not self.selected(text):
            return
        if not self.step("build", ["cmake", "--build", "--preset", self.preset, "--", "-k", "0"]):
            return
        self.test(text, jobs)
        took = time.monotonic() - started
        counts = f"{self.passed} passed, {len(self.failed)} failed"
        if self.skipped:
            counts += f", {len(self.skipped)} skipped"
        show(f"{self.preset}: {counts} ({took:.0f} s)", keep=True)

    def test(self, text, jobs):
        report = os.path.join(self.folder, "tests.xml")
        if os.path.exists(report):
            os.remove(report)
        call = ["ctest", "-j", str(jobs), "--output-junit", report,
                "--test-output-size-failed", "100000"] + (["-R", text] if text else [])
        with subprocess.Popen(call, cwd=self.folder, stdin=subprocess.DEVNULL, text=True,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                              errors="replace") as ctest:
            done = 0
            for line in ctest.stdout:
                found = LINE.match(line)
                if found:
                    done += 1
                    total, name, result, seconds = found.groups()
                    result = result.strip("*").lower()
                    show(f"{self.preset}: {done}/{total} {name} {result} ({seconds} s)",
                         keep=not LIVE or result not in ("passed",))
        if not os.path.exists(report):
            self.failed.append(f"{self.preset}: ctest gave no report")
            return
        for case in xml.parse(report).getroot().iter("testcase"):
            name = f"{self.preset}: {case.get('name')}"
            if case.get("status") == "run":
                self.passed += 1
            elif case.find("skipped") is not None and case.get("status") != "fail" and \
                    "SKIP_RETURN_CODE" in (case.find("skipped").get("message") or ""):
                self.skipped.append(name)
            else:
                self.failed.append(name)
                show(f"FAILED {name}", keep=True)
                output = case.find("system-out")
                print((output.text or "") if output is not None else "")


def presets():
    with open(os.path.join(ROOT, "CMakePresets.json"), encoding="utf-8") as file:
        return [one["name"] for one in json.load(file)["testPresets"]]


def main():
    parser = argparse.ArgumentParser(prog="./dev test")
    parser.add_argument("--full", action="store_true", help="also the long explorations")
    parser.add_argument("--preset", action="append", choices=presets(), metavar="NAME")
    parser.add_argument("text", nargs="?", default="", help="only tests whose name matches")
    args = parser.parse_args()
    if args.full:
        os.environ["CORTEN_TEST_FULL"] = "1"
    jobs = max(1, len(os.sched_getaffinity(0)))
    trees = [Tree(name) for name in args.preset or presets()]
    for tree in trees:
        tree.run(args.text, jobs)
    passed = sum(tree.passed for tree in trees)
    failed = [name for tree in trees for name in tree.failed]
    skipped = [name for tree in trees for name in tree.skipped]
    if LIVE:
        show("", keep=False)
    for name in skipped:
        print(f"skipped: {name}")
    for name in failed:
        print(f"failed: {name}")
    if args.text and not passed and not failed and not skipped:
        print(f"no test's name matches {args.text}")
        failed.append("nothing ran")
    print(f"{passed} passed, {len(failed)} failed" +
          (f", {len(skipped)} skipped" if skipped else ""))
    return 1 if failed else 0


sys.exit(main())

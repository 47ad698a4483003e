#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Corten authors
# SPDX-License-Identifier: MIT OR Apache-2.0
"""Run a firmware in the emulator, or a host firmware natively, and judge it.

Usage: run_firmware.py [checks] FIRMWARE.json [-- more arguments for the emulator]

Its output (semihosting and the board's console) is compared with --expect; a line `~ regex`
there matches by regular expression. The exit code must be --exit. Nothing may run longer than
--timeout. An --endless firmware is stopped when it has printed as many lines as are expected. With --attach the terminal is the console and nothing is judged.
"""
import argparse
import difflib
import os
import re
import subprocess
import sys
import tempfile
import threading

import emulator


def differences(expected, printed):
    """Lines of a unified diff where the output is not what is expected; empty when it is."""
    if expected and expected[-1] == "...":  # whatever follows
        expected, printed = expected[:-1], printed[:len(expected) - 1]
    said = []
    for want, got in zip(expected + [None] * len(printed), printed + [None] * len(expected)):
        if want is None and got is None:
            break
        if want is not None and got is not None and want.startswith("~ ") \
                and re.fullmatch(want[2:], got):
            want = got
        said.append(want)
    said = [line for line in said if line is not None]
    return list(difflib.unified_diff(said, printed, "expected", "printed", lineterm=""))


def run_endless(command, begin, timeout, lines):
    """Output up to that many lines, and 0; or all that there was, and the exit code."""
    with subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT) as process:
        threading.Thread(target=begin, daemon=True).start()
        watchdog = threading.Timer(timeout, process.kill)
        watchdog.start()
        output = b"".join(line for _, line in zip(range(lines), process.stdout))
        watchdog.cancel()
        complete = output.count(b"\n") == lines
        process.kill()
        process.stdout.close()
        return output, 0 if complete else process.wait() or 1


def run(command, begin, timeout):
    """Output, exit code (None: it had to be killed)."""
    with subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT) as process:
        starter = threading.Thread(target=begin, daemon=True)
        starter.start()
        try:
            output, _ = process.communicate(timeout=timeout)
            return output, process.returncode
        except subprocess.TimeoutExpired:
            process.kill()
            return process.communicate()[0], None


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--mode", choices=emulator.MODES, default="plain")
    parser.add_argument("--timeout", type=float, default=60)
    parser.add_argument("--expect")
    parser.add_argument("--exit", type=int, default=0)
    parser.add_argument("--quiet", action="store_true",
                        help="no unimplemented device touched, no guest error made")
    parser.add_argument("--endless", action="store_true")
    parser.add_argument("--cpu")
    parser.add_argument("--attach", action="store_true")
    parser.add_argument("firmware")
    parser.add_argument("arguments", nargs="*")
    args = parser.parse_args()

    firmware = emulator.Firmware(args.firmware)
    with tempfile.TemporaryDirectory() as scratch:
        log = os.path.join(scratch, "guest.log")
        paused = emulator.Paused(firmware, scratch)
        more = [] if firmware.native else [*paused.more, "-d", "unimp,guest_errors", "-D", log]
        if args.attach:
            process = subprocess.Popen(firmware.command(console="mon:stdio", more=paused.more))
            paused.begin()
            return process.wait()
        command = firmware.command(args.mode, cpu=args.cpu, more=[*more, *args.arguments])
        if args.endless:
            with open(args.expect, encoding="utf-8") as file:
                lines = len(file.readlines())
            output, code = run_endless(command, paused.begin, args.timeout, lines)
        else:
            output, code = run(command, paused.begin, args.timeout)
        problems = [f"still running after {args.timeout:g} s"] if code is None else []
        text = output.decode(errors="replace").replace("\r\n", "\n")
        if code is not None and code != args.exit:
            problems.append(f"exit code {code}, expected {args.exit}")
        if args.expect:
            with open(args.expect, encoding="utf-8") as file:
                difference = differences(file.read().splitlines(), text.splitlines())
            if difference:
                problems.append("the output differs:\n" + "\n".join(difference))
        guest = ""
        if os.path.exists(log):
            with open(log, encoding="utf-8", errors="replace") as file:
                guest = file.read()
        if args.quiet and guest:
            problems.append("the emulator complains of the guest")

    print(text, end="" if text.endswith("\n") or not text else "\n")
    if problems:
        if guest:
            print("-- what the emulator says of the guest:\n" + guest[:4000])
        print("-- " + " ".join(command))
        for problem in problems:
            print("FAILED: " + problem)
        return 1
    return 0


sys.exit(main())

#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Corten authors
# SPDX-License-Identifier: MIT OR Apache-2.0
"""Run a firmware in the emulator, or a host firmware natively, and judge it.

Usage: run_firmware.py [checks] [--qemu PROGRAM [--cpu CPU] [--uart N]] -- IMAGE [emulator arguments]

The console (semihosting and UART N) is compared with --expect; a line `~ regex` there matches
by regular expression. The exit code must be --exit. Nothing may run longer than --timeout.
"""
import argparse
import difflib
import os
import re
import subprocess
import sys
import tempfile

MODES = {
    "plain": [],
    # one instruction = 1 ns of virtual time, never tied to the host's clock
    "icount": ["-icount", "shift=0,align=off,sleep=off"],
    # translation blocks of one instruction: an interrupt can be taken between any two
    "insn": ["-accel", "tcg,one-insn-per-tb=on"],
}


def emulator_command(args, log):
    """The whole command line; `log` takes what the guest did wrong."""
    machine = list(args.arguments)
    if args.cpu:
        if "-cpu" in machine:
            machine[machine.index("-cpu") + 1] = args.cpu
        else:
            machine += ["-cpu", args.cpu]
    serial = ["-serial", "null"] * int(args.uart or 0) + ["-serial", "stdio"]
    return [args.qemu, *machine, "-display", "none", "-monitor", "none", *serial,
            *MODES[args.mode], "-d", "unimp,guest_errors", "-D", log,
            "-semihosting-config", "enable=on,target=native", "-kernel", args.image]


def differences(expected, printed):
    """Lines of a unified diff where the output is not what is expected; empty when it is."""
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


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mode", choices=MODES, default="plain")
    parser.add_argument("--timeout", type=float, default=60)
    parser.add_argument("--expect")
    parser.add_argument("--exit", type=int, default=0)
    parser.add_argument("--quiet", action="store_true",
                        help="no unimplemented device touched, no guest error made")
    parser.add_argument("--qemu")
    parser.add_argument("--cpu")
    parser.add_argument("--uart")
    parser.add_argument("image")
    parser.add_argument("arguments", nargs="*")
    args = parser.parse_args()

    with tempfile.TemporaryDirectory() as scratch:
        log = os.path.join(scratch, "guest.log")
        command = emulator_command(args, log) if args.qemu else [args.image, *args.arguments]
        problems = []
        try:
            done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                  stderr=subprocess.STDOUT, timeout=args.timeout)
            output, code = done.stdout, done.returncode
        except subprocess.TimeoutExpired as late:
            output, code = late.stdout or b"", None
            problems.append(f"still running after {args.timeout:g} s")
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

# SPDX-FileCopyrightText: 2026 The Corten authors
# SPDX-License-Identifier: MIT OR Apache-2.0
"""The longest sections with interrupts masked (PRIMASK; on RISC-V MIE) of firmwares that end by themselves.

    masked.py BOUND FIRMWARE.json…      fails when one is longer than BOUND instructions

init, which runs masked as a whole, is not counted. Sections of the framework alone: a program that
masks interrupts itself, or locks up to the highest priority, is not a program for this.
"""
import os
import re
import subprocess
import sys
import tempfile

import emulator


def sections(firmware, timeout=60):
    """(instructions, address) of the longest run of each masked section, the longest first."""
    with tempfile.TemporaryDirectory() as scratch:
        found = os.path.join(scratch, "found")
        call = firmware.command("icount", console="null", more=[
            "-plugin", f"{emulator.PLUGIN},out={found},masked=1"])
        ran = subprocess.run(call, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                             timeout=timeout, check=False)
        if ran.returncode:
            raise RuntimeError(f"{firmware.name} ends with status {ran.returncode}")
        with open(found, encoding="utf-8") as file:
            rows = [line.split() for line in file]
    return sorted(((int(most), address) for _, address, _, most, first in rows if first == "0"),
                  reverse=True)


def function_at(firmware, address):
    listing = subprocess.run([firmware.tools + "nm", firmware.elf], stdout=subprocess.PIPE, text=True,
                             check=True).stdout
    known = sorted((int(at, 16) & ~1, name)
                   for at, name in re.findall(r"^([0-9a-f]+) [tT] (\w+)$", listing, re.M))
    below = [name for at, name in known if at <= int(address, 16)]
    return below[-1] if below else address


def longest(paths):
    """(instructions, "function of firmware") over all of them."""
    best = (0, "none")
    for path in paths:
        firmware = emulator.Firmware(path)
        for most, address in sections(firmware)[:1]:
            if most > best[0]:
                best = (most, f"{function_at(firmware, address)} of {firmware.name}")
    return best


def main():
    if not os.path.exists(emulator.PLUGIN):
        print("the emulator's plugin is not built (preset host-gcc)")
        sys.exit(77)
    bound, paths = int(sys.argv[1]), [path for path in sys.argv[2:] if os.path.exists(path)]
    most, where = longest(paths)
    print(f"{most} instructions, in {where}; {len(paths)} firmwares")
    if len(paths) < len(sys.argv) - 2:
        sys.exit("FAILED: a firmware is missing")
    if most == 0 or most > bound:
        sys.exit(f"FAILED: stated are at most {bound}")


if __name__ == "__main__":
    main()

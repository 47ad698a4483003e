#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Corten authors
# SPDX-License-Identifier: MIT OR Apache-2.0
"""stores.py ROOT FIRMWARE.json [--every MICROSECONDS] ADDRESS=VALUE…

The firmware must write these values to these addresses, in this order, among whatever else it
does; with --every the last of them so far apart (never less). It is stopped then, or ends.
The emulator's plugin logs each store with the number of instructions before it; with -icount one
instruction is 1 ns.
"""
import os
import subprocess
import sys
import tempfile
import threading
import time

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(sys.argv[1], "cmake", "tools"))
import emulator  # noqa: E402

TIMEOUT = 60


def stores_of(path):
    if not os.path.exists(path):
        return []
    with open(path, encoding="utf-8") as file:
        words = [line.split() for line in file if line.endswith("\n")]
    return [(int(one[1]), int(one[2], 16), int(one[4], 16)) for one in words if one[0] == "store"]


def matched(stores, wanted):
    """When each of the wanted stores was made, as many as there are so far."""
    times = []
    for when, address, value in stores:
        if len(times) < len(wanted) and (address, value) == wanted[len(times)]:
            times.append(when)
    return times


def main():
    firmware = emulator.Firmware(sys.argv[2])
    arguments, every = sys.argv[3:], None
    if arguments[0] == "--every":
        every, arguments = int(arguments[1]) * 1000, arguments[2:]
    wanted = [tuple(int(part, 0) for part in one.split("=")) for one in arguments]
    if not os.path.exists(emulator.PLUGIN):
        print("the emulator's plugin is not built (preset host-gcc)")
        return 77
    with tempfile.TemporaryDirectory() as scratch:
        found = os.path.join(scratch, "found")
        paused = emulator.Paused(firmware, scratch)
        ranges = "".join(f",stores={a:#x}:{a:#x}" for a in sorted({a for a, _ in wanted}))
        command = firmware.command("icount", more=[
            "-plugin", f"{emulator.PLUGIN},out={found},live=1{ranges}", *paused.more])
        with subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT) as process:
            threading.Thread(target=paused.begin, daemon=True).start()
            deadline = time.monotonic() + TIMEOUT
            while process.poll() is None and time.monotonic() < deadline and \
                    len(matched(stores_of(found), wanted)) < len(wanted):
                time.sleep(0.05)
            process.kill()
            print(process.stdout.read().decode(errors="replace"), end="")
        stores = stores_of(found)
    times = matched(stores, wanted)
    if len(times) < len(wanted):
        address, value = wanted[len(times)]
        print(f"FAILED: no store of {value:#x} to {address:#x} behind the {len(times)} before it")
        for when, address, value in stores[-20:]:
            print(f"{when} {address:#x} = {value:#x}")
        return 1
    for before, after in zip(times[-4:-1], times[-3:]) if every else ():
        if not every <= after - before <= every + every // 50:
            print(f"FAILED: {after - before} ns between two stores, should be {every}")
            return 1
    return 0


sys.exit(main())

#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Corten authors
# SPDX-License-Identifier: MIT OR Apache-2.0
"""Does blinky write what it should into the lamps' registers, and at the right times?

blink_times.py ROOT FIRMWARE.json: the emulator's plugin logs each store with the number of
instructions before it; with -icount one instruction is 1 ns. Built with BLINK_US=2000.
"""
import os
import re
import subprocess
import sys
import tempfile
import threading

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(sys.argv[1], "cmake", "tools"))
import emulator  # noqa: E402

MS = 1000000
FASTER = {"nucleo-f401re": 2}  # than the board: the core of the emulated STM32F405 has twice the clock
HIGH, LOW = "high", "low"
# board: for lamp and heater {(address, value): what it means}
PINS = {
    "olimex-h405": ({(0x40020818, 1 << 12): HIGH, (0x40020818, 1 << 28): LOW},
                    {(0x40020418, 1 << 0): HIGH, (0x40020418, 1 << 16): LOW}),
    "nucleo-f401re": ({(0x40020018, 1 << 5): HIGH, (0x40020018, 1 << 21): LOW},
                      {(0x40020418, 1 << 0): HIGH, (0x40020418, 1 << 16): LOW}),
    "b-l475e-iot01a": ({(0x48000018, 1 << 5): HIGH, (0x48000018, 1 << 21): LOW},
                       {(0x48000418, 1 << 14): HIGH, (0x48000418, 1 << 30): LOW}),
    "lm3s6965evb": ({(0x40025004, 0xFF): HIGH, (0x40025004, 0): LOW},
                    {(0x40005008, 0xFF): HIGH, (0x40005008, 0): LOW}),
    "microbit": ({(0x50000508, 1 << 13): HIGH, (0x5000050C, 1 << 13): LOW},
                 {(0x50000508, 1 << 3): HIGH, (0x5000050C, 1 << 3): LOW}),
}


def main():
    firmware = emulator.Firmware(sys.argv[2])
    if not os.path.exists(emulator.PLUGIN):
        print("the emulator's plugin is not built (preset host-gcc)")
        return 77
    lamp, heater = PINS[firmware.board]
    ms = MS // FASTER.get(firmware.board, 1)
    meaning = {key: ("lamp", level) for key, level in lamp.items()}
    meaning.update({key: ("heater", level) for key, level in heater.items()})
    with tempfile.TemporaryDirectory() as scratch:
        found = os.path.join(scratch, "found")
        paused = emulator.Paused(firmware, scratch)
        ranges = "".join(f",stores={a:#x}:{a:#x}" for a in sorted({a for a, _ in meaning}))
        command = firmware.command("icount", more=[
            "-plugin", f"{emulator.PLUGIN},out={found}{ranges}", *paused.more])
        threading.Thread(target=paused.begin, daemon=True).start()
        done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, timeout=90)
        with open(found, encoding="utf-8") as file:
            stores = re.findall(r"^store (\d+) (0x[0-9a-f]+) \d+ (0x[0-9a-f]+)$", file.read(), re.M)
    print(done.stdout.decode(errors="replace"), end="")
    events = [(int(when), *meaning[(int(address, 16), int(value, 16))])
              for when, address, value in stores if (int(address, 16), int(value, 16)) in meaning]
    for event in events:
        print(*event)
    if done.returncode != 0 or done.stdout != b"blinking\n":
        print(f"FAILED: exit code {done.returncode}")
        return 1
    # both are set up first; then the lamp twice, the heater once for twice as long
    first = next(n for n, (_, pin, level) in enumerate(events) if (pin, level) == ("lamp", HIGH)
                 and n + 1 < len(events) and events[n + 1][0] - events[n][0] > ms)
    wanted = [("lamp", HIGH, 2), ("lamp", LOW, 2), ("lamp", HIGH, 2), ("lamp", LOW, 2),
              ("heater", HIGH, 4), ("heater", LOW, None)]
    seen = events[first:]
    for n, (pin, level, after) in enumerate(wanted):
        if len(seen) <= n or seen[n][1:] != (pin, level):
            print(f"FAILED: store {n} should set the {pin} {level}")
            return 1
        if after is not None and n + 1 < len(seen):
            took = seen[n + 1][0] - seen[n][0]
            if not after * ms <= took <= after * ms + ms // 50:  # a wait is never short
                print(f"FAILED: {took} ns after store {n}, should be {after} ms")
                return 1
    return 0 if len(seen) == len(wanted) else 1


sys.exit(main())

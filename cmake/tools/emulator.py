# SPDX-FileCopyrightText: 2026 The Corten authors
# SPDX-License-Identifier: MIT OR Apache-2.0
"""A firmware and the emulator that runs it, for the tests, the benchmarks and the demo.

corten_add_firmware() writes build/<preset>/firmware/NAME.json; Firmware reads it.
"""
import json
import os
import re
import socket
import struct
import subprocess
import time

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
PLUGIN = os.path.join(ROOT, "build", "lib", "libcorten-qemu.so")

MODES = {
    "plain": [],
    # one instruction = 1 ns of virtual time, never tied to the host's clock
    "icount": ["-icount", "shift=0,align=off,sleep=off"],
    # the same with 8 ns, for tests/target/sweep.h
    "sweep": ["-icount", "shift=3,align=off,sleep=off"],
    # translation blocks of one instruction: an interrupt can be taken between any two
    "insn": ["-accel", "tcg,one-insn-per-tb=on"],
}


class Firmware:
    """What CMake knows of a firmware: name, elf, board, core, arch, qemu (the program), machine
    (its arguments), uart (index of the console), presets and watches (see board.cmake)."""

    def __init__(self, path):
        with open(path, encoding="utf-8") as file:
            known = json.load(file)
        self.name, self.elf, self.board = known["name"], known["elf"], known["board"]
        self.core, self.arch, self.qemu = known["core"], known["arch"], known["qemu"]
        self.machine = [word for word in known["machine"] if word]
        self.uart = int(known["uart"])
        self.tick = int(known["tick"])  # exception number, once a millisecond
        self.presets = [word for word in known["presets"] if word]
        self.watches = [word for word in known["watches"] if word]
        self.tools = known["tools"]  # prefix of nm and the like

    @property
    def native(self):
        return self.arch == "host"

    def command(self, mode="plain", console="stdio", cpu=None, more=()):
        """The command line; a native firmware's is itself."""
        if self.native:
            return [self.elf, *more]
        machine = list(self.machine)
        if cpu:
            if "-cpu" in machine:
                machine[machine.index("-cpu") + 1] = cpu
            else:
                machine += ["-cpu", cpu]
        serial = ["-serial", "null"] * self.uart + ["-serial", console]
        return [self.qemu, *machine, "-display", "none", "-monitor", "none", *serial,
                *MODES[mode], "-semihosting-config", "enable=on,target=native", *more,
                "-kernel", self.elf]

    def symbols(self):
        """name -> address of every defined symbol, without the Thumb bit."""
        listing = subprocess.run([self.tools + "nm", self.elf], stdout=subprocess.PIPE, text=True,
                                 check=True).stdout
        found = re.findall(r"^([0-9a-f]+) \w (\S+)$", listing, re.M)
        thumb = 1 if self.arch == "cortex-m" else 0
        return {name: int(address, 16) & ~thumb for address, name in found}

    def sizes(self):
        """(text, data, bss) in bytes; an image takes text + data."""
        listing = subprocess.run([self.tools + "size", self.elf], stdout=subprocess.PIPE, text=True,
                                 check=True).stdout
        return tuple(int(word) for word in listing.splitlines()[1].split()[:3])

    def vector(self, number):
        """Entry `number` of the vector table, which begins at the lowest loaded address."""
        with open(self.elf, "rb") as file:
            image = file.read()
        offset, = struct.unpack_from("<I", image, 28)
        size, count = struct.unpack_from("<HH", image, 42)
        loads = []
        for index in range(count):
            kind, at, _, address, length = struct.unpack_from("<IIIII", image, offset + index * size)
            if kind == 1 and length:
                loads.append((address, at))
        return struct.unpack_from("<I", image, min(loads)[1] + 4 * number)[0] & ~1


class Line:
    """A connection to one of QEMU's sockets that speaks in lines."""

    def __init__(self, path, timeout=10):
        self.socket = socket.socket(socket.AF_UNIX)
        self.socket.settimeout(timeout)
        deadline = time.monotonic() + timeout
        while True:
            try:
                self.socket.connect(path)
                break
            except (FileNotFoundError, ConnectionRefusedError):
                if time.monotonic() > deadline:
                    raise
                time.sleep(0.01)
        self.file = self.socket.makefile("rw", encoding="utf-8")

    def ask(self, request):
        self.file.write(request + "\n")
        self.file.flush()
        return self.file.readline().strip()

    def close(self):
        self.file.close()
        self.socket.close()


class Paused:
    """A machine that stands still until the presets are written: what a real chip's registers
    hold and the emulator does not model. Use `more` as arguments, then begin(). `socket` has the
    arguments for the -qtest socket alone."""

    def __init__(self, firmware, scratch):
        self.presets = firmware.presets
        self.qtest = os.path.join(scratch, "qtest")
        self.qmp = os.path.join(scratch, "qmp")
        self.socket = ["-qtest", f"unix:{self.qtest},server=on,wait=off", "-qtest-log", "none"]
        self.more = []
        if self.presets:
            self.more = ["-S", *self.socket, "-qmp", f"unix:{self.qmp},server=on,wait=off"]

    def begin(self, always=False):
        """Writes the presets and lets the machine run; keeps no connection. `always`: it stands
        still (-S) though there are no presets."""
        if self.presets:
            qtest = Line(self.qtest)
            for preset in self.presets:
                address, value = preset.split("=")
                answer = qtest.ask(f"writel {address} {value}")
                if answer != "OK":
                    raise RuntimeError(f"preset {preset}: {answer}")
            qtest.close()
        if self.presets or always:
            qmp = Line(self.qmp)
            qmp.file.readline()  # its greeting
            for name in ("qmp_capabilities", "cont"):
                try:
                    answer = qmp.ask(json.dumps({"execute": name}))
                    while "return" not in json.loads(answer or "{}"):
                        answer = qmp.file.readline()
                        if not answer:
                            break
                except ConnectionError:
                    if name != "cont":
                        raise  # otherwise the firmware has ended before the emulator answered
            qmp.close()

#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Corten authors
# SPDX-License-Identifier: MIT OR Apache-2.0
"""Devices around an emulated chip, seen from outside: devices.py ROOT CASE FIRMWARE.json

  i2c_devices   the image file of an EEPROM
  i2c_async     the same, moved by interrupt
  lm3s6965      the keys of the game pad
  spi_devices   a screenshot of the display, and the image file of a memory card that is taken out
                and put in again
"""
import json
import os
import random
import subprocess
import sys
import tempfile
import threading

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(sys.argv[1], "cmake", "tools"))
import emulator  # noqa: E402

HERE = os.path.dirname(os.path.abspath(__file__))
TIMEOUT = 60
BLOCK = 512


class Wrong(Exception):
    pass


def must(condition, sentence):
    if not condition:
        raise Wrong(sentence)


class Run:
    """A firmware in the emulator with pipes to its console, and a line to the emulator, unless it runs
    to its end by itself: then there may be nobody left to talk to."""

    def __init__(self, firmware, scratch, more=(), alone=False):
        self.scratch = scratch
        qmp = [] if alone else ["-qmp", f"unix:{scratch}/qmp,server=on,wait=off"]
        call = firmware.command(more=[*qmp, *more])
        self.process = subprocess.Popen(call, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        stderr=subprocess.STDOUT)
        self.watchdog = threading.Timer(TIMEOUT, self.process.kill)
        self.watchdog.daemon = True
        self.watchdog.start()
        if alone:
            return
        self.qmp = emulator.Line(f"{scratch}/qmp")
        self.qmp.file.readline()  # its greeting
        self.ask("qmp_capabilities")

    def ask(self, name, **arguments):
        answer = json.loads(self.qmp.ask(json.dumps({"execute": name, "arguments": arguments})))
        while "return" not in answer:
            must("error" not in answer, f"{name}: {answer}")
            answer = json.loads(self.qmp.file.readline())
        return answer["return"]

    def expect(self, said):
        line = self.process.stdout.readline().decode(errors="replace").strip()
        must(line == said, f"it says '{line}', expected '{said}'")

    def go_on(self):
        self.process.stdin.write(b".")
        self.process.stdin.flush()

    def end(self):
        self.process.stdin.close()
        text = self.process.stdout.read().decode(errors="replace")
        code = self.process.wait()
        self.watchdog.cancel()
        must(code == 0 and not text, f"exit code {code}: {text}")

    def screenshot(self, magnified):
        """The display as lines of hexadecimal shades."""
        path = os.path.join(self.scratch, "screen.ppm")
        self.ask("screendump", filename=path)
        with open(path, "rb") as file:
            kind, size, most, pixels = file.read().split(b"\n", 3)
        must(kind == b"P6" and most == b"255", "no picture")
        width, height = map(int, size.split())
        lines = []
        for y in range(0, height, magnified):
            shades = []
            for x in range(0, width, magnified):
                square = {pixels[3 * ((y + dy) * width + x + dx):][:3]
                          for dx in range(magnified) for dy in range(magnified)}
                must(len(square) == 1, f"a pixel of several colours at {x}, {y}")
                red, green, blue = square.pop()
                must(red == green == blue, f"a coloured pixel at {x}, {y}")
                shades.append(f"{red >> 4:x}" if red else ".")
            lines.append("".join(shades))
        return lines


def compare(lines, name):
    with open(os.path.join(HERE, name), encoding="ascii") as file:
        expected = file.read().splitlines()
    if lines != expected:
        print("\n".join(lines))
        wrong = [n for n in range(max(len(lines), len(expected))) if lines[n:n + 1] != expected[n:n + 1]]
        raise Wrong(f"the display is not as in {name}: lines {wrong}")


def spi_devices(firmware, scratch):
    image = os.path.join(scratch, "card")
    content = random.Random(6).randbytes(1 << 22)
    with open(image, "wb") as file:
        file.write(content)
    run = Run(firmware, scratch, ["-drive", f"if=sd,format=raw,file={image}"])

    run.expect("drawn")
    compare(run.screenshot(4), "oled.expected")
    run.go_on()

    for said in ("start: CT_OK", "read: CT_OK", "write: CT_OK", "read: CT_OK", "write: CT_OK"):
        run.expect(said)
        run.go_on()
    run.expect("beyond: CT_OUT_OF_RANGE")
    run.ask("human-monitor-command", **{"command-line": "eject -f sd0"})
    with open(image, "rb") as file:
        now = file.read()
    inverted = bytes(255 - byte for byte in content[3 * BLOCK:5 * BLOCK])
    must(now == content[:BLOCK] + inverted + content[3 * BLOCK:-2 * BLOCK] + inverted,
         "the card does not hold what was written")
    run.go_on()
    for said in ("removed: CT_UNSUPPORTED", "write removed: CT_UNSUPPORTED", "start: CT_NO_MEDIUM"):
        run.expect(said)
        run.go_on()
    run.expect("read: CT_NO_MEDIUM")
    run.ask("human-monitor-command", **{"command-line": f"change sd0 {image} raw"})
    run.go_on()
    for said in ("start: CT_OK", "read: CT_OK", "shown"):
        run.expect(said)
        if said == "shown":
            compare(run.screenshot(4), "oled.expected")
        run.go_on()
    run.end()


def i2c_devices(firmware, scratch):
    image = os.path.join(scratch, "rom")
    content = random.Random(7).randbytes(4096)
    with open(image, "wb") as file:
        file.write(content)
    run = Run(firmware, scratch, [
        "-device", "tmp105,address=0x48", "-device", "ds1338,address=0x68",
        "-drive", f"if=none,id=rom,format=raw,file={image}",
        "-device", "at24c-eeprom,address=0x50,rom-size=4096,address-size=2,drive=rom"], alone=True)
    run.end()
    with open(image, "rb") as file:
        now = file.read()
    piece = content[1000:1040]
    inverted = bytes(255 - byte for byte in piece)
    must(now == content[:2000] + piece + content[2040:3001] + inverted + content[3041:],
         "the EEPROM does not hold what was written")


def i2c_async(firmware, scratch):
    image = os.path.join(scratch, "rom")
    content = random.Random(8).randbytes(4096)
    with open(image, "wb") as file:
        file.write(content)
    run = Run(firmware, scratch, [
        "-drive", f"if=none,id=rom,format=raw,file={image}",
        "-device", "at24c-eeprom,address=0x50,rom-size=4096,address-size=2,drive=rom"], alone=True)
    run.end()
    with open(image, "rb") as file:
        now = file.read()
    inverted = bytes(255 - byte for byte in content[64:96])
    must(now == content[:1024] + inverted + content[1056:], "the EEPROM does not hold what was written")


def lm3s6965(firmware, scratch):
    # periods are counted in instructions of 32 ns, but idle time is real, for the keys
    run = Run(firmware, scratch, ["-icount", "shift=5,align=off,sleep=on"])

    def key(name, down):
        run.ask("input-send-event", events=[{"type": "key", "data": {
            "down": down, "key": {"type": "qcode", "data": name}}}])

    run.expect("keys")
    for name in ("up", "down"):
        key(name, True)
        key(name, False)
    run.go_on()
    for said, keys in (("up", [("up", True)]), ("down", [("down", True)]),
                       ("release down", [("down", False)]), ("release up", [("up", False)]),
                       ("up ignored", [("up", True), ("down", True)])):
        run.expect(said)
        for one in keys:
            try:
                key(*one)
            except (ConnectionError, ValueError):
                must(said == "up ignored", "the emulator is gone")  # it has ended with the last key
    run.end()


def main():
    case, firmware = sys.argv[2], emulator.Firmware(sys.argv[3])
    with tempfile.TemporaryDirectory() as scratch:
        try:
            {"i2c_async": i2c_async, "i2c_devices": i2c_devices, "lm3s6965": lm3s6965, "spi_devices": spi_devices}[case](firmware, scratch)
        except Wrong as wrong:
            print(f"FAILED: {wrong}")
            return 1
    return 0


sys.exit(main())

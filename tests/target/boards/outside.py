#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Corten authors
# SPDX-License-Identifier: MIT OR Apache-2.0
"""Boards seen from outside the firmware: outside.py ROOT CASE FIRMWARE.json

  clocks   presets that stand for clocks which do not start, and what the firmware says then
  echo     types into the console and reads what comes back (also echo_buffered)
  button   presses the button of the B-L475E-IOT01A and looks at its lamps on the bus (also button_task)
"""
import os
import subprocess
import sys
import tempfile
import threading

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(sys.argv[1], "cmake", "tools"))
import emulator  # noqa: E402

TIMEOUT = 60
RCC_CR, RCC_CFGR = 0x40023800, 0x40023808
ODR_A, ODR_B = 0x48000014, 0x48000414


class Wrong(Exception):
    pass


def must(condition, sentence):
    if not condition:
        raise Wrong(sentence)


class Run:
    """A firmware in the emulator with pipes to its console, and a line to its bus."""

    def __init__(self, firmware, scratch, presets=None, bus=False):
        if presets is not None:
            firmware.presets = presets
        paused = emulator.Paused(firmware, scratch)
        more = list(paused.more)
        if bus and not more:
            more = ["-qtest", f"unix:{scratch}/qtest,server=on,wait=off", "-qtest-log", "none"]
        self.process = subprocess.Popen(firmware.command(more=more), stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        self.watchdog = threading.Timer(TIMEOUT, self.process.kill)
        self.watchdog.daemon = True
        self.watchdog.start()
        try:
            paused.begin()
        except ConnectionError:
            pass  # it ended before the emulator could say that it had begun
        self.bus = emulator.Line(f"{scratch}/qtest") if bus else None

    def line(self):
        return self.process.stdout.readline().decode(errors="replace").strip()

    def type(self, text):
        self.process.stdin.write(text)
        self.process.stdin.flush()

    def end(self):
        """All that is still printed, and the exit code."""
        self.process.stdin.close()
        text = self.process.stdout.read().decode(errors="replace")
        self.process.wait()
        self.watchdog.cancel()
        return text, self.process.returncode


def clocks(firmware, scratch):
    rate = {"olimex-h405": 168000000, "nucleo-f401re": 84000000}[firmware.board]
    cases = [  # RCC_CR, RCC_CFGR, what the firmware must say
        (0x02020083, 0xA, f"CT_OK - {rate}"),
        (0, 0, "CT_TIMEOUT HSERDY 16000000"),
        (0x02000083, 0xA, f"CT_TIMEOUT HSERDY {rate}"),  # the PLL on the internal oscillator
        (0x00020083, 0, "CT_TIMEOUT PLLRDY 16000000"),
        (0x02020083, 0, "CT_TIMEOUT SWS 16000000"),
    ]
    for number, (cr, cfgr, said) in enumerate(cases):
        folder = os.path.join(scratch, str(number))
        os.mkdir(folder)
        run = Run(firmware, folder, [f"{RCC_CR:#x}={cr:#x}", f"{RCC_CFGR:#x}={cfgr:#x}"])
        text, code = run.end()
        print(text.strip())
        must(code == 0 and text.splitlines() == [said, "still here"],
             f"RCC_CR {cr:#x}, RCC_CFGR {cfgr:#x}: expected '{said}', exit code {code}")


def echo(firmware, scratch):
    run = Run(firmware, scratch)
    must(run.line() == "ready", "it does not begin")
    sent = b"".join(b"Line %d of what is typed, 0123456789 [~]\n" % n for n in range(50)) + b"."
    run.type(sent)
    text, code = run.end()
    must(text.encode() == sent.swapcase(), f"sent {sent!r}\ngot {text!r}")
    must(code == 0, f"exit code {code}: it counted errors")


def button(firmware, scratch):
    run = Run(firmware, scratch, bus=True)
    must(run.line() == "ready", "it does not begin")

    def lamps():
        return (int(run.bus.ask(f"readl {ODR_A:#x}").split()[1], 16) >> 5 & 1,
                int(run.bus.ask(f"readl {ODR_B:#x}").split()[1], 16) >> 14 & 1)

    def move(level):
        answer = run.bus.ask(f"set_irq_in /machine/soc/gpioc unnamed-gpio-in 13 {level}")
        must(answer == "OK", f"qtest: {answer}")

    move(1)  # the board's pull-up; for the emulator no edge
    must(lamps() == (0, 0), f"lamps {lamps()} before the first press")
    for press in (1, 2, 3):
        on = press % 2
        for level, word in ((0, "pressed"), (1, "released")):
            move(level)
            said = run.line()
            must(said == f"{word} {press} {'on' if on else 'off'}", f"it says '{said}'")
            if (press, level) != (3, 1):  # it ends with the last one
                must(lamps() == (on, 1 - level), f"lamps {lamps()} after '{said}'")
    _, code = run.end()
    must(code == 0, f"exit code {code}")


def main():
    case, firmware = sys.argv[2], emulator.Firmware(sys.argv[3])
    with tempfile.TemporaryDirectory() as scratch:
        try:
            {"clocks": clocks, "echo": echo, "echo_buffered": echo, "button": button, "button_task": button}[case](firmware, scratch)
        except Wrong as wrong:
            print(f"FAILED: {wrong}")
            return 1
    return 0


sys.exit(main())

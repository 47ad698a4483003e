#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Corten authors
# SPDX-License-Identifier: MIT OR Apache-2.0
"""./dev demo [--board B] [--example NAME] [--seconds N <SCRIPT]

Without --seconds: live. The board's console is this terminal; type `help`. Ctrl-C ends it.
With --seconds N: the script's lines are typed, a second apart or at `@SECONDS TEXT`, and time is
the emulator's own, so that every run prints the same; it ends with a summary.

Boards: b-l475e-iot01a (default; shows its LED's pin as the bus sees it), olimex-h405,
lm3s6965evb, microbit, host, as far as the example is built for them.
"""
import argparse
import glob
import os
import re
import selectors
import socket
import subprocess
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path[:0] = [os.path.join(ROOT, "cmake", "tools"), os.path.dirname(os.path.abspath(__file__))]
import emulator  # noqa: E402  (they stand in the folders just added)
import script    # noqa: E402


def quietly(call):
    done = subprocess.run(call, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"{' '.join(call)}\n{done.stdout[-6000:]}")


def preset_of(board):
    """The build tree for a board: its first core's."""
    path = os.path.join(ROOT, "boards", board, "board.cmake")
    if not os.path.exists(path):
        known = sorted(os.path.basename(os.path.dirname(one))
                       for one in glob.glob(os.path.join(ROOT, "boards", "*", "board.cmake")))
        sys.exit(f"no board {board}; there are: {', '.join(known)}")
    with open(path, encoding="utf-8") as file:
        core = re.search(r"set\(CORTEN_BOARD_CORES\s+([\w.-]+)", file.read()).group(1)
    return "host-gcc" if core == "host" else core


def build(example, board, scripted):
    """Builds the example for the board (and the plugin) and returns its Firmware."""
    preset = preset_of(board)
    if scripted and preset != "host-gcc":
        quietly(["cmake", "--preset", "host-gcc"])
        quietly(["cmake", "--build", "--preset", "host-gcc", "--target", "corten-qemu"])
    quietly(["cmake", "--preset", preset])
    for path in glob.glob(os.path.join(ROOT, "build", preset, "firmware", example + "*.json")):
        firmware = emulator.Firmware(path)
        if firmware.board == board and re.fullmatch(re.escape(example) + r"(-.*)?", firmware.name):
            quietly(["cmake", "--build", "--preset", preset, "--target", firmware.name])
            return firmware
    sys.exit(f"the example {example} is not built for the board {board}")


class Pins:
    """The board's watched pins as lines of text, from the bus."""

    def __init__(self, firmware):
        self.watches = []
        for watch in firmware.watches:
            name, address, bit = watch.split(":")
            self.watches.append([name, address, int(bit), None])

    @staticmethod
    def line(seconds, name, level):
        return f"[{seconds:8.3f} s  the bus sees {name} {'high' if level else 'low'}]\n"

    def changes(self, qtest, since):
        for watch in self.watches:
            name, address, bit, before = watch
            level = int(qtest.ask(f"readl {address}").split()[1], 16) >> bit & 1
            if level != before:
                watch[3] = level
                yield self.line(time.monotonic() - since, name, level)


def image_size(firmware):
    if firmware.native:
        return ""
    text, data, bss = firmware.sizes()
    return f"image: {text + data} bytes of flash, {data + bss} bytes of RAM (stack included)\n"


# ---- scripted

def say(*texts):
    """Prints text or bytes; what the console sends may be any byte."""
    for text in texts:
        sys.stdout.buffer.write(text.encode() if isinstance(text, str) else text)
    sys.stdout.buffer.flush()


def merged(console, findings):
    """The console's bytes with the pins' changes at the ends of the lines they happened in."""
    marks = []
    for line in findings.splitlines():
        word = line.split()
        if word[0] == "watch":
            line = Pins.line(int(word[1]) / 1000, word[2], word[3] == "1")
            marks.append((int(word[4]), line.encode()))
    text, done = b"", 0
    for offset, said in marks:
        end = console.find(b"\n", max(offset - 1, 0)) + 1 if offset else 0
        end = max(done, end if end or not offset else len(console))
        text += console[done:end] + said
        done = end
    return (text + console[done:]).replace(b"\r\n", b"\n")


def run_scripted(firmware, seconds, lines):
    typed, end = script.schedule(lines, seconds)
    with tempfile.TemporaryDirectory(prefix="corten-demo-") as scratch:
        def at(name):
            return os.path.join(scratch, name)

        if firmware.native:
            # the host's board reads such a script by itself
            done = subprocess.run(firmware.command(), input=script.lines_of(typed),
                                  stdout=subprocess.PIPE, check=False, timeout=600,
                                  env={**os.environ, "CORTEN_HOST_SECONDS": str(end / 1000)})
            code, console, findings = done.returncode, done.stdout, ""
        else:
            with open(at("script"), "w", encoding="utf-8") as file:
                file.write(script.written(typed, end))
            os.mkfifo(at("keys"))
            keys = os.open(at("keys"), os.O_RDWR)  # so that the emulator need not wait for a writer
            paused = emulator.Paused(firmware, scratch)
            options = {"out": at("findings"), "tick": firmware.vector(firmware.tick), "script": at("script"),
                       "input": at("keys"), "qtest": paused.qtest, "console": at("console")}
            plugin = emulator.PLUGIN + "".join(f",{key}={value}" for key, value in options.items())
            plugin += "".join(",watch=" + watch for watch in firmware.watches)
            more = paused.more or paused.socket
            command = firmware.command("icount", console="chardev:console", more=[
                "-chardev", f"file,id=console,path={at('console')},input-path={at('keys')}",
                *more, "-plugin", plugin])
            with subprocess.Popen(command, stdin=subprocess.DEVNULL, stderr=subprocess.PIPE) as process:
                paused.begin()
                try:
                    _, error = process.communicate(timeout=600)
                except subprocess.TimeoutExpired:
                    process.kill()
                    _, error = process.communicate()
                code = process.returncode
            os.close(keys)
            sys.stderr.write(error.decode(errors="replace"))
            with open(at("console"), "rb") as file:
                console = file.read()
            with open(at("findings"), encoding="utf-8") as file:
                findings = file.read()
    say(merged(console, findings), image_size(firmware))
    return code


# ---- live

class Live:
    """A running firmware with its console on the terminal; lines are typed whole."""

    def __init__(self, firmware, scratch):
        self.firmware, self.pins = firmware, Pins(firmware)
        self.started = time.monotonic()
        self.qtest = None
        self.column_zero, self.held = True, []  # changes of pins wait for the end of a line
        self.printed = time.monotonic()
        path = os.path.join(scratch, "console")
        paused = emulator.Paused(firmware, scratch)
        command = firmware.command(console="chardev:console", more=[
            "-chardev", f"socket,id=console,path={path},server=on,wait=off", "-S",
            *(word for word in paused.more or paused.socket if word != "-S")])
        if "-qmp" not in command:
            command += ["-qmp", f"unix:{paused.qmp},server=on,wait=off"]
        self.process = subprocess.Popen(command, start_new_session=True, stdin=subprocess.DEVNULL)
        self.console = emulator.Line(path).socket  # before the first byte is printed
        paused.begin(always=True)
        if self.pins.watches:
            self.qtest = emulator.Line(paused.qtest)
        self.started = time.monotonic()

    def show(self):
        """What the console prints now; False when it is closed."""
        try:
            said = self.console.recv(4096)
        except (BlockingIOError, ConnectionResetError, socket.timeout):
            said = b""
        if said:
            say(said.replace(b"\r\n", b"\n"))
            self.column_zero, self.printed = said.endswith(b"\n"), time.monotonic()
        return bool(said)

    def show_pins(self):
        """What the bus shows, between two lines of the console; a line left open does not wait
        for ever."""
        self.held += self.pins.changes(self.qtest, self.started)
        if self.held and (self.column_zero or time.monotonic() - self.printed > 0.3):
            say("" if self.column_zero else "\n", *self.held)
            self.held, self.column_zero = [], True

    def talk(self):
        """Until the firmware ends or Ctrl-C."""
        with selectors.DefaultSelector() as ready:
            ready.register(self.console, selectors.EVENT_READ)
            try:
                ready.register(sys.stdin, selectors.EVENT_READ)
            except (PermissionError, ValueError):
                pass  # a file, or nothing at all: nobody types
            while self.process.poll() is None:
                for key, _ in ready.select(0.05):
                    if key.fileobj is self.console:
                        if not self.show():
                            return
                    else:
                        line = sys.stdin.readline()
                        if not line:
                            ready.unregister(sys.stdin)
                        self.console.sendall(line.encode())
                if self.qtest:
                    self.show_pins()

    def finish(self):
        """Asks for the summary, then ends the emulator."""
        if self.process.poll() is None:
            try:
                self.console.settimeout(0.4)
                self.console.sendall((script.SUMMARY + "\n").encode())
                while self.show():
                    pass
            except OSError:
                pass
            self.process.terminate()
        self.process.wait(timeout=10)
        say(image_size(self.firmware))


def run_live(firmware):
    print(f"{firmware.name} on {firmware.board}; type `help`, end with Ctrl-C.", flush=True)
    if firmware.native:  # its console is the terminal
        try:
            return subprocess.run(firmware.command(), check=False).returncode
        except KeyboardInterrupt:
            print()
            return 0
    with tempfile.TemporaryDirectory(prefix="corten-demo-") as scratch:
        live = Live(firmware, scratch)
        try:
            live.talk()
        except KeyboardInterrupt:
            print()
        live.finish()
    return 0


def main():
    parser = argparse.ArgumentParser(prog="./dev demo", description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--board", default="b-l475e-iot01a")
    parser.add_argument("--example", default="thermostat")
    parser.add_argument("--seconds", type=float)
    parser.add_argument("--manifest", metavar="FILE",
                        help="run this firmware as it is, build nothing (build/PRESET/firmware/*.json)")
    args = parser.parse_args()
    if args.seconds is not None and not 0 < args.seconds <= 86400:
        sys.exit("--seconds: from 0 to 86400")
    firmware = emulator.Firmware(args.manifest) if args.manifest else \
        build(args.example, args.board, args.seconds is not None)
    if args.seconds is None:
        return run_live(firmware)
    lines = [] if sys.stdin.isatty() else sys.stdin.buffer.read().decode("latin-1").split("\n")
    try:
        return run_scripted(firmware, args.seconds, lines)
    except script.ScriptError as error:
        sys.exit(f"script: {error}")


sys.exit(main())

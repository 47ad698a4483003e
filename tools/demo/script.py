# SPDX-FileCopyrightText: 2026 The Corten authors
# SPDX-License-Identifier: MIT OR Apache-2.0
"""What is typed when: from a demo's script to bytes at milliseconds."""
import re

SUMMARY = "summary"  # the console's command that ends every scripted run
GRACE = 200          # ms that the summary may take


class ScriptError(Exception):
    """A line that cannot be understood, with its number."""


def schedule(lines, seconds):
    """[(millisecond, byte)…], ascending, and the millisecond of the end.

    A line is typed a second after the one before, the first at 1 s; `@TIME` in front gives the
    time in seconds. Empty lines only let a second pass; `#` begins a comment line. A character
    takes a millisecond, as at 9600 baud. At `seconds` the console is asked for its summary.
    Lines are text in which every character is one byte (Latin-1), so that any byte can be typed.
    """
    typed, at = [], 0.0
    for number, line in enumerate(lines, 1):
        line = line.rstrip("\r\n")
        if line.lstrip().startswith("#"):
            continue
        timed = re.match(r"\s*@([0-9]+(?:\.[0-9]+)?)(?:\s+|$)(.*)", line)
        if line.lstrip().startswith("@") and not timed:
            raise ScriptError(f"line {number}: not @SECONDS TEXT: {line}")
        if timed:
            if float(timed.group(1)) < at:
                raise ScriptError(f"line {number}: {timed.group(1)} s is before the line above")
            at, text = float(timed.group(1)), timed.group(2)
        else:
            at, text = at + 1.0, line
        if text:
            start = max(int(round(at * 1000)), typed[-1][0] + 1 if typed else 1)
            typed += [(start + n, byte) for n, byte in enumerate((text + "\n").encode("latin-1"))]
    end = int(round(seconds * 1000))
    typed = [(when, byte) for when, byte in typed if when < end]
    if typed and typed[-1][1] != 10:
        typed.append((end, 10))  # the run ends in the middle of a line: it is finished
    start = max(end, typed[-1][0] + 1 if typed else 1)
    typed += [(start + n, byte) for n, byte in enumerate((SUMMARY + "\n").encode())]
    return typed, typed[-1][0] + GRACE


def written(typed, end):
    """The same as the text of a file, for the emulator's plugin."""
    return "".join(f"{when} type {byte}\n" for when, byte in typed) + f"{end} end\n"


def lines_of(typed):
    """The same as a script again, in bytes, a time before each line."""
    text, start, line = b"", None, b""
    for when, byte in typed:
        start = when if start is None else start
        line += bytes([byte])
        if byte == 10:
            text += b"@%.3f " % (start / 1000) + line
            start, line = None, b""
    return text

#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Corten authors
# SPDX-License-Identifier: MIT OR Apache-2.0
"""./dev bench [OPTIONS] [TEXT]: measures and prints a table; never a pass or fail.

Rows come from the files in the folders of bench/:

*.c  a benchmark firmware, built at -Os and -O2, run in the emulator with every instruction
     counted. Its head says, in comment lines:

  // row NAME "TITLE"[: aim N][, from SYMBOL to SYMBOL][, take max|min|mean|last][, by hand N]
  //                   [, beside TEXT]
         executed instructions from BENCH_START(NAME) to BENCH_STOP(NAME) (bench.h), or between
         two symbols of the image (SYMBOL or SYMBOL+BYTES). Beside it stands the same row of
         the marker NAME_by_hand, where there is one. All passes are the same, or `take` says
         which; else the worst is taken. TEXT is what others need for the same, quoted from their
         measurement on the same emulator and not measured here: `RTIC 51/36` (1.1.4 and 2.3.1,
         Cortex-M3, steady state, a message of 32 bits), `FreeRTOS 58 ThreadX 66` (Thread-Metric).
  // size "TITLE"[: aim N][, by hand FILE]
         bytes of the whole image (text and data); by hand: those of the benchmark FILE.c beside
  // ram "TITLE"[: aim N][, by hand FILE][, beside TEXT]
         bytes of its static memory, without the stack
  // function NAME "TITLE"[: aim N]
         bytes of the function NAME; by hand: of NAME_by_hand
  // cores: thumbv7m …       the trees in which it is built; default thumbv7m
  // board: lm3s6965evb      // firmware: more arguments of corten_add_firmware, as FAULTS plain

*.py a program that prints a JSON list of rows by itself (host measurements), each an object
     with name, core, optimisation, unit, ours, "by hand", aim; CORTEN_ROOT is in its environment.
"""
import argparse
import glob
import json
import os
import re
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path.insert(0, os.path.join(ROOT, "cmake", "tools"))
import emulator  # noqa: E402  (it stands in the folder just added)
import pages  # noqa: E402

CORE_NAMES = {"thumbv6m": "Cortex-M0", "thumbv7m": "Cortex-M3", "thumbv7em": "Cortex-M4",
              "thumbv7em-hf": "Cortex-M4F", "thumbv8m.main": "Cortex-M33", "rv32imac": "RV32IMAC",
              "host": "host"}
ROW = re.compile(r'^// (row|size|ram|function)(?: (\w+))?(?: "([^"]*)")?(?:: (.*?))?\s*$', re.M)


def note(text):
    print(text, file=sys.stderr, flush=True)


def quietly(call):
    done = subprocess.run(call, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"{' '.join(call)}\n{done.stdout[-6000:]}")


class Wish:
    """One `row`, `size` or `function` line of a benchmark's head."""

    def __init__(self, kind, name, title, rest):
        self.kind, self.name, self.title = kind, name, title or name
        self.aim = self.take = self.by_hand = self.start = self.stop = self.beside = None
        for part in rest.split(","):
            word, _, value = part.strip().partition(" ")
            if word == "aim":
                self.aim = int(value)
            elif word == "take":
                self.take = value
            elif word == "beside":
                self.beside = value
            elif word == "by":
                self.by_hand = value.removeprefix("hand ").strip()
            elif word == "from":
                self.start, _, self.stop = value.partition(" to ")
        if kind == "row":
            self.start = self.start or "bench_start_" + name
            self.stop = self.stop or "bench_stop_" + name


def wishes(path):
    with open(path, encoding="utf-8") as file:
        return [Wish(*found) for found in ROW.findall(file.read()) if found[2] or found[3]]


def cores_of(path):
    with open(path, encoding="utf-8") as file:
        found = re.search(r"^// cores: (.*)$", file.read(), re.M)
    return found.group(1).split() if found else ["thumbv7m"]


def address(symbols, text):
    name, _, offset = text.partition("+")
    if name not in symbols:
        raise LookupError(f"no symbol {name}")
    return symbols[name] + int(offset or 0)


def count(firmware, pairs):
    """Runs the firmware; for every pair (name, start, stop) the list of its counts."""
    with tempfile.TemporaryDirectory() as scratch:
        found = os.path.join(scratch, "found")
        options = "".join(f",count={name}:{start}:{stop}" for name, start, stop in pairs)
        paused = emulator.Paused(firmware, scratch)
        call = firmware.command("icount", console="null", more=[
            "-plugin", f"{emulator.PLUGIN},out={found},each=1{options}", *paused.more])
        with subprocess.Popen(call, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT) as process:
            paused.begin()
            try:
                said, _ = process.communicate(timeout=60)
            except subprocess.TimeoutExpired:
                process.kill()
                said, _ = process.communicate()
                note(f"{firmware.name}: does not end: {said.decode(errors='replace')}")
            if process.returncode:
                note(f"{firmware.name}: exit code {process.returncode}: {said.decode(errors='replace')}")
        counts = {name: [] for name, _, _ in pairs}
        with open(found, encoding="utf-8") as file:
            for line in file:
                word = line.split()
                if word[0] == "each":
                    counts[word[1]].append(int(word[2]))
        return counts


def pick(counts, take, what):
    """The one figure of several passes; None when there was none."""
    if not counts:
        return None
    if take == "min":
        return min(counts)
    if take == "last":
        return counts[-1]
    if take == "mean":
        return round(sum(counts) / len(counts), 1)
    if min(counts) != max(counts) and take != "max":
        note(f"{what}: passes differ, from {min(counts)} to {max(counts)}; the worst is shown")
    return max(counts)


def function_sizes(firmware):
    listing = subprocess.run([firmware.tools + "nm", "-S", firmware.elf], stdout=subprocess.PIPE,
                             text=True, check=True).stdout
    return {re.sub(r"\.(constprop|isra|part)\.\d+$", "", name): int(size, 16) for size, name in
            re.findall(r"^[0-9a-f]+ ([0-9a-f]+) \w (\S+)$", listing, re.M)}


def image_size(firmware):
    return sum(firmware.sizes()[:2])


def ram_size(firmware):
    listing = subprocess.run([firmware.tools + "size", "-A", firmware.elf], stdout=subprocess.PIPE,
                             text=True, check=True).stdout
    return sum(int(size) for size in re.findall(r"^\.(?:data|bss|noinit)\s+(\d+)", listing, re.M))


def measure(path, preset, level):
    """The rows of one benchmark firmware at one optimisation."""
    folder, file = os.path.split(path)
    name = f"bench-{os.path.basename(folder)}-{file[:-2]}-{level[1:]}"
    manifest = os.path.join(ROOT, "build", preset, "firmware", name + ".json")
    if not os.path.exists(manifest):
        return
    firmware, wished = emulator.Firmware(manifest), wishes(path)
    symbols = firmware.symbols()
    pairs, hands = [], {}
    for wish in wished:
        if wish.kind == "row":
            pairs.append((wish.name, address(symbols, wish.start), address(symbols, wish.stop)))
            hand = wish.name + "_by_hand"
            if "bench_start_" + hand in symbols:
                pairs.append((hand, symbols["bench_start_" + hand], symbols["bench_stop_" + hand]))
    counts = count(firmware, pairs) if pairs else {}
    bytes_of = function_sizes(firmware)
    for wish in wished:
        unit, ours, hand = "bytes", None, None
        if wish.kind == "row":
            unit = "instructions"
            ours = pick(counts[wish.name], wish.take, f"{name}: {wish.name}")
            hand = int(wish.by_hand) if wish.by_hand else pick(
                counts.get(wish.name + "_by_hand", []), wish.take, f"{name}: {wish.name}_by_hand")
            if ours is None:
                note(f"{name}: {wish.name} was never measured")
        elif wish.kind == "function":
            ours, hand = bytes_of.get(wish.name), bytes_of.get(wish.name + "_by_hand")
        else:
            of = image_size if wish.kind == "size" else ram_size
            ours = of(firmware)
            other = os.path.join(os.path.dirname(manifest),
                                 f"bench-{os.path.basename(folder)}-{wish.by_hand}-{level[1:]}.json")
            if wish.by_hand and os.path.exists(other):
                hand = of(emulator.Firmware(other))
        compiler = "Clang " if preset.endswith("-clang") else ""
        yield {"name": wish.title, "core": CORE_NAMES[firmware.core],
               "optimisation": compiler + level, "unit": unit, "ours": ours, "by hand": hand,
               "aim": wish.aim, "beside": wish.beside}


def from_program(path):
    done = subprocess.run([sys.executable, "-B", path], stdout=subprocess.PIPE, text=True,
                          env={**os.environ, "CORTEN_ROOT": ROOT}, check=False)
    if done.returncode != 0:
        note(f"{os.path.relpath(path, ROOT)}: ended with {done.returncode}, its rows are left out")
        return []
    return json.loads(done.stdout)


def collect(text, with_clang, built):
    firmwares = sorted(glob.glob(os.path.join(ROOT, "bench", "*", "*.c")))
    programs = sorted(path for path in glob.glob(os.path.join(ROOT, "bench", "*", "*.py"))
                      if os.path.basename(os.path.dirname(path)) != "tools")
    presets = sorted({core for path in firmwares for core in cores_of(path)})
    if with_clang:
        presets += [preset + "-clang" for preset in presets
                    if preset in ("thumbv6m", "thumbv7m", "thumbv7em-hf")]
    if not built:
        note("building …")
        quietly(["cmake", "--preset", "host-gcc"])
        quietly(["cmake", "--build", "--preset", "host-gcc"])
    for preset in [] if built else presets:
        quietly(["cmake", "--preset", preset])
        quietly(["cmake", "--build", "--preset", preset, "--target", "bench-firmware"])
    rows = []
    for path in firmwares:
        if re.search(text, path):
            note(f"measuring {os.path.relpath(path, ROOT)} …")
            for preset in presets:
                for level in ("-Os", "-O2"):
                    rows += measure(path, preset, level)
    for path in programs:
        if re.search(text, path):
            note(f"measuring {os.path.relpath(path, ROOT)} …")
            rows += from_program(path)
    return rows


def table(rows):
    keys = ["name", "core", "optimisation", "ours", "by hand", "aim", "unit", "beside"]

    def shown(row, key):
        return "" if row.get(key) is None else str(row[key])

    widths = {key: max([len(key)] + [len(shown(row, key)) for row in rows]) for key in keys}

    def line(cells):
        return "  ".join(cell.rjust(widths[key]) if key in ("ours", "by hand", "aim")
                         else cell.ljust(widths[key]) for key, cell in zip(keys, cells)).rstrip()

    print(line(keys))
    for row in rows:
        missed = row.get("aim") is not None and (row["ours"] is None or row["ours"] > row["aim"])
        print(line([shown(row, key) for key in keys]) + ("   misses its aim" if missed else ""))


def main():
    parser = argparse.ArgumentParser(prog="./dev bench", description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", metavar="FILE", help="write the rows there")
    parser.add_argument("--clang", action="store_true", help="measure Clang's code too")
    parser.add_argument("--built", action="store_true", help="measure what is built already")
    parser.add_argument("--pages", action="store_true", help="write the figures into the documents")
    parser.add_argument("--check-pages", action="store_true",
                        help="fail where the documents have other figures")
    parser.add_argument("text", nargs="?", default="", help="only files whose path matches it")
    args = parser.parse_args()
    rows = collect(args.text, args.clang, args.built)
    table(rows)
    if args.json:
        with open(args.json, "w", encoding="utf-8") as file:
            json.dump(rows, file, indent=1)
            file.write("\n")
    if args.pages or args.check_pages:
        return pages.update(ROOT, rows, write=args.pages)
    return 0


sys.exit(main())

#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Corten authors
# SPDX-License-Identifier: MIT OR Apache-2.0
"""Rows of ./dev bench: how fast `corten svd` is and what its headers cost the compiler.

The vendors' descriptions are those of ../shared/svd; where there are none, only Corten's own chips
are measured. The large one is made here: peripherals of one description repeated to 25 MB.
"""
import glob
import json
import os
import re
import subprocess
import sys
import tempfile
import time

ROOT = os.environ["CORTEN_ROOT"]
TOOL = os.path.join(ROOT, "build", "bin", "corten")
CORPUS = os.environ.get("CORTEN_SVD_CORPUS", os.path.join(os.path.dirname(ROOT), "shared", "svd"))
TIMES = 7
F4 = [os.path.join(ROOT, "devices", name) for name in
      [f"stm32f4/{part}.svd" for part in
       "gpio exti usart spi i2c dma adc tim rtc system".split()] +
      ["cortex-m/cortex-m.svd", "cortex-m/fpu.svd"]]


def row(name, unit, ours, aim, core="host", by_hand=None, optimisation=""):
    return {"name": name, "core": core, "optimisation": optimisation, "unit": unit,
            "ours": ours, "by hand": by_hand, "aim": aim}


def best(call):
    """(milliseconds, megabytes at most) of the fastest of some runs."""
    fastest, memory = 1e9, 0
    for _ in range(TIMES):
        start = time.perf_counter()
        pid = os.posix_spawn(call[0], call, os.environ,
                             file_actions=[(os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0)])
        _, status, used = os.wait4(pid, 0)
        fastest = min(fastest, (time.perf_counter() - start) * 1000)
        memory = max(memory, used.ru_maxrss / 1024)
        if status:
            sys.exit(f"{' '.join(call[:4])} … failed")
    return round(fastest, 1), round(memory, 1)


def large(files, path):
    """A description of 25 MB: the peripherals of the largest one again and again."""
    with open(max(files, key=os.path.getsize), encoding="utf-8", errors="replace") as file:
        text = file.read()
    head, _, rest = text.partition("<peripherals>")
    inside, _, tail = rest.rpartition("</peripherals>")
    copies = max(1, round(25e6 / len(inside)))
    with open(path, "w", encoding="utf-8") as file:
        file.write(head + "<peripherals>")
        for n in range(copies):
            # each copy derives within itself
            renamed = re.sub(r'(<peripheral(?: derivedFrom="[^"]*")?>\s*<name>)([^<]*)', rf"\g<1>\g<2>_{n}", inside)
            file.write(re.sub(r'<peripheral derivedFrom="([^"]*)"', rf'<peripheral derivedFrom="\1_{n}"', renamed))
        file.write("</peripherals>" + tail)


def compile_rows(work):
    header = os.path.join(work, "stm32f401.h")
    call = [TOOL, "svd", os.path.join(ROOT, "devices", "stm32f4", "stm32f401.svd"), "-o", header]
    for part in F4:
        call += ["--with", part]
    subprocess.run(call, check=True)
    for name, text in (("empty", ""), ("registers", f'#include "{header}"\n')):
        with open(os.path.join(work, name + ".c"), "w", encoding="utf-8") as file:
            file.write(text)
    compilers = {"GCC": ["arm-none-eabi-gcc", "-mcpu=cortex-m4", "-mthumb"],
                 "Clang": ["clang", "--target=thumbv7em-none-eabi", "-ffreestanding"]}
    for name, compiler in compilers.items():
        took = {"empty": [], "registers": []}
        for _ in range(15): # in turn, so that a busy moment hits both
            for source, times in took.items():
                start = time.perf_counter()
                subprocess.run([*compiler, "-std=gnu2x", "-Os", "-I" + os.path.join(ROOT, "core", "include"),
                                "-c", os.path.join(work, source + ".c"), "-o", os.devnull], check=True)
                times.append((time.perf_counter() - start) * 1000)
        empty, registers = (sorted(took[key])[3] for key in ("empty", "registers"))
        yield row(f"compile an empty file with the registers of the STM32F401, {name}", "ms",
                  round(registers, 1), round(empty + 25, 1), "Cortex-M4", round(empty, 1), "-Os")


def main():
    rows = []
    with tempfile.TemporaryDirectory() as work:
        files = sorted(glob.glob(os.path.join(CORPUS, "*.svd")))
        if files:
            out = os.path.join(work, "out")
            os.mkdir(out)
            biggest = max(files, key=os.path.getsize)
            took, memory = best([TOOL, "svd", biggest, "-o", out])
            size = os.path.getsize(biggest) / 1e6
            rows.append(row(f"corten svd, a description of {size:.1f} MB", "ms", took, None))
            rows.append(row(f"the same, memory at most", "MB", memory, None))
            path = os.path.join(work, "large.svd")
            large(files, path)
            took, memory = best([TOOL, "svd", path, "-o", out])
            size = os.path.getsize(path) / 1e6
            rows.append(row(f"corten svd, a description of {size:.1f} MB", "ms", took, 300))
            rows.append(row(f"the same, memory at most", "MB", memory, 250))
            took, memory = best([TOOL, "svd", "-q", *files, "-o", out])
            rows.append(row(f"corten svd, all {len(files)} descriptions of the corpus", "ms", took, 1000))
        rows += compile_rows(work)
    print(json.dumps(rows))


main()

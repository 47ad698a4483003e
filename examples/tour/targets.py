#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Corten authors
# SPDX-License-Identifier: MIT OR Apache-2.0
"""targets.py ROOT: program 3 of the tour, a copy of it outside the tree, for each of its presets.

The build must report sizes and leave debug information; each image must say who it is, panic, and
then stay in the panic's end.
"""
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True
ROOT = sys.argv[1]
sys.path.insert(0, os.path.join(ROOT, "cmake", "tools"))
import emulator  # noqa: E402

CORES = {"microbit": "thumbv6m", "lm3s6965evb": "thumbv7m", "nucleo-f401re": "thumbv7em-hf"}


def must(call, **more):
    done = subprocess.run(call, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, text=True, timeout=300, check=False, **more)
    if done.returncode != 0:
        sys.exit(f"FAILED: {' '.join(call)}\n{done.stdout}")
    return done.stdout


def where_it_stays(firmware, scratch, line):
    """The function in which the core is found, twice, after it has printed the line."""
    paused = emulator.Paused(firmware, scratch)
    paused.presets = paused.presets or ["0x20000000=0"]  # so that there is a line to the emulator
    paused.more = ["-S", *paused.socket, "-qmp", f"unix:{paused.qmp},server=on,wait=off"]
    with subprocess.Popen(firmware.command(more=paused.more), stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as process:
        try:
            paused.begin()
            said = process.stdout.readline().decode(errors="replace").strip()
            if said != line:
                sys.exit(f"FAILED: it says '{said}', not '{line}'")
            found = []
            for _ in range(2):
                time.sleep(0.3)
                qmp = emulator.Line(paused.qmp)
                qmp.file.readline()
                qmp.ask(json.dumps({"execute": "qmp_capabilities"}))
                answer = qmp.ask(json.dumps({"execute": "human-monitor-command", "arguments":
                                             {"command-line": "info registers"}}))
                qmp.close()
                found.append(int(re.search(r"R15=([0-9a-f]{8})", answer).group(1), 16))
        finally:
            process.kill()
    symbols = sorted((address, name) for name, address in firmware.symbols().items()
                     if not name.startswith("$"))
    return {[name for address, name in symbols if address <= pc][-1] for pc in found}


with tempfile.TemporaryDirectory(prefix="corten-targets-") as outside:
    project = os.path.join(outside, "targets")
    shutil.copytree(os.path.join(ROOT, "examples", "tour", "03_targets"), project,
                    ignore=shutil.ignore_patterns("build"))
    presets = os.path.join(project, "CMakePresets.json")
    with open(presets, encoding="utf-8") as file:
        text = file.read()
    with open(presets, "w", encoding="utf-8") as file:
        file.write(text.replace("${sourceDir}/../../..", ROOT))
    for board, core in CORES.items():
        must(["cmake", "--preset", board, f"-DCORTEN_TOOL={ROOT}/build/bin/corten"], cwd=project)
        built = must(["cmake", "--build", "--preset", board], cwd=project)
        if not re.search(r"text\s+data\s+bss", built):
            sys.exit("FAILED: the build reports no sizes:\n" + built)
        firmware = emulator.Firmware(os.path.join(project, "build", board, "firmware", "targets.json"))
        if firmware.core != core:
            sys.exit(f"FAILED: {board} is built for {firmware.core}")
        sections = must([firmware.tools + "objdump", "-h", firmware.elf])
        if ".debug_info" not in sections or ".debug_line" not in sections:
            sys.exit("FAILED: no debug information")
        folder = os.path.join(outside, board)
        os.mkdir(folder)
        stays = where_it_stays(firmware, folder, f"{board} is about to panic")
        print(f"{board}: {firmware.sizes()}, stays in {stays}")
        if len(stays) != 1 or not stays.pop().startswith("ct_panic"):
            sys.exit("FAILED: it does not stay in the panic")

#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Corten authors
# SPDX-License-Identifier: MIT OR Apache-2.0
"""mutants.py COMPILER: breaks the framework on purpose, each entry of mutants.txt in turn, in a
copy of the file, and demands that the exploration finds it and says what the entry says."""
import glob
import os
import re
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
INCLUDES = ["core/include", "arch/include", "arch/host/include", "app/include", "containers/include",
            "hal/include", "boards/host/include", "boards/common/include", "devices/host/include"]
FRAMEWORK = ["core/src/error.c", "core/src/panic.c", "arch/src/panic_exit.c", "arch/src/panic_print.c",
             "arch/src/semihosting_print.c", "arch/host/src/interrupts.c",
             "arch/host/src/counters.c", "arch/host/explore/*.c"]
EXPLORED = ["-O0", "-fsanitize=thread", "-DCT_EXPLORED", "-Dmain=explored_main"]


def entries():
    with open(os.path.join(HERE, "mutants.txt"), encoding="utf-8") as file:
        lines = [line.rstrip("\n") for line in file if line.strip() and not line.startswith("#")]
    for at in range(0, len(lines), 3):
        where, change = lines[at + 1].split(": ", 1)
        yield lines[at].split(), where, *change.split(" => "), lines[at + 2]


def pattern(text):
    """Blanks match any white space, and the backslashes at line ends of a macro."""
    return r"[\s\\]+".join(re.escape(word) for word in text.split())


class Build:
    def __init__(self, compiler, folder):
        self.compiler, self.folder, self.objects = compiler, folder, {}

    def compile(self, source, options, includes):
        made = os.path.join(self.folder, source.replace("/", "-") + ".o")
        done = subprocess.run([self.compiler, "-std=gnu2x", "-g", "-w", "-DCT_PORT_HOST", *options,
                               *includes, *(f"-I{ROOT}/{one}" for one in INCLUDES),
                               "-c", os.path.join(ROOT, source), "-o", made],
                              capture_output=True, text=True, check=False)
        if done.returncode:
            raise RuntimeError(done.stderr)
        return made

    def run(self, program, interrupts, where, text):
        """Status and output of a program with a file of the framework replaced."""
        includes, changed = [], None
        if "/include/" in where:
            room, _, rest = where.partition("/include/")
            changed = os.path.join(self.folder, "changed", rest)
            includes = ["-I" + os.path.join(self.folder, "changed")]
            # #include "…" and <…> of its neighbours find the others below the room
        else:
            changed = os.path.join(ROOT, os.path.dirname(where), ".mutant-" + str(os.getpid()) + ".c")
        os.makedirs(os.path.dirname(changed), exist_ok=True)
        try:
            with open(changed, "w", encoding="utf-8") as file:
                file.write(text)
            objects = []
            for path in FRAMEWORK:
                for source in sorted(glob.glob(os.path.join(ROOT, path))):
                    source = os.path.relpath(source, ROOT)
                    if source == where:
                        objects.append(self.compile(os.path.relpath(changed, ROOT), ["-O2"], []))
                        continue
                    if source not in self.objects:
                        self.objects[source] = self.compile(source, ["-O2"], [])
                    objects.append(self.objects[source])
            for source in ("tests/explore/" + program + ".c",
                           *(os.path.relpath(one, ROOT) for one in
                             sorted(glob.glob(os.path.join(ROOT, "app/src/*.c"))))):
                if os.path.basename(source).startswith(".mutant"):
                    continue
                used = os.path.relpath(changed, ROOT) if source == where else source
                objects.append(self.compile(used, EXPLORED, includes))
        finally:
            os.remove(changed)
        elf = os.path.join(self.folder, "program.elf")
        subprocess.run([self.compiler, *objects, "-o", elf], check=True)
        try:
            ran = subprocess.run([elf, *interrupts], capture_output=True, text=True, timeout=60,
                                 check=False)
        except subprocess.TimeoutExpired:
            return None, "still running after 60 s"
        return ran.returncode, ran.stdout + ran.stderr + ("SIG" if ran.returncode < 0 else "")


def main():
    failures = 0
    with tempfile.TemporaryDirectory() as folder:
        build = Build(sys.argv[1], folder)
        for (program, *interrupts), where, old, new, says in entries():
            with open(os.path.join(ROOT, where), encoding="utf-8") as file:
                text = file.read()
            changed, count = re.subn(pattern(old), lambda _, new=new: new, text)
            what = f"{where}: {old} => {new}"
            if count == 0:
                print(f"NOT FOUND, so adapt mutants.txt: {what}")
                failures += 1
                continue
            status, output = build.run(program, interrupts, where, changed)
            if status and re.search(says, output):
                print(f"found: {what}\n    {output.splitlines()[0]}")
            else:
                print(f"NOT FOUND by {program} (status {status}): {what}\n{output}")
                failures += 1
    sys.exit(failures != 0)


main()

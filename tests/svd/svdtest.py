# SPDX-FileCopyrightText: 2026 The Corten authors
# SPDX-License-Identifier: MIT OR Apache-2.0
"""What the tests of corten svd share."""
import functools
import os
import resource
import shutil
import subprocess

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
SHARED = os.path.join(os.path.dirname(ROOT), "shared")
FLAGS = ["-std=gnu2x", "-Wall", "-Wextra", "-Wconversion", "-Werror", "-fsyntax-only",
         "-I" + os.path.join(ROOT, "core", "include")]
COMPILERS = {
    "m0": [["arm-none-eabi-gcc", "-mcpu=cortex-m0", "-mthumb"],
           ["clang", "--target=thumbv6m-none-eabi", "-ffreestanding"]],
    "m3": [["arm-none-eabi-gcc", "-mcpu=cortex-m3", "-mthumb"],
           ["clang", "--target=thumbv7m-none-eabi", "-ffreestanding"]],
    "m4": [["arm-none-eabi-gcc", "-mcpu=cortex-m4", "-mthumb"],
           ["clang", "--target=thumbv7em-none-eabi", "-ffreestanding"]],
    "m7": [["arm-none-eabi-gcc", "-mcpu=cortex-m7", "-mthumb"],
           ["clang", "--target=thumbv7em-none-eabi", "-mcpu=cortex-m7", "-ffreestanding"]],
    "rv32": [["riscv64-unknown-elf-gcc", "-march=rv32imac", "-mabi=ilp32", "-ffreestanding"],
             ["clang", "--target=riscv32", "-march=rv32imac", "-ffreestanding"]],
    "host": [["gcc"], ["clang"]],
}


@functools.lru_cache(None)
def sanitized(tool):
    """AddressSanitizer reserves more addresses than the limit allows."""
    with open(tool, "rb") as file:
        return b"__asan_init" in file.read()


def limit(tool):
    """No conversion may take more than this."""
    resource.setrlimit(resource.RLIMIT_CPU, (60, 60) if sanitized(tool) else (20, 20))
    if not sanitized(tool):
        resource.setrlimit(resource.RLIMIT_AS, (2 << 30, 2 << 30))


def corten(tool, *arguments, text=None):
    """Runs `corten svd`; (exit code, standard output, standard error). bytes in, text out."""
    done = subprocess.run([tool, "svd", *arguments], input=text, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, preexec_fn=lambda: limit(tool), timeout=200)
    return (done.returncode, done.stdout.decode("utf-8", "replace"),
            done.stderr.decode("utf-8", "replace"))


def clean(folder):
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)


def compiles(source, cores, flags=()):
    """The messages of the compilers that do not take the file without a warning."""
    wrong = []
    for core in cores:
        for compiler in COMPILERS[core]:
            done = subprocess.run([*compiler, *FLAGS, *flags, source], stderr=subprocess.PIPE,
                                  text=True)
            if done.returncode:
                lines = [line for line in done.stderr.splitlines()
                         if "error" in line or "warning" in line]
                wrong.append(f"{compiler[0]} ({core}): " + "\n    ".join(lines[:4] or ["failed"]))
    return wrong

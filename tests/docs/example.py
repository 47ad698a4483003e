# SPDX-FileCopyrightText: 2026 The Corten authors
# SPDX-License-Identifier: MIT OR Apache-2.0
"""example.py FILE.c | list: the example at the head of a public header compiles and runs.

The example of <corten/NAME.h> is the indented part of its first comment (of /// or // lines), without
blank lines:

    /// What it is.
    ///
    ///     static CT_SPSC(uint16_t, 32) samples;          // line 1
    ///     if (ct_spsc_enqueue(&samples, 512)) lost++;    // line 2

tests/docs/examples/NAME.c (`/` in NAME becomes `-`; FOLDER@NAME.c where several chips have a header
of that name, as in stm32f405@usart.c) is a C program around it, in which a line `//@ 2` or `//@ 1-2`
stands for those lines. Every line must be used, once or more, but a comment or a `…`. The program is
compiled by GCC and Clang for the host, with warnings as errors, and run: its main() returns 0 when
what the example says is so. Further comment lines: `// needs: app board` compiles these parts with
it (NEEDS below), `// sources: app/src/async.c …` single files, `// only: compiles` when it cannot
run natively, `// target: m3` to compile it for another core, `// flags: {device stm32f405}` for that
chip (several such lines: once for each), `// skip: 3` for lines that are no code, `// exit: 1` for a
program that ends so, `// output: TEXT` for what it must have printed.

`list` fails and names the public headers that have no such program.
"""
import glob
import itertools
import os
import re
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
EXAMPLES = os.path.join(ROOT, "tests", "docs", "examples")
sys.path.insert(0, os.path.join(ROOT, "tests", "tools"))
import compilers  # noqa: E402

# What a program can ask for by name. All of it runs on the native port.
PANIC = ("core/src/error.c core/src/panic.c arch/src/panic_exit.c arch/src/panic_print.c "
         "arch/src/semihosting_print.c arch/host/src/counters.c arch/host/src/interrupts.c "
         "arch/host/src/semihosting.c")
NEEDS = {
    "panic": PANIC,
    "containers": PANIC + " containers/src/*.c",
    "app": PANIC + " app/src/*.c",
    "board": PANIC + " boards/host/src/*.c boards/common/src/*.c",
    "model": PANIC + " core/src/reg_model.c",  # model.h there: the registers of `// flags: {device …}`
    "chip": "",  # the models of the chip of `// flags: {device …}`, built once: <corten/stm32f4_model.h>
}


def example_of(path):
    """Lines of code in the first comment of a header."""
    lines = []
    with open(path, encoding="utf-8") as file:
        for line in file:
            if line.startswith("//"):
                found = re.match(r"///?     (.*\S)", line)
                if found:
                    lines.append(found.group(1))
            elif lines or line.startswith("#"):
                break
    return lines


def headers():
    """name of its program -> path, of all public headers with an example."""
    found = {}
    for path in glob.glob(os.path.join(ROOT, "**", "include", "corten", "**", "*.h"), recursive=True):
        where = os.path.relpath(path, ROOT)
        if where.split(os.sep)[0] in ("build", "tests") or not example_of(path):
            continue
        folder, _, header = where.rpartition("/include/corten/")
        name = header[:-2].replace("/", "-")
        found.setdefault(name, {})[os.path.basename(folder)] = path
    return {name if len(paths) == 1 else f"{folder}@{name}": path
            for name, paths in found.items() for folder, path in paths.items()}


def sources(option):
    """The files that are compiled with a program, each once."""
    patterns = " ".join(NEEDS[one] for one in option.get("needs", "").split())
    found = [file for pattern in f"{patterns} {option.get('sources', '')}".split()
             for file in sorted(glob.glob(os.path.join(ROOT, pattern))) or [pattern]]
    return list(dict.fromkeys(found))


def numbers(text):
    for part in text.split():
        first, _, last = part.partition("-")
        yield from range(int(first), int(last or first) + 1)


def main():
    known = headers()
    if sys.argv[1] == "list":
        missing = [name for name in sorted(known)
                   if not os.path.exists(os.path.join(EXAMPLES, name + ".c"))]
        if missing:
            sys.exit("FAILED: examples that no program in tests/docs/examples tries:\n"
                     + "\n".join(f"{name}.c of {os.path.relpath(known[name], ROOT)}" for name in missing))
        return
    with open(sys.argv[1], encoding="utf-8") as file:
        text = file.read()
    name = os.path.basename(sys.argv[1])[:-2]
    path = known.get(name)
    if not path:
        sys.exit(f"FAILED: no public header {name}.h with an example")
    lines = example_of(path)
    option = dict(re.findall(r"^// (needs|sources|only|target|skip|exit|output): (.*)$",
                              text, re.M))
    chips = re.findall(r"^// flags: (.*)$", text, re.M) or [""]
    used = set(numbers(option.get("skip", "")))

    def paste(found):
        wanted = list(numbers(found.group(1)))
        used.update(wanted)
        return "\n".join(lines[number - 1] for number in wanted)

    code = re.sub(r"^ *//@ ([\d -]+)$", paste, text, flags=re.M)
    unused = [line for number, line in enumerate(lines, 1)
              if number not in used and line != "…" and not line.startswith("//")]
    if unused:
        sys.exit("FAILED: lines of the example that are not tried:\n" + "\n".join(unused))
    core = option.get("target", "host")
    with tempfile.TemporaryDirectory() as scratch:
        source, program = os.path.join(scratch, name + ".c"), os.path.join(scratch, name)
        with open(source, "w", encoding="utf-8") as file:
            file.write(code)
        runs = core == "host" and option.get("only") != "compiles"
        for compiler, flags in itertools.product(("gcc", "clang"), chips):
            call = compilers.command(compiler, core) + compilers.place(flags).split() + ["-Werror"]
            call += ["-I" + EXAMPLES]
            if core == "host":
                call += ["-g", "-DCT_PORT_HOST", *(f"-I{ROOT}/{one}/include" for one in
                                                 ("boards/host", "boards/common", "devices/host"))]
            chip = re.search(r"\{device (\w+)\}", flags)
            if "chip" in option.get("needs", "") and chip:
                call += [f"-I{ROOT}/devices/{one}/include" for one in ("model", "stm32f4/model", "cortex-m")]
            call += [source, "-o", program, *(sources(option) if runs else ["-c"])]
            if "chip" in option.get("needs", "") and chip:
                call += [os.path.join(os.environ.get("CORTEN_BUILD", os.path.join(ROOT, "build", "host-gcc")),
                                      f"libcorten_chip_{chip.group(1)}.a")]
            status, output = 0, ""
            done = subprocess.run(call, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                                  check=False)
            if done.returncode == 0 and runs:
                done = subprocess.run([program], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                      stderr=subprocess.STDOUT, text=True, timeout=60, check=False)
                status, output = int(option.get("exit", 0)), option.get("output", "")
            if done.returncode != status or output not in done.stdout:
                sys.exit(f"FAILED with {compiler}:\n{done.stdout}")


main()

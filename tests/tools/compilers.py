# SPDX-FileCopyrightText: 2026 The Corten authors
# SPDX-License-Identifier: MIT OR Apache-2.0
"""How the tests over single C files call both compilers, for each core."""
import functools
import glob
import os
import re
import subprocess

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

# core: (flags both compilers take, Clang's target)
CORES = {
    "m0": ("-mcpu=cortex-m0 -mthumb", "thumbv6m-none-eabi"),
    "m0plus": ("-mcpu=cortex-m0plus -mthumb", "thumbv6m-none-eabi"),
    "m3": ("-mcpu=cortex-m3 -mthumb", "thumbv7m-none-eabi"),
    "m4": ("-mcpu=cortex-m4 -mthumb -mfloat-abi=soft", "thumbv7em-none-eabi"),
    "m4f": ("-mcpu=cortex-m4 -mthumb -mfloat-abi=hard -mfpu=fpv4-sp-d16", "thumbv7em-none-eabihf"),
    "m7": ("-mcpu=cortex-m7 -mthumb -mfloat-abi=soft", "thumbv7em-none-eabi"),
    "m33": ("-mcpu=cortex-m33 -mthumb -mfloat-abi=soft", "thumbv8m.main-none-eabi"),
    "rv32": ("-march=rv32imac -mabi=ilp32", "riscv32-unknown-elf"),
    "host": ("", ""),
}
LANGUAGE = ["-std=gnu2x", "-Wall", "-Wextra", "-Wconversion", "-ffunction-sections",
            "-fdata-sections", "-Werror=incompatible-pointer-types", "-Werror=int-conversion",
            "-Werror=implicit-function-declaration",
            "-fno-diagnostics-color"]
ENVIRONMENT = {**os.environ, "LC_ALL": "C"}


def cross(core):
    """The prefix of the GNU tools for a core."""
    return "riscv64-unknown-elf-" if core == "rv32" else "" if core == "host" else "arm-none-eabi-"


def includes(core):
    """-I for every room whose headers code for this core may include."""
    arch = "riscv" if core == "rv32" else "host" if core == "host" else "cortex-m"
    found = glob.glob(os.path.join(ROOT, "*", "include"))
    found += glob.glob(os.path.join(ROOT, "arch", arch, "include"))
    return ["-I" + path for path in sorted(found)]


@functools.lru_cache(None)
def c_library(core):
    """The folder of the C library's headers, which Clang does not know by itself."""
    listing = subprocess.run([cross(core) + "gcc", "-specs=picolibc.specs", "-xc", "-E", "-v",
                              "/dev/null"], stderr=subprocess.PIPE, stdout=subprocess.DEVNULL,
                             text=True, env=ENVIRONMENT).stderr
    return re.search(r"\n (\S*picolibc\S*/include)\n", listing).group(1)


def command(compiler, core, optimisation="-Os"):
    """The compiler ("gcc", "clang") with everything but files and -o."""
    flags, target = CORES[core]
    if core == "host":
        call = [compiler]
    elif compiler == "gcc":
        call = [cross(core) + "gcc", "-specs=picolibc.specs"]
    else:
        call = ["clang", "--target=" + target, "-isystem", c_library(core)]
    return call + flags.split() + LANGUAGE + [optimisation] + includes(core)


def run(call, **more):
    """Runs a command; the answer has .returncode and all output in .stdout."""
    return subprocess.run(call, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, text=True, errors="replace",
                          env=ENVIRONMENT, timeout=100, **more)


@functools.lru_cache(None)
def svd_headers():
    """The folder with <chip.h>, made from tests/registers/chip.svd by the built `corten`."""
    folder = os.path.join(ROOT, "build", "test-svd")
    os.makedirs(folder, exist_ok=True)
    call = [os.path.join(ROOT, "build", "bin", "corten"), "svd",
            os.path.join(ROOT, "tests", "registers", "chip.svd"), "-o",
            os.path.join(folder, "chip.h")]
    for part in ("gpio", "usart"):
        call += ["--with", os.path.join(ROOT, "devices", "stm32f4", part + ".svd")]
    subprocess.run(call, check=True)
    return folder


def device_includes(found):
    """-I for a chip's own headers and for those that the build makes from its description."""
    chip = found.group(1)
    built = os.environ.get("CORTEN_BUILD", os.path.join(ROOT, "build", "host-gcc"))
    family = "stm32f4" if chip.startswith("stm32f4") else chip
    vendor = "stm32" if chip.startswith("stm32") else chip
    return " ".join("-I" + os.path.join(*parts) for parts in (
        (ROOT, "devices", chip, "include"), (ROOT, "devices", family, "include"),
        (ROOT, "devices", vendor, "include"), (built, "svd", "corten_device_" + chip, "include")))


def place(text):
    """A test's flags with {root} (Corten's folder), {svd} (that of chip.h) and {device CHIP} (-I for
    the headers of devices/CHIP) filled in."""
    text = re.sub(r"\{device (\w+)\}", device_includes, text.replace("{root}", ROOT))
    return text.replace("{svd}", svd_headers()) if "{svd}" in text else text

#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Corten authors
# SPDX-License-Identifier: MIT OR Apache-2.0
"""The descriptions of Corten's own chips: nothing odd in them, and their headers check themselves."""
import os
import re
import sys

import svdtest

# chip: (description, what it is built with, its core)
F4 = [f"stm32f4/{part}.svd" for part in
      "gpio exti usart spi i2c dma adc tim rtc system".split()] + ["cortex-m/cortex-m.svd",
                                                                   "cortex-m/fpu.svd"]
CHIPS = {
    "stm32f401": ("stm32f4/stm32f401.svd", F4, "m4"),
    "stm32f405": ("stm32f4/stm32f405.svd", F4, "m4"),
    "stm32l475": ("stm32l475/stm32l475.svd", ["cortex-m/cortex-m.svd", "cortex-m/fpu.svd"], "m4"),
    "lm3s6965": ("lm3s6965/lm3s6965.svd", ["cortex-m/cortex-m.svd"], "m3"),
    "nrf51": ("nrf51822/nrf51.svd", ["cortex-m/cortex-m0.svd"], "m0"),
    "fe310": ("fe310/fe310.svd", [], "rv32"),
    "virt": ("virt/virt.svd", [], "rv32"),
}


# Registers whose reset value differs between instances, so that reg_init must not know it: of the
# ports, which give some pins to the debugger, and of timers of 16 and of 32 bits.
DIFFER = {
    "stm32f401": ["GPIO_MODER", "GPIO_OSPEEDR", "GPIO_PUPDR", "TIM_ARR"],
    "stm32f405": ["GPIO_MODER", "GPIO_OSPEEDR", "GPIO_PUPDR", "TIM_ARR"],
    "stm32l475": ["GPIO_MODER", "GPIO_OSPEEDR", "GPIO_PUPDR"],
    "lm3s6965": ["GPIO_AFSEL", "GPIO_PUR", "GPIO_DEN", "GPIO_CR"],
}


def main():
    tool, work = sys.argv[1:3]
    svdtest.clean(work)
    wrong = []
    devices = os.path.join(svdtest.ROOT, "devices")
    for chip, (path, parts, core) in CHIPS.items():
        with_parts = [word for part in parts for word in ("--with", os.path.join(devices, part))]
        svd = os.path.join(devices, path)
        _, out, _ = svdtest.corten(tool, "--check", svd, *with_parts)
        for line in out.splitlines()[:-1]:  # a peripheral that is known by its interrupts only is meant
            if "has no registers: left out" not in line:
                wrong.append(line)
        header, asserts = (os.path.join(work, chip + end) for end in (".h", ".c"))
        code, _, error = svdtest.corten(tool, svd, *with_parts, "-o", header, "--asserts", asserts)
        if code:
            wrong.append(error)
            continue
        wrong += [f"{chip}: {message}" for message in svdtest.compiles(asserts, [core, "host"])]
        with open(header, encoding="utf-8") as file:
            text = file.read()
        differ = re.findall(r"^#define (\w+)_info_ \w+, \w+, \w+, 0, ", text, re.M)
        if sorted(differ) != sorted(DIFFER.get(chip, [])):
            wrong.append(f"{chip}: reset values differ in {differ}")
        interrupts = [int(number) for number in re.findall(r"^    X\(\w+, (\d+)\)", text, re.M)]
        if interrupts != sorted(interrupts) or (core != "rv32" and len(interrupts) < 20):
            wrong.append(f"{chip}: interrupts {interrupts}")
    print("\n".join(wrong) or f"{len(CHIPS)} chips, nothing odd")
    return 1 if wrong else 0


sys.exit(main())

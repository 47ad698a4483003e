# SPDX-FileCopyrightText: 2026 The Corten authors
# SPDX-License-Identifier: MIT OR Apache-2.0
"""check_placement.py NM IMAGE SYMBOL=ram|flash…: where functions of an LM3S6965 image lie."""
import subprocess
import sys

RAM, FLASH_END = 0x20000000, 0x00040000
nm, image, *wanted = sys.argv[1:]
listing = subprocess.run([nm, image], check=True, stdout=subprocess.PIPE, text=True).stdout
address = {fields[2]: int(fields[0], 16) for fields in map(str.split, listing.splitlines())
           if len(fields) == 3}
failures = 0
for wish in wanted:
    symbol, place = wish.split("=")
    at = address.get(symbol)
    right = at is not None and (at >= RAM if place == "ram" else at < FLASH_END)
    if not right:
        print(f"{symbol} should lie in {place}, but "
              + ("is not in the image" if at is None else f"lies at {at:#010x}"))
        failures += 1
sys.exit(1 if failures or not wanted else 0)

# SPDX-FileCopyrightText: 2026 The Corten authors
# SPDX-License-Identifier: MIT OR Apache-2.0
"""check_list.py LIST.md: our expected outputs are those of the list; names what has no program yet."""
import os
import re
import sys

HERE = os.path.dirname(os.path.abspath(__file__))

if not os.path.exists(sys.argv[1]):
    print("skipped: the list of conformance programs is not there")
    sys.exit(77)
with open(sys.argv[1], encoding="utf-8") as file:
    listed = re.findall(r"^## (\S+) \(v\d\)\n.*?^```text\n(.*?)^```", file.read(), re.S | re.M)
failures = 0
for name, output in listed:
    ours = os.path.join(HERE, name + ".expected")
    if not os.path.exists(ours):
        print(f"no program yet: {name}")
        continue
    with open(ours, encoding="utf-8") as file:
        if file.read() != output:
            print(f"{name}: the expected output differs from the list's")
            failures += 1
print(f"{len(listed)} listed, {failures} differ")
sys.exit(1 if failures or not listed else 0)

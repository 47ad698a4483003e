# SPDX-FileCopyrightText: 2026 The Corten authors
# SPDX-License-Identifier: MIT OR Apache-2.0
"""demo.py ROOT MANIFEST SCENARIO: the thermostat, scripted, prints SCENARIO.expected.

What a board may differ in is left out of the comparison: its name, the pins that the bus sees,
the sizes. In the script «x*N» stands for N times the letter x.
"""
import difflib
import os
import re
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
root, manifest, scenario = sys.argv[1:]


def text_of(ending):
    with open(os.path.join(HERE, scenario + ending), encoding="utf-8") as file:
        return file.read()


seconds, script = text_of(".script").split("\n", 1)
script = re.sub(r"«(.)\*(\d+)»", lambda found: found.group(1) * int(found.group(2)), script)
run = subprocess.run([sys.executable, "-B", os.path.join(root, "tools", "demo", "demo.py"),
                      "--manifest", manifest, "--seconds", seconds],
                     input=script, text=True, stdout=subprocess.PIPE, check=False)
printed = run.stdout.splitlines()
problems = []
if run.returncode != 0:
    problems.append(f"exit status {run.returncode}")
if not printed or not printed[0].startswith("thermostat on "):
    problems.append("the first line does not say which board this is")
stack = [re.fullmatch(r"stack (\d+) of (\d+) bytes", line) for line in printed]
stack = [found for found in stack if found]
if len(stack) != 1 or int(stack[0][1]) > int(stack[0][2]):
    problems.append("no line tells the stack used of the stack available")
comparable = [line for line in printed[1:]
              if not re.match(r"\[|stack |image: ", line)]
problems += difflib.unified_diff(text_of(".expected").splitlines(), comparable,
                                 scenario + ".expected", "printed", lineterm="")
print("\n".join(problems))
sys.exit(1 if problems else 0)

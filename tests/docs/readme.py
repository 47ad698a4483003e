# SPDX-FileCopyrightText: 2026 The Corten authors
# SPDX-License-Identifier: MIT OR Apache-2.0
"""readme.py TREE: the application of README.md, outside the tree, as its reader would have it.

Installs Corten from the build tree TREE, writes the README's marked files into an empty folder,
builds them with the toolchain file that it names, runs the result and looks at what it says.
"""
import os
import re
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def must(call, **more):
    done = subprocess.run(call, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, text=True, timeout=300, check=False, **more)
    if done.returncode != 0:
        sys.exit(f"FAILED: {' '.join(call)}\n{done.stdout}")
    return done.stdout


with open(os.path.join(ROOT, "README.md"), encoding="utf-8") as file:
    files = re.findall(r"^<!-- file: (\S+) -->\n```\w+\n(.*?)^```$", file.read(), re.M | re.S)
if [name for name, _ in files] != ["main.c", "CMakeLists.txt"]:
    sys.exit(f"FAILED: the README's files are {[name for name, _ in files]}")
with tempfile.TemporaryDirectory(prefix="corten-readme-") as outside:
    prefix, build = os.path.join(outside, "prefix"), os.path.join(outside, "build")
    must(["cmake", "--install", sys.argv[1], "--prefix", prefix])
    for name, text in files:
        with open(os.path.join(outside, name), "w", encoding="utf-8") as file:
            file.write(text)
    toolchain = os.path.join(prefix, "share", "corten", "cmake", "toolchains", "thumbv7m.cmake")
    must(["cmake", "-G", "Ninja", "-S", outside, "-B", build, "-DCMAKE_PREFIX_PATH=" + prefix,
          "-DCMAKE_TOOLCHAIN_FILE=" + toolchain])
    must(["cmake", "--build", build])
    run = subprocess.Popen(["timeout", "20", "cmake", "--build", build, "--target", "run-first"],
                           stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                           text=True, errors="replace")
    said = ""
    for line in run.stdout:
        said += line
        if "nobody yet" in line:
            run.stdin.write("x")
            run.stdin.flush()
        if "somebody is there" in line:
            break
    run.kill()
    subprocess.run(["pkill", "-f", os.path.join(build, "first.elf")], check=False)
if "somebody is there" not in said:
    sys.exit("FAILED: it does not notice what is typed:\n" + said)

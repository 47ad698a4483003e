#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Corten authors
# SPDX-License-Identifier: MIT OR Apache-2.0
"""package.py TREE WAY BOARD CORE [must-fail REGEX]

Builds tests/package/project, copied to a folder outside of the tree, against Corten by WAY
(find_package: what `cmake --install TREE` installs; add_subdirectory: the checkout) for BOARD in
a tree for CORE ("host" or the name of a toolchain file), and runs it: it must greet. With
must-fail, configuring must fail with a message that matches. Board "mine" is one of the project's own:
a copy of Corten's lm3s6965evb.
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def run(call):
    """Return code and output."""
    done = subprocess.run(call, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, text=True, timeout=300, check=False)
    print("--", " ".join(call))
    print(done.stdout)
    return done.returncode, done.stdout


def must(call):
    code, output = run(call)
    if code != 0:
        sys.exit("FAILED: see above")
    return output


def main():
    tree, way, board, core = sys.argv[1:5]
    refusal = sys.argv[6] if len(sys.argv) > 6 else None
    with tempfile.TemporaryDirectory(prefix="corten-package-") as outside:
        project, build = os.path.join(outside, "project"), os.path.join(outside, "build")
        shutil.copytree(os.path.join(ROOT, "tests", "package", "project"), project)
        if board == "mine":
            shutil.copytree(os.path.join(ROOT, "boards", "lm3s6965evb"),
                            os.path.join(project, "boards", "mine"))
        corten = ROOT
        if way == "find_package":
            must(["cmake", "--install", tree, "--prefix", os.path.join(outside, "prefix")])
            corten = os.path.join(outside, "prefix", "share", "corten")
        call = ["cmake", "-G", "Ninja", "-S", project, "-B", build, "-DWAY=" + way,
                "-DBOARD=" + board, "-DCORTEN=" + corten,
                "-DCMAKE_PREFIX_PATH=" + os.path.join(outside, "prefix")]
        if core != "host":
            call.append(f"-DCMAKE_TOOLCHAIN_FILE={corten}/cmake/toolchains/{core}.cmake")
        if refusal:
            code, output = run(call)
            if code == 0 or not re.search(refusal, re.sub(r"\s+", " ", output)):
                sys.exit(f"FAILED: it should refuse with: {refusal}")
            return
        must(call)
        must(["cmake", "--build", build])
        said = must([sys.executable, "-B", os.path.join(corten, "cmake", "tools", "run_firmware.py"),
                     os.path.join(build, "firmware", "hello.json")])
        if said != "hello from outside, 42\n":
            sys.exit("FAILED: it does not greet")


main()

# SPDX-FileCopyrightText: 2026 The Corten authors
# SPDX-License-Identifier: MIT OR Apache-2.0
"""first_project.py: does what docs/first-project.md says, in the order in which it says it.

Its `sh` blocks are run by one shell in an empty folder, its files are written where it names them
before the next of them, and what stands under `<!-- prints -->` must have been said, line by line,
since the block before.
"""
import os
import re
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
BLOCK = re.compile(r"(?:<!-- (?P<key>example: (?P<file>\S+)|prints) -->\n)?"
                   r"^```(?P<info>\w*)\n(?P<text>.*?)^```$", re.M | re.S)
END = "- that was the block -"


def main():
    with open(os.path.join(ROOT, "docs", "first-project.md"), encoding="utf-8") as file:
        blocks = list(BLOCK.finditer(file.read()))
    with tempfile.TemporaryDirectory(prefix="corten-first-") as outside:
        # -e: what fails without being asked for ends the shell
        with subprocess.Popen(["sh", "-e"], cwd=outside, stdin=subprocess.PIPE, text=True,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, errors="replace",
                              env={**os.environ, "CORTEN": ROOT, "LC_ALL": "C"}) as shell:
            folder, said = outside, ""
            for block in blocks:
                text = block.group("text")
                if block.group("file"):
                    path = os.path.join(folder, block.group("file"))
                    with open(path, "w", encoding="utf-8") as file:
                        file.write(text)
                elif block.group("key") == "prints":
                    for line in text.splitlines():
                        if re.sub("[‘’`]", "'", line) not in re.sub("[‘’`]", "'", said):
                            sys.exit(f"FAILED: it does not say '{line}', but\n{said}")
                elif block.group("info") == "sh":
                    shell.stdin.write(f"{{ {text}\n}} </dev/null\necho; pwd; echo '{END}'\n")
                    shell.stdin.flush()
                    lines = []
                    for line in shell.stdout:
                        if line.strip() == END:
                            break
                        lines.append(line)
                    else:
                        sys.exit(f"FAILED: {text}\n{''.join(lines)}")
                    folder, said = lines[-1].strip(), "".join(lines[:-1])
                    print(said)
            shell.stdin.close()


main()

# SPDX-FileCopyrightText: 2026 The Corten authors
# SPDX-License-Identifier: MIT OR Apache-2.0
"""Figures in the documents: no digit of them is written by hand.

Between `<!-- figures: NAME; NAME … -->` and `<!-- end of figures -->` stands a table of the rows of
these names or, where there is none, of those whose names begin so. `./dev bench --pages` writes the
tables of the rows that were measured, `--check-pages` says where they differ.
"""
import glob
import os
import re
import subprocess

TABLE = re.compile(r"(<!-- figures: ([^>]*?) -->\n)(.*?)(<!-- end of figures -->)", re.S)


def table(rows, names):
    """The Markdown table of the rows that begin with these names, or None where one is missing."""
    wanted = []
    for name in names:
        found = [row for row in rows if row["optimisation"] in ("-Os", "-O2") and
                 row["name"].startswith(name)]
        found = [row for row in found if row["name"] == name] or found
        if not found:
            return None
        wanted += [row for row in found if row not in wanted]
    figures, hand = {}, any(row.get("by hand") is not None for row in wanted)
    beside = {(row["name"], row["core"], row["unit"]): row.get("beside") or "" for row in wanted}
    for row in wanted:
        key = (row["name"], row["core"], row["unit"])
        figures.setdefault(key, {})[row["optimisation"]] = row
    columns = [(level, key) for key in (["ours", "by hand"] if hand else ["ours"])
               for level in ("-Os", "-O2")]
    heads = [f"`{level}`" if key == "ours" else f"by hand, `{level}`" for level, key in columns]
    cores = len({core for _, core, _ in figures}) > 1
    lines = [["", "core"] if cores else [""], ["---"] * (2 if cores else 1)]
    lines[0] += ["unit", *heads] + (["quoted"] if any(beside.values()) else [])
    lines[1] += ["---", *["---:"] * len(heads)] + (["---"] if any(beside.values()) else [])
    for (name, core, unit), levels in figures.items():
        cells = [name] + ([core] if cores else []) + [unit]
        for level, key in columns:
            value = levels.get(level, {}).get(key)
            cells.append("" if value is None else str(value))
        if any(beside.values()):
            cells.append(beside[(name, core, unit)])
        lines.append(cells)
    return "".join("| " + " | ".join(line) + " |\n" for line in lines)


def update(root, rows, write):
    """Writes or compares the tables of all documents; 1 when a comparison fails."""
    listing = subprocess.run(["git", "-C", root, "ls-files", "-co", "--exclude-standard", "*.md"],
                             stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=False)
    names = listing.stdout.splitlines() or ["README.md"] + [
        os.path.relpath(path, root)
        for path in glob.glob(os.path.join(root, "docs", "**", "*.md"), recursive=True)]
    different, tables = [], 0
    for name in names:
        path = os.path.join(root, name)
        with open(path, encoding="utf-8") as file:
            text = file.read()

        def renew(found):
            nonlocal tables
            new = table(rows, [one.strip() for one in found.group(2).split(";")])
            if new is None:  # not measured this time
                if not write:
                    different.append(f"{name}: no row is called {found.group(2)}")
                return found.group(0)
            tables += 1
            if new != found.group(3):
                different.append(f"{name}: {found.group(2)}\n{new}instead of\n{found.group(3)}")
            return found.group(1) + new + found.group(4)

        renewed = TABLE.sub(renew, text)
        if write and renewed != text:
            with open(path, "w", encoding="utf-8") as file:
                file.write(renewed)
    print(f"{tables} tables in the documents, {len(different)} " + ("renewed" if write else "different"))
    if different and not write:
        print("\n".join(different))
        print("FAILED: the documents have other figures; ./dev bench --pages renews them")
        return 1
    return 0

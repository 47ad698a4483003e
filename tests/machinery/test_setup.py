#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Corten authors
# SPDX-License-Identifier: MIT OR Apache-2.0
"""./dev setup on machines that we have not: what it finds missing, and where it takes backports."""
import os
import subprocess
import tempfile
import unittest

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
KEYRING = "/usr/share/keyrings/debian-archive-keyring.gpg"


def shell(code, given=""):
    """Exit code and output of shell code that may use the functions of setup.sh."""
    done = subprocess.run(["sh", "-euc", ". tools/dev/setup.sh\n" + code], cwd=ROOT, input=given,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, check=False)
    return done.returncode, done.stdout, done.stderr


class Backports(unittest.TestCase):
    def stanza(self, **files):
        """The stanza written on a machine with these source files (list=…, sources=…, …)."""
        with tempfile.TemporaryDirectory() as folder:
            paths = []
            for name, text in files.items():
                paths.append(os.path.join(folder, name.replace("_", ".")))
                with open(paths[-1], "w", encoding="utf-8") as file:
                    file.write(text)
            code, output, error = shell("backports_stanza bookworm " + " ".join(paths))
            self.assertEqual(error, "")
            return output if code == 0 else None

    def test_one_line_format(self):
        self.assertEqual(self.stanza(a_list="""# comment
deb-src http://mirror.example/debian bookworm main
deb http://mirror.example/debian bookworm main contrib # the release
deb http://mirror.example/debian bookworm-updates main
"""), """# Written by ./dev setup for the emulator.
Types: deb
URIs: http://mirror.example/debian
Suites: bookworm-backports
Components: main
""")

    def test_one_line_format_with_options_keeps_the_key(self):
        found = self.stanza(a_list=f"deb [ arch=amd64 signed-by={KEYRING} ] "
                                   "https://mirror.example/pub/debian/ bookworm main\n")
        self.assertIn("URIs: https://mirror.example/pub/debian/\n", found)
        self.assertIn(f"Signed-By: {KEYRING}\n", found)

    def test_deb822(self):
        found = self.stanza(a_sources=f"""Types: deb deb-src
# a comment within
URIs: http://one.example/debian http://two.example/debian
Suites: bookworm bookworm-updates
Components: main non-free-firmware
Signed-By: {KEYRING}

Types: deb
URIs: http://one.example/debian-security
Suites: bookworm-security
Components: main
""")
        self.assertIn("URIs: http://one.example/debian\n", found)
        self.assertIn(f"Signed-By: {KEYRING}\n", found)

    def test_key_within_the_file_is_kept_whole(self):
        found = self.stanza(a_sources="""Types: deb
URIs: http://mirror.example/debian
Suites: bookworm
Components: main
Signed-By:
 -----BEGIN PGP PUBLIC KEY BLOCK-----
 .
 mDMEY865UxYJKwYBBAHaRw8BAQdAd7Z0srwuhlB6JKFkcf4HU4SSS
 -----END PGP PUBLIC KEY BLOCK-----
""")
        self.assertTrue(found.endswith("-----END PGP PUBLIC KEY BLOCK-----\n"), found)
        self.assertIn("\n mDMEY865", found)

    def test_third_parties_are_left_alone(self):
        found = self.stanza(
            a_list="deb [signed-by=/usr/share/keyrings/tool.gpg] https://tool.example/apt bookworm main\n",
            b_sources="Types: deb\nURIs: https://node.example/debian\nSuites: nodistro\n"
                      "Components: main\nSigned-By: /usr/share/keyrings/node.gpg\n",
            c_list="deb https://third.example/linux bookworm main\n"
                   "deb http://mirror.example/debian bookworm main\n")
        self.assertIn("URIs: http://mirror.example/debian\n", found)

    def test_only_third_parties(self):
        self.assertIsNone(self.stanza(
            a_list="deb [signed-by=/usr/share/keyrings/tool.gpg] https://tool.example/apt bookworm main\n"))

    def test_switched_off(self):
        self.assertIsNone(self.stanza(a_sources="Types: deb\nURIs: http://mirror.example/debian\n"
                                                "Suites: bookworm\nComponents: main\nEnabled: no\n"))

    def test_other_release_or_no_main(self):
        self.assertIsNone(self.stanza(a_list="deb http://mirror.example/debian trixie main\n"
                                             "deb http://mirror.example/debian bookworm contrib\n"))

    def test_no_file(self):
        self.assertIsNone(self.stanza())

    def test_known_backports_are_found(self):
        with tempfile.NamedTemporaryFile("w", suffix=".list") as file:
            file.write("deb http://mirror.example/debian bookworm-backports main\n")
            file.flush()
            _, output, _ = shell(f"debian_source bookworm-backports {file.name}")
        self.assertEqual(output.splitlines()[0], "http://mirror.example/debian")


class Missing(unittest.TestCase):
    def missing(self, installed):
        code, output, _ = shell("missing_packages 'cmake gcc' 'qemu-system-arm'", installed)
        self.assertEqual(code, 0)
        return output.split()

    def test_nothing(self):
        self.assertEqual(self.missing("cmake installed 3.25.1-1\ngcc installed 4:12.2.0-3\n"
                                      "qemu-system-arm installed 1:10.0.2+ds-2\n"), [])

    def test_old_emulator(self):
        self.assertEqual(self.missing("cmake installed 3.25.1-1\ngcc installed 4:12.2.0-3\n"
                                      "qemu-system-arm installed 1:7.2+dfsg-7\n"),
                         ["qemu-system-arm"])

    def test_removed_package_counts_as_missing(self):
        self.assertEqual(self.missing("cmake config-files 3.25.1-1\ngcc installed 4:12.2.0-3\n"
                                      "qemu-system-arm installed 1:10.0.2+ds-2\n"), ["cmake"])

    def test_empty_machine(self):
        self.assertEqual(self.missing(""), ["cmake", "gcc", "qemu-system-arm"])


class Manners(unittest.TestCase):
    def test_the_scripts_are_posix(self):
        for shell_program in ("dash", "sh"):
            done = subprocess.run([shell_program, "-n", "dev"], cwd=ROOT, check=False)
            self.assertEqual(done.returncode, 0)

    def test_unknown_command_is_refused(self):
        done = subprocess.run(["./dev", "dance"], cwd=ROOT, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, text=True, check=False)
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("no such command: dance", done.stderr)


unittest.main()

# SPDX-License-Identifier: EUPL-1.2
"""The commands of the guides: each `console` block is run with the example city, and prints what the guide says.

A line `$ koers …` is a command; the lines after it are what it prints; `…` stands for anything within a line, alone for any number of
lines. A block that begins with `# ends with N` says with which code its commands end, when that is not 0.
"""
import re
import shlex
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "system"))
from koers_program import koers, make_database  # noqa: E402

GUIDES = Path(__file__).resolve().parents[2] / "docs" / "guide"
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def commands_of(block):
    """The commands of a block: arguments, the code that they end with, and the lines that they print."""
    found, code = [], 0
    for line in block.splitlines():
        if line.startswith("# ends with "):
            code = int(line.removeprefix("# ends with "))
        elif line.startswith("$ koers "):
            found.append((shlex.split(line.removeprefix("$ koers ")), code, []))
        else:
            found[-1][2].append(line)
    return found


def is_like(printed, expected):
    pattern = "".join(r"(?:.*\n)*" if line == "…" else re.escape(line).replace("…", ".*") + r"\n" for line in expected)
    return re.fullmatch(pattern, printed) is not None


class GuideTest(unittest.TestCase):
    def test_the_commands_of_the_guides_print_what_the_guides_say(self):
        ran = 0
        for guide in sorted(GUIDES.glob("*.md")):
            for block in BLOCK.findall(guide.read_text()):
                with tempfile.TemporaryDirectory(prefix="koers-guide.") as folder:
                    make_database(folder)
                    for arguments, code, expected in commands_of(block):
                        done = koers(*arguments, "--db", f"sqlite:{folder}/city.db")
                        with self.subTest(guide=guide.name, command=" ".join(arguments)):
                            self.assertEqual(done.returncode, code, done.stdout + done.stderr)
                            self.assertTrue(is_like(done.stdout, expected), done.stdout[:2000])
                        ran += 1
        self.assertGreater(ran, 4, "the guides show commands")


if __name__ == "__main__":
    unittest.main()

# SPDX-License-Identifier: EUPL-1.2
"""A full disk: writing is refused in words, reading goes on, and with room again writing works."""
import os
import subprocess
import tempfile
import unittest
from pathlib import Path

from koers_program import Caller, Server, become_administrator, effort, koers, make_database, make_site


class FullDiskTest(unittest.TestCase):
    def setUp(self):
        if os.geteuid() != 0:
            self.skipTest("only root may mount a small disk")
        kept = tempfile.TemporaryDirectory(prefix="koers-disk.")
        self.addCleanup(kept.cleanup)
        self.disk = Path(kept.name) / "disk"
        self.disk.mkdir()
        mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=16m", "koers-test", self.disk], capture_output=True, text=True)
        if mounted.returncode != 0:
            self.skipTest(f"no small disk here: {mounted.stderr.strip()}")
        self.addCleanup(subprocess.run, ["umount", "-l", self.disk])
        self.url = make_database(self.disk)
        self.site = make_site(kept.name)

    def fill(self):
        with open(self.disk / "filler", "wb", buffering=0) as filler:
            try:
                while True:
                    filler.write(b"x" * 4096)
            except OSError:
                pass

    def write_until_refused(self, caller):
        """Some writes still fit in what the database holds already."""
        for number in range(2000):
            answer = caller.call("POST", "/documents/efforts", effort(f"vol-{number}"))
            if answer[0] != 201:
                return number, answer
        raise AssertionError("the disk does not get full")

    def test_writing_is_refused_in_words_and_reading_goes_on(self):
        with Server(self.url, self.site) as server:
            caller = Caller(server.port, become_administrator(server))
            self.fill()
            number, (status, headers, answer) = self.write_until_refused(caller)
            self.assertEqual((status, headers["Content-Type"]), (503, "application/problem+json"), answer)
            for path in ("/city", "/overview", "/documents/efforts/entree", "/search-results?q=meerzicht"):
                self.assertEqual(Caller(server.port).call("GET", path)[0], 200, path)
                self.assertEqual(caller.call("GET", path)[0], 200, path)
            self.assertEqual(caller.call("GET", f"/documents/efforts/vol-{number}")[0], 404, "half a write is there")
            (self.disk / "filler").unlink()
            self.assertEqual(caller.call("POST", "/documents/efforts", effort("weer-ruimte"))[0], 201)
            self.assertEqual(server.stop(), 0)
        verified = koers("verify", "--db", self.url)
        self.assertEqual(verified.returncode, 0, verified.stdout + verified.stderr)

    def test_a_backup_that_does_not_fit_leaves_nothing_behind(self):
        self.fill()
        done = koers("backup", self.disk / "city.backup", "--db", self.url)
        self.assertEqual(done.returncode, 3, done.stdout + done.stderr)
        self.assertFalse((self.disk / "city.backup").exists())

    def test_an_export_that_does_not_fit_leaves_no_package_behind(self):
        self.fill()
        done = koers("export", self.disk / "out", "--db", self.url)
        self.assertEqual(done.returncode, 3, done.stdout + done.stderr)
        self.assertFalse((self.disk / "out").exists())


if __name__ == "__main__":
    unittest.main()

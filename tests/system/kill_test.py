# SPDX-License-Identifier: EUPL-1.2
"""The server is killed in the midst of writing, again and again: what it acknowledged is there, and the chain is whole."""
import json
import os
import random
import tempfile
import threading
import time
import unittest
from pathlib import Path

from koers_program import Caller, Server, become_administrator, effort, koers, log_in, make_database, make_site, wait_until

KILLS = int(os.environ.get("KOERS_KILLS", "200"))
SECONDS = float(os.environ.get("KOERS_KILL_SECONDS", "120"))  # on a slow machine it ends after this, and says how far it came
WRITERS = 3


class Writer(threading.Thread):
    """Adds an effort and changes it until the server is gone; remembers what was acknowledged, and what may have been."""

    def __init__(self, port, session, name):
        super().__init__()
        self.caller = Caller(port, session)
        self.name_of_effort = name
        self.acknowledged = None  # revision, owner
        self.in_doubt = None
        self.unexpected = []

    def run(self):
        path = f"/documents/efforts/{self.name_of_effort}"
        tag, number = None, 0
        while True:
            number += 1
            owner = f"keer {number}"
            self.in_doubt = owner
            body = effort(self.name_of_effort, owner)
            try:
                if tag is None:
                    status, headers, answer = self.caller.call("POST", "/documents/efforts", body)
                else:
                    status, headers, answer = self.caller.call("PUT", path, body, tag)
            except OSError:
                return
            if status not in (200, 201):
                self.unexpected.append((status, answer))
                return
            tag, self.acknowledged, self.in_doubt = headers["ETag"], (answer["revision"], owner), None


class KillTest(unittest.TestCase):
    def setUp(self):
        kept = tempfile.TemporaryDirectory(prefix="koers-kill.")
        self.addCleanup(kept.cleanup)
        self.folder = Path(kept.name)
        self.url = make_database(self.folder)
        self.site = make_site(self.folder)

    def check(self, server, session, writers):
        caller = Caller(server.port, session)
        for writer in writers:
            self.assertEqual(writer.unexpected, [])
            if writer.acknowledged is None:
                continue
            status, _, answer = caller.call("GET", f"/documents/efforts/{writer.name_of_effort}")
            self.assertEqual(status, 200, f"{writer.name_of_effort} was acknowledged and is gone")
            revision, owner = writer.acknowledged
            found = (answer["revision"], answer["body"]["owner"])
            self.assertIn(found, [(revision, owner), (revision + 1, writer.in_doubt)], writer.name_of_effort)
            self.acknowledged += revision
        caller.connection.close()

    def test_what_was_acknowledged_survives_every_kill(self):
        chance = random.Random(2040)
        self.acknowledged = 0
        server = Server(self.url, self.site)
        session = become_administrator(server)
        kill, end = 0, time.monotonic() + SECONDS
        while kill < KILLS and time.monotonic() < end:
            kill += 1
            writers = [Writer(server.port, session, f"proef-{kill}-{number}") for number in range(WRITERS)]
            for writer in writers:
                writer.start()
            wait_until(lambda: any(writer.acknowledged for writer in writers), 60)
            time.sleep(chance.uniform(0, 0.1))
            server.kill()
            for writer in writers:
                writer.join(30)
            server = Server(self.url, self.site)
            if kill % 100 == 0:
                session = log_in(server)
            self.check(server, session, writers)
        self.assertEqual(server.stop(), 0)
        self.assertGreaterEqual(self.acknowledged, kill)
        verified = json.loads(koers("verify", "--json", "--db", self.url).stdout)
        self.assertTrue(verified["whole"], verified)
        print(f"{kill} kills, {self.acknowledged} acknowledged revisions, all there; {verified['revisions']} in the chain")


if __name__ == "__main__":
    unittest.main()

# SPDX-License-Identifier: EUPL-1.2
"""How the server ends and begins: asked to stop it finishes what is under way; what it cannot use it refuses politely."""
import os
import socket
import tempfile
import threading
import time
import unittest
from pathlib import Path

from koers_program import Caller, Server, become_administrator, effort, koers, make_database, make_site, wait_until


class StopTest(unittest.TestCase):
    def setUp(self):
        kept = tempfile.TemporaryDirectory(prefix="koers-stop.")
        self.addCleanup(kept.cleanup)
        self.folder = Path(kept.name)
        self.url = make_database(self.folder)
        self.site = make_site(self.folder)

    def test_a_request_under_way_is_finished(self):
        with Server(self.url, self.site) as server:
            with socket.create_connection(("127.0.0.1", server.port), 20) as line:
                line.sendall(b"POST /api/v1/sessions HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                             b"Content-Length: 38\r\n\r\n")
                time.sleep(0.2)
                codes = []
                stopping = threading.Thread(target=lambda: codes.append(server.stop()))
                stopping.start()
                time.sleep(0.3)
                line.sendall(b'{"loginName":"anna","password":"fout"}')
                self.assertTrue(line.recv(65536).startswith(b"HTTP/1.1 401"), "the request was cut off")
            stopping.join(30)
            self.assertEqual(codes, [0])

    def test_writes_that_were_acknowledged_before_the_end_are_there(self):
        with Server(self.url, self.site) as server:
            caller = Caller(server.port, become_administrator(server))
            written = []

            def write():
                for number in range(1000):
                    try:
                        if caller.call("POST", "/documents/efforts", effort(f"proef-{number}"))[0] == 201:
                            written.append(f"proef-{number}")
                    except OSError:
                        return

            writer = threading.Thread(target=write)
            writer.start()
            wait_until(lambda: len(written) > 2, 30)
            self.assertEqual(server.stop(), 0)
            writer.join(30)
        listed = koers("show", "effort", "--db", self.url).stdout
        for name in written:
            self.assertIn(name + "\t", listed)

    def test_new_connections_are_refused_after_the_end(self):
        with Server(self.url, self.site) as server:
            self.assertEqual(server.stop(), 0)
            with self.assertRaises(OSError):
                Caller(server.port).call("GET", "/city")

    def test_what_another_program_imports_is_served_soon(self):
        with Server(self.url, self.site) as server:
            caller = Caller(server.port)
            before = caller.call("GET", "/city")[2]["sequence"]
            self.assertEqual(koers("user", "add", "anna", "--role", "officer", "--db", self.url).returncode, 0)
            self.assertEqual(caller.call("GET", "/city")[2]["sequence"], before)
            session = become_administrator(server)
            self.assertEqual(Caller(server.port, session).call("POST", "/documents/efforts", effort("proef"))[0], 201)
            self.assertGreater(caller.call("GET", "/city")[2]["sequence"], before)

    def test_two_servers_on_one_database_see_each_others_writes(self):
        with Server(self.url, self.site) as one, Server(self.url, self.site) as two:
            session = become_administrator(one)
            self.assertEqual(Caller(one.port, session).call("POST", "/documents/efforts", effort("proef"))[0], 201)
            wait_until(lambda: Caller(two.port).call("GET", "/documents/efforts/proef")[0] == 200)

    def test_a_database_that_was_cut_is_refused_politely(self):
        file = self.folder / "city.db"
        whole = file.stat().st_size
        for part in (0.9, 0.5, 0.1):
            os.truncate(file, int(whole * part))
            for command in (["verify"], ["serve", "--port", "0", "--site", self.site], ["show", "effort"]):
                done = koers(*command, "--db", self.url)
                self.assertIn(done.returncode, (1, 3), f"{command} {part}: {done.stdout}{done.stderr}")
                self.assertTrue(done.stderr.startswith("koers: ") or "broken" in done.stdout, done.stderr)
                self.assertNotIn("terminate called", done.stderr)

    def test_what_is_no_database_is_refused_politely(self):
        (self.folder / "notes.db").write_text("Boodschappen: brood, kaas\n" * 200)
        done = koers("verify", "--db", f"sqlite:{self.folder / 'notes.db'}")
        self.assertIn(done.returncode, (2, 3), done.stderr)
        self.assertTrue(done.stderr.startswith("koers: "), done.stderr)
        self.assertIn("notes.db", done.stderr)

    def test_a_port_that_is_taken_is_a_broken_world(self):
        with Server(self.url, self.site) as server:
            done = koers("serve", "--port", server.port, "--site", self.site, "--db", self.url)
            self.assertEqual(done.returncode, 3, done.stderr)
            self.assertIn(str(server.port), done.stderr)

    def test_pages_that_are_not_there_are_named(self):
        done = koers("serve", "--port", "0", "--site", self.folder / "nowhere", "--db", self.url)
        self.assertEqual(done.returncode, 1, done.stderr)
        self.assertIn("nowhere", done.stderr)


if __name__ == "__main__":
    unittest.main()

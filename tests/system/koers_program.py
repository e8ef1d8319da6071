# SPDX-License-Identifier: EUPL-1.2
"""The real program as tests use it: a command, or a server on a free port with somebody logged in."""
import http.client
import json
import os
import re
import signal
import subprocess
import tempfile
import time
from pathlib import Path

PROGRAM = os.environ["KOERS"]
CITY = os.environ["KOERS_CITY"]
PASSWORD = "een lang wachtwoord voor de proef"
ESCAPE = "\x1b["


def koers(*arguments, **options):
    """Runs a command; what it printed and how it ended."""
    return subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, text=True, timeout=120, **options)


def make_database(folder, name="city.db"):
    """Zoetermeer in a new database; its URL."""
    url = f"sqlite:{Path(folder) / name}"
    done = koers("init", "--city", CITY, "--db", url)
    assert done.returncode == 0, done.stderr
    return url


def make_site(folder):
    site = Path(folder) / "site"
    site.mkdir(exist_ok=True)
    (site / "index.html").write_text("<!doctype html><title>Koers</title>")
    return site


class Server:
    """`koers serve` until it is stopped or killed."""

    def __init__(self, url, site):
        command = [PROGRAM, "serve", "--db", url, "--port", "0", "--site", str(site), "--quiet"]
        self.errors = tempfile.TemporaryFile("w+")
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=self.errors, text=True)
        self.token = None
        self.port = self._read_port()

    def _read_port(self):
        line = self.process.stdout.readline()
        found = re.search(r"localhost:(\d+)", line)
        if not found:
            self.process.wait(20)
            self.errors.seek(0)
            raise RuntimeError(f"the server did not start: {line}{self.errors.read()}")
        return int(found.group(1))

    def first_token(self):
        """The secret of the link for the first administrator, which the server prints after its address."""
        self.process.stdout.readline()
        return self.process.stdout.readline().split("#")[1].strip()

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self._end()

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        code = self.process.wait(30)
        self._end()
        return code

    def _end(self):
        self.process.wait(30)
        self.process.stdout.close()
        self.errors.close()

    def __enter__(self):
        return self

    def __exit__(self, *unused):
        if self.process.poll() is None:
            self.kill()


class Caller:
    """One connection, with the session of whoever logged in. Errors of the connection come out as OSError."""

    def __init__(self, port, session=None):
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        self.session = session or {}

    def call(self, method, path, body=None, tag=None):
        headers = dict(self.session)
        if body is not None:
            headers["Content-Type"] = "application/json"
        if tag is not None:
            headers["If-Match"] = tag
        try:
            self.connection.request(method, "/api/v1" + path, json.dumps(body) if body is not None else None, headers)
            answer = self.connection.getresponse()
            text = answer.read()
        except http.client.HTTPException as problem:
            raise OSError(str(problem)) from problem
        return answer.status, answer.headers, json.loads(text) if text else None

    def begin(self, path, body):
        """Logs in, or takes a one-time link; keeps the session."""
        status, headers, answer = self.call("POST", path, body)
        assert status == 201, answer
        cookies = [each.split(";")[0] for each in headers.get_all("Set-Cookie")]
        self.session = {"Cookie": "; ".join(cookies), "X-CSRF-Token": answer["csrfToken"]}
        return self.session


def become_administrator(server):
    """Takes the link of the first start: that account may also write as officer, manager and clerk."""
    body = {"token": server.first_token(), "loginName": "beheer", "displayName": "Beheer", "password": PASSWORD}
    return Caller(server.port).begin("/setups", body)


def log_in(server):
    return Caller(server.port).begin("/sessions", {"loginName": "beheer", "password": PASSWORD})


def effort(identity, owner="niemand"):
    """A small effort that fits Zoetermeer."""
    both = {"nl": f"Proef {identity}", "en": f"Trial {identity}"}
    return {"id": identity, "title": both, "summary": both, "form": "project", "state": "proposed", "owner": owner,
            "challenges": ["sociale-basis"], "sources": [{"source": "visie-2040", "section": "3.2"}]}


def wait_until(condition, seconds=10):
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "that takes too long"
        time.sleep(0.01)

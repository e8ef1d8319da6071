# SPDX-License-Identifier: EUPL-1.2
"""CBS and PDOK on this machine: the figures of 2022 that the city has, in the shape in which CBS gives a table over OData 3."""
import csv
import json
import re
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

from koers_program import CITY

TABLE = "85318NED"
# Our indicator, the column of CBS, its unit, and what a figure of ours is divided by.
COLUMNS = [("inhabitants", "AantalInwoners_5", "aantal", 1), ("dwellings", "Woningvoorraad_35", "aantal", 1),
           ("woz-value", "GemiddeldeWOZWaardeVanWoningen_36", "x 1 000 euro", 1000), ("owner-occupied", "Koopwoningen_41", "%", 1),
           ("area-km2", "OppervlakteTotaal_115", "ha", 0.01)]
DENSITY, BENEFIT = "Bevolkingsdichtheid_34", "PersonenPerSoortUitkeringBijstand_84"


def names():
    found = {}
    for file in ("municipalities", "districts", "neighbourhoods"):
        text = (Path(CITY) / f"{file}.yaml").read_text()
        found.update(re.findall(r"^- id: (\w+)\n  name: (.+)$", text, re.MULTILINE))
    return {code: name.strip('"') for code, name in found.items()}


def held():
    """The figures of 2022 of the city and its districts: area → indicator → value."""
    figures = {}
    with open(Path(CITY) / "statistics" / "cbs-kwb-2022.csv", newline="") as file:
        for row in csv.DictReader(file):
            kind, code = row["area"].split("/")
            if kind != "region" and (code == "GM0637" or code.startswith("WK0637")):
                figures.setdefault(code, {})[row["indicator"]] = float(row["value"])
    return figures


def rows():
    out = []
    called = names()
    for number, (code, figures) in enumerate(held().items()):
        row = {"ID": number, "WijkenEnBuurten": code.ljust(10), "Gemeentenaam_1": "Zoetermeer", DENSITY: 1000 + number, BENEFIT: None}
        for indicator, column, _, scale in COLUMNS:
            row[column] = round(figures[indicator] / scale, 3)
        out.append((called[code], row))
    elsewhere = {"ID": 90, "WijkenEnBuurten": "WK001400  ", "Gemeentenaam_1": "Groningen", DENSITY: 9000, BENEFIT: 5}
    elsewhere.update({column: 10 for _, column, _, _ in COLUMNS})
    out.append(("Centrum", elsewhere))
    return out


def square(west, south):
    ring = [[west, south], [west + 0.01, south], [west + 0.01, south + 0.01], [west, south + 0.01], [west, south]]
    return {"type": "Polygon", "coordinates": [ring]}


class FakeCbs:
    """`spoil(path, answer)` may change what is answered; `waits` holds the figures back until `go` is set."""

    def __init__(self, spoil=None):
        self.spoil = spoil
        self.asked = []
        self.go = threading.Event()
        self.go.set()
        self.reached = threading.Event()
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                outer.asked.append(unquote(self.path))
                answer = outer.answer(urlsplit(self.path).path)
                body = json.dumps(answer).encode()
                self.send_response(200 if answer is not None else 404)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                try:
                    self.wfile.write(body)
                except BrokenPipeError:
                    pass  # an import that was interrupted does not wait for it

            def log_message(self, *_):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def close(self):
        self.go.set()
        self.server.shutdown()
        self.server.server_close()

    def answer(self, path):
        if path.startswith("/cbs/"):
            answer = self.features(path)
        else:
            answer = self.table(path)
        if self.spoil is not None and answer is not None:
            self.spoil(path, answer)
        return answer

    def table(self, path):
        prefix = f"/ODataApi/OData/{TABLE}/"
        if not path.startswith(prefix):
            return None  # no such table over OData 4
        part = path.removeprefix(prefix)
        if part == "TableInfos":
            return {"value": [{"ID": 0, "Title": "Kerncijfers wijken en buurten 2022", "Identifier": TABLE, "Modified": "2026-01-01T02:00:00",
                               "Period": "2022", "OutputStatus": "Regulier", "RecordCount": len(rows())}]}
        if part == "DataProperties":
            return {"value": self.properties()}
        if part == "WijkenEnBuurten":
            return {"value": [{"Key": row["WijkenEnBuurten"], "Title": name, "Description": "", "CategoryGroupID": 1} for name, row in rows()]}
        if part == "TypedDataSet":
            self.reached.set()
            self.go.wait(30)
            return {"value": [row for _, row in rows()]}
        return None

    @staticmethod
    def properties():
        measures = [(column, unit) for _, column, unit, _ in COLUMNS] + [(DENSITY, "aantal inwoners per km2"), (BENEFIT, "aantal")]
        properties = [{"odata.type": "Cbs.OData.GeoDetail", "ID": 0, "Position": 0, "Type": "GeoDetail", "Key": "WijkenEnBuurten", "Title": "Wijken en buurten"},
                      {"odata.type": "Cbs.OData.Topic", "ID": 1, "Position": 1, "Type": "Topic", "Key": "Gemeentenaam_1", "Title": "Gemeentenaam", "Datatype": "String", "Unit": " ", "Decimals": 0}]
        for number, (column, unit) in enumerate(measures):
            properties.append({"odata.type": "Cbs.OData.Topic", "ID": number + 2, "Position": number + 2, "Type": "Topic", "Key": column,
                               "Title": column, "Datatype": "Double", "Unit": unit, "Decimals": 0})
        return properties

    @staticmethod
    def features(path):
        found = re.fullmatch(r"/cbs/wijken-en-buurten-(\d+)/ogc/v1/collections/(gemeenten|wijken|buurten)/items", path)
        if not found:
            return None
        kind, field = {"gemeenten": ("GM", "gemeente"), "wijken": ("WK", "wijk"), "buurten": ("BU", "buurt")}[found.group(2)]
        features = []
        for number, (code, name) in enumerate(sorted(names().items())):
            if code.startswith(f"{kind}0637"):
                features.append({"type": "Feature", "id": number, "geometry": square(4.4 + number * 0.01, 52.0),
                                 "properties": {f"{field}code": code, f"{field}naam": name, "gemeentecode": "GM0637", "water": "NEE"}})
        return {"type": "FeatureCollection", "numberReturned": len(features), "links": [], "features": features}

# SPDX-License-Identifier: EUPL-1.2
"""koers optimise sheet: the sheet that a controller fills in, out and in again, with a package and with a database."""
import csv
import json
import shutil
import sys
import tempfile
import unittest
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "system"))
from koers_program import koers  # noqa: E402

GOOD, NO, BAD_INPUT = 0, 1, 2
SMALL_CITY = Path(__file__).resolve().parent.parent / "model" / "small-city"
OFFICE = "urn:oasis:names:tc:opendocument:xmlns:"


def write_ods(path, rows):
    """A spreadsheet as LibreOffice writes it; numbers are numbers."""
    def cell(value):
        if value == "":
            return "<table:table-cell/>"
        if isinstance(value, float):
            return f'<table:table-cell office:value-type="float" office:value="{value}"/>'
        return f'<table:table-cell office:value-type="string"><text:p>{escape(value)}</text:p></table:table-cell>'

    body = "".join("<table:table-row>" + "".join(map(cell, row)) + "</table:table-row>" for row in rows)
    spaces = "".join(f' xmlns:{name}="{OFFICE}{name}:1.0"' for name in ("office", "table", "text"))
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        file.writestr("content.xml", f'<?xml version="1.0"?><office:document-content{spaces}><office:body><office:spreadsheet>'
                                     f'<table:table table:name="Begroting">{body}</table:table>'
                                     '</office:spreadsheet></office:body></office:document-content>')


def number(text):
    try:
        return float(text)
    except ValueError:
        return text


class OptimiseSheetTest(unittest.TestCase):
    def setUp(self):
        kept = tempfile.TemporaryDirectory(prefix="koers-sheet.")
        self.addCleanup(kept.cleanup)
        self.folder = Path(kept.name)
        self.city = self.folder / "city"
        shutil.copytree(SMALL_CITY, self.city)

    def sheet(self, expected, *arguments):
        done = koers("optimise", "sheet", *arguments)
        self.assertEqual(done.returncode, expected, f"{arguments}\n{done.stdout}{done.stderr}")
        return done

    def export(self, name):
        path = self.folder / name
        self.sheet(GOOD, "export", "--city", self.city, "--output", path)
        return path

    def rows(self):
        with open(self.export("out.csv"), newline="") as file:
            return list(csv.reader(file))

    def filled_in(self, amounts, name="in.csv"):
        """The exported sheet with other amounts in its first row."""
        rows = self.rows()
        rows[1][5:5 + len(amounts)] = amounts
        path = self.folder / name
        if name.endswith(".ods"):
            write_ods(path, [rows[0]] + [[*row[:5], *map(number, row[5:9]), *row[9:]] for row in rows[1:]])
        else:
            with open(path, "w", newline="") as file:
                csv.writer(file, delimiter=";").writerows(rows)
        return path

    def test_what_is_written_reads_back_as_it_was(self):
        for name in ("a.xlsx", "a.csv"):
            done = self.sheet(GOOD, "import", self.export(name), "--city", self.city)
            self.assertIn("5 rows: 0 change something, 5 are as they were", done.stdout, name)
            self.assertIn("There is nothing to change.", done.stdout)
        ods = self.filled_in(["100000"] * 4, "a.ods")
        self.assertIn("5 are as they were", self.sheet(GOOD, "import", ods, "--city", self.city).stdout)

    def test_shows_what_would_change_and_changes_it_only_when_told(self):
        before = (self.city / "appraisals.yaml").read_text()
        path = self.filled_in(["1000", "2000", "3000,5", "0"])
        arguments = ["import", path, "--city", self.city, "--source", "visie", "--section", "9"]
        done = self.sheet(NO, *arguments)
        self.assertIn("effort/bouwprogramma keep, fund/reserve in EUR (row 2): 2023 100000 becomes 1000;", done.stdout)
        self.assertEqual((self.city / "appraisals.yaml").read_text(), before)
        view = json.loads(self.sheet(GOOD, *arguments, "--write", "--json").stdout)
        self.assertEqual((view["changed"], view["same"], view["appraisals"]), (1, 4, ["bouwprogramma"]))
        self.assertEqual(view["changes"][0]["amounts"][2], {"year": 2025, "before": 100000, "after": 3000.5})
        after = (self.city / "appraisals.yaml").read_text()
        self.assertIn("amounts: [1000, 2000, 3000.5, 0]\n          sources: [{source: visie, section: \"9\"}]", after)
        self.assertEqual(koers("check", self.city).returncode, GOOD)
        self.sheet(GOOD, *arguments)  # nothing left to change

    def test_an_opendocument_sheet_is_taken_in_too_and_named_as_the_place(self):
        path = self.filled_in(["1", "2", "3", "4"], "begroting.ods")
        self.sheet(GOOD, "import", path, "--city", self.city, "--source", "visie", "--write")
        self.assertIn("section: Begroting}", (self.city / "appraisals.yaml").read_text())

    def test_a_database_is_changed_as_one(self):
        db = f"sqlite:{self.folder / 'city.db'}"
        self.assertEqual(koers("init", "--city", self.city, "--db", db).returncode, GOOD)
        path = self.filled_in(["1", "2", "3", "4"])
        self.sheet(NO, "import", path, "--db", db, "--source", "visie")
        self.assertIn("1 appraisal has changed.", self.sheet(GOOD, "import", path, "--db", db, "--source", "visie", "--write").stdout)
        self.sheet(GOOD, "import", path, "--db", db)
        out = self.folder / "from-db.csv"
        self.sheet(GOOD, "export", "--db", db, "--output", out, "--language", "en", "--weighing", "agenda-2023")
        self.assertTrue(out.read_text().startswith("item,option,start,means,unit,2023,"))
        self.assertEqual(koers("verify", "--db", db).returncode, GOOD)

    def test_every_fault_has_its_cell_and_nothing_is_changed(self):
        before = (self.city / "appraisals.yaml").read_text()
        path = self.filled_in(["-1", "1.000", "", "x"])
        done = self.sheet(BAD_INPUT, "import", path, "--city", self.city, "--source", "visie", "--write")
        for words in ('in.csv:2:6: F2: found "-1", expected not less than zero', "G2: found \"1.000\"", "H2: found nothing",
                      'I2: found "x"', "4 faults", "Nothing was changed."):
            self.assertIn(words, done.stdout)
        self.assertEqual((self.city / "appraisals.yaml").read_text(), before)

    def test_what_cannot_be_is_refused_with_the_reason(self):
        path = self.export("a.xlsx")
        for arguments, words in [
            (["import", path, "--city", self.city, "--weighing", "none"], 'no weighing "none"'),
            (["import", path, "--city", self.city, "--source", "none"], 'no source "none"'),
            (["import", path, "--city", self.city, "--sheet", "none"], 'no sheet "none"; it has "tekst", "bedragen"'),
            (["import", path, "--city", self.city, "--sheet", "tekst"], "no heading that names a column `onderdeel` or `item`"),
            (["import", self.folder / "none.xlsx", "--city", self.city], "none.xlsx"),
            (["import", path, "--city", self.folder / "none"], "none"),
            (["export", "--city", self.city, "--output", "a.pdf"], ".xlsx or .csv"),
            (["export", "--city", self.city, "--output", self.folder / "a.xlsx", "--weighing", "none"], 'no weighing "none"'),
        ]:
            self.assertIn(words, self.sheet(BAD_INPUT, *arguments).stderr, arguments)
        problem = json.loads(self.sheet(BAD_INPUT, "import", path, "--city", self.city, "--source", "none", "--json").stdout)
        self.assertEqual(problem["error"], "not-found")


if __name__ == "__main__":
    unittest.main()

# SPDX-License-Identifier: EUPL-1.2
"""koers monitor import, batches and undo, against a CBS on this machine and against files."""
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "system"))
sys.path.insert(0, str(Path(__file__).resolve().parent))
from koers_program import PROGRAM, koers, make_database  # noqa: E402
from fake_cbs import DENSITY, FakeCbs  # noqa: E402

GOOD, NO, BAD_INPUT, BROKEN_WORLD = 0, 1, 2, 3
FROM_CBS = ["monitor", "import", "--source", "cbs", "--table", "85318NED", "--area", "GM0637"]
SURVEY = """id: enquete
title: {nl: Enquête, en: Survey}
source: {id: enquete-2021, title: Enquête 2021, publisher: Gemeente Zoetermeer}
decimal_sign: comma
missing: ["-"]
area: {code: [Buurtcode], name: [Buurt]}
period: {column: [Jaar]}
figures:
  - {indicator: satisfied-surroundings, column: [Tevreden], denominator: [n], smallest: 30}
"""


class MonitorImportTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.shared = tempfile.TemporaryDirectory(prefix="koers-import.")
        make_database(cls.shared.name)

    @classmethod
    def tearDownClass(cls):
        cls.shared.cleanup()

    def setUp(self):
        kept = tempfile.TemporaryDirectory(prefix="koers-import.")
        self.addCleanup(kept.cleanup)
        self.folder = Path(kept.name)
        shutil.copy(Path(self.shared.name) / "city.db", self.folder / "city.db")
        self.db = ["--db", f"sqlite:{self.folder / 'city.db'}"]

    def serve(self, spoil=None):
        cbs = FakeCbs(spoil)
        self.addCleanup(cbs.close)
        return cbs

    def run_koers(self, expected, *arguments):
        done = koers(*arguments, *self.db)
        self.assertEqual(done.returncode, expected, f"{arguments}\n{done.stdout}{done.stderr}")
        return done

    def run_json(self, expected, *arguments):
        return json.loads(self.run_koers(expected, *arguments, "--json").stdout)

    def batches(self):
        return self.run_json(GOOD, "monitor", "batches")

    def figures(self):
        exported = self.folder / "package"
        shutil.rmtree(exported, ignore_errors=True)
        self.run_koers(GOOD, "export", exported)
        return (exported / "statistics" / "cbs-kwb-2022.csv").read_text()

    # From CBS

    def test_a_preview_changes_nothing_and_says_how_to_accept(self):
        before = self.batches()
        done = self.run_koers(NO, *FROM_CBS, "--base-url", self.serve().url)
        self.assertIn("Kerncijfers wijken en buurten 2022 (85318NED)", done.stdout)
        self.assertIn("20 new, 0 changed, 50 the same, 0 gone", done.stdout)
        self.assertIn("--accept", done.stdout)
        self.assertEqual(before, self.batches())

    def test_a_dry_run_ends_well_and_changes_nothing(self):
        before = self.batches()
        self.assertIn("dry run", self.run_koers(GOOD, *FROM_CBS, "--base-url", self.serve().url, "--dry-run").stdout)
        self.assertEqual(before, self.batches())

    def test_what_is_accepted_is_one_batch_beside_what_was_there_and_can_be_undone(self):
        before = self.figures()
        done = self.run_json(GOOD, *FROM_CBS, "--base-url", self.serve().url, "--accept")
        self.assertEqual((done["added"], done["changed"], done["gone"]), (20, 0, 0))
        self.assertIn("population-density,municipality/GM0637,2022-01-01,1000,,final,\"85318NED, Bevolkingsdichtheid_34\",", self.figures())
        self.assertIn("inhabitants,municipality/GM0034,2022-01-01,217828", self.figures(), "figures outside the import stay")
        checked = koers("check", self.folder / "package")
        self.assertEqual(checked.returncode, GOOD, checked.stdout + checked.stderr)
        self.assertEqual(self.batches()[0]["id"], done["batch"]["id"])
        self.run_koers(GOOD, "monitor", "undo", done["batch"]["id"])
        self.assertEqual(before, self.figures())
        self.run_koers(NO, "monitor", "undo", done["batch"]["id"])

    def test_the_same_import_again_is_no_batch(self):
        url = self.serve().url
        self.run_koers(GOOD, *FROM_CBS, "--base-url", url, "--accept")
        before = self.batches()
        self.assertIn("there already", self.run_koers(GOOD, *FROM_CBS, "--base-url", url, "--accept").stdout)
        self.assertEqual(before, self.batches())

    def test_an_earlier_batch_is_not_undone_under_a_later_one(self):
        self.run_koers(GOOD, *FROM_CBS, "--base-url", self.serve().url, "--accept")
        first = next(each["id"] for each in self.batches()[1:] if each["source"] == "cbs-kwb-2022")
        self.assertIn("later batch", self.run_koers(NO, "monitor", "undo", first).stderr)

    def test_what_changed_is_shown_with_what_it_was(self):
        def spoil(path, answer):
            if path.endswith("TypedDataSet"):
                answer["value"][0]["Koopwoningen_41"] = 56
                answer["value"] = [row for row in answer["value"] if not row["WijkenEnBuurten"].startswith("WK063709")]

        def forget_one(path, answer):
            spoil(path, answer)
            if path.endswith("TableInfos"):
                answer["value"][0]["RecordCount"] -= 1

        done = self.run_koers(NO, *FROM_CBS, "--base-url", self.serve(forget_one).url)
        self.assertIn("owner-occupied of municipality/GM0637 in 2022-01-01: 55 becomes 56", done.stdout)
        self.assertIn("inhabitants of district/WK063709 in 2022-01-01: 395 becomes nothing", done.stdout)

    def test_a_code_that_is_another_place_refuses_the_whole(self):
        def spoil(path, answer):
            if path.endswith("/WijkenEnBuurten"):
                for code in answer["value"]:
                    if code["Key"].startswith("WK063705"):
                        code["Title"] = "Meerzicht"

        before = self.batches()
        done = self.run_json(BAD_INPUT, *FROM_CBS, "--base-url", self.serve(spoil).url, "--accept")
        self.assertFalse(done["acceptable"])
        self.assertEqual([fault["rule"] for fault in done["faults"]], ["reused_code"])
        self.assertIn("Rokkeveen", done["faults"][0]["expected"])
        self.assertEqual(before, self.batches())

    def test_figures_in_another_unit_are_refused(self):
        def spoil(path, answer):
            if path.endswith("/DataProperties"):
                answer["value"][4]["Unit"] = "euro"

        done = self.run_json(BAD_INPUT, *FROM_CBS, "--base-url", self.serve(spoil).url)
        self.assertEqual([fault["rule"] for fault in done["faults"]], ["unit"])

    def test_a_table_that_breaks_the_sum_of_the_districts_is_refused(self):
        def spoil(path, answer):
            if path.endswith("TypedDataSet"):
                answer["value"][0]["Woningvoorraad_35"] = 99999

        done = self.run_json(BAD_INPUT, *FROM_CBS, "--base-url", self.serve(spoil).url)
        self.assertIn("sum", [fault["rule"] for fault in done["faults"]])

    def test_a_server_that_cannot_be_reached_is_a_broken_world(self):
        closed = FakeCbs()
        closed.close()
        before = self.batches()
        self.run_koers(BROKEN_WORLD, *FROM_CBS, "--base-url", closed.url, "--accept")
        self.assertEqual(before, self.batches())

    def test_an_interrupted_import_changes_nothing_and_goes_on_from_its_cache(self):
        cbs = self.serve()
        cbs.go.clear()
        cache = ["--cache", str(self.folder / "pages")]
        command = [PROGRAM, *FROM_CBS, "--base-url", cbs.url, "--accept", *cache, *self.db]
        before = self.batches()
        running = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.assertTrue(cbs.reached.wait(30))
        running.send_signal(signal.SIGINT)
        out, errors = running.communicate(timeout=30)
        self.assertIn("cancelled", errors)
        self.assertNotIn(running.returncode, (GOOD, -signal.SIGINT), out)
        self.assertEqual(before, self.batches())
        cbs.go.set()
        self.run_koers(GOOD, *FROM_CBS, "--base-url", cbs.url, "--accept", *cache)
        self.assertEqual(len(before) + 1, len(self.batches()))

    # From a file

    def survey(self, lines, mapping=SURVEY, name="enquete.csv"):
        (self.folder / "mapping.yaml").write_text(mapping)
        (self.folder / name).write_text("\n".join(lines) + "\n")
        return ["monitor", "import", "--file", self.folder / name, "--mapping", self.folder / "mapping.yaml"]

    def test_a_survey_brings_its_source_and_keeps_back_small_groups(self):
        command = self.survey(["Buurtcode;Buurt;Jaar;Tevreden;n", "BU06370001;Dorp;2021;81,5;212", "BU06370002;Stadscentrum;2021;70,0;12"])
        done = self.run_json(GOOD, *command, "--accept")
        self.assertTrue(done["addsSource"])
        after = [change["after"] for change in done["changes"]]
        self.assertEqual(after[0], {"value": 81.5, "denominator": 212, "status": "final"})
        self.assertEqual(after[1], {"denominator": 12, "status": "suppressed"})
        self.assertEqual(json.loads(self.run_koers(GOOD, "show", "source", "enquete-2021", "--json").stdout)["title"], "Enquête 2021")

    def test_every_fault_of_a_file_is_named_with_its_place(self):
        command = self.survey(["Buurtcode;Buurt;Jaar;Tevreden;n", "BU06370001;Dorp;2021;81.5;212", "BU06370002;Stadscentrum;2021;170,0;212",
                               "BU06370001;Dorp;2021;81,0;212", "BU06379999;Nergens;2021;50,0;100", "BU06370003;Palenstein;2099;50,0;99"])
        done = self.run_json(BAD_INPUT, *command)
        found = [(fault["rule"], fault["row"], fault["column"]) for fault in done["faults"]]
        self.assertEqual(found, [("type", 2, 4), ("range", 3, 4), ("double_id", 4, 1), ("unknown_reference", 5, 1), ("future", 6, 3)])

    def test_a_mapping_with_a_fault_is_refused_at_its_line(self):
        command = self.survey(["Buurtcode;Buurt;Jaar;Tevreden;n"], SURVEY.replace("satisfied-surroundings", "no-such-thing"))
        done = self.run_koers(BAD_INPUT, *command)
        self.assertIn("mapping.yaml:9:", done.stderr)
        self.assertIn("no-such-thing", done.stderr)

    def test_the_shipped_example_can_be_read(self):
        shipped = Path(os.environ["KOERS_MAPPINGS"]) / "survey-example.yaml"
        command = self.survey(["Buurtcode;Buurt;Jaar;Tevreden;n", "BU06370001;Dorp;2021;81,5;212"])
        done = self.run_json(NO, *command[:-1], shipped, "--year", "2021")
        self.assertEqual(done["source"], "residents-survey-2021")

    # Boundaries

    def test_boundaries_of_a_year_are_shown_and_then_written_once(self):
        command = ["monitor", "import", "--source", "pdok", "--year", "2022", "--area", "GM0637", "--base-url", self.serve().url]
        self.assertEqual(self.run_json(NO, *command)["changed"], 36)
        self.assertIn("36 boundaries written", self.run_koers(GOOD, *command, "--accept").stdout)
        self.assertEqual(self.run_json(GOOD, *command, "--accept")["same"], 36)

    # Usage

    def test_a_command_that_says_too_little_is_refused(self):
        for arguments in ([], ["--source", "cbs"], ["--source", "pdok", "--year", "2022"], ["--source", "cbs", "--file", "x.csv"],
                          ["--file", "x.csv"], ["--source", "cbs", "--table", "85318NED", "--accept", "--dry-run"]):
            with self.subTest(arguments=arguments):
                self.run_koers(BAD_INPUT, "monitor", "import", *arguments)


if __name__ == "__main__":
    unittest.main()

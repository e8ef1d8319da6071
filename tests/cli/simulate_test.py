# SPDX-License-Identifier: EUPL-1.2
"""koers simulate: what it prints, and with which code it ends."""
import csv
import json
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "system"))
from koers_program import CITY, ESCAPE, koers  # noqa: E402

GOOD, BAD_INPUT = 0, 2


class SimulateTest(unittest.TestCase):
    def run_koers(self, expected, *arguments):
        done = koers("simulate", *arguments)
        self.assertEqual(done.returncode, expected, f"{arguments}\n{done.stdout}{done.stderr}")
        self.assertNotIn(ESCAPE, done.stdout + done.stderr, "colours outside a terminal")
        return done

    def run_json(self, *arguments):
        return json.loads(self.run_koers(GOOD, *arguments, "--json").stdout)

    def test_every_parameter_has_a_default_within_its_range_and_a_sentence(self):
        rows = self.run_json("parameters")
        self.assertGreater(len(rows), 40)
        for row in rows:
            self.assertLessEqual(row["lowest"], row["default"], row["name"])
            self.assertLessEqual(row["default"], row["highest"], row["name"])
            self.assertTrue(row["sentence"], row["name"])
            self.assertIn(row["status"], ["literature", "derived", "to_calibrate", "illustrative", "calibrated"])
            if row["status"] in ["literature", "derived", "calibrated"]:
                self.assertTrue(row["source"], row["name"])
        self.assertIn("birth_scale", self.run_koers(GOOD, "parameters").stdout)

    def test_wrong_options_end_with_2_and_say_which_what_and_what_was_expected(self):
        for arguments, words in [
            (["--set", "birth_scale=9"], ["--set birth_scale", "found 9", "expected 0 to 3"]),
            (["--set", "no_such=1"], ["--set no_such", "found no_such", "parameter table"]),
            (["--set", "birth_scale"], ["--set", "found birth_scale", "NAME=NUMBER"]),
            (["--set", "birth_scale=much"], ["--set", "found birth_scale=much", "NAME=NUMBER"]),
            (["--scenario", "towers"], ["--scenario", "found towers", "expected baseline"]),
            (["--years", "0"], ["--years", "0", "1 to 100"]),
            (["--year", "1950"], ["inhabitants", "1950"]),
        ]:
            text = self.run_koers(BAD_INPUT, "run", "--city", CITY, *arguments).stderr
            for word in words:
                self.assertIn(word, text, arguments)
        text = self.run_koers(BAD_INPUT, "synthesise", "--city", CITY, "--held-out", "people").stderr
        self.assertIn("--held-out: found people, expected rooms, tenures", text)
        self.assertIn("A1", self.run_koers(BAD_INPUT, "bench", "--case", "Z").stderr)
        self.assertIn("/nowhere", self.run_koers(BAD_INPUT, "synthesise", "--city", "/nowhere").stderr)

    def test_errors_are_json_when_that_was_asked(self):
        fault = json.loads(self.run_koers(BAD_INPUT, "run", "--city", CITY, "--set", "x=1", "--json").stdout)["faults"][0]
        self.assertEqual((fault["path"], fault["found"]), ("--set x", "x"))

    def test_a_starting_population_has_a_fit_estimates_and_tables(self):
        with tempfile.TemporaryDirectory(prefix="koers-simulate.") as folder:
            made = self.run_json("synthesise", "--city", CITY, "--held-out", "education", "--csv", folder)
            rows = {name: list(csv.DictReader((Path(folder) / f"{name}.csv").read_text().splitlines())) for name in ["persons", "households", "dwellings"]}
        self.assertEqual((made["year"], made["persons"], made["dwellings"], made["areas"]), (2022, 125770, 56668, 26))
        held_out = [each["name"] for each in made["fit"]["tables"] if not each["controlled"]]
        self.assertEqual(held_out, ["education"])
        self.assertTrue(all(each["error"] > 0 and each["source"] for each in made["estimatedMargins"]))
        self.assertEqual(made["unknownMargins"], ["rooms"])
        for name in rows:
            self.assertEqual(len(rows[name]), made[name])
        someone = rows["persons"][1000]
        home = rows["households"][int(someone["household"]) - 1]
        self.assertEqual(home["household"], someone["household"])
        if home["dwelling"]:
            self.assertEqual(rows["dwellings"][int(home["dwelling"]) - 1]["household"], home["household"])

    def test_a_run_is_the_same_on_any_number_of_threads_and_quiet_without_a_terminal(self):
        asked = ["run", "--city", CITY, "--years", "2", "--replicates", "2", "--set", "death_scale=1.1"]
        one = self.run_koers(GOOD, *asked, "--threads", "1", "--json")
        two = self.run_koers(GOOD, *asked, "--threads", "2", "--json", "--quiet")
        self.assertEqual(one.stdout, two.stdout)
        self.assertEqual(one.stderr, "")
        run = json.loads(one.stdout)
        self.assertEqual((run["city"], run["startYear"], run["years"], run["replicates"]), ("Zoetermeer", 2022, 2, 2))
        self.assertEqual(run["parameters"], {"death_scale": 1.1})
        self.assertEqual({each["level"] for each in run["series"]}, {"city", "district", "neighbourhood"})

    def test_a_run_for_people_shows_the_city_and_the_escalator(self):
        text = self.run_koers(GOOD, "run", "--city", CITY, "--years", "1", "--replicates", "2").stdout
        for word in ["Zoetermeer, 1 years from 1 January 2022", "persons\tpersons\t125770", "The escalator: breadth"]:
            self.assertIn(word, text)

    def test_a_calibration_has_moments_parameters_and_what_matters(self):
        asked = ["calibrate", "--city", CITY, "--years", "1", "--evaluations", "30", "--free", "birth_scale"]
        done = self.run_json(*asked)
        births = next(each for each in done["moments"] if each["name"] == "births")
        self.assertEqual((births["target"], births["unit"]), (1112, "persons"))
        self.assertLess(abs(births["deviation"]), 3)
        self.assertLessEqual(done["distance"], done["distanceAtStart"])
        self.assertEqual([(each["name"], each["verdict"]) for each in done["parameters"]], [("birth_scale", "identified")])
        self.assertEqual({each["parameter"] for each in done["sobolIndices"]}, {"birth_scale"})
        text = self.run_koers(GOOD, *asked).stdout
        for word in ["Zoetermeer, 1 years from 1 January 2022, 316 new dwellings a year", "births\tpersons\t1112.0", "identified"]:
            self.assertIn(word, text)
        refused = self.run_koers(BAD_INPUT, "calibrate", "--city", CITY, "--free", "rounds").stderr
        self.assertIn("--free rounds", refused)

    def test_the_benchmarks_are_right(self):
        lives = self.run_json("bench", "--case", "A1", "--scale", "0.02")
        self.assertEqual(list(lives), ["case", "rate", "unit", "seconds", "cpuSeconds", "peakMiB", "threads", "checks"])
        self.assertLess(abs(lives["checks"]["childless"]["standardErrors"]), 3)
        movers = self.run_json("bench", "--case", "B", "--scale", "0.01")
        self.assertEqual(movers["checks"]["doubleBooked"], 0)
        self.assertEqual([each["matched"] for each in movers["checks"]["sizes"]], [100, 250, 7200])
        country = self.run_json("bench", "--case", "A2", "--scale", "0.05")
        self.assertTrue(country["checks"]["balances"])
        replicates = self.run_json("bench", "--case", "C2", "--city", CITY, "--scale", "0.02", "--threads", "2")
        self.assertTrue(replicates["checks"]["sameAlone"])


if __name__ == "__main__":
    unittest.main()

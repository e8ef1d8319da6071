# SPDX-License-Identifier: EUPL-1.2
"""koers simulate: what it prints, and with which code it ends."""
import csv
import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "system"))
from koers_program import CITY, ESCAPE, koers, make_database  # noqa: E402

MPI = os.environ.get("KOERS_MPI", "")

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
            (["--scenario", "towers"], ["scenario", "found towers", "a file", "baseline, entree"]),
            (["--scenario", "nowhere.yaml"], ["nowhere.yaml", "found nothing"]),
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

    def test_the_card_says_what_the_model_rests_on_and_fills_in_the_register(self):
        card = json.loads(self.run_koers(GOOD, "card", "--city", CITY).stdout)
        self.assertEqual(card["startYear"], 2022)
        self.assertIn("entree", [each["id"] for each in card["scenarios"]])
        self.assertEqual(card["registerEntry"]["nl"]["standard_version"], "1.0")

    def test_a_plan_beside_the_baseline_and_a_plan_that_does_nothing(self):
        short = ["--city", CITY, "--years", "4", "--replicates", "2"]
        entree = self.run_json("compare", "baseline", "entree", *short)
        self.assertEqual((entree["baseline"]["scenario"], entree["plan"]["scenario"], entree["replicates"]), ("baseline", "entree", 2))
        whole = entree["difference"][0]["values"]
        self.assertEqual(whole["dwellings"]["mean"], [0, 0, 0, 374, 749])
        self.assertEqual(whole["persons"]["mean"][:3], [0, 0, 0])
        self.assertGreater(whole["persons"]["mean"][-1], 0)
        self.assertEqual([each["mechanism"] for each in entree["mechanisms"]][1], "sociaaleconomische-kracht")
        text = self.run_koers(GOOD, "compare", "baseline", "entree", *short, "--threads", "1").stdout
        self.assertIn("The plan's dwellings: 749", text)
        nothing = self.run_json("compare", "baseline", "baseline", *short)
        for area in nothing["difference"]:
            for values in area["values"].values():
                for each in values.values():
                    self.assertLessEqual(set(each), {0, None}, area["area"])

    def test_scenarios_stand_beside_each_other_in_one_table(self):
        short = ["--city", CITY, "--years", "3", "--replicates", "2"]
        with tempfile.TemporaryDirectory(prefix="koers-simulate.") as folder:
            database = make_database(folder)
            path = Path(folder) / "effects.csv"
            asked = ["effects", "entree", "meerzicht", *short, "--csv", str(path), "--record", "--db", database]
            done = self.run_koers(GOOD, *asked, "--json")
            table = json.loads(done.stdout)
            self.assertEqual([each["scenario"] for each in table["scenarios"]], ["entree", "meerzicht"])
            alone = self.run_json("compare", "baseline", "entree", *short)
            self.assertEqual(table["scenarios"][0]["mechanisms"], alone["mechanisms"])
            rows = list(csv.DictReader(path.open(encoding="utf-8", newline="")))
            self.assertEqual({each["scenario"] for each in rows}, {"entree", "meerzicht"})
            self.assertEqual({each["inputs_hash"] for each in rows}, {each["facts"]["inputsHash"] for each in table["scenarios"]})
            [run] = self.run_json("runs", "--db", database)
            self.assertEqual((run["asked"]["command"], run["asked"]["scenarios"]), ("effects", ["entree", "meerzicht"]))
            self.run_koers(BAD_INPUT, "effects", "towers", *short)
            self.assertIn("others freed per dwelling", self.run_koers(GOOD, "effects", "entree", *short).stdout)

    def test_results_are_tables_in_a_folder_of_their_own(self):
        asked = ["compare", "baseline", "entree", "--city", CITY, "--years", "2", "--replicates", "2"]
        with tempfile.TemporaryDirectory(prefix="koers-simulate.") as folder:
            output = Path(folder) / "tables"
            self.run_koers(GOOD, *asked, "--output", str(output))
            self.assertEqual(sorted(each.name for each in output.iterdir()),
                             [run + part for run in ["baseline", "plan"]
                              for part in ["-chains.csv", "-metadata.json", "-neighbourhoods.csv", ".nc"]])
            rows = list(csv.DictReader((output / "plan-neighbourhoods.csv").open(encoding="utf-8", newline="")))
            self.assertEqual((len(rows), {each["replicate"] for each in rows}), (2 * 3 * 26, {"0", "1"}))
            self.assertIn("holds something already", self.run_koers(BAD_INPUT, *asked, "--output", str(output)).stderr)

    def test_what_differs_between_replicates_can_be_chosen(self):
        short = ["run", "--city", CITY, "--years", "2", "--replicates", "2"]
        runs = {each: self.run_json(*short, "--uncertainty", each) for each in ["chance", "parameters", "parameters_and_start"]}
        self.assertEqual({each: run["uncertainty"] for each, run in runs.items()}, {each: each for each in runs})
        self.assertEqual([run["ownStarts"] for run in runs.values()], [0, 0, 1])
        self.assertEqual(len({run["inputsHash"] for run in runs.values()}), 3)
        with tempfile.TemporaryDirectory(prefix="koers-simulate.") as folder:
            draws = Path(folder) / "draws.csv"
            draws.write_text("birth_scale\n0.5\n")
            self.assertNotEqual(self.run_json(*short, "--draws", str(draws))["inputsHash"], runs["parameters_and_start"]["inputsHash"])
            draws.write_text("birth_scale\n-1\n")
            text = self.run_koers(BAD_INPUT, *short, "--draws", str(draws)).stderr
            self.assertIn("draws.csv:2", text)
            self.assertIn("birth_scale: found -1, expected a number from 0 to 3", text)
            self.assertIn("expected a file that can be read", self.run_koers(BAD_INPUT, *short, "--draws", folder + "/none.csv").stderr)

    def test_a_scenario_may_be_a_file_and_says_where_it_is_wrong(self):
        with tempfile.TemporaryDirectory(prefix="koers-simulate.") as folder:
            plan = Path(folder) / "plan.yaml"
            plan.write_text("id: plan\ntitle: {nl: P, en: P}\nsummary: {nl: P, en: P}\nsteps:\n"
                            "  - {name: park, form: public_space, area: district/WK063701, from: 2022, amount: 1}\n")
            run = self.run_json("run", "--city", CITY, "--scenario", str(plan), "--years", "1", "--replicates", "1")
            self.assertEqual(run["scenario"], "plan")
            plan.write_text(plan.read_text().replace("from: 2022", "from: 1999"))
            text = self.run_koers(BAD_INPUT, "run", "--city", CITY, "--scenario", str(plan)).stderr
            self.assertIn("steps[0].from: found 1999, expected a year from 2022", text)
            plan.write_text(plan.read_text().replace("amount: 1", "number: 1"))
            text = self.run_koers(BAD_INPUT, "run", "--city", CITY, "--scenario", str(plan)).stderr
            self.assertIn("plan.yaml:5", text)

    def test_a_run_that_goes_on_from_a_checkpoint_and_is_written_down_says_the_same(self):
        asked = ["run", "--city", CITY, "--years", "2", "--json"]
        with tempfile.TemporaryDirectory(prefix="koers-simulate.") as folder:
            kept = Path(folder) / "kept"
            database = make_database(folder)
            self.run_koers(GOOD, *asked, "--replicates", "1", "--checkpoint", kept)
            self.assertEqual(len(list(kept.iterdir())), 1)
            resumed = self.run_koers(GOOD, *asked, "--replicates", "2", "--checkpoint", kept, "--record", "--db", database)
            self.assertEqual(resumed.stdout, self.run_koers(GOOD, *asked, "--replicates", "2").stdout)
            [run] = self.run_json("runs", "--db", database)
            self.assertIn(run["id"], resumed.stderr)
            self.assertEqual((run["state"], run["asked"]["scenario"], run["seed"]), ("finished", "baseline", 1))
            self.assertEqual(run["inputsHash"], json.loads(resumed.stdout)["inputsHash"])
            whole = json.loads(self.run_koers(GOOD, "runs", run["id"], "--db", database).stdout)
            self.assertEqual(whole["results"], json.loads(resumed.stdout))
            self.run_koers(BAD_INPUT, "runs", "nothing", "--db", database)
            cut = next(kept.iterdir())
            cut.write_bytes(cut.read_bytes()[:1000])
            text = self.run_koers(BAD_INPUT, *asked[:-1], "--replicates", "2", "--checkpoint", kept).stderr
            self.assertIn(str(cut), text)
            self.assertIn("cut or damaged", text)

    @unittest.skipUnless(MPI and shutil.which("mpirun"), "koers-mpi was not built")
    def test_over_any_number_of_processes_the_bytes_are_the_same(self):
        asked = ["simulate", "compare", "baseline", "entree", "--city", CITY, "--years", "3", "--replicates", "5", "--threads", "1", "--json"]
        alone = self.run_koers(GOOD, *asked[1:]).stdout
        for ranks in [1, 2, 4]:
            done = self.over_ranks(ranks, *asked)
            self.assertEqual(done.returncode, GOOD, done.stderr)
            self.assertEqual(done.stdout, alone, ranks)
        refused = self.over_ranks(2, "simulate", "run", "--city", CITY, "--scenario", "towers")
        self.assertNotEqual(refused.returncode, GOOD)
        self.assertEqual(refused.stderr.count("found towers"), 1)

    def over_ranks(self, ranks, *arguments):
        command = ["mpirun", "--allow-run-as-root", "--oversubscribe", "-n", str(ranks), MPI, *map(str, arguments)]
        return subprocess.run(command, capture_output=True, text=True, timeout=120)

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

    def test_a_back_test_is_judged_beside_simpler_methods_and_told_where_it_loses(self):
        asked = ["validate", "--city", CITY, "--replicates", "1"]
        found = self.run_koers(GOOD, *asked, "--threads", "1", "--json")
        self.assertEqual(found.stderr, "")
        judged = json.loads(found.stdout)
        self.assertEqual((judged["city"], judged["from"], judged["to"], len(judged["areas"])), ("Zoetermeer", 2016, 2022, 9))
        self.assertEqual([each["name"] for each in judged["methods"]],
                         ["persistence", "constant_share", "proportional_to_dwellings", "constant_share_of_true_total"])
        self.assertEqual([each["name"] for each in judged["leftOut"]], ["linear_trend", "shift_share", "cohort_ratios"])
        self.assertEqual({(each["knows"], each["uncertainty"]) for each in judged["models"]},
                         {(knows, what) for knows in ["then", "programme"] for what in ["chance", "parameters", "parameters_and_start"]})
        for each in judged["leaks"]:
            self.assertGreater(each["latestYear"], 2016, each["what"])
        for each in judged["targets"]:
            self.assertEqual(each["met"], each["lowest"] <= each["measured"] <= each["highest"], each)
        text = self.run_koers(GOOD, *asked, "--threads", "2", "--quiet").stdout
        for word in ["Zoetermeer, inhabitants of 9 districts, 1 January 2016 to 2022", "persistence\tthen\t5.67\t2.19", judged["inputsHash"],
                     "linear_trend\tleft out: No year from 2006 to 2015", "people\t2022\t26\tAges:", "ages in 2021, knows then", "ratio_to_best_baseline\tthen\t0 to 0.8"]:
            self.assertIn(word, text)

    def test_a_back_test_that_cannot_be_says_which_year_and_which_figure(self):
        for arguments, words in [
            (["--from", "2022", "--to", "2016"], ["--to: found 2016, expected a year after 2022"]),
            (["--to", "2021"], ["inhabitants", "nothing in 2021", "inhabitants of district WK063700 in 2021"]),
            (["--from", "2010"], ["nothing in 2010", "inhabitants of district WK063700 in 2010"]),
            (["--from", "soon"], ["--from", "soon"]),
            (["--replicates", "0"], ["--replicates", "0"]),
        ]:
            text = self.run_koers(BAD_INPUT, "validate", "--city", CITY, *arguments).stderr
            for word in words:
                self.assertIn(word, text, arguments)
        self.assertIn("/nowhere", self.run_koers(BAD_INPUT, "validate", "--city", "/nowhere").stderr)

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
        self.assertIn("--free or --set rounds", refused)

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

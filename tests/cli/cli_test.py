# SPDX-License-Identifier: EUPL-1.2
"""Every command of the program: what it prints, and with which code it ends."""
import json
import shutil
import sqlite3
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "system"))
from koers_program import CITY, ESCAPE, Server, become_administrator, Caller, effort, koers, make_database, make_site  # noqa: E402

GOOD, NO, BAD_INPUT, BROKEN_WORLD = 0, 1, 2, 3
COMMANDS = ["check", "init", "import", "export", "serve", "show", "calendar", "monitor", "simulate", "report", "user", "backup", "restore", "verify"]


def package_with(folder, file, before, after):
    """A copy of Zoetermeer in which a text is another."""
    copy = Path(folder) / "package"
    shutil.copytree(CITY, copy)
    text = (copy / file).read_text()
    assert before in text, f"{file} does not hold {before}"
    (copy / file).write_text(text.replace(before, after, 1))
    return copy


def files_of(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(Path(folder).rglob("*")) if path.is_file()}


class CliTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.shared = tempfile.TemporaryDirectory(prefix="koers-cli.")
        make_database(cls.shared.name)

    @classmethod
    def tearDownClass(cls):
        cls.shared.cleanup()

    def setUp(self):
        kept = tempfile.TemporaryDirectory(prefix="koers-cli.")
        self.addCleanup(kept.cleanup)
        self.folder = Path(kept.name)
        self.file = self.folder / "city.db"
        shutil.copy(Path(self.shared.name) / "city.db", self.file)
        self.url = f"sqlite:{self.file}"

    def run_koers(self, expected, *arguments):
        done = koers(*arguments)
        self.assertEqual(done.returncode, expected, f"{arguments}\n{done.stdout}{done.stderr}")
        self.assertNotIn(ESCAPE, done.stdout + done.stderr, "colours outside a terminal")
        return done

    def run_json(self, expected, *arguments):
        return json.loads(self.run_koers(expected, *arguments, "--json").stdout)

    # Help and usage

    def test_the_help_of_every_command_shows_an_example(self):
        for command in COMMANDS:
            text = self.run_koers(GOOD, command, "--help").stdout
            self.assertIn(f"koers {command}", text.split("Example")[1], command)

    def test_the_help_of_the_program_names_every_command_and_the_exit_codes(self):
        text = self.run_koers(GOOD, "--help").stdout
        for word in [*COMMANDS, "Exit codes"]:
            self.assertIn(word, text)

    def test_wrong_use_ends_with_two_and_says_so_on_standard_error(self):
        for arguments in [[], ["nonsense"], ["check"], ["serve", "--port", "many"], ["show"], ["user"], ["user", "add"], ["check", CITY, "--nonsense"]]:
            done = self.run_koers(BAD_INPUT, *arguments)
            self.assertEqual(done.stdout, "", arguments)
            self.assertNotEqual(done.stderr, "", arguments)

    def test_the_version_is_printed(self):
        self.assertRegex(self.run_koers(GOOD, "--version").stdout, r"^\d+\.\d+\.\d+\n$")

    # report

    def test_a_report_is_a_page_in_either_language_and_its_figures_a_table(self):
        for language, word in [("nl", "Mechanismen"), ("en", "Mechanisms")]:
            page = self.run_koers(GOOD, "report", "state-of-the-city", "--year", "2022", "--language", language, "--db", self.url).stdout
            self.assertIn(f'<html lang="{language}">', page)
            self.assertIn(word, page)
        made = self.run_json(GOOD, "report", "management", "--date", "2022-01-31", "--db", self.url)
        self.assertEqual((made["kind"], made["date"]), ("management", "2022-01-31"))
        self.assertIn("Meerzicht", self.run_koers(GOOD, "report", "neighbourhood", "--area", "WK063701", "--format", "csv", "--db", self.url).stdout)

    def test_a_frozen_report_is_listed_verified_and_got_back_byte_for_byte(self):
        edition = self.run_json(GOOD, "report", "neighbourhood", "--area", "WK063701", "--date", "2022-01-31", "--freeze", "--db", self.url)
        self.assertEqual(len(edition["files"]), 8)
        self.assertEqual([each["id"] for each in self.run_json(GOOD, "report", "list", "--db", self.url)["items"]], [edition["id"]])
        self.assertTrue(self.run_json(GOOD, "report", "verify", "--db", self.url)["whole"])
        file = self.folder / "a.pdf"
        self.run_koers(GOOD, "report", "get", edition["id"], "--format", "pdf", "--output", str(file), "--db", self.url)
        size = next(each["size"] for each in edition["files"] if each["language"] == "nl" and each["format"] == "pdf")
        self.assertEqual(len(file.read_bytes()), size)
        with sqlite3.connect(self.file) as database:
            database.execute("DROP TRIGGER report_file_is_never_updated")
            database.execute("UPDATE report_file SET content = 'YQ==' WHERE format = 'csv'")
        self.assertFalse(self.run_json(NO, "report", "verify", "--db", self.url)["whole"])

    def test_a_report_that_cannot_be_says_why(self):
        for arguments in [["management", "--date", "soon"], ["neighbourhood", "--area", "GM0637"], ["get", "none"]]:
            done = koers("report", *arguments, "--db", self.url)
            self.assertIn(done.returncode, (NO, BAD_INPUT), arguments)
            self.assertNotEqual(done.stderr, "", arguments)

    # check

    def test_check_counts_what_the_package_holds(self):
        answer = self.run_json(GOOD, "check", CITY)
        self.assertEqual(answer["faults"], [])
        self.assertEqual((answer["counts"]["guideline"], answer["counts"]["challenge"]), (6, 17))
        rows = sum(len(path.read_text().strip().splitlines()) - 1 for path in Path(CITY, "statistics").glob("*.csv"))
        self.assertEqual(answer["counts"]["observation"], rows)

    def test_check_names_file_line_and_column_of_a_fault(self):
        package = package_with(self.folder, "budgets.yaml", "total_costs: 830000", "total_costs: 830001")
        fault = self.run_json(BAD_INPUT, "check", package)["faults"][0]
        line = (package / "budgets.yaml").read_text().splitlines()[fault["line"] - 1]
        self.assertEqual(fault["file"], "budgets.yaml")
        self.assertIn("total_costs", line)
        self.assertIn(f"budgets.yaml:{fault['line']}:", self.run_koers(BAD_INPUT, "check", package).stdout)

    def test_check_of_what_is_not_there_is_bad_input(self):
        self.run_koers(BAD_INPUT, "check", self.folder / "nowhere")

    # init, import, export

    def test_what_goes_in_comes_out_the_same(self):
        self.run_koers(GOOD, "export", self.folder / "out", "--db", self.url)
        self.assertEqual(files_of(self.folder / "out"), files_of(CITY))

    def test_importing_again_changes_nothing(self):
        answer = self.run_json(GOOD, "import", CITY, "--db", self.url)
        self.assertEqual((answer["added"], answer["changed"], answer["withdrawn"]), (0, 0, 0))

    def test_a_dry_run_says_what_would_change_and_changes_nothing(self):
        package = package_with(self.folder, "districts.yaml", "name: Meerzicht", "name: Meerzigt")
        answer = self.run_json(GOOD, "import", package, "--dry-run", "--db", self.url)
        self.assertEqual((answer["changed"], answer["applied"]), (1, False))
        self.assertIn("Meerzicht", self.run_koers(GOOD, "show", "district", "WK063701", "--db", self.url).stdout)

    def test_neither_a_dry_run_nor_a_faulty_package_makes_a_database(self):
        nowhere = f"sqlite:{self.folder / 'new.db'}"
        counts = self.run_json(GOOD, "check", CITY)["counts"]
        observations = counts.pop("observation")
        answer = self.run_json(GOOD, "import", CITY, "--dry-run", "--db", nowhere)
        self.assertEqual((answer["added"], answer["observations"], answer["applied"]), (sum(counts.values()), observations, False))
        package = package_with(self.folder, "budgets.yaml", "total_costs: 830000", "total_costs: 830001")
        self.run_koers(BAD_INPUT, "init", "--city", package, "--db", nowhere)
        self.assertFalse((self.folder / "new.db").exists())

    def test_a_package_with_faults_is_refused_whole(self):
        package = package_with(self.folder, "budgets.yaml", "total_costs: 830000", "total_costs: 830001")
        done = self.run_koers(BAD_INPUT, "import", package, "--db", self.url)
        self.assertIn("budgets.yaml", done.stderr)
        self.assertEqual(self.run_json(GOOD, "import", CITY, "--db", self.url)["changed"], 0)

    def test_another_city_is_refused(self):
        package = package_with(self.folder, "city.yaml", "id: zoetermeer", "id: elders")
        self.run_koers(NO, "import", package, "--db", self.url)

    def test_an_export_as_of_a_day_before_the_city_came_in_is_no(self):
        done = self.run_koers(NO, "export", self.folder / "out", "--as-of", "1999", "--db", self.url)
        self.assertIn("no city", done.stderr)
        self.assertFalse((self.folder / "out").exists())

    def test_an_export_does_not_write_over_what_is_there(self):
        self.run_koers(BAD_INPUT, "export", CITY, "--db", self.url)

    def test_an_export_where_nobody_may_write_is_a_broken_world(self):
        self.run_koers(BROKEN_WORLD, "export", "/proc/koers", "--db", self.url)

    # show, calendar

    def test_show_gives_one_document_as_yaml_and_as_json(self):
        self.assertIn("id: entree", self.run_koers(GOOD, "show", "effort", "entree", "--db", self.url).stdout)
        self.assertEqual(self.run_json(GOOD, "show", "efforts", "entree", "--db", self.url)["id"], "entree")

    def test_show_lists_a_kind_one_per_line(self):
        lines = self.run_koers(GOOD, "show", "challenge", "--db", self.url).stdout.splitlines()
        self.assertEqual(len(lines), 17)
        self.assertEqual(len(self.run_json(GOOD, "show", "challenge", "--db", self.url)), 17)
        self.assertEqual(self.run_json(GOOD, "show", "deviation", "--db", self.url), [])

    def test_show_of_an_unknown_id_is_no_and_of_an_unknown_kind_is_bad_input(self):
        self.run_koers(NO, "show", "effort", "nowhere", "--db", self.url)
        self.assertEqual(self.run_json(NO, "show", "effort", "nowhere", "--db", self.url)["error"], "not-found")
        self.assertIn("challenge", self.run_koers(BAD_INPUT, "show", "nonsense", "--db", self.url).stderr)

    def test_monitor_derives_the_order_of_the_districts(self):
        rows = self.run_json(GOOD, "monitor", "priority", "--db", self.url)["rows"]
        self.assertEqual(len(rows), 9)
        self.assertEqual(rows[0]["area"]["id"], "WK063701")
        sizes = [row["size"] for row in rows]
        self.assertEqual(sizes, sorted(sizes, reverse=True))
        lower = self.run_json(GOOD, "monitor", "priority", "--norm", "-1", "--db", self.url)
        self.assertLess(lower["rows"][0]["size"], sizes[0])
        self.run_koers(BAD_INPUT, "monitor", "priority", "--norm", "9", "--db", self.url)

    def test_monitor_says_how_good_signals_are_whatever_the_threads(self):
        found = self.run_json(GOOD, "monitor", "evaluate", "--threads", "1")
        self.assertEqual(found, self.run_json(GOOD, "monitor", "evaluate", "--threads", "3"))
        self.assertGreaterEqual(found["powerAtEqualFalseAlarms"], 1.5)
        self.assertLess(found["falseDiscoveries"], 0.1)
        self.assertGreater(found["naive"]["falseAlarmsPer1000"], found["falseAlarmsPer1000"])
        self.assertIn("false alarms per 1,000", self.run_koers(GOOD, "monitor", "evaluate", "--seed", "7").stdout)
        self.run_koers(BAD_INPUT, "monitor", "evaluate", "--threads", "0")

    def test_monitor_shows_state_differences_and_gaps(self):
        state = self.run_json(GOOD, "monitor", "state", "--db", self.url)
        self.assertEqual(len(state["mechanisms"]), 5)
        self.assertTrue(self.run_koers(GOOD, "monitor", "state", "--db", self.url).stdout)
        self.assertIn("Gini", self.run_koers(GOOD, "monitor", "differences", "--db", self.url).stdout)
        self.assertTrue(self.run_json(GOOD, "monitor", "gaps", "--db", self.url)["rows"])
        self.run_koers(BAD_INPUT, "monitor", "--db", self.url)

    def test_calendar_lists_what_is_due_by_date(self):
        items = self.run_json(GOOD, "calendar", "--date", "2022-03-01", "--db", self.url)["items"]
        self.assertEqual([each["dueBy"] for each in items], sorted(each["dueBy"] for each in items))
        lines = self.run_koers(GOOD, "calendar", "--date", "2022-03-01", "--all", "--db", self.url).stdout.splitlines()
        self.assertEqual(len(lines), len(items))

    def test_a_date_that_is_none_is_bad_input(self):
        self.run_koers(BAD_INPUT, "calendar", "--date", "2022-13-01", "--db", self.url)
        self.run_koers(BAD_INPUT, "show", "effort", "--as-of", "ever", "--db", self.url)
        self.run_koers(BAD_INPUT, "export", self.folder / "out", "--as-of", "ever", "--db", self.url)

    # user

    def test_people_are_added_changed_and_disabled(self):
        made = self.run_json(GOOD, "user", "add", "anna", "--name", "Anna", "--role", "officer", "--role", "clerk", "--db", self.url)
        self.assertRegex(made["setup_path"], r"^/welkom#[\w-]{40,}$")
        self.run_koers(GOOD, "user", "role", "anna", "--role", "clerk", "--db", self.url)
        self.run_koers(GOOD, "user", "disable", "anna", "--db", self.url)
        self.assertEqual(self.run_json(GOOD, "user", "list", "--db", self.url), [{"login": "anna", "name": "Anna", "roles": "clerk", "disabled": True}])
        self.run_koers(GOOD, "user", "disable", "anna", "--undo", "--db", self.url)
        self.assertNotIn("disabled", self.run_koers(GOOD, "user", "list", "--db", self.url).stdout)

    def test_people_that_cannot_be_are_refused(self):
        self.run_koers(BAD_INPUT, "user", "add", "anna", "--role", "emperor", "--db", self.url)
        self.run_koers(BAD_INPUT, "user", "add", "anna", "--role", "resident", "--db", self.url)
        self.run_koers(NO, "user", "role", "nobody", "--role", "clerk", "--db", self.url)
        self.run_koers(GOOD, "user", "add", "anna", "--role", "clerk", "--db", self.url)
        self.run_koers(NO, "user", "add", "Anna", "--role", "clerk", "--db", self.url)

    # backup, restore, verify

    def test_a_backup_comes_back_as_the_same_city(self):
        backup = self.folder / "city.backup"
        self.assertEqual(self.run_json(GOOD, "backup", backup, "--db", self.url), {"file": str(backup)})
        other = f"sqlite:{self.folder / 'other.db'}"
        self.assertTrue(self.run_json(GOOD, "restore", backup, "--db", other)["whole"])
        self.run_koers(GOOD, "export", self.folder / "out", "--db", other)
        self.assertEqual(files_of(self.folder / "out"), files_of(CITY))
        self.run_koers(NO, "restore", backup, "--db", other)
        self.run_koers(GOOD, "restore", backup, "--overwrite", "--db", other)
        self.run_koers(NO, "backup", backup, "--db", self.url)

    def test_a_backup_can_be_made_while_people_write(self):
        with Server(self.url, make_site(self.folder)) as server:
            caller = Caller(server.port, become_administrator(server))
            self.assertEqual(caller.call("POST", "/documents/efforts", effort("voor"))[0], 201)
            self.run_koers(GOOD, "backup", self.folder / "city.backup", "--db", self.url)
            self.assertEqual(caller.call("POST", "/documents/efforts", effort("na"))[0], 201)
        other = f"sqlite:{self.folder / 'other.db'}"
        self.run_koers(GOOD, "restore", self.folder / "city.backup", "--db", other)
        self.run_koers(GOOD, "show", "effort", "voor", "--db", other)
        self.run_koers(NO, "show", "effort", "na", "--db", other)

    def test_verify_finds_a_past_that_somebody_changed(self):
        self.assertTrue(self.run_json(GOOD, "verify", "--db", self.url)["whole"])
        with sqlite3.connect(self.file) as database:
            database.execute("DROP TRIGGER revision_is_never_updated")
            database.execute("UPDATE revision SET body = replace(body, 'Meerzicht', 'Meerzigt') WHERE id = 'WK063701'")
        answer = self.run_json(NO, "verify", "--db", self.url)
        self.assertFalse(answer["whole"])
        self.assertEqual((answer["first_broken"]["chain"], answer["first_broken"]["kind"]), ("ledger", "hash_mismatch"))
        self.assertIn("broken", self.run_koers(NO, "verify", "--db", self.url).stdout)

    # What is not a database

    def test_a_database_that_is_not_there_is_bad_input(self):
        for arguments in [["show", "effort"], ["verify"], ["calendar"], ["serve"], ["backup", self.folder / "x"], ["user", "list"]]:
            done = self.run_koers(BAD_INPUT, *arguments, "--db", f"sqlite:{self.folder / 'nowhere.db'}")
            self.assertIn("nowhere.db", done.stderr)
        self.assertFalse((self.folder / "nowhere.db").exists())

    def test_a_url_that_is_none_is_bad_input(self):
        self.run_koers(BAD_INPUT, "verify", "--db", "mysql://x")

    def test_a_database_server_that_does_not_answer_is_a_broken_world(self):
        self.run_koers(BROKEN_WORLD, "verify", "--db", "postgresql://koers@127.0.0.1:1/koers")

    def test_a_database_of_a_newer_program_is_refused_with_advice(self):
        with sqlite3.connect(self.file) as database:
            database.execute("INSERT INTO schema_version (version, name, koers_version) VALUES (999, 'future', '9.9.9')")
        done = self.run_koers(BAD_INPUT, "verify", "--db", self.url)
        self.assertIn("Please use the newer program", done.stderr)
        self.assertIn("9.9.9", done.stderr)

    def test_every_refusal_as_json_names_itself(self):
        for arguments in [["show", "effort", "nowhere", "--db", self.url], ["verify", "--db", "mysql://x"], ["check", self.folder / "nowhere"]]:
            answer = json.loads(koers(*arguments, "--json").stdout)
            self.assertEqual(set(answer), {"error", "message", "faults"}, arguments)


if __name__ == "__main__":
    unittest.main()

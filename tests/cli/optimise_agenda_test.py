# SPDX-License-Identifier: EUPL-1.2
"""koers optimise agenda and explain: the agenda of Zoetermeer, and why something is not in it."""
import json
import os
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "system"))
from koers_program import koers  # noqa: E402

GOOD, NO, BAD_INPUT = 0, 1, 2
CITY = os.environ["KOERS_CITY"]
QUICK = ["--city", CITY, "--thoroughness", "quick", "--quiet"]


def agenda(*arguments):
    return koers("optimise", "agenda", *QUICK, *arguments)


class AgendaTest(unittest.TestCase):
    def answer(self, *arguments):
        done = agenda("--tempo", "medium", "--json", *arguments)
        self.assertEqual(done.returncode, GOOD, done.stdout[:500] + done.stderr)
        return json.loads(done.stdout)

    def test_the_agenda_keeps_its_tempo_and_its_value_is_below_its_bound(self):
        solved = self.answer()["agenda"]
        self.assertEqual(solved["outcome"], "found")
        self.assertLessEqual(solved["value"], solved["bound"])
        shift = solved["choice"]["shift"]
        self.assertLessEqual(shift["moved"], shift["limit"])
        self.assertGreater(len(solved["choice"]["items"]), 100)

    def test_the_same_question_gives_the_same_bytes_on_any_number_of_threads(self):
        one = agenda("--json", "--threads", "1").stdout
        self.assertEqual(agenda("--json", "--threads", "4").stdout, one)
        self.assertNotEqual(agenda("--json", "--seed", "2").stdout, one)

    def test_sentences_are_in_dutch_or_english(self):
        self.assertIn("De beste agenda die gevonden is", agenda().stdout)
        self.assertIn("The best agenda found", agenda("--language", "en").stdout)

    def test_a_ban_is_kept_and_can_be_explained(self):
        chosen = [line for line in self.answer()["agenda"]["choice"]["items"] if line["option"] in ("light", "base", "plus")]
        self.assertTrue(chosen, "something new is taken up")
        item = chosen[0]["item"]
        banned = self.answer("--ban", item)["agenda"]["choice"]["items"]
        self.assertIsNone(next(line for line in banned if line["item"] == item)["option"])
        done = koers("optimise", "explain", item, *QUICK, "--tempo", "medium")
        self.assertEqual(done.returncode, GOOD, done.stderr)
        self.assertIn("punten", done.stdout)

    def test_the_bundle_has_all_that_is_needed_to_work_out_the_value_again(self):
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "run.json"
            answer = self.answer("--bundle", file)
            bundle = json.loads(file.read_text())
        self.assertEqual(bundle["answer"], answer)
        problem, choice = bundle["problem"], bundle["choice"]
        value = sum(problem["columns"][column]["value"] for column in choice if column >= 0)
        active = [column >= 0 and problem["columns"][column]["active"] for column in choice]
        value += sum(bonus for first, second, bonus in problem["pairs"] if active[first] and active[second])
        prices = answer["agenda"]["choice"]["prices"]
        self.assertAlmostEqual(value / 1e9 - prices, answer["agenda"]["value"], places=6)
        self.assertEqual(len(bundle["documents"]["appraisals"]), len(problem["items"]))

    def test_the_economic_agenda_is_short_of_two_hundred_thousand_to_the_euro(self):
        asked = ["optimise", "frame", "--city", CITY, "--weighing", "actieagenda-economie-2020-2022"]
        self.assertIn("budget-economie\ttogether\t630000\t830000\t200000", koers(*asked).stdout)
        frame = json.loads(koers(*asked, "--json").stdout)
        self.assertEqual(len(frame["items"]), 7)

    def test_what_cannot_be_ends_with_2_and_says_why(self):
        for arguments, words in [
            (["--must", "effort/nergens"], "something that is weighed"),
            (["--must", "effort/entree:later"], "found later"),
            (["--weighing", "geen"], "no weighing geen"),
            (["--tempo", "hasty"], "hasty"),
        ]:
            done = agenda(*arguments)
            self.assertEqual(done.returncode, BAD_INPUT, done.stdout + done.stderr)
            self.assertIn(words, done.stdout + done.stderr)
        self.assertEqual(koers("optimise", "explain", "effort/nergens", *QUICK).returncode, BAD_INPUT)


if __name__ == "__main__":
    unittest.main()

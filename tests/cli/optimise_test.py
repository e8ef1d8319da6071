# SPDX-License-Identifier: EUPL-1.2
"""koers optimise: what it prints, and with which code it ends."""
import json
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "system"))
from koers_program import ESCAPE, koers  # noqa: E402

GOOD, BAD_INPUT = 0, 2

# The first problem of Petersen (Management Science 13, 1967), then one of our own of which nobody has published the best value.
TWO_PROBLEMS = """2
6 10 3800
100 600 1200 2400 500 2000
8 12 13 64 22 41
8 12 13 75 22 41
3 6 4 18 6 4
5 10 8 32 6 12
5 13 8 42 6 20
5 13 8 48 6 20
0 0 0 0 8 0
3 0 4 0 8 0
3 2 4 0 8 4
3 2 4 8 8 4
80 96 20 36 44 48 10 18 22 24
3 1 0
6.5 5 4
3 2 2
4
"""
# Two groups of two, one constraint: 4 + 5 weighs 7 and does not fit, 4 + 3 does.
GROUPS = """2 2 1
5
4 3
1 1
5 4
3 2
"""
IMPOSSIBLE = "1 1 1\n5\n4 6\n"


class OptimiseTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()

    def tearDown(self):
        self.folder.cleanup()

    def file(self, text):
        path = Path(self.folder.name) / "problems.txt"
        path.write_text(text)
        return path

    def solve(self, expected, text, *arguments):
        done = koers("optimise", "solve", self.file(text), *arguments)
        self.assertEqual(done.returncode, expected, f"{arguments}\n{done.stdout}{done.stderr}")
        self.assertNotIn(ESCAPE, done.stdout + done.stderr, "colours outside a terminal")
        return done

    def solve_json(self, text, *arguments):
        return json.loads(self.solve(GOOD, text, *arguments, "--json").stdout)

    def test_prints_value_bound_and_best_known_of_each_problem(self):
        rows = self.solve_json(TWO_PROBLEMS, "--format", "orlib", "--seconds", "0.5", "--seed", "1")
        self.assertEqual(rows, [{"problem": 1, "value": 3800, "bound": 3800, "best_known": 3800},
                                {"problem": 2, "value": 9, "bound": 9, "best_known": None}])

    def test_takes_one_of_each_group_of_a_multiple_choice_problem(self):
        rows = self.solve_json(GROUPS, "--format", "mmkp", "--moves", "2000")
        self.assertEqual(rows, [{"problem": 1, "value": 7, "bound": 7, "best_known": None}])

    def test_says_when_there_is_no_choice_at_all(self):
        rows = self.solve_json(IMPOSSIBLE, "--format", "mmkp", "--moves", "2000")
        self.assertEqual(rows, [{"problem": 1, "value": None, "bound": None, "best_known": None}])
        self.assertIn("proved impossible", self.solve(GOOD, IMPOSSIBLE, "--format", "mmkp", "--moves", "2000").stdout)

    def test_the_same_moves_and_seed_print_the_same_bytes_on_any_number_of_threads(self):
        asked = ["--moves", "20000", "--seed", "3", "--json"]
        one = self.solve(GOOD, TWO_PROBLEMS, *asked, "--threads", "1").stdout
        self.assertEqual(self.solve(GOOD, TWO_PROBLEMS, *asked, "--threads", "1").stdout, one)
        self.assertEqual(self.solve(GOOD, TWO_PROBLEMS, *asked, "--threads", "4").stdout, one)

    def test_speaks_of_optimal_only_with_proof(self):
        done = self.solve(GOOD, TWO_PROBLEMS, "--moves", "2000")
        self.assertEqual(done.stdout.count("proved optimal"), 2)
        self.assertIn("best known", done.stdout)

    def test_a_bad_file_ends_with_2_and_says_where_what_was_found_and_what_was_expected(self):
        for text, words in [
            ("1\n2 1 0\n4 five\n1 1 1\n", ["problems.txt:3", "found five", "expected profit 2 of problem 1"]),
            ("1\n2 1 0\n4 5\n", ["problems.txt:4", "found the end of the file", "weight 1 of constraint 1"]),
            ("1\n2 1 0\n4 5\n1 -1\n1\n", ["problems.txt:4", "below 0", "0 or more"]),
            ("99999\n", ["problems.txt:1", "found 99999", "from 1 to 1000"]),
        ]:
            error = self.solve(BAD_INPUT, text, "--format", "orlib").stderr
            for word in words:
                self.assertIn(word, error, text)
        problem = json.loads(self.solve(BAD_INPUT, "x", "--json").stdout)
        self.assertEqual(problem["faults"][0]["line"], 1)

    def test_wrong_options_end_with_2(self):
        self.assertIn("nowhere.txt", koers("optimise", "solve", "nowhere.txt").stderr)
        self.assertEqual(koers("optimise", "solve", "nowhere.txt").returncode, BAD_INPUT)
        self.solve(BAD_INPUT, TWO_PROBLEMS, "--format", "mps")
        self.solve(BAD_INPUT, TWO_PROBLEMS, "--seconds", "1", "--moves", "100")
        self.solve(BAD_INPUT, TWO_PROBLEMS, "--seconds", "0")


if __name__ == "__main__":
    unittest.main()

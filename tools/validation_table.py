#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Measures the escalator again and writes what it found into docs/method/validation.md, between its two marks.

usage: validation_table.py [KOERS] [OPTION ...]

  KOERS   the program (build/release/koers when left out)
  OPTION  for `koers simulate validate`, for instance --seed 2; the page says with which seed and replicates it was made

Takes about a minute on one thread with 20 replicates.
"""
import json
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs/method/validation.md"
MARKS = re.compile(r"(<!-- measured -->\n).*(<!-- end of measured -->\n)", re.S)
WORDS = {"then": "no plan", "programme": "plan known", "hindsight": "hindsight", "chance": "chance", "parameters": "and parameters",
         "parameters_and_start": "and the starting population"}
TARGETS = {"mape": "MAPE, %", "ratio_to_best_baseline": "MAPE ÷ best baseline", "coverage": "districts within their 90 % interval, %"}


def table(header, rows):
    lines = ["| " + " | ".join(header) + " |", "|" + "---|" * len(header)]
    return "\n".join(lines + ["| " + " | ".join(map(str, row)) + " |" for row in rows]) + "\n"


def count(value):
    return f"{value:,.0f}"


def facts(judged):
    return (f"{judged['city']}, 1 January {judged['from']} to {judged['to']}, {judged['replicates']} replicates of each variant, seed "
            f"{judged['seed']}, version {judged['version']}, inputs `{judged['inputsHash'][:16]}`.\n")


def scores(judged, names):
    def row(name, knows, found):
        worst = found["worst"]
        return [name, WORDS[knows], *(f"{found[key]:.2f}" for key in ["mape", "wape", "malpe", "total"]), count(found["rmse"]),
                f"{worst['error']:+.1f} % {names[worst['area']]}"]

    rows = [row(each["name"].replace("_", " "), each["knows"], each["scores"]) for each in judged["methods"]]
    rows += [row("**model**, " + WORDS[each["uncertainty"]], each["knows"], each["scores"]) for each in judged["models"]]
    return table(["method", "knows", "MAPE %", "WAPE %", "MALPE %", "total %", "RMSE", "largest error"], rows)


def intervals(judged):
    errors = {(each["name"]): each["scores"]["mae"] for each in judged["methods"]}
    rows = [[WORDS[each["uncertainty"]], WORDS[each["knows"]], f"{round(each['coverage'] * len(judged['areas']))} of {len(judged['areas'])}",
             count(each["crps"]), count(errors[each["bestBaseline"]]), f"{each['ratio']:.2f} ({each['bestBaseline'].replace('_', ' ')})"]
            for each in judged["models"]]
    return table(["what differs between replicates", "knows", "within 90 %", "CRPS", "that of the best baseline", "MAPE ÷ best baseline"], rows)


def districts(judged):
    shown = [each for each in judged["models"] if each["uncertainty"] != "parameters"]
    header = ["district", str(judged["from"]), str(judged["to"]), "dwellings"]
    header += [f"{WORDS[each['knows']]}, {WORDS[each['uncertainty']]}" for each in shown]
    rows = []
    for i, area in enumerate(judged["areas"]):
        change = f"{area['dwellingChange']:+.0f}" if "dwellingChange" in area else ""
        cells = [f"{count(found['mean'])} ({count(found['low'])}–{count(found['high'])})" for found in (each["forecast"][i] for each in shown)]
        rows.append([area["name"], count(area["start"]), count(area["observed"]), change, *cells])
    return table(header, rows)


def ages(judged):
    rows = []
    for each in judged["ages"]:
        for age in each["ages"]:
            rows.append([each["year"], WORDS[each["knows"]], age["age"], count(age["start"]), count(age["observed"]), count(age["forecast"]),
                         f"{age['error']:+.1f}", f"{age['errorOfPersistence']:+.1f}"])
    return table(["year", "knows", "age", "start", "observed", "model", "error %", "nothing changes %"], rows)


def leaks(judged):
    return table(["margin", "latest year used", "neighbourhoods"],
                 [[each["what"], each["latestYear"], each["neighbourhoods"]] for each in judged["leaks"]])


def targets(judged):
    rows = []
    for each in judged["targets"]:
        name = TARGETS.get(each["name"]) or each["name"].replace("largest_age_error_", "largest error of an age band, %, in ")
        wanted = f"{each['lowest']:g} to {each['highest']:g}" if each["lowest"] else f"at most {each['highest']:g}"
        rows.append([name, WORDS[each["knows"]], wanted, f"{each['measured']:.2f}", "met" if each["met"] else "**not met**"])
    return table(["target", "knows", "wanted", "measured", ""], rows)


def page_of(judged):
    names = {each["area"]: each["name"] for each in judged["areas"]}
    left_out = "".join(f"- {each['name'].replace('_', ' ')}: {each['reason']}\n" for each in judged["leftOut"])
    constants = "".join(f"- {each}\n" for each in judged["constants"])
    parts = [facts(judged), "Targets:\n", targets(judged), "Inhabitants of districts:\n", scores(judged, names), "Left out:\n", left_out,
             "Intervals; of a method without one the CRPS is its mean absolute error:\n", intervals(judged), "District by district:\n", districts(judged),
             "Ages of the whole city:\n", ages(judged), "Figures of after the start that the starting population could not do without:\n",
             leaks(judged), "Constants of the program, the same for every start:\n", constants]
    return "\n".join(parts)


def main(arguments):
    program = arguments.pop(0) if arguments and not arguments[0].startswith("-") else str(ROOT / "build/release/koers")
    command = [program, "simulate", "validate", "--city", str(ROOT / "cities/zoetermeer"), "--json", *arguments]
    judged = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout)
    measured = page_of(judged)
    text = PAGE.read_text()
    if not MARKS.search(text):
        sys.exit(f"{PAGE} has no marks to write between")
    PAGE.write_text(MARKS.sub(lambda found: f"{found[1]}{measured}{found[2]}", text))


if __name__ == "__main__":
    main(sys.argv[1:])

#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Writes what a calibration of the escalator found into docs/method/calibration.md, between its two marks.

usage: calibration_table.py FILE

  FILE  what `koers simulate calibrate --json` printed
"""
import json
import re
import sys
from pathlib import Path

PAGE = Path(__file__).resolve().parent.parent / "docs/method/calibration.md"
MARKS = re.compile(r"(<!-- measured -->\n).*(<!-- end of measured -->\n)", re.S)
VERDICTS = {"identified": "identified", "weakly": "weakly", "not_identified": "not identified"}


def table(header, rows):
    lines = ["| " + " | ".join(header) + " |", "|" + "---|" * len(header)]
    return "\n".join(lines + ["| " + " | ".join(map(str, row)) + " |" for row in rows]) + "\n"


def short(value):
    return f"{value:.3g}" if abs(value) < 1000 else f"{value:.0f}"


def facts(found):
    return (f"{found['city']}, {found['years']} years from 1 January {found['startYear']}, {found['newDwellings']:.0f} new dwellings a "
            f"year, {found['evaluations']:,} evaluations, seed {found['seed']}, version {found['version']}, inputs "
            f"`{found['inputsHash'][:16]}`. Distance (sum of squared deviations in errors): {found['distanceAtStart']:.1f} at the start, "
            f"{found['distance']:.1f} at the estimate.\n")


def moments(found):
    rows = [[each["name"].replace("_", " "), f"{short(each['target'])} ± {short(each['error'])}", short(each["atStart"]),
             short(each["simulated"]), f"{each['deviation']:+.1f}"] for each in found["moments"]]
    return table(["moment", "target ± error", "at the start", "estimate", "deviation in errors"], rows)


def largest_effect(found, name):
    effects = [(each["meanSize"], each["deviation"], each["moment"]) for each in found["elementaryEffects"] if each["parameter"] == name]
    size, deviation, moment = max(effects)
    return f"{size:.1f} ({deviation:.1f}) on {moment.replace('_', ' ')}"


def parameters(found):
    rows = [[f"`{each['name']}`", short(each["estimate"]), short(each["median"]), f"{short(each['low'])} to {short(each['high'])}",
             f"{100 * each['remaining']:.0f} %", VERDICTS[each["verdict"]], largest_effect(found, each["name"])]
            for each in sorted(found["parameters"], key=lambda each: each["remaining"])]
    return table(["parameter", "estimate", "posterior median", "90 % of the posterior", "of its range remains", "by the data at hand",
                  "largest elementary effect, in errors: μ* (σ)"], rows)


def main():
    if len(sys.argv) != 2 or sys.argv[1] in ("-h", "--help"):
        sys.exit(__doc__)
    found = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    text = "\n".join([facts(found), moments(found), parameters(found)])
    page = PAGE.read_text(encoding="utf-8")
    if not MARKS.search(page):
        sys.exit(f"{PAGE} has no marks to write between")
    PAGE.write_text(MARKS.sub(lambda marks: marks.group(1) + text + marks.group(2), page), encoding="utf-8")


main()

#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Prints the reference distributions of a city package: how each indicator is spread over all areas of the country.

    tools/reference_distributions.py MAPPING LEVEL=FILE.csv... > cities/NAME/reference-distributions.yaml

MAPPING is a JSON file:

    {"region": "NL00", "source": "cbs-kwb-2022", "period": "2022-01-01",
     "columns": [{"indicator": "woz-value", "column": "avg_woz_keur", "factor": "1000"}, ...]}

`period` may also stand in a column entry; `factor` (default 1) turns the unit of the column into that of the indicator. LEVEL is
municipality, district or neighbourhood; FILE has one row per area with a header line. Empty cells and words are skipped. Every area
counts as one; the standard deviation is that of a sample, percentiles are those of R's type 7; all are rounded to four decimals.
Only exact arithmetic is used up to the square root, so the result is the same on every machine.
"""
import csv
import json
import sys
from decimal import Decimal, InvalidOperation, ROUND_HALF_EVEN, getcontext
from pathlib import Path

PERCENTILES = (5, 10, 25, 50, 75, 90, 95)
STEP = Decimal("0.0001")
getcontext().prec = 40


def number(text):
    """The value of a cell; None when it holds no number."""
    try:
        value = Decimal(text.strip())
    except InvalidOperation:
        return None
    return value if value.is_finite() else None


def shown(value):
    text = format(value.quantize(STEP, ROUND_HALF_EVEN), "f")
    return text.rstrip("0").rstrip(".")


def percentile(ordered, percent):
    """R type 7: linear between the closest ranks."""
    place = Decimal(len(ordered) - 1) * percent / 100
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (place - below) * (ordered[above] - ordered[below])


def distribution(values):
    ordered = sorted(values)
    mean = sum(ordered) / len(ordered)
    variance = sum((value - mean) ** 2 for value in ordered) / (len(ordered) - 1)
    fields = {"count": str(len(ordered)), "mean": shown(mean), "standard_deviation": shown(variance.sqrt())}
    return fields | {f"p{percent}": shown(percentile(ordered, percent)) for percent in PERCENTILES}


def values_of(rows, column, factor):
    found = (number(row[column]) for row in rows)
    return [value * factor for value in found if value is not None]


def document(mapping, entry, level, name, rows):
    values = values_of(rows, entry["column"], Decimal(entry.get("factor", "1")))
    if len(values) < 2:
        sys.exit(f"{name}: column {entry['column']} holds fewer than two numbers")
    period = entry.get("period", mapping["period"])
    lines = [
        f"- id: {entry['indicator']}-{level}-{period[:4]}",
        f"  indicator: {entry['indicator']}",
        f"  region: {mapping['region']}",
        f"  level: {level}",
        f"  period: {period}",
    ]
    lines += [f"  {field}: {value}" for field, value in distribution(values).items()]
    lines.append(f"  sources: [{{source: {mapping['source']}, section: \"{name}, {entry['column']}\"}}]")
    return lines


def main(arguments):
    if len(arguments) < 2:
        sys.exit(__doc__)
    mapping = json.loads(Path(arguments[0]).read_text(encoding="utf-8"))
    print("# SPDX-License-Identifier: CC-BY-4.0")
    for argument in arguments[1:]:
        level, _, file = argument.partition("=")
        with open(file, encoding="utf-8", newline="") as stream:
            rows = list(csv.DictReader(stream))
        for entry in mapping["columns"]:
            print("\n".join(document(mapping, entry, level, mapping.get("tables", {}).get(level, Path(file).name), rows)))


if __name__ == "__main__":
    main(sys.argv[1:])

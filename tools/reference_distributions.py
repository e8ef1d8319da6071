#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Prints reference-distributions.yaml: how indicators are spread over all areas of a country.

usage: reference_distributions.py --region REGION --source SOURCE [--status STATUS]
         --table LEVEL=FILE.csv[:NAME] ... --map INDICATOR=COLUMN[*FACTOR]@PERIOD ...

  --region  id in regions.yaml, for instance NL00
  --source  id in sources.yaml that the figures come from
  --status  source, derived or illustrative; derived when left out
  --table   a CSV file with one row per area and a header; LEVEL is municipality, district or neighbourhood;
            NAME is how the source calls the table, for the section of the citation (the level when left out)
  --map     which column holds which indicator, with what it is multiplied to get its unit, and the period it is of

Example: reference_distributions.py --region NL00 --source cbs-kwb-2022 --table district=wijken.csv:NLD_dist \\
           --map woz-value=avg_woz_keur*1000@2022 --map dwellings=dwellings@2022-01-01

Every area counts as one. Empty cells are skipped. The deviation is that of a sample (n - 1); percentiles are of R type 7,
linear between the two nearest values. All are rounded to four decimals, half to even, with exact arithmetic.
"""
import argparse
import csv
import sys
from decimal import Decimal, getcontext
from fractions import Fraction

PERCENTILES = (5, 10, 25, 50, 75, 90, 95)
PLACES = Decimal("0.0001")
getcontext().prec = 50


def rounded(number):
    """A Fraction or Decimal as text with at most four decimals and no zeros at the end."""
    if isinstance(number, Fraction):
        number = Decimal(number.numerator) / Decimal(number.denominator)
    text = format(number.quantize(PLACES), "f").rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def percentile(ascending, percent):
    position = Fraction(percent, 100) * (len(ascending) - 1)
    below = int(position)
    above = min(below + 1, len(ascending) - 1)
    return ascending[below] + (position - below) * (ascending[above] - ascending[below])


def deviation(values, mean):
    if len(values) < 2:
        return Decimal(0)
    variance = sum((value - mean) ** 2 for value in values) / (len(values) - 1)
    return (Decimal(variance.numerator) / Decimal(variance.denominator)).sqrt()


def read_column(path, column, factor):
    with open(path, encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        if column not in (reader.fieldnames or []):
            sys.exit(f"{path}: no column {column}")
        values = []
        for row in reader:
            cell = row[column].strip()
            if not cell:
                continue
            try:
                values.append(Fraction(cell) * factor)
            except ValueError:
                sys.exit(f"{path}, line {reader.line_num}: {column} is {cell!r}, a number or nothing was expected")
    if not values:
        sys.exit(f"{path}: column {column} is empty")
    return sorted(values)


def parse_table(text):
    level, _, rest = text.partition("=")
    path, _, name = rest.partition(":")
    if not path:
        raise argparse.ArgumentTypeError("LEVEL=FILE.csv[:NAME] was expected")
    return level, path, name or level


def parse_map(text):
    indicator, equals, rest = text.partition("=")
    source, at, period = rest.rpartition("@")
    column, _, factor = source.partition("*")
    if not (equals and at and column and period):
        raise argparse.ArgumentTypeError("INDICATOR=COLUMN[*FACTOR]@PERIOD was expected")
    return indicator, column, Fraction(factor or "1"), period


def document(options, indicator, column, period, level, name, values):
    mean = sum(values) / len(values)
    lines = [
        f"- id: {indicator}-{level}-{period[:4]}",
        f"  indicator: {indicator}",
        f"  region: {options.region}",
        f"  level: {level}",
        f"  period: {period}",
        f"  count: {len(values)}",
        f"  mean: {rounded(mean)}",
        f"  standard_deviation: {rounded(deviation(values, mean))}",
    ]
    lines += [f"  p{percent}: {rounded(percentile(values, percent))}" for percent in PERCENTILES]
    if options.status != "derived":
        lines.append(f"  status: {options.status}")
    lines.append(f'  sources: [{{source: {options.source}, section: "{name}, {column}"}}]')
    return "\n".join(lines)


def main():
    parser = argparse.ArgumentParser(usage=__doc__.split("usage: ")[1].split("\n\n")[0], add_help=True)
    parser.add_argument("--region", required=True)
    parser.add_argument("--source", required=True)
    parser.add_argument("--status", default="derived", choices=["source", "derived", "illustrative"])
    parser.add_argument("--table", action="append", required=True, type=parse_table)
    parser.add_argument("--map", action="append", required=True, type=parse_map)
    options = parser.parse_args()
    for indicator, column, factor, period in options.map:
        for level, path, name in options.table:
            print(document(options, indicator, column, period, level, name, read_column(path, column, factor)))


if __name__ == "__main__":
    main()

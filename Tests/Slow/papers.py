#!/usr/bin/env python3
"""The papers of a round against its result, read by programs that did not write them.

    papers.py PARINDEX ROUND FOLDER

Needs openpyxl, python-docx and pdftotext.
"""
import json
import os
import re
import subprocess
import sys
import zipfile
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from xml.dom import minidom

import docx
import openpyxl

program, round_path, work = sys.argv[1:4]
failures = 0


def check(name, holds):
    global failures
    if not holds:
        failures += 1
    print(("ok    " if holds else "FAIL  ") + name)


def run(*words, **environment):
    subprocess.run(
        [program, *words], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        env={**os.environ, **environment})


def rounded(text):
    """Two decimals, half away from zero, of `170/3` or `85.5`."""
    value = Fraction(text)
    return (Decimal(value.numerator) / Decimal(value.denominator)).quantize(
        Decimal("0.01"), ROUND_HALF_UP)


def vietnamese(number):
    whole, _, decimals = f"{number:,.2f}".partition(".")
    return whole.replace(",", ".") + "," + decimals


first, second = os.path.join(work, "first"), os.path.join(work, "second")
run("papers", round_path, "-o", first, TZ="Asia/Ho_Chi_Minh")
run("papers", round_path, "-o", second, TZ="America/New_York", LC_ALL="C")
result = os.path.join(work, "result")
run("run", round_path, "-o", result)
sums = [open(os.path.join(folder, "SHA256SUMS")).read() for folder in (first, second)]
check("the same bytes under another time zone", sums[0] == sums[1])

data = json.load(open(os.path.join(result, "ket-qua.json")))
units = {unit["id"]: unit for unit in data["units"]}
areas = {}
for block in data["blocks"]:
    for group in block["groups"]:
        for unit in group["units"]:
            areas[unit["id"]] = {area["id"]: area for area in unit["areas"]}
appraised = max(i for i, layer in enumerate(data["layers"]) if layer.startswith("appraisal"))

found, wrong = set(), []
for name in sorted(os.listdir(os.path.join(first, "phu-luc"))):
    base, ending = os.path.splitext(os.path.join(first, "phu-luc", name))
    if ending != ".xlsx":
        continue
    pdf = subprocess.run(
        ["pdftotext", "-layout", base + ".pdf", "-"], check=True, capture_output=True, text=True
    ).stdout
    document = docx.Document(base + ".docx")
    words = [[cell.text for cell in row.cells] for table in document.tables for row in table.rows]
    in_word = {tuple(row[1:7]) for row in words}
    # Names of communes stand in one group once; groups are apart by file.
    group_of = {}
    own = [u for u in units.values()
           if (u["parent"] or "") == os.path.basename(base)
           or (os.path.basename(base) == "tinh" and u["block"] != "xa")]
    for unit in own:
        group_of[unit["name"]] = unit["id"]
    book = openpyxl.load_workbook(base + ".xlsx")
    for sheet in book.worksheets:
        rows = [list(row) for row in sheet.iter_rows(values_only=True)]
        head = next(i for i, row in enumerate(rows) if row[0] == "TT")
        if "Thứ hạng" == rows[head][5]:
            for row in rows[head + 1:]:
                if row[1] not in group_of or not isinstance(row[0], (int, float)):
                    continue
                unit = units[group_of[row[1]]]
                found.add(unit["id"])
                total = unit["totals"][-1]
                if row[4] in (None, "–"):
                    if unit["submitted"]:
                        wrong.append((row[1], "no index"))
                    continue
                numbers = [rounded(total[key]) for key in ("maximum", "points", "index")]
                for shown, number in zip(row[2:5], numbers):
                    if Decimal(repr(shown)) != number:
                        wrong.append((row[1], shown, number))
                place = total["rank"] if total["rank"] is not None else "–"
                if row[5] != place or row[6] != (total["grade"] or "–"):
                    wrong.append((row[1], row[5], row[6]))
                texts = tuple([row[1]] + [vietnamese(n) for n in numbers] + [str(place), row[6]])
                if texts not in in_word:
                    wrong.append((row[1], "not in the DOCX", texts))
                if not re.search(r"\s+".join(map(re.escape, texts[1:5])), pdf):
                    wrong.append((row[1], "not in the PDF", texts))
        else:
            names = [cell for cell in rows[head + 1]]
            for i in range(head + 2, len(rows)):
                if rows[i][2] != "Tối đa":
                    continue
                unit = units[group_of[rows[i][1]]]
                lines = [(0, None, "maximum"), (1, 0, "points"), (2, appraised, "points"),
                         (3, len(data["layers"]) - 1, "points")]
                for line, layer, key in lines:
                    row = rows[i + line]
                    total = unit["totals"][-1 if layer is None else layer]
                    column = 3 + sum(1 for name in names[3:] if name)
                    if Decimal(repr(row[column])) != rounded(total[key]):
                        wrong.append((unit["id"], line, row[column], total[key]))
                    if layer is not None and Decimal(repr(row[column + 1])) != rounded(total["index"]):
                        wrong.append((unit["id"], line, "index"))
                for place, name in enumerate(names[3:], 3):
                    area = areas[unit["id"]].get(str(name))
                    if not name or not area:
                        continue
                    for line, key in ((0, "maximum"), (3, "points")):
                        shown = rows[i + line][place]
                        if shown != "KAD" and Decimal(repr(shown)) != rounded(area[key]):
                            wrong.append((unit["id"], name, shown, area[key]))
check(f"figures of {len(found)} units in XLSX, DOCX and PDF are those of the result",
      not wrong and len(found) == len(units))
for line in wrong[:10]:
    print("      ", line)

count = 0
for folder, _, names in os.walk(first):
    for name in names:
        if name.endswith(".docx"):
            path = os.path.join(folder, name)
            docx.Document(path)
            with zipfile.ZipFile(path) as archive:
                for part in archive.namelist():
                    minidom.parseString(archive.read(part))
            count += 1
check(f"{count} DOCX are opened, every part is XML", count > 100)

formulas = sum(
    cell.data_type == "f" for name in os.listdir(os.path.join(first, "phu-luc"))
    if name.endswith(".xlsx")
    for sheet in openpyxl.load_workbook(os.path.join(first, "phu-luc", name)).worksheets
    for row in sheet.iter_rows() for cell in row)
check("no cell of an annex is a formula", formulas == 0)
sys.exit(failures > 0)

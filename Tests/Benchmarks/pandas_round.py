"""The same job with what a user would pick instead: PyYAML's C loader and pandas.

Reads criteria, the register and every unit's two files, computes every item's points with binary
floating point, sums, ranks, and writes one CSV. It checks nothing, explains nothing, and finds no
gap in the evidence. Usage: pandas_round.py ROUND OUTPUT PROCESSES
"""
import datetime
import multiprocessing
import pathlib
import re
import sys

import pandas
import yaml

Loader = yaml.CSafeLoader
YEAR = 2017


def load(path):
    return yaml.load(path.read_text(encoding="utf-8"), Loader=Loader)


def unit_rows(folder):
    """One dictionary a unit: 'item.input' to value."""
    answers = load(folder / "self-assessment.yaml")
    shelf = folder / "evidence.yaml"
    documents = len(load(shelf)["documents"]) if shelf.exists() else 0
    row = {"unit": answers["unit"], "documents": documents}
    for name, value in (answers.get("shared_inputs") or {}).items():
        row[name] = value
    for item, answer in answers["answers"].items():
        for name, value in (answer.get("inputs") or {}).items():
            row[f"{item}.{name}"] = value
        row[f"{item}.claim"] = answer.get("points")
    return row


def expression(text):
    """A formula of the criteria as a Python expression over columns."""
    text = re.sub(r"(\d+(?:\.\d+)?)%", r"(\1/100)", str(text))
    return re.sub(r"\band\b", "&", text)


class Names(dict):
    def __init__(self, frame, item):
        self.frame, self.item = frame, item

    def __missing__(self, name):
        own = f"{self.item}.{name}"
        return self.frame[own if own in self.frame else name]


def value(frame, item, text):
    source = expression(text).replace("reports.late", "late")
    return eval(source, {}, Names(frame, item))


def date(text):
    return datetime.date(*eval(text.replace("date", ""), {"year": YEAR}))


def points(frame, item, rule, maximum):
    kind, body = next(iter(rule.items()))
    if kind == "yes_no":
        return value(frame, item, body).astype(float) * maximum
    if kind == "choice":
        levels = body.get("levels", body)
        name = body.get("of", "level")
        return frame[f"{item}.{name}"].map(levels)
    if kind == "timeliness":
        days = frame[f"{item}.{body['date']}"]
        result = pandas.Series(float(body["otherwise"]), index=frame.index)
        for step in reversed(body["steps"]):
            limit = date(step["by"])
            result[days.map(lambda day: isinstance(day, datetime.date) and day <= limit)] = step["points"]
        result[days == "none"] = body["missing"]
        return result
    if kind == "steps":
        number = value(frame, item, body["of"])
        result = pandas.Series(float(body["bands"][-1]["otherwise"]), index=frame.index)
        for band in reversed(body["bands"][:-1]):
            result[number >= eval(expression(band["from"]))] = band["points"]
        return result
    if kind == "proportional":
        number = value(frame, item, body["of"])
        share = (number / eval(expression(body["ceiling"]))).clip(0, 1).fillna(1)
        return share.where(number.isna() | (number >= eval(expression(body["floor"]))), 0) * maximum
    if kind == "mix":
        total = value(frame, item, body["total"])
        share = sum(value(frame, item, part["of"]) / total * part["factor"] for part in body["parts"])
        return share.fillna(1) * maximum
    if kind == "deduction":
        left = maximum
        for part in body["per"]:
            left = left - value(frame, item, part["count"]) * part["points"]
        return left.clip(lower=body["floor"])
    if kind == "per_item":
        return (value(frame, item, body["count"]) * body["points"]).clip(0, maximum)
    if kind == "relative_to_best":
        number = value(frame, item, body["of"])
        return (number / number.max()).fillna(0) * maximum
    if kind == "best_of":
        return pandas.concat([points(frame, item, one, maximum) for one in body], axis=1).max(axis=1)
    raise ValueError(kind)


def main(folder, output, processes):
    folder = pathlib.Path(folder)
    criteria = load(folder / "criteria" / "so.yaml")
    folders = sorted(path for path in (folder / "units").iterdir())
    with multiprocessing.Pool(processes) as pool:
        rows = pool.map(unit_rows, folders, chunksize=64)
    frame = pandas.DataFrame(rows)
    late = pandas.read_csv(folder / "registers" / "reports.csv").set_index("unit")["late"]
    frame["late"] = frame["unit"].map(late).fillna(0)
    total = 0
    maximum = 0
    for area in criteria["areas"]:
        for criterion in area["criteria"]:
            for item in criterion.get("sub_criteria", [criterion]):
                own = points(frame, item["id"], item["rule"], item["max_points"]).round(2)
                frame = frame.assign(**{f"points.{item['id']}": own})
                total = total + own
                maximum += item["max_points"]
    frame["index"] = (total / maximum * 100).round(2)
    frame["rank"] = frame["index"].rank(method="min", ascending=False).astype(int)
    columns = ["unit", "index", "rank"] + [name for name in frame if name.startswith("points.")]
    frame.sort_values(["rank", "unit"])[columns].to_csv(output, index=False)


main(sys.argv[1], sys.argv[2], int(sys.argv[3]))

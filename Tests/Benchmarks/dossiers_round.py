"""Makes a round's dossiers folder of the benchmark's data: units.yaml, records.yaml, side files.

Usage: dossiers_round.py DATA_FOLDER RULES_FOLDER
"""
import csv
import pathlib
import shutil
import sys

data, rules = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
kinds = {"S": "so", "H": "huyen", "X": "xa", "K": "khac"}


def rows(name):
    with open(data / name, encoding="utf8", newline="") as file:
        return list(csv.DictReader(file))


with open(data / "units.yaml", "w", encoding="utf8") as file:
    file.write("format: parindex/units@1\nunits:\n")
    for place, row in enumerate(rows("units.csv"), 1):
        file.write(
            f'  - {{id: "u{place:03}", name: "{row["name"]} ({row["unit_id"]})", '
            f'type: {kinds[row["level"]]}, codes: ["{row["unit_id"]}"]}}\n')
with open(data / "explanations.csv", "w", encoding="utf8") as file:
    file.write("dossier,cause,evidence,decided_by,decision\n")
    for row in rows("explained.csv"):
        file.write(f'{row["dossier_id"]},software,CV,benchmark,{"accepted" if row["accepted"] == "1" else "refused"}\n')
shutil.copy(rules / "dossier-rules.yaml", data)
shutil.copy(rules / "records.yaml", data)

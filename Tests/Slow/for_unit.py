"""`gaps`, `score`, `explain` with --for-unit, and scaffolds, of some units of every block, by the
program itself: no other unit's name, no place. (Tests/parindexTests/ForUnitTests.swift asks the same
of all units in process.)"""

import re
import subprocess
import sys
from pathlib import Path

import yaml


def main() -> int:
    program, round_folder, work = sys.argv[1:]
    units = yaml.safe_load(Path(round_folder, "units.yaml").read_bytes())["units"]
    setting = yaml.safe_load(Path(round_folder, "round.yaml").read_bytes())
    offices = {register.get("owner") for register in setting["registers"].values()}
    for criteria in Path(round_folder, setting["criteria"]).glob("*.yaml"):
        offices |= set(re.findall(r"appraised_by: ([a-z0-9-]+)", criteria.read_text()))
    names = sorted(((unit["name"], unit["id"]) for unit in units), key=lambda one: -len(one[0]))
    step = max(1, len(units) // 12)
    failed = 0
    for unit in units[::step]:
        own = unit["id"]
        pages = [
            ["gaps", round_folder, own, "--for-unit"],
            ["gaps", round_folder, own, "--for-unit", "--format", "csv"],
            ["score", round_folder, own, "--for-unit"],
            ["score", round_folder, own, "--for-unit", "--format", "csv"],
            ["score", round_folder, own, "--for-unit", "--format", "json"],
            ["new", "self-assessment", round_folder, own, "--stdout"],
        ]
        for page in pages:
            text = subprocess.check_output([program, *page]).decode()
            if "number of rank" in text or re.search(r'"rank":\d', text):
                failed += 1
                print(f"FAIL  {' '.join(page)}: a place")
            for name, other in names:
                if name in text and other not in offices and other != own:
                    failed += 1
                    print(f"FAIL  {' '.join(page)}: {name}")
                text = text.replace(name, "")
    print(f"{'ok   ' if not failed else 'FAIL '} {len(units[::step])} units, six pages each")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

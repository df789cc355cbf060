"""The log of a round under the program itself: killed at any moment, and written by two at once.

    writers.py PROGRAM FOLDER

PARINDEX_KILLED_APPENDS: how many events are appended under `kill -9`; 10,000 unless it says so.
"""

import hashlib
import json
import os
import random
import re
import subprocess
import sys
import threading
import time
from pathlib import Path

program, folder = sys.argv[1], Path(sys.argv[2])
wanted = int(os.environ.get("PARINDEX_KILLED_APPENDS", "10000"))
failures = 0


def check(name: str, holds: bool) -> None:
    global failures
    failures += not holds
    print(f"{'ok   ' if holds else 'FAIL '} {name}")


def begin(name: str) -> Path:
    """A small round with a log."""
    home = folder / name
    make = ["new", "sample-round", str(home), "--units", "4", "--blocks", "2", "--evidence"]
    subprocess.run([program, *make], check=True, capture_output=True)
    setting = home / "round.yaml"
    # Its stage of appraisal is open whenever this runs.
    setting.write_text(setting.read_text().replace("through: 2018-01-03", "through: 2999-01-03"))
    convert = [program, "convert", str(home), "--by", "so-noi-vu/cchc"]
    subprocess.run(convert, check=True, capture_output=True)
    return home


def append(home: Path, text: str) -> subprocess.Popen:
    return subprocess.Popen(
        [program, "appraise", str(home), "don-vi-00001", "1.1.1", "--accept", "--by",
         "to-giup-viec/01", "--reason", text, "--lang", "en"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)  # fmt: skip


def acknowledged(output: str) -> tuple[int, str] | None:
    """What the program said it has recorded; a line that was cut off says nothing."""
    found = re.search(r"Seal: ([0-9]+):([0-9a-f]{64})\n", output)
    return (int(found[1]), found[2]) if found else None


def examine(name: str, home: Path, told: dict[int, str]) -> None:
    """Every event that was acknowledged stands in a whole log, by a reading of our own."""
    lines = (home / "events.jsonl").read_bytes().split(b"\n")
    digests = [hashlib.sha256(line + b"\n").hexdigest() for line in lines[:-1]]
    named = [json.loads(line).get("previous") for line in lines[:-1]]
    check(f"{name}: the chain is whole", lines[-1] == b"" and named == [None, *digests[:-1]])
    lost = [number for number, digest in told.items() if digests[number - 1 : number] != [digest]]
    check(f"{name}: none of {len(told)} acknowledged events is lost", told != {} and not lost)
    verify = subprocess.run([program, "log", str(home), "--verify"], capture_output=True)
    check(f"{name}: log --verify", verify.returncode == 0)


def killed() -> None:
    home, told, kills = begin("killed"), {}, 0
    chance = random.Random(4)
    started = time.monotonic()
    for number in range(5):
        append(home, f"đo {number}").communicate()
    usual = (time.monotonic() - started) / 5
    for number in range(wanted):
        writer = append(home, f"lần {number}")
        try:
            output, _ = writer.communicate(timeout=usual * chance.uniform(0.6, 1.3))
        except subprocess.TimeoutExpired:
            kills += 1
            writer.kill()
            output, _ = writer.communicate()
        if told_now := acknowledged(output):
            told[told_now[0]] = told_now[1]
    # Whatever the last one left is set aside by the next.
    append(home, "sau cùng").communicate()
    examine(f"{wanted} appends, {kills} killed", home, told)
    check("both kinds of ends were met", 0 < kills < wanted)


def two_at_once() -> None:
    home, told, count = begin("two"), {}, 60
    lock = threading.Lock()

    def write(author: int) -> None:
        done = 0
        while done < count:
            output, problems = append(home, f"người {author}, lần {done}").communicate()
            if now := acknowledged(output):
                done += 1
                with lock:
                    told[now[0]] = now[1]
            elif "recorded-meanwhile" not in problems:
                return print(problems)

    writers = [threading.Thread(target=write, args=(author,)) for author in (1, 2)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    check("two at once: each has all its events", len(told) == 2 * count)
    examine("two at once", home, told)


two_at_once()
killed()
sys.exit(1 if failures else 0)

"""The web application under `kill -9` while many save: what was acknowledged is there.

    kill_server.py PROGRAM        `parindex-serve`, with `parindex` beside it

PARINDEX_SAVES: how many drafts are saved in all; 10,000 unless it says so. PARINDEX_WRITERS: how many
write at once; 8. The server is killed every now and then and started again; each writer goes on with
what it was about. In between a head hands in, with the same fate.
"""

import http.client
import json
import os
import random
import sqlite3
import sys
import threading
import time
from pathlib import Path

from client import Client, Demonstration, accounts

SAVES = int(os.environ.get("PARINDEX_SAVES", "10000"))
WRITERS = int(os.environ.get("PARINDEX_WRITERS", "8"))
ITEMS = ["1.1.1", "1.1.2", "1.1.3", "1.3.1"]
UNITS = ["van-phong-ubnd-tinh", "thanh-tra-tinh", "so-noi-vu", "so-tu-phap"]
failures = 0


def check(name: str, holds: bool) -> None:
    global failures
    failures += not holds
    print(f"{'ok   ' if holds else 'FAIL '} {name}", flush=True)


class Writer(threading.Thread):
    """Saves one item of one unit again and again; knows what was acknowledged."""

    def __init__(self, client: Client, unit: str, item: str, count: int):
        super().__init__(daemon=True)
        self.client, self.unit, self.item, self.count = client, unit, item, count
        self.number = self.version = self.kept = self.lost = self.refused = 0

    def run(self) -> None:
        while self.kept < self.count:
            self.number += 1
            self.save(f"lần {self.number}")

    def save(self, note: str) -> None:
        """Once, and once more when the connection broke: whether it was written nobody knows."""
        while True:
            try:
                status, text = self.client.save(self.unit, self.item, self.version, {"note": note})
            except (OSError, http.client.HTTPException):
                self.lost += 1
                time.sleep(0.05)
                continue
            if status == 200:
                self.version = json.loads(text)["version"]
                self.kept += 1
                self.note = note
                return
            self.refused += 1
            if status == 409:
                # Its own earlier try was written, though the answer was lost.
                self.version = json.loads(text)["version"]
            else:
                time.sleep(0.2)


def kill(served: Demonstration, stop: threading.Event, chance: random.Random) -> int:
    kills, pause = 0, 1.0
    while not stop.wait(chance.uniform(0.5, 3) * pause):
        served.server.kill()
        served.server.wait()
        served.server = None
        began = time.monotonic()
        served.serve()
        # On a slow machine it works as long as it takes to start.
        pause = max(1, time.monotonic() - began)
        kills += 1
    return kills


def hand_in(head: Client, stop: threading.Event) -> list[int]:
    """A unit hands in whenever it can; each number is an event that was acknowledged."""
    told = []
    home = "/don-vi/van-phong-ubnd-tinh"
    round = 0
    while not stop.wait(0.5):
        round += 1
        try:
            draft = head.get(f"{home}/muc/4.4.1")[1]
            version = int(draft.split('name="version" value="')[1].split('"')[0])
            head.save("van-phong-ubnd-tinh", "4.4.1", version, {"i.reviewed": "yes", "note": f"nộp {round}"})
            if head.hand_in("van-phong-ubnd-tinh")[0] == 303:
                told.append(round)
        except (OSError, http.client.HTTPException, IndexError):
            continue
    return told


def lines_of(log: Path) -> int:
    return log.read_bytes().count(b"\n")


def run(served: Demonstration) -> None:
    chance = random.Random(6)
    served.serve()
    rows = [f"w{n},unit-officer,Cán bộ {n},{UNITS[n % len(UNITS)]}" for n in range(WRITERS)]
    accounts(served, rows)
    writers = [
        Writer(Client(served, f"w{n}"), UNITS[n % len(UNITS)], ITEMS[n // len(UNITS) % len(ITEMS)],
               -(-SAVES // WRITERS)) for n in range(WRITERS)]  # fmt: skip
    head = Client(served, "thu-truong.van-phong-ubnd-tinh")
    stop, told, kills = threading.Event(), [], []
    others = [
        threading.Thread(target=lambda: kills.append(kill(served, stop, chance))),
        threading.Thread(target=lambda: told.extend(hand_in(head, stop)))]  # fmt: skip
    began = time.monotonic()
    for thread in writers + others:
        thread.start()
    for writer in writers:
        writer.join()
    stop.set()
    for thread in others:
        thread.join()
    seconds = time.monotonic() - began
    served.stop()
    examine(served, writers, told)
    kept, lost = sum(w.kept for w in writers), sum(w.lost for w in writers)
    check("both kinds of ends were met", kills[0] > 0 and lost > 0)
    print(f"{'saves':>8} {'killed':>7} {'broken off':>11} {'handed in':>10} {'seconds':>8} {'saves/s':>8}")
    print(f"{kept:8} {kills[0]:7} {lost:11} {len(told):10} {seconds:8.0f} {kept / seconds:8.0f}")


def examine(served: Demonstration, writers: list[Writer], told: list[int]) -> None:
    store = sqlite3.connect(f"{served.data}/parindex.sqlite")
    check("SQLite finds the store whole", store.execute("PRAGMA integrity_check").fetchone() == ("ok",))
    wrong = []
    for writer in writers:
        row = store.execute(
            "SELECT version, value FROM draft JOIN draft_field USING (unit, part) "
            "WHERE unit = ? AND part = ? AND name = 'note'", (writer.unit, writer.item)).fetchone()  # fmt: skip
        # What the head handed in is no draft any more, but stands in the file.
        text = Path(f"{served.data}/rounds/khanh-hoa-2017/units/{writer.unit}/self-assessment.yaml")
        if row != (writer.version, writer.note) and writer.note not in text.read_text():
            wrong.append(f"{writer.unit} {writer.item}: {row} instead of {writer.note}")
    check(f"none of {sum(w.kept for w in writers)} acknowledged saves is lost {wrong[:3]}", not wrong)
    home = f"{served.data}/rounds/khanh-hoa-2017"
    verified = served.run("parindex", "log", home, "--verify")
    check("the log's chain is whole", "lỗi" not in verified)
    events = [json.loads(line) for line in Path(f"{home}/events.jsonl").read_text().splitlines()]
    own = [one for one in events if one["kind"] == "submitted" and one["unit"] == UNITS[0]]
    check(f"all of {len(told)} acknowledged handings-in are in the log", len(own) >= len(told))
    copy = f"{served.home.name}/copy"
    served.run("parindex-serve", "backup", "--data", served.data, "--output", copy)
    served.run("parindex-serve", "restore", copy, "--check")
    check("a backup of it verifies", True)


if __name__ == "__main__":
    served = Demonstration(Path(sys.argv[1]).absolute().parent)
    try:
        run(served)
    finally:
        if served.server is not None:
            served.server.kill()
    sys.exit(failures > 0)

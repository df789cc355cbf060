"""Tampers with the log in a bundle of the shipped round and sees that `verify` names what was done.

    tampering.py PROGRAM ROUND FOLDER

Every digest that needs no key is made right again: the manifest's, and where it says so the chain
and the seal too.
"""

import hashlib
import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

program, source, folder = sys.argv[1], sys.argv[2], Path(sys.argv[3])
folder.mkdir(parents=True, exist_ok=True)
bundle = folder / "bundle.tar"
failures = 0


def members(archive: bytes) -> list[tuple[bytes, bytes]]:
    """Headers and contents."""
    found, place = [], 0
    while archive[place] != 0:
        header, size = archive[place : place + 512], int(archive[place + 124 : place + 135], 8)
        found.append((header, archive[place + 512 : place + 512 + size]))
        place += 512 + -(-size // 512) * 512
    return found


def packed(list_of_members: list[tuple[bytes, bytes]]) -> bytes:
    archive = b""
    for header, content in list_of_members:
        blank = header[:124] + b"%011o" % len(content) + header[135:148] + b" " * 8 + header[156:]
        archive += blank[:148] + b"%06o\0 " % sum(blank) + blank[156:]
        archive += content + b"\0" * (-len(content) % 512)
    return archive + b"\0" * 1024


def name(header: bytes) -> str:
    return header[:100].rstrip(b"\0").decode()


def digest(line: bytes) -> str:
    """By which the next event names it."""
    return hashlib.sha256(line + b"\n").hexdigest()


def forged(lines: list[bytes], seal: str | None) -> bytes:
    """The bundle with another log, its manifest made to agree."""
    log = b"".join(line + b"\n" for line in lines)
    (head, manifest), (second, _), *rest = members(bundle.read_bytes())
    place = next(i for i, (header, _) in enumerate(rest) if name(header).endswith("/events.jsonl"))
    old, rest[place] = rest[place][1], (rest[place][0], log)
    about = manifest.decode()
    entry = re.search(r'"kind": "log",\s*"size": [0-9]+,\s*"sha256": "[0-9a-f]+"', about)[0]
    new = entry.replace(str(len(old)), str(len(log)))
    about = about.replace(entry, re.sub(r'[0-9a-f]{64}', hashlib.sha256(log).hexdigest(), new))
    if seal:
        about = re.sub(r'"log_seal": "[^"]*"', f'"log_seal": "{seal}"', about)
    sums = f"{hashlib.sha256(about.encode()).hexdigest()}  manifest.json\n"
    return packed([(head, about.encode()), (second, sums.encode()), *rest])


def chained(events: list[dict]) -> list[bytes]:
    """Events with their numbers and digests made right again."""
    lines: list[bytes] = []
    for number, event in enumerate(events, 1):
        event = {**event, "sequence": number}
        if lines:
            event["previous"] = digest(lines[-1])
        text = json.dumps(event, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        lines.append(text.encode())
    return lines


def try_out(what: str, lines: list[bytes], names: str, *options: str, seal: str | None = None):
    global failures
    path = folder / "forged.tar"
    path.write_bytes(forged(lines, seal))
    ended = subprocess.run(
        [program, "verify", str(path), "--lang", "en", *options], capture_output=True, text=True)
    found = re.search(names, ended.stderr)
    holds = ended.returncode == 1 and found is not None and "NOT VERIFIED" in ended.stdout
    failures += not holds
    told = found[0] if found else f"exit {ended.returncode}\n{ended.stderr[-1500:]}"
    print(f"{'ok   ' if holds else 'FAIL '} {what}: {told}")


def edited(line: bytes, change: Callable[[dict], None]) -> bytes:
    event = json.loads(line)
    change(event)
    return json.dumps(
        event, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()  # fmt: skip


subprocess.run([program, "bundle", source, "-o", str(bundle)], check=True, capture_output=True)
log = next(c for h, c in members(bundle.read_bytes()) if name(h).endswith("/events.jsonl"))
lines = log.split(b"\n")[:-1]
events = [json.loads(line) for line in lines]
seal = f"{len(lines)}:{digest(lines[-1])}"
# Whose points moved, by whom they were moved.
moved = [i for i, event in enumerate(events) if event["kind"] == "appraised"]
place = moved[len(moved) // 2]
other = next(i for i in moved if i > place and events[i]["unit"] != events[place]["unit"])
units = events[place]["unit"], events[other]["unit"]

put_in = {**events[place], "text": "thêm vào"}
try_out("insert", lines[:place] + [chained(events[:place] + [put_in])[place]] + lines[place:],
        rf"line {place + 2}: two events are number {place + 1}, one put in")  # fmt: skip
try_out("delete", lines[:place] + lines[place + 1 :], f"event {place + 1} deleted")
swapped = [*lines[:place], lines[place + 1], lines[place], *lines[place + 2 :]]
try_out("reorder", swapped, f"event {place + 1} was moved to line {place + 2}")
edit = edited(lines[place], lambda event: event.update(text="sửa lại"))
try_out("edit", [*lines[:place], edit, *lines[place + 1 :]],
        f"between events {place + 1} and {place + 2}: one was edited")  # fmt: skip
try_out("truncate", lines[:-3], f"the log was cut: {len(lines) - 3} of {len(lines)} sealed events")
exchanged = [
    edited(line, lambda e: e.update(unit=units[1 - units.index(e["unit"])]))
    if event.get("unit") in units and event["kind"] != "submitted" else line
    for event, line in zip(events, lines)
]  # fmt: skip
first = next(i for i, pair in enumerate(zip(exchanged, lines)) if pair[0] != pair[1])
try_out("swap the events of two units", exchanged,
        f"between events {first + 1} and {first + 2}: one was edited")  # fmt: skip
renamed = [{**events[0], "round": "ninh-thuan-2017"}, *events[1:]]
try_out("swap with another round's log", chained(renamed), "log of round `ninh-thuan-2017`")
anew = chained([*events[:place], json.loads(edit), *events[place + 1 :]])
new_seal = f"{len(anew)}:{digest(anew[-1])}"
try_out("written anew with its seal, beside the published one", anew,
        "changed after the log was sealed", "--seal", seal, seal=new_seal)  # fmt: skip
sys.exit(1 if failures else 0)

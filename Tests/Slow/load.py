"""The web application under the work of five hundred users, with what it may take at most.

    load.py PROGRAM        `parindex-serve`, with `parindex` beside it

PARINDEX_USERS, PARINDEX_SECONDS, PARINDEX_THINK: how many users work for how long, and how many
seconds one looks at a page; 500, 30 and 2 unless they say so. wrk (Debian) makes the load; it shares
the cores. Signing in is not part of the figures. Below them stand the times by what was asked for, as
users saw them and as the server's own log has them.
"""

import json
import os
import re
import resource
import statistics
import subprocess
import sys
import threading
import time
from collections import Counter
from pathlib import Path
from random import Random

from client import Client, Demonstration, accounts, wait_for

USERS = int(os.environ.get("PARINDEX_USERS", "500"))
SECONDS = int(os.environ.get("PARINDEX_SECONDS", "30"))
THINK = float(os.environ.get("PARINDEX_THINK", "2"))
FIGURES: list[tuple[str, float, float, str]] = []
# Times by what was asked for; what the server and wrk took of the cores.
KINDS: list[str] = []


def figure(name: str, value: float, most: float, unit: str) -> None:
    FIGURES.append((name, value, most, unit))


def items(served: Demonstration) -> dict[str, list[str]]:
    """Units with the items that they fill in, as their own pages list them."""
    found = {}
    organiser = Client(served, "so-noi-vu")
    for page in range(1, 200):
        text = organiser.get(f"/tham-dinh?trang={page}")[1]
        for unit, item in re.findall(r'href="/tham-dinh/([a-z0-9-]+)/([0-9A-Z.]+)', text):
            found.setdefault(unit, []).append(item)
        if 'rel="next"' not in text:
            break
    return found


def people(served: Demonstration) -> str:
    """A line for each user, as load.lua reads them: most of units, some who appraise or look on."""
    chance = Random(5)
    matters = items(served)
    units = sorted(matters)
    officers = USERS * 8 // 10
    made = accounts(
        served,
        [f"o{n},unit-officer,Cán bộ {n},{units[n % len(units)]}" for n in range(officers)])  # fmt: skip
    lines, taken = [], {unit: 0 for unit in units}
    for login in made:
        unit = units[int(login[1:]) % len(units)]
        client = Client(served, login)
        # The page may name an item twice: in its list, and among what is lacking.
        own = list(dict.fromkeys(re.findall(
            rf'href="/don-vi/{unit}/muc/([0-9A-Z.]+)"', client.get(f"/don-vi/{unit}")[1])))  # fmt: skip
        # An item that is filled in here has a form.
        while True:
            item = own[taken[unit] % len(own)]
            taken[unit] += 1
            if 'id="note"' in client.get(f"/don-vi/{unit}/muc/{item}")[1]:
                break
        lines.append(f"officer\t{client.cookie}\t{client.token}\t{unit}\t{item}")
        client.close()
    helper, organiser = Client(served, "to-giup-viec"), Client(served, "so-noi-vu")
    for number in range(USERS - officers):
        unit = chance.choice(units)
        kind, client = ("organiser", organiser) if number % 5 == 0 else ("helper", helper)
        client.get("/tai-khoan")
        lines.append(
            f"{kind}\t{client.cookie}\t{client.token}\t{unit}\t{chance.choice(matters[unit])}")
    # Whoever comes next is of another kind and unit than who came before.
    chance.shuffle(lines)
    place = Path(served.home.name) / "users"
    place.write_text("\n".join(lines) + "\n")
    return str(place)


def load(served: Demonstration, users: str) -> list[float]:
    """- Returns: requests, failures, median, 99th percentile, longest (ms), seconds."""
    script = str(Path(__file__).with_name("load.lua"))
    own, began = cpu(served.server.pid), os.times()
    done = subprocess.run(
        ["wrk", f"-t{USERS}", f"-c{USERS}", f"-d{SECONDS}s", "--timeout", "20s", "-s", script,
         served.address, "--", users, str(THINK)], capture_output=True, text=True)  # fmt: skip
    found = re.search(r"^FIGURES (.*)$", done.stdout, re.M)
    if not found:
        raise RuntimeError(done.stdout[-2000:] + done.stderr)
    ended = os.times()
    seconds = ended.elapsed - began.elapsed
    wrk = ended.children_user + ended.children_system - began.children_user - began.children_system
    taken, count = cpu(served.server.pid) - own, int(found[1].split()[0])
    KINDS.append(
        f"{USERS} users, {count} requests; of the cores the server had {taken / seconds:.2f}, wrk "
        f"{wrk / seconds:.2f}; a request took {1000 * taken / max(count, 1):.2f} ms of a core")
    by_kind(done.stdout)
    return [float(part) for part in found[1].split()]


def cpu(process: int) -> float:
    """Seconds of the cores that a process has taken."""
    fields = Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def by_kind(told: str) -> None:
    """The times of each kind of request, and what was not answered as wanted."""
    kinds: dict[str, list[tuple[int, float]]] = {}
    for kind, status, time_taken in re.findall(r"^REQUEST (\S+) (\d+) (\S+)$", told, re.M):
        kinds.setdefault(kind, []).append((int(status), float(time_taken)))
    for kind, answers in sorted(kinds.items(), key=lambda entry: -len(entry[1])):
        times = sorted(time_taken for _, time_taken in answers)
        wrong = Counter(status for status, _ in answers if status >= 400)
        KINDS.append(
            f"  {kind:12} {len(times):6} requests, median {statistics.median(times):7.1f}, "
            f"99th percentile {times[len(times) * 99 // 100]:7.1f}, longest {times[-1]:7.1f} ms"
            + "".join(f", {count} times {status}" for status, count in sorted(wrong.items())))


def at_server_by_kind(served: Demonstration, since: int) -> None:
    """What the server spent its time on, as its own log has it."""
    kinds: dict[str, list[int]] = {}
    for line in Path(served.log.name).read_text().splitlines()[since:]:
        one = json.loads(line)
        if "milliseconds" in one:
            path = re.sub(r"^/don-vi/[^/]+", "/don-vi/*", one["path"])
            path = re.sub(r"^/tham-dinh/[^/]+/[^/]+$", "/tham-dinh/*", path)
            path = re.sub(r"/muc/.*", "/muc/*", path)
            kinds.setdefault(f"{one['method']} {path}", []).append(int(one["milliseconds"]))
    for kind, times in sorted(kinds.items(), key=lambda entry: -sum(entry[1])):
        times.sort()
        KINDS.append(
            f"  at the server {kind:28} {len(times):6} requests, {sum(times) / len(times):7.1f} ms "
            f"on average, 99th percentile {times[len(times) * 99 // 100]:5} ms")


def at_server(served: Demonstration, since: int) -> list[int]:
    """How many milliseconds item pages took, as the server's own log has it."""
    lines = Path(served.log.name).read_text().splitlines()[since:]
    asked = [json.loads(line) for line in lines if '"request"' in line]
    return [int(one["milliseconds"]) for one in asked
            if "/muc/" in one["path"] and one["method"] == "get"]  # fmt: skip


def refresh(served: Demonstration, name: str, number: int) -> None:
    """From the moment that a decision is sent to the ranking that has it."""
    helper, auditor = Client(served, "to-giup-viec"), Client(served, "kiem-tra")
    path = f"/tham-dinh/thanh-tra-tinh/{('1.1.1', '1.1.3')[number]}"
    before = auditor.get("/xep-hang/so")[1]
    seen = re.search(r'name="seen" value="([0-9]+)"', helper.get(path)[1])[1]
    began = time.monotonic()
    status, text = helper.post(path, {
        "quyet-dinh": "cho-diem", "diem": "0,5" if number == 0 else "1,5", "can-cu": "dat-mot-phan",
        "ly-do": "Đạt một phần", "seen": seen, "buoc": "ghi"})  # fmt: skip
    if status != 303:
        raise RuntimeError(f"the decision is not taken: {status} {text[-1500:]}")
    wait_for(lambda: auditor.get("/xep-hang/so")[1] != before)
    figure(name, time.monotonic() - began, 1, "s")


def started(served: Demonstration, *clock: str) -> None:
    began = time.monotonic()
    served.serve(*clock)
    figure("start", time.monotonic() - began, 1, "s")


def peak(served: Demonstration) -> None:
    status = Path(f"/proc/{served.server.pid}/status").read_text()
    figure("memory at most", int(re.search(r"VmHWM:\s+(\d+)", status)[1]) / 1024, 300, "MiB")


def run(served: Demonstration) -> None:
    started(served)
    users = people(served)
    lines = len(Path(served.log.name).read_text().splitlines())
    reader = Client(served, "can-bo.van-phong-ubnd-tinh")
    for number in ["1.1.1", "1.1.2", "1.1.3", "1.3.2", "9.1.3"] * 40:
        reader.get(f"/don-vi/van-phong-ubnd-tinh/muc/{number}")
    quiet = at_server(served, lines)
    figure("item page at the server, alone: median", statistics.median(quiet), 10, "ms")
    lines = len(Path(served.log.name).read_text().splitlines())
    count, failed, median, high, longest, seconds = load(served, users)
    at_server_by_kind(served, lines)
    busy = at_server(served, lines)
    figure("item page at the server, under load: median", statistics.median(busy), 10, "ms")
    figure(f"{USERS} users, {count / seconds:.0f} requests/s: failures of {count:.0f}", failed, 0, "")
    figure("  median", median, 200, "ms")
    figure("  99th percentile", high, 200, "ms")
    figure("  longest", longest, 1e9, "ms")
    peak(served)
    started(served, "2017-12-22T09:00")
    refresh(served, "ranking after a decision, alone", 0)
    work = threading.Thread(target=load, args=(served, users))
    work.start()
    time.sleep(min(5, SECONDS / 3))
    refresh(served, "ranking after a decision, under load", 1)
    work.join()
    peak(served)
    began = time.monotonic()
    served.stop()
    figure("stop", time.monotonic() - began, 10, "s")


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_NOFILE, (8192, 8192))
    served = Demonstration(Path(sys.argv[1]).absolute().parent)
    try:
        run(served)
    finally:
        served.stop()
    print(f"{'':56} {'measured':>9} {'at most':>8}")
    for name, value, most, unit in FIGURES:
        limit = "" if most > 1e6 else f"{most:g}"
        mark = "" if value <= most else "  OVER"
        print(f"{name:56} {value:9.2f} {limit:>8} {unit}{mark}")
    print("\n".join(KINDS))
    sys.exit(any(value > most for _, value, most, _ in FIGURES))

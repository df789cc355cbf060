"""The web application on a disk that fills up: it says so, what was there stays, and work goes on.

    disk_full.py PROGRAM        `parindex-serve`, with `parindex` beside it

Needs root, for a small disk in memory to be mounted.
"""

import os
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path

from client import Client, Demonstration
from small_pdf import small_pdf

UNIT = "van-phong-ubnd-tinh"
HOME, OFFICER, HEAD = f"/don-vi/{UNIT}", f"can-bo.{UNIT}", f"thu-truong.{UNIT}"
failures = 0


def check(name: str, holds: bool, told: str = "") -> None:
    global failures
    failures += not holds
    print(f"{'ok   ' if holds else 'FAIL '} {name}{'' if holds else ': ' + told[-600:]}", flush=True)


def upload(client: Client, title: str, size: int = 0) -> tuple[int, str]:
    mark = "----mark"
    fields = {"token": client.token, "kind": "báo cáo", "number": f"{title}/BC", "title": title}
    parts = [f'--{mark}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
             for name, value in fields.items()]  # fmt: skip
    head = (f'--{mark}\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n'
            "Content-Type: application/pdf\r\n\r\n")  # fmt: skip
    body = "".join([*parts, head]).encode() + small_pdf() + b"\n%" + b"x" * size + b"\n%%EOF\n"
    return client.request(
        "POST", f"{HOME}/tai-lieu", body + f"\r\n--{mark}--\r\n".encode(),
        f"multipart/form-data; boundary={mark}")  # fmt: skip


def fill(disk: str) -> None:
    """To the last byte."""
    with open(f"{disk}/ballast", "wb", buffering=0) as ballast:
        for size in (1 << 20, 1 << 12, 1):
            try:
                while True:
                    ballast.write(b"x" * size)
            except OSError:
                continue


def says_so(name: str, answer: tuple[int, str]) -> None:
    status, text = answer
    text = text[text.find("<main") :]
    check(f"{name}: the page says that the disk may be full", status in (500, 503, 507) and (
        "đĩa đã đầy" in text or "hết chỗ" in text) and "/tmp" not in text, f"{status} {text}")  # fmt: skip


def files(served: Demonstration) -> dict[str, bytes]:
    return {str(p): p.read_bytes() for p in Path(f"{served.data}/rounds").rglob("*") if p.is_file()}


def run(disk: str) -> None:
    served = Demonstration(Path(sys.argv[1]).absolute().parent, within=disk)
    try:
        served.serve()
        officer, head = Client(served, OFFICER), Client(served, HEAD)
        officer.get(HOME)
        head.get(HOME)
        check("a save with room", officer.save(UNIT, "1.1.1", 0, {"note": "trước"})[0] == 200)
        status, text = upload(officer, "truoc")
        check("a file with room", status == 303, f"{status} {text}")
        # Both have been away for a while: that they are back is to be noted.
        with closing(sqlite3.connect(f"{served.data}/parindex.sqlite")) as store, store:
            store.execute("UPDATE session SET seen_at = seen_at - 300")
        before = files(served)
        fill(disk)
        full(served, officer, head)
        check("what was there is as it was", files(served) == before)
        os.remove(f"{disk}/ballast")
        freed(served, officer, head)
    finally:
        if served.server is not None:
            served.server.kill()
            served.server.wait()
        served.log.close()
        served.home.cleanup()


def full(served: Demonstration, officer: Client, head: Client) -> None:
    status, text = officer.get(f"{HOME}/muc/1.1.1")
    check("pages are read as before", status == 200 and "trước" in text, text)
    says_so("a save", officer.save(UNIT, "1.1.1", 1, {"note": "sau"}))
    says_so("a large file", upload(officer, "sau", 200_000))
    says_so("a small file", upload(officer, "nho"))
    says_so("handing in", head.hand_in(UNIT))
    anew = Client.__new__(Client)
    try:
        anew.__init__(served, "kiem-tra")
        check("signing in", True)
    except RuntimeError as refusal:
        check("signing in is refused, not half done", "500" in str(refusal), str(refusal))
    status, text = officer.get(f"{HOME}/muc/1.1.1")
    check("the page still has what was saved", status == 200 and "trước" in text, text)
    out = f"{served.home.name}/copy"
    made = subprocess.run(
        [served.programs / "parindex-serve", "backup", "--data", served.data, "--output", out],
        capture_output=True, text=True)  # fmt: skip
    check("a backup says that it cannot be made", made.returncode == 3, made.stderr)
    check("and leaves no half of one", not Path(out).exists())


def freed(served: Demonstration, officer: Client, head: Client) -> None:
    status, text = officer.save(UNIT, "1.1.1", 1, {"note": "sau"})
    check("with room again, a save is taken", status == 200, text)
    status, text = upload(officer, "lai", 100)
    check("so is a file", status == 303, f"{status} {text}")
    status, text = head.hand_in(UNIT)
    check("and handing in", status == 303, text)
    left = list(Path(served.data, "uploads").iterdir())
    check("no half of a file is left", not left, str(left))
    served.run("parindex", "log", f"{served.data}/rounds/khanh-hoa-2017", "--verify")
    with tempfile.TemporaryDirectory() as elsewhere:
        copy, back = f"{elsewhere}/copy", f"{elsewhere}/back"
        served.run("parindex-serve", "backup", "--data", served.data, "--output", copy)
        served.run("parindex-serve", "restore", copy, "--check")
        served.run("parindex-serve", "restore", copy, "--data", back)
        round = Path("rounds/khanh-hoa-2017")
        one, other = served.data / round, back / round
        same = subprocess.run(["diff", "-rq", "-x", "*.index", one, other], capture_output=True)
        check("a backup verifies, and what it brings back is the same", same.returncode == 0,
              same.stdout.decode())  # fmt: skip
        served.run("parindex", "log", str(other), "--verify")
    check("the log's chain is whole, before and after", True)


if __name__ == "__main__":
    if os.geteuid() != 0:
        print("SKIPPED: a small disk can be mounted by root alone")
        sys.exit(0)
    with tempfile.TemporaryDirectory() as disk:
        subprocess.run(["mount", "-t", "tmpfs", "-o", "size=32m", "tmpfs", disk], check=True)
        try:
            run(disk)
        finally:
            subprocess.run(["umount", disk], check=True)
    sys.exit(failures > 0)

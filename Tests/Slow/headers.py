"""Headers and cookies of every kind of answer, held against the rules of a scanner (DrHEADer).

    headers.py PROGRAM        `parindex-serve`, with `parindex` beside it; needs drheaderplus

The server runs as it does behind a proxy with TLS. What is meant otherwise than the scanner has it
stands in headers.yml, with the reason.
"""

import http.client
import re
import sys
from pathlib import Path
from urllib.parse import urlencode

from drheader import Drheader
from drheader.utils import load_rules

from client import Client, Demonstration

HOME = "/don-vi/van-phong-ubnd-tinh"


def answers(served: Demonstration) -> dict[str, tuple[int, dict[str, str]]]:
    """One of each kind: status and headers."""
    found = {}
    officer = Client(served, "can-bo.van-phong-ubnd-tinh")
    shelf = officer.get(f"{HOME}/tai-lieu")[1]
    file = re.search(r'href="(/don-vi/[^"]+/tep)"', shelf)[1]

    def ask(name: str, method: str, path: str, form: dict | None = None, cookie=True) -> None:
        line = http.client.HTTPConnection("127.0.0.1", served.port, timeout=60)
        headers = {"Cookie": officer.cookie} if cookie else {}
        if form is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        line.request(method, path, None if form is None else urlencode(form), headers)
        answer = line.getresponse()
        answer.read()
        found[name] = (answer.status, {key.lower(): value for key, value in answer.getheaders()})
        # The scanner takes a list of cookies.
        if cookies := answer.headers.get_all("set-cookie"):
            found[name][1]["set-cookie"] = cookies
        line.close()

    login = {"login": officer.login, "password": served.accounts[officer.login], "lang": "vi"}
    ask("sign in", "GET", "/dang-nhap", cookie=False)
    ask("signed in", "POST", "/dang-nhap", login, cookie=False)
    ask("a wrong password", "POST", "/dang-nhap", login | {"password": "x"}, cookie=False)
    ask("without a session", "GET", HOME, cookie=False)
    ask("style", "GET", "/giao-dien/trang.css")
    ask("script", "GET", "/giao-dien/trang.js")
    ask("health", "GET", "/health")
    ask("a unit's page", "GET", HOME)
    ask("a save while typing", "POST", f"{HOME}/muc/1.1.1",
        {"token": officer.token, "auto": "1", "version": "0", "note": "x"})  # fmt: skip
    ask("evidence", "GET", file)
    ask("another unit's page", "GET", "/don-vi/so-y-te")
    ask("no such page", "GET", "/khong-co")
    ask("a forged form", "POST", f"{HOME}/nop", {"token": "x"})
    ask("an odd method", "DELETE", HOME)
    ask("signed out", "POST", "/dang-xuat", {"token": officer.token})
    return found


def main() -> int:
    with Path(__file__).with_name("headers.yml").open() as own:
        rules = load_rules(rules_file=own, merge_default=True)
    files = rules | {"Content-Security-Policy": rules.pop("Evidence-Policy")}
    served = Demonstration(Path(sys.argv[1]).absolute().parent)
    failures = 0
    try:
        served.serve(None, "--behind-proxy")
        for name, (status, headers) in answers(served).items():
            findings = Drheader(headers=headers).analyze(rules=files if name == "evidence" else rules)
            failures += bool(findings)
            print(f"{'FAIL ' if findings else 'ok   '} {status} {name}")
            for one in findings:
                print(f"        {one}")
    finally:
        served.stop()
    return failures > 0


if __name__ == "__main__":
    sys.exit(main())

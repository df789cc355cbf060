"""Somebody who uses the web application without a browser: one connection, one session."""

import http.client
import re
import sys
import time
from pathlib import Path
from urllib.parse import urlencode

sys.path.append(str(Path(__file__).resolve().parents[1] / "Browser"))

from demonstration import Demonstration  # noqa: E402


class Client:
    def __init__(self, served: Demonstration, login: str, password: str | None = None):
        self.served, self.login, self.cookie, self.token = served, login, "", ""
        self._connection = None
        status, _ = self.post(
            "/dang-nhap",
            {"login": login, "password": password or served.accounts[login], "lang": "vi"})  # fmt: skip
        if status != 303:
            raise RuntimeError(f"{login} cannot sign in: {status}")

    def request(self, method: str, path: str, body: str | bytes | None = None, kind: str = ""):
        """- Returns: status and text; the connection is kept, and made anew when it broke."""
        headers = {"Cookie": self.cookie} if self.cookie else {}
        if body is not None:
            headers["Content-Type"] = kind or "application/x-www-form-urlencoded"
        fresh = self._connection is None
        if fresh:
            self._connection = http.client.HTTPConnection("127.0.0.1", self.served.port, timeout=60)
        try:
            self._connection.request(method, path, body, headers)
            answer = self._connection.getresponse()
            text = answer.read().decode()
        except (OSError, http.client.HTTPException):
            self.close()
            # A kept connection that the server closed meanwhile says nothing; nobody sends twice.
            if fresh or method == "POST":
                raise
            return self.request(method, path, body, kind)
        if cookie := answer.getheader("set-cookie"):
            self.cookie = cookie.split(";")[0]
        if answer.getheader("connection") == "close":
            self.close()
        if found := re.search(r'name="token" value="([^"]+)"', text):
            self.token = found[1]
        return answer.status, text

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()
        self._connection = None

    def get(self, path: str) -> tuple[int, str]:
        return self.request("GET", path)

    def post(self, path: str, form: dict[str, str]) -> tuple[int, str]:
        return self.request("POST", path, urlencode(form | {"token": self.token}))

    def hand_in(self, unit: str) -> tuple[int, str]:
        """Signs what the check page shows."""
        page = self.get(f"/don-vi/{unit}/nop")[1]
        seen = re.search(r'name="seen" value="([0-9a-f]+)"', page)
        return self.post(f"/don-vi/{unit}/nop", {"seen": seen[1] if seen else ""})

    def save(self, unit: str, item: str, version: int, fields: dict[str, str]) -> tuple[int, str]:
        """As the page's script saves while somebody types."""
        form = fields | {"version": str(version), "auto": "1"}
        return self.post(f"/don-vi/{unit}/muc/{item}", form)


def accounts(served: Demonstration, rows: list[str]) -> dict[str, str]:
    """Adds accounts; `rows` are login,role,name,unit."""
    place = Path(served.home.name) / "accounts.csv"
    place.write_text("\n".join(["login,role,name,unit", *rows]) + "\n")
    made = served.run("parindex-serve", "account", "import", str(place), "--data", served.data)
    new = dict(line.split(",") for line in made.splitlines()[1:])
    served.accounts |= new
    return new


def wait_for(what, seconds: float = 60) -> None:
    """Until it is so."""
    end = time.monotonic() + seconds
    while not what():
        if time.monotonic() > end:
            raise RuntimeError("it did not come about")
        time.sleep(0.02)

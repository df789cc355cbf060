"""The TLS that the shipped nginx example makes, before a scanner (testssl.sh), and the application
through it.

    tls.py PROGRAM        `parindex-serve`, with `parindex` beside it; needs nginx, openssl, testssl

The example is used as it is handed out but for its name, ports, certificate and the application's
port.
"""

import http.client
import json
import re
import socket
import ssl
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from client import Demonstration

ROOT = Path(__file__).resolve().parents[2]
# Of the certificate that is made here and of a name that stands in no DNS: the province's own has
# what these ask for.
OF_THE_CERTIFICATE = re.compile(r"^(cert|DNS_CAArecord|OCSP|intermediate)", re.IGNORECASE)
# Severities that are findings. LOW holds what old clients need (CBC, key sizes); none is expected.
BAD = {"LOW", "MEDIUM", "HIGH", "CRITICAL"}


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        return free.getsockname()[1]


class Proxy:
    """nginx with the example, over a certificate of its own."""

    def __init__(self, home: Path, behind: int):
        self.plain, self.port = free_port(), free_port()
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256",
             "-nodes", "-days", "90", "-subj", "/CN=localhost", "-addext",
             "subjectAltName=DNS:localhost", "-keyout", home / "privkey.pem",
             "-out", home / "fullchain.pem"], check=True, capture_output=True)  # fmt: skip
        example = (ROOT / "Packaging/nginx.conf.example").read_text()
        for old, new in [
            (r"/etc/ssl/parindex", str(home)),
            (r"cchc\.example\.gov\.vn", "localhost"),
            (r"listen (\[::\]:)?80;", f"listen 127.0.0.1:{self.plain};"),
            (r"listen (\[::\]:)?443 ", f"listen 127.0.0.1:{self.port} "),
            (r"127\.0\.0\.1:8080", f"127.0.0.1:{behind}"),
        ]:
            example, times = re.subn(old, new, example)
            assert times, f"the example has no {old}"
        # IPv4 alone is listened on: each `listen` stands there once.
        example = re.sub(r"(\n    listen [^\n]+)\1", r"\1", example)
        (home / "nginx.conf").write_text(
            f"pid {home}/pid;\nerror_log {home}/error;\nevents {{}}\n"
            f"http {{ access_log off; include /etc/nginx/mime.types;\n{example}}}\n")  # fmt: skip
        self.process = subprocess.Popen(
            ["nginx", "-c", home / "nginx.conf", "-p", home, "-g", "daemon off;"])
        for _ in range(100):
            try:
                socket.create_connection(("127.0.0.1", self.port)).close()
                return
            except OSError:
                time.sleep(0.1)
        raise RuntimeError((home / "error").read_text())


def scan(port: int, out: Path) -> list[dict]:
    subprocess.run(
        ["testssl", "--quiet", "--color", "0", "--warnings", "off", "--jsonfile", out,
         "--openssl", "/usr/bin/openssl", f"localhost:{port}"],
        capture_output=True)  # fmt: skip
    found = json.loads(out.read_text())
    if not any(one["id"] == "TLS1_3" for one in found):
        raise RuntimeError("the scanner did not come to its end")
    return found


def check(name: str, holds: bool, said: object = "") -> bool:
    print(f"{'ok   ' if holds else 'FAIL '} {name}{'' if holds else f': {said}'}")
    return holds


def through(home: Path, proxy: Proxy) -> bool:
    """What the application says when it is asked through the proxy."""
    trust = ssl.create_default_context(cafile=home / "fullchain.pem")

    def ask(method: str, path: str, body: str | None = None):
        line = http.client.HTTPSConnection("localhost", proxy.port, context=trust, timeout=60)
        line.request(method, path, body, {"Content-Type": "application/x-www-form-urlencoded"})
        answer = line.getresponse()
        answer.read()
        line.close()
        return answer

    plain = http.client.HTTPConnection("localhost", proxy.plain, timeout=60)
    plain.request("GET", "/don-vi")
    moved = plain.getresponse()
    page = ask("GET", "/dang-nhap")
    wrong = ask("POST", "/dang-nhap", "login=x&password=y&lang=vi")
    kept = page.headers.get("strict-transport-security", "")
    age = re.search(r"max-age=(\d+)", kept)
    return all([
        check("what is not TLS is sent to it", moved.status == 301
              and moved.getheader("location").startswith("https://"), moved.status),
        check("the sign-in page comes through", page.status == 200, page.status),
        check("browsers keep to TLS for half a year at least",
              age is not None and int(age[1]) >= 15_552_000, kept),
        check("the proxy does not say what it is",
              not re.search(r"\d", page.headers.get("server", "")), page.headers.get("server")),
        check("a wrong password is refused", wrong.status in (401, 422), wrong.status),
    ])  # fmt: skip


def main() -> int:
    served = Demonstration(Path(sys.argv[1]).absolute().parent)
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        home.chmod(0o755)
        proxy = None
        try:
            served.serve(None, "--behind-proxy")
            proxy = Proxy(home, served.port)
            is_sound = through(home, proxy)
            found = scan(proxy.port, home / "found.json")
        finally:
            if proxy:
                proxy.process.terminate()
                proxy.process.wait(timeout=30)
            served.stop()
    asked = [one for one in found if not OF_THE_CERTIFICATE.match(one["id"])]
    findings = [one for one in asked if one["severity"] in BAD]
    for one in findings:
        print(f"        {one['severity']} {one['id']}: {one['finding']}")
    is_sound &= check(f"{len(asked)} of the scanner's questions are answered well", not findings,
                     f"{len(findings)} are not")  # fmt: skip
    return not is_sound


if __name__ == "__main__":
    sys.exit(main())

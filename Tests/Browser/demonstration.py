"""A demonstration in a folder of its own, served by the program itself."""

import json
import socket
import subprocess
import tempfile
from pathlib import Path


class Demonstration:
    """Its accounts, and a server whose clock can be set to the next stage of the round."""

    def __init__(self, programs: Path, *options: str, within: str | None = None):
        """- programs: the folder with `parindex` and `parindex-serve`.
        - within: the folder that the demonstration's own is made in."""
        self.programs = programs
        self.home = tempfile.TemporaryDirectory(dir=within)
        self.data = f"{self.home.name}/data"
        made = self.run("parindex-serve", "demo", "--data", self.data, *options)
        lines = [line.split(maxsplit=2) for line in made.splitlines()[1:]]
        self.accounts = {login: password for login, password, _ in lines}
        # The same address all along, so that who is signed in stays so when the clock is set.
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}"
        self.server = None

    def run(self, program: str, *words: str) -> str:
        done = subprocess.run([self.programs / program, *words], capture_output=True, text=True)
        if done.returncode != 0:
            raise RuntimeError(f"{program} {' '.join(words)}: {done.stdout}{done.stderr}")
        return done.stdout

    def serve(self, clock: str | None = None, *options: str) -> None:
        """Serves from now on; at another moment of the round, if one is given."""
        self.stop()
        words = ["serve", "--data", self.data, "--listen", f"127.0.0.1:{self.port}", *options]
        self.log = open(f"{self.home.name}/log", "a+")
        self.server = subprocess.Popen(
            [self.programs / "parindex-serve", *words, *(["--clock", clock] if clock else [])],
            stdout=subprocess.PIPE, stderr=self.log, text=True)  # fmt: skip
        said = self.server.stdout.readline()
        if not said.startswith("http://"):
            raise RuntimeError(f"the server did not start: {Path(self.log.name).read_text()[-2000:]}")

    def stop(self) -> None:
        """Asks the server to end, as systemd does; requests are answered first."""
        if self.server is None:
            return
        self.server.terminate()
        if self.server.wait(timeout=120) != 0:
            raise RuntimeError(f"the server ended with {self.server.returncode}")
        self.server = None

    def complaints(self) -> list[str]:
        """What the server's log calls an error."""
        lines = Path(f"{self.home.name}/log").read_text().splitlines()
        return [line for line in lines if json.loads(line)["level"] in ("error", "critical")]

    def result_of_export(self) -> dict:
        """What the command line computes from the round that the server gives out."""
        out = f"{self.home.name}/out"
        self.run("parindex-serve", "export", "--data", self.data, "--output", out)
        [round] = Path(f"{out}/rounds").iterdir()
        self.run("parindex", "run", str(round), "--output", f"{out}/result")
        return json.loads(Path(f"{out}/result/ket-qua.json").read_text())

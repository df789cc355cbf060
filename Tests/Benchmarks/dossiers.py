"""Runs the reference job in every tool, one after another, round by round; checks each result.

Usage: dossiers.py PARINDEX WORK DATA PEERS TIMES
"""
import json
import os
import pathlib
import re
import statistics
import subprocess
import sys
import time

parindex, times = sys.argv[1], int(sys.argv[5])
work, data, peers = (pathlib.Path(path) for path in sys.argv[2:5])
python = work / "peers" / "bin" / "python"
reference = data / "reference.csv"
if not reference.exists():
    print("counting the reference, row by row", file=sys.stderr)
    subprocess.run([sys.executable, str(peers / "ref.py"), str(data), str(reference)], check=True)


def measured(command, output=None):
    """Wall seconds, CPU seconds and peak MiB of one whole process."""
    start = time.monotonic()
    with open(output or os.devnull, "wb") as stdout:
        process = subprocess.Popen(command, stdout=stdout, stderr=subprocess.PIPE)
        errors = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - start
    if status != 0:
        print(errors.decode(errors="replace")[-2000:], file=sys.stderr)
        return None
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def same(output):
    """Whether a result is the reference's; the program names the units and one column its own way."""
    header, _, body = output.read_text().partition("\n")
    text = header.replace("on_due_day", "on_time").replace("-", "_") + "\n" + body
    return re.sub(r"^u(\d{3}),", r"H32.\1,", text, flags=re.M) == reference.read_text()


def contestants():
    count = [parindex, "dossiers", "count", str(data), "--format", "csv", "--threads", "2"]
    out = work / "count.csv"
    # None of the others looks for repeated ids.
    plain = [*count, "--skip-repeat-check"]
    yield "parindex, counts only", out, lambda: measured(plain, out)
    full = ["--ledger", str(work / "ledger.csv"), "--rejects", str(work / "rejects.csv")]
    yield "parindex, ledger and rejects", out, lambda: measured(plain + full, out)
    yield "parindex, repeated ids as well", out, lambda: measured(count + full, out)
    for name, script, *rest in (
        ("Polars", "polars_tuned.py", "key"), ("DataFusion", "datafusion_run.py"),
        ("DuckDB", "duckdb_run.py", "ts", "code"), ("ClickHouse (chdb)", "chdb_run.py", "plain")):
        result = work / f"{script}.csv"
        command = [str(python), str(peers / "engines" / script), str(data), str(result), *rest]
        yield name, result, lambda command=command: measured(command)


rows, wrong = {}, []
for turn in range(times):
    for name, output, run in contestants():
        # What an earlier run left is not to be put away on this one's time.
        for left in (output, work / "ledger.csv", work / "rejects.csv"):
            left.unlink(missing_ok=True)
        result = run()
        if result is None:
            wrong.append(f"{name}: did not run")
            continue
        if turn == 0 and not same(output):
            wrong.append(f"{name}: the result differs from the reference")
        rows.setdefault(name, []).append(result)

if (work / "limits").exists():
    runs = [
        json.loads(subprocess.run(
            [str(work / "limits"), "memchr", str(data / "dossiers.csv"), "2"],
            capture_output=True, text=True, check=True).stdout)["query_s"]
        for _ in range(times)]
    print(f"counting line ends with two threads: {statistics.median(runs):.3f} s")
print(f"\n{'':34}{'wall s':>10}{'CPU s':>10}{'peak MiB':>10}{'x wall':>8}")
fastest = min(
    (statistics.median(run[0] for run in runs) for name, runs in rows.items()
     if not name.startswith("parindex")), default=None)
for name, runs in rows.items():
    wall, cpu, peak = (statistics.median(run[place] for run in runs) for place in range(3))
    ratio = f"{fastest / wall:.1f}" if fastest else ""
    print(f"{name:34}{wall:10.3f}{cpu:10.2f}{peak:10.0f}{ratio:>8}")
print("x wall: how many times as fast as the fastest other tool; whole processes, start included")
for line in wrong:
    print(line)
sys.exit(1 if wrong else 0)

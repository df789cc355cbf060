"""Runs the contestants one after another, round by round, and prints what each needed.

Usage: run.py PARINDEX WORK_FOLDER UNITS TIMES
"""
import os
import pathlib
import resource
import statistics
import subprocess
import sys
import time

parindex, work, units, times = sys.argv[1], pathlib.Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
here = pathlib.Path(__file__).parent
threads = os.cpu_count() or 1
round_folder = work / f"round-{units}"
bare = work / "bare_loop"
python = work / "venv" / "bin" / "python"


def measured(command, stdin=None):
    """Wall seconds, CPU seconds and peak MiB of one whole process with its children."""
    start = time.monotonic()
    process = subprocess.Popen(command, stdin=stdin, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - start
    if status != 0:
        sys.exit(f"{command[0]} ended with {os.waitstatus_to_exitcode(status)}")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def contestants():
    files = work / f"files-{units}.txt"
    paths = sorted(
        str(path) for path in round_folder.glob("units/*/*.yaml"))
    paths += [str(round_folder / name) for name in ("round.yaml", "units.yaml", "criteria/so.yaml")]
    files.write_text("\n".join(paths) + "\n")
    outputs = work / "outputs"
    common = [parindex, "run", str(round_folder), "--no-evidence-files"]
    yield "libyaml bare loop", lambda: measured([str(bare), str(threads)], stdin=files.open())
    yield "parindex run, nothing written", lambda: measured(common + ["--no-output", "--brief"])
    yield "parindex run, all outputs", lambda: measured(common + ["--brief", "--output", str(outputs)])
    if python.exists():
        yield "PyYAML (C) + pandas", lambda: measured(
            [str(python), str(here / "pandas_round.py"), str(round_folder), str(work / "pandas.csv"), str(threads)])


def table(title, rows, base=None):
    print(f"\n{title}\n{'':34}{'wall s':>10}{'CPU s':>10}{'peak MiB':>10}{'x wall':>8}{'x CPU':>8}")
    for name, runs in rows.items():
        wall, cpu, peak = (statistics.median(run[place] for run in runs) for place in range(3))
        ratio = ["", ""]
        if base and base in rows:
            ratio = [
                f"{value / statistics.median(run[place] for run in rows[base]):.2f}"
                for place, value in ((0, wall), (1, cpu))]
        print(f"{name:34}{wall:10.3f}{cpu:10.2f}{peak:10.0f}{ratio[0]:>8}{ratio[1]:>8}")


rows = {}
for _ in range(times):
    for name, run in contestants():
        rows.setdefault(name, []).append(run())
table(f"{units} units x 80 sub-criteria, {threads} threads, median of {times}", rows, "libyaml bare loop")

shipped = {}
for _ in range(max(times, 5)):
    for name, command in {
        "parindex run, shipped round": [parindex, "run", "Submissions/khanh-hoa-2017", "--output", str(work / "shipped")],
        "parindex check, shipped": [parindex, "check", "Criteria", "Submissions/khanh-hoa-2017"],
        "parindex --help": [parindex, "--help"],
    }.items():
        shipped.setdefault(name, []).append(measured(command))
table("The shipped round of 181 units", shipped)

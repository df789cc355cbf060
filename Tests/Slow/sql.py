"""The SQL of dossier rules against the program's own count, to the byte, in ClickHouse and Spark.

    python3 Tests/Slow/sql.py PARINDEX [WORK] [BENCHMARK...]

Needs chdb and pyspark (Tests/Slow/sql/requirements.txt) and Java 17. Each BENCHMARK is a folder of
the reference job (dossiers.csv, units.csv, land_procs.csv, outages.csv, explained.csv, and ref.out,
with which the figures are compared too).
"""
import csv
import io
import os
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
sys.path.insert(0, os.path.join(HERE, "sql"))
import made_records  # noqa: E402

FIELDS = made_records.FIELDS
failures = 0


def check(name, expected, found):
    global failures
    if expected == found:
        print(f"ok    {name}")
        return
    failures += 1
    print(f"FAIL  {name}")
    pairs = zip(expected.splitlines() + [""] * 9, found.splitlines() + [""] * 9)
    for old, new in [pair for pair in pairs if pair[0] != pair[1]][:3]:
        print(f"  expected {old}\n  found    {new}")


def program(*arguments):
    return subprocess.run(
        [PARINDEX, *arguments], check=True, capture_output=True, text=True).stdout


def as_csv(header, rows):
    return "\n".join([",".join(header)] + [",".join(map(str, row)) for row in rows]) + "\n"


class ClickHouse:
    name, dialect = "ClickHouse", "clickhouse"

    def __init__(self):
        from chdb.session import Session
        self.session = Session()

    def load(self, files):
        names = ", ".join(f"{name} String" for name in FIELDS)
        self.session.query("CREATE DATABASE IF NOT EXISTS p")
        self.session.query("USE p")
        self.session.query("DROP TABLE IF EXISTS dossiers")
        self.session.query(f"CREATE TABLE dossiers ({names}, source String) ENGINE = MergeTree ORDER BY ()")
        for source, (path, header) in files.items():
            picked = ", ".join(f"coalesce(c{place}, '')" for place in range(len(FIELDS)))
            columns = ", ".join(f"c{place} Nullable(String)" for place in range(len(header)))
            self.session.query(
                f"INSERT INTO dossiers SELECT {picked}, '{source}' FROM file('{path}', CSV, '{columns}') "
                "SETTINGS input_format_csv_skip_first_lines = 1, input_format_csv_trim_whitespaces = 0")

    def query(self, sql):
        for line in sql.splitlines():
            if "SET max" in line:
                self.session.query(line[line.index("SET max"):])
        text = self.session.query(sql, "CSVWithNames").data()
        rows = list(csv.reader(text.splitlines()))
        return rows[0], rows[1:]


class Spark:
    name, dialect = "Spark", "spark"

    def __init__(self):
        from pyspark.sql import SparkSession
        builder = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
        for key, value in {
            "spark.driver.memory": "4g", "spark.sql.shuffle.partitions": "2",
            "spark.log.level": "ERROR", "spark.driver.bindAddress": "127.0.0.1",
            "spark.driver.host": "127.0.0.1",
        }.items():
            builder = builder.config(key, value)
        self.session = builder.getOrCreate()

    def load(self, files):
        whole = None
        for source, (path, _) in files.items():
            schema = ", ".join(f"{name} string" for name in FIELDS)
            rows = self.session.read.csv(
                path, header=True, quote='"', escape='"', schema=schema, enforceSchema=True)
            rows = rows.selectExpr(*FIELDS, f"'{source}' AS source")
            whole = rows if whole is None else whole.unionAll(rows)
        whole.createOrReplaceTempView("dossiers")

    def query(self, sql):
        frame = self.session.sql(sql)
        return frame.columns, [tuple(row) for row in frame.collect()]


def ledger(path):
    """The program's ledger as the columns of the SQL's, in its order."""
    with open(path, encoding="utf-8", newline="") as file:
        rows = [[row[name] for name in ("dossier", "unit", "outcome", "exclusion", "lists")]
                for row in csv.DictReader(file)]
    return sorted(rows, key=lambda row: [cell.encode() for cell in row])


def prove(name, folder, files, engines, reference=None, codes={}, work=None, more=()):
    place = os.path.join(work or folder, "ledger.csv")
    counted = program("dossiers", "count", folder, "--format", "csv", "--ledger", place, *more)
    written = ledger(place)
    if reference and os.path.exists(reference):
        rows = [line.split(",") for line in counted.replace("on_due_day", "on_time").splitlines()]
        rows[0] = [name.replace("-", "_") for name in rows[0]]
        rows = rows[:1] + sorted([codes[row[0]], *row[1:]] for row in rows[1:])
        with open(reference, encoding="utf-8") as file:
            check(f"{name}: the reference", file.read(), as_csv(rows[0], rows[1:]))
    header = ["dossier", "unit", "outcome", "exclusion", "lists"]
    for engine in engines:
        engine.load(files)
        sql = program("dossiers", "sql", folder, "--dialect", engine.dialect)
        check(f"{name}: counts in {engine.name}", counted, as_csv(*engine.query(sql)))
        sql = program("dossiers", "sql", folder, "--dialect", engine.dialect, "--ledger")
        columns, rows = engine.query(sql)
        rows = sorted(rows, key=lambda row: [cell.encode() for cell in row])
        check(f"{name}: ledger in {engine.name} ({len(written)} rows)",
              as_csv(header, written), as_csv(columns, rows))


def loaded(export, header_of, separator, unread, target):
    """An export's readable lines as a table with a column for each field, as a cluster holds them."""
    with open(export, encoding="utf-8-sig", newline="") as file:
        lines = file.read().split("\n")
    text = "\n".join(line for place, line in enumerate(lines, 1) if place not in unread)
    rows = csv.reader(io.StringIO(text), delimiter=separator)
    places = [header_of.get(name, name) for name in next(rows)]
    places = [places.index(name) if name in places else None for name in FIELDS]
    with open(target, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(FIELDS)
        for row in filter(None, rows):
            writer.writerow(["" if place is None else row[place] for place in places])
    return target, FIELDS


def shipped_round(work):
    """The shipped round of 2019: two systems that write days, words and columns differently."""
    os.makedirs(work, exist_ok=True)
    folder = os.path.join(ROOT, "Submissions/khanh-hoa-2019/dossiers")
    rejects = os.path.join(work, "rejects.csv")
    program("dossiers", "count", folder, "--rejects", rejects, "--skip-repeat-check")
    unread = {"1": set(), "2": set()}
    with open(rejects, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            # What has no cells cannot be in a table; all other rows are for the query to judge.
            if row["reason"] in ("field_count", "broken_quote"):
                unread[row["export"]].add(int(row["line"]))
    plain = {"dossier_id": "dossier", "unit_id": "unit", "procedure_id": "procedure"}
    vietnamese = {
        "Mã hồ sơ": "dossier", "Mã đơn vị": "unit", "Mã thủ tục": "procedure", "Lĩnh vực": "domain",
        "Hình thức nộp": "channel", "Ngày tiếp nhận": "received_at", "Ngày hẹn trả": "due_at",
        "Ngày có kết quả": "ready_at", "Ngày trả kết quả": "returned_at", "Trạng thái": "status",
        "Số hóa": "digitised", "Thanh toán trực tuyến": "paid_online",
        "Cơ quan phối hợp trễ hạn": "linked_late_agency",
    }
    files = {
        "motcua": loaded(os.path.join(folder, "motcua.csv"), plain, ",", unread["1"],
                         os.path.join(work, "motcua.csv")),
        "hcc": loaded(os.path.join(folder, "hcc.csv"), vietnamese, ";", unread["2"],
                      os.path.join(work, "hcc.csv")),
    }
    return folder, files


def main(work, benchmarks):
    engines = [ClickHouse(), Spark()]
    folder, files = shipped_round(os.path.join(work, "shipped"))
    # A table does not say which of two rows with one id came first.
    prove("the shipped round of 2019", folder, files, engines,
          work=os.path.join(work, "shipped"), more=["--skip-repeat-check"])
    shipped = os.path.join(ROOT, "Criteria/khanh-hoa-2019/dossier-rules.yaml")
    every = os.path.join(HERE, "sql/every-predicate.yaml")
    sets = [
        ("rules of 2019", shipped, {"software-error": True, "user-error": False}, False),
        ("every predicate", every, {"software": True, "line": True, "user": False}, True),
    ]
    for name, rules, causes, has_faults in sets:
        folder = os.path.join(work, name.replace(" ", "-"))
        made_records.write(folder, rules, causes, has_faults)
        files = {source: (os.path.join(folder, f"{source}.csv"), FIELDS)
                 for source in ("motcua", "hcc")}
        prove(name, folder, files, engines)
    for place, benchmark in enumerate(benchmarks):
        folder = os.path.join(work, f"benchmark-{place}")
        codes = benchmark_round(os.path.abspath(benchmark), folder)
        files = {"benchmark": (os.path.join(folder, "dossiers.csv"), FIELDS)}
        prove(f"benchmark {place + 1}", folder, files, engines,
              os.path.join(benchmark, "ref.out"), codes)


def benchmark_round(benchmark, folder):
    """The benchmark's data as a folder of records, beside them; units by their ids."""
    os.makedirs(folder, exist_ok=True)
    for name in os.listdir(benchmark):
        if name.endswith(".csv") and not os.path.lexists(os.path.join(folder, name)):
            # Exports do not lead out of the folder of their records.
            shutil.copyfile(os.path.join(benchmark, name), os.path.join(folder, name))
    if os.path.exists(os.path.join(folder, "explanations.csv")):
        os.unlink(os.path.join(folder, "explanations.csv"))
    tools = os.path.join(ROOT, "Tests/Benchmarks")
    subprocess.run([sys.executable, os.path.join(tools, "dossiers_round.py"), folder,
                    os.path.join(tools, "dossiers")], check=True)
    with open(os.path.join(benchmark, "units.csv"), encoding="utf-8", newline="") as file:
        return {f"u{place:03}": row["unit_id"]
                for place, row in enumerate(csv.DictReader(file), 1)}


if __name__ == "__main__":
    PARINDEX = os.path.abspath(sys.argv[1])
    work = sys.argv[2] if len(sys.argv) > 2 else tempfile.mkdtemp()
    main(os.path.abspath(work), sys.argv[3:])
    if len(sys.argv) <= 2:
        shutil.rmtree(work)
    sys.stdout.flush()
    # The engines' own threads need not be waited for.
    os._exit(1 if failures else 0)

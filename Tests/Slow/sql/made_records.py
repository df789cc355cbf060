"""Small sets of case records with every oddity that exports have, for the proof of the SQL.

Made from a fixed seed, so that every run sees the same rows. Two exports of two systems: quoted and
blank-padded cells, days alone, seconds, blanks for the T, days that are not there, units that are
not there, words for yes, absent columns.
"""
import csv
import os
import random

UNITS = """format: parindex/units@1
units:
  - {id: so-y-te, name: Sở Y tế, type: so, codes: [H32.1, YT]}
  - {id: so-noi-vu, name: Sở Nội vụ, type: so, aliases: ["Sở NV (cũ)"]}
  - {id: so-cong-thuong, name: Sở Công Thương, type: so}
  - {id: h-1, name: UBND thành phố Nha Trang, type: huyen, codes: [H32.9]}
  - {id: h-2, name: "UBND thị xã 'Ninh Hòa'", type: huyen}
  - {id: x-1, name: UBND xã Ninh Trung, type: xa, parent: h-2}
"""
FIELDS = [
    "dossier", "unit", "procedure", "domain", "channel", "received_at", "due_at", "ready_at",
    "returned_at", "status", "digitised", "paid_online", "linked_late_agency",
]
WRITTEN = [
    "so-y-te", "H32.1", "YT", "Sở Y tế", " so-noi-vu ", "Sở NV (cũ)", "so-cong-thuong", "h-1",
    "H32.9", "h-1", "h-2", "UBND thị xã 'Ninh Hòa'", "x-1", "x-1", "không có", "",
]
BROKEN = ["2019-02-29", "31/12/2019", "2019-13-01T08:00", "2019-05-05T24:00", "chưa", "2019-5/5",
          "2019-05-05T", "2019-06-31 10:00", "2019-05-05T10:60"]


def moment(minute, chance):
    """A minute of 2019 (from 1 January 00:00) in one of the ways an export may write it."""
    day, clock = divmod(minute, 1440)
    year, lengths = 2019, [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    while day < 0:
        year, day = year - 1, day + 365
    while day >= 365:
        year, day = year + 1, day - 365
    month = 0
    while day >= lengths[month]:
        day, month = day - lengths[month], month + 1
    hour, minute = divmod(clock, 60)
    date, time = f"{year}-{month + 1:02}-{day + 1:02}", f"{hour:02}:{minute:02}"
    form = chance.random()
    if form < 0.8:
        return f"{date}T{time}"
    if form < 0.86:
        return f"{date} {time}"
    if form < 0.9:
        return f"{date}T{time}:59.997"
    if form < 0.93:
        return f"{year}/{month + 1}/{day + 1}  {hour}:{minute}"
    if form < 0.96:
        return f" {year}.{month + 1:02}.{day + 1:02} {time} "
    return date


def plain(minute):
    """A minute as people type it into a side table."""
    return moment(minute, random.Random(1))


def explanation(causes, chance):
    """Accepted only where rules let it be; what nobody decided may still be refused by them."""
    cause = chance.choice([*causes, ""])
    handed_in = chance.choice(["2019-11-30", "2019-06-01", "2019-12-07"])
    may_be_accepted = causes.get(cause, False) and handed_in < "2019-12-01"
    decision = chance.choice(["accepted", "accepted", "refused", ""] if may_be_accepted else ["refused", ""])
    return f"{cause},{handed_in},{'Trung tâm' if decision else ''},{decision}"


def record(number, source, chance, has_faults):
    received = chance.randrange(-30 * 1440, 355 * 1440)
    due = received + chance.choice([1, 3, 5, 15, 30]) * 1440 + chance.randrange(-600, 600)
    length = chance.choice([0.1, 0.5, 0.9, 1, 1, 1.1, 1.4, 2])
    returned = received + int((due - received) * length) + chance.choice([0, 0, 0, 1, 7, 500])
    ready = returned - chance.choice([0, 0, 30, 1440, 3 * 1440])
    if chance.random() < 0.04:
        due = returned
    if chance.random() < 0.03:
        returned = received - 200
    times = {"received_at": received, "due_at": due, "ready_at": ready, "returned_at": returned}
    row = {field: moment(minute, chance) for field, minute in times.items()}
    if chance.random() < 0.2:
        row["returned_at"] = ""
        if chance.random() < 0.7:
            row["ready_at"] = ""
    if chance.random() < 0.1:
        row["ready_at"] = chance.choice(["", "  "])
    if chance.random() < 0.06:
        row["due_at"] = ""
    if has_faults and chance.random() < 0.04:
        row[chance.choice(list(times))] = chance.choice(BROKEN)
    is_nameless = has_faults and chance.random() < 0.004
    row["dossier"] = "" if is_nameless else f"{source}-{number:05}"
    row["unit"] = chance.choice(WRITTEN if has_faults else WRITTEN[:-2])
    row["procedure"] = chance.choice(["1.001", "1.002", "2.0'01", "1.0017", "1.001 ", ""])
    row["domain"] = chance.choice(["Đất đai", " Đất đai ", "Đo đạc, bản đồ", "Hộ tịch", ""])
    row["channel"] = chance.choice(["online", "direct", "post", "Trực tuyến", "Một cửa", "fax", ""])
    row["status"] = chance.choice(["Đã trả", "Đã rút", "Từ chối ", "", "Đang xử lý"])
    for field in ("digitised", "paid_online"):
        row[field] = chance.choice(["1", "0", "", "x", "Có", "không", "rồi", "có thể"])
    row["linked_late_agency"] = chance.choice(["", "", "Sở Xây dựng", " "])
    return row


def write(folder, rules, causes, has_faults, count=4000):
    """Fills a folder with records, side tables, a register and a records.yaml.

    Rows that cannot be read are only in sets with faults: rules bound their share.
    """
    chance = random.Random(20191210)
    os.makedirs(folder, exist_ok=True)

    def put(name, text):
        with open(os.path.join(folder, name), "w", encoding="utf-8", newline="") as file:
            file.write(text)

    put("units.yaml", UNITS)
    exports = {
        source: [record(number, source, chance, has_faults) for number in range(count)]
        for source in ("motcua", "hcc")
    }
    for source, rows in exports.items():
        path = os.path.join(folder, f"{source}.csv")
        with open(path, "w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, FIELDS, lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
    ids = [f"{source}-{number:05}" for source in exports for number in range(0, count, 3)]
    chance.shuffle(ids)
    put("explanations.csv", "dossier,cause,handed_in,decided_by,decision\n" + "".join(
        f"{id},{explanation(causes, chance)}\n" for id in ids[:900]))
    put("corrections.csv", "dossier,finished_at,reason,decided_by,decided_on\n" + "".join(
        f"{id},{plain(chance.randrange(0, 350 * 1440))},Đóng muộn,Trung tâm,"
        "2019-12-12\n" for id in ids[900:1200]))
    put("steps.csv", "dossier,step,reached_at,before_return\n" + "".join(
        f"{id},Trình ký,{plain(chance.randrange(0, 350 * 1440))},"
        f"{chance.choice(['có', 'có', 'không'])}\n" for id in ids[1000:2400] + ids[1000:1300]))
    put("outages.csv", """start_at,end_at,scope,confirmed
2019-01-14T08:00,2019-01-14T11:30,,có
2019-02-11T07:30,2019-02-13T09:00,source:motcua,có
2019-02-12T07:30,2019-02-12T19:00,source:hcc,
2019-03-22T00:00,2019-03-23T00:00,all,có
2019-03-22T12:00,2019-03-24T12:00,units so-noi-vu h-1,có
2019-04-01T00:00,2019-04-05T00:00,units x-1,
2019-06-17T07:45,2019-06-20T17:00,,có
2019-07-29T08:00,2019-07-31T12:00,source:motcua,
2019-10-01,2019-10-04,units so-y-te h-2,có
2019-11-18T13:00,2019-11-22T11:00,,có
""")
    put("records.yaml", f"""format: parindex/records@1
title: Hồ sơ sinh ra để thử SQL
illustrative: yes
rules: {rules}
units: units.yaml
as_of: 2019-12-08T15:00
exports:
  - {{file: motcua.csv, source: motcua, dates: yyyy-MM-dd, words: {{online: [Trực tuyến], direct: [Một cửa], yes: [rồi]}}}}
  - {{file: hcc.csv, source: hcc, dates: yyyy-MM-dd, words: {{online: [Trực tuyến], direct: [Một cửa], yes: [rồi]}}}}
outages: outages.csv
explanations: explanations.csv
corrections: corrections.csv
steps: steps.csv
""")
    return exports

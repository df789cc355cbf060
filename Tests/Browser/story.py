"""The whole story in a real browser, from a unit's first figure to the published result.

    story.py PROGRAMS        the folder with `parindex` and `parindex-serve`

What stands in the result in the end is what the command line computes from the round that the
server gives out, to the digest. On the way no page may say anything to the console, ask anything of
another host, answer without its policy, or be hard to use by what axe knows.
"""

import os
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

import appraisal
import checks
import council
import unit
from demonstration import Demonstration
from person import Faults, Person


def told(served: Demonstration, browser) -> Faults:
    faults = Faults()

    def person(login: str) -> Person:
        return Person(browser, served, login, faults).sign_in()

    served.serve()
    look_around(Person(browser, served, unit.OFFICER, faults))
    officer, head = person(unit.OFFICER), person(unit.HEAD)
    unit.fill(officer)
    unit.save_itself(officer)
    unit.bring_evidence(officer, Path(served.home.name))
    unit.bring_large_evidence(officer, Path(served.home.name))
    unit.hand_in(head)

    served.serve("2017-12-22T09:00")
    appraiser, second = person("to-giup-viec"), person("to-giup-viec.2")
    appraisal.find(appraiser)
    appraisal.adjust(appraiser)
    appraisal.ask(appraiser)
    appraisal.approve(second)
    served.serve("2018-01-04T09:00")
    unit.explain(head)
    served.serve("2018-01-10T09:00")
    appraisal.settle(appraiser)

    served.serve("2018-01-15T08:00")
    organiser, member, decider = person("so-noi-vu"), person("hoi-dong"), person("ubnd-tinh")
    council.put_on_agenda(organiser, unit.ITEM, "1")
    for item, points in council.COUNCILS.items():
        council.put_on_agenda(organiser, item, points)
    council.meet(organiser)
    council.decide(member, unit.ITEM, "1")
    for item, points in council.COUNCILS.items():
        council.decide(member, item, points)
    served.serve("2018-01-17T09:00")
    council.lock(organiser)
    council.publish([
        (member, "", "Hội đồng"), (organiser, "12/TTr-SNV ngày 17/01/2018", "trình"),
        (decider, "141/QĐ-UBND ngày 19/01/2018", "ban hành"), (organiser, "", "công bố"),
    ])  # fmt: skip
    compare(served, person("kiem-tra"), head)
    checks.check("the server's log tells of no error", served.complaints())
    return faults


def look_around(officer: Person) -> None:
    """Pages beside the way of the story."""
    officer.visit("/")
    officer.examine("sign in")
    officer.sign_in()
    for kind, path in [("account", "/tai-khoan"), ("shared", f"{unit.HOME}/so-lieu-chung")]:
        officer.visit(path)
        officer.examine(kind)
    for kind, path in [("not found", "/khong-co"), ("refused", "/don-vi/so-y-te")]:
        officer.visit(path)
        officer.examine(kind)
    # The browser itself says what the answer's status was.
    officer.faults.said[:] = [one for one in officer.faults.said if "status of 40" not in one]


def compare(served: Demonstration, auditor: Person, head: Person) -> None:
    """The result as the pages show it, and as the command line computes it elsewhere."""
    auditor.visit("/xep-hang")
    auditor.examine("rankings")
    auditor.visit("/cong-bo")
    shown = auditor.page.locator("#ma-kiem-tra").inner_text()
    for kind in ("nhat-ky", "nhat-ky/truy-cap"):
        auditor.visit(f"/{kind}")
        auditor.examine(kind)
    result = served.result_of_export()
    wrong = [] if shown == result["digest"] else [shown, result["digest"]]
    checks.check(f"the page's digest is the command line's: {shown[:12]}…", wrong)
    [own] = [one for one in result["units"] if one["id"] == unit.UNIT]
    total = own["totals"][-1]
    index = total["index"].replace(".", ",")
    head.visit(f"/don-vi/{unit.UNIT}/phieu-diem")
    head.examine("sheet")
    checks.check(f"the unit reads its index, {index}", index in head.text())
    head.visit("/xep-hang/so")
    head.examine("ranking")
    row = head.page.locator("tr", has_text="Văn phòng UBND tỉnh").first.inner_text()
    place = str(total["rank"] or "")
    checks.check(f"and its place, {place}", place != "" and row.split()[0] == place and index in row)


def judge(faults: Faults) -> None:
    checks.check("no page says anything to the console", faults.said)
    checks.check("no request leaves the host", faults.left)
    checks.check("every answer has its policy", faults.lax)
    checks.check("no answer is an error of the server", faults.broken)
    checks.check(f"axe finds nothing of weight on {len(faults.seen)} kinds of page", faults.serious)


if __name__ == "__main__":
    served = Demonstration(Path(sys.argv[1]).absolute())
    with sync_playwright() as playwright:
        program = os.environ.get("CHROMIUM", "/usr/bin/chromium")
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        try:
            judge(told(served, browser))
        finally:
            browser.close()
            served.stop()
    checks.end()

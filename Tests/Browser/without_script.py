"""A unit's item and an appraiser's decision where no script runs at all.

    without_script.py PROGRAMS        the folder with `parindex` and `parindex-serve`

Everything that the story does goes through the same pages; here the browser runs no script, and has
stored nothing.
"""

import os
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

import appraisal
import unit
from checks import check, end
from demonstration import Demonstration
from person import Faults, Person


class Plain(Person):
    """A person whose browser runs no script: axe could not run there either."""

    def examine(self, kind: str) -> None:
        pass


if __name__ == "__main__":
    served, faults = Demonstration(Path(sys.argv[1]).absolute()), Faults()

    def person(browser, login: str) -> Person:
        return Plain(browser, served, login, faults, java_script_enabled=False).sign_in()

    with sync_playwright() as playwright:
        program = os.environ.get("CHROMIUM", "/usr/bin/chromium")
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        try:
            served.serve()
            officer = person(browser, unit.OFFICER)
            unit.fill(officer)
            unit.bring_evidence(officer, Path(served.home.name))
            unit.hand_in(person(browser, unit.HEAD))
            served.serve("2017-12-22T09:00")
            appraiser = person(browser, "to-giup-viec")
            appraisal.find(appraiser)
            appraisal.adjust(appraiser)
            appraisal.ask(appraiser)
            appraisal.approve(person(browser, "to-giup-viec.2"))
            stored = [cookie["name"] for cookie in officer.context.cookies()]
            check("one cookie is all that the browser keeps", stored == ["parindex"])
            for wrong in (faults.said, faults.left, faults.lax, faults.broken):
                check("no page does what it may not", wrong)
        finally:
            browser.close()
            served.stop()
    end()

"""Somebody at a browser: types and clicks as people do, and notes whatever is wrong on the way."""

import os
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page

from demonstration import Demonstration

AXE = Axe()
WEIGHTY = ("moderate", "serious", "critical")


class Faults:
    """What no page may do, gathered over a whole run."""

    def __init__(self):
        self.said, self.left, self.lax, self.broken, self.serious = [], [], [], [], []
        self.seen = set()
        self.examined = 0


class Person:
    def __init__(
        self, browser: Browser, served: Demonstration, login: str, faults: Faults, **options
    ):
        self.served, self.login, self.faults = served, login, faults
        self.context = browser.new_context(viewport={"width": 1440, "height": 900}, **options)
        self.context.set_default_timeout(60_000)
        self.page: Page = self.context.new_page()
        self.page.on("console", lambda message: self._say(message.text))
        self.page.on("pageerror", lambda error: self._say(str(error)))
        self.page.on("request", self._ask)
        self.page.on("response", self._hear)
        self._password = served.accounts[login]

    def _say(self, text: str) -> None:
        self.faults.said.append(f"{self.login}, {self.page.url}: {text}")

    def _ask(self, request) -> None:
        if not request.url.startswith((self.served.address + "/", "data:", "blob:")):
            self.faults.left.append(request.url)

    def _hear(self, response) -> None:
        policy = response.headers.get("content-security-policy", "")
        if response.url.startswith("http") and (
            "default-src 'none'" not in policy or "unsafe" in policy
        ):
            self.faults.lax.append(f"{response.url}: {policy!r}")
        if response.status >= 500:
            self.faults.broken.append(f"{response.status} {response.url}")

    # What people do.

    def sign_in(self) -> "Person":
        self.visit("/dang-nhap")
        self.type("Tên đăng nhập", self.login)
        self.type("Mật khẩu", self._password)
        self.press("Đăng nhập")
        return self

    def visit(self, path: str) -> None:
        self.page.goto(self.served.address + path)

    def field(self, label: str) -> Locator:
        """By its label; a list inside of its label is found by what is read out."""
        main = self.page.locator("main")
        listed = main.get_by_role("combobox", name=label, exact=True)
        return main.get_by_label(label, exact=True).or_(listed)

    def type(self, label: str, text: str) -> None:
        """Key by key, over whatever stands there."""
        field = self.field(label)
        field.click()
        field.press("Control+A")
        field.press("Delete")
        field.press_sequentially(text)

    def choose(self, label: str, option: str) -> None:
        self.field(label).select_option(label=option)

    def tick(self, label: str) -> None:
        self.field(label).check()

    def open(self, summary: str) -> None:
        self.page.locator("summary").get_by_text(summary, exact=True).click()

    def press(self, button: str) -> None:
        """A button of the page's content, until the page that it leads to is there."""
        with self.page.expect_navigation():
            self.page.locator("main").get_by_role("button", name=button, exact=True).click()

    def follow(self, link: str) -> None:
        with self.page.expect_navigation():
            self.page.get_by_role("link", name=link, exact=True).first.click()

    def text(self) -> str:
        return self.page.locator("main").inner_text()

    # What is looked at.

    def examine(self, kind: str) -> None:
        """Holds a kind of page against axe, light and dark, once for each kind."""
        if kind in self.faults.seen:
            return
        self.faults.seen.add(kind)
        for scheme in ("light", "dark"):
            self.page.emulate_media(color_scheme=scheme)
            # In the dark only colours are others.
            options = {"runOnly": ["color-contrast"]} if scheme == "dark" else {}
            for found in AXE.run(self.page, options=options).response["violations"]:
                if found["impact"] in WEIGHTY:
                    places = [node["target"] for node in found["nodes"]][:3]
                    self.faults.serious.append(f"{kind} ({scheme}): {found['id']} {places}")
        self._picture(f"{kind}-dark")
        self.page.emulate_media(color_scheme="light")
        self.page.set_viewport_size({"width": 360, "height": 740})
        over = self.page.evaluate("document.documentElement.scrollWidth - innerWidth")
        if over > 0:
            self.faults.serious.append(f"{kind}: {over} px too wide for a phone")
        self._picture(f"{kind}-360")
        self.page.set_viewport_size({"width": 1440, "height": 900})
        self._picture(f"{kind}-1440")

    def _picture(self, name: str) -> None:
        """Where PARINDEX_SCREENSHOTS names a folder."""
        if folder := os.environ.get("PARINDEX_SCREENSHOTS"):
            place = Path(folder) / f"{name.replace(' ', '-').replace('/', '-')}.png"
            self.page.screenshot(path=place, full_page="-dark" not in name)

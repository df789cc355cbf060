"""A unit's item and an appraiser's decision by keyboard alone: Tab, arrows, Enter and typing.

    keyboard.py PROGRAMS        the folder with `parindex` and `parindex-serve`

The mouse is never used. Whatever has the focus must be seen to have it.
"""

import os
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

import unit
from checks import check, end
from demonstration import Demonstration
from person import Faults, Person

# What surrounds that which has the focus.
LOOKS = """() => {
  const style = getComputedStyle(document.activeElement);
  return [style.outlineStyle, style.outlineWidth, style.outlineColor].join(' ');
}"""
NAME = """() => {
  const element = document.activeElement;
  const label = element.labels && element.labels[0] ? element.labels[0].innerText : '';
  return [element.tagName, element.type || '', element.name || '', element.value || '',
    (label || element.innerText || '').trim().split('\\n')[0]];
}"""
SEEN = """() => {
  const box = document.activeElement.getBoundingClientRect();
  return box.width > 0 && box.height > 0 && box.top < innerHeight && box.bottom > 0;
}"""

CHOSEN = "document.activeElement.selectedOptions[0].innerText"


class Keyboard(Person):
    """A person without a mouse."""

    unseen: list[str] = []

    def tab_to(self, text: str, kind: str = "", most: int = 250) -> None:
        """Tab until something that is so called has the focus."""
        for _ in range(most):
            self.page.keyboard.press("Tab")
            tag, type, name, value, label = self.page.evaluate(NAME)
            style = self.page.evaluate(LOOKS)
            if tag != "BODY" and (style.startswith("none") or not self.page.evaluate(SEEN)):
                self.unseen.append(f"{self.page.url}: {tag} {type} {label or name}: {style}")
            if text in (label, value) and kind.upper() in (tag, type.upper(), ""):
                return
        raise AssertionError(f"{self.page.url}: no Tab leads to {text!r}")

    def write(self, label: str, text: str) -> None:
        self.tab_to(label)
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(text)

    def pick(self, label: str, option: str) -> None:
        """An option of a list, by the arrow keys."""
        self.tab_to(label, "select-one")
        for _ in range(200):
            self.page.keyboard.press("ArrowDown")
            if self.page.evaluate(CHOSEN).startswith(option):
                return
        raise AssertionError(f"{self.page.url}: no arrow leads to {option!r}")

    def enter(self) -> None:
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")

    def sign_in(self) -> "Keyboard":
        self.visit("/dang-nhap")
        self.write("Tên đăng nhập", self.login)
        self.write("Mật khẩu", self.served.accounts[self.login])
        self.enter()
        return self


def fill(officer: Keyboard) -> None:
    officer.page.keyboard.press("Tab")
    check("the first Tab leads past the menu", officer.page.evaluate(NAME)[4] == "Đến nội dung chính")
    officer.page.keyboard.press("Enter")
    officer.tab_to("9.1.3. Hoàn thành chương trình công tác của UBND tỉnh", "A")
    officer.enter()
    officer.write(unit.PLANNED, "20")
    officer.write(unit.DONE, "20")
    officer.pick("Tài liệu", "báo cáo 222")
    officer.write("Mục", "II")
    officer.tab_to("Lưu", "button")
    officer.enter()
    saved = officer.page.locator(".cite option:checked").first.inner_text()
    text = officer.text()
    check("an item is filled and saved", "Đã lưu." in text and "Tính từ số liệu: 1,50" in text)
    check(f"a document is cited: {saved}", saved.startswith("báo cáo 222"))


def decide(appraiser: Keyboard) -> None:
    appraiser.visit("/tham-dinh/thanh-tra-tinh/1.1.3")
    # Radio buttons are one stop, within which arrows go up and down.
    appraiser.tab_to("Chấp nhận kết quả đang tính", "radio")
    appraiser.page.keyboard.press("ArrowDown")
    appraiser.write("Số điểm", "1,5")
    appraiser.pick("Căn cứ", "Đạt một phần")
    appraiser.write("Lý do, nội dung", "Một nhiệm vụ chưa có sản phẩm")
    appraiser.tab_to("Xem ảnh hưởng trước khi ghi", "button")
    appraiser.enter()
    check("the effect is shown", "2,00 → 1,50" in appraiser.text())
    appraiser.tab_to("Ghi vào nhật ký", "button")
    appraiser.enter()
    check("the decision is recorded", "Đã ghi" in appraiser.text())
    # A browser without a window takes no access keys from outside; that the link has one is seen.
    following = appraiser.page.locator("a[rel=next][accesskey=n]")
    appraiser.tab_to(following.inner_text(), "a")
    appraiser.enter()
    url = appraiser.page.url
    check("another item is reached", "/tham-dinh/" in url and "/thanh-tra-tinh/1.1.3" not in url)


if __name__ == "__main__":
    served, faults = Demonstration(Path(sys.argv[1]).absolute()), Faults()
    with sync_playwright() as playwright:
        program = os.environ.get("CHROMIUM", "/usr/bin/chromium")
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        try:
            served.serve()
            fill(Keyboard(browser, served, unit.OFFICER, faults).sign_in())
            served.serve("2017-12-22T09:00")
            decide(Keyboard(browser, served, "to-giup-viec", faults).sign_in())
            check("what has the focus is seen to have it", Keyboard.unseen)
            check("no page says anything to the console", faults.said)
        finally:
            browser.close()
            served.stop()
    end()

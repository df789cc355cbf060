"""The website in a real browser: every page, read by keyboard, on a phone and on paper.

    site.py FOLDER [FOLDER...]     folders written by `parindex site`

Nothing may be fetched from elsewhere or said to the console, every link must lead somewhere, axe must
find nothing serious, no page may scroll sideways at 360 pixels, tables must sort and filter by keyboard.
PARINDEX_SCREENSHOTS: a folder to keep pictures and a printed page in. PARINDEX_PAGES: at most so many
pages of each kind are opened; all of them unless it says so.
"""

import os
import re
import sys
from collections import defaultdict
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, sync_playwright

LARGEST_PAGE, LARGEST_FIRST_VIEW = 300_000, 100_000
# From a disk, style sheets cannot be loaded a second time; what passes need not be listed, which takes
# most of the time; what is dark differs in its colours only.
FAULTS = {"preload": False, "resultTypes": ["violations"]}
AXE = {
    "light": FAULTS,
    "dark": FAULTS | {"runOnly": {"type": "rule", "values": ["color-contrast"]}},
}
failures = 0


def check(name: str, wrong: list) -> None:
    global failures
    failures += bool(wrong)
    print(f"{'FAIL ' if wrong else 'ok   '} {name}")
    for line in wrong[:8]:
        print(f"        {line}")


def kind(page: Path, site: Path) -> str:
    """Pages of a kind share a folder."""
    relative = page.relative_to(site)
    return relative.parts[0] if len(relative.parts) > 1 else relative.name


def choose(site: Path) -> list[Path]:
    most = int(os.environ.get("PARINDEX_PAGES", "1000000"))
    kinds = defaultdict(list)
    for page in sorted(site.rglob("*.html")):
        kinds[kind(page, site)].append(page)
    return [page for pages in kinds.values() for page in pages[:most]]


def links(site: Path) -> None:
    """Without a browser: every link and what a page draws in stands in the site."""
    wrong, anchors = [], {}
    pages = sorted(site.rglob("*.html"))
    texts = {page: page.read_text() for page in pages}
    for page, text in texts.items():
        anchors[page.resolve()] = set(re.findall(r'\bid="([^"]*)"', text))
    for page, text in texts.items():
        for target in set(re.findall(r'\b(?:href|src)="([^"]*)"', text)):
            whole, anchor = urldefrag(urljoin(page.resolve().as_uri(), target))
            if target == "data:,":  # The icon that a browser need not ask for.
                continue
            if not whole.startswith("file://"):
                wrong.append(f"{page.relative_to(site)}: {target} leads out")
                continue
            place = Path(unquote(whole.removeprefix("file://")))
            if not place.is_file():
                wrong.append(f"{page.relative_to(site)}: {target} leads nowhere")
            elif anchor and place.suffix == ".html" and anchor not in anchors[place]:
                wrong.append(f"{page.relative_to(site)}: {target} has no such place")
    check(f"{len(pages)} pages: links lead to a place of the site", wrong)
    large = [p.relative_to(site) for p in pages if p.stat().st_size > LARGEST_PAGE]
    check("no page is over 300 kB", large)
    looks = sum(f.stat().st_size for f in (site / "giao-dien").iterdir())
    first = (site / "index.html").stat().st_size + looks
    check(f"the first view is {first // 1000} kB", [first] if first > LARGEST_FIRST_VIEW else [])


def walk(site: Path, page: Page, axe: Axe) -> None:
    said, asked, wide, serious = [], [], [], []
    page.on("console", lambda message: said.append(f"{page.url}: {message.text}"))
    page.on("pageerror", lambda error: said.append(f"{page.url}: {error}"))
    page.on("request", lambda r: r.url.startswith(("file:", "data:")) or asked.append(r.url))
    pages = choose(site)
    for number, place in enumerate(pages):
        name = place.relative_to(site)
        if number % 50 == 0:
            print(f"        {number} of {len(pages)}", file=sys.stderr, flush=True)
        page.set_viewport_size({"width": 360, "height": 740})
        page.goto(place.as_uri())
        over = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        if over > 0:
            wide.append(f"{name}: {over} px over")
        page.set_viewport_size({"width": 1440, "height": 900})
        for scheme, options in AXE.items():
            page.emulate_media(color_scheme=scheme)
            for found in axe.run(page, options=options).response["violations"]:
                if found["impact"] in ("serious", "critical", "moderate"):
                    node = found["nodes"][0]["target"]
                    serious.append(f"{name} ({scheme}): {found['id']} {node}")
    check(f"{len(pages)} pages opened: nothing on the console", said)
    check("no request leaves", asked)
    check("none scrolls sideways at 360 px", wide)
    check("axe finds nothing of weight, light and dark", serious)


def keyboard(site: Path, page: Page) -> None:
    """The longest ranking: reach its filter and a column's head by Tab alone, type, press Enter."""
    rankings = sorted((site / "xep-hang").rglob("*.html"), key=lambda p: p.stat().st_size)
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(rankings[-1].as_uri())
    rows = "table[data-sort] tbody tr"
    names = lambda: page.locator(f"{rows}:visible th").all_inner_texts()  # noqa: E731
    before = names()

    def tab_to(selector: str) -> bool:
        for _ in range(80):
            page.keyboard.press("Tab")
            if page.evaluate(f"document.activeElement.matches({selector!r})"):
                return True
        return False

    check("a skip link comes first", [] if first_tab_skips(page) else ["no skip link"])
    wrong = []
    if tab_to("input[type=search]"):
        page.keyboard.type(before[-1])
        if names() == before or before[-1] not in names():
            wrong.append(f"typing {before[-1]!r} leaves {names()[:3]}")
        page.keyboard.press("Control+A")
        page.keyboard.press("Delete")
        if names() != before:
            wrong.append("emptying the field does not bring all rows back")
    else:
        wrong.append("no filter is reached")
    check(f"{rankings[-1].name}: rows are filtered by keyboard", wrong)
    wrong = []
    if tab_to("th[data-k]:nth-child(2) button, th[data-k]:nth-child(3) button"):
        page.keyboard.press("Enter")
        rising = names()
        page.keyboard.press("Enter")
        falling = names()
        if rising == falling or sorted(rising) != sorted(before):
            wrong.append("the order does not change, or rows are lost")
        if page.locator("th[aria-sort=descending]").count() != 1:
            wrong.append("aria-sort does not tell the order")
    else:
        wrong.append("no head of a column is reached")
    check("rows are sorted by keyboard", wrong)


def first_tab_skips(page: Page) -> bool:
    page.keyboard.press("Tab")
    return page.evaluate("(document.activeElement.getAttribute('href') || '').startsWith('#')")


def without_script(site: Path, browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((site / "index.html").as_uri())
    wrong = [] if page.locator("main table tbody tr").count() else ["no row on the first page"]
    check("the first page reads without a script", wrong)
    context.close()


def pictures(site: Path, page: Page, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    seen = set()
    for place in choose(site):
        if kind(place, site) in seen:
            continue
        seen.add(kind(place, site))
        name = str(place.relative_to(site)).replace("/", "-").removesuffix(".html")
        page.goto(place.as_uri())
        for width in (360, 1440):
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme="light")
            page.screenshot(path=folder / f"{name}-{width}.png", full_page=True)
        page.emulate_media(color_scheme="dark")
        page.screenshot(path=folder / f"{name}-dark.png")
        page.emulate_media(color_scheme="light")
        page.pdf(path=folder / f"{name}.pdf", format="A4")


with sync_playwright() as playwright:
    program = os.environ.get("CHROMIUM", "/usr/bin/chromium")
    browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
    for name in sys.argv[1:]:
        site = Path(name)
        print(f"# {site.name}")
        links(site)
        page = browser.new_page()
        walk(site, page, Axe())
        keyboard(site, page)
        without_script(site, browser)
        if folder := os.environ.get("PARINDEX_SCREENSHOTS"):
            pictures(site, page, Path(folder) / site.name)
        page.close()
    browser.close()
sys.exit(failures > 0)

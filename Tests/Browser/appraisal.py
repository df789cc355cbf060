"""The helper team's part: a large change with its second approver, a question and its answer."""

from checks import check
from person import Person
from unit import ITEM, UNIT

ASKED = "1.1.3"


def matter(item: str) -> str:
    return f"/tham-dinh/{UNIT}/{item}"


def find(appraiser: Person) -> None:
    """From the list of all that is theirs to the item of one unit."""
    appraiser.visit("/tham-dinh")
    appraiser.examine("work")
    appraiser.choose("Cơ quan, đơn vị, địa phương", "Văn phòng UBND tỉnh")
    appraiser.press("Lọc")
    links = appraiser.page.locator("tbody th a")
    found = set(links.evaluate_all("all => all.map(a => a.pathname.split('/')[2])"))
    check("the list is narrowed to one unit", found == {UNIT})
    with appraiser.page.expect_navigation():
        links.filter(has_text=ITEM).first.click()


def adjust(appraiser: Person) -> None:
    """0,75 points off is more than one person may take by the round's rules."""
    appraiser.examine("matter")
    appraiser.tick("Cho điểm")
    appraiser.type("Số điểm", "0,75")
    appraiser.choose("Căn cứ", "Số liệu tự khai không khớp tài liệu kiểm chứng")
    appraiser.type("Lý do, nội dung", "Báo cáo 12/BC-VPUBND ghi 18/20 đề án đã trình")
    appraiser.press("Xem ảnh hưởng trước khi ghi")
    shown = appraiser.text()
    check("the effect is shown before anything is written", "1,50 → 0,75" in shown)
    recording = appraiser.page.get_by_role("button", name="Ghi vào nhật ký")
    check("one person alone cannot record it", recording.count() == 0)
    appraiser.examine("matter with its trial")
    appraiser.press("Gửi người duyệt")
    check("it waits for a second approver", "chờ" in appraiser.text().lower())


def ask(appraiser: Person) -> None:
    appraiser.visit(matter(ASKED))
    appraiser.tick("Yêu cầu đơn vị giải trình")
    appraiser.type("Hạn giải trình", "05/01/2018 17:00")
    appraiser.choose("Căn cứ", "Đạt một phần yêu cầu của tiêu chí")
    appraiser.type("Lý do, nội dung", "Nhiệm vụ 7 và 12 hoàn thành ngày nào?")
    appraiser.press("Xem ảnh hưởng trước khi ghi")
    appraiser.press("Ghi vào nhật ký")
    check("the unit is asked to explain", "Đã ghi" in appraiser.text())


def approve(second: Person) -> None:
    second.visit("/tham-dinh/cho-duyet")
    second.examine("proposals")
    with second.page.expect_navigation():
        second.page.locator("tbody th a").first.click()
    second.examine("proposal")
    second.press("Duyệt và ghi vào nhật ký")
    check("the second approver has approved", "đã duyệt" in second.text().lower())


def settle(appraiser: Person) -> None:
    """What the unit explained is taken for good."""
    appraiser.visit(matter(ASKED))
    check("the appraiser reads the explanation", "chờ ý kiến Bộ" in appraiser.text())
    appraiser.tick("Chấp nhận kết quả đang tính")
    appraiser.type("Lý do, nội dung", "Giải trình hợp lý")
    appraiser.press("Xem ảnh hưởng trước khi ghi")
    appraiser.press("Ghi vào nhật ký")
    check("the explanation is taken", "Đã ghi" in appraiser.text())
    appraiser.visit("/tham-dinh/tien-do")
    appraiser.examine("progress")

"""A unit's part of the story: its officer fills items and brings evidence, its head signs."""

import re
from pathlib import Path

from checks import check
from person import Person
from small_pdf import small_pdf

UNIT = "van-phong-ubnd-tinh"
HOME = f"/don-vi/{UNIT}"
OFFICER, HEAD = f"can-bo.{UNIT}", f"thu-truong.{UNIT}"
# An item that Sở Nội vụ appraises: twenty of twenty reports are 1,5 points, eighteen are 0,75.
ITEM = "9.1.3"
PLANNED, DONE = "Số đề án, báo cáo theo chương trình công tác", "Số đề án, báo cáo đã trình"
REPORT = "báo cáo 12/BC-VPUBND"


def item(number: str) -> str:
    return f"{HOME}/muc/{number}"


def fill(officer: Person) -> None:
    """Counts, a choice, a share with a decimal comma, a day, answers of yes and no."""
    officer.examine("unit")
    check("ten items are still to be filled", "Đã khai 36/46" in officer.text())
    officer.follow("9.1.3. Hoàn thành chương trình công tác của UBND tỉnh")
    officer.type(PLANNED, "20")
    officer.type(DONE, "21")
    officer.press("Lưu")
    wrong = officer.field(DONE)
    check("more done than planned is told at the field", wrong.get_attribute("aria-invalid") == "true")
    officer.examine("item with a fault")
    officer.type(DONE, "20")
    officer.press("Lưu")
    check("twenty of twenty give the item's 1,5 points", "Tính từ số liệu: 1,50" in officer.text())
    for number, choices, typed in [
        ("6.1.1", {"Mức thực hiện": "Ban hành và công khai"}, {}),
        ("6.2.1", {}, {"Dự toán được giao trong năm": "12500", "Số đã giải ngân": "12375,5"}),
        ("6.4.1", {}, {"Ngày công khai": "15/01/2017"}),
        ("6.4.2", {}, {"Số kiến nghị phải thực hiện": "4", "Số kiến nghị đã thực hiện xong": "3",
                       "Số kiến nghị đang thực hiện": "1"}),
        ("7.4.1", {"Mức thực hiện": "Đánh giá nội bộ và công bố đúng hạn"}, {}),
        ("7.4.2", {}, {"Số TTHC có quy trình ISO": "100"}),
        ("7.2.2", {}, {"Số câu hỏi đã nhận": "12", "Số câu hỏi trả lời đúng hạn": "11"}),
        ("7.5.1", {"Có quyết định phân công cán bộ phụ trách": "có",
                   "Có quy chế bảo đảm an toàn thông tin": "không"}, {}),
    ]:  # fmt: skip
        officer.visit(item(number))
        for label, option in choices.items():
            officer.choose(label, option)
        for label, text in typed.items():
            officer.type(label, text)
        officer.press("Lưu và sang mục sau")
        officer.visit(item(number))
        claimed = re.search(r"tự chấm: (\S+)", officer.text())[1]
        check(f"{number} is computed: {claimed}", claimed[0].isdigit())


def save_itself(officer: Person) -> None:
    """What is typed is saved without a button, and outlives a connection that breaks."""
    label = "Hệ số thu nhập tăng thêm bình quân năm"
    officer.visit(item("6.1.2"))
    said = officer.page.locator("#tu-luu")
    officer.type(label, "0,4")
    said.get_by_text("Lưu lúc").wait_for()
    officer.context.set_offline(True)
    officer.type(label, "0,45")
    said.get_by_text("Mất kết nối").wait_for()
    officer.context.set_offline(False)
    said.get_by_text("Lưu lúc").wait_for()
    # The browser itself says that the connection broke.
    said_now = [line for line in officer.faults.said if "ERR_INTERNET_DISCONNECTED" not in line]
    officer.faults.said[:] = said_now
    officer.visit(item("6.1.2"))
    kept = officer.field(label).input_value()
    check("what was typed while the connection was gone is saved", kept == "0,45")


def bring_evidence(officer: Person, folder: Path) -> None:
    """A PDF comes onto the shelf from the item that wants it, and is cited there."""
    file = folder / "bao-cao.pdf"
    file.write_bytes(small_pdf())
    officer.visit(item(ITEM))
    officer.follow("Thêm tài liệu vào danh mục")
    officer.type("Loại tài liệu", "báo cáo")
    officer.type("Số, ký hiệu", "12/BC-VPUBND")
    officer.type("Ngày văn bản", "10/12/2017")
    officer.type("Cơ quan ban hành", "Văn phòng UBND tỉnh")
    officer.type("Trích yếu, tên gọi", "Báo cáo thực hiện chương trình công tác")
    officer.field("Tệp").set_input_files(file)
    officer.examine("shelf")
    officer.press("Thêm vào danh mục")
    check("the document is chosen in the item it was brought for", "Đã thêm tài liệu" in officer.text())
    row = officer.page.locator(".cite", has=officer.page.locator("option:checked", has_text=REPORT))
    row.get_by_label("Mục", exact=True).press_sequentially("II")
    row.get_by_label("Trang", exact=True).press_sequentially("1")
    officer.press("Lưu")
    check("the item lacks no evidence any more", officer.page.locator(".lacks").count() == 0)
    officer.examine("item")
    officer.follow("Xem tài liệu")
    officer.examine("document")
    address = officer.page.get_by_role("link", name=re.compile("mở tệp")).first.get_attribute("href")
    came = officer.context.request.get(officer.served.address + address)
    check("the file comes back as it was sent", came.body() == file.read_bytes())


def bring_large_evidence(officer: Person, folder: Path) -> None:
    """A file in pieces over a line that breaks goes on, after a reload, where it stands."""
    file = folder / "quy-trinh.pdf"
    # Behind its end a PDF may hold blanks.
    file.write_bytes(small_pdf() + b" " * 700_000)
    sent = []

    def break_off(route) -> None:
        sent.append(route.request.url)
        route.continue_() if len(sent) == 1 else route.abort("connectionfailed")

    def choose() -> None:
        officer.visit(f"{HOME}/tai-lieu")
        officer.type("Loại tài liệu", "quy trình")
        officer.type("Số, ký hiệu", "3/QT-VPUBND")
        officer.field("Tệp").set_input_files(file)

    pieces = re.compile(r"/tai-len/[0-9a-f]+\?tu=")
    officer.page.route(pieces, break_off)
    choose()
    add = officer.page.get_by_role("button", name="Thêm vào danh mục", exact=True)
    add.click()
    said = officer.page.locator("#tai-len")
    said.get_by_text(re.compile("Mất kết nối.*Đã tải 0,3/0,7 MB")).wait_for()
    check("a line that breaks is told, with how much is there", "thử lại sau" in said.inner_text())
    officer.page.unroute(pieces)
    # The browser itself says that the connection broke.
    said_now = [line for line in officer.faults.said if "ERR_CONNECTION_FAILED" not in line]
    officer.faults.said[:] = said_now
    sent.clear()
    officer.page.on("request", lambda asked: sent.append(asked.url) if pieces.search(asked.url) else None)
    choose()
    officer.press("Thêm vào danh mục")
    check("the same file goes on where it stood", sent and sent[0].endswith("tu=262144"))
    check("and is a document", "Đã thêm tài liệu với mã quy-trinh-3-qt-vpubnd" in officer.text())
    came = officer.context.request.get(
        f"{officer.served.address}{HOME}/tai-lieu/quy-trinh-3-qt-vpubnd/tep"
    )
    check("it comes back as it was sent", came.body() == file.read_bytes())


def hand_in(head: Person) -> None:
    head.visit(f"{HOME}/nop")
    check("nothing keeps the unit from handing in", "Phải sửa trước khi nộp" not in head.text())
    head.examine("check")
    head.press("Ký và nộp")
    check("the head has signed and handed in", "Đã nộp" in head.text())


def explain(head: Person) -> None:
    head.visit(HOME)
    check("the head is told that something is asked", "giải trình" in head.text())
    head.visit(item("1.1.3"))
    head.examine("item that is asked about")
    head.type("Nội dung giải trình", "Hai nhiệm vụ hoàn thành sau ngày 31/12 do chờ ý kiến Bộ.")
    head.press("Gửi giải trình")
    check("the explanation is sent", "Đã gửi giải trình" in head.text())

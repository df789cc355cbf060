"""The council decides, the organiser locks, and the result goes its way to the public."""

from appraisal import matter
from checks import check
from person import Person
from unit import ITEM

# What only the council can give points for.
COUNCILS = {"1.4.3": "0,75", "T.1.1": "0"}


def put_on_agenda(organiser: Person, item: str, points: str) -> None:
    organiser.visit(matter(item))
    organiser.type("Số điểm", points)
    organiser.type("Lý do, nội dung", "Còn ý kiến khác nhau, xin ý kiến Hội đồng")
    organiser.press("Xem ảnh hưởng trước khi ghi")
    organiser.press("Ghi vào nhật ký")
    check(f"{item} is put before the council", "Đã ghi" in organiser.text())


def meet(organiser: Person) -> None:
    organiser.visit("/hoi-dong")
    organiser.examine("council")
    organiser.open("Ghi một phiên họp")
    present = organiser.page.locator("fieldset", has_text="Có mặt").get_by_role("checkbox")
    for place in range(7):
        present.nth(place).check()
    organiser.type("Nội dung phiên họp", "Xem xét 3 tiêu chí thành phần")
    organiser.type("Biên bản", "Biên bản số 01/BB-HĐ")
    organiser.press("Ghi phiên họp")
    check("the meeting is recorded", "có mặt 7" in organiser.text())


def decide(member: Person, item: str, points: str) -> None:
    member.visit(matter(item))
    member.examine("matter of the council")
    member.tick("Cho điểm")
    member.type("Số điểm", points)
    member.type("Tán thành", "7")
    member.type("Không tán thành", "0")
    member.choose("Căn cứ", "Hội đồng thẩm định thống nhất")
    member.type("Lý do, nội dung", "Hội đồng thống nhất sau khi xem báo cáo")
    member.press("Xem ảnh hưởng trước khi ghi")
    member.press("Ghi vào nhật ký")
    check(f"the council decides {item}", "Đã ghi" in member.text())


def lock(organiser: Person) -> None:
    organiser.visit("/cong-bo")
    organiser.open("Khóa")
    organiser.type("Khóa những gì", "Điểm, mức và thứ hạng của mọi đơn vị")
    organiser.press("Xem ảnh hưởng trước khi ghi")
    organiser.examine("publication with its trial")
    organiser.press("Ghi vào nhật ký")
    check("the round is locked", "Đơn vị đã khóa\n181" in organiser.text())


def publish(people: list[tuple[Person, str, str]]) -> None:
    """Each step by whom it belongs to; `people` says who, with what paper, to which state."""
    for person, paper, state in people:
        person.visit("/cong-bo")
        if paper:
            person.type("Số, ký hiệu, ngày của quyết định, văn bản", paper)
        person.press("Xem ảnh hưởng trước khi ghi")
        person.press("Ghi vào nhật ký")
        check(f"{person.login}: {state}", state.lower() in person.text().lower())
    people[-1][0].examine("publication")

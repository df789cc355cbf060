import EventLog
import Foundation
import Loading
import Store
import TestSupport
import Testing

@testable import Web

/// Who is told what, from the log, the stages and what waits; and what of it was read.
@Suite struct NoticeTests {
  private static let item = "/tham-dinh/so-noi-vu/1.1.2"

  /// The part of a page that is its own, not its head.
  private func main(_ browser: Browser, _ path: String = "/thong-bao") async -> String {
    let text = await browser.get(path).text
    return text.split(separator: "<main").last.map(String.init) ?? ""
  }

  /// The key of the first notice about dossiers.
  private func opened(_ browser: Browser) async throws -> String {
    let text = await main(browser)
    let found = try #require(text.firstMatch(of: #/name="mo" value="(y[^"]+)"/#), "\(text)")
    return String(found.1)
  }

  private func ask(_ browser: Browser, due: String = "") async throws {
    let form = [
      "quyet-dinh": "yeu-cau", "ly-do": "Gửi bản ký số", "han": due, "can-cu": "dat-mot-phan",
      "buoc": "ghi", "seen": try await browser.seen(Self.item),
    ]
    #expect(await browser.post(Self.item, form).status == 303)
  }

  @Test func `a unit learns what it is asked, who asked learns of the answer`() async throws {
    let world = try await WebWorld(at: "2017-12-22T08:00:00")
    let helper = try await world.signIn("giup-viec")
    let head = try await world.signIn("thu-truong-so")
    #expect(await head.get("/don-vi/so-noi-vu").text.contains("\">Thông báo</a>"), "none yet")
    try await ask(helper, due: "05/01/2018 17:00")
    let page = await head.get("/don-vi/so-noi-vu").text
    #expect(page.contains("\">Thông báo (1)</a>"))
    let notices = await main(head)
    #expect(notices.contains("Yêu cầu giải trình, hạn 17:00 ngày 05/01/2018"))
    #expect(notices.contains("name=\"mo\" value=\"e5\"") && notices.contains(">mới<"))
    for login in ["thu-truong", "so-do", "giup-viec", "giup-viec-2", "hoi-dong", "kiem-tra"] {
      let other = try await world.signIn(login)
      #expect(await !main(other).contains("giải trình"), "\(login)")
    }
    try world.setTime(local: "2018-01-04T08:00:00")
    let answer = ["yeu-cau": "5", "ly-do": "Đã gửi"]
    #expect(await head.post("/don-vi/so-noi-vu/muc/1.1.2/giai-trinh", answer).status == 303)
    let answered = await main(helper)
    #expect(answered.contains("Đơn vị đã giải trình"))
    #expect(await helper.post("/thong-bao", ["mo": "e6"]).header("location") == Self.item)
    #expect(await !main(try await world.signIn("giup-viec-2")).contains("giải trình"))
    #expect(await !main(head).contains("Sắp hết hạn"), "it was answered")
  }

  @Test func `what is read stays read, for this account alone`() async throws {
    let world = try await WebWorld(at: "2017-12-22T08:00:00")
    try await ask(try await world.signIn("giup-viec"))
    let head = try await world.signIn("thu-truong-so")
    let officer = try await world.signIn("can-bo-so")
    #expect(await world.post("/thong-bao", ["doc": "e5"], cookie: head.cookie).status == 403)
    #expect(await main(head).contains(">mới<"), "a form without its token does nothing")
    #expect(await head.post("/thong-bao", ["doc": "e5"]).status == 303)
    #expect(await !main(head).contains(">mới<"))
    #expect(await head.get("/don-vi/so-noi-vu").text.contains("\">Thông báo</a>"))
    #expect(await main(officer).contains(">mới<"))
    // Somebody else's notices, and what is none, cannot be marked.
    let stranger = try await world.signIn("so-do")
    #expect(await stranger.post("/thong-bao", ["tat-ca": "e5 e1 x"]).status == 303)
    let account = try #require(try world.store.account("so-do")?.account)
    #expect(try world.store.readNotices(of: account).isEmpty)
    #expect(await officer.post("/thong-bao", ["tat-ca": "e5 e1"]).status == 303)
    let own = try #require(try world.store.account("can-bo-so")?.account)
    #expect(try world.store.readNotices(of: own) == ["e5"])
  }

  @Test func `a proposal is told to those who may approve it, and its return to its author`()
    async throws
  {
    let world = try await WebWorld(at: "2017-12-22T08:00:00")
    let helper = try await world.signIn("giup-viec")
    let form = [
      "quyet-dinh": "cho-diem", "diem": "1", "can-cu": "dat-mot-phan", "ly-do": "Chưa xong",
      "co-so": "12/BC-SNV", "buoc": "de-nghi", "seen": "4",
    ]
    #expect(await helper.post(Self.item, form).status == 303)
    var marks = ""
    for login in [
      "giup-viec", "giup-viec-2", "giup-viec-so", "giup-viec-huyen", "hoi-dong", "thu-truong-so",
      "to-chuc",
    ] {
      let text = await main(try await world.signIn(login))
      marks += text.contains("chờ người thứ hai duyệt") ? "+" : "."
    }
    #expect(marks == ".+.....")
    let second = try await world.signIn("giup-viec-2")
    let back = ["buoc": "tra-lai", "ly-do": "Thiếu căn cứ"]
    #expect(await second.post("/tham-dinh/cho-duyet/1", back).status == 303)
    #expect(await !main(second).contains("chờ người thứ hai duyệt"))
    #expect(await main(helper).contains("Đề nghị bị trả lại"))
  }

  @Test func `everybody learns that a deadline was moved, but whoever moved it`() async throws {
    let world = try await WebWorld(at: "2017-12-18T08:00:00")
    let organiser = try await world.signIn("to-chuc")
    for (place, moment) in [
      ("buoc.self-assessment", "22/12/2017 17:00"), ("buoc.council", "18/01/2018"),
    ] {
      let form = [
        "thoi-han": place, "moc": moment, "cach-tinh": "through", "buoc": "ghi",
        "seen": try await organiser.seen("/ky-danh-gia"), "ly-do-doi-han": "Bão số 16",
        "co-so-doi-han": "15/TB-SNV",
      ]
      let done = await organiser.post("/ky-danh-gia/thoi-han", form)
      #expect(done.status == 303, "\(done.text)")
    }
    #expect(await !main(organiser).contains("Dời hạn"))
    for login in ["can-bo", "thu-truong-so", "giup-viec", "hoi-dong", "kiem-tra"] {
      let text = await main(try await world.signIn(login))
      #expect(
        text.contains("Dời hạn: Bước “Tự chấm điểm” đến 17:00 ngày 22/12/2017"), "\(login): \(text)"
      )
      #expect(text.contains("Dời hạn: Bước “Hội đồng thẩm định” hết ngày 18/01/2018"), "\(login)")
    }
    let officer = try await world.signIn("can-bo")
    #expect(
      await officer.post("/thong-bao", ["mo": "e5"]).header("location") == "/don-vi/so-y-te")
  }

  @Test func `who keeps the records learns what waits, the unit what was decided`() async throws {
    let dossiers = try await ClosingWorld()
    let unit = try await dossiers.signIn("can-bo")
    let keeper = try await dossiers.signIn()
    let form = [
      "ma": "Y3", "viec": "giai-trinh", "nguyen-nhan": "software", "xong-luc": "",
      "noi-dung": "Phần mềm treo", "tai-lieu": "Phiếu 7",
    ]
    #expect(await unit.post("/don-vi/so-y-te/ho-so-tthc", form).status == 303)
    let waiting = "Giải trình, đính chính hồ sơ TTHC chờ quyết định"
    #expect(await main(keeper).contains(waiting))
    #expect(await !main(keeper).contains("Phần mềm treo"), "nothing that somebody typed")
    let key = try await opened(keeper)
    #expect(key.hasPrefix("yso-y-te-2017-12-15-"))
    #expect(
      await keeper.post("/thong-bao", ["mo": key]).header("location") == "/so-lieu/giai-trinh")
    #expect(await !main(keeper).contains(">mới<"))
    // What comes after it was read is new.
    let world = dossiers.world
    try world.setTime(seconds: world.now + 3600, local: "2017-12-15T09:00:00")
    let other = form.merging(["viec": "dinh-chinh", "xong-luc": "08/03/2017 16:30"]) { $1 }
    let corrected = other.merging(["phien": "1", "nguyen-nhan": ""]) { $1 }
    let sent = await unit.post("/don-vi/so-y-te/ho-so-tthc", corrected)
    #expect(sent.status == 303, "\(sent.text)")
    #expect(await main(keeper).contains(">mới<"))
    for login in ["can-bo", "thu-truong-so", "giup-viec", "kiem-tra", "to-chuc"] {
      let text = await main(try await dossiers.signIn(login))
      #expect(!text.contains("hồ sơ TTHC"), "\(login)")
    }
    let decision = [
      "quyet-dinh": "khong-chap-nhan", "ly-do": "Không đúng", "co-so": "12/BC", "buoc": "ghi",
      "h.y1": "2",
    ]
    let done = await keeper.post("/so-lieu/giai-trinh", decision)
    #expect(done.status == 303, "\(done.text)")
    #expect(await !main(keeper).contains(waiting))
    #expect(await main(unit).contains("hồ sơ TTHC không được chấp nhận"))
    #expect(
      await unit.post("/thong-bao", ["mo": try opened(unit)]).header("location")
        == "/don-vi/so-y-te/ho-so-tthc")
    #expect(await !main(try await dossiers.signIn("thu-truong-so")).contains("hồ sơ TTHC"))
  }

  @Test func `who has not handed in is reminded from three days before, until the end`()
    async throws
  {
    let world = try await WebWorld()
    let officer = try await world.signIn("can-bo")
    for (time, isTold) in [
      ("2017-12-16T23:59:59", false), ("2017-12-17T00:00:00", true), ("2017-12-20T17:00:59", true),
      ("2017-12-20T17:01:00", false),
    ] {
      try world.setTime(local: time)
      let text = await main(officer)
      #expect(text.contains("“Tự chấm điểm” sắp hết hạn") == isTold, "\(time)")
    }
    try world.setTime(local: "2017-12-18T08:00:00")
    let done = try await world.signIn("can-bo-so")
    #expect(await !main(done).contains("sắp hết hạn"), "it has handed in")
    #expect(await main(try await world.signIn("to-chuc")).contains("sắp hết hạn"))
    #expect(await !main(try await world.signIn("giup-viec")).contains("sắp hết hạn"))
    try world.setTime(local: "2018-01-02T08:00:00")
    #expect(await main(try await world.signIn("giup-viec")).contains("“Thẩm định” sắp hết hạn"))
  }

  @Test func `an answer that is due soon is told with its own day`() async throws {
    let world = try await WebWorld(at: "2017-12-22T08:00:00")
    try await ask(try await world.signIn("giup-viec"), due: "06/01/2018 17:00")
    let head = try await world.signIn("thu-truong-so")
    for (time, isTold) in [
      ("2018-01-02T23:59:59", false), ("2018-01-03T00:00:00", true), ("2018-01-06T17:00:59", true),
      ("2018-01-06T17:01:00", false),
    ] {
      try world.setTime(local: time)
      let text = await main(head)
      #expect(
        text.contains("Sắp hết hạn giải trình: 17:00 ngày 06/01/2018") == isTold, "\(time) \(text)")
    }
  }

  @Test func `council, locks and publication reach those they concern`() async throws {
    let world = try await WebWorld(at: "2018-01-10T08:00:00")
    let organiser = try await world.signIn("to-chuc")
    let council = try await world.signIn("hoi-dong")
    let agenda = [
      "quyet-dinh": "trinh", "diem": "2,25", "ly-do": "Còn ý kiến khác", "buoc": "ghi",
      "seen": try await organiser.seen(Self.item),
    ]
    #expect(await organiser.post(Self.item, agenda).status == 303)
    #expect(await main(council).contains("Đã trình Hội đồng thẩm định"))
    #expect(await !main(try await world.signIn("hoi-dong-huyen")).contains("Đã trình"))
    let meeting = ["p.hoi-dong/01": "1", "p.hoi-dong/02": "1", "seen": "5", "ly-do": "Họp"]
    #expect(await organiser.post("/hoi-dong/phien-hop", meeting).status == 303)
    let decision = [
      "quyet-dinh": "cho-diem", "diem": "2,25", "can-cu": "hoi-dong", "tan-thanh": "2",
      "khong-tan-thanh": "0", "buoc": "ghi", "seen": try await council.seen(Self.item),
    ]
    #expect(await council.post(Self.item, decision).status == 303)
    let head = try await world.signIn("thu-truong-so")
    let told = await main(head)
    #expect(told.contains("Hội đồng thẩm định đã quyết định") && !told.contains("2,25"))
    let stranger = try await world.signIn("so-do")
    #expect(await !main(stranger).contains("quyết định"))
    let lock = [
      "viec": "khoa", "don-vi": "so-do", "ly-do": "Điểm", "buoc": "ghi",
      "seen": try await organiser.seen("/cong-bo"),
    ]
    #expect(await organiser.post("/cong-bo", lock).status == 303)
    #expect(await main(stranger).contains("Đã khóa kết quả"))
    #expect(await !main(head).contains("Đã khóa"))
    #expect(await !main(organiser).contains("Đã khóa"), "nobody is told of their own acts")
    var whole = lock
    whole["don-vi"] = ""
    whole["seen"] = try await organiser.seen("/cong-bo")
    #expect(await organiser.post("/cong-bo", whole).status == 303)
    #expect(await main(head).contains("Đã khóa"))
  }

  @Test func `the ledger follows the log, and begins anew with another one`() async throws {
    let world = try await WebWorld(at: "2017-12-22T08:00:00")
    let helper = try await world.signIn("giup-viec")
    try await ask(helper)
    let snapshot = try await world.keeper.snapshot()
    let log = try #require(snapshot.loaded.log)
    let history = RoundHistory(of: world.keeper.folder)
    var followed = NoticeLedger()
    followed.follow(log, history: history) { _ in nil }
    #expect(followed.count == 5 && followed.unanswered("so-noi-vu") == [5])
    try world.setTime(local: "2018-01-04T08:00:00")
    let head = try await world.signIn("thu-truong-so")
    let answer = ["yeu-cau": "5", "ly-do": "Đã gửi"]
    #expect(await head.post("/don-vi/so-noi-vu/muc/1.1.2/giai-trinh", answer).status == 303)
    let later = try #require(try await world.keeper.snapshot().loaded.log)
    followed.follow(later, history: history) { _ in nil }
    var fresh = NoticeLedger()
    fresh.follow(later, history: history) { _ in nil }
    for audience in [NoticeLedger.Audience.unit("so-noi-vu"), .person("to-giup-viec/01")] {
      #expect(followed[audience] == fresh[audience] && fresh[audience].count == 1)
    }
    #expect(followed.unanswered("so-noi-vu").isEmpty)
    // Another round's log of the same length.
    let other = try await WebWorld(at: "2017-12-23T08:00:00")
    try await ask(try await other.signIn("giup-viec-2"))
    let strange = try #require(try await other.keeper.snapshot().loaded.log)
    followed.follow(strange, history: RoundHistory(of: other.keeper.folder)) { _ in nil }
    #expect(followed.count == 5)
    #expect(followed[.unit("so-noi-vu")].first?.author == "to-giup-viec/02")
    #expect(followed[.person("to-giup-viec/01")].isEmpty)
  }

  @Test func `what was answered is nothing new, and opening it is reading it`() async throws {
    let world = try await WebWorld(at: "2017-12-22T08:00:00")
    try await ask(try await world.signIn("giup-viec"))
    let head = try await world.signIn("thu-truong-so")
    let officer = try await world.signIn("can-bo-so")
    let opened = await officer.post("/thong-bao", ["mo": "e5"])
    #expect(opened.header("location") == "/don-vi/so-noi-vu/muc/1.1.2")
    #expect(await !main(officer).contains(">mới<"))
    #expect(await main(head).contains(">mới<"), "for the one who opened it alone")
    let stranger = try await world.signIn("so-do")
    let forged = await stranger.post("/thong-bao", ["mo": "e5"])
    #expect(forged.header("location") == "/thong-bao", "not theirs")
    try world.setTime(local: "2018-01-04T08:00:00")
    let answer = ["yeu-cau": "5", "ly-do": "Đã gửi"]
    #expect(await head.post("/don-vi/so-noi-vu/muc/1.1.2/giai-trinh", answer).status == 303)
    let told = await main(head)
    #expect(told.contains("Yêu cầu giải trình") && !told.contains(">mới<"))
    #expect(await head.get("/don-vi/so-noi-vu").text.contains("\">Thông báo</a>"))
  }
}

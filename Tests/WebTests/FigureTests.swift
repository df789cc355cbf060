import EventLog
import Foundation
import Store
import TestSupport
import Testing

@testable import Web

/// Figures that other offices keep: shown to the unit, disputed by it, decided by who keeps them.
@Suite struct FigureTests {
  private static let own = "/don-vi/so-y-te/so-lieu"
  private static let dispute = "/so-lieu/so-y-te/dossiers.late"

  private func dispute(
    _ browser: Browser, _ change: [String: String] = [:], to path: String = own
  ) async -> WebResponse {
    let form = [
      "so-lieu": "dossiers.late", "version": "0", "gia-tri": "2",
      "ly-do": "Hệ thống lỗi ngày 05/5, điểm b khoản 2",
    ]
    return await browser.post(path, form.merging(change) { $1 })
  }

  @Test func `a unit sees its figures with the points they give so far`() async throws {
    let world = try await WebWorld()
    let page = await (try await world.signIn("can-bo")).get(Self.own).text
    #expect(page.contains("2.1: 4,00/4,00") && page.contains("chốt 31/12/2017"))
    let other = try await world.signIn("so-do")
    for (time, name) in [
      ("2017-12-16T23:59:59", "state"), ("2017-12-17T00:00:00", "state bad"),
      ("2017-12-20T17:01:00", "state"),
    ] {
      try world.setTime(local: time)
      let text = await other.get("/don-vi/so-do/so-lieu").text
      #expect(text.contains("class=\"\(name)\">2.1: 2,00/4,00"), "\(time): \(text)")
    }
    try world.setTime(local: "2017-12-15T08:00:00")
    for login in ["so-do", "giup-viec", "to-chuc", "hoi-dong"] {
      #expect(await (try await world.signIn(login)).get(Self.own).status == 403, "\(login)")
    }
  }

  @Test func `a dispute is a draft until the unit hands in`() async throws {
    let world = try await WebWorld()
    let officer = try await world.signIn("can-bo")
    #expect(
      await officer.get(Self.own + "?so-lieu=dossiers.late").text.contains("name=\"gia-tri\""))
    #expect(await dispute(officer).status == 303)
    #expect(await officer.get(Self.own).text.contains("đề nghị 2 (chưa nộp)"))
    let organiser = try await world.signIn("to-chuc")
    #expect(await !organiser.get("/so-lieu").text.contains("Hệ thống lỗi"))
    // Two who type at once.
    let second = try await world.signIn("can-bo-2")
    let conflict = await dispute(second, ["gia-tri": "1"])
    #expect(conflict.status == 409 && conflict.text.contains("value=\"1\""))
    let back = ["version": "1", "bo": "1"]
    #expect(await dispute(officer, back).status == 303)
    #expect(await !officer.get(Self.own).text.contains("chưa nộp"))
  }

  @Test func `what cannot be meant is not saved`() async throws {
    let world = try await WebWorld()
    let officer = try await world.signIn("can-bo")
    for change in [
      ["gia-tri": "hai"], ["gia-tri": ""], ["ly-do": ""], ["tai-lieu": "khong-co"],
    ] {
      #expect(await dispute(officer, change).status == 422, "\(change)")
    }
    for change in [["so-lieu": "subordinates.count"], ["so-lieu": "x"], ["version": "x"]] {
      #expect(await dispute(officer, change).status == 400, "\(change)")
    }
    #expect(await dispute(try await world.signIn("so-do")).status == 403)
    #expect(await dispute(try await world.signIn("giup-viec")).status == 403)
    try world.setTime(local: "2017-12-20T17:01:00")
    #expect(await dispute(officer).status == 403, "the time for self-assessment is over")
    #expect(await !officer.get(Self.own).text.contains(">kiến nghị<"))
    #expect(try world.store.drafts(of: "so-y-te").isEmpty)
  }

  /// A world in which the unit has handed in its dispute.
  private func disputed(_ claim: String = "2") async throws -> WebWorld {
    let world = try await WebWorld()
    let head = try await world.signIn("thu-truong")
    #expect(await dispute(head, ["gia-tri": claim]).status == 303)
    let handed = await head.handIn("so-y-te")
    #expect(handed.status == 303, "\(handed.text)")
    try world.setTime(local: "2017-12-22T08:00:00")
    return world
  }

  @Test func `who keeps the figure decides, and the dispute is closed`() async throws {
    let world = try await disputed()
    let organiser = try await world.signIn("to-chuc")
    let list = await organiser.get("/so-lieu").text
    #expect(list.contains("Hệ thống lỗi") && list.contains("(1 chờ)"))
    #expect(await organiser.get(Self.dispute).text.contains("value=\"giu-nguyen\""))
    let form = [
      "quyet-dinh": "dong-y", "can-cu": "dat-mot-phan", "ly-do": "Đúng như kiến nghị", "seen": "5",
      "buoc": "thu",
    ]
    let trial = await organiser.post(Self.dispute, form)
    #expect(trial.status == 200 && trial.text.contains("4 → 2"), "\(trial.text)")
    #expect(try world.events(of: "so-y-te").count == 1, "nothing is written")
    for login in ["thu-truong", "giup-viec", "hoi-dong", "kiem-tra", "uy-ban", "giu-so"] {
      let forged = form.merging(["buoc": "ghi"]) { $1 }
      let browser = try await world.signIn(login)
      #expect(await browser.post(Self.dispute, forged).status == 403, "\(login)")
    }
    for change in [["quyet-dinh": ""], ["quyet-dinh": "gia-tri-khac"]] {
      #expect(await organiser.post(Self.dispute, form.merging(change) { $1 }).status == 422)
    }
    let record = form.merging(["buoc": "ghi"]) { $1 }
    let unsaid = await organiser.post(Self.dispute, record.merging(["ly-do": ""]) { $1 })
    #expect(unsaid.status == 409, "a reason is wanted")
    #expect(await organiser.post(Self.dispute, record).status == 303)
    #expect(await organiser.post(Self.dispute, record).status == 303, "sent twice")
    let event = try #require(try world.events(of: "so-y-te").last?.content)
    #expect(event.kind == .corrected && event.to == .text("2") && event.from == .text("4"))
    #expect(try world.events(of: "so-y-te").count == 2)
    #expect(await organiser.get("/so-lieu").text.contains("(0 chờ)"))
    let page = await (try await world.signIn("thu-truong")).get(Self.own).text
    #expect(page.contains("→ 2 (đã đính chính)") && page.contains("đề nghị 2 (đã quyết định)"))
    #expect(page.contains("Quyết định: đồng ý với kiến nghị: 2"))
    #expect(page.contains("Đạt một phần yêu cầu; Đúng như kiến nghị"))
    #expect(page.contains("Phòng Cải cách hành chính, Sở Nội vụ") && page.contains("22/12/2017"))
  }

  @Test func `a refused dispute is closed with the figure as it was`() async throws {
    let world = try await disputed("10")
    let organiser = try await world.signIn("to-chuc")
    let form = [
      "quyet-dinh": "giu-nguyen", "can-cu": "dat-mot-phan", "ly-do": "Không có sự cố ngày đó",
      "seen": "5", "buoc": "ghi",
    ]
    #expect(await organiser.post(Self.dispute, form).status == 303)
    #expect(try world.events(of: "so-y-te").last?.content.to == .text("4"))
    let told = await (try await world.signIn("thu-truong")).get(Self.own).text
    #expect(told.contains("Quyết định: giữ nguyên: 4") && told.contains("Không có sự cố ngày đó"))
    #expect(await organiser.get("/so-lieu").text.contains("(0 chờ)"))
    let stale = form.merging(["quyet-dinh": "dong-y"]) { $1 }
    let late = await organiser.post(Self.dispute, stale)
    #expect(late.status == 409 && late.text.contains("vừa được người khác quyết định"))
  }

  @Test func `after a lock a correction is refused for that alone`() async throws {
    let world = try await disputed("400")
    try world.setTime(local: "2018-01-16T08:00:00")
    let organiser = try await world.signIn("to-chuc")
    let form = [
      "quyet-dinh": "dong-y", "can-cu": "dat-mot-phan", "ly-do": "Đúng như kiến nghị", "seen": "5",
      "buoc": "thu",
    ]
    // What it moves is more than one person may, but no approver opens a lock.
    let open = await organiser.post(Self.dispute, form).text
    #expect(open.contains("hạn"), "the stage is over")
    let lock = ["viec": "khoa", "ly-do": "Điểm, mức, thứ hạng", "seen": "5", "buoc": "ghi"]
    #expect(await organiser.post("/cong-bo", lock).status == 303)
    let locked = await organiser.post(Self.dispute, form.merging(["seen": "6"]) { $1 }).text
    #expect(locked.contains("khóa") && locked.contains("role=\"alert\""))
    #expect(!locked.contains("chưa có người duyệt"), "\(locked)")
  }

  @Test func `points beside a figure follow its correction`() async throws {
    let world = try await disputed()
    let organiser = try await world.signIn("to-chuc")
    let head = try await world.signIn("thu-truong")
    #expect(await head.get(Self.own).text.contains("2.1: 4,00/4,00"))
    // 86 of 90 are in time, 85 of 90 are not 95%.
    let form = [
      "quyet-dinh": "gia-tri-khac", "gia-tri": "5", "can-cu": "dat-mot-phan", "ly-do": "Đếm lại",
      "seen": "5", "buoc": "thu",
    ]
    #expect(await organiser.post(Self.dispute, form).text.contains("4,00 → 2,00"))
    let alone = await organiser.post(Self.dispute, form.merging(["buoc": "ghi"]) { $1 })
    #expect(alone.status == 409 && alone.text.contains("chưa có người duyệt"))
    let log = LogWriter(folder: world.home.path("ky"), round: "ky-nho-2017")
    var event = EventContent(
      time: try #require(EventTime(parsing: "2017-12-22T09:00:00")), author: "so-noi-vu/cchc",
      role: "organiser", kind: .corrected)
    event.unit = "so-y-te"
    event.subject = .figure("dossiers.late")
    event.stage = "appraisal-1"
    event.from = .text("4")
    event.to = .text("5")
    event.ground = "dat-mot-phan"
    event.text = "Đếm lại"
    event.approver = "hoi-dong/01"
    _ = try log.append(event)
    let page = await head.get(Self.own).text
    #expect(page.contains("2.1: 2,00/4,00") && !page.contains("2.1: 4,00/4,00"), "\(page)")
    #expect(page.contains("Quyết định: giá trị khác: 5"))
  }

  /// A world in which so-noi-vu keeps the figure that departments' files are scored by.
  private func kept() async throws -> WebWorld {
    try await WebWorld(prepare: { folder in
      func change(_ file: String, _ old: String, _ new: String) throws {
        let path = "\(folder)/\(file)"
        let text = try String(contentsOfFile: path, encoding: .utf8)
        #expect(text.contains(old), "\(file)")
        try text.replacing(old, with: new).write(toFile: path, atomically: true, encoding: .utf8)
      }
      try change("round.yaml", "covers: [so-noi-vu]", "covers: [so-noi-vu, so-y-te]")
      try change("registers/survey.csv", "so-noi-vu,90%", "so-noi-vu,90%\nso-y-te,80%")
      try change(
        "criteria/so.yaml", "(dossiers.resolved - dossiers.late) / dossiers.resolved",
        "survey.overall")
      try change(
        "criteria/so.yaml", "areas:\n",
        "figures: {survey: {title: Khảo sát, columns: {overall: {type: rate, title: Chỉ số hài lòng}}}}\nareas:\n"
      )
    })
  }

  @Test func `a register's keeper is told of a dispute and opens exactly what it cites`()
    async throws
  {
    let world = try await kept()
    let head = try await world.signIn("thu-truong")
    let keeper = try await world.signIn("giu-so")
    for number in ["7/KH-SYT", "8/KH-SYT"] {
      let sent = await head.upload(
        ["kind": "kế hoạch", "number": number], file: ("a.pdf", SampleFile.pdf + Array(number.utf8))
      )
      #expect(sent.status == 303, "\(sent.text)")
    }
    let form = [
      "so-lieu": "survey.overall", "gia-tri": "95%", "ly-do": "Phiếu nhập sai",
      "tai-lieu": "ke-hoach-7-kh-syt",
    ]
    #expect(await dispute(head, form).status == 303)
    let cited = "/don-vi/so-y-te/tai-lieu/ke-hoach-7-kh-syt/tep"
    #expect(await keeper.get(cited).status == 403, "nothing is handed in yet")
    #expect(await !keeper.get("/thong-bao").text.contains("Kiến nghị về số liệu"))
    #expect(await head.handIn("so-y-te").status == 303)
    #expect(await keeper.get("/thong-bao").text.contains("Kiến nghị về số liệu chờ quyết định"))
    #expect(await !head.get("/thong-bao").text.contains("Kiến nghị về số liệu chờ"))
    let path = "/so-lieu/so-y-te/survey.overall"
    #expect(await keeper.get(path).text.contains("href=\"\(cited)\""))
    #expect(await keeper.get(cited).status == 200)
    for other in [
      "/don-vi/so-y-te/tai-lieu/ke-hoach-8-kh-syt/tep", "/don-vi/so-y-te/tai-lieu/ke-hoach/tep",
      "/don-vi/so-y-te/tai-lieu/khong-co/tep", "/don-vi/so-y-te/tai-lieu",
      "/don-vi/so-y-te/phieu-diem",
    ] {
      #expect(await keeper.get(other).status == 403, "\(other)")
    }
    for login in ["so-do", "uy-ban"] {
      #expect(await (try await world.signIn(login)).get(cited).status == 403, "\(login)")
    }
    try world.setTime(local: "2017-12-22T08:00:00")
    let decision = [
      "quyet-dinh": "giu-nguyen", "can-cu": "dat-mot-phan", "ly-do": "Phiếu đúng", "seen": "5",
      "buoc": "ghi",
    ]
    #expect(await keeper.post(path, decision).status == 303)
    #expect(await !keeper.get("/thong-bao").text.contains("Kiến nghị về số liệu chờ"))
    let notices = await head.get("/thong-bao").text
    #expect(notices.contains("Cơ quan giữ sổ đã quyết định về số liệu"))
    #expect(notices.contains("Chỉ số hài lòng") && !notices.contains("survey.overall"))
    #expect(await head.get(Self.own).text.contains("Quyết định: giữ nguyên: 80%"))
  }

  @Test func `registers are shown with their keepers to those whose work they are`() async throws {
    let world = try await WebWorld(at: "2017-12-22T08:00:00")
    var marks = ""
    for login in [
      "can-bo", "thu-truong", "giup-viec", "hoi-dong", "to-chuc", "uy-ban", "kiem-tra", "giu-so",
    ] {
      marks += await (try await world.signIn(login)).get("/so-lieu").status == 200 ? "+" : "."
    }
    #expect(marks == "....+.++")
    let keeper = try await world.signIn("giu-so")
    let page = await keeper.get("/so-lieu").text
    #expect(page.contains("cơ quan mình giữ") && page.contains("registers/survey.csv"))
    #expect(await keeper.get("/").header("location") == "/so-lieu")
    #expect(await keeper.get(Self.dispute).status == 403, "another register")
    #expect(await keeper.get("/tham-dinh").status == 403)
  }
}

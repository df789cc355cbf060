import EventLog
import Foundation
import Grading
import Loading
import Reports
import Store
import TestSupport
import Testing

@testable import Web

/// What somebody might try who knows how the application is made.
@Suite struct AttackTests {
  private static let item = "/tham-dinh/so-noi-vu/1.1.2"

  @Test func `a form that has seen what there is not yet decides nothing`() async throws {
    let world = try await WebWorld(at: "2017-12-22T08:00:00")
    let helper = try await world.signIn("giup-viec")
    for seen in ["5", "999999999", "-1", "9223372036854775807", "x", ""] {
      for step in ["ghi", "thu"] {
        let form = ["quyet-dinh": "chap-nhan", "seen": seen, "buoc": step]
        #expect(await helper.post(Self.item, form).status == 400, "\(seen)")
      }
    }
    let organiser = try await world.signIn("to-chuc")
    let meeting = ["p.hoi-dong/01": "1", "seen": "5", "ly-do": "Họp"]
    #expect(await organiser.post("/hoi-dong/phien-hop", meeting).status == 400)
    let lock = ["viec": "khoa", "seen": "5", "buoc": "ghi"]
    #expect(await organiser.post("/cong-bo", lock).status == 400)
    #expect(LogReader(world.keeper.folder + "/events.jsonl").read().count == 4)
    let form = ["quyet-dinh": "chap-nhan", "seen": "4", "buoc": "ghi"]
    #expect(await helper.post(Self.item, form).status == 303, "what it has seen is taken")
  }

  private func files(_ world: WebWorld, _ unit: String) -> [Data?] {
    ["self-assessment.yaml", "evidence.yaml"].map {
      FileManager.default.contents(atPath: world.home.path("ky/units/\(unit)/\($0)"))
    }
  }

  @Test func `who may not hand in leaves what was handed in as it is`() async throws {
    let world = try await WebWorld()
    let before = files(world, "so-noi-vu")
    let digest = world.keeper.digest(of: try await world.keeper.snapshot())
    let time = try #require(EventTime(parsing: "2017-12-15T08:00:00"))
    for person in ["hoi-dong/01", "so-y-te/01", "khong-ai"] {
      let text = "format: parindex/self-assessment@1\nround: ky-nho-2017\nunit: so-noi-vu\n"
      let outcome = try await world.keeper.handIn(
        text, shelf: "format: parindex/evidence@1\ndocuments: []\n", of: "so-noi-vu", by: person,
        at: time)
      guard case .refused = outcome else {
        Issue.record("\(person): \(outcome)")
        continue
      }
      #expect(files(world, "so-noi-vu") == before)
    }
    #expect(world.keeper.digest(of: try await world.keeper.snapshot()) == digest)
    let stranger = Account(
      login: "la", name: "Lạ", role: .unitHead, unit: "so-noi-vu", person: "hoi-dong/01")
    let cost = PasswordHash.Cost(rounds: 2, blockSize: 1, parallelism: 1)
    try world.store.add(stranger, PasswordHash(of: WebWorld.password, cost: cost), at: 0)
    let browser = try await world.signIn("la")
    #expect(await browser.handIn("so-noi-vu").status == 403)
    #expect(files(world, "so-noi-vu") == before)
  }

  @Test func `a tried file reads no other file of the server out`() async throws {
    let world = try await WebWorld(at: "2017-12-22T08:00:00")
    try "bí mật: [của máy chủ\n".write(
      toFile: world.home.path("bi-mat.yaml"), atomically: true, encoding: .utf8)
    let organiser = try await world.signIn("to-chuc")
    let round = try String(contentsOfFile: world.home.path("ky/round.yaml"), encoding: .utf8)
    for place in ["../bi-mat.yaml", world.home.path("bi-mat.yaml")] {
      let page = await organiser.upload(
        ["tep-cua-ky": "round.yaml", "buoc": "thu"],
        file: (
          "round.yaml",
          Array(round.replacing("people: people.yaml", with: "people: \(place)").utf8)
        ), to: "/ky-danh-gia", chunk: 100_000)
      #expect(page.status == 200 && page.text.contains("nằm ngoài"), "\(page.text)")
      #expect(!page.text.contains("bí mật") && !page.text.contains("của máy chủ"))
    }
  }

  @Test func `a block that no unit is of harms nobody`() async throws {
    let world = try await WebWorld(at: "2017-12-22T08:00:00")
    let organiser = try await world.signIn("to-chuc")
    let round = try String(contentsOfFile: world.home.path("ky/round.yaml"), encoding: .utf8)
    let block = """
      blocks:
        - id: rong
          title: Khối trống
          council: province
          unit_types: [khong-co]
          grades: [{name: Tốt, from: 85}, {name: Khá, from: 0}]
          ranking: {by: index, on: rounded, ties: competition, tie_breakers: []}
          grades_on: rounded

      """
    let changed = round.replacing("blocks:\n", with: block, maxReplacements: 1)
    #expect(changed != round)
    let page = await organiser.upload(
      ["tep-cua-ky": "round.yaml", "buoc": "thu"],
      file: ("round.yaml", Array(changed.utf8)), to: "/ky-danh-gia", chunk: 100_000)
    #expect(page.status == 200)
    #expect(await organiser.get("/xep-hang/so").status == 200, "and the server is there")
  }

  @Test func `a meeting of one council is no other's to read`() async throws {
    let world = try await WebWorld(at: "2018-01-10T08:00:00")
    let organiser = try await world.signIn("to-chuc")
    let district = try await world.signIn("hoi-dong-huyen")
    let own = ["p.hoi-dong-huyen-dong/01": "1", "seen": "4", "ly-do": "Huyện họp"]
    let province = ["p.hoi-dong/01": "1", "p.hoi-dong/02": "1", "seen": "4", "ly-do": "Tỉnh họp"]
    #expect(await organiser.post("/hoi-dong/phien-hop", province).status == 303)
    #expect(await district.post("/hoi-dong/phien-hop", own).status == 303, "nobody overtook it")
    let theirs = await district.get("/hoi-dong").text
    #expect(theirs.contains("Huyện họp") && !theirs.contains("Tỉnh họp"))
    let team = await (try await world.signIn("giup-viec-huyen")).get("/hoi-dong").text
    #expect(team.contains("Huyện họp") && !team.contains("Tỉnh họp"))
    let all = await organiser.get("/hoi-dong").text
    #expect(all.contains("Huyện họp") && all.contains("Tỉnh họp"))
  }

  @Test func `nobody is asked to have explained before they were asked`() async throws {
    let world = try await WebWorld(at: "2017-12-22T08:00:00")
    let helper = try await world.signIn("giup-viec")
    for due in ["01/01/0001", "21/12/2017", "22/12/2017 08:00"] {
      let ask = [
        "quyet-dinh": "yeu-cau", "ly-do": "Gửi bản ký số", "can-cu": "dat-mot-phan", "han": due,
        "seen": "4", "buoc": "ghi",
      ]
      let answer = await helper.post(Self.item, ask)
      #expect(answer.status == 422 && answer.text.contains("hạn phải sau lúc này"), "\(due)")
    }
    let ask = [
      "quyet-dinh": "yeu-cau", "ly-do": "Gửi bản ký số", "can-cu": "dat-mot-phan",
      "han": "22/12/2017 08:01", "seen": "4", "buoc": "ghi",
    ]
    #expect(await helper.post(Self.item, ask).status == 303)
  }

  @Test func `mending one word of a dispute keeps all that it cites`() async throws {
    let world = try await WebWorld()
    let sets = try await world.keeper.snapshot().round.sets
    let set = try #require(sets.first { !$0.figures.isEmpty })
    let figure = try #require(set.figures.first?.name)
    var filled = FilledAssessment(round: "ky-nho-2017", unit: "so-y-te")
    let cited = ["a", "b"].map {
      FilledAssessment.Citation(document: $0, section: "II", pages: "3")
    }
    filled.disputes = [.init(figure: figure, claim: "1", ground: "cũ", citations: cited)]
    var form = [DisputeForm.claim: "1", DisputeForm.ground: "mới", DisputeForm.document: "a"]
    filled.lay(form, disputing: figure, in: set)
    #expect(filled.disputes[0].ground == "mới" && filled.disputes[0].citations == cited)
    form[DisputeForm.document] = "c"
    filled.lay(form, disputing: figure, in: set)
    #expect(filled.disputes[0].citations.map(\.document) == ["c", "b"])
    #expect(filled.disputes[0].citations[1] == cited[1])
    form[DisputeForm.document] = nil
    filled.lay(form, disputing: figure, in: set)
    #expect(filled.disputes[0].citations.map(\.document) == ["b"])
  }

  @Test func `half a form takes no place from whole ones, and one address not all of them`() {
    var settings = WebServer.Settings(host: "127.0.0.1", port: 0)
    settings.mostArriving = 3
    settings.mostArrivingFromOne = 2
    let arriving = ArrivingRequests()
    #expect(arriving.begin("a", settings) && arriving.begin("a", settings))
    #expect(!arriving.begin("a", settings) && arriving.begin("b", settings))
    #expect(!arriving.begin("c", settings))
    arriving.end("b")
    #expect(arriving.begin("c", settings) && !arriving.begin("b", settings))
    arriving.end("a")
    #expect(arriving.begin("a", settings) && !arriving.begin("a", settings))
  }

  @Test func `one account cannot hold all the places where files come in`() async throws {
    let world = try await WebWorld { $0.evidence.mostUploadsOfOne = 1 }
    let officer = try await world.signIn("can-bo")
    let settings = world.application.settings.evidence
    let inner = await world.application.uploads.receive(by: "can-bo", settings) {
      let busy = await officer.upload(file: ("a.pdf", SampleFile.pdf))
      let other = await world.application.uploads.receive(by: "can-bo-2", settings) { true }
      return (busy.status, other)
    }
    #expect(inner?.0 == 503 && inner?.1 == true)
    #expect(await officer.upload(file: ("a.pdf", SampleFile.pdf)).status == 303)
  }

  @Test func `trying long names all day fills no disk`() async throws {
    let world = try await WebWorld()
    let name = String(repeating: "x" + String(repeating: "\u{301}", count: 30), count: 64)
    for _ in 0..<60 {
      _ = await world.post(
        "/dang-nhap", ["login": name, "password": "x"], cookie: nil, headers: [:])
    }
    let notes = try world.store.records(limit: 100)
    #expect(notes.allSatisfy { $0.login == "-" })
    #expect(notes.count { $0.kind == .signInHeld } == 1)
  }
}

import Foundation
import Loading
import TestSupport
import Testing

@testable import Web

/// Closings as they are taken home, who may, and that they come back with a backup.
@Suite struct ClosingFileTests {
  private static let path = ClosingWorld.path

  @Test func `files of a closing are saved and never shown, and no others`() async throws {
    let dossiers = try await ClosingWorld()
    let keeper = try await dossiers.signIn()
    #expect(await dossiers.close(keeper).status == 303)
    let page = await keeper.get(Self.path).text
    for (name, type) in [
      ("handover.txt", "text/plain"), ("count.csv", "text/csv"), ("ledger.csv", "text/csv"),
      ("rejects.csv", "text/csv"), ("SHA256SUMS", "text/plain"), ("closing.yaml", "text/plain"),
    ] {
      #expect(page.contains("href=\"/so-lieu/chot/1/\(name)\""), "\(name)")
      let file = await keeper.get("\(Self.path)/1/\(name)")
      #expect(file.status == 200)
      #expect(file.header("content-type") == "\(type); charset=utf-8")
      #expect(
        file.header("content-disposition") == "attachment; filename=\"chot-1-\(name)\"")
      #expect(file.header("x-content-type-options") == "nosniff")
      #expect(file.header("cache-control") == "no-store")
      let bytes = String(
        decoding: try dossiers.world.home.bytes(of: "closings/ky/1/\(name)"), as: UTF8.self)
      #expect(try await file.content() == bytes)
      #expect(!bytes.contains("Bí Mật"), "nobody's name")
    }
    #expect(!page.contains("changes.csv"))
    try dossiers.world.home.write("closings/ky/1/khac.txt", "bí mật")
    try dossiers.world.home.write("closings/ky/x/count.csv", "bí mật")
    for path in [
      "1/changes.csv", "1/khac.txt", "1/inputs", "1/exports", "2/count.csv", "0/count.csv",
      "-1/count.csv", "x/count.csv", "01/../1/count.csv", "1/..", "1/%2e%2e%2fcount.csv",
      "../ky/count.csv", "1/./count.csv", "1//count.csv", "1/count.csv/",
      "1/inputs/01-records.yaml",
      "1/..%2f..%2f..%2fparindex.sqlite", "99999999999999999999/count.csv", "1/closing.yaml%00",
    ] {
      #expect(await keeper.get("\(Self.path)/\(path)").status == 404, "\(path)")
    }
    // A link leads nowhere.
    let place = dossiers.folder + "/1/count.csv"
    try FileManager.default.removeItem(atPath: place)
    try FileManager.default.createSymbolicLink(
      atPath: place, withDestinationPath: dossiers.world.home.path("parindex.sqlite"))
    #expect(await keeper.get("\(Self.path)/1/count.csv").status == 404)
  }

  /// Reading, taking home and closing; `.` is refused.
  @Test func `who may see closings and who may close, by requests as a forger sends them`()
    async throws
  {
    let dossiers = try await ClosingWorld()
    #expect(await dossiers.close(try await dossiers.signIn()).status == 303)
    var marks = ["", "", "", ""]
    for login in [
      "can-bo", "thu-truong", "giup-viec", "giup-viec-so", "giup-viec-huyen", "hoi-dong",
      "hoi-dong-huyen", "to-chuc", "uy-ban", "giu-so", "kiem-tra", ClosingWorld.keeper,
    ] {
      let browser = try await dossiers.signIn(login)
      let page = await browser.get(Self.path)
      let ways = [
        page, await browser.get(Self.path + "/1/ledger.csv"),
        await dossiers.close(browser, ["seen": "1", "ten": ""]),
      ]
      for (place, response) in ways.enumerated() {
        #expect([200, 403, 422].contains(response.status), "\(login)")
        marks[place] += response.status == 403 ? "." : "+"
      }
      marks[3] += page.text.contains("name=\"ngay-chot\"") ? "+" : "."
      let link = await browser.get("/tai-khoan").text.contains("href=\"/so-lieu/chot\"")
      #expect(link == (page.status == 200), "\(login)")
    }
    #expect(marks == ["..++...+..++", "..++...+..++", ".......+...+", ".......+...+"])
    let browser = try await dossiers.signIn()
    let form = ["ten": "x", "ngay-chot": "15/12/2017", "seen": "1"]
    let world = dossiers.world
    #expect(await world.post(Self.path, form).status == 401)
    #expect(await world.post(Self.path, form, cookie: browser.cookie).status == 403)
    let other = try await dossiers.signIn("to-chuc")
    let stolen = form.merging(["token": other.token]) { $1 }
    #expect(await world.post(Self.path, stolen, cookie: browser.cookie).status == 403)
    let cross = await browser.post(Self.path, form, headers: ["origin": "https://khac.vn"])
    #expect(cross.status == 403)
    #expect(await world.get(Self.path + "/1/count.csv").status == 303, "to sign in")
    #expect(dossiers.folders == ["1"])
  }

  @Test func `a round whose dossiers are printed tables has nothing to close`() async throws {
    let world = try await WebWorld()
    let organiser = try await world.signIn("to-chuc")
    #expect(await organiser.get(Self.path).status == 404)
    #expect(await organiser.get(Self.path + "/1/count.csv").status == 404)
    let form = ["ten": "x", "ngay-chot": "15/12/2017", "seen": "0"]
    #expect(await organiser.post(Self.path, form).status == 404)
    #expect(await !organiser.get("/so-lieu").text.contains("/so-lieu/chot"))
  }

  @Test(arguments: ["vi", "en"])
  func `pages say what they should`(_ language: String) async throws {
    let dossiers = try await ClosingWorld()
    let keeper = try await dossiers.signIn()
    func page(_ response: WebResponse) -> String {
      response.text.replacing(keeper.token, with: "TOKEN")
        .replacing(#/[0-9a-f]{64}/#, with: "SHA256")
    }
    let ask = "?lang=\(language)"
    expectGolden(page(await keeper.get(Self.path + ask)), "closings-none.\(language).html")
    #expect(await dossiers.close(keeper, ["ten": "Năm <2017>"]).status == 303)
    try dossiers.write("dossiers/motcua.csv", ClosingWorld.later)
    #expect(await dossiers.close(keeper, seen: 1, ["ten": "Năm <2017>"]).status == 303)
    _ = try dossiers.world.home.write("closings/ky/1/count.csv", "khác\n")
    expectGolden(
      page(await keeper.get("\(Self.path)\(ask)&da-chot=2")), "closings.\(language).html")
    try dossiers.write("dossiers/motcua.csv", ClosingWorld.export + "x\ny\nz\n")
    let failed = await keeper.post(
      Self.path + ask,
      ["ten": "Năm <2017>", "ngay-chot": "15/12/2017", "thay": "1", "seen": "2"])
    expectGolden(page(failed), "closings-failed.\(language).html")
  }

  @Test func `a backup brings closings back as they were closed`() async throws {
    let dossiers = try await ClosingWorld(place: "rounds/ky")
    let keeper = try await dossiers.signIn()
    #expect(await dossiers.close(keeper).status == 303)
    // What is half written when the copy is made is not in it.
    try dossiers.world.home.write("closings/ky/2.1234.tmp/count.csv", "dở dang")
    let home = dossiers.world.home.path
    let (copy, back) = (home + "-copy", home + "-back")
    defer { for path in [copy, back] { try? FileManager.default.removeItem(atPath: path) } }
    _ = try DataBackup.make(
      of: home, round: dossiers.world.keeper.folder, store: dossiers.world.store, at: copy)
    let names = try FileManager.default.subpathsOfDirectory(atPath: copy + "/closings").sorted()
    #expect(names.contains("ky/1/handover.txt") && names.contains("ky/1/exports/01-motcua.csv.gz"))
    #expect(!names.contains { $0.contains(".tmp") })
    _ = try DataBackup.restore(copy, to: back)
    let shelf = ClosingShelf(in: back + "/closings", of: back + "/rounds/ky")
    #expect(shelf.numbers == [1])
    let check = await ClosingChecks().check(shelf.folder(of: 1), again: false)
    #expect(check.isIntact && check.same == 11 && check.findings.isEmpty, "\(check.findings)")
    let place = copy + "/closings/ky/1/ledger.csv"
    try Data("khác".utf8).write(to: URL(fileURLWithPath: place))
    #expect(throws: DataFailure.differs(["closings/ky/1/ledger.csv"])) {
      try DataBackup.verify(copy)
    }
  }
}

import Foundation
import Loading
import Store
import TestSupport
import Testing

@testable import Web

/// The IT centre closes the round's dossiers, and closes them again, in the browser.
@Suite struct ClosingTests {
  private static let path = ClosingWorld.path

  @Test func `dossiers are closed, taken home, and closed again with what changed`() async throws {
    let dossiers = try await ClosingWorld()
    let keeper = try await dossiers.signIn()
    #expect(await keeper.get("/so-lieu").text.contains("href=\"/so-lieu/chot\""))
    #expect(await keeper.get(Self.path).text.contains("Chưa chốt lần nào"))
    let done = await dossiers.close(keeper)
    #expect(done.header("location") == "/so-lieu/chot?da-chot=1", "\(done.text)")
    #expect(dossiers.folders == ["1"])
    #expect(verifyClosing(at: dossiers.folder + "/1").isIntact)
    let yaml = try await keeper.get(Self.path + "/1/closing.yaml").content()
    #expect(yaml.contains("closed_by: Nguyễn Thị Dữ, Sở Ân xá"), "\(yaml)")
    #expect(yaml.contains("as_of: 2017-12-10") && yaml.contains("closed_on: 2017-12-15"))
    #expect(yaml.contains("late: 1") && !yaml.contains("previous:"))
    let page = await keeper.get(Self.path + "?da-chot=1").text
    #expect(page.contains("Đã chốt “Năm 2017”, phiên bản 1") && page.contains("còn nguyên"))
    // Another export, and the newest closing of the name is the one that is replaced.
    try dossiers.write("dossiers/motcua.csv", ClosingWorld.later)
    #expect(await dossiers.close(keeper, seen: 1).status == 303)
    let again = await keeper.get(Self.path + "?da-chot=2").text
    #expect(again.contains("Đã chốt “Năm 2017”, phiên bản 2"))
    #expect(again.contains("không còn 1, thêm 1, thay đổi 1"), "\(again)")
    let changes = try await keeper.get(Self.path + "/2/changes.csv").content()
    #expect(changes.contains("only_in_a;Y3;so-y-te") && changes.contains("changed;N2"))
    // Data of another name, and of one that is not to be replaced, begin anew.
    #expect(await dossiers.close(keeper, seen: 2, ["ten": "Khác"]).status == 303)
    #expect(await dossiers.close(keeper, seen: 3, ["thay": "moi"]).status == 303)
    #expect(await dossiers.close(keeper, seen: 4, ["thay": "2"]).status == 303)
    let versions = try (3...5).map { number in
      try dossiers.world.home.lines(of: "closings/ky/\(number)/closing.yaml").first {
        $0.hasPrefix("version: ")
      }
    }
    #expect(versions == ["version: 1", "version: 1", "version: 3"])
  }

  @Test func `what the form says twice is closed once`() async throws {
    let dossiers = try await ClosingWorld()
    let keeper = try await dossiers.signIn()
    for _ in 0..<2 {
      #expect(await dossiers.close(keeper).header("location") == "/so-lieu/chot?da-chot=1")
    }
    async let first = dossiers.close(keeper, seen: 1)
    async let second = dossiers.close(keeper, seen: 1)
    let places = await [first.header("location"), second.header("location")]
    #expect(places == ["/so-lieu/chot?da-chot=2", "/so-lieu/chot?da-chot=2"])
    // Also where something else was closed since.
    #expect(await dossiers.close(keeper, seen: 2, ["ten": "Khác"]).status == 303)
    #expect(await dossiers.close(keeper, seen: 1).header("location") == "/so-lieu/chot?da-chot=2")
    #expect(dossiers.folders == ["1", "2", "3"])
    // What is not the same is not closed behind the back of whoever was faster.
    let organiser = try await dossiers.signIn("to-chuc")
    let late = await dossiers.close(organiser, seen: 2, ["ten": "Quý <IV>"])
    #expect(late.status == 409 && late.text.contains("vừa có lần chốt khác (số 3)"))
    #expect(late.text.contains("value=\"Quý &lt;IV&gt;\""), "what was typed stays")
    #expect(late.text.contains("name=\"seen\" value=\"3\""))
    #expect(dossiers.folders == ["1", "2", "3"])
  }

  @Test func `while something is closed others are told to wait`() async throws {
    let dossiers = try await ClosingWorld()
    let keeper = try await dossiers.signIn()
    let organiser = try await dossiers.signIn("to-chuc")
    let row = "so-y-te,2.001,Y tế,online,2017-03-01T08:00,2017-03-08T17:00,2017-03-07T16:59,"
    let rows = (0..<60_000).map { "K\($0),\(row)2017-03-11T08:00,Đã trả,x\n" }
    try dossiers.write("dossiers/motcua.csv", ClosingWorld.export + rows.joined())
    async let first = dossiers.close(keeper)
    while dossiers.world.application.closings.current == nil {
      try await Task.sleep(for: .milliseconds(2))
    }
    let second = await dossiers.close(organiser, ["ten": "Khác"])
    #expect(second.status == 409 && second.text.contains("Đang chốt “Năm 2017”, từ 08:00"))
    #expect(second.text.contains("value=\"Khác\""))
    #expect(await first.status == 303)
    #expect(dossiers.folders == ["1"])
    #expect(await dossiers.close(organiser, seen: 1, ["ten": "Khác"]).status == 303)
  }

  @Test func `what cannot be meant is said beside its field`() async throws {
    let dossiers = try await ClosingWorld()
    let keeper = try await dossiers.signIn()
    for (change, said) in [
      (["ten": " "], "ghi tên của số liệu"), (["ten": "a\nb"], "trên một dòng"),
      (["ten": String(repeating: "a", count: 201)], "không quá 200"),
      (["den-ngay": "31/02/2017"], "ghi một ngày"), (["ngay-chot": ""], "ghi một ngày"),
      (["ngay-chot": "15/12/2017 08:00"], "ghi một ngày"),
      (["ngay-chot": "16/12/2017"], "không được sau hôm nay"),
      (["ngay-chot": "09/12/2017", "den-ngay": "10/12/2017"], "trước ngày mà số liệu"),
      (["thay": "1"], "không có lần chốt này"), (["thay": "../1"], "không có lần chốt này"),
    ] {
      let page = await dossiers.close(keeper, change)
      #expect(page.status == 422 && page.text.contains(said), "\(change): \(page.text)")
      for (name, value) in change where name != "ten" {
        #expect(page.text.contains("value=\"\(value)\""), "\(name)")
      }
    }
    #expect(await dossiers.close(keeper, ["seen": "x"]).status == 400)
    #expect(await dossiers.close(keeper, ["ten": String(repeating: "a", count: 200)]).status == 303)
  }

  @Test func `what is wrong in the records is said in the page, and nothing is written`()
    async throws
  {
    let dossiers = try await ClosingWorld()
    let keeper = try await dossiers.signIn()
    // The round was read; records that cannot be counted would keep all of it out.
    #expect(await keeper.get(Self.path).status == 200)
    let rules = ClosingWorld.records.replacing("rules: dossier-rules", with: "rules: khong-co")
    try dossiers.write("dossiers/records.yaml", rules)
    let typed = ["ten": "Năm “2017”", "den-ngay": "30/11/2017"]
    let page = await dossiers.close(keeper, typed)
    #expect(page.status == 409 && page.text.contains("Chưa chốt: xem dưới đây"))
    #expect(page.text.contains("<code>dossiers/records.yaml:4:8</code>"), "\(page.text)")
    #expect(
      page.text.contains("value=\"Năm “2017”\"") && page.text.contains("value=\"30/11/2017\""))
    #expect(!page.text.contains(dossiers.world.home.path), "no path of the server")
    #expect(dossiers.folders.isEmpty)
    try dossiers.write("dossiers/records.yaml", ClosingWorld.records)
    try dossiers.write("dossiers/motcua.csv", ClosingWorld.export + "x\ny\nz\n")
    let unread = await dossiers.close(keeper)
    #expect(unread.status == 409 && unread.text.contains("quá mức cho phép"), "\(unread.text)")
    #expect(dossiers.folders.isEmpty)
    // The day of the figures, without one of their own, is after that of closing.
    try dossiers.write("dossiers/motcua.csv", ClosingWorld.export)
    let early = await dossiers.close(keeper, ["ngay-chot": "09/12/2017"])
    #expect(early.status == 409 && early.text.contains("trước ngày 10/12/2017"), "\(early.text)")
    #expect(await dossiers.close(keeper, ["ngay-chot": "10/12/2017"]).status == 303)
  }

  @Test func `what was found and did not hinder is told once it is closed`() async throws {
    let dossiers = try await ClosingWorld()
    let keeper = try await dossiers.signIn()
    try dossiers.write(
      "dossiers/explanations.csv",
      ClosingWorld.explanations.replacing("2017-11-20", with: "2017-12-12"))
    let early = ["ngay-chot": "11/12/2017"]
    #expect(await dossiers.close(keeper, early).status == 303)
    let page = await keeper.get(Self.path + "?da-chot=1").text
    #expect(page.contains("dossiers/explanations.csv:2"), "\(page)")
    #expect(await !keeper.get(Self.path).text.contains("explanations.csv:2"))
    let auditor = try await dossiers.signIn("kiem-tra")
    #expect(await !auditor.get(Self.path + "?da-chot=1").text.contains("explanations.csv:2"))
  }

  @Test func `where the round lies on the server is not said, in no sentence`() async throws {
    let dossiers = try await ClosingWorld()
    let keeper = try await dossiers.signIn()
    let line = "Y1,so-y-te,2.001,Y tế,direct,2017-03-02T08:00,2017-03-08T17:00,,,Đang xử lý,"
    // One row in six: the rest of the file has to be many.
    let others = (1...60).map {
      "Z\($0),so-noi-vu,1.001,Nội vụ,online,2017-06-01T08:00,2017-06-08T17:00,,,Đang xử lý,\n"
    }
    try dossiers.write(
      "dossiers/motcua.csv", ClosingWorld.export + line + "\n" + others.joined())
    #expect(await dossiers.close(keeper).status == 303)
    let page = await keeper.get(Self.path + "?da-chot=1").text
    #expect(page.contains("với nội dung khác: `Y1 = dossiers/motcua.csv:2`"), "\(page)")
    #expect(!page.contains(dossiers.world.home.path))
  }

  @Test func `who keeps the dossiers and is nobody of the round is told why nothing is closed`()
    async throws
  {
    let dossiers = try await ClosingWorld()
    try dossiers.world.store.add(
      Account(login: "khong-ten", name: "Sở Nội vụ", role: .organiser),
      PasswordHash(
        of: WebWorld.password, cost: PasswordHash.Cost(rounds: 2, blockSize: 1, parallelism: 1)),
      at: 0)
    let page = await (try dossiers.signIn("khong-ten")).get(Self.path).text
    #expect(page.contains("Chưa chốt được ở đây: tài khoản chưa gắn với người nào"), "\(page)")
    #expect(!page.contains("id=\"chot\""))
    #expect(await !(try dossiers.signIn()).get(Self.path).text.contains("Chưa chốt được ở đây"))
    #expect(
      await !(try dossiers.signIn("kiem-tra")).get(Self.path).text.contains("Chưa chốt được ở đây"))
  }

  @Test func `one byte that changed is seen, and which file it is in`() async throws {
    let dossiers = try await ClosingWorld()
    let keeper = try await dossiers.signIn()
    #expect(await dossiers.close(keeper).status == 303)
    #expect(await keeper.get(Self.path).text.contains("còn nguyên 11 tệp"))
    // What it was closed from may go on.
    try dossiers.write("dossiers/motcua.csv", ClosingWorld.later)
    let later = await keeper.get(Self.path).text
    #expect(later.contains("còn nguyên") && later.contains("<code>dossiers/motcua.csv</code>"))
    let place = dossiers.folder + "/1/ledger.csv"
    let bytes = try #require(FileManager.default.contents(atPath: place))
    var changed = bytes
    changed[changed.count / 2] ^= 1
    try changed.write(to: URL(fileURLWithPath: place))
    let auditor = try await dossiers.signIn("kiem-tra")
    let page = await auditor.get(Self.path).text
    #expect(page.contains("không còn như khi chốt") && page.contains("<code>ledger.csv</code>"))
    try bytes.write(to: URL(fileURLWithPath: place))
    #expect(await auditor.get(Self.path).text.contains("còn nguyên"))
    // The sheet and the list of digests are looked at, too, and a file that is gone is missed.
    for name in ["handover.txt", "SHA256SUMS", "closing.yaml", "exports/01-motcua.csv.gz"] {
      let file = "\(dossiers.folder)/1/\(name)"
      let whole = try #require(FileManager.default.contents(atPath: file))
      try Data(whole.dropLast(3)).write(to: URL(fileURLWithPath: file))
      #expect(await auditor.get(Self.path).text.contains("state bad"), "\(name)")
      try whole.write(to: URL(fileURLWithPath: file))
      #expect(await !auditor.get(Self.path).text.contains("state bad"), "\(name)")
    }
    try FileManager.default.removeItem(atPath: place)
    #expect(await auditor.get(Self.path).text.contains("nay không còn"))
    #expect(await auditor.get(Self.path + "/1/ledger.csv").status == 404)
  }

  @Test func `every byte is digested again for who asks for it`() async throws {
    let dossiers = try await ClosingWorld()
    let keeper = try await dossiers.signIn()
    #expect(await dossiers.close(keeper).status == 303)
    #expect(await keeper.get(Self.path).text.contains("còn nguyên"))
    // A disk that forgets changes bytes and no stamp.
    let place = dossiers.folder + "/1/count.csv"
    let about = try FileManager.default.attributesOfItem(atPath: place)
    let handle = try #require(FileHandle(forUpdatingAtPath: place))
    try handle.seek(toOffset: 20)
    try handle.write(contentsOf: Data([0x7E]))
    try handle.close()
    let time = try #require(about[.modificationDate])
    try FileManager.default.setAttributes([.modificationDate: time], ofItemAtPath: place)
    let page = await keeper.get(Self.path + "?kiem-tra=1").text
    #expect(page.contains("không còn như khi chốt") && page.contains("<code>count.csv</code>"))
  }
}

import EventLog
import Foundation
import Grading
import Store
import TestSupport
import Testing

@testable import Web

/// Notices as messages in a folder, for a mail program.
@Suite struct OutboxTests {
  private func world() async throws -> WebWorld {
    let world = try await WebWorld(at: "2017-12-22T08:00:00")
    let helper = try await world.signIn("giup-viec")
    let form = [
      "quyet-dinh": "yeu-cau", "ly-do": "Sở Y tế chỉ được 0,5 điểm", "han": "25/12/2017 17:00",
      "can-cu": "dat-mot-phan", "seen": "4", "buoc": "ghi",
    ]
    #expect(await helper.post("/tham-dinh/so-noi-vu/1.1.2", form).status == 303)
    #expect(try world.store.setEmail("giam-doc@snv.gov.vn", of: "thu-truong-so"))
    return world
  }

  private func run(
    _ world: WebWorld, _ folder: String = "thu-di", _ local: String = "2017-12-21T08:00:00",
    change: (inout Outbox.Settings) -> Void = { _ in }
  ) async throws -> Int {
    var settings = Outbox.Settings()
    change(&settings)
    let now = WebClock.Moment(
      seconds: 1_000_000, local: try #require(EventTime(parsing: local)))
    return try await Outbox(store: world.store, keeper: world.keeper, settings: settings)
      .write(into: world.home.path(folder), at: now)
  }

  private func messages(_ world: WebWorld, _ folder: String = "thu-di") -> [String] {
    let path = world.home.path(folder)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    #expect(names.allSatisfy { $0.hasSuffix(".eml") }, "no drafts are left: \(names)")
    return names.sorted().map { name in
      String(
        decoding: FileManager.default.contents(atPath: "\(path)/\(name)") ?? Data(), as: UTF8.self)
    }
  }

  private func text(_ message: String) -> String {
    let body = message.components(separatedBy: "\r\n\r\n").dropFirst().joined()
    return Data(base64Encoded: body.replacingOccurrences(of: "\r\n", with: ""))
      .map { String(decoding: $0, as: UTF8.self) } ?? "no base64"
  }

  @Test func `a message is what a mail program sends`() async throws {
    let world = try await world()
    #expect(try await run(world) { $0.site = "https://cchc.test" } == 1)
    let message = try #require(messages(world).first)
    // The chain's digests hold the files' own: the name of the message is compared apart.
    let id = try #require(message.firstMatch(of: #/<([0-9a-f]{32})@parindex.invalid>/#)).output.1
    let shown =
      message.replacing("\r\n", with: "\n").replacing(String(id), with: "ID") + "\n" + text(message)
    expectGolden(shown, "outbox.vi.txt")
    for line in message.components(separatedBy: "\r\n") {
      #expect(line.utf8.count <= 78 && line.utf8.allSatisfy { (0x20..<0x7F).contains($0) })
    }
    #expect(!message.replacing("\r\n", with: "").contains("\n"))
  }

  @Test func `no message tells what somebody typed, or of another unit`() async throws {
    let world = try await world()
    for account in try world.store.accounts() {
      _ = try world.store.setEmail("\(account.login)@tinh.gov.vn", of: account.login)
    }
    _ = try await run(world, "thu-di", "2017-12-22T09:00:00")
    let all = messages(world).map { ($0, text($0)) }
    #expect(all.count == 4, "the request and its reminder, to the head and to the officer")
    for (head, text) in all {
      #expect(head.contains("so@tinh.gov.vn"))
      #expect(
        !text.contains("chỉ được") && !text.contains("Y tế") && !text.contains("0,5"), "\(text)")
    }
  }

  @Test func `a second run writes nothing, also when the messages were taken`() async throws {
    let world = try await world()
    #expect(try await run(world) == 1)
    let first = messages(world)
    #expect(try await run(world) == 0)
    try FileManager.default.removeItem(atPath: world.home.path("thu-di"))
    #expect(try await run(world) == 0)
    #expect(messages(world).isEmpty)
    // Killed before it was noted: the same bytes again.
    let other = try await self.world()
    #expect(try await run(other) == 1)
    #expect(messages(other).first?.count == first.first?.count)
    // Another account of the same address is the same addressee.
    #expect(try world.store.setEmail("Giam-Doc@snv.gov.vn", of: "can-bo-so"))
    #expect(try await run(world) == 0)
    #expect(try world.store.setEmail("can-bo@snv.gov.vn", of: "can-bo-so"))
    #expect(try await run(world) == 1)
  }

  @Test func `events up to a number can be left out`() async throws {
    let world = try await world()
    #expect(try await run(world) { $0.since = 5 } == 0)
    #expect(try await run(world) { $0.since = 4 } == 1)
  }

  @Test func `what cannot be written is not noted as written`() async throws {
    let world = try await world()
    _ = try world.home.write("thu-di", "a file in the folder's place")
    await #expect(throws: KeeperFailure.self) { try await run(world) }
    #expect(try await run(world, "khac") == 1)
  }

  @Test func `names and subjects cannot break the head, and no letter is cut`() throws {
    let long = String(repeating: "Ủy ban nhân dân xã Ấm 😀 ", count: 20)
    let text = MailMessage.encoded(long + "\r\nBcc: x@y.vn", behind: 9)
    #expect(!text.contains("Bcc"))
    for (place, line) in text.components(separatedBy: "\r\n ").enumerated() {
      #expect(line.hasPrefix("=?UTF-8?B?") && line.hasSuffix("?="))
      #expect(line.utf8.count + (place == 0 ? 9 : 1) <= 76)
      let word = line.dropFirst(10).dropLast(2)
      let bytes = try #require(Data(base64Encoded: String(word)))
      #expect(String(validating: bytes, as: UTF8.self) != nil)
    }
    #expect(MailMessage.base64([]) == "" && MailMessage.base64([255]) == "/w==")
    #expect(MailMessage.base64([0, 1]) == "AAE=" && MailMessage.base64([0, 1, 2]) == "AAEC")
    let time = try #require(EventTime(parsing: "2017-12-22T08:00:05"))
    #expect(MailMessage.date(time) == "Fri, 22 Dec 2017 08:00:05 +0700")
  }

  @Test(arguments: [
    ("cchc@snv.gov.vn", true), ("a.b+c@x.vn", true), ("a@b@c.vn", false), ("@x.vn", false),
    ("a@", false), ("a b@x.vn", false), ("a@x.vn\nBcc: b@x.vn", false), ("ả@x.vn", false),
    ("a..b@x.vn", false), ("a@-x.vn", false), ("<a@x.vn>", false), ("", false),
  ])
  func `only plain addresses are addresses`(_ address: String, _ isOne: Bool) {
    #expect(Account.isEmail(address) == isOne)
  }
}

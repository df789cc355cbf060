import Diagnostics
import EventLog
import Foundation
import Grading
import Loading
import Logging
import Store
import TestSupport
import Testing

@testable import Web

/// The application over a copy of the small round, at a time that the test says.
struct WebWorld {
  let home: TemporaryFolder
  let store: Store
  let keeper: RoundKeeper
  let application: WebApplication
  private let time: Time

  /// A clock that a test can set.
  private final class Time: @unchecked Sendable {
    private let lock = NSLock()
    private var moment: WebClock.Moment

    init(_ moment: WebClock.Moment) { self.moment = moment }

    var now: WebClock.Moment {
      get { lock.withLock { moment } }
      set { lock.withLock { moment = newValue } }
    }
  }

  static let password = "mật khẩu trình diễn"
  private static let cost = PasswordHash.Cost(rounds: 2, blockSize: 1, parallelism: 1)

  /// - Parameters:
  ///   - isSecure: whether browsers come through TLS.
  ///   - place: where the round's folder stands.
  ///   - handedIn: the units that have handed in.
  ///   - configure: changes what is decided where the application is started.
  ///   - prepare: changes the round's folder before its log begins.
  init(
    isSecure: Bool = false, at local: String = "2017-12-15T08:00:00", place: String = "ky",
    handedIn: [String] = ["so-noi-vu", "huyen-dong", "xa-mot"],
    configure: (inout WebApplication.Settings) -> Void = { _ in },
    prepare: (String) throws -> Void = { _ in }
  ) async throws {
    home = try TemporaryFolder()
    let source = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Round").path
    let folder = home.path(place)
    try FileManager.default.createDirectory(
      at: URL(fileURLWithPath: folder).deletingLastPathComponent(),
      withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: source, toPath: folder)
    try prepare(folder)
    let log = LogWriter(folder: folder, round: "ky-nho-2017")
    var opened = EventContent(
      time: try #require(EventTime(parsing: "2017-12-01T08:00:00")), author: "so-noi-vu/cchc",
      role: "organiser", kind: .opened)
    opened.opening = LogOpening(round: "ky-nho-2017")
    opened.files = ["round.yaml": try RoundHistory(of: folder).digest("\(folder)/round.yaml")]
    _ = try log.append(opened)
    for unit in handedIn {
      var options = RoundOptions()
      options.handingIn = unit
      let loaded = try #require(loadRound(folder, options: options).loaded)
      var content = EventContent(
        time: try #require(EventTime(parsing: "2017-12-10T09:00:00")), author: unit, role: "unit",
        kind: .submitted)
      content.unit = unit
      content.stage = "self-assessment"
      _ = try log.append(try loaded.bringingFiles(content, keepsCopies: true))
    }
    store = try Store(path: home.path("parindex.sqlite"))
    let accounts = [
      Account(
        login: "can-bo", name: "Trần Thị <i>Bê</i>", role: .unitOfficer, unit: "so-y-te",
        person: "so-y-te/01"),
      Account(login: "can-bo-2", name: "Lê Văn C", role: .unitOfficer, unit: "so-y-te"),
      Account(
        login: "thu-truong", name: "Nguyễn Văn Ký", position: "Giám đốc", role: .unitHead,
        unit: "so-y-te", person: "so-y-te/01"),
      Account(
        login: "so-do", name: "Người của Sở Đo", role: .unitHead, unit: "so-do",
        person: "so-do/01"),
      Account(login: "to-chuc", name: "Sở Nội vụ", role: .organiser, person: "so-noi-vu/cchc"),
      Account(login: "hoi-dong", name: "Hội đồng", role: .council, person: "hoi-dong/01"),
      Account(
        login: "hoi-dong-huyen", name: "Hội đồng huyện", role: .council,
        person: "hoi-dong-huyen-dong/01"),
      Account(
        login: "giup-viec", name: "Tổ giúp việc", role: .helperTeam, person: "to-giup-viec/01"),
      Account(
        login: "giup-viec-2", name: "Người duyệt", role: .helperTeam, person: "to-giup-viec/02"),
      Account(
        login: "giup-viec-so", name: "Người Sở Nội vụ", role: .helperTeam,
        person: "to-giup-viec/03"),
      Account(
        login: "giup-viec-ho-so", name: "Người về hồ sơ", role: .helperTeam,
        person: "to-giup-viec/04"),
      Account(
        login: "giup-viec-huyen", name: "Người của huyện", role: .helperTeam,
        person: "to-giup-viec-huyen-dong/01"),
      Account(
        login: "thu-truong-so", name: "Giám đốc Sở Nội vụ", role: .unitHead, unit: "so-noi-vu",
        person: "so-noi-vu/01"),
      Account(login: "can-bo-so", name: "Cán bộ", role: .unitOfficer, unit: "so-noi-vu"),
      Account(login: "uy-ban", name: "UBND tỉnh", role: .decider, person: "ubnd-tinh"),
      Account(
        login: "giu-so", name: "Người giữ sổ", role: .registerKeeper, person: "so-noi-vu/so"),
      Account(login: "kiem-tra", name: "Kiểm tra", role: .auditor),
    ]
    for account in accounts {
      try store.add(account, PasswordHash(of: Self.password, cost: Self.cost), at: 0)
    }
    keeper = RoundKeeper(folder: folder, threads: 1)
    let time = Time(
      WebClock.Moment(seconds: 1_000_000, local: try #require(EventTime(parsing: local))))
    self.time = time
    var settings = WebApplication.Settings()
    settings.isSecure = isSecure
    settings.passwordCost = Self.cost
    settings.evidence.folder = home.path("uploads")
    settings.closings = home.path("closings")
    configure(&settings)
    application = WebApplication(
      store: store, keeper: keeper, clock: WebClock { time.now }, settings: settings,
      logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
  }

  func setTime(seconds: Int64? = nil, local: String? = nil) throws {
    let local = try local.map { try #require(EventTime(parsing: $0)) }
    time.now = WebClock.Moment(
      seconds: seconds ?? time.now.seconds, local: local ?? time.now.local)
  }

  var now: Int64 { time.now.seconds }

  // MARK: Requests

  static func encoded(_ fields: [String: String]) -> [UInt8] {
    let safe = CharacterSet(charactersIn: "abcdefghijklmnopqrstuvwxyz0123456789-._")
    return Array(
      fields.sorted { $0.key < $1.key }.map { name, value in
        "\(name.addingPercentEncoding(withAllowedCharacters: safe) ?? "")="
          + (value.addingPercentEncoding(withAllowedCharacters: safe) ?? "")
      }.joined(separator: "&").utf8)
  }

  func post(
    _ path: String, _ fields: [String: String], cookie: String? = nil,
    headers: [String: String] = [:]
  ) async -> WebResponse {
    var all = ["content-type": "application/x-www-form-urlencoded", "host": "parindex.test"]
    all.merge(headers) { _, new in new }
    if let cookie { all["cookie"] = "parindex=\(cookie)" }
    return await application.respond(
      to: WebRequest(.post, path, headers: all, body: Self.encoded(fields)))
  }

  func get(_ path: String, cookie: String? = nil) async -> WebResponse {
    let headers = cookie.map { ["cookie": "parindex=\($0)"] } ?? [:]
    return await application.respond(to: WebRequest(.get, path, headers: headers))
  }

  func signIn(_ login: String) async throws -> Browser {
    let response = await post("/dang-nhap", ["login": login, "password": Self.password])
    let cookie = try #require(response.cookie)
    return Browser(
      world: self, cookie: cookie,
      token: try #require(try store.session(cookie, at: now)).formToken)
  }

  func events(of unit: String) throws -> [RoundEvent] {
    let reading = LogReader(home.path("ky/events.jsonl")).read()
    #expect(reading.isSound)
    let (events, _) = LogReader(home.path("ky/events.jsonl")).events(
      asOf: EventTime(parsing: "2030-01-01T00:00:00"))
    return events.filter { $0.content.unit == unit }
  }
}

/// Somebody who has signed in.
struct Browser {
  let world: WebWorld
  let cookie: String
  let token: String

  func get(_ path: String) async -> WebResponse { await world.get(path, cookie: cookie) }

  /// Signs what the unit's check page shows and hands it in.
  func handIn(_ unit: String) async -> WebResponse {
    await post("/don-vi/\(unit)/nop", ["seen": signature(unit)])
  }

  /// What the unit's check page would have signed; empty where it asks for no signature.
  func signature(_ unit: String) async -> String {
    let page = await get("/don-vi/\(unit)/nop").text
    let seen = page.firstMatch(of: #/name="seen" value="([0-9a-f]+)"/#)
    return seen.map { String($0.output.1) } ?? ""
  }

  /// What the form of a page says it has seen.
  func seen(_ path: String) async throws -> String {
    let match = try #require(
      await get(path).text.firstMatch(of: #/name="seen" value="([0-9]+)"/#))
    return String(match.output.1)
  }

  func post(
    _ path: String, _ fields: [String: String] = [:], headers: [String: String] = [:]
  ) async -> WebResponse {
    await world.post(
      path, fields.merging(["token": token]) { own, _ in own }, cookie: cookie, headers: headers)
  }
}

extension WebResponse {
  var text: String { String(decoding: body, as: UTF8.self) }

  /// The token of the session that it begins.
  var cookie: String? {
    header("set-cookie")?.split(separator: ";").first?.split(separator: "=").last.map(String.init)
  }
}

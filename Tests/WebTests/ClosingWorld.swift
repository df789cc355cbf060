import Foundation
import Store
import TestSupport
import Testing

@testable import Web

/// The small round with its dossiers counted from case records, which an office of its own keeps.
struct ClosingWorld {
  let world: WebWorld
  static let path = "/so-lieu/chot"
  /// Who keeps the records.
  static let keeper = "giu-ho-so"

  init(at local: String = "2017-12-15T08:00:00", place: String = "ky") async throws {
    world = try await WebWorld(at: local, place: place, prepare: Self.prepare)
    try world.store.add(
      Account(
        login: Self.keeper, name: "Nguyễn Thị Dữ", role: .registerKeeper, person: "so-an/01"),
      PasswordHash(
        of: WebWorld.password, cost: PasswordHash.Cost(rounds: 2, blockSize: 1, parallelism: 1)),
      at: 0)
  }

  private static func prepare(_ folder: String) throws {
    let round = TemporaryFolder(within: folder)
    try round.write("dossiers/records.yaml", Self.records)
    try round.write("dossiers/dossier-rules.yaml", Self.rules)
    try round.write("dossiers/motcua.csv", Self.export)
    try round.write("dossiers/explanations.csv", Self.explanations)
    for (file, old, new) in [
      (
        "round.yaml", "{tables: registers/tables.yaml}",
        "{records: dossiers/records.yaml}\n\(deadlines)"
      ),
      ("people.yaml", "\n  - {id: so-do/01", "\n\(Self.person)\n  - {id: so-do/01"),
    ] {
      let text = try String(contentsOfFile: round.path(file), encoding: .utf8)
      #expect(text.contains(old))
      try round.write(file, text.replacing(old, with: new))
    }
  }

  /// A file of the round.
  func write(_ name: String, _ text: String) throws {
    _ = try TemporaryFolder(within: world.keeper.folder).write(name, text)
  }

  func signIn(_ login: String = keeper) async throws -> Browser { try await world.signIn(login) }

  /// Sends the form to close, as the page made after `seen` closings has it.
  func close(
    _ browser: Browser, seen: Int = 0, _ change: [String: String] = [:]
  ) async -> WebResponse {
    let form = [
      "ten": "Năm 2017", "den-ngay": "", "ngay-chot": "15/12/2017", "thay": "", "seen": "\(seen)",
    ]
    return await browser.post(Self.path, form.merging(change) { $1 })
  }

  /// The folder of closings, as the server makes it.
  var folder: String { world.home.path("closings/ky") }

  /// What stands in it.
  var folders: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
  }

  private static let deadlines = "deadlines: {dossier_explanations: {before: 2017-12-20}}"

  private static let person =
    "  - {id: so-an/01, name: \"Nguyễn Thị Dữ\", role: register-owner, unit: so-an}"

  static let records = """
    format: parindex/records@1
    title: Hồ sơ một cửa năm 2017
    owner: so-an
    rules: dossier-rules.yaml
    as_of: 2017-12-10
    exports: [{file: motcua.csv, source: motcua}]
    explanations: explanations.csv

    """

  static let rules = """
    format: parindex/dossier-rules@1
    title: Rà soát, chốt số liệu năm 2017
    year: 2017
    basis: {document: 2/SNV-CCHC, date: 2017-11, title: V/v rà soát kết quả giải quyết hồ sơ}
    window: {received_from: 2017-01-01, received_through: 2017-12-31}
    finished_at: result_ready
    late_includes_overdue: no
    most_unreadable: 10%
    explanations: {before: 2017-12-20}
    causes:
      - {id: software, title: Lỗi phần mềm, considered: yes}
    exclusions:
      - {id: software-error, title: Lỗi phần mềm được chấp nhận, clause: khoản 2, when: {late: true, explained: accepted}, from: all}

    """

  static let explanations = """
    dossier,cause,evidence,handed_in,decided_by,decision
    Y2,software,CV 12,2017-11-20,TTCNTT,accepted

    """

  static let export = """
    dossier,unit,procedure,domain,channel,received_at,due_at,ready_at,returned_at,status,applicant
    Y1,so-y-te,2.001,Y tế,online,2017-03-01T08:00,2017-03-08T17:00,2017-03-07T16:59,2017-03-11T08:00,Đã trả,Lê Bí Mật
    Y2,so-y-te,2.001,Y tế,direct,2017-03-01T08:00,2017-03-08T17:00,2017-03-09T09:00,2017-03-11T08:00,Đã trả,Lê Bí Mật
    Y3,so-y-te,2.001,Y tế,direct,2017-03-01T08:00,2017-03-08T17:00,2017-03-09T09:00,2017-03-11T08:00,Đã trả,Lê Bí Mật
    N1,so-noi-vu,1.001,Nội vụ,online,2017-06-01T08:00,2017-06-08T17:00,2017-06-07T16:59,2017-06-11T08:00,Đã trả,Lê Bí Mật
    N2,so-noi-vu,1.001,Nội vụ,direct,2017-12-01T08:00,2017-12-20T17:00,,,Đang xử lý,Lê Bí Mật

    """

  /// As it is taken out again: one dossier gone, one more, one in time now.
  static var later: String {
    export.replacing("Y3,so-y-te", with: "Y4,so-y-te")
      .replacing(
        "N2,so-noi-vu,1.001,Nội vụ,direct,2017-12-01T08:00,2017-12-20T17:00,,,Đang xử lý",
        with:
          "N2,so-noi-vu,1.001,Nội vụ,direct,2017-12-01T08:00,2017-12-20T17:00,2017-12-08T09:00,2017-12-08T09:00,Đã trả"
      )
  }
}

extension WebResponse {
  /// The bytes of the file that it sends, or of its body.
  func content() async throws -> String {
    guard let file else { return text }
    var bytes: [UInt8] = []
    while let piece = try await file.next() { bytes += piece }
    return String(decoding: bytes, as: UTF8.self)
  }
}

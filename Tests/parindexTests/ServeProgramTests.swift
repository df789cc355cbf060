import Foundation
import TestSupport
import Testing

/// The web application's own commands, as an administrator types them.
struct ServeProgramTests {
  private static let serve = Program(name: "parindex-serve")

  @Test(arguments: [
    "", "serve", "import", "export", "backup", "restore", "demo", "account", "account add",
    "account import", "account list", "account openid", "account password", "account email",
    "account token", "account remove", "outbox",
  ])
  func `every command of the server has its help`(_ command: String) throws {
    let ended = try Self.serve.run(command.split(separator: " ").map(String.init) + ["--help"])
    #expect(ended.status == 0 && ended.problems.isEmpty)
    let name = command.isEmpty ? "" : "-" + command.replacing(" ", with: "-")
    expectGolden(ended.text, "help-parindex-serve\(name).txt")
    for line in ended.text.split(separator: "\n") where !line.hasPrefix("USAGE") {
      #expect(line.count <= 80, "\(line)")
    }
  }

  @Test func `a round comes in, is backed up, comes back and goes out as it was`() throws {
    let home = try TemporaryFolder()
    func run(_ words: String..., status: Int32 = 0) throws -> Program.Ended {
      let ended = try Self.serve.run(words)
      #expect(ended.status == status, "\(words): \(ended.problems)")
      return ended
    }
    let (data, copy, back) = (home.path("data"), home.path("copy"), home.path("back"))
    _ = try run("import", "Submissions/khanh-hoa-2017", "--data", data)
    let again = try run("import", "Submissions/khanh-hoa-2017", "--data", data, status: 3)
    #expect(again.problems.contains("đã có kỳ đánh giá"))
    let list = try home.write(
      "tai-khoan.csv",
      "login,role,name,unit,person\nsyt.01,unit-officer,Trần Thị B,so-y-te,\nkt,auditor,Kiểm tra,,\n"
    )
    let made = try run("account", "import", list, "--data", data).text
    #expect(
      made.split(separator: "\n").map { $0.split(separator: ",")[0] } == ["login", "syt.01", "kt"])
    let twice = try run("account", "import", list, "--data", data, status: 3)
    #expect(twice.text.isEmpty && twice.problems.contains("đã có tài khoản `kt`"))
    #expect(try run("account", "list", "--data", data).text.split(separator: "\n").count == 2)
    let token = try run("account", "token", "kt", "--data", data, "--days", "1").text
    #expect(token.wholeMatch(of: #/kt  parindex_[0-9a-f]{64}\n/#) != nil)
    func revoked(_ words: String...) throws -> String {
      try Self.serve.run(["account", "token", "kt", "--data", data, "--revoke"] + words).text
    }
    #expect(try revoked("--label", "khác") == "Đã thu hồi 0 mã của kt.\n")
    #expect(try revoked() == "Đã thu hồi 1 mã của kt.\n")
    _ = try run("account", "email", "syt.01", "b@syt.gov.vn", "--data", data)
    _ = try run("account", "email", "kt", "kt@@snv", "--data", data, status: 2)
    _ = try run("account", "email", "ai", "kt@snv.gov.vn", "--data", data, status: 2)
    let (out1, out2) = (home.path("thu-1"), home.path("thu-2"))
    let sent = try run("outbox", "--data", data, "--output", out1).text
    #expect(sent.hasPrefix("Đã ghi 3 thư "), "the council decided three times: \(sent)")
    let none = try run("outbox", "--data", data, "--output", out2).text
    #expect(none.hasPrefix("Đã ghi 0 ") && Program.files(in: out2).isEmpty)
    #expect(Program.files(in: out1).keys.allSatisfy { $0.hasSuffix(".eml") })
    _ = try run("outbox", "--data", data, "--output", out2, "--since", "-1", status: 2)
    _ = try run("outbox", "--data", data, "--output", out2, "--from", "x", status: 2)
    _ = try run("account", "remove", "kt", "--data", data)
    _ = try run("account", "remove", "kt", "--data", data, status: 2)
    let clock = try run("serve", "--data", data, "--clock", "2018-01-09T08:00", status: 2)
    #expect(clock.problems.contains("chỉ dùng cho dữ liệu trình diễn"), "a real round has none")
    let backup = try run("backup", "--data", data, "--output", copy).text
    let seal = try #require(backup.firstMatch(of: #/[0-9]+:[0-9a-f]{64}/#)).output
    #expect(try run("restore", copy, "--check").text.contains(seal))
    #expect(try run("restore", copy, "--data", back).text.contains(seal))
    #expect(
      try run("account", "list", "--data", back).text.hasPrefix("syt.01\tunit-officer\tso-y-te"))
    // A changed letter is named.
    let unit = "rounds/khanh-hoa-2017/units/so-y-te/self-assessment.yaml"
    var bytes = Program.bytes("\(copy)/\(unit)")
    bytes[bytes.count - 2] ^= 1
    try Data(bytes).write(to: URL(fileURLWithPath: "\(copy)/\(unit)"))
    #expect(try run("restore", copy, "--check", status: 3).problems.contains(unit))
    // What goes out is what came in, to the byte of a result.
    let out = home.path("out")
    _ = try run("export", "--data", back, "--output", out)
    func rankings(_ round: String) throws -> [UInt8] {
      try Program().run("rank", round, "--format", "json").output
    }
    let exported = try rankings("\(out)/rounds/khanh-hoa-2017")
    let shipped = try rankings("Submissions/khanh-hoa-2017")
    #expect(!exported.isEmpty && exported == shipped)
  }

  @Test func `a demonstration opens the log of a round without one`() throws {
    let home = try TemporaryFolder()
    let made = try Self.serve.run([
      "demo", "--data", home.path("data"), "--round", "Submissions/khanh-hoa-2019", "--stage",
      "dossiers",
    ])
    #expect(made.status == 0, "\(made.problems)")
    #expect(
      made.text.split(separator: "\n").dropFirst().map { $0.split(separator: " ")[0] } == [
        "can-bo.so-ngoai-vu", "thu-truong.so-ngoai-vu", "so-noi-vu",
        "to-giup-viec", "to-giup-viec.2", "to-giup-viec.khac", "to-giup-viec.huyen", "giu-so",
        "giu-ho-so", "hoi-dong", "hoi-dong.huyen", "ubnd-tinh", "kiem-tra",
      ], "\(made.text)")
    let round = home.path("data/rounds/khanh-hoa-2019")
    let log = try String(contentsOfFile: round + "/events.jsonl", encoding: .utf8)
    #expect(log.split(separator: "\n").count == 1)
    #expect(log.contains("\"opened\"") && log.contains("2019-12-01T08:00:00"))
    #expect(Program.files(in: round + "/units").keys.allSatisfy { !$0.hasSuffix("appraisal.yaml") })
    // The round of 2017 has no records of dossiers.
    let none = try Self.serve.run(["demo", "--data", home.path("none"), "--stage", "dossiers"])
    #expect(none.status == 3 && none.problems.contains("không có bước"), "\(none.problems)")
  }

  @Test func `what cannot be is said in one line, with its exit code`() throws {
    let home = try TemporaryFolder()
    for (words, status) in [
      (["serve", "--data", home.path("x"), "--listen", "nowhere"], Int32(2)),
      (["serve", "--data", home.path("x")], 3),
      (["serve", "--data", home.path("x"), "--openid-issuer", "https://a.vn"], 2),
      (["account", "openid", "ab", "x", "--data", home.path("x")], 2),
      (["backup", "--data", home.path("x")], 2),
      (["restore", home.path("x"), "--check"], 3),
      (["account", "add", "A B", "--data", home.path("x"), "--role", "auditor", "--name", "a"], 2),
      (["account", "add", "ab", "--data", home.path("x"), "--role", "vua", "--name", "a"], 2),
      (["account", "token", "ab", "--data", home.path("x")], 2),
      (["account", "token", "ab", "--data", home.path("x"), "--days", "367"], 2),
      (["account", "token", "ab", "--data", home.path("x"), "--revoke"], 2),
    ] {
      let ended = try Self.serve.run(words)
      #expect(ended.status == status && !ended.problems.isEmpty, "\(words): \(ended)")
    }
  }
}

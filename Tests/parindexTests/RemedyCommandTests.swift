import Foundation
import TestSupport
import Testing

/// `remedies`, `new remedies` and `score --previous`, as people run them.
struct RemedyCommandTests {
  private static let unit = "don-vi-00003"

  /// A copy of the small round with a draft that `new remedies` wrote.
  private func drafted() throws -> SmallRound {
    let round = try SmallRound()
    let made = try Program().run("new", "remedies", round.path, Self.unit)
    #expect(made.status == 0, "\(made.problems)")
    #expect(made.text == "\(round.path)/units/\(Self.unit)/remedies.yaml\n")
    return round
  }

  /// Fills the first item of the draft in and hands it in.
  private func handIn(_ round: SmallRound, done: String = "") throws {
    try round.change("units/\(Self.unit)/remedies.yaml") { text in
      let blank = "    cause:\n    measure:\n    person:\n    due:\n"
      let filled = """
            cause: Chậm giao việc
            measure: Giao việc từ tháng 1
            person: Chánh Văn phòng
            due: 2018-06-30
            done: \(done)

        """
      let parts = text.components(separatedBy: blank)
      let kept = parts[0].replacing(
        "submitted_at:", with: "submitted_at: 2018-02-28T15:30", maxReplacements: 1)
      // The other items are not planned for.
      return kept + filled
    }
  }

  @Test func `a draft is sound, covers nothing and is not written over`() throws {
    let round = try drafted()
    let check = try Program().run("check", round.path)
    #expect(check.status == 0, "\(check.text)")
    #expect(check.text.contains("[draft]"))
    let json = try report(round, "remedies", round.path, Self.unit)
    #expect(json["covered"] as? String == "0")
    #expect(json["has_plan"] as? Bool == true)
    let again = try Program().run("new", "remedies", round.path, Self.unit)
    #expect(again.status == 2)
    #expect(again.problems.contains("--force"))
  }

  @Test func `what is handed in is covered, overdue after its day, and done when it says so`()
    throws
  {
    let round = try drafted()
    try handIn(round)
    #expect(try Program().run("check", round.path).status == 0)
    func state(_ day: String) throws -> String? {
      let json = try report(round, "remedies", round.path, Self.unit, "--as-of-day", day)
      #expect(json["items_covered"] as? Int == 1)
      let items = try #require(json["items"] as? [[String: Any]])
      return items.first?["state"] as? String
    }
    #expect(try state("2018-06-30") == "planned")
    #expect(try state("2018-07-01") == "overdue")
    try round.change("units/\(Self.unit)/remedies.yaml") {
      $0.replacing("done: ", with: "done: 2018-07-05")
    }
    #expect(try state("2018-07-05") == "done_late")
    let all = try Program().run("remedies", round.path, "--missing", "--lang", "en")
    #expect(all.status == 0)
    #expect(all.text.contains("not published"))
    #expect(all.text.contains("Đơn vị 3"))
  }

  @Test func `the result does not depend on a plan`() throws {
    let round = try drafted()
    try handIn(round)
    let before = try Program().run("rank", try SmallRound.shared, "--format", "json")
    #expect(try Program().run("rank", round.path, "--format", "json").output == before.output)
  }

  @Test func `the next sheet looks back at the plan`() throws {
    let round = try drafted()
    try handIn(round, done: "2018-06-30")
    let plain = try Program().run("score", try SmallRound.shared, Self.unit)
    let ended = try Program().run(
      "score", try SmallRound.shared, Self.unit, "--previous", round.path)
    #expect(ended.status == 0, "\(ended.problems)")
    #expect(ended.text.hasPrefix(plain.text + "\nKhắc phục tồn tại, hạn chế của kỳ trước\n"))
    #expect(ended.text.contains("Biện pháp: Giao việc từ tháng 1"))
    let words = ended.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("hoàn thành đúng hạn (ngày 30/06/2018)"))
    #expect(ended.text.contains("Không có kế hoạch khắc phục."))
    let csv = try Program().run(
      "score", round.path, Self.unit, "--previous", round.path, "--format", "csv")
    #expect(csv.status == 2)
  }

  private static let shipped = "Submissions/khanh-hoa-2017"

  /// Runs in the project's folder.
  private func shipped(_ arguments: String...) throws -> Program.Ended {
    try Program.run(in: Program.root, arguments)
  }

  @Test func `the plan that is shipped shows each state, and every line of it is the draft's`()
    throws
  {
    let ended = try shipped("remedies", Self.shipped, "so-y-te", "--as-of-day", "2018-07-15")
    #expect(ended.status == 0)
    expectGolden(ended.text, "shipped-remedies.vi.txt")
    // What the plan says of lost points is what the round came to.
    let draft = Set(
      try shipped("new", "remedies", Self.shipped, "so-y-te", "--stdout").text
        .split(separator: "\n"))
    let plan = String(
      decoding: Program.bytes("\(Program.root)/\(Self.shipped)/units/so-y-te/remedies.yaml"),
      as: UTF8.self)
    let told = plan.split(separator: "\n").filter {
      $0.hasPrefix("  #") || $0.hasPrefix("  - criterion")
    }
    #expect(told.count > 20)
    for line in told { #expect(draft.contains(line), "\(line)") }
  }

  @Test(arguments: ["vi", "en"])
  func `an item two years later is explained with what was planned for it`(
    _ language: String
  ) throws {
    let ended = try shipped(
      "explain", "Submissions/khanh-hoa-2019", "so-y-te", "3.2.2", "--previous", Self.shipped,
      "--lang", language)
    #expect(ended.status == 0, "\(ended.problems)")
    let plain = try shipped(
      "explain", "Submissions/khanh-hoa-2019", "so-y-te", "3.2.2", "--lang", language)
    #expect(ended.text.hasPrefix(plain.text + "\n"))
    expectGolden(
      String(ended.text.dropFirst(plain.text.count)), "explain-previous.\(language).txt")
  }

  @Test func `a plan that cannot be used is refused, or left out when told to go on`() throws {
    let round = try drafted()
    try handIn(round)
    try round.change("units/\(Self.unit)/remedies.yaml") {
      $0.replacing("due: 2018-06-30", with: "due: 30/6")
    }
    #expect(try Program().run("check", round.path).status == 1)
    for words in [["remedies", round.path], ["remedies", round.path, Self.unit]] {
      let refused = try Program().run(words)
      #expect(refused.status == 3)
      #expect(refused.text.isEmpty)
      #expect(refused.problems.contains("remedies.yaml"))
      let kept = try Program().run(words + ["--keep-going"])
      #expect(kept.status == 0)
      #expect(kept.text.contains("có lỗi"))
    }
  }

  @Test(arguments: ["2018-02-30", "2018", "2018-06-30T10:00"])
  func `a day that is none is wrong usage`(_ day: String) throws {
    let ended = try Program().run("remedies", try SmallRound.shared, "--as-of-day", day)
    #expect(ended.status == 2)
  }

  /// The only unit in the report as JSON.
  private func report(_ round: SmallRound, _ words: String...) throws -> [String: Any] {
    let ended = try Program().run(words + ["--format", "json"])
    #expect(ended.status == 0, "\(ended.problems)")
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(ended.output)) as? [String: Any])
    return try #require((json["units"] as? [[String: Any]])?.first)
  }
}

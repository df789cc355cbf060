import Foundation
import TestSupport
import Testing

/// What a log tells of its events, as of a moment and between two.
@Suite struct LookingBackTests: RecordedRound {
  let home: TemporaryFolder

  init() throws { home = try Self.copy() }

  @Test func `what was accepted is told as it stood, though the stage decided again`() throws {
    try goBack(to: "2018-01-10T09:00:00")
    func appraise(_ minute: Int, _ more: String...) throws {
      let ended = try Program.run(
        in: home.path,
        [
          "appraise", Self.round, "so-y-te", "1.1.2", "--by", "to-giup-viec/so-noi-vu-1", "--at",
          "2018-01-10T10:\(minute)",
        ] + more)
      #expect(ended.status == 0, "\(ended.problems)")
    }
    try appraise(20, "--accept")
    try appraise(21, "--points", "0.25", "--ground", "dat-mot-phan")
    let vi = try run("explain", Self.round, "so-y-te", "1.1.2")
    #expect(vi.text.contains("Thẩm định lần 2: chấp nhận kết quả đang có: 0,5 điểm\n"))
    #expect(vi.text.contains("Thẩm định lần 2: cho 0,25 điểm\n"))
    let en = try run("explain", Self.round, "so-y-te", "1.1.2", "--lang", "en")
    #expect(en.text.contains("Appraisal 2: accepted as it stood: 0.5 points\n"))
  }

  @Test func `who is ranked for the first time overtakes nobody`() throws {
    let changes = try run(
      "diff", Self.round, "--from", "2017-12-01", "--to", "2017-12-20", "--block", "nganh-doc")
    #expect(changes.text.contains("hạng chưa có → 2"))
    #expect(changes.text.contains("Mới được xếp hạng, trước đó chưa có thứ hạng"))
    #expect(!changes.text.contains("vượt bởi") && !changes.text.contains("Vượt lên"))
  }

  @Test(arguments: ["vi", "en"])
  func `of one unit, the others' events that moved its place are told too`(
    _ language: String
  ) throws {
    var text = ""
    for (unit, from, to) in [
      ("so-cong-thuong", "2017-12-25", "2018-01-05"), ("so-y-te", "2017-12-25", "2018-01-05"),
      ("truong-dai-hoc-khanh-hoa", "2017-12-15", "2017-12-16"),
      ("so-tu-phap", "2017-12-18", "2017-12-20"),
    ] {
      let ended = try run(
        "diff", Self.round, "--from", from, "--to", to, "--unit", unit, "--lang", language)
      #expect(ended.status == 0)
      text += ended.text + "\n"
    }
    expectGolden(text, "diff-of-a-unit.\(language).txt")
    let json = try run(
      "diff", Self.round, "--from", "2017-12-25", "--to", "2018-01-05", "--unit",
      "so-cong-thuong", "--format", "json")
    let object = try JSONSerialization.jsonObject(with: Data(json.output)) as? [String: Any]
    let others = try #require(object?["others"] as? [[String: Any]])
    #expect(others.compactMap { $0["unit"] as? String } == ["so-y-te"])
    #expect((others.first?["items"] as? [Any])?.isEmpty == false)
  }

  @Test(arguments: ["vi", "en"])
  func `what three dates of the shipped round come to, and what lies between`(
    _ language: String
  ) throws {
    var text = ""
    for moment in ["2017-12-20", "2018-01-03", "2018-01-14"] {
      let ended = try run(
        "rank", Self.round, "--block", "so", "--as-of", moment, "--lang", language)
      #expect(ended.status == 0)
      text += ended.text + "\n"
    }
    expectGolden(text, "shipped-as-of.\(language).txt")
    let changes = try run(
      "diff", Self.round, "--from", "2018-01-03", "--to", "2018-01-15", "--block", "so", "--lang",
      language)
    expectGolden(changes.text, "shipped-diff.\(language).txt")
  }
}

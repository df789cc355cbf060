import Diagnostics
import Foundation
import Grading
import Reports
import TestSupport
import Testing
import YAMLReading

/// Remedy plans as people and programs read them.
struct RemedyReportTests {
  private let sample: SampleRound
  private var round: Round { sample.round }

  init() throws { sample = try SampleRound() }

  /// One unit plans for three items, another has a draft, a third a file that cannot be used.
  private func plans(asOf day: CalendarDay?) throws -> [RemedyPlan] {
    let finance = try sample.unit("so-tai-chinh")
    let lost = RemedyPlan(round, unit: finance, submission: nil).items.map(\.item)
    try #require(lost.count > 3)
    var paper = EvidenceDocument(id: "quy-che", kind: "quyết định", line: 6)
    paper.number = "12/QĐ-STC"
    paper.date = SampleRound.day(2018, 5, 10)
    paper.state = .missing
    func remedy(_ place: Int, due: (Int, Int), done: (Int, Int)? = nil) -> Remedy {
      Remedy(
        item: lost[place], cause: "Chưa phân công người theo dõi",
        measure: "Giao Văn phòng theo dõi, báo cáo ngày 25 hằng tháng",
        person: "Trần Văn A, Chánh Văn phòng", due: SampleRound.day(2018, due.0, due.1),
        done: done.map { SampleRound.day(2018, $0.0, $0.1) },
        outcome: done == nil ? nil : "Đã ban hành quy chế", evidence: done == nil ? [] : [paper],
        span: SampleRound.span("Submissions/mau/units/so-tai-chinh/remedies.yaml", 7 + place))
    }
    let plan = RemedySubmission(
      submittedAt: SampleRound.moment("2018-02-28T15:30"),
      remedies: [
        remedy(0, due: (4, 30), done: (5, 15)), remedy(1, due: (6, 30)), remedy(2, due: (9, 30)),
      ])
    let draft = RemedySubmission(isIllustrative: true)
    let submissions = [
      finance: plan, try sample.unit("so-noi-vu"): draft,
      try sample.unit("so-y-te"): RemedySubmission(isUnreadable: true),
    ]
    return round.units.indices.map {
      RemedyPlan(round, unit: $0, submission: submissions[$0], asOf: day)
    }
  }

  private let day = SampleRound.day(2018, 7, 1)

  @Test(arguments: Language.allCases)
  func `a unit's list says what was lost, why, and what is planned`(_ language: Language) throws {
    let plan = try plans(asOf: day)[try sample.unit("so-tai-chinh")]
    let report = RemedyReport(round, language, asOf: day)
    expectGolden(report.text(plan), "unit.\(language.rawValue).txt")
    expectGolden(report.csv([plan]), "unit.\(language.rawValue).csv")
    let missing = RemedyReport(round, language, asOf: day, onlyMissing: true)
    expectGolden(missing.text(plan), "unit-missing.\(language.rawValue).txt")
  }

  @Test(arguments: Language.allCases)
  func `the organiser sees who has no plan, by block`(_ language: Language) throws {
    expectGolden(
      RemedyReport(round, language, asOf: day).summary(try plans(asOf: day)),
      "blocks.\(language.rawValue).txt")
    expectGolden(
      RemedyReport(round, language, onlyMissing: true).summary(try plans(asOf: nil)),
      "blocks-missing.\(language.rawValue).txt")
  }

  @Test func `programs read the same`() throws {
    let report = RemedyReport(round, .vietnamese, asOf: day)
    let text = report.json(try plans(asOf: day))
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(json["format"] as? String == "parindex/remedy-report@1")
    let units = try #require(json["units"] as? [[String: Any]])
    #expect(units.count == round.units.count)
    expectGolden(
      report.json([try plans(asOf: day)[try sample.unit("so-tai-chinh")]]), "unit.json")
  }

  @Test func `only a published round owes plans`() throws {
    let sentence = "The result is not published"
    #expect(RemedyReport(round, .english).summary(try plans(asOf: nil)).contains(sentence))
    let published = try SampleRound { $0.publication.state = .published }
    let report = RemedyReport(published.round, .english)
    #expect(!report.summary([]).contains(sentence))
  }

  @Test(arguments: Language.allCases)
  func `the next sheet shows what became of the plan`(_ language: Language) throws {
    let unit = try sample.unit("so-tai-chinh")
    let plan = try plans(asOf: nil)[unit]
    let text = RemedyFollowUpText(round, after: round, language)
    expectGolden(text.text(unit: unit, plan), "follow-up.\(language.rawValue).txt")
    let other = try sample.unit("huyen-dong")
    expectGolden(text.text(unit: other, plan), "follow-up-other.\(language.rawValue).txt")
    expectGolden(text.text(unit: other, nil), "follow-up-new-unit.\(language.rawValue).txt")
  }

  @Test func `a draft names every lost item with the reason, and leaves the rest blank`() throws {
    let unit = try sample.unit("so-tai-chinh")
    let plan = RemedyPlan(round, unit: unit, submission: nil)
    let text = remedyScaffold(round, plan)
    expectGolden(text, "scaffold.yaml")
    let root = try #require(
      readYAML(SourceText(file: SourceFile(path: "remedies.yaml"), bytes: Array(text.utf8)))
        .document?.root)
    let set = round.sets[round.units[unit].record.set]
    #expect(
      root["remedies"]?.elements.compactMap { $0["criterion"]?.text }
        == plan.items.map { set.items[$0.item].id })
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 110 })
  }
}

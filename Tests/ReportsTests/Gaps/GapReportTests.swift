import Diagnostics
import Grading
import Reports
import TestRounds
import TestSupport
import Testing

/// What units and the helper team read about gaps, whole.
struct GapReportTests {
  private func report(_ round: Round, _ language: Language, _ shows: Bool) -> GapReport {
    GapReport(round, language: language, showsPlaces: shows, namesOthers: shows)
  }

  /// A unit with gaps of every group, in a group of three.
  private var world: GapWorld {
    var world = GapWorld()
    world.plan.calendar.deadlines["dossier_explanations"] = GapWorld.moment("2017-12-04")
    world.plan.calendar.deadlines["dossier_figures"] = GapWorld.moment("2017-12-17")
    world.records.append(world.makeRecord("c"))
    world.records[1].assessment.inputs = [0, 1, 1].map { .given(.number($0)) }
    world.records[1].figures[5] = .known(.number(1))
    world.records[2].assessment.inputs = [0, 0, 0].map { .given(.number($0)) }
    world.records[2].figures[5] = .known(.number(0))
    world.records[0].entries = []
    world.records[0].assessment.isIllustrative = true
    world.records[0].assessment.inputs[1] = .blank
    world.records[0].assessment.inputs[2] = .given(.number(1))
    world.document {
      $0.state = .present(sha256: "digest of b")
      $0.date = GapWorld.day("2016-12-31")
      $0.issuer = nil
    }
    world.answer(0) {
      $0.claim = Exact(3, over: 2)
      $0.citations = [Citation(document: 0, section: nil, pages: "3")]
    }
    world.figure("survey.overall", .missing)
    return world
  }

  private func priced(_ world: GapWorld) -> (Round, [UnitGaps]) {
    let round = world.round
    let finder = GapFinder(round)
    return (round, finder.pricedGaps())
  }

  @Test(arguments: Language.allCases)
  func `a unit's list tells what, how, until when and for how many points`(_ language: Language) {
    let (round, all) = priced(world)
    expectGolden(report(round, language, false).text(all[0]), "unit.\(language.rawValue).txt")
    expectGolden(
      report(round, language, true).text(all[0]), "unit-with-places.\(language.rawValue).txt")
  }

  @Test(arguments: Language.allCases)
  func `the whole round is summed up by kind and by unit`(_ language: Language) {
    let (round, all) = priced(world)
    expectGolden(report(round, language, true).summary(all), "summary.\(language.rawValue).txt")
  }

  @Test func `programs read the same as JSON and CSV`() {
    let (round, all) = priced(world)
    expectGolden(report(round, .vietnamese, true).json([all[0]]), "gaps.json")
    expectGolden(report(round, .vietnamese, true).csv(all), "gaps.csv")
    expectGolden(report(round, .vietnamese, false).csv(all), "gaps-for-unit.csv")
  }

  @Test(arguments: Language.allCases)
  func `every kind has its sentence and its remedy`(_ language: Language) {
    var text = ""
    for example in GapExample.all {
      var world = GapWorld()
      example.spoil(&world)
      let round = world.round
      var gaps = GapFinder(round).gaps(of: 0)
      gaps.gaps = gaps.gaps.filter { $0.code == example.code }
      text += report(round, language, true).text(gaps) + "\n"
    }
    expectGolden(text, "kinds.\(language.rawValue).txt")
  }

  @Test func `what a unit is given holds nothing of the others`() throws {
    let (round, all) = priced(world)
    for language in Language.allCases {
      let report = report(round, language, false)
      for text in [report.text(all[0]), report.json([all[0]]), report.csv([all[0]])] {
        #expect(!text.contains("Sở b"))
        #expect(!text.contains("\"b\""))
        #expect(!text.contains("place_") && !text.contains("\"places\""))
        #expect(!text.contains("đứng") && !text.contains("instead of"))
      }
    }
    #expect(report(round, .vietnamese, true).text(all[0]).contains("Sở b"))
    #expect(report(round, .vietnamese, true).text(all[0]).contains("đứng"))
    #expect(report(round, .vietnamese, true).json([all[0]]).contains("places"))
  }

  @Test func `a text that looks like a formula is none in a spreadsheet`() {
    var world = GapWorld()
    world.answer(6) { $0.notApplicable = "=1+1, \"x\"" }
    world.records[0].assessment.shelf = []
    world.answer(0) { $0.citations = [] }
    let round = world.round
    let csv = report(round, .english, false).csv([GapFinder(round).gaps(of: 0)])
    #expect(csv.contains("\"claimed not applicable, undecided (reason: =1+1, \"\"x\"\")\""))
    #expect(!csv.contains(",=") && !csv.contains("\n="))
  }

  @Test func `a unit without gaps is told so`() {
    let round = GapWorld().round
    let text = report(round, .vietnamese, false).text(GapFinder(round).gaps(of: 0))
    #expect(text == "Sở a: nội dung phải bổ sung, giải trình\nKhông có nội dung nào.\n")
  }

  @Test(arguments: [
    ("2017-12-20", "đến hết ngày 20/12/2017", "through 2017-12-20"),
    ("2017-12-20T23:59", "đến hết ngày 20/12/2017", "through 2017-12-20"),
    ("2017-12-20T17:00", "đến 17:00 ngày 20/12/2017", "by 2017-12-20 17:00"),
  ])
  func `deadlines are told in words`(_ moment: String, _ vietnamese: String, _ english: String) {
    var world = GapWorld()
    let claim = world.plan.stages[0]
    world.plan.stages[0] = Stage(
      id: claim.id, title: claim.title, kind: .claim, who: nil, deadline: GapWorld.moment(moment),
      allowsBeyondRule: false)
    world.records[0].entries = []
    world.document { $0.state = .missing }
    let round = world.round
    let gaps = GapFinder(round).gaps(of: 0)
    #expect(report(round, .vietnamese, false).text(gaps).contains("Thời hạn: \(vietnamese)\n"))
    #expect(report(round, .english, false).text(gaps).contains("Due: \(english)\n"))
  }
}

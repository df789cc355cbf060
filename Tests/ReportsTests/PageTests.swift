import Diagnostics
import Grading
import Reports
import TestSupport
import Testing

/// Sheets, rankings and the summary as people read them.
struct PageTests {
  @Test(arguments: Language.allCases)
  func `a score sheet shows every layer, the grade and what is open`(_ language: Language) throws {
    let sample = try SampleRound()
    for id in ["so-tai-chinh", "so-y-te", "huyen-dong"] {
      let text = ScoreSheetText(sample.round, language).text(unit: try sample.unit(id))
      expectGolden(text, "sheet-\(id).\(language.rawValue).txt")
    }
  }

  @Test(arguments: Language.allCases)
  func `a ranking lists ties, grades, the provisional and those apart`(_ language: Language) throws
  {
    let sample = try SampleRound { plan in
      plan.isIllustrative = true
      plan.note = "Bản tự chấm điểm là số liệu minh họa."
    }
    expectGolden(RankingText(sample.round, language).text(), "ranking.\(language.rawValue).txt")
    expectGolden(
      RankingText(sample.round, language).comparison(block: 2),
      "comparison.\(language.rawValue).txt")
    expectGolden(
      RoundSummaryText(sample.round, language).text(
        leftOut: ["so-y-te"], outputs: [.init(title: "JSON", path: "out/result.json")]),
      "summary.\(language.rawValue).txt")
  }

  @Test func `without places a sheet names none`() throws {
    let sample = try SampleRound()
    let unit = try sample.unit("so-tai-chinh")
    #expect(ScoreSheetText(sample.round, .vietnamese).text(unit: unit).contains("Thứ hạng"))
    #expect(
      !ScoreSheetText(sample.round, .vietnamese, showsPlaces: false).text(unit: unit)
        .contains("Thứ hạng"))
  }

  @Test func `names stand in Vietnamese order`() {
    let names = ["Đà", "Da", "Ân", "Áo", "An", "Ăn", "Ạn", "Ần", "Dạ", "Ea", "Àn", "An 1", "ấn"]
    #expect(
      names.shuffled().sorted { VietnameseOrder($0) < VietnameseOrder($1) } == [
        "An", "Àn", "Ạn", "An 1", "Áo", "Ăn", "Ân", "Ần", "ấn", "Da", "Dạ", "Đà", "Ea",
      ])
    #expect(!(VietnameseOrder("Va\u{323}n") < VietnameseOrder("Vạn")))
    #expect(!(VietnameseOrder("Vạn") < VietnameseOrder("Va\u{323}n")))
  }

  @Test func `numbers are written as each language writes them`() {
    let vietnamese = NumberWords(.vietnamese)
    let english = NumberWords(.english)
    let third = Exact(1, over: 3) ?? .zero
    #expect(vietnamese.shown(Exact(1_234_567)) == "1.234.567")
    #expect(english.shown(Exact(1_234_567)) == "1,234,567")
    #expect(vietnamese.about(third) == "≈ 0,33")
    #expect(vietnamese.aboutPercent(Exact(9, over: 10) ?? .zero) == "90%")
    #expect(english.equals(third, isPercent: true) == "≈ 33.33%")
    #expect(vietnamese.shown(Exact(-1, over: 4) ?? .zero) == "−0,25")
    #expect(vietnamese.date(SampleRound.day(2017, 1, 2)) == "02/01/2017")
    #expect(english.date(SampleRound.day(2017, 1, 2)) == "2017-01-02")
  }

  @Test func `nothing in a file commands the terminal, and colour is only where it is asked for`()
    throws
  {
    let sample = try SampleRound { plan in
      plan.isIllustrative = true
      plan.note = "đỏ \u{1B}[31m"
    }
    let plain = RankingText(sample.round, .vietnamese).text()
    #expect(!plain.contains("\u{1B}") && plain.contains("␛[31m"))
    let coloured = RankingText(sample.round, .vietnamese, isColoured: true).text()
    #expect(coloured.contains("\u{1B}[1mKhối sở, ban, ngành\u{1B}[0m\n"))
    #expect(!coloured.contains("\u{1B}[31m"))
  }
}

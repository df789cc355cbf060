import Diagnostics
import Grading
import Reports
import TestSupport
import Testing

/// A rule is said in words with every bound it has.
struct RuleWordsTests {
  @Test(arguments: Language.allCases)
  func `every kind of rule is said in words`(_ language: Language) throws {
    let set = try ReportCases.set("rules")
    let words = RuleWords(set: set, language: language)
    let dated = RuleWords(set: set, language: language, calendar: ReportCases.calendar)
    var text = ""
    for item in set.items {
      text += "\(item.id) \(words.sentence(item))\n"
      let withDays = dated.sentence(item)
      if withDays != words.sentence(item) { text += "      \(withDays)\n" }
    }
    expectGolden(text, "rule-words.\(language.rawValue).txt")
  }

  @Test func `a weighted item says which scale its points are on`() throws {
    let set = try ReportCases.shipped("don-vi-su-nghiep")
    let item = try #require(set.items.first { $0.scale != .one })
    let sentence = RuleWords(set: set, language: .vietnamese).sentence(item)
    #expect(sentence.contains("chấm trên thang \(item.ruleMaximum)"))
    #expect(sentence.hasSuffix("quy về \(item.maximum) điểm)"))
  }

  @Test func `lines stand in the order of the rule's own steps`() throws {
    let set = try ReportCases.set("rules")
    let words = RuleWords(set: set, language: .vietnamese)
    for item in set.items {
      guard case .steps(let rule) = item.rule else { continue }
      #expect(words.table(item).rows.map(\.points) == rule.bands.map(\.points))
    }
  }
}

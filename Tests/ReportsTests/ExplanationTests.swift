import Diagnostics
import Grading
import Reports
import TestSupport
import Testing

/// `explain` can be followed by a clerk, whatever feeds the item.
struct ExplanationTests {
  @Test(
    arguments: [
      ("adjusted", "so-tai-chinh", "1.1.3"), ("register", "so-tai-chinh", "1.2.1"),
      ("dossiers", "so-tai-chinh", "2.1.1"), ("survey", "so-tai-chinh", "2.2"),
      ("best", "so-tai-chinh", "2.1.2"), ("subordinates", "huyen-dong", "1.1.1"),
      ("rejected", "so-y-te", "1.1.1"),
    ], Language.allCases)
  func `an explanation tells rule, data, layers and decisions`(
    _ page: (name: String, unit: String, item: String), _ language: Language
  ) throws {
    let sample = try SampleRound()
    let unit = try sample.unit(page.unit)
    let text = ExplanationText(sample.round, language)
      .text(unit: unit, item: try sample.item(page.item, of: unit))
    expectGolden(text, "explain-\(page.name).\(language.rawValue).txt")
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      #expect(!line.hasSuffix(" "), "a trailing space: \(line)")
    }
  }

  @Test(arguments: Language.allCases)
  func `every item of every unit has its sentence in every layer`(_ language: Language) throws {
    let sample = try SampleRound()
    var text = ""
    for (place, unit) in sample.round.units.enumerated() {
      text += "\(unit.record.unit.name)\n"
      for item in sample.round.sets[unit.record.set].items {
        var last = ""
        for layer in sample.round.layers.indices {
          let trace = sample.round.trace(unit: place, item: item.index, layer: layer)
          let sentence = RuleSentence(sample.round, trace, language).text
          #expect(!sentence.isEmpty && !sentence.contains("?"))
          if sentence != last { text += "  \(item.id) \(layer)  \(sentence)\n" }
          last = sentence
        }
      }
    }
    expectGolden(text, "sentences.\(language.rawValue).txt")
  }

  @Test func `a unit learns no other unit's value before publication`() throws {
    let sample = try SampleRound()
    let unit = try sample.unit("so-tai-chinh")
    let item = try sample.item("2.1.2", of: unit)
    let open = ExplanationText(sample.round, .vietnamese).text(unit: unit, item: item)
    let closed = ExplanationText(sample.round, .vietnamese, showsOthers: false)
      .text(unit: unit, item: item)
    #expect(open.contains("Sở Nội vụ)") && open.contains("50%"))
    #expect(!closed.contains("Sở Nội vụ)") && !closed.contains("50%"))
  }

  @Test func `a trace is what the round itself computed`() throws {
    let sample = try SampleRound()
    for (place, unit) in sample.round.units.enumerated() {
      for item in sample.round.sets[unit.record.set].items {
        for layer in sample.round.layers.indices {
          let trace = sample.round.trace(unit: place, item: item.index, layer: layer)
          guard trace.outcome.basis == .rule, trace.outcome.state == .scored,
            case .points(let points, _) = trace.result
          else { continue }
          let scaled = points * item.scale
          // The maximum itself is never rounded.
          let counted =
            scaled == item.maximum ? scaled : scaled.rounded(places: 2, mode: .halfUp)
          #expect(counted == trace.outcome.points)
        }
      }
    }
  }
}

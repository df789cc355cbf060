import Diagnostics
import Grading
import Loading
import TestSupport
import Testing

/// What is written is what is read.
struct RoundTripTests {
  @Test(arguments: 1...40)
  func `random valid answers are read back equal`(_ seed: UInt64) throws {
    let fixture = try SubmissionFixture()
    var random = SplitMix64(seed: seed)
    var writer = AnswerWriter(set: fixture.set, random: random)
    let expected = writer.write()
    random = writer.random
    let submission = try fixture.read(assessment: writer.text)
    #expect(
      submission.diagnostics.isEmpty,
      "\(writer.text)\n\(TextRenderer(language: .english).render(submission.diagnostics))")
    #expect(submission.assessment.inputs == expected.inputs)
    for (item, claim) in expected.claims.enumerated() {
      #expect(submission.assessment.answers[item]?.claim == claim, "\(fixture.set.items[item].id)")
    }
    #expect(
      submission.assessment.answers.enumerated().allSatisfy { item, answer in
        (answer == nil) == (expected.lines[item] == 0)
          && answer.map { $0.line == expected.lines[item] } ?? true
      })
  }
}

/// Writes answers that nothing is wrong with, in one of the ways people write them.
private struct AnswerWriter {
  struct Expected {
    var inputs: [InputValue]
    var claims: [Exact?]
    var lines: [UInt32]
  }

  let set: CriteriaSet
  var random: SplitMix64
  var text = ""

  init(set: CriteriaSet, random: SplitMix64) {
    self.set = set
    self.random = random
  }

  mutating func write() -> Expected {
    var expected = Expected(
      inputs: Array(repeating: .blank, count: set.inputs.count),
      claims: Array(repeating: nil, count: set.items.count),
      lines: Array(repeating: 0, count: set.items.count))
    text = SubmissionFixture.heading(
      "self-assessment", "submitted_at: 2017-12-19T15:30\nshared_inputs: {staff: 900, trained: 7}\n"
    )
    for place in set.sharedInputs {
      expected.inputs[place] = .given(.number(set.inputs[place].name == "staff" ? 900 : 7))
    }
    text += "answers:\n"
    for item in set.items.shuffled(using: &random)
    where item.scoredBy == .unit && item.id != "1.3.1" {
      guard Int.random(in: 0..<5, using: &random) > 0 else { continue }
      expected.lines[item.index] = UInt32(
        text.split(separator: "\n", omittingEmptySubsequences: false).count)
      var inputs: [String] = []
      for place in Array(item.inputs).shuffled(using: &random) {
        let (written, value) = value(set.inputs[place])
        expected.inputs[place] = .given(value)
        inputs.append("\(set.inputs[place].name): \(written)")
      }
      limit(item, &expected, &inputs)
      var keys: [String] = []
      if !inputs.isEmpty { keys.append("inputs: {\(inputs.joined(separator: ", "))}") }
      if Bool.random(using: &random) {
        let hundredths = Int.random(in: 0...100, using: &random)
        let claim = Exact(hundredths, over: 100) ?? .zero
        keys.append("points: \(claim.canonicalText)")
        expected.claims[item.index] = claim
      }
      if Bool.random(using: &random) { keys.append("note: \"Ghi chú, có dấu phẩy\"") }
      let isFlow = Bool.random(using: &random)
      text +=
        isFlow
        ? "  \"\(item.id)\": {\(keys.joined(separator: ", "))}\n"
        : keys.isEmpty
          ? "  \"\(item.id)\": {}\n"
          : "  '\(item.id)':\n" + keys.shuffled(using: &random).map { "    \($0)\n" }.joined()
    }
    return expected
  }

  /// `completed` may not exceed `planned`.
  private func limit(_ item: Item, _ expected: inout Expected, _ inputs: inout [String]) {
    guard let place = item.inputs.first(where: { set.inputs[$0].name == "planned" }) else { return }
    inputs.removeAll { $0.hasPrefix("planned") }
    inputs.append("planned: 123456789012345678901234567890")
    expected.inputs[place] =
      Exact(parsing: "123456789012345678901234567890")
      .map { .given(.number($0)) } ?? .blank
  }

  private mutating func value(_ input: Input) -> (String, Value) {
    switch input.type {
    case .count:
      let number = Int.random(in: 0...900, using: &random)
      return ("\(number)", .number(Exact(number)))
    case .number:
      let hundredths = Int.random(in: 0...500_000, using: &random)
      let number = Exact(hundredths, over: 100) ?? .zero
      return (number.canonicalText, .number(number))
    case .rate:
      let tenths = Int.random(in: 0...800, using: &random)
      let rate = Exact(tenths, over: 1000) ?? .zero
      let percent = (rate * .hundred).canonicalText + "%"
      return Bool.random(using: &random)
        ? (percent, .number(rate))
        : Bool.random(using: &random)
          ? ("\"\(percent)\"", .number(rate)) : (rate.canonicalText, .number(rate))
    case .date:
      if Int.random(in: 0..<4, using: &random) == 0 { return ("none", .noDate) }
      let first = CalendarDay(year: 2016, month: 10, day: 1) ?? CalendarDay(number: 0)
      let day = CalendarDay(number: first.number + Int32.random(in: 0...456, using: &random))
      let moment = LocalMoment(
        day, minute: Bool.random(using: &random) ? Int16.random(in: 0..<1440, using: &random) : nil)
      return (moment.isoText, .date(moment))
    case .yesNo:
      let words = [
        ("yes", true), ("no", false), ("true", true), ("false", false), ("có", true),
        ("không", false), ("kho\u{302}ng", false),
      ]
      let (word, truth) = words[Int.random(in: 0..<words.count, using: &random)]
      return (word, .truth(truth))
    case .choice:
      let option = input.options[Int.random(in: 0..<input.options.count, using: &random)].id
      return (option, .text(option))
    case .text:
      let texts = [("Đạt", "Đạt"), ("\"a, b: c\"", "a, b: c"), ("'none'", "none"), ("42", "42")]
      let (written, text) = texts[Int.random(in: 0..<texts.count, using: &random)]
      return (written, .text(text))
    }
  }
}

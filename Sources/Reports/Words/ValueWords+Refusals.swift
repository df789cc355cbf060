internal import Diagnostics
internal import Grading

/// Values that were handed in and could not be taken.
extension ValueWords {
  /// “98,5” → what the unit wrote, for a change of it.
  func written(_ input: InputTrace) -> String {
    if let refused = input.refused { return "“\(refused.text)”" }
    return text(input.written, of: input.input)
  }

  /// Why what the unit handed in is impossible; nil when it is not.
  func refusal(_ input: InputTrace) -> String? {
    guard input.value == .impossible, input.correctedBy == nil else { return nil }
    guard let refused = input.refused else {
      guard case .given = input.written else { return nil }
      return say("nộp ", "handed in ") + text(input.written, of: input.input) + ": "
        + say(
          "ngoài phạm vi cho phép hoặc vượt số liệu giới hạn",
          "out of range or above the figure that limits it")
    }
    return say("nộp ", "handed in ") + "“\(refused.text)”: " + why(refused.fault, input.input)
  }

  private func why(_ fault: RefusedInput.Fault, _ input: Input) -> String {
    switch fault {
    case .ambiguous(let readings) where readings.count > 1:
      let vietnamese = readings.map { $0.replacing(".", with: ",") }
      return say(
        "không rõ là \(vietnamese.joined(separator: " hay "))",
        "\(readings.joined(separator: " or ")) is not clear")
    case .ambiguous:
      return say(
        "có dấu phân cách nên không rõ là số nào", "separators leave open which number it is")
    case .wrongType: return say("không đúng loại", "of the wrong type")
    case .outOfRange: return say("ngoài phạm vi cho phép", "out of range")
    case .aboveLimit:
      let limit = input.atMost.map { "“\(words.set.inputs[$0].title)”" }
      return limit.map { say("lớn hơn \($0)", "above \($0)") }
        ?? say("vượt số liệu giới hạn", "above the figure that limits it")
    }
  }
}

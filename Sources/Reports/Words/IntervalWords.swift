internal import Diagnostics
internal import Grading

extension RoundWords {
  /// "chỉ số từ 78,99 đến 79,59; thứ hạng từ 14 đến 16": how far what is still open can move a unit
  /// (SCORING 2); nil where nothing moves.
  func text(_ interval: UnitInterval, decimals: Int, showsPlaces: Bool = true) -> String? {
    var parts: [String] = []
    if let index = interval.index, index.lowest != index.highest {
      let low = numbers.fixed(index.lowest, places: decimals)
      let high = numbers.fixed(index.highest, places: decimals)
      parts.append(say("chỉ số từ \(low) đến \(high)", "index from \(low) to \(high)"))
    }
    if showsPlaces, let places = interval.places, places.count > 1 {
      parts.append(
        say(
          "thứ hạng từ \(places.lowerBound) đến \(places.upperBound)",
          "place from \(places.lowerBound) to \(places.upperBound)"))
    }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }
}

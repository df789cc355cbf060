internal import Diagnostics
package import Grading

extension RoundWords {
  /// "chỉ số từ 78,99 đến 79,59 (đúng cả hai đầu); thứ hạng từ 14 đến 16 (giới hạn ngoài)": how far
  /// what is still open can move a unit (SCORING 2); nil where nothing moves.
  /// - Parameter isMarked: whether outer bounds have a mark that is explained once, in place of words.
  package func text(
    _ interval: UnitInterval, decimals: Int, showsPlaces: Bool = true, isMarked: Bool = false
  ) -> String? {
    func bounds(_ isExact: Bool) -> String {
      isMarked ? (isExact ? "" : " (*)") : self.bounds(isExact)
    }
    var parts: [String] = []
    if let index = interval.index, index.lowest != index.highest {
      let low = numbers.fixed(index.lowest, places: decimals)
      let high = numbers.fixed(index.highest, places: decimals)
      parts.append(
        say("chỉ số từ \(low) đến \(high)", "index from \(low) to \(high)")
          + bounds(index.isExact))
    }
    if showsPlaces, let places = interval.places, !places.isPoint {
      parts.append(
        say(
          "thứ hạng từ \(places.best) đến \(places.worst)",
          "place from \(places.best) to \(places.worst)") + bounds(places.isExact))
    }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  /// What an outer bound is.
  package var outerBound: String {
    say(
      "Giới hạn ngoài: kết quả không thể nằm ngoài, nhưng chưa chắc tới được hai đầu, vì các nội "
        + "dung còn mở dùng chung số liệu hoặc phụ thuộc kết quả của nơi khác.",
      "An outer bound: the result cannot lie beyond it, but may not come to its ends, because open "
        + "items share figures or depend on results of others.")
  }

  /// Whether both ends can be reached.
  private func bounds(_ isExact: Bool) -> String {
    isExact ? say(" (chính xác)", " (exact)") : say(" (giới hạn ngoài)", " (outer bound)")
  }
}

extension UnitInterval {
  /// Whether anything that is shown is an outer bound.
  package func hasOuterBounds(showsPlaces: Bool) -> Bool {
    let index = index.map { !$0.isExact && $0.lowest != $0.highest } ?? false
    let places = places.map { !$0.isExact && !$0.isPoint } ?? false
    return index || (showsPlaces && places)
  }
}

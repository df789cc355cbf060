internal import Grading
internal import HTMLWriting
internal import Reports

/// Drawings that stand beside the numbers they show, so that whoever cannot see them misses nothing.
extension HTMLWriter {
  /// A bar of a share from 0 to 100, with a stroke where the median lies.
  mutating func bar(_ share: Exact, median: Exact?) {
    drawing { svg in
      svg.rectangle("b", from: .zero, to: Self.bounded(share), top: "2", height: "8")
      if let median {
        svg.stroke("o", at: median, width: 3, top: "0", height: "12")
        svg.stroke("m", at: median, width: 1, top: "0", height: "12")
      }
    }
  }

  /// The lowest, the middle half, the median and the highest of some shares.
  mutating func spread(_ spread: Spread) {
    drawing { svg in
      svg.rectangle(
        "m", from: Self.bounded(spread.lowest), to: Self.bounded(spread.highest), top: "5.5",
        height: "1")
      svg.rectangle(
        "b", from: Self.bounded(spread.lowerQuarter), to: Self.bounded(spread.upperQuarter),
        top: "2", height: "8")
      svg.stroke("o", at: spread.median, width: 3, top: "0", height: "12")
      svg.stroke("m", at: spread.median, width: 1, top: "0", height: "12")
    }
  }

  /// How many of all are at each grade, the best first and darkest.
  mutating func shares(_ counts: [Int]) {
    let all = counts.reduce(0, +)
    guard all > 0 else { return }
    drawing { svg in
      var before = 0
      for (place, count) in counts.enumerated() where count > 0 {
        let from = Exact(before * 100, over: all) ?? .zero
        before += count
        let through = Exact(before * 100, over: all) ?? .hundred
        svg.rectangle("g\(min(place, 3))", from: from, to: through, top: "1", height: "10")
        if before < all { svg.stroke("o", at: through, width: 1, top: "0", height: "12") }
      }
    }
  }

  private mutating func drawing(_ content: (inout HTMLWriter) -> Void) {
    element(
      "svg", .class("bar"), .init("viewBox", "0 0 100 12"), .init("preserveAspectRatio", "none"),
      .init("aria-hidden", "true"), .init("focusable", "false")
    ) { svg in
      svg.rectangle("t", from: .zero, to: .hundred, top: "2", height: "8")
      content(&svg)
    }
  }

  private mutating func stroke(
    _ name: String, at place: Exact, width: Int, top: String, height: String
  ) {
    let half = Exact(width, over: 2) ?? .zero
    rectangle(
      name, from: Self.bounded(place) - half, to: Self.bounded(place) + half, top: top,
      height: height)
  }

  private mutating func rectangle(
    _ name: String, from: Exact, to end: Exact, top: String, height: String
  ) {
    empty(
      "rect", .class(name), .init("x", from.fixedText(places: 1)), .init("y", top),
      .init("width", (end - from).fixedText(places: 1)), .init("height", height), isVoid: false)
  }

  private static func bounded(_ share: Exact) -> Exact { min(max(share, .zero), .hundred) }
}

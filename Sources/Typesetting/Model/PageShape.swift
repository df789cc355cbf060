/// A4 upright or across, with the margins of official papers (Nghị định 30/2020/NĐ-CP, Phụ lục I).
package enum PageShape: Hashable, Sendable, CaseIterable {
  case portrait
  case landscape

  /// All in points.
  package struct Measures: Hashable, Sendable {
    package let width: Double
    package let height: Double
    package let top: Double
    package let bottom: Double
    package let left: Double
    package let right: Double

    /// Between the margins.
    package var textWidth: Double { width - left - right }
    package var textHeight: Double { height - top - bottom }
  }

  package var measures: Measures {
    let (short, long) = (PageShape.points(210), PageShape.points(297))
    return switch self {
    case .portrait:
      Measures(
        width: short, height: long, top: PageShape.points(20), bottom: PageShape.points(20),
        left: PageShape.points(30), right: PageShape.points(15))
    case .landscape:
      Measures(
        width: long, height: short, top: PageShape.points(20), bottom: PageShape.points(15),
        left: PageShape.points(20), right: PageShape.points(20))
    }
  }

  /// Millimetres in points.
  static func points(_ millimetres: Double) -> Double { millimetres * 72 / 25.4 }
}

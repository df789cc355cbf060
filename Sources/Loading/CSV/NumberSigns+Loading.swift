package import Diagnostics
internal import Grading
package import YAMLReading

extension NumberSigns {
  /// Reads `{decimal: ",", thousands: "."}`; nil, with a diagnostic, when it is something else.
  package init?(reading node: YAMLNode, into problems: DiagnosticCollector) {
    guard var reader = MappingReader(node, key: "numbers", into: problems) else { return nil }
    let decimal = reader.choice("decimal", of: DecimalSign.self, .required)
    let thousands = reader.choice("thousands", of: ThousandsSign.self)
    reader.finish()
    guard let decimal else { return nil }
    guard decimal.sign != thousands?.sign else {
      problems.add(
        .badValue(
          node["thousands"] ?? node, key: "thousands",
          expected: Wording(
            vi: "dấu khác dấu thập phân", en: "another sign than the decimal sign")))
      return nil
    }
    self.init(decimal: decimal.sign, thousands: thousands?.sign)
  }

  private enum DecimalSign: String, CaseIterable {
    case point = "."
    case comma = ","

    var sign: Sign { self == .point ? .point : .comma }
  }

  private enum ThousandsSign: String, CaseIterable {
    case point = "."
    case comma = ","
    case space = " "
    case none

    var sign: Sign? {
      switch self {
      case .point: .point
      case .comma: .comma
      case .space: .space
      case .none: nil
      }
    }
  }
}

package import Diagnostics

/// What can be typed into an input or stand in a column.
package enum InputType: String, Sendable, CaseIterable {
  /// A whole number, not negative.
  case count
  /// A decimal number.
  case number
  /// A share: `87.5%`, or a fraction from 0 to 1.
  case rate
  /// A day, with the time where it matters; or `none`: there is no such document.
  case date
  case yesNo = "yes_no"
  /// One of the input's named options.
  case choice
  case text

  package var valueType: ValueType {
    switch self {
    case .count, .number, .rate: .number
    case .date: .date
    case .yesNo: .truth
    case .choice, .text: .text
    }
  }
}

/// One figure or fact that a unit types.
package struct Input: Sendable {
  package struct Option: Sendable {
    package let id: String
    package let title: String

    package init(id: String, title: String) {
      self.id = id
      self.title = title
    }
  }

  package let name: String
  package let type: InputType
  package let title: String
  /// What is counted or measured ("nhiệm vụ", "đồng"), for people.
  package let unit: String?
  package let options: [Option]
  package let low: CheckedExpression?
  package let high: CheckedExpression?
  /// Another input of the same item, or a shared one, that this one may not exceed; its place in
  /// `CriteriaSet.inputs`.
  package var atMost: Int?
  /// A figure of another office that states the same thing; its place in `CriteriaSet.figures`.
  package var sameAs: Int?
  package let span: SourceSpan

  package init(
    name: String, type: InputType, title: String, unit: String? = nil, options: [Option] = [],
    low: CheckedExpression? = nil, high: CheckedExpression? = nil, atMost: Int? = nil,
    span: SourceSpan
  ) {
    self.name = name
    self.type = type
    self.title = title
    self.unit = unit
    self.options = options
    self.low = low
    self.high = high
    self.atMost = atMost
    self.span = span
  }
}

/// A figure that somebody else supplies: a dossier count, a register's column, a survey index.
package struct FigureName: Hashable, Sendable {
  /// As written in expressions: `reports.late`.
  package let name: String
  package let type: InputType
  /// What people read: "Số báo cáo trễ hạn".
  package let title: String

  package init(name: String, type: InputType, title: String) {
    self.name = name
    self.type = type
    self.title = title
  }

  /// The first part of the name: `reports`.
  package var namespace: Substring { name[..<(point ?? name.endIndex)] }
  /// The rest of the name: `late`.
  package var column: Substring {
    point.map { name[name.utf8.index(after: $0)...] } ?? name[name.endIndex...]
  }

  private var point: String.Index? { name.utf8.firstIndex(of: UInt8(ascii: ".")) }
}

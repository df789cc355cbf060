package import Grading

extension Input {
  /// A value as files write it; nil for what is no value.
  package func written(_ value: InputValue) -> String? {
    guard case .given(let value) = value else { return nil }
    return value.written(as: type)
  }
}

extension FigureName? {
  /// A value as files write it.
  func written(_ value: Value) -> String? { value.written(as: self?.type ?? .number) }
}

extension FigureName {
  /// A value as files write it.
  package func written(_ value: Value) -> String? { value.written(as: type) }
}

extension Value {
  /// As files write a value of a type, so that reading gives the same.
  fileprivate func written(as type: InputType) -> String? {
    switch self {
    case .number(let number) where type == .rate: (number * .hundred).canonicalText + "%"
    case .number(let number): number.canonicalText
    case .date(let moment): moment.isoText
    case .noDate: "none"
    case .truth(let truth): truth ? "yes" : "no"
    case .text(let text): text
    case .days: nil
    }
  }
}

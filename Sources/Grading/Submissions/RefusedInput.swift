/// What a unit wrote for an input, and why no value was taken from it.
package struct RefusedInput: Hashable, Sendable {
  package enum Fault: Hashable, Sendable {
    /// It can be read in these ways, or has separators that make it uncertain.
    case ambiguous([String])
    case wrongType
    case outOfRange
    case aboveLimit
  }

  package let text: String
  package let fault: Fault

  package init(_ text: String, _ fault: Fault) {
    self.text = text
    self.fault = fault
  }
}

internal import Diagnostics
internal import Grading

extension CanonicalJSON {
  /// A number as a decimal string, `"81.33"`; `"5/3"` where no decimal ends.
  mutating func exact(_ value: Exact) {
    bytes.append(UInt8(ascii: "\""))
    value.append(to: &bytes)
    bytes.append(UInt8(ascii: "\""))
  }

  mutating func exact(_ value: Exact?) {
    if let value { exact(value) } else { raw("null") }
  }
}

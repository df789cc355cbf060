package import Diagnostics

extension SourceText {
  /// Where the text begins behind a byte-order mark, and why the bytes are no text when they are
  /// none: UTF-16, NUL bytes, anything that is not UTF-8.
  package func checked() -> (start: Int, fault: Diagnostic?) {
    let check = bytes.withUnsafeBufferPointer { TextCheck($0) }
    return (check.start, check.fault.map { .textFault($0, in: self) })
  }
}

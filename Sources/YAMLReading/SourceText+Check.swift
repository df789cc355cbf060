package import Diagnostics

extension SourceText {
  /// Where the text begins behind a byte-order mark, and why the bytes are no text when they are
  /// none: UTF-16, NUL bytes, anything that is not UTF-8.
  package func checked() -> (start: Int, fault: Diagnostic?) {
    let check = bytes.withUnsafeBufferPointer { TextCheck($0) }
    return (check.start, check.fault.map { .textFault($0, in: self) })
  }

  /// Why the bytes are no UTF-8 when they are UTF-16: a mark at the beginning, or a NUL in every
  /// other byte of much of the text; nil for anything else.
  package func utf16Fault() -> Diagnostic? {
    let front = bytes.prefix(1024)
    let nulls = front.indices.filter { front[$0] == 0 }
    let odd = nulls.count { $0 % 2 == 1 }
    // Vietnamese letters beyond Latin-1 have no NUL; blanks, digits and signs do.
    let isHalfEmpty = nulls.count * 8 >= front.count && (odd == 0 || odd == nulls.count)
    let fault: TextCheck.Fault? =
      if front.starts(with: [0xFF, 0xFE]) {
        .utf16(littleEndian: true)
      } else if front.starts(with: [0xFE, 0xFF]) {
        .utf16(littleEndian: false)
      } else if !nulls.isEmpty, isHalfEmpty {
        .utf16(littleEndian: odd > 0)
      } else {
        nil
      }
    return fault.map { .textFault($0, in: self) }
  }
}

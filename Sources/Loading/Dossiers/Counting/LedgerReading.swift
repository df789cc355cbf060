package import Diagnostics
package import DossierCounting
internal import Glibc
internal import YAMLReading

/// Reads a ledger back row by row, so that its size does not matter.
/// - Returns: why it could not be read; nil when it was.
package func readLedger(in scratch: TemporaryFile, _ body: (LedgerEntry) -> Void) -> Diagnostic? {
  var rows = LedgerRows()
  var place = 0
  var part = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = part.withUnsafeMutableBytes {
      pread(scratch.descriptor, $0.baseAddress, $0.count, off_t(place))
    }
    if count == 0 { return nil }
    if count < 0 {
      guard errno == EINTR else { return .ledgerUnreadable(errno) }
      continue
    }
    place += count
    for byte in part[..<count] {
      if let fields = rows.take(byte), let entry = LedgerEntry(fields) { body(entry) }
    }
  }
}

/// Cuts bytes of RFC 4180 into rows, one byte after another.
private struct LedgerRows {
  private var fields: [String] = []
  private var field: [UInt8] = []
  private var isQuoted = false
  private var isBehindQuote = false

  /// The fields of a row when the byte ends one.
  mutating func take(_ byte: UInt8) -> [String]? {
    if byte == UInt8(ascii: "\"") {
      if isBehindQuote {
        // Two quotes in a quoted field are one.
        field.append(byte)
        isQuoted = true
        isBehindQuote = false
      } else if isQuoted {
        isQuoted = false
        isBehindQuote = true
      } else if field.isEmpty {
        isQuoted = true
      } else {
        field.append(byte)
      }
      return nil
    }
    isBehindQuote = false
    if isQuoted || byte != UInt8(ascii: ",") && byte != 0x0A {
      field.append(byte)
      return nil
    }
    fields.append(String(decoding: field, as: UTF8.self))
    field.removeAll(keepingCapacity: true)
    guard byte == 0x0A else { return nil }
    defer { fields.removeAll(keepingCapacity: true) }
    return fields
  }
}

extension Diagnostic {
  fileprivate static func ledgerUnreadable(_ error: Int32) -> Diagnostic {
    let reason = systemError(error)
    return Diagnostic(
      .fileUnreadable, at: SourceSpan(whole: SourceFile(path: SpillOptions().path)),
      Wording(vi: "không đọc được: \(reason.vietnamese)", en: "cannot be read: \(reason.english)"))
  }
}

package import Diagnostics
internal import YAMLReading

/// The bytes of a workbook, or why they are not there.
package enum WorkbookBytes: Sendable {
  case bytes([UInt8])
  case refused(Diagnostic)
}

extension FileAccess {
  /// The largest workbook that is read, in bytes.
  package static let workbookLimit = 32 << 20

  package static func workbook(_ path: String) -> WorkbookBytes {
    switch readFile(path: path, displayPath: path, limit: workbookLimit) {
    case .text(let text): .bytes(text.bytes)
    case .refused(let diagnostic): .refused(diagnostic)
    }
  }
}

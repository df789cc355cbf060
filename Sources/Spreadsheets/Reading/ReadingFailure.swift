/// Why a workbook cannot be read.
package enum ReadingFailure: Error, Hashable, Sendable {
  /// Not the container that all XLSX files are, or only a part of it.
  case notAContainer
  /// With a password, or of the format before XLSX.
  case encryptedOrOld
  /// One part of the container has a password.
  case encryptedPart(String)
  /// A part's name leads out of the container, or stands in it twice.
  case unsafeName(String)
  case duplicateName(String)
  /// A part cannot be inflated, or is not what its digest says.
  case damagedPart(String)
  /// A part that all workbooks have, or that another part names.
  case missingPart(String)
  /// A part is not well-formed; the line in it.
  case brokenXML(part: String, line: Int)
  /// A part declares a document type, which no workbook needs.
  case documentType(part: String)
  /// A limit that no filled-in form comes near.
  case tooMuch(ReadingLimit, part: String)
  /// The system's error number.
  case system(Int32)
}

/// What is counted while a workbook is read.
package enum ReadingLimit: String, Sendable, CaseIterable {
  case parts
  case inflatedBytes
  case rows
  case cells
  case strings
  case textLength
  case depth
}

/// How much is read of a workbook; everything is counted while it comes in, not believed.
package struct ReadingLimits: Hashable, Sendable {
  package var parts = 2_000
  package var inflatedBytes = 128 << 20
  /// Rows that are written in one sheet.
  package var rows = 50_000
  /// Cells that are written in all sheets.
  package var cells = 500_000
  package var strings = 500_000
  /// Bytes of one text: a cell holds 32,767 letters of up to three bytes.
  package var textLength = 3 * 32_767
  package var depth = 100

  package init() {}
}

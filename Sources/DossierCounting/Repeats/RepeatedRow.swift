/// A row whose dossier was read before: ids are unique within a source (DOMAIN 1.2, row 33).
package struct RepeatedRow: Hashable, Sendable {
  /// Where the row begins in its file, as it is unpacked.
  package let offset: Int
  package let line: Int
  /// Where the dossier stands first: it is that row which counts.
  package let first: RecordPlace
  /// Whether everything that is read of the record is the same as there.
  package let isSame: Bool
}

/// A row of an export, as people find it.
package struct RecordPlace: Hashable, Sendable, CustomStringConvertible {
  package let file: String
  package let line: Int

  package var description: String { "\(file):\(line)" }
}

/// Why repeated ids could not be looked for.
package struct RepeatFailure: Error, Hashable, Sendable {
  /// The export that cannot be read; nil for temporary files.
  package let export: String?
  package let failure: CountFailure
}

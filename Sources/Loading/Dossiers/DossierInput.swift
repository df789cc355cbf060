internal import YAMLReading

/// What a path that is given for dossiers holds.
package enum DossierInput: Hashable, Sendable {
  /// Case records: `records.yaml`, or an export.
  case records
  /// Printed tables: `tables.yaml`.
  case tables

  /// Records come first where a folder holds both; what is neither is told by who reads records.
  package init(at path: String, files: FileAccess = FileAccess()) {
    self = .records
    if let declaration = RecordPaths.declaration(at: path) {
      let format = files.yaml(declaration).document?.root["format"]?.text
      if format?.hasPrefix("parindex/tables") == true { self = .tables }
    } else if !RecordPaths.isExport(path), !TableFiles.declarations(at: path).isEmpty {
      self = .tables
    }
  }
}

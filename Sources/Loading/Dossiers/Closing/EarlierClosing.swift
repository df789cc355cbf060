internal import Diagnostics
internal import DossierCounting

/// The version that a closing replaces, as its folder has it.
struct EarlierClosing {
  let folder: String
  let closing: DossierClosing
  let sha256: String

  private var records: String { FileAccess.path(closing.records, besides: folder + "/") }

  private func original(_ file: String) -> String { FileAccess.path(file, besides: records) }

  private func inFolder(_ name: String) -> String { FileAccess.normalised("\(folder)/\(name)") }

  /// Where an export's records can be read as they were: in the folder's copy, or in the export
  /// itself; nil when neither is what it was.
  private func place(of export: ClosedExport) -> String? {
    if let name = export.file.copy, let sha256 = export.recordsSHA256,
      FileDigest(unpacking: inFolder(name))?.sha256 == sha256
    {
      return inFolder(name)
    }
    let path = original(export.file.file)
    return FileDigest(streaming: path)?.sha256 == export.file.sha256 ? path : nil
  }

  /// What it was counted from; everything is read as it was then.
  /// - Returns: a problem when an export is neither kept nor what it was.
  func side() -> Result<CaseSide, EarlierProblem> {
    var side = CaseSide(records, rules: original(closing.rules.file), asOf: closing.asOf)
    side.known = closing.closedOn.end
    for input in closing.allInputs {
      side.files.copies[original(input.file)] = input.copy.map(inFolder)
    }
    for export in closing.exports {
      let path = original(export.file.file)
      guard let place = place(of: export) else {
        return .failure(
          EarlierProblem(
            diagnostic: .changesUnknown(
              path, isGone: !FileAccess.exists(path), version: closing.version)))
      }
      side.files.copies[path] = place
    }
    return .success(side)
  }
}

/// Why an earlier version cannot be compared with.
struct EarlierProblem: Error {
  let diagnostic: Diagnostic
}

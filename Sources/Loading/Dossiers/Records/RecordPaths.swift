internal import Diagnostics
internal import YAMLReading

/// What a path given for case records means.
enum RecordPaths {
  /// The `records.yaml` that a path means: the file itself, or the one in a folder.
  static func declaration(at path: String) -> String? {
    if hasEnding(path, ".yaml") || hasEnding(path, ".yml") { return path }
    guard !isExport(path) else { return nil }
    return ["records.yaml", "dossiers/records.yaml"]
      .map { FileAccess.normalised("\(path)/\($0)") }.first(where: FileAccess.exists)
  }

  /// Whether a file's name is that of an export.
  static func isExport(_ path: String) -> Bool { hasEnding(path, ".csv") || isCompressed(path) }

  static func isCompressed(_ path: String) -> Bool { hasEnding(path, ".csv.gz") }

  /// The register of units beside a file or in the folder above it.
  static func units(beside path: String, _ files: FileAccess) -> String? {
    ["units.yaml", "../units.yaml"].map { FileAccess.path($0, besides: path) }
      .first(where: files.has)
  }

  /// The place of a file that a `records.yaml` names; nil, with the reason, for one outside the
  /// folder of its round, or outside its own folder where no round stands above it.
  ///
  /// Rules and units are shared by rounds and may stand anywhere; what is read row by row may not,
  /// for its rows are shown where something is wrong with them.
  static func place(
    _ file: PlacedName, beside declaration: String, into problems: DiagnosticCollector
  )
    -> String?
  {
    let own = FileAccess.path(".", besides: declaration)
    let above = FileAccess.normalised(own + "/..")
    let isInRound =
      !FileAccess.exists(own + "/round.yaml") && FileAccess.exists(above + "/round.yaml")
    let fault = EvidenceFile.fault(
      inPath: file.name, from: own, within: isInRound ? above : own, below: isInRound ? 1 : 0)
    if let fault {
      problems.add(.outsideRecords(fault, inRound: isInRound, at: file.span))
      return nil
    }
    return FileAccess.path(file.name, besides: declaration)
  }

  /// `motcua-2019` of `dossiers/motcua-2019.csv.gz`: the source of an export that nobody declared.
  static func source(of path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return String(name.prefix { $0 != "." })
  }

  private static func hasEnding(_ path: String, _ ending: String) -> Bool {
    path.lowercased().hasSuffix(ending)
  }
}

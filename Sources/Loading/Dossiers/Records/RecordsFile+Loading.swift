internal import Diagnostics
internal import DossierCounting
internal import Grading
internal import YAMLReading

extension CaseRecords {
  /// The key of a `records.yaml` that moves the end of the time for explanations.
  static let explanationsUntilKey = "explanations_until"
}

/// Reads `parindex/records@1`; nil when it cannot be used at all.
func loadRecordsFile(
  _ root: YAMLNode, path: String, files: FileAccess, into problems: DiagnosticCollector
) -> RecordsFile? {
  guard var reader = MappingReader(root, into: problems) else { return nil }
  _ = reader.format("parindex/records")
  var file = RecordsFile(title: reader.string("title", .required) ?? "")
  file.isIllustrative = reader.yesNo("illustrative") ?? false
  file.note = reader.string("note")
  file.owner = reader.string("owner")
  if let rules = reader.placedName("rules", .required) {
    let place = FileAccess.path(rules.name, besides: path)
    file.rulesPath = place
    if !files.has(place) { problems.add(.noSuchFile(rules.name, at: rules.span)) }
  }
  file.units = reader.placedName("units")
  file.asOf = reader.asOf()
  file.explanationsUntil = reader.endOfTime(CaseRecords.explanationsUntilKey)
  let exports = reader.elements("exports", .required) ?? []
  if exports.isEmpty, let key = reader.keyNode("exports"), reader.node["exports"]?.count == 0 {
    problems.add(.noExports(at: key.span))
  }
  var first: [String: SourceSpan] = [:]
  for node in exports {
    guard let export = loadExport(node, path, files, into: problems) else { continue }
    if let earlier = first[export.export.path] {
      problems.add(.exportTwice(at: export.fileSpan, first: earlier))
      continue
    }
    first[export.export.path] = export.fileSpan
    file.exports.append(export)
  }
  file.outages = reader.sideTable("outages", path, files)
  file.explanations = reader.sideTable("explanations", path, files)
  file.corrections = reader.sideTable("corrections", path, files)
  file.steps = reader.sideTable("steps", path, files) { reader in
    file.beforeReturn = reader.placedNames("before_return")
  }
  reader.finish()
  return file
}

extension MappingReader {
  /// `as_of: 2019-12-10` (the day counts) or `2019-12-10T17:00`.
  fileprivate mutating func asOf() -> LocalMinute? {
    guard let node = value("as_of"), let text = node.readString(key: "as_of", into: problems) else {
      return nil
    }
    guard let moment = LocalMoment(parsing: text, order: .yearFirst) else {
      problems.add(.badDate(node, key: "as_of"))
      return nil
    }
    return LocalMinute(endOf: moment)
  }

  /// `outages: outages.csv` or `outages: {file: outages.csv, columns: {start_at: Từ lúc}}`.
  fileprivate mutating func sideTable<Column: HeaderField>(
    _ key: String, _ path: String, _ files: FileAccess,
    _ more: (inout MappingReader) -> Void = { _ in }
  ) -> SideTableDeclaration<Column>? {
    guard let node = value(key) else { return nil }
    var file: PlacedName?
    var columns: [Column: PlacedName] = [:]
    if node.kind == .scalar {
      file = node.placedName(into: problems)
    } else {
      guard var reader = MappingReader(node, key: key, into: problems) else { return nil }
      file = reader.placedName("file", .required)
      columns = reader.headerColumns()
      more(&reader)
      reader.finish()
    }
    guard let file, let place = RecordPaths.place(file, beside: path, into: problems) else {
      return nil
    }
    guard files.has(place) else {
      problems.add(.noSuchFile(file.name, at: file.span))
      return nil
    }
    return SideTableDeclaration(path: place, fileSpan: file.span, columns: columns)
  }

  /// `columns: {start_at: Từ lúc}`.
  mutating func headerColumns<Column: HeaderField>() -> [Column: PlacedName] {
    var columns: [Column: PlacedName] = [:]
    for entry in entries("columns").map(Array.init) ?? [] {
      guard let key = entry.key.text else { continue }
      guard let column = Column(rawValue: key) else {
        problems.add(.unknownKey(entry.key, known: Column.allCases.map(\.rawValue)))
        continue
      }
      columns[column] = entry.value.placedName(into: problems)
    }
    return columns
  }
}

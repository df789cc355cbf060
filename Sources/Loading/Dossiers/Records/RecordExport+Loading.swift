internal import Diagnostics
internal import DossierCounting
internal import YAMLReading

/// Reads one entry of `exports:`; nil when it names no file or no source.
func loadExport(
  _ node: YAMLNode, _ path: String, _ files: FileAccess, into problems: DiagnosticCollector
) -> ExportDeclaration? {
  guard var reader = MappingReader(node, into: problems) else { return nil }
  let file = reader.placedName("file", .required)
  let source = reader.placedName("source", .required)
  let separator = reader.separator()
  let dates = reader.choice("dates", of: DateOrder.self)
  let columns: [RecordField: PlacedName] = reader.headerColumns()
  let words = reader.mapping("words").map { WordsReading($0) }
  reader.finish()
  if let source, !isSlug(source.name), let node = node["source"] { problems.add(.badID(node)) }
  guard let file, let source else { return nil }
  if !RecordPaths.isExport(file.name) { problems.add(.noExportFile(file.name, at: file.span)) }
  guard let place = RecordPaths.place(file, beside: path, into: problems) else { return nil }
  if !files.has(place) { problems.add(.noSuchFile(file.name, at: file.span)) }
  var export = RecordExport(
    path: files.copies[place] ?? place, name: FileAccess.normalised(file.name),
    source: source.name, separator: separator, columns: columns.mapValues(\.name),
    dates: dates ?? .yearFirst)
  if let words {
    export.channels = words.channels
    export.yes = words.yes
    export.no = words.no
  }
  return ExportDeclaration(
    export: export, fileSpan: file.span, columnSpans: columns.mapValues(\.span),
    hasDates: dates != nil)
}

extension MappingReader {
  /// `separator: ";"`.
  fileprivate mutating func separator() -> UInt8? {
    guard let node = value("separator"),
      let text = node.readString(key: "separator", into: problems)
    else { return nil }
    switch text {
    case ",": return CSVByte.comma
    case ";": return CSVByte.semicolon
    case "\t", "tab": return CSVByte.tab
    default:
      problems.add(.badSign(node, key: "separator", signs: [",", ";", "tab"]))
      return nil
    }
  }
}

/// `words:`: what an export writes for what the engine knows.
private struct WordsReading {
  var channels: [String: DossierChannel] = [:]
  var yes: Set<String> = []
  var no: Set<String> = []

  init(_ reader: MappingReader) {
    var reader = reader
    var channelSpans: [String: SourceSpan] = [:]
    for channel in DossierChannel.allCases {
      for word in reader.placedNames(channel.rawValue) {
        guard Self.isNew(word, &channelSpans, reader.problems) else { continue }
        channels[word.name] = channel
      }
    }
    var answerSpans: [String: SourceSpan] = [:]
    for word in reader.placedNames("yes") where Self.isNew(word, &answerSpans, reader.problems) {
      yes.insert(word.name)
    }
    for word in reader.placedNames("no") where Self.isNew(word, &answerSpans, reader.problems) {
      no.insert(word.name)
    }
    reader.finish()
  }

  /// Whether a word means one thing only; says so when it does not.
  private static func isNew(
    _ word: PlacedName, _ seen: inout [String: SourceSpan], _ problems: DiagnosticCollector
  ) -> Bool {
    if let first = seen[word.name] {
      problems.add(.wordTwice(word.name, at: word.span, first: first))
      return false
    }
    seen[word.name] = word.span
    return true
  }
}

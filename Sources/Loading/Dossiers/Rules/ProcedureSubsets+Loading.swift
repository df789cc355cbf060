internal import Diagnostics
internal import DossierCounting
internal import Grading
internal import YAMLReading

extension RulesBuilder {
  /// `subsets:`, named subsets of procedures.
  mutating func readSubsets(_ reader: inout MappingReader) {
    for (key, value) in reader.pairs("subsets") {
      let id = key.text ?? ""
      if !isFigureName(id) { problems.add(.badFigureName(key)) }
      if DossierMetric(rawValue: id) != nil { problems.add(.nameOfMetric(id, at: key.span)) }
      guard var inner = MappingReader(value, key: id, into: problems) else { continue }
      let title = inner.string("title", .required)
      let procedures = inner.value("procedures", .required).flatMap { readProcedures($0) }
      inner.finish()
      rules.subsets.append(ProcedureSubset(id: id, title: title, procedures: procedures ?? []))
    }
  }

  /// A file of codes, or the codes themselves.
  private mutating func readProcedures(_ node: YAMLNode) -> Set<String>? {
    if node.kind == .scalar {
      guard let name = node.text, isTable(name) else {
        problems.add(.noProcedures(node))
        return nil
      }
      return procedures(in: name, at: node.span)
    }
    guard let elements = node.readElements(key: "procedures", into: problems) else { return nil }
    var codes: Set<String> = []
    for element in elements {
      guard let code = element.readString(key: "procedures", into: problems) else { continue }
      if !codes.insert(code).inserted { problems.add(.procedureTwice(code, at: element.span)) }
    }
    if elements.isEmpty { problems.add(.noProcedures(node)) }
    return codes
  }

  /// The subset that `procedures:` of a condition means: one of `subsets:`, or a file, which then
  /// is a subset without a name of its own.
  mutating func subset(_ node: YAMLNode) -> String? {
    guard let name = node.readString(key: "procedures", into: problems) else { return nil }
    if rules.subsets.contains(where: { $0.id == name }) { return name }
    guard isTable(name) else {
      problems.add(.unknownSubset(name, known: rules.subsets.map(\.id), at: node.span))
      return nil
    }
    guard let codes = procedures(in: name, at: node.span) else { return nil }
    rules.subsets.append(ProcedureSubset(id: name, title: nil, procedures: codes))
    return name
  }

  private func isTable(_ name: String) -> Bool { name.lowercased().hasSuffix(".csv") }

  /// The codes in the column `procedure_id` of a table; other columns are for people.
  private mutating func procedures(in name: String, at span: SourceSpan) -> Set<String>? {
    let place = FileAccess.path(name, besides: path)
    guard files.has(place) else {
      problems.add(.noSuchFile(name, at: span))
      return nil
    }
    let (table, text, diagnostics) = files.csv(place)
    problems.add(contentsOf: diagnostics)
    if let text { read(text) }
    guard let table else { return nil }
    guard let column = table.column("procedure_id") else {
      let header = table.header.map(\.text)
      problems.add(
        .missingColumn("procedure_id", among: header, at: table.header[0].span))
      return nil
    }
    var codes: Set<String> = []
    for row in table.rows {
      let cell = row[column]
      if cell.isEmpty {
        problems.add(.rowWithoutProcedure(at: row.span))
      } else if !codes.insert(cell.text).inserted {
        problems.add(.procedureTwice(cell.text, at: cell.span))
      }
    }
    if codes.isEmpty { problems.add(.tableWithoutProcedures(name, at: span)) }
    return codes
  }
}

/// A name that expressions can use: lower-case ASCII letters, digits and underscores.
func isFigureName(_ text: String) -> Bool {
  guard let first = text.utf8.first, !(0x30...0x39).contains(first) else { return false }
  return text.utf8.allSatisfy {
    (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F
  }
}

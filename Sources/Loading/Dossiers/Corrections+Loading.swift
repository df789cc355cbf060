internal import Diagnostics
internal import Grading
internal import YAMLReading

/// Reads one entry of `corrections:`.
func loadCorrection(_ node: YAMLNode, into problems: DiagnosticCollector)
  -> CorrectionDeclaration?
{
  guard var reader = MappingReader(node, into: problems) else { return nil }
  let row = readRow(&reader, isTableRequired: true)
  let figure = reader.value("figure", .required)?.metric(into: problems)
  let fromNode = reader.value("from", .required)
  let from: Int? =
    fromNode?.text == "missing" ? nil : fromNode?.readInteger(key: "from", into: problems)
  let to = reader.value("to", .required)
  let reason = reader.string("reason", .required)
  let by = reader.string("by")
  reader.finish()
  guard let row, let figure, let fromNode, let to, let reason,
    let number = to.readInteger(key: "to", into: problems)
  else { return nil }
  guard number >= 0, number <= MetricNames.mostDossiers, from ?? 0 >= 0 else {
    problems.add(.noInteger(to, key: "to"))
    return nil
  }
  if from == nil, fromNode.text != "missing" { return nil }
  return CorrectionDeclaration(
    row: row, figure: figure, from: from, fromSpan: fromNode.span, to: number, reason: reason,
    by: by)
}

/// Reads one entry of `known:`.
func loadKnown(_ node: YAMLNode, into problems: DiagnosticCollector) -> KnownDeclaration? {
  guard var reader = MappingReader(node, into: problems) else { return nil }
  let row = readRow(&reader, isTableRequired: false)
  let reason = reader.string("reason", .required)
  reader.finish()
  guard let row, let reason else { return nil }
  return KnownDeclaration(row: row, reason: reason)
}

private func readRow(_ reader: inout MappingReader, isTableRequired: Bool) -> RowReference? {
  let table = reader.placedName("table", isTableRequired ? .required : .optional)
  let unit = reader.placedName("unit")
  let total = reader.placedName("total")
  let row = RowReference(
    table: table, unit: unit, total: total, type: reader.string("type"),
    parent: reader.string("parent"), span: reader.node.headSpan)
  guard table != nil || !isTableRequired else { return nil }
  guard (unit == nil) != (total == nil), table != nil || total == nil else {
    reader.problems.add(.unitOrTotal(at: row.span))
    return nil
  }
  return row
}

internal import Diagnostics
internal import DossierCounting
internal import Grading
internal import YAMLReading

/// Reads `parindex/tables@1`; nil when it cannot be used at all.
func loadTablesFile(_ root: YAMLNode, path: String, into problems: DiagnosticCollector)
  -> TablesFile?
{
  guard var reader = MappingReader(root, into: problems) else { return nil }
  _ = reader.format("parindex/tables")
  let title = reader.string("title", .required)
  let period = reader.string("period")
  var file = TablesFile(
    title: title ?? "", source: readSource(&reader),
    isIllustrative: reader.yesNo("illustrative") ?? false, note: reader.string("note"), tables: [],
    checks: [], lists: [])
  var first: [String: SourceSpan] = [:]
  for node in reader.elements("tables", .required) ?? [] {
    guard var table = loadTable(node, path, into: problems) else { continue }
    if let earlier = first[table.id] {
      problems.add(.tableTwice(table.id, at: table.span, first: earlier))
      continue
    }
    first[table.id] = table.span
    table.period = table.period ?? period
    file.tables.append(table)
  }
  for node in reader.elements("checks") ?? [] {
    if let check = loadCheck(node, into: problems) { file.checks.append(check) }
  }
  for node in reader.elements("lists") ?? [] {
    if let list = loadList(node, file.tables, into: problems) { file.lists.append(list) }
  }
  for node in reader.elements("corrections") ?? [] {
    if let correction = loadCorrection(node, into: problems) { file.corrections.append(correction) }
  }
  for node in reader.elements("known") ?? [] {
    if let known = loadKnown(node, into: problems) { file.known.append(known) }
  }
  reader.finish()
  return title == nil || file.tables.isEmpty ? nil : file
}

private func readSource(_ reader: inout MappingReader) -> ReportSource? {
  guard var source = reader.mapping("source") else { return nil }
  let document = source.string("document", .required)
  let date = source.calendarDay("date")
  source.finish()
  return document.map { ReportSource(document: $0, date: date) }
}

// MARK: Tables

private func loadTable(_ node: YAMLNode, _ path: String, into problems: DiagnosticCollector)
  -> TableDeclaration?
{
  guard var reader = MappingReader(node, into: problems) else { return nil }
  let id = reader.string("id", .required)
  let title = reader.string("title", .required)
  let file = reader.string("file", .required)
  var table = TableDeclaration(
    id: id ?? "", title: title ?? "", path: FileAccess.path(file ?? "", besides: path),
    span: reader.value("id")?.span ?? node.headSpan)
  table.period = reader.string("period")
  table.closedOn = reader.calendarDay("closed_on")
  table.unit = reader.placedName("unit")
  table.type = reader.placedName("type")
  table.parent = reader.placedName("parent")
  table.typeOfAll = reader.string("type_of_all")
  table.columns = reader.entries("columns").map { entries in
    entries.compactMap { entry in
      guard let metric = entry.key.metric(into: problems),
        let column = entry.value.placedName(into: problems)
      else { return nil }
      return (metric, column)
    }
  }
  table.percents = reader.entries("percents").map { entries in
    entries.compactMap { loadPercent($0.key, $0.value, into: problems) }
  }
  table.identities = reader.elements("identities")?.compactMap { $0.placedName(into: problems) }
  if var numbers = reader.mapping("numbers") {
    table.numbers = loadNumbers(&numbers)
    numbers.finish()
  }
  table.groups = reader.strings("groups")
  if var totals = reader.mapping("totals") {
    table.totalRows = totals.strings("rows") ?? []
    table.allMark = totals.string("all") ?? table.allMark
    table.totalsPath = totals.string("file").map { FileAccess.path($0, besides: path) }
    totals.finish()
  }
  reader.finish()
  return id == nil || title == nil || file == nil ? nil : table
}

private func loadPercent(_ key: YAMLNode, _ value: YAMLNode, into problems: DiagnosticCollector)
  -> TableDeclaration.Percent?
{
  let metric = key.metric(into: problems)
  guard var reader = MappingReader(value, key: key.text, into: problems) else { return nil }
  let column = reader.placedName("column", .required)
  let over = reader.value("over", .required)?.metric(into: problems)
  reader.finish()
  guard let metric, let column, let over else { return nil }
  return TableDeclaration.Percent(of: metric, column: column, over: over)
}

private func loadNumbers(_ reader: inout MappingReader) -> NumberFormat {
  var format = NumberFormat()
  if let node = reader.value("decimal") {
    if let text = node.text, text == "." || text == "," {
      format.decimal = text.first
    } else {
      reader.problems.add(.badSign(node, key: "decimal", signs: [".", ","]))
    }
  }
  if let node = reader.value("thousands") {
    switch node.text {
    case "none": format.hasNoThousands = true
    case ".", ",", " ": format.thousands = node.text?.first
    default: reader.problems.add(.badSign(node, key: "thousands", signs: ["none", ".", ",", " "]))
    }
    if let sign = format.thousands, sign == format.decimal {
      reader.problems.add(.sameSigns(node))
    }
  }
  if let node = reader.value("percent_decimals"),
    let places = node.readInteger(key: "percent_decimals", into: reader.problems)
  {
    if (0...6).contains(places) {
      format.percentPlaces = places
    } else {
      reader.problems.add(.noInteger(node, key: "percent_decimals"))
    }
  }
  format.missing = Set(reader.strings("missing") ?? [])
  return format
}

// MARK: Across tables

private func loadCheck(_ node: YAMLNode, into problems: DiagnosticCollector) -> CrossCheck? {
  guard let text = node.readString(key: "checks", into: problems) else { return nil }
  let parts = text.split(separator: " ").map(String.init)
  guard parts.count == 3, parts[1] == "<=" else {
    problems.add(.badCheck(node))
    return nil
  }
  for metric in [parts[0], parts[2]] where !MetricNames.all.contains(metric) {
    problems.add(.unknownMetric(metric, at: node.span))
    return nil
  }
  return CrossCheck(parts[0], atMost: parts[2])
}

private func loadList(
  _ node: YAMLNode, _ tables: [TableDeclaration], into problems: DiagnosticCollector
) -> UnitListRule? {
  guard var reader = MappingReader(node, into: problems) else { return nil }
  let id = reader.string("id", .required)
  let title = reader.string("title", .required)
  let table = reader.placedName("table", .required)
  let rate = reader.value("rate", .required)
  var bounds: [(UnitListRule.Bound, Exact)] = []
  for bound in UnitListRule.Bound.allCases {
    guard let value = reader.value(bound.rawValue) else { continue }
    if let number = value.text.flatMap(Exact.init(parsing:)), number >= .zero, number <= .one {
      bounds.append((bound, number))
    } else {
      problems.add(.badRate(value, key: bound.rawValue))
    }
  }
  let atLeast = reader.integer("at_least") ?? 1
  reader.finish()
  guard let id, let title, let table, let rate else { return nil }
  if !tables.contains(where: { $0.id == table.name }) {
    problems.add(.unknownTable(table.name, known: tables.map(\.id), at: table.span))
    return nil
  }
  guard let (of, over) = MetricNames.parts(ofRate: rate.text ?? "") else {
    problems.add(
      .badValue(
        rate, key: "rate",
        expected: Wording(
          vi: MetricNames.rates.joined(separator: ", "),
          en: MetricNames.rates.joined(separator: ", "))))
    return nil
  }
  guard bounds.count == 1 else {
    if bounds.isEmpty {
      problems.add(.noBound(at: node.headSpan))
    } else {
      problems.add(.severalBounds(at: node.headSpan))
    }
    return nil
  }
  return UnitListRule(
    id: id, title: title, table: table.name, of: of, over: over, bound: bounds[0].0,
    value: bounds[0].1, atLeast: max(1, atLeast))
}

internal import Diagnostics
internal import Grading
internal import YAMLReading

extension MappingReader {
  mutating func placedName(_ key: String, _ presence: Presence = .optional)
    -> PlacedName?
  {
    value(key, presence)?.placedName(into: problems)
  }

  /// A name or a list of names.
  mutating func placedNames(_ key: String) -> [PlacedName] {
    guard let node = value(key) else { return [] }
    let nodes = node.kind == .sequence ? Array(node.elements) : [node]
    return nodes.compactMap { $0.placedName(into: problems) }
  }

  mutating func calendarDay(_ key: String) -> CalendarDay? {
    guard let node = value(key), let text = node.readString(key: key, into: problems) else {
      return nil
    }
    if let moment = LocalMoment(parsing: text), moment.minute == nil { return moment.day }
    problems.add(.badDate(node, key: key))
    return nil
  }
}

extension YAMLNode {
  func placedName(into problems: DiagnosticCollector) -> PlacedName? {
    readString(into: problems).map { PlacedName(name: $0, span: span) }
  }

  func metric(into problems: DiagnosticCollector) -> PlacedName? {
    guard let name = placedName(into: problems) else { return nil }
    guard MetricNames.all.contains(name.name) else {
      problems.add(.unknownMetric(name.name, at: span))
      return nil
    }
    return name
  }
}

internal import Diagnostics
internal import YAMLReading

/// The office hours of a working day.
struct OfficeHours {
  /// In minutes after midnight, in order, not touching.
  var stretches: [Range<Int>] = []
  /// No document states them.
  var areAssumed = false
}

/// Reads `hours:` with where they come from: `hours_source` or `hours_assumed`.
func readHours(_ reader: inout MappingReader) -> OfficeHours {
  var hours = OfficeHours()
  var last: SourceSpan?
  for node in reader.elements("hours", .required) ?? [] {
    guard let text = node.readString(key: "hours", into: reader.problems) else { continue }
    guard let stretch = stretch(text) else {
      reader.problems.add(.badHours(node))
      continue
    }
    if let earlier = hours.stretches.last, let last, stretch.lowerBound <= earlier.upperBound {
      reader.problems.add(.hoursOutOfOrder(text, at: node.span, after: last))
      continue
    }
    hours.stretches.append(stretch)
    last = node.span
  }
  let source = reader.string("hours_source")
  hours.areAssumed = reader.yesNo("hours_assumed") ?? false
  if let key = reader.keyNode("hours") {
    if reader.value("hours")?.elements.first(where: { _ in true }) == nil {
      reader.problems.add(.missingValue(key))
    }
    if source == nil, !hours.areAssumed { reader.problems.add(.hoursWithoutSource(at: key.span)) }
  }
  if source != nil, hours.areAssumed, let key = reader.keyNode("hours_assumed") {
    reader.problems.add(.eitherKey("hours_source", "hours_assumed", at: key.span))
  }
  return hours
}

/// `07:00-11:30`; `24:00` ends a day.
private func stretch(_ text: String) -> Range<Int>? {
  let ends = text.split(separator: "-", omittingEmptySubsequences: false).map(minute)
  guard ends.count == 2, let start = ends[0], let end = ends[1], start < end else { return nil }
  return start..<end
}

private func minute(_ text: Substring) -> Int? {
  let parts = text.trimmingBlanks.split(separator: ":", omittingEmptySubsequences: false)
  guard parts.count == 2, parts[1].utf8.count == 2, (1...2).contains(parts[0].utf8.count),
    parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
    let hour = Int(parts[0]), let minute = Int(parts[1]), minute < 60
  else { return nil }
  let sum = hour * 60 + minute
  return sum <= 24 * 60 ? sum : nil
}

extension Substring {
  /// Without blanks at both ends.
  fileprivate var trimmingBlanks: Substring {
    var text = self
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return text
  }
}

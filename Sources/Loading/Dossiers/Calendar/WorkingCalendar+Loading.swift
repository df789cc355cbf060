package import Diagnostics
package import DossierCounting
internal import Grading
internal import YAMLReading

/// Reads `parindex/calendar@1`: office hours, days off and days made up, each with its source.
///
/// ```yaml
/// format: parindex/calendar@1
/// title: Lịch làm việc năm 2019           # required
/// note: …
/// years:                                   # required; years whose days off are all listed, and
///   2019: Bộ luật Lao động 2012, Điều 115  # the documents that they come from
/// hours: ["07:00-11:30", "13:30-17:00"]    # required; a working day, Monday to Friday
/// hours_source: Thông báo …                # or:
/// hours_assumed: yes                       # no document states the hours
/// holidays:                                # every day off that a working day would be
///   - {date: 2019-09-02, title: Quốc khánh, source: …}
///   - {from: 2019-02-04, through: 2019-02-08, title: Tết Kỷ Hợi, source: …}
/// made_up:                                 # a weekend day that is worked, for a day off
///   - {date: 2019-05-04, instead_of: 2019-04-29, source: …}
/// ```
/// `instead_of` is a day off too and is not listed again. There is no calendar when anything is
/// faulty: a day missing from it would change shares without anybody noticing.
package func loadWorkingCalendar(_ path: String, files: FileAccess = FileAccess())
  -> (calendar: WorkingCalendar?, digests: [FileDigest], diagnostics: [Diagnostic])
{
  let (document, text, diagnostics) = files.yaml(path)
  let problems = DiagnosticCollector(diagnostics)
  let calendar = document.flatMap { readCalendar($0.root, into: problems) }
  let found = (text?.annotate(problems.diagnostics) ?? problems.diagnostics).sorted()
  return (
    problems.hasFatalErrors ? nil : calendar, text.map { [FileDigest($0)] } ?? [], found
  )
}

private func readCalendar(_ root: YAMLNode, into problems: DiagnosticCollector)
  -> WorkingCalendar?
{
  guard var reader = MappingReader(root, into: problems) else { return nil }
  _ = reader.format("parindex/calendar")
  _ = reader.string("title", .required)
  _ = reader.string("note")
  let years = readYears(&reader)
  let hours = readHours(&reader)
  var days = DaysOff(years: years, problems: problems)
  days.readHolidays(reader.elements("holidays", .required) ?? [])
  days.readMadeUp(reader.elements("made_up") ?? [])
  reader.finish()
  var calendar = WorkingCalendar(
    holidays: days.holidays, madeUp: days.madeUp, hours: hours.stretches)
  calendar.years = years
  calendar.areHoursAssumed = hours.areAssumed
  return calendar
}

/// The years that are listed whole, each with its documents: one behind the other.
private func readYears(_ reader: inout MappingReader) -> ClosedRange<Int>? {
  guard let entries = reader.entries("years", .required) else { return nil }
  let problems = reader.problems
  var years: [Int] = []
  for (key, value) in entries {
    guard let year = key.readInteger(key: "years", into: problems) else { continue }
    guard CountedDays.years.contains(year) else {
      problems.add(.yearOutOfRange(key, key: "years"))
      continue
    }
    years.append(year)
    if value.isNull {
      problems.add(.missingValue(key))
    } else {
      _ = value.readString(key: key.text, into: problems)
    }
  }
  guard let first = years.min(), let last = years.max() else {
    if let node = reader.keyNode("years"), problems.diagnostics.isEmpty {
      problems.add(.missingValue(node))
    }
    return nil
  }
  if last - first >= years.count, let node = reader.keyNode("years") {
    problems.add(.yearsWithHoles(first, last, at: node.span))
  }
  return first...last
}

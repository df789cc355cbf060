internal import Diagnostics
internal import DossierCounting
internal import Grading
internal import YAMLReading

extension RulesBuilder {
  /// `calendar:`, which working time cannot be measured without.
  mutating func readCalendar(_ reader: inout MappingReader) {
    guard let node = reader.value("calendar") else {
      if let asked = calendarAskedFor { problems.add(.calendarNeeded(at: asked)) }
      return
    }
    guard let name = node.readString(key: "calendar", into: problems) else { return }
    let place = FileAccess.path(name, besides: path)
    guard files.has(place) else { return problems.add(.noSuchFile(name, at: node.span)) }
    let loading = loadWorkingCalendar(place, files: files)
    problems.add(contentsOf: loading.diagnostics)
    add(loading.digests)
    rules.calendar = loading.calendar
    guard hasWindow, let listed = loading.calendar?.years else { return }
    let first = rules.window.start.day.components.year
    let last = LocalMinute(number: rules.window.end.number - 1).day.components.year
    if let missing = (first...last).first(where: { !listed.contains($0) }) {
      problems.add(.calendarLacksYear(missing, at: node.span))
    }
  }
}

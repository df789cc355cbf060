internal import Diagnostics
internal import DossierCounting
internal import Grading
internal import YAMLReading

extension MappingReader {
  /// The first minute that is too late, of `{before: 2019-12-05}` or `{through: 2019-12-04}`.
  ///
  /// "trước ngày 05/12": through the end of the day before; `through` names the last day itself.
  mutating func endOfTime(_ key: String) -> LocalMinute? {
    guard let node = value(key) else { return nil }
    guard node.kind == .mapping else {
      problems.add(.bareDate(node, key: key))
      return nil
    }
    guard var inner = MappingReader(node, key: key, into: problems) else { return nil }
    let limit = inner.limit()
    inner.finish()
    guard let limit else {
      if node.count == 0 { problems.add(.bareDate(node, key: key)) }
      return nil
    }
    guard let end = LocalMinute(behind: limit) else {
      let written = node["through"] ?? node["before"] ?? node
      problems.add(.noCountedDay(written, key: key))
      return nil
    }
    return end
  }
}

extension LocalMinute {
  /// The first minute that is too late for a deadline; nil: its year is none that is counted in.
  init?(behind limit: LocalMoment) {
    guard CountedDays.contains(limit.day) else { return nil }
    let past = limit.minute.map { Int32($0) + 1 } ?? LocalMinute.inDay
    self.init(number: LocalMinute(startOf: limit.day).number + past)
  }
}

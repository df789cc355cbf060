internal import Diagnostics
internal import DossierCounting
internal import Grading
internal import YAMLReading

extension RulesBuilder {
  /// What the rules are, and which document they come from.
  mutating func readHead(_ reader: inout MappingReader) {
    rules.title = reader.string("title", .required) ?? ""
    if let node = reader.value("year", .required),
      let year = node.readInteger(key: "year", into: problems)
    {
      if CountedDays.years.contains(year) {
        rules.year = year
      } else {
        problems.add(.yearOutOfRange(node, key: "year"))
      }
    }
    rules.basis = readBasis(&reader)
    rules.illustrative = reader.yesNo("illustrative") ?? false
    rules.note = reader.string("note")
  }

  private func readBasis(_ reader: inout MappingReader) -> RuleBasis? {
    guard var basis = reader.mapping("basis") else { return nil }
    let document = basis.string("document", .required)
    let date = basis.value("date")
    if let date, let text = date.readString(key: "date", into: problems), !isDate(text) {
      problems.add(.noDateOfDocument(date))
    }
    let title = basis.string("title")
    basis.finish()
    return document.map { RuleBasis(document: $0, date: date?.text, title: title) }
  }

  /// A day, or only its month or year: drafts are dated "ngày … tháng 11 năm 2019".
  private func isDate(_ text: String) -> Bool {
    let whole = text + "2000-01-01".dropFirst(text.count)
    return [4, 7, 10].contains(text.count) && LocalMoment(parsing: whole) != nil
  }

  /// The choices that the author makes, each with what holds when he says nothing.
  mutating func readChoices(_ reader: inout MappingReader) {
    rules.finishedAt = reader.choice("finished_at") ?? rules.finishedAt
    rules.clock = reader.choice("clock") ?? rules.clock
    if rules.clock == .working { calendarAskedFor = reader.node["clock"]?.span }
    rules.onTimeUntil = reader.choice("on_time_until") ?? rules.onTimeUntil
    // No default: leaving overdue dossiers open would lower the late rate unseen.
    rules.lateIncludesOverdue = reader.yesNo("late_includes_overdue", .required) ?? false
    rules.withoutDueDate = reader.choice("without_due_date") ?? rules.withoutDueDate
    let unconfirmed: UnconfirmedOutages? = reader.choice("unconfirmed_outages")
    rules.countsUnconfirmedOutages = unconfirmed == .counted
    rules.mostUnreadable = share("most_unreadable", &reader) ?? rules.mostUnreadable
    rules.mostContradictory = share("most_contradictory", &reader) ?? rules.mostContradictory
    rules.explanationsUntil = reader.endOfTime("explanations")
  }

  /// A share from nothing to all.
  private func share(_ key: String, _ reader: inout MappingReader) -> Exact? {
    guard let node = reader.value(key), let share = node.readExact(key: key, into: problems) else {
      return nil
    }
    if share >= .zero, share <= .one { return share }
    problems.add(.badRate(node, key: key))
    return nil
  }
}

/// `unconfirmed_outages`.
private enum UnconfirmedOutages: String, CaseIterable {
  case counted
  case ignored
}

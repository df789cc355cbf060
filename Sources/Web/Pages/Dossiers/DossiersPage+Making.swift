internal import DossierCounting
internal import Grading
internal import Loading
internal import Reports

/// What stands above a unit's dossiers: its figures, and how near it is to the rates that are watched.
extension DossiersPage {
  mutating func fill(_ unit: String, _ ledger: CaseLedger, _ frame: PageFrame) {
    let (rules, records) = (ledger.count.rules, ledger.count.records)
    let numbers = NumberWords(frame.language)
    title = records.title
    isIllustrative = records.isIllustrative
    let last = LocalMinute(number: rules.closing(of: records).number - 1).day
    through = frame.say(
      "số liệu đến hết ngày \(numbers.date(last))", "figures through \(numbers.date(last))")
    until = rules.explanationsUntil.map { end in
      let end = numbers.explanations(until: end)
      return frame.say("Giải trình \(end).", "Explanations are taken \(end).")
    }
    guard let figures = ledger.figures(of: unit), figures.hasRecords else {
      facts = [
        (frame.say("Hồ sơ", "Dossiers"), frame.say("không có hồ sơ nào", "none"))
      ]
      return
    }
    let warning = LateWarning(
      figures.lateFigures, overdueCounts: rules.lateIncludesOverdue)
    facts = [
      (frame.say("Đã giải quyết", "Resolved"), numbers.count(figures.value(.resolved))),
      (
        frame.say("Trễ hạn", "Late"),
        numbers.count(figures.value(.late))
          + (warning.rate.map { " (\(percent($0, numbers)))" } ?? "")
      ),
      (
        frame.say("Chưa giải quyết, đã quá hạn", "Open and overdue"),
        numbers.count(figures.value(.unresolvedOverdue))
      ),
      (frame.say("Không tính theo quy tắc", "Excluded"), numbers.count(figures.value(.excluded))),
    ]
    warnings = warnings(warning, numbers, frame)
  }

  private func percent(_ rate: Exact, _ numbers: NumberWords) -> String {
    numbers.fixed(rate * .hundred, places: 2) + "%"
  }

  private func warnings(
    _ warning: LateWarning, _ numbers: NumberWords, _ frame: PageFrame
  ) -> [(text: String, isBad: Bool)] {
    guard let rate = warning.rate else { return [] }
    var lines: [(text: String, isBad: Bool)] = []
    if let reached = warning.reached {
      let bound = numbers.percent(reached)
      lines.append(
        (
          reached == warning.bounds.accountable
            ? frame.say(
              "Tỷ lệ trễ hạn \(percent(rate, numbers)), đã tới mức \(bound): thuộc danh sách phải kiểm điểm, giải trình.",
              "\(percent(rate, numbers)) are late, \(bound) or more: the unit has to account for it."
            )
            : frame.say(
              "Tỷ lệ trễ hạn \(percent(rate, numbers)), đã tới mức theo dõi \(bound).",
              "\(percent(rate, numbers)) are late, \(bound) or more: the unit is watched."), true
        ))
    }
    if let next = warning.ahead.first {
      lines.append(
        (
          frame.say(
            "Thêm \(numbers.count(next.more)) hồ sơ trễ hạn nữa thì tỷ lệ tới mức \(numbers.percent(next.bound)).",
            "\(numbers.count(next.more)) more late dossiers come to \(numbers.percent(next.bound))."
          ), false
        ))
    }
    if warning.late.overdue > 0, let expected = warning.expected, expected != rate {
      lines.append(
        (
          frame.say(
            "\(numbers.count(warning.late.overdue)) hồ sơ chưa xong đã quá hạn: khi xong sẽ tính là trễ, tỷ lệ thành \(percent(expected, numbers)).",
            "\(numbers.count(warning.late.overdue)) open dossiers are overdue: once finished they are late, and the rate is \(percent(expected, numbers))."
          ), false
        ))
    }
    return lines
  }
}

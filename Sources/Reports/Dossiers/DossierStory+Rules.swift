internal import Diagnostics
internal import DossierCounting
internal import Grading

/// Why each exclusion applies or not, with the numbers it was decided by.
extension DossierStory {
  func writeRules(_ trace: RecordTrace, _ page: inout TextPage) {
    page.gap()
    page.heading(say("Xét từng quy tắc loại trừ", "The exclusions one by one"))
    for (place, rule) in rules.exclusions.enumerated() where place < trace.rules.count {
      let isDecided = trace.exclusion.map { $0 < place } ?? false
      let tested = trace.rules[place]
      var verdict =
        trace.exclusion == place
        ? say("ÁP DỤNG", "APPLIES")
        : tested.holds ? say("đủ điều kiện", "would apply") : say("không áp dụng", "does not apply")
      if isDecided, tested.holds {
        verdict += say(", nhưng quy tắc đứng trước đã quyết định", ", but an earlier one decided")
      }
      page.line(
        "\(place + 1). \(ruleWords.title(rule.title, rule.clause)): \(verdict)", indent: 2)
      write(tested, trace, trace.standing, &page)
    }
    for (place, list) in rules.lists.enumerated() {
      let place = rules.exclusions.count + place
      guard place < trace.rules.count else { continue }
      let tested = trace.rules[place]
      let isOn = trace.lists.contains(place - rules.exclusions.count)
      let verdict = isOn ? say("CÓ", "YES") : say("không", "no")
      page.line(
        say("Danh sách “", "List “") + list.title + "”: \(verdict)", indent: 2)
      write(tested, trace, trace.counted ?? trace.standing, &page)
    }
    guard !trace.outages.isEmpty else { return }
    page.gap()
    page.heading(say("Lần hệ thống nghẽn, lỗi có liên quan", "Outages that concern it"))
    for outage in trace.outages { page.line(sentence(outage, trace), indent: 2) }
  }

  /// Of a rule that does not apply, the first reason is enough; of one that does, all are told.
  private func write(
    _ rule: RuleTrace, _ trace: RecordTrace, _ seen: Standing, _ page: inout TextPage
  ) {
    let shown = rule.holds ? rule.conditions : rule.conditions.filter { !$0.holds }
    for condition in shown {
      let mark = condition.holds ? say("đúng", "true") : say("không đúng", "not so")
      page.line(
        "\(ruleWords.condition(condition.condition)): \(mark)\(found(condition, trace, seen))",
        indent: 5)
    }
  }

  /// The numbers or days behind a condition.
  private func found(_ tested: ConditionTrace, _ trace: RecordTrace, _ seen: Standing) -> String {
    let text: String?
    switch tested.condition {
    case .receivedBeforeWindow, .receivedAfterWindow, .receivedBefore, .receivedFrom:
      text = trace.received.map {
        let received =
          trace.daysAlone.contains(.receivedAt) ? words.day($0.day) : words.moment($0)
        return say("tiếp nhận \(received)", "received \(received)")
      }
    case .outageShare(let share, let base):
      let isOffice = base == .working || rules.clock == .working
      text = tested.outage.map { compared($0, share, reaches: tested.holds, isOffice: isOffice) }
    case .onOutageDay(.finished):
      text =
        trace.ready.map { say("xong \(words.day($0.day))", "done on \(words.day($0.day))") }
        ?? say("không có ngày có kết quả", "no result date")
    case .turnedLateFrom:
      text = trace.lateFrom.map {
        say("trễ từ \(words.start($0))", "late from \(words.start($0))")
      }
    case .late, .overdue: text = standing(seen)
    case .unitTypes:
      text = trace.unit.map { say("loại “\(units[$0].type)”", "type “\(units[$0].type)”") }
    case .domains, .procedures, .units, .channels, .sources, .statuses, .onOutageDay(.reached),
      .explained, .causes, .linkedAgencyLate, .withoutDueDate:
      text = nil
    }
    return text.map { " (\($0))" } ?? ""
  }

  /// "hệ thống lỗi 2.160 / 8.640 phút = 25%, đạt mức 25%".
  private func compared(
    _ outage: (minutes: Int, of: Int), _ bound: Exact, reaches: Bool, isOffice: Bool
  ) -> String {
    let numbers = words.numbers
    let share = Exact(outage.minutes, over: outage.of).map {
      numbers.equals($0, isPercent: true)
    }
    let minutes =
      "\(numbers.count(outage.minutes)) / \(numbers.count(outage.of)) "
      + ruleWords.minutes(isOffice: isOffice)
    return say(
      "hệ thống lỗi \(minutes) \(share ?? ""), \(reaches ? "đạt" : "chưa tới") mức \(numbers.percent(bound))",
      "outages \(minutes) \(share ?? ""), \(reaches ? "at least" : "below") \(numbers.percent(bound))"
    )
  }

  private func sentence(_ outage: Outage, _ trace: RecordTrace) -> String {
    var text = words.start(outage.span.start) + " – " + words.over(outage.span.end)
    if let received = trace.received, let finished = trace.finished {
      let within = outage.span.meeting(MinuteSpan(start: received, end: finished))
      let calendar = rules.clock == .working ? rules.calendar : nil
      let minutes =
        words.numbers.count(calendar?.minutes(in: within) ?? within.minutes) + " "
        + ruleWords.minutes(isOffice: calendar != nil)
      text += say(
        ", \(minutes) trong lúc giải quyết", ", \(minutes) while it was worked on")
    }
    if let note = outage.note { text += ": \(note)" }
    return text + (outage.place.map { " (\($0.citation))" } ?? "")
  }
}

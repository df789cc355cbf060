internal import Diagnostics
internal import DossierCounting
internal import Grading

/// Who held the dossier, for how long: its step log, where there is one.
extension DossierStory {
  func writeSteps(_ dossier: String, _ trace: RecordTrace, _ page: inout TextPage) {
    let steps = records.steps.filter { $0.dossier == dossier }
    guard !steps.isEmpty else { return }
    page.gap()
    page.heading(
      say("Các bước xử lý", "Steps") + (rules.calendar == nil ? "" : officeNote))
    for (place, step) in steps.enumerated() {
      page.line("\(place + 1). \(sentence(step))", indent: 2)
    }
    writeHolders(steps, &page)
  }

  private var officeNote: String {
    rules.calendar?.areHoursAssumed == true
      ? say(
        " (phút làm việc: theo lịch làm việc, giờ làm việc giả định)",
        " (office minutes: by the calendar, office hours assumed)")
      : say(" (phút làm việc: theo lịch làm việc)", " (office minutes: by the calendar)")
  }

  /// "Thẩm định, Sở Y tế: 10:44 ngày 17/01/2019 – 11:09 ngày 18/01/2019, giữ 1 ngày 25 phút (455 phút làm việc)".
  private func sentence(_ step: DossierStep) -> String {
    var text = [step.step, step.agency].compactMap(\.self).joined(separator: ", ")
    text += ": \(words.start(step.reached)) – "
    guard let forwarded = step.forwarded else {
      return text + say("chưa chuyển", "not forwarded") + due(step)
    }
    text += words.end(forwarded)
    return text + say(", giữ ", ", held ") + held([step]) + due(step)
  }

  private func due(_ step: DossierStep) -> String {
    guard let due = step.due else { return "" }
    let isLate = step.forwarded.map { $0 > due } ?? false
    return say(", hạn ", ", due ") + words.end(due)
      + (isLate ? say(" (trễ)", " (late)") : "")
  }

  /// Time as it passes, and within office hours where there is a calendar.
  private func held(_ steps: [DossierStep]) -> String {
    let spans = steps.compactMap { step in
      step.forwarded.map { MinuteSpan(start: step.reached, end: wholeDay($0)) }
    }
    let all = words.duration(spans.reduce(0) { $0 + $1.minutes })
    guard let calendar = rules.calendar else { return all }
    let office = spans.reduce(0) { $0 + calendar.minutes(in: $1) }
    return "\(all) (\(words.numbers.count(office)) \(ruleWords.minutes(isOffice: true)))"
  }

  /// A day alone counts whole: its last minute is not missing.
  private func wholeDay(_ end: LocalMinute) -> LocalMinute {
    end.isLastOfDay ? LocalMinute(number: end.number + 1) : end
  }

  /// Each office with all its steps, where more than one held the dossier.
  private func writeHolders(_ steps: [DossierStep], _ page: inout TextPage) {
    var names: [String] = []
    for case let name? in steps.map(\.agency) where !names.contains(name) { names.append(name) }
    guard names.count > 1 else { return }
    page.line(say("Tổng thời gian mỗi nơi giữ hồ sơ:", "How long each office held it:"), indent: 2)
    for name in names {
      let own = steps.filter { $0.agency == name }
      let open =
        own.contains { $0.forwarded == nil } ? say("; còn đang giữ", "; still has it") : ""
      page.line("\(name): \(held(own))\(open)", indent: 4)
    }
  }
}

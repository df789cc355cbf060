package import Diagnostics
package import DossierCounting
package import Grading

/// The whole story of one dossier: what `parindex dossiers explain` prints.
package struct DossierStory {
  let rules: DossierRules
  let records: CaseRecords
  let units: [Unit]
  let words: DossierWords
  let ruleWords: DossierRuleWords
  private let isColoured: Bool

  package init(
    rules: DossierRules, records: CaseRecords, units: [Unit], language: Language,
    isColoured: Bool = false
  ) {
    self.rules = rules
    self.records = records
    self.units = units
    words = DossierWords(language)
    ruleWords = DossierRuleWords(rules: rules, words: words)
    self.isColoured = isColoured
  }

  func say(_ vietnamese: String, _ english: String) -> String { words.say(vietnamese, english) }

  package func text(_ dossier: String, _ traces: [RecordTrace]) -> String {
    var page = TextPage(isColoured: isColoured)
    for trace in traces {
      page.gap()
      page.heading(say("Hồ sơ \(dossier)", "Dossier \(dossier)"))
      if records.isIllustrative { page.line(say("Số liệu minh họa.", "Illustrative data.")) }
      page.field(say("Dòng", "Row"), "\(trace.export.path):\(trace.line)")
      guard let unit = trace.unit else {
        page.line(unread(trace))
        continue
      }
      page.field(say("Cơ quan, đơn vị, địa phương", "Unit"), units[unit].name)
      page.field(say("Kết luận", "Result"), result(trace))
      page.field(say("Cơ quan phối hợp trễ hạn", "Late coordinating agency"), trace.linkedAgency)
      writeTimes(dossier, trace, &page)
      writeSteps(dossier, trace, &page)
      writeExplanation(dossier, &page)
      writeRules(trace, &page)
      writeFindings(trace, &page)
    }
    return page.text
  }

  /// "trễ hạn", "không tính: Hồ sơ đất đai (khoản 3)".
  private func result(_ trace: RecordTrace) -> String {
    guard let counted = trace.counted else {
      guard let place = trace.exclusion else { return say("không tính", "not counted") }
      let rule = rules.exclusions[place]
      return say("không tính: ", "excluded: ") + ruleWords.title(rule.title, rule.clause)
    }
    var text = say("tính là ", "counts as ") + standing(counted)
    if let place = trace.exclusion {
      let rule = rules.exclusions[place]
      text += say(", không tính là trễ hạn: ", ", not as late: ")
      text += ruleWords.title(rule.title, rule.clause)
    }
    let lists = trace.lists.map { rules.lists[$0].title }
    if !lists.isEmpty {
      text += say("; trong danh sách: ", "; on the list: ") + lists.joined(separator: "; ")
    }
    return text
  }

  func standing(_ standing: Standing) -> String {
    switch standing {
    case .finishedBefore:
      say("đã xong trước thời gian tính", "finished before the window")
    case .receivedAfter: say("tiếp nhận sau thời gian tính", "received after the window")
    case .early: words.metric(.early)
    case .onDueDay: words.metric(.onDueDay)
    case .late: words.metric(.late)
    case .openInTime: words.metric(.unresolvedInTime)
    case .openOverdue: words.metric(.unresolvedOverdue)
    }
  }

  // MARK: Times

  private func writeTimes(_ dossier: String, _ trace: RecordTrace, _ page: inout TextPage) {
    page.gap()
    page.heading(say("Thời gian", "Times"))
    let none = say("không có", "none")
    for (title, time, field) in [
      (say("Tiếp nhận", "Received"), trace.received, RecordField.receivedAt),
      (say("Hẹn trả", "Due"), trace.due, .dueAt),
      (say("Có kết quả", "Result ready"), trace.ready, .readyAt),
      (say("Đã trả", "Handed over"), trace.returned, .returnedAt),
    ] {
      page.field(
        title, time.map { moment($0, isDay: trace.daysAlone.contains(field)) } ?? none, indent: 2)
    }
    page.field(say("Thời gian tính", "Time is measured"), ruleWords.clock, indent: 2)
    if trace.isCorrected,
      let correction = records.corrections.first(where: { $0.dossier == dossier })
    {
      let evidence = correction.evidence.map { say("; tài liệu: \($0)", "; evidence: \($0)") } ?? ""
      page.line(
        say(
          "Điều chỉnh: tính là xong \(said(correction.finished)), vì \(correction.reason)"
            + " (\(correction.decidedBy), \(words.day(correction.decidedOn))\(evidence))",
          "Corrected: finished \(said(correction.finished)): \(correction.reason)"
            + " (\(correction.decidedBy), \(words.day(correction.decidedOn))\(evidence))"),
        indent: 2)
    } else if let finished = trace.finished {
      page.line(
        say("Tính là xong ", "Finished ")
          + (finishesWithDay(trace)
            ? say("", "on ") + words.day(finished.day)
            : say("lúc ", "at ") + words.moment(finished))
          + " (\(ruleWords.finish))",
        indent: 2)
    } else {
      page.line(say("Chưa giải quyết xong.", "Not finished."), indent: 2)
    }
    if let refused = records.refusedCorrections.first(where: { $0.dossier == dossier }) {
      page.line(
        say(
          "Đính chính không được áp dụng vì không nêu tài liệu kiểm chứng: xong \(said(refused.finished))"
            + " (\(refused.decidedBy), \(words.day(refused.decidedOn))).",
          "A correction is not applied, for it names no evidence: finished \(said(refused.finished))"
            + " (\(refused.decidedBy), \(words.day(refused.decidedOn)))."), indent: 2)
    }
    let closing = rules.closing(of: records)
    page.field(say("Số liệu tính", "Figures"), words.through(closing), indent: 2)
    if let finished = trace.finished, finished >= closing {
      page.line(
        say(
          "Xong sau khi số liệu chốt: coi là chưa giải quyết.",
          "Finished after that: counted as open."),
        indent: 2)
    }
    if let bound = trace.lateFrom {
      page.line(
        say("Đúng hạn nếu xong ", "In time when finished ") + limit(bound) + ".", indent: 2)
      if let finished = trace.finished, finished >= bound, trace.standing == .late {
        page.line(lateness(finished, bound, isDay: finishesWithDay(trace)), indent: 2)
      }
    } else {
      page.line(
        say("Không có hạn trả: ", "Without a due date: ") + ruleWords.withoutDueDate + ".",
        indent: 2)
    }
    page.field(
      say("Khi chưa xét loại trừ", "Before any exclusion"), standing(trace.standing), indent: 2)
  }

  private func moment(_ minute: LocalMinute, isDay: Bool) -> String {
    isDay ? words.day(minute.day) : words.moment(minute)
  }

  /// "lúc 16:30 ngày 05/03/2019", or "ngày 05/03/2019" where a correction gives the day alone.
  private func said(_ finished: LocalMinute) -> String {
    finished.isLastOfDay
      ? say("", "on ") + words.day(finished.day)
      : say("lúc ", "at ") + words.moment(finished)
  }

  /// Whether the date that it counts as finished by has no time.
  private func finishesWithDay(_ trace: RecordTrace) -> Bool {
    !trace.isCorrected
      && (trace.finished == trace.returned && trace.daysAlone.contains(.returnedAt)
        || trace.finished != trace.returned && trace.daysAlone.contains(.readyAt))
  }

  /// How long past the limit; in days where the day alone is known.
  private func lateness(_ finished: LocalMinute, _ bound: LocalMinute, isDay: Bool) -> String {
    let minutes = Int(finished.number) - Int(bound.number)
    guard isDay else {
      let late = words.duration(minutes)
      return say("Xong sau mốc trễ hạn \(late).", "Finished \(late) past that limit.")
    }
    let last = LocalMinute(number: bound.number - 1).day
    let days = words.duration(Int(finished.day.number - last.number) * Int(LocalMinute.inDay))
    return say(
      "Xong sau ngày cuối còn đúng hạn \(days).", "Finished \(days) after the last day in time.")
  }

  private func limit(_ bound: LocalMinute) -> String {
    bound.ofDay == 0
      ? words.through(bound)
      : say(
        "đến \(words.moment(LocalMinute(number: bound.number - 1)))",
        "by \(words.moment(LocalMinute(number: bound.number - 1)))")
  }

  // MARK: The rest

  private func unread(_ trace: RecordTrace) -> String {
    if let first = trace.first {
      let isSame = trace.rejected == .repeated
      return say(
        "Dòng này không được đếm: mã hồ sơ đã có ở \(first)"
          + (isSame ? "." : ", với nội dung khác."),
        "The row is not counted: its id was read before, at \(first)"
          + (isSame ? "." : ", with another content."))
    }
    return say(
      "Không đọc được dòng này nên không được đếm: ",
      "The row cannot be read and is not counted: ")
      + (trace.rejected.map(reject) ?? "?") + "."
  }

  private func writeFindings(_ trace: RecordTrace, _ page: inout TextPage) {
    let findings = trace.findings.filter { $0 != .corrected }
    guard !findings.isEmpty else { return }
    page.gap()
    page.field(
      say("Phải xem lại", "Worth a look"), findings.map(words.finding).joined(separator: "; "))
  }

  private func reject(_ reason: RejectReason) -> String {
    switch reason {
    case .fieldCount: say("số ô khác dòng tiêu đề", "another number of cells than the header")
    case .brokenQuote: say("dấu nháy không khớp", "quotes that do not match")
    case .noDossier: say("không có mã hồ sơ", "no dossier id")
    case .noUnit: say("không có đơn vị", "no unit")
    case .unknownUnit: say("đơn vị không có trong danh sách", "an unknown unit")
    case .noReceivedDate: say("không có ngày tiếp nhận", "no date of receipt")
    case .badReceivedDate: say("ngày tiếp nhận sai", "a bad date of receipt")
    case .noDueDate: say("không có hạn trả", "no due date")
    case .badDueDate: say("hạn trả sai", "a bad due date")
    case .badReadyDate: say("ngày có kết quả sai", "a bad date of the result")
    case .badReturnedDate: say("ngày trả sai", "a bad date of return")
    case .repeated, .repeatedDifferently:
      say("mã hồ sơ đã có ở dòng trước", "its id was read before")
    }
  }
}

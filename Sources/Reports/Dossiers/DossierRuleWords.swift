internal import Diagnostics
internal import DossierCounting
internal import Grading

/// The rules by which dossiers are counted, as sentences.
struct DossierRuleWords {
  let rules: DossierRules
  let words: DossierWords

  func say(_ vietnamese: String, _ english: String) -> String { words.say(vietnamese, english) }

  // MARK: The choices

  var basis: String? {
    rules.basis.map { basis in
      let date = basis.date.map { say(" (\($0))", " (\($0))") } ?? ""
      return [basis.document + date, basis.title].compactMap { $0 }.joined(separator: ", ")
    }
  }

  var window: String {
    say(
      "hồ sơ tiếp nhận hoặc còn giải quyết \(words.span(rules.window))",
      "dossiers received or still open \(words.span(rules.window))")
  }

  var finish: String {
    switch rules.finishedAt {
    case .resultReady:
      say("khi có kết quả, chờ giao trả", "when the result is ready to be handed over")
    case .handedOver: say("khi đã trả kết quả", "when the result was handed over")
    }
  }

  var onTime: String {
    switch rules.onTimeUntil {
    case .endOfDueDay: say("đến hết ngày hẹn trả", "until the end of the due day")
    case .dueMinute: say("đến phút hẹn trả", "until the due minute")
    }
  }

  var clock: String {
    switch rules.clock {
    case .elapsed: say("liên tục, kể cả ngày nghỉ", "as time passes, days off included")
    case .working: say("trong giờ làm việc", "within office hours") + assumed
    }
  }

  /// What is said behind office hours that no document states.
  private var assumed: String {
    rules.calendar?.areHoursAssumed == true
      ? say(" (giờ làm việc giả định)", " (office hours assumed)") : ""
  }

  /// What is said behind the title of minutes that are measured within office hours.
  var ofOffice: String {
    guard rules.clock == .working else { return "" }
    return assumed.isEmpty ? say(" (giờ làm việc)", " (office hours)") : assumed
  }

  /// The name of minutes: of any, or of those within office hours.
  func minutes(isOffice: Bool) -> String {
    isOffice ? say("phút làm việc", "office min") : say("phút", "min")
  }

  /// What counts as late.
  var late: String {
    rules.lateIncludesOverdue
      ? say(
        "hồ sơ đã giải quyết sau hạn và hồ sơ chưa giải quyết đã quá hạn; tỷ lệ tính trên số đã "
          + "giải quyết cộng số quá hạn",
        "dossiers finished after the due date and open ones past it; the rate is over resolved "
          + "plus overdue")
      : say(
        "hồ sơ đã giải quyết sau hạn; hồ sơ chưa giải quyết đã quá hạn đếm riêng; tỷ lệ tính trên "
          + "số đã giải quyết",
        "dossiers finished after the due date; open ones past it are counted apart; the rate is "
          + "over resolved")
  }

  var withoutDueDate: String {
    switch rules.withoutDueDate {
    case .onTime: say("không bao giờ trễ hạn", "never late")
    case .reject: say("không đọc được dòng ấy", "its row is unreadable")
    }
  }

  var explanations: String? {
    rules.explanationsUntil.map { words.through($0) }
  }

  // MARK: Exclusions and lists

  /// One exclusion in a sentence: its title, its clause, what it does and when.
  func sentence(_ exclusion: DossierExclusion) -> String {
    let effect =
      switch exclusion.from {
      case .all: say("không tính vào số liệu nào", "left out of every count")
      case .late: say("không tính là trễ hạn", "not counted as late")
      }
    return title(exclusion.title, exclusion.clause) + ": \(effect) \(when(exclusion.when))."
  }

  func sentence(_ list: DossierList) -> String {
    title(list.title, list.clause)
      + say(": vẫn tính, lập danh sách riêng ", ": counted, and listed apart ")
      + "\(when(list.when))."
  }

  func title(_ title: String, _ clause: String?) -> String {
    title + (clause.map { " (\($0))" } ?? "")
  }

  private func when(_ conditions: [DossierCondition]) -> String {
    say("khi ", "when ") + conditions.map(condition).joined(separator: say(", và ", ", and "))
  }

  /// One condition as the middle of a sentence: "đã trễ hạn".
  func condition(_ condition: DossierCondition) -> String {
    func list(_ names: some Sequence<String>) -> String {
      names.sorted().map { "“\($0)”" }.joined(separator: say(" hoặc ", " or "))
    }
    switch condition {
    case .receivedBeforeWindow:
      let day = words.day(rules.window.start.day)
      return say("tiếp nhận trước \(day)", "received before \(day)")
    case .receivedAfterWindow:
      let end = words.through(rules.window.end).replacing("đến hết ", with: "")
        .replacing("through ", with: "")
      return say("tiếp nhận sau \(end)", "received after \(end)")
    case .receivedBefore(let day):
      return say("tiếp nhận trước \(words.day(day))", "received before \(words.day(day))")
    case .receivedFrom(let day):
      return say("tiếp nhận từ \(words.day(day))", "received from \(words.day(day)) on")
    case .late(let isLate):
      return isLate ? say("trễ hạn", "late") : say("không trễ hạn", "not late")
    case .overdue(let isOverdue):
      return isOverdue
        ? say("chưa giải quyết và đã quá hạn", "open and overdue")
        : say("không phải hồ sơ quá hạn chưa giải quyết", "not open and overdue")
    case .domains(let names): return say("lĩnh vực \(list(names))", "domain \(list(names))")
    case .procedures(let id):
      let name = rules.subsets.first { $0.id == id }?.title ?? id
      return say("thủ tục thuộc danh mục “\(name)”", "the procedure is in “\(name)”")
    case .unitTypes(let types):
      return say("đơn vị loại \(list(types))", "unit of type \(list(types))")
    case .units(let ids): return say("đơn vị \(list(ids))", "unit \(list(ids))")
    case .channels(let channels):
      let names = channels.map(channel).sorted().joined(separator: say(" hoặc ", " or "))
      return say("nộp \(names)", "handed in \(names)")
    case .sources(let ids): return say("từ hệ thống \(list(ids))", "recorded by \(list(ids))")
    case .statuses(let names): return say("trạng thái \(list(names))", "status \(list(names))")
    case .onOutageDay(let moment):
      return moment == .finished
        ? say(
          "ngày xong bước trước bước chờ giao trả có lúc hệ thống nghẽn, lỗi",
          "the day the step before the return was done had an outage")
        : say(
          "ngày đến bước trước bước chờ giao trả có lúc hệ thống nghẽn, lỗi",
          "the day the dossier came to the step before the return had an outage")
    case .outageShare(let share, let base):
      return say(
        "thời gian hệ thống nghẽn, lỗi từ \(fraction(share)) \(self.base(base)) trở lên",
        "outages take \(fraction(share)) of \(self.base(base)) or more")
    case .explained(let decision):
      return say(
        "giải trình \(self.decision(decision))", "the explanation is \(self.decision(decision))")
    case .causes(let ids):
      let names = rules.causes.filter { ids.contains($0.id) }.map(\.title)
      return say("nguyên nhân giải trình là \(list(names))", "the cause stated is \(list(names))")
    case .linkedAgencyLate(let isLate):
      return isLate
        ? say("cơ quan phối hợp trễ hạn", "a coordinating agency is late")
        : say("không có cơ quan phối hợp trễ hạn", "no coordinating agency is late")
    case .withoutDueDate(let isWithout):
      return isWithout
        ? say("không có hạn trả", "without a due date") : say("có hạn trả", "with a due date")
    case .turnedLateFrom(let day):
      return say("bắt đầu trễ hạn từ \(words.day(day))", "late since \(words.day(day)) or later")
    }
  }

  /// `1/4`, as regulations write it.
  private func fraction(_ share: Exact) -> String {
    guard let (numerator, denominator) = share.terms, denominator < 20 else {
      return words.numbers.percent(share)
    }
    return denominator == 1 ? "\(numerator)" : "\(numerator)/\(denominator)"
  }

  func base(_ base: OutageBase) -> String {
    let isOffice = rules.clock == .working
    switch base {
    case .elapsed where !isOffice: return say("thời gian giải quyết thực tế", "the time it took")
    case .elapsed, .working:
      return say("thời gian giải quyết trong giờ làm việc", "the office hours it took") + assumed
    case .term:
      return isOffice
        ? say("thời hạn giải quyết tính theo giờ làm việc", "the term set, in office hours")
          + assumed
        : say("thời hạn giải quyết", "the term set")
    }
  }

  func decision(_ decision: ExplanationDecision) -> String {
    switch decision {
    case .accepted: say("được chấp nhận", "accepted")
    case .refused: say("không được chấp nhận", "refused")
    case .pending: say("chưa được xem xét", "pending")
    }
  }

  private func channel(_ channel: DossierChannel) -> String {
    switch channel {
    case .online: say("trực tuyến", "online")
    case .direct: say("trực tiếp", "in person")
    case .post: say("qua bưu chính", "by post")
    }
  }
}

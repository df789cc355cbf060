internal import Diagnostics
package import DossierCounting
internal import Grading

extension NumberWords {
  /// "đến hết ngày 04/12/2019": until when dossiers may be explained.
  package func explanations(until end: LocalMinute) -> String {
    DossierWords(language).through(end)
  }
}

/// Times, counts and names of dossier figures as people read them.
struct DossierWords {
  let language: Language
  let numbers: NumberWords

  init(_ language: Language) {
    self.language = language
    numbers = NumberWords(language)
  }

  func say(_ vietnamese: String, _ english: String) -> String {
    language == .vietnamese ? vietnamese : english
  }

  /// "đến hết ngày 04/12/2019": what ends before a minute, by its last whole day where it is one
  /// (DOMAIN 22: "trước ngày 05" is through the 4th).
  func through(_ end: LocalMinute) -> String {
    guard end.ofDay == 0 else {
      // "đến 17:00" was meant where that is a time that people name.
      let last = LocalMinute(number: end.number - 1)
      return last.ofDay % 5 == 0
        ? say("đến \(moment(last))", "through \(moment(last))")
        : say("trước \(moment(end))", "before \(moment(end))")
    }
    let last = numbers.date(CalendarDay(number: end.day.number - 1))
    return say("đến hết ngày \(last)", "through \(last)")
  }

  func span(_ span: MinuteSpan) -> String {
    say("từ ", "from ") + (span.start.ofDay == 0 ? day(span.start.day) : moment(span.start)) + " "
      + through(span.end)
  }

  func day(_ day: CalendarDay) -> String {
    say("ngày \(numbers.date(day))", numbers.date(day))
  }

  func moment(_ minute: LocalMinute) -> String {
    numbers.moment(LocalMoment(minute.day, minute: Int16(minute.ofDay)))
  }

  /// When something began or happened; midnight is the day itself, as it is read where no time was
  /// written.
  func start(_ minute: LocalMinute) -> String {
    minute.ofDay == 0 ? day(minute.day) : moment(minute)
  }

  /// When something was done: the last minute of a day is the day itself, as it is read where no time
  /// was written.
  func end(_ minute: LocalMinute) -> String {
    minute.isLastOfDay ? day(minute.day) : moment(minute)
  }

  /// When something ended that is over before this minute.
  func over(_ minute: LocalMinute) -> String {
    minute.ofDay == 0
      ? say("hết ", "the end of ") + day(CalendarDay(number: minute.day.number - 1))
      : moment(minute)
  }

  /// `7 ngày 3 giờ 20 phút`.
  func duration(_ minutes: Int) -> String {
    let parts = [
      (minutes / 1440, say("ngày", minutes / 1440 == 1 ? "day" : "days")),
      (minutes / 60 % 24, say("giờ", "h")), (minutes % 60, say("phút", "min")),
    ].filter { $0.0 > 0 }
    guard !parts.isEmpty else { return say("0 phút", "0 min") }
    return parts.map { "\(numbers.count($0.0)) \($0.1)" }.joined(separator: " ")
  }

  /// "5,02%"; a dash for a rate over nothing.
  func rate(_ rate: Exact?) -> String {
    rate.map { numbers.fixed($0 * .hundred, places: 2) + "%" } ?? "–"
  }

  func metric(_ metric: DossierMetric) -> String {
    switch metric {
    case .received: say("tiếp nhận", "received")
    case .carriedOver: say("kỳ trước chuyển qua", "carried over")
    case .newlyReceived: say("tiếp nhận mới", "newly received")
    case .resolved: say("đã giải quyết", "resolved")
    case .early: say("sớm hạn", "early")
    case .onDueDay: say("đúng ngày hẹn", "on the due day")
    case .inTime: say("sớm hạn và đúng hạn", "in time")
    case .late: say("trễ hạn", "late")
    case .unresolved: say("chưa giải quyết", "unresolved")
    case .unresolvedInTime: say("chưa giải quyết, trong hạn", "unresolved, in time")
    case .unresolvedOverdue: say("chưa giải quyết, quá hạn", "unresolved, overdue")
    case .online: say("trực tuyến", "online")
    case .digitised: say("đã số hóa", "digitised")
    case .paidOnline: say("thanh toán trực tuyến", "paid online")
    case .feeDue: say("có nghĩa vụ tài chính", "with a fee due")
    case .excluded: say("không tính", "excluded")
    }
  }

  func finding(_ finding: RecordFinding) -> String {
    switch finding {
    case .returnedBeforeReceived: say("trả trước khi tiếp nhận", "returned before received")
    case .readyBeforeReceived: say("có kết quả trước khi tiếp nhận", "ready before received")
    case .returnedBeforeReady: say("trả trước khi có kết quả", "returned before ready")
    case .dueBeforeReceived: say("hẹn trả trước ngày tiếp nhận", "due before received")
    case .corrected: say("đã điều chỉnh theo hồ sơ thực tế", "corrected")
    case .withoutReadyDate: say("đã trả, không có ngày có kết quả", "returned, no result date")
    case .withoutDueDate: say("không có hạn trả", "no due date")
    case .unknownWord: say("có từ không hiểu", "a word not understood")
    }
  }
}

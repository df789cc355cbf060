internal import EventLog
internal import Grading
internal import Loading

/// The form to close dossiers, as it was typed.
struct ClosingForm: Hashable, Sendable {
  static let name = "ten"
  static let asOf = "den-ngay"
  static let closedOn = "ngay-chot"
  static let previous = "thay"
  /// Replaces no earlier closing, whatever their names.
  static let isNew = "moi"

  static let fields = [name, asOf, closedOn, previous]
  static let longestName = 200

  /// What is asked for, or what is wrong in which field.
  enum Reading: Hashable, Sendable {
    case request(ClosingRequest)
    case problems([String: String])
  }

  /// - Parameters:
  ///   - today: no figures are closed on a day that has not come.
  ///   - by: who closes, as the sheet to sign names them.
  static func read(
    _ form: FormFields, seen: Int, of shelf: ClosingShelf, on today: CalendarDay, by: String,
    _ frame: PageFrame
  ) -> Reading {
    var problems: [String: String] = [:]
    let title = form[name]
    if title.isEmpty {
      problems[name] = frame.say("ghi tên của số liệu", "give the data a name")
    } else if title.count > longestName || title.contains(where: \.isNewline) {
      problems[name] = frame.say(
        "tên trên một dòng, không quá \(longestName) ký tự",
        "one line of at most \(longestName) characters")
    }
    let asOf = form[Self.asOf].isEmpty ? nil : day(form[Self.asOf])
    if asOf == nil, !form[Self.asOf].isEmpty { problems[Self.asOf] = noDay(frame) }
    let closedOn = day(form[Self.closedOn])
    if let closedOn {
      if closedOn > today {
        problems[Self.closedOn] = frame.say(
          "ngày chốt không được sau hôm nay", "the day of closing has not come yet")
      } else if let asOf, asOf > closedOn {
        problems[Self.closedOn] = frame.say(
          "ngày chốt không được trước ngày mà số liệu tính đến",
          "the figures are not there yet on the day of closing")
      }
    } else {
      problems[Self.closedOn] = noDay(frame)
    }
    let replaced: Int?
    switch form[previous] {
    // A form that is sent again means what it meant.
    case "": replaced = shelf.newest(named: title, upTo: seen)
    case isNew: replaced = nil
    case let typed:
      replaced = Int(typed).flatMap { shelf.numbers.contains($0) ? $0 : nil }
      if replaced == nil {
        problems[previous] = frame.say("không có lần chốt này", "there is no such closing")
      }
    }
    guard problems.isEmpty, let closedOn else { return .problems(problems) }
    return .request(
      ClosingRequest(
        name: title, asOf: asOf, closedOn: closedOn, by: by, previous: replaced, seen: seen))
  }

  private static func noDay(_ frame: PageFrame) -> String {
    frame.say("ghi một ngày, như 02/10/2019", "give a day, like 2019-10-02")
  }

  /// A day as people type it; nil: it is none, or one with an hour.
  private static func day(_ typed: String) -> CalendarDay? {
    guard let iso = TypedDay.iso(typed), let moment = LocalMoment(parsing: iso),
      moment.minute == nil
    else { return nil }
    return moment.day
  }
}

internal import Diagnostics
internal import DossierCounting
internal import Grading

/// Stretches, blocks, groups and rates of periodic reports in words.
struct ReportWords {
  let words: DossierWords

  init(_ language: Language) { words = DossierWords(language) }

  func say(_ vietnamese: String, _ english: String) -> String { words.say(vietnamese, english) }

  func count(_ value: Int?) -> String { value.map { words.numbers.count($0) } ?? "–" }

  func rate(_ rate: Exact?) -> String { words.rate(rate) }

  /// "3%": a bound as it was typed.
  func bound(_ bound: Exact) -> String { words.numbers.percent(bound) }

  /// "12 cơ quan, đơn vị".
  func units(_ number: Int) -> String {
    say(
      "\(count(number)) cơ quan, đơn vị", "\(count(number)) unit\(number == 1 ? "" : "s")")
  }

  func dossiers(_ number: Int?) -> String {
    say("\(count(number)) hồ sơ", "\(count(number)) dossier\(number == 1 ? "" : "s")")
  }

  /// "giảm 0,95 điểm phần trăm": a change of a rate, in points of percent, never in percent.
  ///
  /// It is the difference of the rates as they are printed beside it, so that a reader who
  /// subtracts finds the same; exact rates are in the JSON.
  func change(from before: Exact, to now: Exact) -> String {
    func printed(_ rate: Exact) -> Exact { (rate * .hundred).rounded(places: 2, mode: .halfUp) }
    let change = printed(now) - printed(before)
    let size = words.numbers.fixed(change < .zero ? -change : change, places: 2)
    if change == .zero { return say("không đổi", "unchanged") }
    return change < .zero
      ? say("giảm \(size) điểm phần trăm", "down \(size) percentage points")
      : say("tăng \(size) điểm phần trăm", "up \(size) percentage points")
  }

  // MARK: Time

  /// "tháng 7 năm 2019", "quý III năm 2019".
  func title(_ time: ReportSheet.Time) -> String {
    switch time {
    case .printed(let text, _): text ?? say("kỳ của bảng in", "the table's period")
    case .counted(let period, _): title(period)
    }
  }

  private func title(_ period: ReportPeriod) -> String {
    guard let named = CalendarPeriod(period.id) else {
      return isRange(period)
        ? say("thời gian ", "the days ") + words.span(period.span)
        : say("kỳ \(period.id)", "period \(period.id)")
    }
    let year = named.year
    switch named.length {
    case .month:
      return say(
        "tháng \(named.number) năm \(year)", "\(Self.months[named.number - 1]) \(year)")
    case .quarter:
      return say(
        "quý \(Self.roman[named.number - 1]) năm \(year)",
        "\(Self.ordinals[named.number - 1]) quarter of \(year)")
    case .half:
      return named.number == 1
        ? say("6 tháng đầu năm \(year)", "first half of \(year)")
        : say("6 tháng cuối năm \(year)", "second half of \(year)")
    case .year: return say("năm \(year)", "\(year)")
    }
  }

  /// The days of a stretch, where its name does not say them.
  func days(_ time: ReportSheet.Time) -> String? {
    switch time {
    case .printed: nil
    case .counted(let period, _): isRange(period) ? nil : words.span(period.span)
    }
  }

  /// The last day whose events are counted.
  func closing(_ time: ReportSheet.Time) -> String? {
    switch time {
    case .printed(_, let day):
      day.map { words.through(LocalMinute(startOf: CalendarDay(number: $0.number + 1))) }
    case .counted(_, let end): words.through(end)
    }
  }

  /// Whether the data end inside the stretch.
  func isCutOff(_ time: ReportSheet.Time) -> Bool {
    switch time {
    case .printed: false
    case .counted(let period, let end): end < period.span.end
    }
  }

  /// "T7/2019": the head of a column.
  func short(_ time: ReportSheet.Time) -> String {
    guard case .counted(let period, _) = time else { return title(time) }
    guard let named = CalendarPeriod(period.id) else {
      guard isRange(period) else { return period.id }
      let last = CalendarDay(number: period.span.end.day.number - 1)
      return "\(words.numbers.date(period.span.start.day))–\(words.numbers.date(last))"
    }
    switch named.length {
    case .month: return say("T\(named.number)/\(named.year)", named.name)
    case .quarter: return say("Q\(Self.roman[named.number - 1])/\(named.year)", named.name)
    case .half, .year: return named.name
    }
  }

  private func isRange(_ period: ReportPeriod) -> Bool { period.id.contains("..") }

  private static let roman = ["I", "II", "III", "IV"]
  private static let ordinals = ["first", "second", "third", "fourth"]
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  // MARK: Blocks and groups

  func block(_ type: String) -> String {
    switch type {
    case "so": say("Khối sở, ban, ngành", "Departments")
    case "huyen": say("Khối UBND cấp huyện", "Districts")
    case "xa": say("Khối UBND cấp xã", "Communes")
    case "nganh-doc": say("Khối cơ quan ngành dọc", "Vertical agencies")
    case "don-vi-su-nghiep": say("Khối đơn vị sự nghiệp công lập", "Public service units")
    case "": say("Không ghi khối", "No block stated")
    default: say("Khối \(type)", "Block \(type)")
    }
  }

  func grouping(_ by: DossierGrouping) -> String {
    switch by {
    case .domain: say("lĩnh vực", "domain")
    case .procedure: say("thủ tục", "procedure")
    case .channel: say("hình thức nộp hồ sơ", "channel")
    case .month: say("tháng tiếp nhận", "month of receipt")
    case .unitAndDomain: say("cơ quan, đơn vị và lĩnh vực", "unit and domain")
    }
  }

  func group(_ name: String, _ by: DossierGrouping) -> String {
    guard !name.isEmpty else {
      return by == .month
        ? say("Kỳ trước chuyển qua", "Carried over") : say("(không ghi)", "(not stated)")
    }
    switch by {
    case .channel: return DossierChannel(rawValue: name).map(channel) ?? name
    case .month:
      return CalendarPeriod(name).map { say("Tháng \($0.number)/\($0.year)", name) } ?? name
    case .domain, .procedure, .unitAndDomain: return name
    }
  }

  private func channel(_ channel: DossierChannel) -> String {
    switch channel {
    case .online: say("Trực tuyến", "Online")
    case .direct: say("Trực tiếp", "In person")
    case .post: say("Bưu chính công ích", "By post")
    }
  }

  func reject(_ reason: RejectReason) -> String {
    switch reason {
    case .fieldCount: say("số ô khác dòng tiêu đề", "another number of cells")
    case .brokenQuote: say("dấu nháy không đóng hoặc dòng quá dài", "a broken quote")
    case .noDossier: say("không có mã hồ sơ", "no dossier id")
    case .noUnit: say("không có đơn vị", "no unit")
    case .unknownUnit: say("đơn vị không có trong danh sách", "an unknown unit")
    case .noReceivedDate: say("không có ngày tiếp nhận", "no date of receipt")
    case .badReceivedDate: say("ngày tiếp nhận sai", "a bad date of receipt")
    case .noDueDate: say("không có hạn trả", "no due date")
    case .badDueDate: say("hạn trả sai", "a bad due date")
    case .badReadyDate: say("ngày có kết quả sai", "a bad date of the result")
    case .badReturnedDate: say("ngày trả kết quả sai", "a bad date of return")
    case .repeated, .repeatedDifferently: say("lặp lại mã hồ sơ", "repeating a dossier's id")
    }
  }

  func capital(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}

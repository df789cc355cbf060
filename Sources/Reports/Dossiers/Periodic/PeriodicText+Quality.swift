internal import DossierCounting
internal import Grading

/// What the data lack, and signs that somebody played with the clock.
extension PeriodicText {
  func writeQuality(_ page: inout TextPage) {
    guard case .records(let origin) = report.origin else { return }
    let quality = origin.quality
    part(
      say(
        "Dữ liệu phải xem lại (toàn bộ dữ liệu, không riêng kỳ báo cáo)",
        "Data worth a look (all data, whichever period they are of)"), &page)
    page.gap()
    page.line(
      say(
        "Trong toàn bộ \(words.count(quality.rows)) dòng đã đọc, kể cả hồ sơ của các kỳ khác:",
        "Of all \(words.count(quality.rows)) rows that were read, those of other periods included:"
      ))
    let unreadable = quality.unreadable.reduce(0) { $0 + $1.count }
    let reasons = quality.unreadable.map { "\(words.reject($0.reason)) \(words.count($0.count))" }
    page.line(
      say("không đọc được: ", "unreadable: ") + words.count(unreadable)
        + (reasons.isEmpty ? "" : " (\(reasons.joined(separator: "; ")))"), indent: 2)
    page.line(
      say("lặp lại mã hồ sơ: ", "repeating a dossier's id: ")
        + (quality.repeated.map { words.count($0) } ?? say("không tìm", "not looked for")),
      indent: 2)
    for finding in quality.findings {
      let names = finding.units.prefix(3).map {
        "\(report.whole.name($0.row)) \(words.count($0.count))"
      }
      let more = finding.units.count > 3 ? "; …" : ""
      page.line(
        "\(words.words.finding(finding.finding)): \(words.count(finding.count))"
          + " (\(names.joined(separator: "; "))\(more))", indent: 2)
    }
  }

  /// Units that finish unusually often when the clock runs out or the office is closed.
  func writeClock(_ page: inout TextPage) {
    guard case .records(let origin) = report.origin, !origin.clock.isEmpty,
      let calendar = origin.rules.calendar
    else { return }
    part(say("Thời điểm giải quyết xong", "The moment of finishing"), &page)
    page.gap()
    let all = origin.clock.reduce(ClockFigures()) { $0.adding($1) }
    let assumed =
      calendar.areHoursAssumed ? say(", giờ làm việc giả định", ", office hours assumed") : ""
    let minutes = ClockSigns.lastMinutes
    writeSign(
      say(
        "Xong vào ngày hẹn trả, từ \(minutes) phút cuối giờ làm việc trở đi",
        "Finished on the due day, in the last \(minutes) office minutes or later"),
      assumed, origin.clock, all, \.lastMinutes, &page)
    writeSign(
      say(
        "Xong ngoài giờ làm việc hoặc ngày nghỉ", "Finished outside office hours or on a day off"),
      assumed, origin.clock, all, \.outsideHours, &page)
    page.line(
      say(
        "Nêu tên khi có từ \(ClockSigns.leastMarked) hồ sơ như vậy, từ 1/10 trong ít nhất \(ClockSigns.leastResolved) hồ sơ đã giải quyết và gấp từ hai lần tỷ lệ của các nơi khác cộng lại. Đây là điểm cần xem lại, không phải kết luận.",
        "A unit is named with \(ClockSigns.leastMarked) such dossiers or more, a tenth or more of at least \(ClockSigns.leastResolved) resolved, and at least twice the share of all others together. It is a reason to look, not a finding."
      ))
  }

  private func writeSign(
    _ title: String, _ assumed: String, _ clock: [ClockFigures], _ all: ClockFigures,
    _ sign: KeyPath<ClockFigures, Int>, _ page: inout TextPage
  ) {
    let rate = words.rate(Exact(all[keyPath: sign], over: all.resolved))
    page.line(
      "- \(title)\(assumed): \(words.count(all[keyPath: sign])) / \(words.count(all.resolved)) (\(rate))"
    )
    let named = clock.indices.filter {
      ClockSigns.isUnusual(
        clock[$0][keyPath: sign], of: clock[$0].resolved, all: all[keyPath: sign],
        of: all.resolved)
    }
    for place in named {
      let figures = clock[place]
      let rate = words.rate(Exact(figures[keyPath: sign], over: figures.resolved))
      page.line(
        "\(report.whole.name(place)): \(words.count(figures[keyPath: sign])) / \(words.count(figures.resolved)) (\(rate))",
        indent: 4)
    }
    if named.isEmpty {
      page.line(say("không nơi nào bất thường", "no unit stands out"), indent: 4)
    }
  }
}

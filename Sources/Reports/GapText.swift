internal import Diagnostics
package import Grading

/// Gaps as text for people.
extension GapReport {
  /// One unit's list: grouped by what has to be done, most points at risk first.
  package func text(_ gaps: UnitGaps) -> String {
    var page = TextPage(isColoured: false)
    let heading = heading(gaps)
    for (place, line) in heading.enumerated() {
      if place == 0 { page.heading(line) } else { page.line(capitalised(line) + ".") }
    }
    for group in GapGroup.allCases {
      let own = gaps.gaps.filter { $0.group == group }
      guard !own.isEmpty else { continue }
      page.gap()
      page.heading("\(group.title[language]) (\(own.count))")
      for gap in own {
        page.gap()
        for (place, line) in entry(gap, gaps).enumerated() {
          page.line(place == 0 ? line : capitalised(line), indent: place == 0 ? 2 : 4)
        }
      }
    }
    return page.text
  }

  private func heading(_ gaps: UnitGaps) -> [String] {
    let name = unit(gaps).record.unit.name
    var lines = [
      say(
        "\(name): nội dung phải bổ sung, giải trình", "\(name): what is missing or to be explained")
    ]
    if isIllustrative(gaps.unit) { lines.append(illustrative) }
    if gaps.isUnreadable {
      lines.append(
        say(
          "không đọc được tệp của đơn vị; xem kết quả kiểm tra tệp",
          "the unit's files cannot be used; see the check of the files"))
    } else if gaps.gaps.isEmpty {
      lines.append(say("không có nội dung nào", "nothing"))
    } else {
      lines.append(stakes(gaps.total))
    }
    if showsPlaces, let sentence = gaps.places.flatMap(standing) { lines.append(sentence) }
    if !gaps.diagnosed.isEmpty {
      let ids = gaps.diagnosed.map { set(gaps).items[$0].id }.joined(separator: ", ")
      lines.append(
        say(
          "số liệu không hợp lệ đã báo khi kiểm tra tệp: \(ids)",
          "figures refused by the check of the file: \(ids)"))
    }
    return lines
  }

  private func entry(_ gap: EvidenceGap, _ gaps: UnitGaps) -> [String] {
    let numbers = sentences.numbers
    var lines = [title(gap, gaps), sentences.what(gap)]
    lines.append(say("việc phải làm: ", "to do: ") + gap.code.remedy[language])
    if let due = gap.due {
      lines.append(say("thời hạn: ", "due: ") + numbers.until(due))
    }
    if !gap.atRisk.isZero {
      var amount = GapAmount()
      for own in UnitGaps.amounts(of: [gap]).values { amount += own }
      lines.append(stakes(amount))
    }
    if showsPlaces, let places = gap.places { lines += standing(places, gap) }
    let origin = gap.citation.map { ", \(round.plan.cited($0))" } ?? ""
    lines.append("[\(gap.code.rawValue)]\(origin)")
    return lines
  }

  /// The item with its title; several by their ids.
  package func title(_ gap: EvidenceGap, _ gaps: UnitGaps) -> String {
    let items = gap.effects.map { set(gaps).items[$0.item] }
    if items.isEmpty { return say("Toàn bộ hồ sơ tự chấm điểm", "The self-assessment as a whole") }
    if items.count == 1 { return "\(items[0].id). \(items[0].title)" }
    if items.count > 8 {
      return say("\(items.count) tiêu chí thành phần", "\(items.count) items")
    }
    return items.map(\.id).joined(separator: ", ")
  }

  /// What is at stake, in points.
  package func stakes(_ amount: GapAmount) -> String {
    let numbers = sentences.numbers
    var parts: [String] = []
    if !amount.withheld.isZero {
      let points = numbers.points(amount.withheld, upTo: amount.withheldIsUpTo)
      parts.append(say("chưa được tính \(points)", "\(points) withheld"))
    }
    if !amount.endangered.isZero {
      let points = numbers.points(amount.endangered, upTo: amount.endangeredIsUpTo)
      parts.append(say("có thể không được công nhận \(points)", "\(points) in danger"))
    }
    return parts.isEmpty
      ? say("không ảnh hưởng đến điểm", "no points at stake") : parts.joined(separator: "; ")
  }

  private func standing(_ places: GapPlaces) -> String? {
    guard let now = places.now else { return nil }
    let numbers = sentences.numbers
    let closed = places.ifClosed.map {
      say(
        "; nếu bổ sung đủ: \(numbers.place($0))", "; \(numbers.place($0)) if all is mended")
    }
    let left = places.ifLeft.map {
      say(
        "; nếu không bổ sung: \(numbers.place($0))", "; \(numbers.place($0)) if nothing is")
    }
    return say("hiện đứng \(numbers.place(now))", "now \(numbers.place(now))") + (closed ?? "")
      + (left ?? "")
  }

  private func standing(_ places: GapPlaces, _ gap: EvidenceGap) -> [String] {
    guard let now = places.now else { return [] }
    let numbers = sentences.numbers
    var lines: [String] = []
    if let closed = places.ifClosed, closed != now {
      let condition: Wording =
        switch gap.group {
        case .evidence: Wording(vi: "có tài liệu này thì", en: "with this document")
        case .notDone, .figures: Wording(vi: "bổ sung xong thì", en: "once it is mended")
        case .otherOffice: Wording(vi: "khi có kết quả thì", en: "once it is there")
        }
      let upTo = gap.isUpTo ? say("cao nhất là ", "at best ") : ""
      lines.append(
        say(
          "\(condition[language]) đứng \(upTo)\(numbers.place(closed)) thay vì \(now)",
          "\(condition[language]) \(upTo)\(numbers.place(closed)) instead of \(numbers.place(now))")
      )
    }
    if let left = places.ifLeft, left != now {
      lines.append(
        say(
          "không bổ sung thì đứng \(numbers.place(left)) thay vì \(now)",
          "without it \(numbers.place(left)) instead of \(numbers.place(now))"))
    }
    return lines
  }

  var illustrative: String { say("số liệu minh họa", "illustrative data (số liệu minh họa)") }

  /// With a capital at the start; a code or an address stays as it is.
  private func capitalised(_ line: String) -> String {
    line.prefix(1).uppercased() + line.dropFirst()
  }

  func say(_ vietnamese: String, _ english: String) -> String {
    language == .vietnamese ? vietnamese : english
  }
}

internal import Grading

/// What made an item's points, or a unit's place, others.
extension UnitDifferenceText {
  /// "sự kiện 265, 266": the events where a cause has its number, otherwise what it is.
  func brief(_ causes: [DifferenceCause]) -> String {
    var numbers: [String] = []
    var others: [String] = []
    for cause in causes {
      switch cause {
      case .entry(let place):
        let entry = result.record.entries[place]
        if let event = entry.event {
          numbers.append(String(event))
        } else {
          others.append(EntryWords(words, result.record).place(entry))
        }
      case .locked(let event?), .unlocked(let event?), .replaced(_, let event?):
        numbers.append(String(event))
      case .handedIn, .evidence, .locked, .unlocked, .replaced, .others, .ownSheet, .rule, .data:
        others.append(sentence(cause))
      }
    }
    let events = numbers.joined(separator: ", ")
    let list = numbers.count == 1 ? say("sự kiện ", "event ") : say("sự kiện ", "events ")
    return ((numbers.isEmpty ? [] : [list + events]) + others).joined(separator: "; ")
  }

  func sentence(_ cause: DifferenceCause) -> String {
    switch cause {
    case .entry(let place):
      let entry = result.record.entries[place]
      let entryWords = EntryWords(words, result.record)
      let reason = entry.reason.map { say(". Lý do: ", ". Reason: ") + $0 } ?? ""
      return "\(entryWords.place(entry)): \(entryWords.decision(entry))\(reason)"
    case .handedIn: return say("đơn vị nộp bản tự chấm điểm", "the unit handed in")
    case .evidence(let documents):
      let list = documents.joined(separator: ", ")
      return say(
        "đơn vị nộp lại với tài liệu kiểm chứng khác: \(list)",
        "the unit handed in with other evidence: \(list)")
    case .locked(let event):
      return say(
        "còn bỏ ngỏ khi khóa\(number(event)): xử lý như kỳ đánh giá quy định",
        "still open when the result was locked\(number(event)): settled as the round says")
    case .unlocked(let event):
      return say("mở khóa\(number(event))", "the result was unlocked\(number(event))")
    case .replaced(let file, let event):
      return say(
        "thay tệp \(file)\(number(event))", "the file \(file) was replaced\(number(event))")
    case .others:
      return say(
        "do kết quả của cơ quan, đơn vị khác mà tiêu chí này dựa vào",
        "because of other units' results that it depends on")
    case .ownSheet:
      return say(
        "do điểm các tiêu chí khác của chính đơn vị thay đổi",
        "because other points of the unit changed")
    case .rule:
      return say(
        "điểm tính theo cách chấm khác điểm tự chấm", "the rule gives other points than claimed")
    case .data: return say("do số liệu hoặc bộ tiêu chí thay đổi", "figures or criteria changed")
    }
  }

  /// " (sự kiện 359)"; nothing of one that is only tried.
  private func number(_ event: Int?) -> String {
    event.map { say(" (sự kiện \($0))", " (event \($0))") } ?? ""
  }

  /// That it has a place for the first time, or has none any more; nil: neither.
  var entry: String? {
    if let lock = unit.lock { return place(after: lock) }
    return switch unit.entry {
    case .enters?:
      say(
        "Mới được xếp hạng, trước đó chưa có thứ hạng", "Newly ranked: it had no place before")
    case .leaves?: say("Không còn được xếp hạng", "No longer ranked")
    case nil: nil
    }
  }

  /// Why a lock took its place away, or an unlock gave it back.
  func place(after lock: DifferenceCause) -> String {
    if case .locked(let event) = lock {
      return say(
        "Không được xếp hạng vì kết quả bị khóa khi còn nội dung chưa xong\(number(event))",
        "Takes no place because its result was locked while something was open\(number(event))")
    }
    return say("Được xếp hạng lại: ", "Takes a place again: ") + sentence(lock)
  }
}

internal import Grading
internal import HTMLWriting
internal import Reports

/// Units that take no place because they are locked while something of them is open.
struct UnplacedUnits: Hashable, Sendable {
  static let most = 12

  let names: [String]
  /// Why, one line for each reason.
  let reasons: [String]
  /// Whether a lock that is only tried would leave them so.
  let isTrial: Bool

  /// nil: there are none.
  /// - Parameters:
  ///   - round: as it stands, or as it would be.
  ///   - reads: whether whoever looks may know of a unit.
  init?(in round: Round, isTrial: Bool, _ words: RoundWords, reads: (String) -> Bool) {
    let last = round.layers.count - 1
    let found = round.units.filter { result in
      let (unit, total) = (result.record.unit, result.totals[last])
      return result.record.isLocked && result.isSubmitted && unit.isRanked && reads(unit.id)
        && total?.place == nil && total?.isProvisional == true
    }
    guard !found.isEmpty else { return nil }
    var open = OpenItems()
    for result in found { open.add(OpenItems(result, layer: last)) }
    names = found.map(\.record.unit.name)
    reasons = words.lines(open, ofMany: true)
    self.isTrial = isTrial
  }

  func write(_ frame: PageFrame, _ page: inout HTMLWriter) {
    let count = names.count
    let named = names.prefix(UnplacedUnits.most).joined(separator: "; ")
    let more = count - min(count, UnplacedUnits.most)
    let list = named + (more > 0 ? frame.say("; và \(more) nơi khác", "; and \(more) more") : "")
    page.element("div", .class("notice bad"), .init("role", "alert")) { box in
      box.element("p") { line in
        line.element(
          "strong",
          text: isTrial
            ? frame.say(
              "\(count) nơi sẽ chưa có thứ hạng vì còn bỏ ngỏ.",
              "\(count) units will take no place, for something of them is open.")
            : frame.say(
              "\(count) nơi chưa có thứ hạng vì khóa khi còn bỏ ngỏ.",
              "\(count) units have no place: they were locked while something was open."))
      }
      box.element("p", text: frame.sentence(reasons.joined(separator: "; ")))
      box.element("p", text: list + ".")
    }
    page.line()
  }
}

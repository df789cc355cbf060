package import Diagnostics
package import EventLog
package import Grading

/// What lies between two moments of a round, or two layers of it, in words that a member of the
/// council follows: each change of place with what made it, one's own and others'.
package struct DifferenceText: Sendable {
  /// What is compared, beside the two sides themselves.
  package struct Frame: Sendable {
    /// "hết ngày 01/01/2018" and "hết ngày 10/01/2018", or the titles of two layers.
    package let from: String
    package let to: String
    /// Nothing was written: the later side is only tried.
    package let isTrial: Bool
    /// What happened between two moments, in order.
    package let events: [RoundEvent]
    /// Paths of files of the round's own that are others.
    package let files: [String]
    /// What the council is asked to decide, where the later side follows it.
    package var proposal: String?

    /// What events would do, or did.
    package init(isTrial: Bool) {
      self.init(from: "", to: "", isTrial: isTrial)
    }

    /// What following a proposal before the council would do.
    /// - Parameter proposal: what it proposes, in words.
    package init(following proposal: String) {
      self.init(from: "", to: "", isTrial: true)
      self.proposal = proposal
    }

    package init(
      from: String, to: String, isTrial: Bool = false, events: [RoundEvent] = [],
      files: [String] = []
    ) {
      self.isTrial = isTrial
      self.from = from
      self.to = to
      self.events = events
      self.files = files
    }
  }

  let difference: RoundDifference
  let words: RoundWords
  private let frame: Frame
  private let isColoured: Bool

  package init(
    _ difference: RoundDifference, _ frame: Frame, _ language: Language, isColoured: Bool = false
  ) {
    self.difference = difference
    self.frame = frame
    self.isColoured = isColoured
    words = RoundWords(difference.after.round, language)
  }

  var numbers: NumberWords { words.numbers }
  /// Whether decisions behind it are only proposed: they have no number, author and reason.
  var isProposal: Bool { frame.proposal != nil }

  func say(_ vietnamese: String, _ english: String) -> String { words.say(vietnamese, english) }

  /// The page: one block or all of them, one unit or all of them.
  package func text(block: Int? = nil, unit: Int? = nil) -> String {
    let round = difference.after.round
    var page = TextPage(isColoured: isColoured)
    page.heading(round.plan.title)
    page.line(
      say("Thay đổi từ \(frame.from) đến \(frame.to)", "Changes from \(frame.from) to \(frame.to)"))
    if let mark = words.roundIllustration { page.line(mark) }
    writeEvents(&page)
    writeGroups(&page, block: block, unit: unit)
    return page.text
  }

  /// What events did, or would do, to points and places; without the round's title.
  package func effect() -> String {
    var page = TextPage(isColoured: isColoured)
    if let proposal = frame.proposal {
      page.heading(
        say(
          "Nếu Hội đồng quyết định theo đề nghị: \(proposal)",
          "If the council follows the proposal: \(proposal)"))
    } else {
      page.heading(
        frame.isTrial
          ? say("Nếu ghi (chưa ghi gì)", "If recorded (nothing was written)")
          : say("Điểm và thứ hạng sau khi ghi", "Points and places now"))
    }
    writeGroups(&page, block: nil, unit: nil)
    page.gap()
    return page.text
  }

  private func writeGroups(_ page: inout TextPage, block: Int?, unit: Int?) {
    let round = difference.after.round
    var isEmpty = true
    for (place, plan) in round.plan.blocks.enumerated() where block == nil || block == place {
      for group in round.groups where group.block == place {
        let changed = difference.units.filter {
          group.units.contains($0.unit) && (unit == nil || unit == $0.unit)
        }
        guard !changed.isEmpty else { continue }
        isEmpty = false
        page.gap()
        page.heading(
          group.parent.map { "\(plan.title): \(words.unit($0))" } ?? plan.title)
        write(changed, showsOthers: unit != nil, &page)
      }
    }
    if isEmpty {
      page.gap()
      page.line(say("Không có thay đổi nào về điểm, thứ hạng.", "No points or places changed."))
    }
  }

  private func writeEvents(_ page: inout TextPage) {
    if let first = frame.events.first, let last = frame.events.last {
      let eventWords = EventWords(words.language)
      var counts: [(EventKind, Int)] = EventKind.allCases.map { ($0, 0) }
      for event in frame.events {
        if let place = counts.firstIndex(where: { $0.0 == event.content.kind }) {
          counts[place].1 += 1
        }
      }
      let list = counts.filter { $0.1 > 0 }.map { "\(eventWords.kind($0.0)) \($0.1)" }
        .joined(separator: ", ")
      let count = frame.events.count
      page.line(
        count == 1
          ? say(
            "1 sự kiện (số \(first.sequence)): \(list).", "1 event (\(first.sequence)): \(list).")
          : say(
            "\(count) sự kiện (số \(first.sequence) đến \(last.sequence)): \(list).",
            "\(count) events (\(first.sequence) to \(last.sequence)): \(list)."))
    }
    if !frame.files.isEmpty {
      page.line(
        say("Tệp khác nhau giữa hai thời điểm: ", "Files that differ: ")
          + frame.files.joined(separator: "; "))
    }
  }

  // MARK: A group

  /// - Parameter showsOthers: what moved those that passed a unit, or that it passed, too: where
  ///   they are not on the page themselves.
  private func write(
    _ changed: [UnitDifference], showsOthers: Bool, _ page: inout TextPage
  ) {
    let moved = changed.filter { $0.before?.place?.number != $0.after?.place?.number }
      .sorted { order($0) < order($1) }
    let stayed = changed.filter { $0.before?.place?.number == $0.after?.place?.number }
      .sorted { order($0) < order($1) }
    for unit in moved { UnitDifferenceText(self, unit).write(&page, showsOthers: showsOthers) }
    guard !stayed.isEmpty else { return }
    page.gap()
    page.line(
      say("Đổi điểm, không đổi thứ hạng:", "Points changed, places did not:"))
    for unit in stayed { UnitDifferenceText(self, unit).writeStayed(&page) }
  }

  /// By place in the end; those without one behind them, in the register's order.
  private func order(_ unit: UnitDifference) -> (Int, Int) {
    (unit.after?.place?.number ?? .max, unit.unit)
  }
}

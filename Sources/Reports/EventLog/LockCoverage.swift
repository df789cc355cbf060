package import Diagnostics
package import EventLog
package import Grading

/// What a lock holds, and what of it can still move all the same, in words.
///
/// A lock refuses events. What reads the results of units that it does not cover follows them, and so
/// does every place among them: until the whole round is locked.
package struct LockCoverage {
  private let round: Round
  private let content: EventContent
  /// The unit that it is about.
  private let unit: Int?

  package init(_ round: Round, _ content: EventContent) {
    self.round = round
    self.content = content
    unit = round.units.firstIndex { $0.record.unit.id == content.unit }
  }

  package func text(_ language: Language) -> String {
    func say(_ vi: String, _ en: String) -> String { Wording(vi: vi, en: en)[language] }
    var lines = [
      say(
        "Khóa: không ghi được nữa sự kiện nào về \(covered[.vietnamese]).",
        "The lock: no event is recorded any more about \(covered[.english]).")
    ]
    if let unit {
      let names = followers(unit).map { item in
        "  \(item.id) \(item.title): " + reason(item)[language]
      }
      if !names.isEmpty {
        lines.append(
          say(
            "Điểm vẫn có thể thay đổi theo phần không khóa:",
            "Points that can still move with what is not locked:"))
        lines += names
      }
      lines.append(
        say(
          "Thứ hạng vẫn có thể thay đổi theo điểm của đơn vị khác; muốn giữ thì khóa cả kỳ.",
          "Its place can still move with other units' points; lock the whole round to hold it."))
    } else if content.stage != nil {
      lines.append(
        say(
          "Sự kiện ở bước khác vẫn ghi được và vẫn thay đổi điểm, thứ hạng.",
          "Events of other stages are still recorded, and still move points and places."))
    }
    return lines.joined(separator: "\n") + "\n\n"
  }

  private var covered: Wording {
    let whole =
      unit.map { unit in
        let name = round.units[unit].record.unit.name
        guard case .item(let id)? = content.subject else { return Wording(vi: name, en: name) }
        return Wording(vi: "mục \(id) của \(name)", en: "the item \(id) of \(name)")
      } ?? Wording(vi: "mọi đơn vị của kỳ đánh giá", en: "any unit of the round")
    guard let stage = round.plan.stages.first(where: { $0.id == content.stage }) else {
      return whole
    }
    return Wording(
      vi: "\(whole.vietnamese) ở bước \(stage.title)",
      en: "\(whole.english) in the stage \(stage.title)")
  }

  /// Items that it covers and that read results which it does not.
  private func followers(_ unit: Int) -> [Item] {
    round.sets[round.units[unit].record.set].items.filter { item in
      if case .item(let id)? = content.subject { return id == item.id && !item.links.isEmpty }
      return item.links.contains(.block) || item.links.contains(.subordinates)
    }
  }

  private func reason(_ item: Item) -> Wording {
    if item.links.contains(.block) {
      return Wording(
        vi: "so với đơn vị cao nhất trong khối", en: "compared with the best of the block")
    }
    if item.links.contains(.subordinates) {
      return Wording(vi: "tính từ đơn vị trực thuộc", en: "taken from the units below")
    }
    return Wording(vi: "tính từ điểm các mục khác", en: "taken from the points of other items")
  }
}

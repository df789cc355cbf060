internal import Diagnostics
internal import Grading

/// Walks two sets together and says what changed in each part, in the order of the new one.
struct SetComparison {
  typealias Change = CriteriaDiff.Change
  typealias Part = CriteriaDiff.Part

  let old: SetOutline
  let new: SetOutline
  let matching: NodeMatching
  let items: ItemComparison

  init(old: CriteriaSet, new: CriteriaSet) {
    self.old = SetOutline(old)
    self.new = SetOutline(new)
    matching = NodeMatching(old: self.old, new: self.new)
    items = ItemComparison(
      oldSet: old, newSet: new, oldWords: BothWords(old), newWords: BothWords(new))
  }

  func parts() -> [Part] {
    var parts = [
      Part(
        level: .set, id: new.set.id, oldID: old.set.id == new.set.id ? nil : old.set.id,
        title: new.set.title, ancestors: [], changes: header())
    ]
    parts += walk(oldParent: nil, newParent: nil)
    lift(into: &parts)
    return parts.filter { !$0.changes.isEmpty }
  }

  /// A node and everything below it, removed siblings at their old places.
  private func walk(oldParent: Int?, newParent: Int?) -> [Part] {
    var sequence: [(old: Int?, new: Int?)] = new.children(of: newParent)
      .map { (matching.oldOf[$0], $0) }
    if let before = oldParent.map({ old.children(of: $0) })
      ?? (newParent == nil ? old.children(of: nil) : nil)
    {
      for (offset, child) in before.enumerated() where matching.newOf[child] == nil {
        let earlier = before[..<offset].last { other in sequence.contains { $0.old == other } }
        let place = earlier.flatMap { other in sequence.firstIndex { $0.old == other } }
        sequence.insert((child, nil), at: place.map { $0 + 1 } ?? 0)
      }
    }
    return sequence.flatMap { before, after -> [Part] in
      guard let after else { return before.map { [removed($0)] } ?? [] }
      return [part(before, after)] + walk(oldParent: before, newParent: after)
    }
  }

  private func removed(_ place: Int) -> Part {
    let node = old.nodes[place]
    func below(_ place: Int) -> [Int] {
      old.children(of: place).flatMap { [$0] + below($0) }
    }
    let gone = below(place).filter { matching.newOf[$0] == nil && old.nodes[$0].item != nil }
    let ids = gone.isEmpty ? "" : ": " + gone.map { old.nodes[$0].id }.joined(separator: ", ")
    let points = points(node.maximum)
    return Part(
      level: node.level, id: node.id, oldID: nil, title: node.title,
      ancestors: ancestors(ofOld: place),
      changes: [
        Change(
          .removed,
          Wording(
            vi: "bỏ (\(points.vietnamese))\(ids)", en: "removed (\(points.english))\(ids)"),
          before: points)
      ])
  }

  /// As the new set calls them, where it still has them.
  private func ancestors(ofOld place: Int) -> [CriteriaDiff.Heading] {
    guard let parent = old.nodes[place].parent else { return [] }
    if let now = matching.newOf[parent] {
      return new.ancestors(of: now) + [new.nodes[now].heading]
    }
    return old.ancestors(of: place)
  }

  private func part(_ before: Int?, _ after: Int) -> Part {
    let node = new.nodes[after]
    guard let before else {
      return Part(
        level: node.level, id: node.id, oldID: nil, title: node.title,
        ancestors: new.ancestors(of: after), changes: [added(node)])
    }
    let was = old.nodes[before]
    let isRenumbered = was.id != node.id
    return Part(
      level: node.level, id: node.id, oldID: isRenumbered ? was.id : nil, title: node.title,
      ancestors: new.ancestors(of: after),
      changes: place(was, node) + title(was, node) + maximum(was, node) + details(was, node)
        + order(before, after))
  }

  private func added(_ node: SetOutline.Node) -> Change {
    let points = points(node.maximum)
    guard let item = node.item else {
      return Change(
        .added,
        Wording(vi: "thêm mới (\(points.vietnamese))", en: "added (\(points.english))"),
        after: points)
    }
    let rule = items.newWords { $0.sentence(item) }
    return Change(
      .added,
      .sentence(points, item.scoredBy.wording, rule) { language, parts in
        language == .vietnamese
          ? "thêm mới (\(parts[0])); \(parts[1]); cách chấm: \(parts[2])"
          : "added (\(parts[0])); \(parts[1]); rule: \(parts[2])"
      }, after: points)
  }

  func points(_ value: Exact) -> Wording { items.newWords { $0.numbers.points(value) } }

  // MARK: One node

  /// Moved to another parent, or only given another id.
  private func place(_ was: SetOutline.Node, _ node: SetOutline.Node) -> [Change] {
    let oldParent = was.parent.map { old.nodes[$0] }
    let newParent = node.parent.map { new.nodes[$0] }
    let isSameParent = was.parent.flatMap { matching.newOf[$0] } == node.parent
    let before = Wording(same: was.id)
    let after = Wording(same: node.id)
    if !isSameParent, let oldParent, let newParent {
      return [
        Change(
          .moved,
          Wording(
            vi:
              "chuyển từ \(oldParent.id) “\(oldParent.title)” sang \(newParent.id) “\(newParent.title)”; mã cũ \(was.id), mã mới \(node.id)",
            en:
              "moved from \(oldParent.id) “\(oldParent.title)” to \(newParent.id) “\(newParent.title)”; \(was.id) is now \(node.id)"
          ), before: before, after: after)
      ]
    }
    guard was.id != node.id else { return [] }
    // Below a renumbered parent only the parent says so.
    if let oldParent, let newParent, oldParent.id != newParent.id,
      was.id.dropFirst(oldParent.id.count) == node.id.dropFirst(newParent.id.count)
    {
      return []
    }
    return [
      Change(
        .renumbered,
        Wording(
          vi: "đổi mã từ \(was.id) thành \(node.id)", en: "renumbered from \(was.id) to \(node.id)"),
        before: before, after: after)
    ]
  }

  private func title(_ was: SetOutline.Node, _ node: SetOutline.Node) -> [Change] {
    items.value(
      .title, Wording(vi: "tên", en: "title"), Wording(same: was.title), Wording(same: node.title))
  }

  private func maximum(_ was: SetOutline.Node, _ node: SetOutline.Node) -> [Change] {
    let oldWeight = was.item.flatMap { $0.scale == .one ? nil : $0.ruleMaximum }
    let newWeight = node.item.flatMap { $0.scale == .one ? nil : $0.ruleMaximum }
    guard was.maximum != node.maximum || oldWeight != newWeight else { return [] }
    let numbers = (NumberWords(.vietnamese), NumberWords(.english))
    let difference = node.maximum - was.maximum
    let weight = weights(oldWeight, newWeight, numbers)
    let before = points(was.maximum)
    let after = points(node.maximum)
    let effect = effect(was, node, numbers)
    let isPenalty = node.area.map { $0.kind != .regular } ?? false
    return [
      Change(
        .maximum,
        Wording(
          vi:
            "\(isPenalty ? "mức điểm cao nhất" : "điểm tối đa") từ \(numbers.0.plain(was.maximum)) thành \(after.vietnamese) (\(numbers.0.signed(difference)))\(weight.vietnamese)\(effect.vietnamese)",
          en:
            "\(isPenalty ? "cap" : "maximum") from \(numbers.1.plain(was.maximum)) to \(after.english) (\(numbers.1.signed(difference)))\(weight.english)\(effect.english)"
        ), before: before, after: after)
    ]
  }

  private func weights(_ old: Exact?, _ new: Exact?, _ numbers: (NumberWords, NumberWords))
    -> Wording
  {
    switch (old, new) {
    case (let old?, let new?) where old == new:
      Wording(
        vi: ", trọng số vẫn là \(numbers.0.plain(new))",
        en: ", the weight is still \(numbers.1.plain(new))")
    case (let old?, let new?):
      Wording(
        vi: ", trọng số từ \(numbers.0.plain(old)) thành \(numbers.0.plain(new))",
        en: ", weight from \(numbers.1.plain(old)) to \(numbers.1.plain(new))")
    case (nil, let new?):
      Wording(
        vi: ", nay có trọng số \(numbers.0.plain(new))",
        en: ", now weighted \(numbers.1.plain(new))")
    case (_?, nil): Wording(vi: ", không còn trọng số", en: ", no longer weighted")
    case (nil, nil): Wording(same: "")
    }
  }

  /// What a changed item does to its area and to the whole set.
  private func effect(
    _ was: SetOutline.Node, _ node: SetOutline.Node, _ numbers: (NumberWords, NumberWords)
  ) -> Wording {
    guard let item = node.item, let before = was.item else { return Wording(same: "") }
    let newArea = new.set.areas[item.area]
    let oldArea = old.set.areas[before.area]
    func change(_ old: Exact, _ new: Exact) -> Wording {
      old == new
        ? Wording(vi: "vẫn \(numbers.0.plain(new))", en: "still \(numbers.1.plain(new))")
        : Wording(
          vi: "từ \(numbers.0.plain(old)) thành \(numbers.0.plain(new))",
          en: "from \(numbers.1.plain(old)) to \(numbers.1.plain(new))")
    }
    // Of an item that moved only its new area is said.
    let area =
      areaIsSame(oldArea.id, newArea.id)
      ? change(oldArea.maximum, newArea.maximum)
      : Wording(
        vi: "nay \(numbers.0.plain(newArea.maximum))", en: "now \(numbers.1.plain(newArea.maximum))"
      )
    let set = change(old.set.maximum, new.set.maximum)
    return Wording(
      vi: "; lĩnh vực \(newArea.id) \(area.vietnamese), cả bộ \(set.vietnamese)",
      en: "; area \(newArea.id) \(area.english), the set \(set.english)")
  }

  private func areaIsSame(_ old: String, _ new: String) -> Bool {
    let before = self.old.nodes.firstIndex { $0.level == .area && $0.id == old }
    let after = self.new.nodes.firstIndex { $0.level == .area && $0.id == new }
    return before.flatMap { matching.newOf[$0] } == after
  }

  private func details(_ was: SetOutline.Node, _ node: SetOutline.Node) -> [Change] {
    switch (was.item, node.item) {
    case (let before?, let after?): items.changes(before, after)
    case (nil, nil): group(was, node)
    case (nil, let after?):
      [
        Change(
          .scoring,
          .sentence(items.newWords { $0.sentence(after) }) { language, parts in
            language == .vietnamese
              ? "nay chấm trực tiếp, không chia tiêu chí thành phần; cách chấm: \(parts[0])"
              : "now scored itself, without sub-criteria; rule: \(parts[0])"
          })
      ]
    case (_?, nil):
      [
        Change(
          .scoring,
          Wording(
            vi: "nay chia thành các tiêu chí thành phần, không chấm trực tiếp",
            en: "now divided into sub-criteria"))
      ]
    }
  }

  private func group(_ was: SetOutline.Node, _ node: SetOutline.Node) -> [Change] {
    let wasOptional = was.area?.isOptional ?? was.criterion?.isOptional ?? false
    let isOptional = node.area?.isOptional ?? node.criterion?.isOptional ?? false
    var changes = items.truth(
      .optional, wasOptional, isOptional,
      on: Wording(
        vi: "nay có thể không tổ chức (bỏ khỏi tổng điểm)", en: "may now be left out (not held)"),
      off: Wording(vi: "nay luôn phải tổ chức", en: "may no longer be left out"))
    if let before = was.area?.kind, let after = node.area?.kind {
      changes += items.value(
        .kind, Wording(vi: "loại", en: "kind"), before.wording, after.wording)
    }
    return changes
  }

  /// Children that stayed and stand in another order.
  private func order(_ before: Int?, _ after: Int?) -> [Change] {
    let stayed = new.children(of: after).filter { child in
      matching.oldOf[child].map { old.nodes[$0].parent == before } ?? false
    }
    let places = stayed.compactMap { matching.oldOf[$0] }
    guard places != places.sorted() else { return [] }
    let ids = stayed.map { new.nodes[$0].id }.joined(separator: ", ")
    return [
      Change(
        .order, Wording(vi: "đổi thứ tự: \(ids)", en: "another order: \(ids)"),
        after: Wording(same: ids))
    ]
  }

  private func header() -> [Change] {
    HeaderComparison(items: items).changes() + order(nil, nil)
  }
}

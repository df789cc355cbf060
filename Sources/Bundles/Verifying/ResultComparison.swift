internal import Reports

/// Compares a result that was found with the one that was computed again, down to the item.
///
/// Units whose bytes are the same are not looked into, so large results cost no memory.
struct ResultComparison {
  let bundled: [UInt8]
  let recomputed: [UInt8]

  /// nil: what was found is no result of this program's form.
  /// - Parameter ignoringEngine: whether the engine's version may differ.
  func differences(ignoringEngine: Bool) -> [ResultDifference]? {
    guard let ours = JSONText.members(recomputed), let theirs = JSONText.members(bundled) else {
      return nil
    }
    let mine = Dictionary(ours, uniquingKeysWith: { first, _ in first })
    let found = Dictionary(theirs, uniquingKeysWith: { first, _ in first })
    guard found.count == theirs.count, let layers = layers(mine["layers"]) else { return nil }
    var list = DifferenceList(layers: layers)
    guard units(found["units"], mine["units"], &list) else { return nil }
    let told = Set(list.differences.compactMap(\.unit))
    let keys = ours.map(\.0) + theirs.map(\.0).filter { mine[$0] == nil }
    for key in keys where key != "units" && key != "digest" {
      let (theirs, ours) = (text(found[key], bundled), text(mine[key], recomputed))
      guard theirs != ours else { continue }
      let values = (JSONText.value(bundled, in: found[key] ?? 0..<0), JSONText.value(Array(ours)))
      guard values.0 != nil || found[key] == nil else { return nil }
      list.compare(values.0, values.1, [key])
    }
    // The rankings repeat what stands with each unit, and the digest covers all of it.
    list.differences.removeAll { difference in
      let member = difference.member ?? ""
      return (ignoringEngine && member == "provenance.engine")
        || (member.hasPrefix("ranking.") && told.contains(difference.unit ?? ""))
    }
    if list.differences.isEmpty {
      list.compare(digest(found, bundled), digest(mine, recomputed), ["digest"])
    }
    // Laid out otherwise, or the same member twice.
    if list.differences.isEmpty, !ignoringEngine { list.add(["layout"], nil, nil) }
    return list.differences
  }

  private func digest(_ members: [String: Range<Int>], _ bytes: [UInt8]) -> JSONValue? {
    members["digest"].flatMap { JSONText.value(bytes, in: $0) }
  }

  private func text(_ range: Range<Int>?, _ bytes: [UInt8]) -> ArraySlice<UInt8> {
    range.map { bytes[$0] } ?? []
  }

  private func layers(_ range: Range<Int>?) -> [String]? {
    guard let range, case .array(let list)? = JSONText.value(recomputed, in: range) else {
      return nil
    }
    return list.compactMap(\.text)
  }

  private func units(
    _ theirs: Range<Int>?, _ ours: Range<Int>?, _ list: inout DifferenceList
  ) -> Bool {
    guard let theirs, let ours, let found = JSONText.elements(bundled, in: theirs),
      let mine = JSONText.elements(recomputed, in: ours)
    else { return false }
    var places: [String: Range<Int>] = [:]
    var order: [String] = []
    for range in found {
      guard let id = id(range, bundled) else { return false }
      if places.updateValue(range, forKey: id) != nil { return false }
      order.append(id)
    }
    var known: [String] = []
    for range in mine {
      guard let id = id(range, recomputed) else { return false }
      known.append(id)
      guard let place = places[id] else {
        list.add(["units", id], nil, JSONText.value(recomputed, in: range))
        continue
      }
      guard bundled[place] != recomputed[range] else { continue }
      guard let theirs = JSONText.value(bundled, in: place) else { return false }
      list.compare(theirs, JSONText.value(recomputed, in: range), ["units", id])
    }
    let ids = Set(known)
    for id in order where !ids.contains(id) {
      list.add(["units", id], places[id].flatMap { JSONText.value(bundled, in: $0) }, nil)
    }
    if order != known, Set(order) == ids { list.add(["units", "order"], nil, nil) }
    return true
  }

  private func id(_ range: Range<Int>, _ bytes: [UInt8]) -> String? {
    JSONText.members(bytes, in: range)?.first { $0.0 == "id" }
      .flatMap { JSONText.value(bytes, in: $0.1)?.text }
  }
}

/// Differences as they are met.
struct DifferenceList {
  /// The ids of the layers, in order.
  let layers: [String]
  var differences: [ResultDifference] = []

  init(layers: [String]) { self.layers = layers }

  mutating func compare(_ theirs: JSONValue?, _ ours: JSONValue?, _ path: [String]) {
    guard theirs != ours else { return }
    switch (theirs, ours) {
    case (.object(let found)?, .object(let mine)?):
      let keys = mine.map(\.key)
      for key in keys + found.map(\.key).filter({ !keys.contains($0) }) {
        compare(theirs?[key], ours?[key], path + [key])
      }
    case (.array(let found)?, .array(let mine)?):
      if let theirIDs = ids(found), let ourIDs = ids(mine), Set(theirIDs) == Set(ourIDs) {
        if theirIDs != ourIDs { add(path + ["order"], nil, nil) }
        let places = Dictionary(zip(theirIDs, found), uniquingKeysWith: { first, _ in first })
        for (id, element) in zip(ourIDs, mine) { compare(places[id], element, path + [id]) }
      } else {
        for place in 0..<max(found.count, mine.count) {
          compare(
            place < found.count ? found[place] : nil, place < mine.count ? mine[place] : nil,
            path + [String(place)])
        }
      }
    default: add(path, theirs, ours)
    }
  }

  /// The ids of elements that all have one, of files their paths; nil when some have none, or the
  /// same.
  private func ids(_ elements: [JSONValue]) -> [String]? {
    let ids = elements.compactMap { ($0["id"] ?? $0["path"])?.text }
    return ids.count == elements.count && Set(ids).count == ids.count && !ids.isEmpty ? ids : nil
  }

  mutating func add(_ path: [String], _ theirs: JSONValue?, _ ours: JSONValue?) {
    var difference = ResultDifference(bundled: theirs?.shown, recomputed: ours?.shown)
    var rest = path[...]
    if path.count > 1, path[0] == "units" {
      difference.unit = path[1]
      rest = path[2...]
      if rest.count > 1, rest.first == "items" {
        difference.item = rest.dropFirst().first
        rest = rest.dropFirst(2)
        if rest.count == 2, let member = rest.first, let last = rest.last {
          // Points by the layer's place, marks by its id.
          difference.layer = member == "points" ? layer(last) : last
          if difference.layer != nil { rest = rest.dropLast() }
        }
      } else if rest.count > 1, rest.first == "totals", let layer = layer(path[3]) {
        difference.layer = layer
        rest = rest.dropFirst(2)
      }
    }
    // A row of the rankings.
    if path.count > 6, path[0] == "blocks", path[2] == "groups", path[4] == "units" {
      difference.unit = path[5]
      rest = ["ranking"] + path[6...]
    }
    difference.member = rest.isEmpty ? nil : rest.joined(separator: ".")
    differences.append(difference)
  }

  private func layer(_ place: String) -> String? {
    Int(place).flatMap { layers.indices.contains($0) ? layers[$0] : nil }
  }
}

extension JSONValue {
  /// A value on one line; of what holds others only that it is there.
  fileprivate var shown: String {
    switch self {
    case .string(let text): text
    case .number(let digits): digits
    case .boolean(let truth): truth ? "true" : "false"
    case .null: "null"
    case .object, .array: "…"
    }
  }
}

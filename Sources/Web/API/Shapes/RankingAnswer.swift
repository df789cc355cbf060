internal import Grading
internal import Reports

/// Rankings as far as the account may see places.
extension APICall {
  /// Places of the blocks in which somebody's place may be seen.
  var seenBlocks: [Int] {
    let round = snapshot.round
    return round.plan.blocks.indices.filter { place in
      round.groups.contains { $0.block == place && isSeen($0) }
    }
  }

  private func isSeen(_ group: RankingGroup) -> Bool {
    group.units.contains {
      rights.allows(.readPlace(snapshot.round.units[$0].record.unit.id), by: account)
    }
  }

  var ranking: JSONValue {
    get throws(APIProblem) {
      let round = snapshot.round
      let id = path["block"] ?? ""
      guard let place = seenBlocks.first(where: { round.plan.blocks[$0].id == id }) else {
        throw APIProblem(.missing, "không có khối này", "there is no such block")
      }
      let layer: Int
      if let name = query["layer"] {
        guard let named = round.layerIDs.firstIndex(of: name) else {
          let known = round.layerIDs.joined(separator: ", ")
          throw APIProblem(
            .invalid,
            [
              APIFault(
                .parameter("layer"), "bad-value", "không có cột điểm này; có: \(known)",
                "there is no such layer; known: \(known)")
            ])
        }
        layer = named
      } else {
        layer = round.layers.count - 1
      }
      let groups = round.groups.filter { $0.block == place && isSeen($0) }.map { group in
        [
          "parent": .text(group.parent),
          "units": .array(rows(group, round.plan.blocks[place], layer)),
        ] as JSONValue
      }
      return [
        "block": .string(id), "layer": .string(round.layerIDs[layer]), "groups": .array(groups),
      ]
    }
  }

  private func rows(_ group: RankingGroup, _ block: Block, _ layer: Int) -> [JSONValue] {
    let round = snapshot.round
    let standings = Standings(round, group, layer: layer, order: .files)
    let states = [
      (standings.ranked, "ranked"), (standings.unranked, "unranked"),
      (standings.notSubmitted, "not_submitted"), (standings.unreadable, "unreadable"),
      (standings.withoutIndex, "nothing_applies"),
    ]
    return states.flatMap { units, state in
      units.map { unit -> JSONValue in
        let total = round.units[unit].totals[layer]
        return [
          "id": .string(round.units[unit].record.unit.id),
          "name": .string(round.units[unit].record.unit.name), "state": .string(state),
          "rank": total?.place.map { .whole($0.number) } ?? .null,
          "tied": .boolean(total?.place?.isTied ?? false), "index": .exact(total?.index),
          "grade": .text(total?.grade.map { block.grades[$0.grade].name }),
          "provisional": .boolean(total?.isProvisional ?? true),
        ]
      }
    }
  }
}

internal import Diagnostics
internal import EventLog
package import Grading

/// What lies between two moments or layers, for programs (`parindex/difference@1`).
package struct DifferenceJSON {
  private let difference: RoundDifference
  private let frame: DifferenceText.Frame

  package init(_ difference: RoundDifference, _ frame: DifferenceText.Frame) {
    self.difference = difference
    self.frame = frame
  }

  package func bytes(block: Int? = nil, unit: Int? = nil) -> [UInt8] {
    let round = difference.after.round
    var json = JSONWriter()
    json.object { json in
      json.member("format", "parindex/difference@1")
      if round.plan.isIllustrative { json.member("illustrative", true) }
      json.member("round", round.plan.id)
      json.member("from", frame.from)
      json.member("to", frame.to)
      json.member("events") { json in
        json.array { json in for event in frame.events { json.integer(event.sequence) } }
      }
      json.member("files") { json in
        json.array { json in for file in frame.files { json.string(file) } }
      }
      json.member("units") { json in
        json.array { json in
          for change in difference.units
          where (block == nil || round.units[change.unit].record.block == block)
            && (unit == nil || unit == change.unit)
          {
            write(change, &json)
          }
        }
      }
      if let change = unit.flatMap(difference.unit) {
        json.member("others") { json in
          json.array { json in
            for other in change.others.all {
              if let change = difference.unit(other) { write(change, &json) }
            }
          }
        }
      }
    }
    return Array((json.text + "\n").utf8)
  }

  private func write(_ change: UnitDifference, _ json: inout JSONWriter) {
    let round = difference.after.round
    let record = round.units[change.unit].record
    json.object { json in
      json.member("unit", record.unit.id)
      json.member("block", round.plan.blocks[record.block].id)
      json.member("before") { write(change.before, difference.before.round, record, &$0) }
      json.member("after") { write(change.after, round, record, &$0) }
      json.member("overtook") { ids(change.others.overtook, &$0) }
      json.member("overtaken_by") { ids(change.others.overtakenBy, &$0) }
      json.member("newly_ranked") { ids(change.others.entered, &$0) }
      json.member("no_longer_ranked") { ids(change.others.gone, &$0) }
      if let lock = change.lock { json.member("lock") { write(lock, record, &$0) } }
      json.member("items") { json in
        json.array { json in for item in change.items { write(item, record, &json) } }
      }
    }
  }

  private func ids(_ units: [Int], _ json: inout JSONWriter) {
    json.array { json in
      for unit in units { json.string(difference.after.round.units[unit].record.unit.id) }
    }
  }

  private func write(
    _ total: Total?, _ round: Round, _ record: UnitRecord, _ json: inout JSONWriter
  ) {
    let grades = round.plan.blocks.first {
      $0.id == difference.after.round.plan.blocks[record.block].id
    }?
    .grades
    json.object { json in
      json.member("index", ifPresent: total?.index?.canonicalText)
      json.member("exact_index", ifPresent: total?.exactIndex?.canonicalText)
      if let place = total?.place?.number { json.member("place", place) }
      json.member("grade", ifPresent: total?.grade.flatMap { grades?[$0.grade].name })
      json.member("provisional", total?.isProvisional ?? true)
    }
  }

  private func write(_ item: ItemDifference, _ record: UnitRecord, _ json: inout JSONWriter) {
    let set = difference.after.round.sets[record.set]
    json.object { json in
      json.member("item", set.items[item.item].id)
      json.member("before", ifPresent: item.before?.resultText)
      json.member("after", item.after.resultText)
      json.member("move", item.move.canonicalText)
      json.member("causes") { json in
        json.array { json in for cause in item.causes { write(cause, record, &json) } }
      }
    }
  }

  private func write(_ cause: DifferenceCause, _ record: UnitRecord, _ json: inout JSONWriter) {
    json.object { json in
      switch cause {
      case .entry(let place):
        json.member("kind", "entry")
        if let event = record.entries[place].event { json.member("event", event) }
        json.member("amended_by", ifPresent: record.entries[place].amendedBy)
        json.member("at", record.entries[place].span.citation)
      case .handedIn: json.member("kind", "handed_in")
      case .evidence(let documents):
        json.member("kind", "evidence")
        json.member("documents") { json in
          json.array { json in for document in documents { json.string(document) } }
        }
      case .locked(let event):
        json.member("kind", "locked")
        if let event { json.member("event", event) }
      case .unlocked(let event):
        json.member("kind", "unlocked")
        if let event { json.member("event", event) }
      case .replaced(let file, let event):
        json.member("kind", "replaced")
        if let event { json.member("event", event) }
        json.member("file", file)
      case .others: json.member("kind", "others")
      case .ownSheet: json.member("kind", "own_sheet")
      case .rule: json.member("kind", "rule")
      case .data: json.member("kind", "data")
      }
    }
  }
}

internal import Diagnostics
internal import EventLog
internal import Grading
internal import Loading
internal import Procedure
internal import Reports

/// What recording something would do, as the API says it: what the page shows of it, with exact
/// values.
struct TrialAnswer: Sendable {
  let section: TrialSection
  private let units: [JSONValue]
  private let items: [JSONValue]

  /// - Parameters:
  ///   - showsPlaces: whether places may be seen at all.
  ///   - sees: whether a unit's results may be seen.
  init(
    _ recording: EventRecording, _ call: APICall, showsPlaces: Bool, sees: (String) -> Bool
  ) {
    self.init(
      TrialSection(
        recording, in: call.snapshot, call.frame, showsPlaces: showsPlaces, sees: sees),
      recording.faults.isEmpty ? recording.difference(isTrial: true) : nil,
      showsPlaces: showsPlaces, sees: sees)
  }

  /// - Parameters:
  ///   - section: what the page shows of it.
  ///   - difference: nil: that cannot be known.
  init(
    _ section: TrialSection, _ difference: RoundDifference?, showsPlaces: Bool,
    sees: (String) -> Bool
  ) {
    self.section = section
    guard let difference else {
      (units, items) = ([], [])
      return
    }
    let round = difference.after.round
    let seen = difference.units.filter { sees(round.units[$0.unit].record.unit.id) }
      .prefix(TrialSection.mostUnits)
    units = seen.map { unit in
      let record = round.units[unit.unit].record
      let grades = round.plan.blocks[record.block].grades
      func change(_ value: (Total?) -> JSONValue) -> JSONValue {
        ["before": value(unit.before), "after": value(unit.after)]
      }
      return [
        "unit": .string(record.unit.id), "index": change { .exact($0?.index) },
        "rank": change { total in
          showsPlaces ? total?.place.map { .whole($0.number) } ?? .null : .null
        },
        "grade": change { .text($0?.grade.map { grades[$0.grade].name }) },
      ]
    }
    items = seen.flatMap { unit -> [JSONValue] in
      let record = round.units[unit.unit].record
      return unit.items.map { item in
        [
          "unit": .string(record.unit.id),
          "item": .string(round.sets[record.set].items[item.item].id),
          "before": item.before?.json ?? .null, "after": item.after.json,
        ]
      }
    }
  }

  /// - Parameters:
  ///   - what: what would be recorded, in words.
  func json(_ what: [String]) -> JSONValue {
    [
      "what": .texts(what), "allowed": .boolean(section.isAllowed),
      "needsApprover": .boolean(section.needsApprover),
      "refusals": .array(
        section.refusals.map {
          [
            "message": .string($0.message), "rule": .string($0.rule), "move": .string($0.move),
          ]
        }), "units": .array(units), "items": .array(items), "moreUnits": .whole(section.more),
    ]
  }

  static let shape = APIShape.named(
    "Trial",
    .object([
      .needed("what", .list(.text(100_000), 100), "nội dung sẽ ghi", "what would be recorded"),
      .needed("allowed", .truth, "ghi được", "whether it can be recorded"),
      .needed(
        "needsApprover", .truth, "chỉ còn thiếu người duyệt thứ hai",
        "whether a second approver is all that is missing"),
      .needed("refusals", .list(.named("Refusal", .object(refusalFields)), 10_000)),
      .needed("units", .list(.named("UnitEffect", .object(unitFields)), TrialSection.mostUnits)),
      .needed("items", .list(.named("ItemEffect", .object(itemFields)), 100_000)),
      .needed("moreUnits", APIOperation.count, "còn bao nhiêu đơn vị", "how many more units"),
    ]))

  private static let refusalFields: [APIField] = [
    .needed("message", .text(100_000), "nội dung", "what is wrong"),
    .needed("rule", .text(100_000), "quy tắc", "the rule"),
    .needed("move", .text(100_000), "ai phải làm gì", "whose move it is"),
  ]

  private static func change(_ name: String, _ shape: APIShape) -> APIShape {
    .named(name, .object([.needed("before", shape.orNull), .needed("after", shape.orNull)]))
  }

  private static let unitFields: [APIField] = [
    .needed("unit", .word(.id)), .needed("index", change("ExactChange", .exact)),
    .needed("rank", change("RankChange", .whole(1...1_000_000))),
    .needed("grade", change("TextChange", .text(1_000))),
  ]

  private static let itemFields: [APIField] = [
    .needed("unit", .word(.id)), .needed("item", .word(.id)),
    .needed("before", APIOperation.outcomeShape.orNull),
    .needed("after", APIOperation.outcomeShape),
  ]
}

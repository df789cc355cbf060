import Diagnostics
import Foundation
import Grading
import Reports
import Testing

/// What is given to a unit before publication tells nobody else's standing (FORMATS §4).
///
/// Offices that keep registers or appraise may be named: that is no standing.
struct ForUnitTests {
  /// Finds units' names in a text; of two that begin at one place the longer, so that a district
  /// is not found in a commune.
  struct Names {
    private let placeOf: [String: Int]
    private let pattern: NSRegularExpression

    init(_ round: Round) throws {
      placeOf = Dictionary(
        round.units.enumerated().map { ($1.record.unit.name, $0) },
        uniquingKeysWith: { first, _ in first })
      let names = placeOf.keys.sorted { $0.count > $1.count }
      pattern = try NSRegularExpression(
        pattern: names.map(NSRegularExpression.escapedPattern).joined(separator: "|"))
    }

    func others(in text: String, than own: Int, offices: Set<Int>) -> [String] {
      let whole = NSRange(text.startIndex..., in: text)
      let found = pattern.matches(in: text, range: whole).compactMap { match in
        Range(match.range, in: text).map { String(text[$0]) }
      }
      return Set(found).filter { name in
        placeOf[name].map { $0 != own && !offices.contains($0) } ?? false
      }.sorted()
    }
  }

  @Test
  func `the round is not published, so the tests below mean something`() throws {
    #expect(!(try ShippedRound.shared.get().round.plan.publication.isPublic))
  }

  @Test
  func `gaps given to a unit name no other unit and no place`() throws {
    let round = try ShippedRound.shared.get().round
    let names = try Names(round)
    let offices = offices(round)
    let finder = GapFinder(round)
    let report = GapReport(
      round, language: .vietnamese, showsPlaces: false, namesOthers: false)
    for unit in round.units.indices {
      let gaps = finder.gaps(of: unit)
      guard !gaps.gaps.isEmpty else { continue }
      for text in [report.text(gaps), report.csv([gaps])] {
        let others = names.others(in: text, than: unit, offices: offices)
        #expect(others.isEmpty, "\(round.units[unit].record.unit.name): \(others)")
        #expect(!text.contains("thứ hạng") && !text.contains("place_now"))
      }
    }
  }

  /// Items that read the results of others, of every unit that has one.
  @Test
  func `explanations given to a unit tell no other unit's value`() throws {
    let round = try ShippedRound.shared.get().round
    let names = try Names(round)
    let offices = offices(round)
    let pages = ExplanationText(round, .vietnamese, showsOthers: false)
    var count = 0
    for unit in round.units.indices {
      for item in round.sets[round.units[unit].record.set].items where readsOthers(item.rule) {
        count += 1
        let text = pages.text(unit: unit, item: item.index)
        let others = names.others(in: text, than: unit, offices: offices)
        #expect(others.isEmpty, "\(round.units[unit].record.unit.name) \(item.id): \(others)")
      }
    }
    #expect(count > 150)
  }

  @Test(arguments: ["so-ke-hoach-va-dau-tu", "thanh-pho-nha-trang", "cuc-hai-quan"])
  func `a sheet given to a unit tells no place and no other unit`(_ id: String) throws {
    let shipped = try ShippedRound.shared.get()
    let round = shipped.round
    let unit = try shipped.unit(id)
    let names = try Names(round)
    let texts = [
      ScoreSheetText(round, .vietnamese, showsPlaces: false).text(unit: unit),
      ScoreSheetCSV(round, .vietnamese, showsOthers: false).text(units: [unit]),
      ResultJSON(round, trace: true, showsOthers: false).sheet(unit: unit),
    ]
    for text in texts {
      let others = names.others(in: text, than: unit, offices: offices(round))
      #expect(others.isEmpty, "\(others)")
      #expect(text.contains(round.units[unit].record.unit.name))
      #expect(!text.contains("Thứ hạng") && text.ranges(of: /"rank":[0-9]/).isEmpty)
    }
  }

  @Test
  func `a form written for a unit names no other unit`() throws {
    let round = try ShippedRound.shared.get().round
    let names = try Names(round)
    let officeNames = Dictionary(
      uniqueKeysWithValues: round.units.map { ($0.record.unit.id, $0.record.unit.name) })
    // One form of each set: forms of one set differ in the unit alone.
    var seen: Set<Int> = []
    for (place, unit) in round.units.enumerated() where seen.insert(unit.record.set).inserted {
      let form = selfAssessmentScaffold(
        set: round.sets[unit.record.set], unit: unit.record.unit, plan: round.plan,
        officeNames: officeNames)
      let others = names.others(in: form, than: place, offices: offices(round))
      #expect(others.isEmpty, "\(unit.record.unit.id): \(others)")
    }
    #expect(seen.count >= 6)
  }

  private func readsOthers(_ rule: Rule) -> Bool {
    switch rule {
    case .relativeToBest, .subordinates: true
    case .bestOf(let rules): rules.contains(where: readsOthers)
    default: false
    }
  }

  /// Units that keep a register or appraise an item.
  private func offices(_ round: Round) -> Set<Int> {
    var ids = Set(round.plan.figures.tables.values.compactMap(\.owner))
    for set in round.sets {
      ids.formUnion(set.items.compactMap(\.appraisedBy))
    }
    return Set(round.units.indices.filter { ids.contains(round.units[$0].record.unit.id) })
  }
}

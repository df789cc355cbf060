import EventLog
import Foundation
import Grading
import TestSupport
import Testing

@testable import Loading

/// Within one round, whatever moved has an event behind it, and is told with it.
@Suite struct DifferenceCauseTests {
  @Test(arguments: ["zero", "exclude"])
  func `a lock that settles what is open is the cause`(_ rule: String) throws {
    let round = try LoggedRound {
      try $0.edit("round.yaml") {
        $0.replacing("before_appraisal:", with: "open_at_publication: \(rule)\nbefore_appraisal:")
      }
    }
    let count = try #require(try round.standing().log).count
    try round.append(.locked, at: "2018-01-20T09:00:00") { $0.text = "Tất cả" }
    let noted = try round.difference(from: "2018-01-19T00:00:00")
    let causes = round.causes(noted, of: "so-noi-vu")
    #expect(!causes.isEmpty)
    #expect(causes.values.allSatisfy { $0 == [.locked(count + 1)] }, "\(causes)")
    // And the unlock that opens it again.
    try round.append(.unlocked, at: "2018-01-21T09:00:00") { $0.ground = "so-lieu-khong-khop" }
    let opened = round.causes(
      try round.difference(from: "2018-01-20T12:00:00"), of: "so-noi-vu")
    #expect(opened.keys.sorted() == causes.keys.sorted())
    #expect(opened.values.allSatisfy { $0 == [.unlocked(count + 2)] }, "\(opened)")
  }

  @Test func `a unit that a lock leaves without a place is told with the lock`() throws {
    let round = try LoggedRound {
      // One item of the unit stays open, and it still takes a place.
      try $0.edit("registers/reports.csv") { $0.replacing("so-y-te,0\n", with: "") }
    }
    let count = try #require(try round.standing().log).count
    let before = try round.standing().round()
    let unit = try #require(before.units.firstIndex { $0.record.unit.id == "so-y-te" })
    try #require(before.units[unit].totals.last??.place != nil)
    try round.append(.locked, at: "2018-01-20T09:00:00") {
      $0.unit = "so-y-te"
      $0.text = "Kết quả của Sở Y tế"
    }
    let change = try #require(try round.difference(from: "2018-01-19T00:00:00").unit(unit))
    #expect(change.after?.place == nil)
    #expect(change.lock == .locked(count + 1))
    #expect(change.items.isEmpty)
    try round.append(.unlocked, at: "2018-01-21T09:00:00") {
      $0.unit = "so-y-te"
      $0.ground = "so-lieu-khong-khop"
    }
    let opened = try #require(try round.difference(from: "2018-01-20T12:00:00").unit(unit))
    #expect(opened.lock == .unlocked(count + 2))
    // A lock that takes nothing away is no cause of anything.
    #expect(try round.difference(from: "2018-01-19T00:00:00").unit(unit) == nil)
  }

  @Test func `only who is ranked before and after overtakes, and others enter or leave`() throws {
    let round = try LoggedRound()
    let before = try round.standing(asOf: "2017-12-01T09:00:00").round()
    let after = try round.standing().round()
    for difference in [
      RoundDifference(from: .init(before), to: .init(after)),
      RoundDifference(from: .init(after), to: .init(before)),
    ] {
      func isRanked(_ unit: Int) -> Bool {
        difference.before.round.units[unit].totals.last??.place != nil
          && difference.after.round.units[unit].totals.last??.place != nil
      }
      for unit in difference.units {
        #expect((unit.others.overtook + unit.others.overtakenBy).allSatisfy(isRanked))
        if !isRanked(unit.unit) { #expect(unit.others.all.isEmpty) }
      }
    }
    let unit = try #require(after.units.firstIndex { $0.record.unit.id == "so-y-te" })
    let entered = RoundDifference(from: .init(before), to: .init(after)).unit(unit)
    #expect(entered?.entry == .enters)
    #expect(RoundDifference(from: .init(after), to: .init(before)).unit(unit)?.entry == .leaves)
  }

  @Test func `other evidence that is handed in is the cause, with its documents`() throws {
    let round = try LoggedRound { round in
      let set = round.home.path("thử/criteria/so.yaml")
      let text = try String(contentsOfFile: set, encoding: .utf8)
      try text.replacing("without_evidence: keep", with: "without_evidence: zero")
        .write(toFile: set, atomically: true, encoding: .utf8)
    }
    let name = "units/so-y-te/self-assessment.yaml"
    try round.edit(name) {
      $0.replacing("    evidence: [{id: ke-hoach-cchc, section: II, pages: 1-4}]\n", with: "")
    }
    let digest = try RoundHistory(of: round.path).keep("\(round.path)/\(name)")
    try round.append(.submitted, at: "2018-01-20T09:00:00") {
      $0.unit = "so-y-te"
      $0.files = [name: digest]
    }
    let causes = round.causes(try round.difference(from: "2018-01-19T00:00:00"))
    #expect(causes["1.1.1"] == [.evidence(["ke-hoach-cchc"])], "\(causes)")
  }

  @Test func `a corrected input that items share is the cause for each of them`() throws {
    let round = try LoggedRound()
    try round.append(.appraised, at: "2018-01-20T09:00:00") {
      $0.unit = "so-y-te"
      $0.subject = .item("1.3")
      $0.stage = "appraisal-1"
      $0.decision = .adjust
      $0.to = .inputs(["trained": "36"])
      $0.text = "Có mặt 36 người"
    }
    let difference = try round.difference(from: "2018-01-19T00:00:00")
    let causes = round.causes(difference)
    #expect(causes["1.3"]?.count == 1)
    for cause in causes.values.flatMap(\.self) {
      guard case .entry = cause else {
        Issue.record("\(cause)")
        continue
      }
    }
  }

  @Test func `a replaced file is the cause of what reads it`() throws {
    let round = try LoggedRound()
    let count = try #require(try round.standing().log).count
    try round.edit("registers/reports.csv") { $0.replacing("so-y-te,0", with: "so-y-te,1") }
    try round.replace(["registers/reports.csv"], at: "2018-01-22T09:00:00")
    let difference = try round.difference(from: "2018-01-21T00:00:00", to: "2018-01-23T00:00:00")
    #expect(
      round.causes(difference) == [
        "2.1": [.replaced(file: "registers/reports.csv", count + 1)]
      ])
  }

  @Test func `criteria that were replaced are the cause where no figure's file is`() throws {
    let round = try LoggedRound()
    let count = try #require(try round.standing().log).count
    try round.edit("../criteria/so.yaml") { $0.replacing("above: 90%", with: "above: 80%") }
    try round.replace(["../criteria/so.yaml"], at: "2018-01-22T09:00:00")
    let causes = round.causes(try round.difference(from: "2018-01-21T00:00:00"))
    #expect(causes == ["1.1.2": [.replaced(file: "../criteria/so.yaml", count + 1)]])
  }
}

import DossierCounting
import Grading
import TestSupport
import Testing

/// The story of a record is the count's own: what the tests of each rule say is what was decided.
struct RecordTraceTests {
  private static let header =
    "dossier,unit,procedure,domain,channel,received_at,due_at,ready_at,returned_at,status,linked_late_agency\n"

  private static func example() throws -> CountingExample {
    var example = CountingExample()
    example.rules.subsets = [ProcedureSubset(id: "land", title: nil, procedures: ["1.0001"])]
    example.rules.exclusions = [
      CountingExample.exclusion("previous-year", [.receivedBeforeWindow]),
      CountingExample.exclusion(
        "land", [.domains(["Đất đai"]), .procedures(subset: "land"), .unitTypes(["huyen"])]),
      CountingExample.exclusion(
        "apology", [.late(true), .statuses(["Xin lỗi"])], from: .late),
      CountingExample.exclusion("outage-day", [.late(true), .onOutageDay(.finished)]),
      CountingExample.exclusion(
        "quarter",
        [.late(true), .outageShare(atLeast: try #require(Exact(1, over: 4)), of: .elapsed)]),
    ]
    example.rules.lists = [
      DossierList(
        id: "linked", title: "", clause: nil, when: [.late(true), .linkedAgencyLate(true)]),
      DossierList(
        id: "in-time", title: "", clause: nil, when: [.late(false), .channels([.online])]),
    ]
    example.records.outages = [
      Outage(
        span: MinuteSpan(
          start: CountingExample.minute("2019-01-05T00:00"),
          end: CountingExample.minute("2019-01-07T00:00")))
    ]
    return example
  }

  private static func row(_ number: Int, _ random: inout SplitMix64) -> String {
    func pick(_ words: [String]) -> String {
      words[Int.random(in: 0..<words.count, using: &random)]
    }
    func time() -> String {
      pick((1...9).map { "2019-01-0\($0)T0\($0):00" } + ["2018-12-31T23:59"])
    }
    return [
      "D\(number)", pick(["S1", "H1", "\"H1\"", "?"]), pick(["1.0001", "2"]),
      pick(["Đất đai", "Y tế"]), pick(["online", "direct"]), time(), time(),
      pick([time(), ""]), pick([time(), time(), ""]), pick(["", "Xin lỗi"]), pick(["", "X"]),
    ].joined(separator: ",") + "\n"
  }

  @Test(arguments: [UInt64(1), 2, 3])
  func `what the tests say is what the count decided`(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let example = try Self.example()
    let text = Self.header + (0..<120).map { Self.row($0, &random) }.joined()
    let outcome = try example.count(text)
    var ledger: [String: [Substring]] = [:]
    for line in outcome.ledger {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      ledger[String(cells[2])] = cells
    }
    for number in 0..<120 {
      let trace = try #require(try example.trace("D\(number)", text))
      #expect(trace.line == number + 2)
      guard trace.rejected == nil else {
        #expect(outcome.rejects.contains { $0.hasPrefix("1,\(number + 2),") })
        continue
      }
      let exclusions = trace.rules.prefix(5)
      #expect(trace.exclusion == exclusions.firstIndex { $0.holds }, "D\(number)")
      let lists =
        trace.counted == nil ? [] : [5, 6].filter { trace.rules[$0].holds }.map { $0 - 5 }
      #expect(trace.lists == lists, "D\(number)")
      let row = ledger["D\(number)"]
      #expect(trace.exclusion.map { example.rules.exclusions[$0].id } ?? "" == row?[5] ?? "")
      #expect(
        trace.lists.map { example.rules.lists[$0].id }.joined(separator: " ") == row?[6] ?? "")
      if row == nil { #expect(trace.counted != .late) }
    }
  }

  @Test func `without an exclusion its dossiers go where the next rule says`() throws {
    let example = try Self.example()
    let late = "2019-01-01T08:00,2019-01-02T08:00,2019-01-05T08:00,2019-01-05T09:00"
    let count = try example.counted(
      Self.header + "A,S1,2,Y tế,direct,\(late),Xin lỗi,\n" + "B,S1,2,Y tế,direct,\(late),,\n"
        + "C,S1,2,Y tế,direct,2019-01-01T08:00,2019-01-02T08:00,2019-01-03T08:00,,Xin lỗi,\n")
    let unit = count.units[0]
    // A and C are pardoned, B left out: nothing is late.
    #expect(unit.lateFigures.late == 0)
    #expect(unit.value(.resolved) == 2)
    #expect(unit.value(.excluded) == 1)
    // Without the pardon A goes to the outage, and C alone is late.
    #expect(unit.lateFigures(without: 2).late == 1)
    #expect(unit.lateFigures(without: 2).resolved == 1)
    #expect(unit.lateFigures(without: 3).late == 1)
    #expect(unit.lateFiguresWithoutExclusions.late == 3)
    #expect(unit.lateFiguresWithoutExclusions.resolved == 3)
  }
}

import Foundation
import Testing

@testable import Grading

/// Every kind of gap: what brings it up, and what it costs.
struct GapKindTests {
  struct Example: Sendable, CustomTestStringConvertible {
    let code: GapCode
    let withheld: Exact
    let endangered: Exact
    let spoil: @Sendable (inout GapWorld) -> Void

    init(
      _ code: GapCode, _ withheld: Exact = 0, _ endangered: Exact = 0,
      _ spoil: @escaping @Sendable (inout GapWorld) -> Void
    ) {
      self.code = code
      self.withheld = withheld
      self.endangered = endangered
      self.spoil = spoil
    }

    var testDescription: String { code.rawValue }
  }

  static let examples: [Example] = notDone + evidence + figures + otherOffices

  static let notDone = [
    Example(.notSubmitted, 6) { $0.records[0].assessment.submittedAt = nil },
    Example(.submittedLate) {
      $0.records[0].assessment.submittedAt = GapWorld.moment("2017-12-20T17:01")
    },
    Example(.unanswered, 2) { $0.records[0].assessment.inputs[0] = .blank },
    Example(.explanationNotGiven, 0, 2) { $0.enter(0, 1, .requestExplanation) },
    Example(.noExplanation) { $0.answer(0) { $0.citations = [] } },
    Example(.claimWithoutNote) { $0.answer(0) { $0.claim = 1 } },
    Example(.linkedListMissing, 1) {
      $0.figure("dossiers.late_linked", .known(.number(3)))
      $0.figure("submission.linked_list", .known(.truth(false)))
      $0.records[0].assessment.listsLinkedLate = false
    },
  ]

  static let evidence = [
    Example(.noEvidence, 0, 2) { $0.answer(0) { $0.citations = [] } },
    Example(.evidenceRejected, 2) { $0.enter(0, 1, .rejectEvidence(["plan"])) },
    Example(.documentIncomplete) { $0.document { $0.issuer = nil } },
    Example(.citationIncomplete) {
      $0.answer(0) { $0.citations = [Citation(document: 0, section: "II", pages: nil)] }
    },
    Example(.documentWithoutFile, 0, 2) {
      $0.document {
        $0.file = nil
        $0.state = .none
      }
    },
    Example(.documentOutsideWindow, 0, 2) {
      $0.document { $0.date = GapWorld.day("2016-12-31") }
    },
    Example(.documentOfOtherKind, 0, 2) { $0.set.items[0].evidence.kinds = ["báo cáo"] },
    Example(.documentOverused, 0, 2) { world in
      let cited = [Citation(document: 0, section: "I", pages: "2")]
      for item in [6, 7] { world.answer(item) { $0.citations = cited } }
    },
    Example(.fileMissing, 0, 2) { $0.document { $0.state = .missing } },
    Example(.fileUnreadable, 0, 2) { $0.document { $0.state = .unreadable } },
    Example(.fileEmpty, 0, 2) { $0.document { $0.state = .empty } },
    Example(.fileDiffers, 0, 2) { $0.document { $0.state = .otherDigest(found: "ab") } },
    Example(.ownDocumentShared, 0, 2) {
      $0.set.items[0].ownDocument = true
      $0.document { $0.state = .present(sha256: "digest of b") }
    },
    Example(.documentShared) { $0.document { $0.state = .present(sha256: "digest of b") } },
  ]

  static let figures = [
    Example(.claimAboveComputed, 1) {
      $0.records[0].assessment.inputs[0] = .given(.number(1))
      $0.answer(0) { $0.claim = 2 }
    },
    Example(.claimBelowComputed) { $0.answer(0) { $0.claim = 1 } },
    Example(.claimOutOfReach) { $0.answer(0) { $0.claim = -1 } },
    Example(.declaredDiffers, 1) { $0.records[0].assessment.inputs[2] = .given(.number(1)) },
    Example(.figuresImpossible, 2) {
      $0.set.items[7].rule = .survey(GapWorld.expression(.input(2)))
    },
  ]

  static let otherOffices = [
    Example(.surveyMissing, 2) { $0.figure("survey.overall", .missing) },
    Example(.dossiersMissing, 2) { $0.figure("dossiers.in_time_rate", .missing) },
    Example(.registerMissing, 2) { $0.figure("reports.late", .missing) },
    Example(.figuresContradictory, 2) { $0.figure("reports.late", .impossible) },
    Example(.linkedResultMissing, 2) { world in
      world.set.items[8].rule = .subordinates(
        SubordinatesRule(
          of: .index, aggregate: .mean, atLeast: nil, absent: .pending, bands: [], from: nil))
      world.set.items[8].links = .subordinates
      for parent in ["a", "b"] {
        var child = world.makeRecord("below-\(parent)", parent: parent, block: 1)
        if parent == "a" { child.assessment.submittedAt = nil }
        world.records.append(child)
      }
    },
    Example(.notApplicableUndecided) {
      $0.answer(6) { $0.notApplicable = "Không phát sinh" }
    },
    Example(.applicabilityUnknown, 2) { $0.figure("staffing.autonomous", .missing) },
    Example(.disputeOpen, 1) {
      $0.figure("reports.late", .known(.number(2)))
      $0.records[0].assessment.disputes = [
        Dispute(figure: "reports.late", claim: .number(0), ground: "đã gửi", line: 30)
      ]
    },
    Example(.explanationUndecided) {
      $0.enter(0, 1, .requestExplanation)
      $0.enter(0, 2, .explanation("đã gửi"))
    },
    Example(.councilUndecided, 2) { $0.records[0].entries = [] },
    Example(.ruleWithoutAnswer, 2) {
      $0.set.items[3].rule = .steps(
        StepsRule(of: GapWorld.expression(.figure(2)), bands: []))
    },
  ]

  @Test func `a sound round has no gap`() {
    #expect(GapWorld().gaps.gaps.isEmpty)
    #expect(GapWorld().gaps.total == GapAmount())
  }

  @Test(arguments: examples)
  func `each kind is found and costs what it should`(_ example: Example) throws {
    var world = GapWorld()
    example.spoil(&world)
    let gap = try #require(world.gap(example.code))
    #expect(gap.withheld == example.withheld)
    #expect(gap.endangered == example.endangered)
  }

  @Test func `every kind has an example`() {
    #expect(Set(Self.examples.map(\.code)) == Set(GapCode.allCases))
  }

  @Test func `every kind stands in the table of the criteria language`() throws {
    let readme = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Criteria/README.md")
    let text = try String(contentsOf: readme, encoding: .utf8)
    for code in GapCode.allCases {
      #expect(
        text.contains("\n| `\(code.rawValue)` | \(code.group.rawValue) | \(code.severity) |"),
        "\(code.rawValue)")
    }
  }
}

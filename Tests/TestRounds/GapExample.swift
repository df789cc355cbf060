package import Grading

/// A small sound round spoilt so that one kind of gap comes up, and what it then costs.
package struct GapExample: Sendable {
  package let code: GapCode
  package let withheld: Exact
  package let endangered: Exact
  package let spoil: @Sendable (inout GapWorld) -> Void

  package init(
    _ code: GapCode, _ withheld: Exact = 0, _ endangered: Exact = 0,
    _ spoil: @escaping @Sendable (inout GapWorld) -> Void
  ) {
    self.code = code
    self.withheld = withheld
    self.endangered = endangered
    self.spoil = spoil
  }

  package static let all: [GapExample] = notDone + evidence + figures + otherOffices

  private static let notDone = [
    GapExample(.notSubmitted, 6) { $0.records[0].assessment.submittedAt = nil },
    GapExample(.submittedLate) {
      $0.records[0].assessment.submittedAt = GapWorld.moment("2017-12-20T17:01")
    },
    GapExample(.unanswered, 2) { $0.records[0].assessment.inputs[0] = .blank },
    GapExample(.explanationNotGiven, 0, 2) { $0.enter(0, 1, .requestExplanation) },
    GapExample(.noExplanation) { $0.answer(0) { $0.citations = [] } },
    GapExample(.claimWithoutNote) { $0.answer(0) { $0.claim = 1 } },
    GapExample(.linkedListMissing, 1) {
      $0.figure("dossiers.late_linked", .known(.number(3)))
      $0.figure("submission.linked_list", .known(.truth(false)))
      $0.records[0].assessment.listsLinkedLate = false
    },
  ]

  private static let evidence = [
    GapExample(.noEvidence, 0, 2) { $0.answer(0) { $0.citations = [] } },
    GapExample(.evidenceRejected, 2) { $0.enter(0, 1, .rejectEvidence(["plan"])) },
    GapExample(.documentIncomplete) { $0.document { $0.issuer = nil } },
    GapExample(.citationIncomplete) {
      $0.answer(0) { $0.citations = [Citation(document: 0, section: "II", pages: nil)] }
    },
    GapExample(.documentWithoutFile, 0, 2) {
      $0.document {
        $0.file = nil
        $0.state = .none
      }
    },
    GapExample(.documentOutsideWindow, 0, 2) {
      $0.document { $0.date = GapWorld.day("2016-12-31") }
    },
    GapExample(.documentOfOtherKind, 0, 2) { $0.set.items[0].evidence.kinds = ["báo cáo"] },
    GapExample(.documentOverused, 0, 2) { world in
      let cited = [Citation(document: 0, section: "I", pages: "2")]
      for item in [6, 7] { world.answer(item) { $0.citations = cited } }
    },
    GapExample(.fileMissing, 0, 2) { $0.document { $0.state = .missing } },
    GapExample(.fileUnreadable, 0, 2) { $0.document { $0.state = .unreadable } },
    GapExample(.fileEmpty, 0, 2) { $0.document { $0.state = .empty } },
    GapExample(.fileDiffers, 0, 2) { $0.document { $0.state = .otherDigest(found: "ab") } },
    GapExample(.ownDocumentShared, 0, 2) {
      $0.set.items[0].ownDocument = true
      $0.document { $0.state = .present(sha256: "digest of b") }
    },
    GapExample(.documentShared) { $0.document { $0.state = .present(sha256: "digest of b") } },
  ]

  private static let figures = [
    GapExample(.claimAboveComputed, 1) {
      $0.records[0].assessment.inputs[0] = .given(.number(1))
      $0.answer(0) { $0.claim = 2 }
    },
    GapExample(.claimBelowComputed) { $0.answer(0) { $0.claim = 1 } },
    GapExample(.claimOutOfReach) { $0.answer(0) { $0.claim = -1 } },
    GapExample(.declaredDiffers, 1) { $0.records[0].assessment.inputs[2] = .given(.number(1)) },
    GapExample(.figuresImpossible, 2) {
      $0.set.items[7].rule = .survey(GapWorld.expression(.input(2)))
    },
  ]

  private static let otherOffices = [
    GapExample(.surveyMissing, 2) { $0.figure("survey.overall", .missing) },
    GapExample(.dossiersMissing, 2) { $0.figure("dossiers.in_time_rate", .missing) },
    GapExample(.registerMissing, 2) { $0.figure("reports.late", .missing) },
    GapExample(.figuresContradictory, 2) { $0.figure("reports.late", .impossible) },
    GapExample(.linkedResultMissing, 2) { world in
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
    GapExample(.notApplicableUndecided) {
      $0.answer(6) { $0.notApplicable = "Không phát sinh" }
    },
    GapExample(.applicabilityUnknown, 2) { $0.figure("staffing.autonomous", .missing) },
    GapExample(.disputeOpen, 1) {
      $0.figure("reports.late", .known(.number(2)))
      $0.records[0].assessment.disputes = [
        Dispute(figure: "reports.late", claim: .number(0), ground: "đã gửi", line: 30)
      ]
    },
    GapExample(.explanationUndecided) {
      $0.enter(0, 1, .requestExplanation)
      $0.enter(0, 2, .explanation("đã gửi"))
    },
    GapExample(.councilUndecided, 2) { $0.records[0].entries = [] },
    GapExample(.ruleWithoutAnswer, 2) {
      $0.set.items[3].rule = .steps(
        StepsRule(of: GapWorld.expression(.figure(2)), bands: []))
    },
  ]
}

import TestRounds
import Testing

@testable import Grading

/// Both sides of windows, limits and deadlines, and what is no gap.
struct GapLimitTests {
  private func world(_ spoil: (inout GapWorld) -> Void) -> GapWorld {
    var world = GapWorld()
    spoil(&world)
    return world
  }

  @Test(arguments: [
    ("2016-12-31", true), ("2017-01-01", false), ("2017-12-31", false), ("2018-01-01", true),
  ])
  func `both ends of the window are inside`(_ date: String, _ isGap: Bool) {
    let world = world { $0.document { $0.date = GapWorld.day(date) } }
    #expect((world.gap(.documentOutsideWindow) != nil) == isGap)
  }

  @Test func `a document may be used for as many items as the limit says`() {
    let world = world {
      $0.answer(6) { $0.citations = [Citation(document: 0, section: "I", pages: "2")] }
    }
    #expect(world.gaps.gaps.isEmpty)
  }

  @Test(arguments: [
    ("2017-12-20T17:00", false), ("2017-12-20T17:01", true), ("2017-12-20", false),
    ("2017-12-21", true),
  ])
  func `late is counted to the minute`(_ submitted: String, _ isGap: Bool) {
    let world = world { $0.records[0].assessment.submittedAt = GapWorld.moment(submitted) }
    #expect((world.gap(.submittedLate) != nil) == isGap)
  }

  @Test func `no late linked dossier needs no list`() {
    let world = world { $0.records[0].assessment.listsLinkedLate = false }
    #expect(world.gaps.gaps.isEmpty)
  }

  @Test func `a link or a table needs no number`() {
    for kind in ["đường dẫn", "Bảng số liệu", "ảnh chụp"] {
      let world = world {
        $0.set.items[0].evidence.kinds = []
        $0.records[0].assessment.shelf = [EvidenceDocument(id: "x", kind: kind, line: 1)]
        $0.document { $0.url = "https://example.gov.vn" }
        $0.answer(0) { $0.citations = [Citation(document: 0, section: nil, pages: nil)] }
      }
      #expect(world.gaps.gaps.isEmpty, "\(kind)")
    }
  }

  @Test func `a classified paper shown in person needs no file`() {
    let world = world {
      $0.document {
        $0.file = nil
        $0.state = .none
        $0.isShownInPerson = true
      }
      $0.answer(0) { $0.citations = [Citation(document: 0, section: nil, pages: nil)] }
    }
    #expect(world.gaps.gaps.isEmpty)
  }

  @Test func `a sound document beside a broken one keeps the points`() {
    let world = world {
      var second = $0.records[0].assessment.shelf[0]
      second.state = .present(sha256: "another")
      $0.records[0].assessment.shelf.append(second)
      $0.document { $0.state = .missing }
      $0.answer(0) {
        $0.citations.append(Citation(document: 1, section: "I", pages: "1"))
      }
    }
    #expect(world.gap(.fileMissing)?.endangered == 0)
    #expect(world.gaps.gaps.count == 1)
  }

  @Test(arguments: [
    (WithoutEvidence.keep, 0, 2), (.pending, 2, 0), (.zero, 2, 0),
  ])
  func `points without evidence are in danger or held back as the set says`(
    _ policy: WithoutEvidence, _ withheld: Int, _ endangered: Int
  ) {
    let world = world {
      $0.set.items[0].withoutEvidence = policy
      $0.answer(0) { $0.citations = [] }
    }
    let gap = world.gap(.noEvidence)
    #expect(gap?.withheld == Exact(withheld))
    #expect(gap?.endangered == Exact(endangered))
  }

  @Test func `no points need no evidence`() {
    let world = world {
      $0.records[0].assessment.inputs[0] = .given(.number(0))
      $0.answer(0) { $0.citations = [] }
    }
    #expect(world.gaps.gaps.isEmpty)
  }

  @Test func `what appraisal has accepted is no gap any more`() {
    let world = world {
      $0.document { $0.state = .missing }
      $0.answer(0) { $0.claim = 1 }
      $0.enter(0, 1, .accept)
    }
    #expect(world.gaps.gaps.isEmpty)
  }

  @Test func `a claim above the maximum is left to the check of the file`() {
    #expect(world { $0.answer(0) { $0.claim = 3 } }.gaps.gaps.isEmpty)
  }

  @Test func `an impossible input is left to the check of the file`() {
    let gaps = world { $0.records[0].assessment.inputs[0] = .impossible }.gaps
    #expect(gaps.gaps.isEmpty)
    #expect(gaps.diagnosed == [0])
  }

  @Test func `an unreadable file is left to the check of the file`() {
    let gaps = world { $0.records[0].assessment.isUnreadable = true }.gaps
    #expect(gaps.gaps.isEmpty)
    #expect(gaps.isUnreadable)
  }

  @Test func `a claim with a note may differ`() {
    let world = world {
      $0.answer(0) {
        $0.claim = 1
        $0.hasNote = true
      }
    }
    #expect(world.gaps.gaps.map(\.code) == [.claimBelowComputed])
  }

  @Test func `a lower claim holds points back where the lower counts`() {
    let world = world {
      $0.plan.beforeAppraisal = .lowerOfClaimAndComputed
      $0.answer(0) { $0.claim = 1 }
    }
    #expect(world.gap(.claimBelowComputed)?.withheld == 1)
  }

  @Test func `amounts are not summed over one item`() {
    let world = world {
      $0.document {
        $0.state = .missing
        $0.date = GapWorld.day("2016-01-01")
      }
      $0.enter(0, 1, .requestExplanation)
      $0.figure("survey.overall", .missing)
    }
    let gaps = world.gaps
    #expect(gaps.gaps.map(\.endangered).reduce(.zero, +) == 6)
    #expect(gaps.total.endangered == 2)
    #expect(gaps.total.withheld == 2)
    #expect(gaps.amounts[0]?.endangered == 2)
    #expect(GapSummary([gaps]).total.endangered == 2)
  }

  @Test func `gaps with the most at stake come first`() {
    let world = world {
      $0.answer(0) { $0.claim = 1 }
      $0.records[0].assessment.inputs[2] = .given(.number(1))
      $0.figure("survey.overall", .missing)
    }
    #expect(world.gaps.gaps.map(\.atRisk) == [2, 1, 0, 0])
  }

  @Test func `the unit's deadline moves to the explanation once appraisal has begun`() {
    let before = world { $0.document { $0.state = .missing } }
    #expect(before.gap(.fileMissing)?.due?.id == "explanation", "the council has decided one item")
    let untouched = world {
      $0.document { $0.state = .missing }
      $0.records[0].entries = []
    }
    #expect(untouched.gap(.fileMissing)?.due?.id == "self-assessment")
  }

  @Test func `a dispute is closed by a corrected figure`() {
    let world = world {
      $0.figure("reports.late", .known(.number(2)))
      $0.records[0].assessment.disputes = [
        Dispute(figure: "reports.late", claim: .number(0), ground: "", line: 1)
      ]
      $0.records[0].entries.append(
        GapWorld.entry(.figure("reports.late"), 1, .correctFigure(.number(1))))
    }
    #expect(world.gap(.disputeOpen) == nil)
  }

  @Test func `a draft is weighed by trying to hand it in`() {
    let world = world {
      $0.records[0].assessment.submittedAt = nil
      $0.records[0].assessment.inputs[0] = .blank
    }
    #expect(world.gaps.gaps.map(\.code) == [.notSubmitted])
    let moment = GapWorld.moment("2017-12-20T17:00")
    let trial = moment.map { world.round.trying([.handedIn($0)], of: 0) }
    #expect(trial?.gaps(of: 0).gaps.map(\.code) == [.unanswered])
  }
}

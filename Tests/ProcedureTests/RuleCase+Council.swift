import EventLog
import Grading
import Procedure

/// Explanations, the council, locks, publication.
extension RuleCase {
  static func explanations() throws -> [RuleCase] {
    try [
      RuleCase(
        .oneRequest, "asked again while the first is open", request("2017-12-28T08:00:00"),
        after: [request()], allowedAfter: [request(), explanation("2017-12-27T15:00:00")]),
      RuleCase(
        .oneRequest, "asked again, after the item was decided", request("2017-12-28T08:00:00"),
        after: [
          request(), appraisal("2017-12-27T16:00:00") { $0.content.decision = .rejectEvidence },
        ], allowedAfter: [request(), appraisal("2017-12-27T16:00:00")]),
      RuleCase(
        .answersRequest, "the number of something else", explanation(answers: 2),
        allowed: explanation(answers: 1), after: [request(), appraisal(item: "2.1.1")]),
      RuleCase(
        .answersRequest, "a request about another item",
        explanation().with { $0.content.subject = .item("2.1.1") }, allowed: explanation(),
        after: [request()]),
      RuleCase(
        .openRequest, "answered a second time", explanation(), after: [request(), explanation()],
        allowedAfter: [request()]),
      RuleCase(
        .answeredInTime, "a minute too late", explanation("2018-01-05T17:01:00"),
        allowed: explanation("2018-01-05T17:00:59"), after: [request()]),
      RuleCase(
        .answeredInTime, "in time by its own clock, too late by the log's",
        explanation("2018-01-05T08:00:00"),
        after: [request(), request("2018-01-05T17:01:00").with { $0.content.unit = nil }],
        allowedAfter: [request(), request("2018-01-05T17:00:59").with { $0.content.unit = nil }]),
      RuleCase(
        .stageCloses, "an answer without a day of its own, after the stage",
        explanation("2018-01-09T00:00:00"), allowed: explanation("2018-01-08T23:59:59"),
        after: [request(due: nil)]),
      RuleCase(
        .dueAhead, "due the minute before it is asked for", request(due: "2017-12-27T09:59"),
        allowed: request(due: "2017-12-27T10:00")),
      RuleCase(
        .dueAhead, "due before the latest time of the log", request(due: "2017-12-27T12:00"),
        after: [correction("2017-12-27T12:01:00")], allowedAfter: []),
      RuleCase(
        .explanationStage, "what nobody asked about",
        explanation("2018-01-02T08:00:00", answers: nil, stage: "appraisal-1"),
        allowed: explanation("2018-01-05T08:00:00", answers: nil)),
    ]
  }

  static func council() throws -> [RuleCase] {
    try [
      RuleCase(
        .agenda, "not put before the council", decision(), after: [meeting()],
        allowedAfter: [onAgenda(), meeting()]),
      RuleCase(
        .decidedOnce, "decided, and not put before the council again",
        decision("2018-01-15T10:00:00"),
        after: [onAgenda(), meeting(), decision(), meeting()],
        allowedAfter: [
          onAgenda(), meeting(), decision(), onAgenda("2018-01-14T11:00:00"), meeting(),
        ]),
      RuleCase(
        .decidedOnce, "decided already; its evidence was only rejected",
        decision("2018-01-15T10:00:00"), after: [onAgenda(), meeting(), decision()],
        allowedAfter: [
          onAgenda(), meeting(), decision { $0.content.decision = .rejectEvidence },
        ]),
      RuleCase(
        .decidedOnce, "the council's own item, scored already",
        decision("2018-01-15T10:00:00", item: "6.4", points: "4"),
        after: [meeting(), decision(item: "6.4", points: "5", votes: nil)],
        allowedAfter: [
          meeting(), decision(item: "6.4", points: "5", votes: nil),
          onAgenda("2018-01-14T11:00:00", item: "6.4"), meeting(),
        ]),
      RuleCase(
        .vote, "the council's own item, scored anew without a vote",
        decision("2018-01-15T10:00:00", item: "6.4", points: "4", votes: nil),
        allowed: decision("2018-01-15T10:00:00", item: "6.4", points: "4"),
        after: [
          meeting(), decision(item: "6.4", points: "5", votes: nil),
          onAgenda("2018-01-14T11:00:00", item: "6.4"), meeting(),
        ]),
      RuleCase(
        .presentAtMeeting, "recorded by a member who was not there",
        decision().with { $0.content.author = "hoi-dong/03" }, allowed: decision(),
        after: [onAgenda(), meeting()]),
      RuleCase(
        .presentAtMeeting, "the council's own item, by a member who was not there",
        decision(item: "6.4", points: "4", votes: nil).with {
          $0.content.author = "hoi-dong/03"
        }, allowed: decision(item: "6.4", points: "4", votes: nil), after: [meeting()]),
      RuleCase(
        .meeting, "put before the council again, and it has not met since",
        decision("2018-01-15T10:00:00"),
        after: [onAgenda(), meeting(), decision(), onAgenda("2018-01-14T11:00:00")],
        allowedAfter: [
          onAgenda(), meeting(), decision(), onAgenda("2018-01-14T11:00:00"), meeting(),
        ]),
      RuleCase(
        .meeting, "put before the council after it met", decision(),
        after: [meeting(), onAgenda()], allowedAfter: [onAgenda(), meeting()]),
      RuleCase(
        .meeting, "a district's council met", decision(),
        after: [onAgenda(), meeting(["hoi-dong-nha-trang/01"])],
        allowedAfter: [onAgenda(), meeting()]),
      RuleCase(
        .quorum, "one of three", decision(votes: (1, 0, 0)),
        allowed: decision(), after: [onAgenda(), meeting(["hoi-dong/01", "so-noi-vu/01"])],
        allowedAfter: [onAgenda(), meeting()]),
      RuleCase(
        .vote, "no vote", decision(votes: nil), allowed: decision(),
        after: [onAgenda(), meeting()]),
      RuleCase(
        .majority, "just half", decision(votes: (1, 0, 1)), allowed: decision(),
        after: [onAgenda(), meeting()]),
      RuleCase(
        .votesOfThosePresent, "more votes than members", decision(votes: (2, 1, 0)),
        allowed: decision(), after: [onAgenda(), meeting()]),
      RuleCase(
        .knownMembers, "somebody unknown was present", meeting(["hoi-dong/01", "hoi-dong/09"]),
        allowed: meeting()),
    ]
  }

  static func locks() throws -> [RuleCase] {
    let day = "2017-12-20T08:00:00"
    return try [
      RuleCase(
        .lock, "a unit that is locked", appraisal(), after: [lock(day, unit: "so-y-te")],
        allowedAfter: [lock(day, unit: "so-tu-phap")]),
      RuleCase(
        .lock, "locked, opened and locked again", appraisal(),
        after: [lock(day), unlock(day), lock(day)], allowedAfter: [lock(day), unlock(day)]),
      RuleCase(
        .lock, "handing in again where one item is locked", submission("2017-12-20T08:00:00"),
        after: [lock(day, unit: "so-y-te").with { $0.content.subject = .item("1.1.4") }],
        allowedAfter: []),
      RuleCase(
        .lock, "a figure that a locked item reads",
        correction().with { $0.linked = [SampleProcedure.item("1.1.4")] },
        allowed: correction().with { $0.linked = [SampleProcedure.item("2.1.1")] },
        after: [lock(day, unit: "so-y-te").with { $0.content.subject = .item("1.1.4") }]),
      RuleCase(
        .openItems, "three open items", lock(openItems: 3), allowed: lock(),
        rules: { $0.statesOpenAtPublication = false }),
      RuleCase(
        .lock, "a file replaced in a locked round", replacement("2018-01-18T08:00:00"),
        after: [lock()], allowedAfter: [lock(unit: "so-y-te")]),
      RuleCase(
        .lock, "a file that moves a locked unit",
        replacement("2018-01-18T08:00:00") { $0.moved = ["so-tu-phap", "so-y-te"] },
        allowed: replacement("2018-01-18T08:00:00") { $0.moved = ["so-tu-phap"] },
        after: [lock(unit: "so-y-te")]),
      RuleCase(
        .openItems, "one open item", lock(openItems: 1),
        rules: { $0.statesOpenAtPublication = false }, allowedRules: { _ in }),
      RuleCase(
        .lockOnce, "a unit of a locked round", lock(unit: "so-y-te"), after: [lock()],
        allowedAfter: [lock(), unlock()]),
      RuleCase(.unlock, "what is not locked", unlock(), allowedAfter: [lock()]),
    ]
  }

  static func publicationCases() throws -> [RuleCase] {
    let asked = try reconsideration("2018-01-25T09:00:00")
    return try [
      RuleCase(
        .publicationOrder, "a step left out", publication(.published),
        after: published(to: .submitted), allowedAfter: published(to: .issued)),
      RuleCase(
        .publicationState, "from a state that is not the round's",
        publication(.submitted).with { $0.content.from = .text("draft") },
        allowed: publication(.submitted).with { $0.content.from = .text("passed") },
        after: published(to: .passed)),
      RuleCase(
        .lockedBeforePublication, "no lock", publication(.passed), allowedAfter: [lock()]),
      RuleCase(
        .lockedBeforePublication, "a unit is open again", publication(.passed),
        after: [lock(), unlock()], allowedAfter: [lock(), unlock(), lock(unit: "so-y-te")]),
      RuleCase(
        .closedByPublication, "an unlock", unlock(), after: published(),
        allowedAfter: published(to: .issued)),
      RuleCase(
        .closedByPublication, "a file replaced", replacement("2018-02-01T08:00:00"),
        allowed: replacement(), after: published() + [unlock(unit: nil)],
        allowedAfter: []),
      RuleCase(
        .afterPublication, "an amendment", amendment(text: "Sai sót kỹ thuật"),
        after: published(to: .issued), allowedAfter: published()),
      RuleCase(
        .reconsiderationInTime, "the eleventh working day",
        reconsideration("2018-02-07T00:00:00"), allowed: reconsideration("2018-02-06T23:59:59"),
        after: published()),
      RuleCase(
        .answersReconsideration, "the number of something else", answer(to: 1),
        allowed: answer(to: 6), after: published() + [asked]),
      RuleCase(
        .answeredOnce, "answered again", answer(to: 6),
        after: published() + [asked, answer(to: 6)],
        allowedAfter: published() + [asked]),
      RuleCase(
        .amendedWithGround, "no reason and no answer", amendment(text: nil),
        allowed: amendment(text: "Sai sót kỹ thuật"), after: published()),
      RuleCase(
        .amendedWithGround, "no reason, before and after the answer", amendment(text: nil),
        after: published() + [asked], allowedAfter: published() + [asked, answer(to: 6)]),
    ]
  }
}

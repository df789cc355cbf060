internal import Diagnostics
internal import EventLog
internal import Grading
internal import Loading
internal import Procedure
internal import Reports
internal import Store

extension APIOperation {
  static let ofCouncil = [
    APIOperation(
      id: "getCouncil", method: .get, path: "/council", tag: .council,
      summary: Wording(vi: "Việc của Hội đồng thẩm định", en: "What is before the council"),
      about: Wording(
        vi:
          "Nội dung đã trình chưa quyết định, tiêu chí chỉ Hội đồng quyết định, các phiên họp. Quyết định: decide.",
        en:
          "What is on the agenda, items that only the council can settle, meetings. It decides by `decide`."
      ), answers: .named("Council", .object(councilFields))
    ) { app, call in
      try call.need(.readCouncil, app)
      return APIAnswer(app.council(call))
    },
    APIOperation(
      id: "recordMeeting", method: .post, path: "/council/meetings", tag: .council,
      summary: Wording(vi: "Ghi phiên họp", en: "Record a meeting"),
      about: Wording(
        vi: "Thành phần dự họp và biên bản; gửi lại cùng nội dung không ghi hai lần.",
        en: "Who was there, and the minutes; the same twice is one."),
      body: .named(
        "Meeting",
        .object([
          .needed("present", .list(.word(.person), 1_000), "người có mặt", "who was there"),
          .needed("seen", count, "`seen` của getCouncil", "`seen` of getCouncil"),
          .optional("at", .word(.moment), "lúc họp; bỏ trống: lúc này", "when it was; else now"),
          .optional("text", .text(4_000), "biên bản", "the minutes"),
          .optional("basis", .text(4_000), "căn cứ", "the legal basis"),
        ])), answers: recordedShape, mayConflict: true, mayBeUnclear: true
    ) { app, call in try await app.recordMeeting(call) },
  ]

  private static let councilFields: [APIField] = [
    .needed(
      "agenda", .list(.named("AgendaPoint", .object(pointFields)), 100_000), "chương trình họp",
      "the agenda"),
    .needed(
      "open", .list(.named("OpenItem", .object(openFields)), 1_000_000),
      "chờ Hội đồng quyết định", "what only the council can settle"),
    .needed("meetings", .list(.document, 100_000), "phiên họp (parindex/log@1)", "meetings"),
    .needed(
      "members", .list(.named("Member", .object(memberFields)), 10_000),
      "người có thể dự họp, khi tài khoản ghi được phiên họp",
      "who can be present, where the account records meetings"),
    .needed("seen", count, "số sự kiện đã ghi", "how many events there are"),
  ]

  private static let pointFields: [APIField] = [
    .needed("event", count), .needed("unit", .word(.id)), .needed("item", .word(.id)),
    .needed("standing", outcomeShape, "đang tính", "as it stands"),
    .needed("proposed", .exact.orNull, "điểm đề nghị", "points that are proposed"),
    .needed("text", .text(100_000).orNull, "nội dung", "why"),
  ]

  private static let openFields: [APIField] = [
    .needed("unit", .word(.id)), .needed("item", .word(.id)), .needed("standing", outcomeShape),
  ]

  private static let memberFields: [APIField] = [
    .needed("id", .word(.person)), .needed("name", .text(10_000)),
  ]
}

extension WebApplication {
  fileprivate func council(_ call: APICall) -> JSONValue {
    let (snapshot, rights, account) = (call.snapshot, call.rights, call.account)
    func reads(_ unit: String) -> Bool { rights.allows(.readMatters(unit), by: account) }
    let points = agenda(snapshot, call.visit.now.local, reads).compactMap { event -> JSONValue? in
      guard let unit = event.content.unit, case .item(let item)? = event.content.subject,
        let matter = Matter(ItemOfUnit(unit: unit, item: item), in: snapshot)
      else { return nil }
      return [
        "event": .whole(event.sequence), "unit": .string(unit), "item": .string(item),
        "standing": matter.standing.json, "proposed": .exact(event.content.to?.points),
        "text": .text(event.content.text),
      ]
    }
    let open = openItems(snapshot, reads).map { matter -> JSONValue in
      [
        "unit": .string(matter.unit), "item": .string(matter.item.id),
        "standing": matter.standing.json,
      ]
    }
    let meetings = meetings(snapshot, rights, call.account)
    let members =
      rights.allows(.recordMeeting, by: account) ? members(call.visit, rights, account) : []
    return [
      "agenda": .array(points), "open": .array(open), "meetings": .array(meetings.map(\.document)),
      "members": .array(members.map { ["id": .string($0.id), "name": .string($0.name)] }),
      "seen": .whole(snapshot.loaded.log?.count ?? 0),
    ]
  }

  fileprivate func recordMeeting(_ call: APICall) async throws -> APIAnswer {
    var form: [String: String?] = [
      AppraisalForm.seen: call.body.whole("seen").map(String.init),
      AppraisalForm.reason: call.body.text("text"), AppraisalForm.basis: call.body.text("basis"),
    ]
    try call.need(.recordMeeting, self)
    let known = Set(members(call.visit, call.rights, call.account).map(\.id))
    let present = call.body.texts("present")
    let strange = present.enumerated().filter { !known.contains($0.element) }.map { place, _ in
      APIFault(
        .body("/present/\(place)"), "unknown-member-of-council",
        "không phải thành viên đang làm nhiệm vụ của Hội đồng này",
        "nobody of this council who is in office")
    }
    guard strange.isEmpty else { throw APIProblem(.unclear, strange) }
    for person in present { form[CouncilPage.member(person)] = "1" }
    let beginning = call.snapshot.loaded.log?.ofRound.first?.content.time
    let moment = MeetingMoment(
      call.body.text("at") ?? "", now: call.visit.now.local, beginning: beginning, call.frame)
    guard case .at(let time) = moment else {
      throw APIProblem(
        .unclear,
        [
          APIFault(
            .body("/at"), "cannot-be-meant", "phiên họp chưa diễn ra, hoặc trước nhật ký",
            "the meeting has not been yet, or was before the log")
        ])
    }
    switch try await meeting(call.visit(saying: form), at: time) {
    case .hindered(let hindrance): throw APIProblem(hindrance)
    case .unreadable: throw APIProblem(Hindrance.refused(.noPerson))
    case .nobodyPresent:
      throw APIProblem(
        .unclear,
        [APIFault(.body("/present"), "nobody-present", "chưa có người dự họp", "nobody was there")])
    case .recording(.done(let event)), .recording(.already(let event)):
      return APIAnswer(["event": .whole(event)])
    case .recording(.overtaken(let events)): throw APIProblem.overtaken(events)
    case .recording(.refused(let problems)): throw APIProblem(.refused, problems)
    }
  }
}

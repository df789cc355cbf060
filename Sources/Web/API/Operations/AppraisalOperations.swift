internal import Diagnostics
internal import EventLog
internal import Grading
internal import Loading
internal import Procedure
internal import Reports
internal import Store

extension APIOperation {
  static let ofAppraisal = [
    APIOperation(
      id: "listWork", method: .get, path: "/work", tag: .appraisal,
      summary: Wording(vi: "Việc thẩm định", en: "What is to be appraised"),
      about: Wording(
        vi:
          "Mỗi trang \(WorkQuery.rows) dòng. Người thẩm định thấy phần của mình; Hội đồng, Sở Nội vụ, kiểm tra thấy phần được xem.",
        en:
          "\(WorkQuery.rows) lines a page. Appraisers see what is theirs, others what they may read."
      ),
      query: workFilters + [.page],
      answers: .named(
        "Work",
        .object([
          .needed("count", count, "số dòng", "how many lines there are"),
          .needed("page", count), .needed("pages", count),
          .needed("rows", .list(.named("WorkLine", .object(workFields)), WorkQuery.rows)),
          .needed("seen", count, "số sự kiện đã ghi", "how many events there are"),
        ]))
    ) { app, call in
      try call.need(.readWork, app)
      return APIAnswer(try app.work(call))
    },
    APIOperation(
      id: "getMatter", method: .get, path: "/matters/{unit}/{item}", tag: .appraisal,
      summary: Wording(
        vi: "Một tiêu chí của một đơn vị, để thẩm định",
        en: "One item of one unit, for who appraises"),
      about: Wording(
        vi:
          "Điểm từng cột và vì sao, số liệu, tài liệu, lịch sử, và những việc tài khoản làm được (`choices`). `seen` là số phải gửi kèm quyết định.",
        en:
          "Points of each layer and why, inputs, documents, history, and what the account may do (`choices`). `seen` goes with a decision."
      ), answers: .named("Matter", .object(matterFields))
    ) { app, call in
      let work = try app.begin(call.visit, call.matter).orProblem()
      return APIAnswer(try app.matter(work, call))
    },
    APIOperation(
      id: "decide", method: .post, path: "/matters/{unit}/{item}/decisions", tag: .appraisal,
      summary: Wording(
        vi: "Thẩm định, quyết định, hỏi, trình", en: "Appraise, decide, ask, put before"),
      about: Wording(
        vi:
          "`dryRun`: chỉ xem ảnh hưởng. `propose`: gửi người duyệt thứ hai khi quyết định cần. Việc nào của ai do quy tắc của kỳ đánh giá định.",
        en:
          "`dryRun`: only shows the effect. `propose`: leaves it to a second approver where it needs one. The rules of procedure say whose act it is."
      ), body: decisionShape, answers: decidedShape, mayConflict: true, mayBeUnclear: true
    ) { app, call in try await app.decide(call) },
  ]
}

extension APIOperation {
  /// Which of the work is asked for.
  static let workFilters = [
    APIParameter(
      "order", .choice(["stake", "item", "unit"]),
      "thứ tự: điểm còn có thể đổi (mặc định), tiêu chí, đơn vị",
      "by points at stake (the default), by item, by unit"),
    APIParameter("state", .choice(workStates), "tình trạng", "only of this state"),
    APIParameter("unit", .word(.id), "đơn vị", "only of this unit"),
    APIParameter("block", .word(.id), "khối", "only of this block"),
  ]
}

extension APICall {
  /// As the page's address would have it.
  var workQuery: WorkQuery {
    let names = ["stake": WorkQuery.Order.stake, "item": .item, "unit": .unit]
    let state = WorkTable.State.allCases.first { $0.name == query["state"] }
    let asked = [
      "xep": query["order"].flatMap { names[$0] }?.rawValue, "tt": state?.rawValue,
      "don-vi": query["unit"], "khoi": query["block"],
    ]
    return WorkQuery(asked.compactMapValues(\.self))
  }
}

extension WebApplication {
  fileprivate func work(_ call: APICall) throws -> JSONValue {
    let waiting = try waiting()
    let rows = call.workQuery.rows(
      keeper.work(of: call.account, call.rights, in: call.snapshot), in: call.snapshot,
      waiting: waiting)
    let pages = max(1, (rows.count + WorkQuery.rows - 1) / WorkQuery.rows)
    let page = min(call.page, pages)
    let shown = rows.dropFirst((page - 1) * WorkQuery.rows).prefix(WorkQuery.rows)
    return [
      "count": .whole(rows.count), "page": .whole(page), "pages": .whole(pages),
      "rows": .array(
        shown.map { row in
          [
            "unit": .string(row.matter.unit), "item": .string(row.matter.item),
            "title": .string(call.snapshot.set(of: row.unit).items[row.item].title),
            "state": .string(row.state(waiting).name), "claimed": row.claimed.json,
            "standing": row.standing.json, "stake": .exact(row.stake),
          ]
        }), "seen": .whole(call.snapshot.loaded.log?.count ?? 0),
    ]
  }

  fileprivate func matter(_ work: MatterWork, _ call: APICall) throws -> JSONValue {
    let (matter, round) = (work.matter, work.snapshot.round)
    let words = RoundWords(round, call.frame.language)
    let layers = round.layerIDs.enumerated().map { place, id -> JSONValue in
      let trace = round.trace(unit: matter.place, item: matter.item.index, layer: place)
      let why = RuleSentence(words, trace, showsOthers: work.showsPlaces).text
      return ["layer": .string(id), "outcome": trace.outcome.json, "why": .string(why)]
    }
    let events = matter.events
    let proposal = try store.openProposals().first {
      $0.unit == matter.unit && $0.item == matter.item.id
    }
    let inputs = matter.valuesInForce.sorted { $0.key < $1.key }
    return [
      "unit": .string(matter.unit), "unitName": .string(matter.result.record.unit.name),
      "item": .string(matter.item.id), "title": .string(matter.item.title),
      "maximum": .exact(matter.item.maximum), "scoredBy": .string(matter.item.scoredBy.rawValue),
      "layers": .array(layers),
      "inputs": .object(inputs.map { .init(key: $0.key, value: .string($0.value)) }),
      "documents": .texts(matter.citedDocuments), "figures": .texts(matter.figures.map(\.name)),
      "note": .text(matter.result.record.assessment.notes[matter.item.index]),
      "choices": .texts(work.choices.map(\.name)),
      "refusal": .text(work.refusal.map { call.frame.text(of: $0, work.snapshot.names) }),
      "proposal": proposal.map { .whole(Int($0.number)) } ?? .null,
      "seen": .whole(events.last?.sequence ?? 0), "events": .array(events.map(\.document)),
    ]
  }

  fileprivate func decide(_ call: APICall) async throws -> APIAnswer {
    let work = try begin(call.visit, call.matter).orProblem()
    let visit = call.visit(saying: AppraisalForm.form(call.body))
    switch try form(visit, work) {
    case .hindered(let hindrance): throw APIProblem(hindrance)
    case .unreadable: throw APIProblem.missing
    case .form(let form, let seen):
      let strange = work.matter.strangers(call.body)
      guard strange.isEmpty else { throw APIProblem(.unclear, strange) }
      func answer(_ outcome: String, event: Int? = nil, proposal: Int? = nil) -> APIAnswer {
        APIAnswer([
          "outcome": .string(outcome), "event": event.map(JSONValue.whole) ?? .null,
          "proposal": proposal.map(JSONValue.whole) ?? .null, "trial": .null,
        ])
      }
      switch try await deciding(visit, work, form, seen) {
      case .recorded(let event): return answer("recorded", event: event)
      case .proposed(let proposal): return answer("proposed", proposal: Int(proposal.number))
      case .overtaken(let events): throw APIProblem.overtaken(events)
      case .unclear: throw APIProblem(.unclear, form.faults)
      case .shown(let recording):
        return APIAnswer([
          "outcome": "trial", "event": .null, "proposal": .null,
          "trial": trial(recording, work, call),
        ])
      case .refused(let recording, let problems):
        let found = problems.isEmpty ? recording.problems.filter(\.isError) : problems
        var problem = APIProblem(.refused, found)
        problem.current = trial(recording, work, call)
        throw problem
      }
    }
  }

  func trial(_ recording: EventRecording, _ work: MatterWork, _ call: APICall) -> JSONValue {
    TrialAnswer(recording, call, showsPlaces: work.showsPlaces, sees: work.sees)
      .json(recording.contents.map { what($0, work.matter, call.frame) })
  }
}

extension WorkTable.State {
  /// As the API names it.
  var name: String {
    switch self {
    case .untouched: "untouched"
    case .asked: "asked"
    case .answered: "answered"
    case .waiting: "waiting"
    case .decided: "decided"
    }
  }
}

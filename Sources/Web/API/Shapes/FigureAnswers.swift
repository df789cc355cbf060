internal import EventLog
internal import Grading
internal import Loading
internal import Reports
internal import Store

/// A unit's figures as its own people see them, with what is typed against them.
struct FigureAnswers {
  private let work: WebApplication.UnitWork
  private let call: APICall
  private let filed: UnitResult
  private let events: [RoundEvent]
  /// Figures of which what was handed in is not decided.
  private let open: Set<String>

  init(_ work: WebApplication.UnitWork, _ call: APICall) {
    self.work = work
    self.call = call
    filed = work.snapshot.round.units[work.drafted.unit]
    events = (try? work.snapshot.loaded.log?.events(of: filed.record.unit.id)) ?? []
    open = Set(filed.record.openDisputes(through: .max).map(\.figure))
  }

  private var figures: [HeldFigure] {
    HeldFigure.all(of: work.drafted.unit, in: work.snapshot)
  }

  var json: JSONValue {
    let refusal = work.rights.refusal(
      of: .editAnswers(filed.record.unit.id), by: work.account)
    return [
      "figures": .array(figures.map(figure)),
      "refusal": .text(refusal.map { call.frame.text(of: $0, work.snapshot.names) }),
    ]
  }

  /// nil: the unit has no such figure.
  func one(_ name: String) -> JSONValue? {
    figures.first { $0.name.name == name }.map(figure)
  }

  private func figure(_ figure: HeldFigure) -> JSONValue {
    let name = figure.name.name
    let dispute = work.drafted.dispute(of: name, open: open).map { dispute, state -> JSONValue in
      [
        "claim": .string(dispute.claim), "ground": .string(dispute.ground),
        "documents": .texts(dispute.citations.map(\.document)),
        "state": .string(state.rawValue),
      ]
    }
    let draft = work.drafted.drafts[DisputeForm.part(of: name)]
    let decision = FigureDecision.event(of: figure, in: events)
    let rest: [JSONValue.Member] = [
      .init(key: "keeper", value: .text(figure.table.owner)),
      .init(key: "closedOn", value: .text(figure.table.closedOn?.isoText)),
      .init(key: "period", value: .text(figure.table.period)),
      .init(key: "items", value: .array(items(figure.name))),
      .init(key: "dispute", value: dispute ?? .null),
      .init(key: "edition", value: .whole(draft?.version ?? 0)),
      .init(key: "decision", value: decision?.document ?? .null),
    ]
    return .object(figure.name.members + figure.members + rest)
  }

  /// The items that read it, as they stand with corrections counted.
  private func items(_ name: FigureName) -> [JSONValue] {
    let set = work.set
    guard let place = set.figures.firstIndex(where: { $0.name == name.name }) else { return [] }
    let sheet = work.result.sheets[work.snapshot.round.layers.count - 1]
    return set.readers(of: .figure(place)).map { index in
      [
        "item": .string(set.items[index].id), "maximum": .exact(set.items[index].maximum),
        "standing": sheet[index].json,
      ]
    }
  }
}

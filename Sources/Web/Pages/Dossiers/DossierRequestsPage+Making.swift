internal import Diagnostics
internal import DossierCounting
internal import Grading
internal import Loading
internal import Reports
internal import Store

extension DossierRequestsPage {
  static let mostDecided = 100
  /// Of one form.
  static let mostOpen = 200

  /// - Parameters:
  ///   - entries: how the dossiers count, by their ids.
  ///   - form: what was sent; nil: nothing was.
  init(
    _ subjects: [DossierSubject], _ entries: [String: LedgerEntry], _ requests: [DossierRequest],
    _ ledger: CaseLedger, in snapshot: RoundSnapshot, _ form: DossierDecisionForm?,
    _ frame: PageFrame
  ) {
    let (rules, records) = (ledger.count.rules, ledger.count.records)
    let words = RequestWords(rules, frame)
    let ledgerWords = LedgerWords(
      rules: rules, records: records, units: ledger.count.units, language: frame.language)
    let numbers = NumberWords(frame.language)
    let chosen = Set(form?.chosen ?? [])
    waiting = subjects.count
    rows = subjects.prefix(DossierRequestsPage.mostOpen).map { subject in
      let entry = entries[subject.dossier]
      let field = DossierDecisionForm.request(subject)
      return Row(
        field: field, version: subject.version, dossier: subject.dossier,
        path: subject.unit.map { DossierForm.path(of: subject.dossier, unit: $0) },
        unit: subject.unit.map(ledgerWords.unit) ?? "–", due: ledgerWords.time(entry?.due),
        finished: ledgerWords.time(entry?.finished),
        what: words.what(subject.content, isPlain: true),
        text: subject.content.text, evidence: subject.content.evidence,
        sentOn: subject.sentOn.map { numbers.date($0) } ?? "–",
        fault: subject.fault(rules, frame).map {
          frame.say("Không chấp nhận được: \($0)", "Not to be accepted: \($0)")
        }, isChosen: chosen.contains(subject), problem: form?.problems[field])
    }
    let all =
      records.corrections.map { correction in
        Decided(
          dossier: correction.dossier,
          what: words.what(
            .init(
              cause: nil, finished: correction.finished.text, text: correction.reason,
              evidence: correction.evidence ?? "")),
          state: DossierState(standing: .accepted, note: nil), by: correction.decidedBy)
      }
      + records.explanations.filter { $0.decision != .pending }.map { explanation in
        Decided(
          dossier: explanation.dossier, what: words.cause(explanation.cause),
          state: DossierState(
            standing: DossierState.standing(of: explanation, rules), note: nil),
          by: explanation.decidedBy ?? "–")
      }
      + requests.filter { $0.state == .refused && $0.content.finished != nil }.map { request in
        Decided(
          dossier: request.dossier, what: words.what(request.content),
          state: DossierState(standing: .refused, note: request.note), by: request.closedBy ?? "–")
      }
    decided = Array(all.suffix(DossierRequestsPage.mostDecided).reversed())
    more = all.count - decided.count
    clauses = rules.exclusions.filter { rule in
      rule.when.contains { if case .explained = $0 { true } else { false } }
    }.map { rule in
      frame.say("Chấp nhận giải trình thì không tính: ", "What is accepted is left out: ")
        + rule.title + (rule.clause.map { " (\($0))" } ?? "") + "."
    }
  }

  /// What the decision would do: to the figures of the units concerned, and to their points.
  mutating func take(
    _ trial: FileTrial, of chosen: [DossierSubject], _ ledger: CaseLedger,
    in snapshot: RoundSnapshot, _ frame: PageFrame
  ) {
    let units = Set(chosen.compactMap(\.unit))
    let tables = Set([snapshot.records].compactMap(\.self) + ledger.count.records.decisionFiles)
    // What was wrong with the tables before is not of this decision.
    let found = trial.news(besides: snapshot).filter {
      $0.isError || tables.contains($0.primary.span.file.path)
    }
    if !found.isEmpty { findings = FindingList(found, snapshot.plan, frame) }
    guard case .sound(let round) = trial.outcome else { return }
    self.trial = TrialSection(
      RoundDifference(from: .init(snapshot.round), to: .init(round)), refusals: [], frame,
      showsPlaces: false
    ) { units.contains($0) }
    let values = PlainValueWords(frame.language)
    func figure(_ name: String, _ unit: String, _ plan: RoundPlan) -> String {
      guard let table = plan.figures.tables[Rights.dossiers],
        let column = table.columns.first(where: { $0.name == "\(Rights.dossiers).\(name)" })
      else { return "–" }
      return values.text(table.value(column.column, unit: unit), of: column)
    }
    effects = ledger.count.units.filter { units.contains($0.id) }.map { unit in
      func change(_ name: String) -> String {
        let before = figure(name, unit.id, snapshot.plan)
        let after = figure(name, unit.id, round.plan)
        return before == after ? before : "\(before) → \(after)"
      }
      return Effect(unit: unit.name, late: change("late"), rate: change("late_rate"))
    }
  }
}

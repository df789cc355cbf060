internal import Grading

/// What units said of their late dossiers, and what the IT centre decided.
struct SampleDecisions {
  struct Explanation {
    let dossier: String
    let cause: String
    let evidence: String
    let handedIn: String
    let decision: String

    /// Takes the dossier out: of a cause that is considered, and in time (letter of 2019, 2).
    var counts: Bool {
      decision == "accepted" && cause == "software-error" && handedIn < "2019-12-05"
    }
  }

  struct Correction {
    let dossier: String
    let finished: CaseMinute
    let evidence: String

    var counts: Bool { !evidence.isEmpty }
  }

  private(set) var explanations: [Explanation] = []
  private(set) var corrections: [Correction] = []

  init(_ dossiers: [SampleDossier], seed: UInt64) {
    for dossier in dossiers where dossier.isLate && !dossier.isPlanted {
      var random = Randomness(seed, dossier.id, "decision")
      if random.chance(45) {
        correct(dossier)
      } else if random.chance(300) {
        explain(dossier, &random)
      }
    }
    addFaults(dossiers)
  }

  private mutating func correct(_ dossier: SampleDossier) {
    guard let due = dossier.due else { return }
    let finish = max(CaseMinute(due.day, 990), dossier.received.adding(5))
    guard finish.day == due.day else { return }
    let place = corrections.count + 1
    corrections.append(
      Correction(
        dossier: dossier.id, finished: finish,
        // One is left without a proof, and so is not applied.
        evidence: place == 3 ? "" : "Kết quả số \(100 + place * 7)/KQ ký trong ngày hẹn"))
  }

  private mutating func explain(_ dossier: SampleDossier, _ random: inout Randomness) {
    let opening = CaseMinute("2019-11-18").day
    let finish = dossier.finished?.day ?? opening
    let day = max(opening, finish).adding(days: random.int(1...9)) ?? opening
    guard day < CaseMinute("2019-12-05").day else { return }
    let isLinked = dossier.lateAgency != nil
    let cause =
      isLinked
      ? "linked-agency"
      : random.chance(620)
        ? "software-error"
        : random.pick(["user-error", "wrong-operation", "process-unknown"]) ?? "user-error"
    let isPending = random.chance(90)
    let isAccepted = cause == "software-error" && random.chance(780)
    explanations.append(
      Explanation(
        dossier: dossier.id, cause: cause,
        evidence: isAccepted ? "Phiếu hỗ trợ kỹ thuật số \(random.int(100...980))" : "",
        handedIn: day.isoText,
        decision: isPending ? "" : isAccepted ? "accepted" : "refused"))
  }

  /// One handed in a day too late, and one accepted though its cause is not considered; neither
  /// takes its dossier out.
  private mutating func addFaults(_ dossiers: [SampleDossier]) {
    func find(_ unit: String, _ received: String) -> String? {
      dossiers.first { $0.unit.id == unit && $0.received.isoText == received }?.id
    }
    if let id = find("so-cong-thuong", "2019-11-27T10:30") {
      explanations.append(
        Explanation(
          dossier: id, cause: "software-error", evidence: "Phiếu hỗ trợ kỹ thuật số 991",
          handedIn: "2019-12-06", decision: "accepted"))
    }
    if let id = find("so-giao-thong-van-tai", "2019-10-01T08:00") {
      explanations.append(
        Explanation(
          dossier: id, cause: "wrong-operation", evidence: "", handedIn: "2019-11-20",
          decision: "accepted"))
    }
  }

  var explanationTable: Table {
    var table = Table(
      header: ["dossier", "cause", "evidence", "handed_in", "decided_by", "decision"])
    for one in explanations {
      let decider = one.decision.isEmpty ? "" : "trung-tam-cntt/03"
      table.rows.append([
        one.dossier, one.cause, one.evidence, one.handedIn, decider, one.decision,
      ])
    }
    return table
  }

  var correctionTable: Table {
    var table = Table(
      header: ["dossier", "finished_at", "reason", "evidence", "decided_by", "decided_on"])
    for one in corrections {
      table.rows.append([
        one.dossier, one.finished.isoText,
        "Kết quả có trong ngày hẹn, kết thúc trên phần mềm muộn", one.evidence,
        "trung-tam-cntt/03", "2019-12-12",
      ])
    }
    return table
  }
}

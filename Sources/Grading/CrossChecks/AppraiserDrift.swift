/// How far one author's decisions on one item move claims, beside those of the others.
///
/// For talking about, so that all appraise alike; it says nothing about anybody's reasons. Under
/// the least number of cases on either side there are no means, only the counts.
package struct AppraiserDrift: Sendable {
  /// Places of the set in the round and of the item in the set.
  package let set: Int
  package let item: Int
  package let author: String
  /// Units whose claim the author decided on.
  package let cases: Int
  /// Cases of all others.
  package let others: Int
  /// Mean of the points left less the points claimed; nil: too few cases.
  package let mean: Exact?
  package let othersMean: Exact?
}

extension AppraiserDrift {
  private struct Sum {
    var cases = 0
    var moved = Exact.zero

    /// nil: too few.
    func mean(_ least: Int) -> Exact? {
      cases < least ? nil : moved.divided(by: Exact(cases))
    }
  }

  private struct Subject: Hashable {
    let set: Int
    let item: Int
  }

  /// By set, item and author's id; never by size.
  static func all(_ round: Round, least: Int) -> [AppraiserDrift] {
    var sums: [Subject: [String: Sum]] = [:]
    for result in round.units where result.isSubmitted {
      for (item, author, move) in round.moves(result) {
        let subject = Subject(set: result.record.set, item: item)
        sums[subject, default: [:]][author, default: Sum()].cases += 1
        sums[subject, default: [:]][author, default: Sum()].moved += move
      }
    }
    let least = max(least, 1)
    return sums.keys.sorted { ($0.set, $0.item) < ($1.set, $1.item) }.flatMap { subject in
      let authors = sums[subject] ?? [:]
      return authors.keys.sorted().map { author in
        let own = authors[author] ?? Sum()
        var others = Sum()
        for (other, sum) in authors where other != author {
          others.cases += sum.cases
          others.moved += sum.moved
        }
        let isEnough = own.cases >= least && others.cases >= least
        return AppraiserDrift(
          set: subject.set, item: subject.item, author: author, cases: own.cases,
          others: others.cases, mean: isEnough ? own.mean(least) : nil,
          othersMean: isEnough ? others.mean(least) : nil)
      }
    }
  }
}

extension Round {
  /// What each author's last decision in an appraisal left of a claim, one case an author and item.
  fileprivate func moves(_ result: UnitResult) -> [(item: Int, author: String, move: Exact)] {
    let record = result.record
    let scorer = scorers[record.set]
    var found: [(item: Int, author: String, move: Exact)] = []
    for item in record.touchedItems(through: .max).sorted() {
      guard let claim = scorer.claim(item, record) else { continue }
      var last: [String: Exact] = [:]
      for (layer, kind) in layers.enumerated() {
        guard case .stage(let stage) = kind, plan.stages[stage].kind == .appraisal else { continue }
        let decided = record.entries(of: item, in: stage).last {
          record.stands($0) && record.entries[$0].decision.movesPoints
        }
        let outcome = result.sheets[layer][item]
        guard let decided, outcome.state == .scored else { continue }
        last[record.entries[decided].author] = outcome.points - claim
      }
      for author in last.keys.sorted() { found.append((item, author, last[author] ?? .zero)) }
    }
    return found
  }
}

extension AppraisalEntry.Decision {
  /// Whether it confirms or changes points.
  fileprivate var movesPoints: Bool {
    switch self {
    case .accept, .adjust, .setPoints, .rejectEvidence: true
    case .requestExplanation, .explanation, .markNotApplicable, .correctFigure: false
    }
  }
}

package import Grading

/// A small sound round of several units, each with a document of its own, to be laid side by side.
package struct CrossWorld {
  package var set = GapWorld.makeSet()
  package var plan = GapWorld.makePlan()
  package var records: [UnitRecord] = []

  package init(units: Int = 3) {
    let world = GapWorld()
    records = (0..<units).map { world.makeRecord("u\($0)") }
  }

  package var round: Round { Round(plan: plan, sets: [set], records: records) }

  /// One file on the shelves of these units.
  package mutating func share(file digest: String, _ units: Int...) {
    for unit in units {
      records[unit].assessment.shelf[0].state = .present(sha256: digest)
    }
  }

  package mutating func number(_ number: String, _ issuer: String, of unit: Int) {
    records[unit].assessment.shelf[0].number = number
    records[unit].assessment.shelf[0].issuer = issuer
  }

  /// An item cites one more document of the shelf.
  package mutating func cite(_ document: Int, by item: Int, in unit: Int) {
    var answer = records[unit].assessment.answers[item] ?? Answer()
    answer.citations.append(Citation(document: document, section: "I", pages: "1"))
    records[unit].assessment.answers[item] = answer
  }

  package mutating func claim(_ points: Exact, _ item: Int, of unit: Int) {
    var answer = records[unit].assessment.answers[item] ?? Answer()
    answer.claim = points
    records[unit].assessment.answers[item] = answer
  }

  package mutating func enter(
    _ item: Int, _ stage: Int, _ decision: AppraisalEntry.Decision, by author: String, of unit: Int
  ) {
    records[unit].entries.append(
      AppraisalEntry(
        subject: .item(item), stage: stage, decision: decision, reason: "chưa rõ", author: author,
        at: nil, span: GapWorld.span))
  }
}

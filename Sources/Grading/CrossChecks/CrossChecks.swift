/// What stands out when a round's files are laid side by side, for people to look at; none of it
/// changes a point.
package struct CrossChecks: Sendable {
  package let documents: [SharedDocument]
  package let figures: ComparedFigures
  /// nil: no round before was given.
  package let repeated: [RepeatedDocument]?
  package let drift: [AppraiserDrift]
  /// The least number of cases on either side for means.
  package let leastCases: Int

  /// The least number of cases where nobody says another.
  package static let usualLeastCases = 5

  /// - Parameter previous: the round of the year before.
  package init(_ round: Round, previous: Round? = nil, leastCases: Int = usualLeastCases) {
    documents = SharedDocument.all(round)
    figures = ComparedFigures(round, GapFinder(round))
    repeated = previous.map { RepeatedDocument.all(round, since: $0) }
    drift = AppraiserDrift.all(round, least: leastCases)
    self.leastCases = max(leastCases, 1)
  }
}

package import Diagnostics
package import Grading
internal import YAMLReading

extension SubmissionReader {
  /// Reads a unit's self-assessment and shelf from texts that are no files yet, with every check
  /// that files get; labels have no excerpts.
  /// - Parameter folder: where the texts are to stand, and the documents that they point to.
  package func read(
    _ unit: Unit, shelf: SourceText, assessment: SourceText, folder: String
  ) -> UnitSubmission {
    let reading = unitReading(unit, folder: folder)
    let shelfState = read(shelf, reading) { $0.readShelf($1) }
    reading.shelfState = shelfState.state
    let answers = read(assessment, reading) { $0.readAssessment($1) }
    reading.finishAssessment(answers.state)
    return UnitSubmission(
      assessment: reading.assessment, entries: [],
      diagnostics: (shelfState.problems + answers.problems).sorted(), digests: [],
      isUsable: shelfState.state.isUsable && answers.state.isUsable
        && !reading.hasLeftOut.dispute)
  }

  private func read(
    _ text: SourceText, _ reading: UnitReading, _ body: (UnitReading, YAMLNode) -> Bool
  ) -> (state: PartState, problems: [Diagnostic]) {
    let yaml = readYAML(text)
    let problems = DiagnosticCollector(yaml.diagnostics)
    reading.problems = problems
    let isRead = yaml.document.map { body(reading, $0.root) } ?? false
    return (
      isRead ? .read(isUsable: !problems.hasFatalErrors) : .broken, problems.diagnostics
    )
  }
}

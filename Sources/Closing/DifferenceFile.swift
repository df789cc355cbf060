package import Diagnostics
package import DossierCounting
internal import Loading
internal import Reports

/// The CSV of every difference while a comparison goes on.
package final class DifferenceFile {
  private let csv: DifferenceCSV
  private var file: StreamedFile

  package init(_ path: String, _ language: Language) {
    csv = DifferenceCSV(language)
    file = StreamedFile(path)
    file.append(csv.head)
  }

  /// Why it cannot be written; nil while it can.
  package var problem: Diagnostic? { file.problem }

  package func add(_ difference: RecordDifference) { file.append(csv.rows(difference)) }

  /// Puts the file in its place, or leaves the old one.
  package func finish(isWhole: Bool) -> Diagnostic? { file.finish(isWhole: isWhole) }
}

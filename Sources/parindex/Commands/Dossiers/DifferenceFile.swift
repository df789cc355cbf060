import Diagnostics
import DossierCounting
import Loading
import Reports

/// The CSV of every difference while a comparison goes on.
final class DifferenceFile {
  private let csv: DifferenceCSV
  private var file: StreamedFile

  init(_ path: String, _ language: Language) {
    csv = DifferenceCSV(language)
    file = StreamedFile(path)
    file.append(csv.head)
  }

  /// Why it cannot be written; nil while it can.
  var problem: Diagnostic? { file.problem }

  func add(_ difference: RecordDifference) { file.append(csv.rows(difference)) }

  /// Puts the file in its place, or leaves the old one.
  func finish(isWhole: Bool) -> Diagnostic? { file.finish(isWhole: isWhole) }
}

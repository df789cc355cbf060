import ArgumentParser
import Diagnostics
import DossierCounting
import Glibc
import Loading
import Reports

struct CaseExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Kể lại một hồ sơ: thời gian, hạn, từng quy tắc, tính là gì và vì sao.",
    usage: "parindex dossiers explain <path> <dossier> [<options>]",
    discussion: """
      The whole story of one dossier: where it stands, its times, each exclusion with
      the numbers it was decided by, its explanation and what it counts as.

      VÍ DỤ
        parindex dossiers explain Submissions/khanh-hoa-2019 MC-2019-000123
        parindex dossiers explain dossiers MC-2019-000123 --as-of 30/11/2019
      """)

  @OptionGroup var input: CaseReadingOptions

  @Argument(help: "Mã hồ sơ, như trong tệp xuất.")
  var dossier: String

  @OptionGroup var reading: ReadingOptions

  func run() throws {
    let (trace, diagnostics) = traceCase(
      dossier, at: FileAccess.normalised(input.path), input.options)
    guard let trace else {
      reading.complain(diagnostics)
      throw Exit.unusable
    }
    guard !trace.traces.isEmpty else {
      throw UsageProblem(
        vi: "không có hồ sơ `\(dossier)` trong \(trace.records.exports.count) tệp xuất",
        en: "no export has the dossier `\(dossier)`")
    }
    Console.print(
      DossierStory(
        rules: trace.rules, records: trace.records, units: trace.units,
        language: reading.language, isColoured: reading.usesColor(STDOUT_FILENO)
      ).text(dossier, trace.traces))
  }
}

import ArgumentParser
import Diagnostics
import DossierCounting
import Glibc
import Loading
import Reports

struct DossiersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dossiers",
    abstract: "Số liệu giải quyết hồ sơ thủ tục hành chính.",
    discussion: "Figures of dossiers: counted from case records, or as printed in reports.",
    subcommands: [
      CountCommand.self,
      LedgerCommand.self,
      CaseExplainCommand.self,
      ReportCommand.self,
      CompareCommand.self,
      CloseCommand.self,
      VerifyCommand.self,
      DossierCheckCommand.self,
      SQLCommand.self,
      ReconcileCommand.self,
    ])
}

struct ReconcileCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reconcile",
    abstract: "Đối chiếu các bảng số liệu như đã in: dòng, cộng khối, tổng, tỷ lệ.",
    discussion: """
      Checks printed tables row by row and against their totals; says which repair is forced.

      VÍ DỤ
        parindex dossiers reconcile Submissions/khanh-hoa-2017/dossiers
        cd Submissions/khanh-hoa-2017/dossiers
        parindex dossiers reconcile dossier-results.csv dossier-subtotals.csv

      Kết thúc bằng 0 khi mọi mâu thuẫn đã có đính chính hoặc được ghi là đã biết
      (known:) trong tables.yaml; bằng 1 khi còn mâu thuẫn.
      Exits with 0 when every contradiction is corrected or known, with 1 otherwise.
      """)

  @Argument(help: "Thư mục có tables.yaml, hoặc các bảng CSV.", completion: .file())
  var paths: [String]

  @OptionGroup var reading: ReadingOptions

  @Option(help: "Dạng kết quả.")
  var format = PageFormat.text

  func run() throws {
    let paths = paths.map(FileAccess.normalised)
    let units = paths.count == 1 ? unitsBeside(paths[0]) : []
    let loading = loadDossierTables(at: paths, units: units)
    if !loading.report.tables.isEmpty {
      switch format {
      case .text:
        Console.print(ReconciliationText(loading.report, language: reading.language).text())
      case .json: Console.print(ReconciliationJSON(loading.report).text())
      }
    }
    reading.complain(
      loading.diagnostics.filter { $0.severity == .error && !$0.code.isToldInReconciliation })
    let isUnusable = loading.diagnostics.contains {
      $0.severity == .error && !$0.code.leavesFileUsable
    }
    if isUnusable || loading.report.tables.isEmpty { throw Exit.unusable }
    if !loading.report.isSettled { throw Exit.findings }
  }
}

import ArgumentParser
import Closing
import Diagnostics
import DossierCounting
import Glibc
import Grading
import Loading
import Reports

struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "So sánh từng hồ sơ của hai lần xuất dữ liệu, hoặc của hai hệ thống.",
    usage: "parindex dossiers compare <a> <b> [<options>]",
    discussion: """
      Compares two exports of one period, or two systems, dossier by dossier: only in
      A, only in B, different; with what the rules decide and signs of a set clock.

      VÍ DỤ
        parindex dossiers compare thang-9/records.yaml thang-10/records.yaml
        parindex dossiers compare motcua.csv cong-dvc.csv --output khac.csv
        parindex dossiers compare motcua.csv cong.csv --rules dossier-rules.yaml

      Hồ sơ được ghép theo mã, trong cùng một nguồn; khi mỗi bên chỉ có một nguồn,
      hoặc có --across-sources, thì chỉ theo mã. Giá trị được so sánh theo ý nghĩa:
      08/03/2019 17:00 và 2019-03-08T17:00 là một, ô có/không để trống là không. Cột
      mà một tệp không có thì không so sánh. Bên nào không nêu quy tắc thì tính theo
      quy tắc của bên kia. Thứ tự: theo A, rồi các hồ sơ chỉ có ở B theo B.

      Kết thúc bằng 0 khi không có hồ sơ nào khác nhau, bằng 1 khi có.
      Exits with 0 when no dossier differs, with 1 otherwise.
      """)

  @Argument(
    help: "Thư mục có records.yaml, tệp records.yaml, hoặc tệp xuất .csv.", completion: .file())
  var a: String

  @Argument(help: "Bên kia, cũng như vậy.", completion: .file())
  var b: String

  @Flag(help: "Ghép theo mã hồ sơ, không phân biệt nguồn.")
  var acrossSources = false

  @Option(help: "Tệp quy tắc cho cả hai; mặc định là tệp mà records.yaml nêu.", completion: .file())
  var rules: String?

  @Option(
    help: ArgumentHelp(
      "Kết quả tính đến hết ngày này; mặc định theo records.yaml.", valueName: "day"))
  var asOf: String?

  @Option(help: "Ghi mọi khác biệt (CSV) vào tệp này.", completion: .file())
  var output: String?

  @Option(help: "Số hồ sơ nêu làm ví dụ.")
  var examples = 10

  @Option(help: "Số luồng tính; mặc định là số lõi của máy.")
  var threads: Int?

  @OptionGroup var reading: ReadingOptions

  @Option(help: "Dạng kết quả.")
  var format = PageFormat.text

  func validate() throws {
    if let threads, threads < 1 { throw ValidationError("--threads phải từ 1 trở lên") }
    if examples < 0 { throw ValidationError("--examples phải từ 0 trở lên") }
    if let asOf, LocalMoment(parsing: asOf, order: nil) == nil {
      throw ValidationError("--as-of phải là một ngày, như 2019-11-30 hoặc 30/11/2019")
    }
  }

  private func side(_ path: String) -> CaseSide {
    CaseSide(
      FileAccess.normalised(path), rules: rules.map(FileAccess.normalised),
      asOf: asOf.flatMap { LocalMoment(parsing: $0, order: nil) }.map { LocalMinute(endOf: $0) })
  }

  func run() throws {
    var options = CaseComparisonOptions()
    options.isAcrossSources = acrossSources
    options.records.reading.threads = threads
    let output = output.map { DifferenceFile(FileAccess.normalised($0), reading.language) }
    if let problem = output?.problem { try fail([problem]) }
    var shown: [RecordDifference] = []
    let loading = compareCases(side(a), side(b), options) { difference in
      if shown.count < examples { shown.append(difference) }
      output?.add(difference)
    }
    let problem = output?.finish(isWhole: loading.isUsable)
    reading.complain(loading.diagnostics + [problem].compactMap { $0 })
    guard loading.isUsable, problem == nil, let comparison = loading.result else {
      throw Exit.unusable
    }
    switch format {
    case .text:
      Console.print(
        ComparisonText(
          comparison, examples: shown, language: reading.language,
          isColoured: reading.usesColor(STDOUT_FILENO)
        ).text())
    case .json: Console.print(ComparisonJSON(comparison, examples: shown).text())
    }
    if comparison.result.total.differences > 0 { throw Exit.findings }
  }

  private func fail(_ problems: [Diagnostic]) throws {
    reading.complain(problems)
    throw Exit.unusable
  }
}

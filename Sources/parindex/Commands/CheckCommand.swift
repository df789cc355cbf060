import ArgumentParser
import Diagnostics
import Glibc
import Loading
import Reports

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Kiểm tra tệp: bộ tiêu chí, kỳ đánh giá, bản tự chấm điểm, tài liệu kiểm chứng.",
    discussion: """
      Checks files of every format like source code; all problems in one run. A unit's
      file is checked within its round, two folders above.

      VÍ DỤ
        parindex check Criteria/khanh-hoa-2017
        parindex check Submissions/khanh-hoa-2017
        parindex check Submissions/khanh-hoa-2017/units/so-y-te/self-assessment.yaml
        parindex check --format sarif Criteria > check.sarif
      """)

  @Argument(help: "Tệp hoặc thư mục.", completion: .file())
  var paths: [String]

  @Option(help: "Dạng kết quả.")
  var format = ProblemFormat.text

  @Flag(help: "Coi cảnh báo là lỗi.")
  var strict = false

  @OptionGroup var reading: ReadingOptions

  func run() throws {
    let check = PathCheck(paths)
    let language = reading.language
    switch format {
    case .text:
      let renderer = TextRenderer(
        language: language, usesColor: reading.usesColor(STDOUT_FILENO))
      let count = check.fileCount
      let files = Wording(
        vi: "đã kiểm tra \(count) tệp", en: "\(count) file\(count == 1 ? "" : "s") checked")
      Console.print(renderer.render(check.diagnostics) + files[language] + "\n")
    case .json: Console.print(JSONRenderer(language: language).render(check.diagnostics))
    case .sarif:
      Console.print(
        SARIFRenderer(language: language, toolVersion: engineVersion).render(check.diagnostics))
    }
    if !paths.allSatisfy(FileAccess.exists) { throw Exit.unusable }
    let summary = DiagnosticSummary(check.diagnostics)
    if summary.errors > 0 || (strict && summary.warnings > 0) { throw Exit.findings }
  }
}

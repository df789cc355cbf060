import ArgumentParser
import Diagnostics
import Glibc
import Loading

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Kiểm tra tệp: bộ tiêu chí, kỳ đánh giá, bản tự chấm điểm, tài liệu kiểm chứng.",
    discussion: """
      Checks files of every format like source code; all problems in one run.

      VÍ DỤ
        parindex check Criteria/khanh-hoa-2017
        parindex check Submissions/khanh-hoa-2017
        parindex check Submissions/khanh-hoa-2017/units/so-y-te/self-assessment.yaml
        parindex check --format sarif Criteria > check.sarif
      """)

  @Argument(help: "Tệp hoặc thư mục.", completion: .file())
  var paths: [String]

  @Option(help: "Dạng kết quả: text, json, sarif.")
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
      Console.print(renderer.render(check.diagnostics))
      if check.diagnostics.isEmpty {
        Console.print(DiagnosticSummary([]).wording[language] + "\n")
      }
    case .json: Console.print(JSONRenderer(language: language).render(check.diagnostics))
    case .sarif:
      Console.print(
        SARIFRenderer(language: language, toolVersion: engineVersion).render(check.diagnostics))
    }
    let summary = DiagnosticSummary(check.diagnostics)
    if summary.errors > 0 || (strict && summary.warnings > 0) { throw Exit.findings }
  }
}

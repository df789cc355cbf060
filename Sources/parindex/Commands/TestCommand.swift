import ArgumentParser
import Diagnostics
import Glibc
import Grading
import Loading
import Reports

struct TestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Chạy các ca kiểm thử viết cạnh bộ tiêu chí, kèm mức độ bao phủ.",
    discussion: """
      Runs worked cases (*.cases.yaml) through the engine and reports what no case reaches.

      VÍ DỤ
        parindex test Criteria/khanh-hoa-2017
        parindex test Criteria/khanh-hoa-2017/cases/so.cases.yaml
      """)

  @Argument(help: "Tệp ca kiểm thử hoặc thư mục.", completion: .file())
  var paths: [String]

  @Flag(help: "Coi cảnh báo (quy tắc chưa có ca kiểm thử) là lỗi.")
  var strict = false

  @OptionGroup var reading: ReadingOptions

  @Option(help: "Dạng kết quả.")
  var format = PageFormat.text

  func run() throws {
    let language = reading.language
    let files = paths.flatMap { CaseFiles.found(at: FileAccess.normalised($0)) }
    guard !files.isEmpty else {
      throw UsageProblem(
        vi: "không có tệp *.cases.yaml nào ở \(paths.joined(separator: ", "))",
        en: "there is no *.cases.yaml in \(paths.joined(separator: ", "))")
    }
    let missing = files.filter { !FileAccess.exists($0) }
    guard missing.isEmpty else {
      reading.complain(runCases(missing).diagnostics)
      throw Exit.unusable
    }
    // Cases are written in the language of the criteria, whatever the reader's is.
    let run = runCases(files) { TrialSentence($0, .vietnamese).text }
    switch format {
    case .json: Console.print(CasesText(run, language).json())
    case .text:
      let renderer = TextRenderer(
        language: language, usesColor: reading.usesColor(STDOUT_FILENO))
      if !run.diagnostics.isEmpty { Console.print(renderer.render(run.diagnostics)) }
      Console.print(CasesText(run, language).text())
    }
    let summary = DiagnosticSummary(run.diagnostics)
    if summary.errors > 0 || (strict && summary.warnings > 0) { throw Exit.findings }
  }
}

import ArgumentParser
import Diagnostics
import Glibc
import Loading
import Reports

struct DossierCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Kiểm tra tệp quy tắc, dữ liệu hồ sơ và đọc lại quy tắc thành lời.",
    discussion: """
      Checks rules and records, and says the rules in words: window, deadlines by
      their last day, each exclusion as a sentence.

      Với records.yaml hoặc thư mục của kỳ: đọc cả từng dòng của các tệp xuất; nêu
      dòng không đọc được, dòng lặp lại, ngày mâu thuẫn nhau, giải trình và đính
      chính của hồ sơ không có. Với tệp quy tắc: chỉ đọc quy tắc. Có lỗi thì mã 1;
      chỉ có cảnh báo thì mã 0, trừ khi --strict.

      VÍ DỤ
        parindex dossiers check Criteria/khanh-hoa-2019/dossier-rules.yaml
        parindex dossiers check Submissions/khanh-hoa-2019/dossiers --lang en
      """)

  @Argument(
    help: "Tệp quy tắc, records.yaml, hoặc thư mục có records.yaml.", completion: .file())
  var paths: [String]

  @Flag(help: "Coi cảnh báo là lỗi.")
  var strict = false

  @OptionGroup var reading: ReadingOptions

  func run() throws {
    let found = paths.map { CheckedRules(FileAccess.normalised($0)) }
    var seen: Set<Diagnostic> = []
    let diagnostics = found.flatMap(\.diagnostics).filter { seen.insert($0).inserted }
    let isColoured = reading.usesColor(STDOUT_FILENO)
    var text = TextRenderer(language: reading.language, usesColor: isColoured).render(diagnostics)
    var said: Set<String> = []
    for checked in found {
      guard let rules = checked.rules, said.insert(checked.path).inserted else { continue }
      if !text.isEmpty { text += "\n" }
      text += DossierRulesText(rules, language: reading.language, isColoured: isColoured).text()
    }
    Console.print(text)
    if !paths.allSatisfy(FileAccess.exists) { throw Exit.unusable }
    let summary = DiagnosticSummary(diagnostics)
    if summary.errors > 0 || strict && summary.warnings > 0 { throw Exit.findings }
  }
}

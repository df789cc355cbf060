import ArgumentParser
import Diagnostics
import Grading
import Loading
import Workbooks

struct WorkbookImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Nhận biểu tự chấm điểm đã điền về kỳ đánh giá.",
    usage: "parindex workbook import <files> ... [--round <round>] [<options>]",
    discussion: """
      Reads filled-in forms, checks every cell, and writes self-assessment.yaml and
      evidence.yaml of their units: all of them, or nothing.

      VÍ DỤ
        parindex workbook import bieu/so-y-te.xlsx --dry-run
        parindex workbook import bieu/*.xlsx --round Submissions/khanh-hoa-2017
        parindex workbook import so-y-te.xlsx --output nhan-ve

      Không ghi --round thì tìm kỳ đánh giá trong Submissions theo mã ghi trong biểu.
      Biểu lưu lại bằng Excel hay LibreOffice đều nhận được; lỗi chỉ rõ trang và ô.
      Tệp đã có: in ra chỗ khác rồi ghi đè; nội dung không đổi thì để nguyên tệp.
      """)

  @Argument(help: "Các biểu đã điền (.xlsx).", completion: .file(extensions: ["xlsx"]))
  var files: [String]

  @Option(help: "Thư mục của kỳ đánh giá.", completion: .directory)
  var round: String?

  @Option(
    name: .shortAndLong, help: "Thư mục ghi, mỗi đơn vị một thư mục con; mặc định là kỳ đánh giá.")
  var output: String?

  @Flag(help: "Chỉ kiểm tra và cho biết chỗ khác, không ghi gì.")
  var dryRun = false

  @OptionGroup var reading: ReadingOptions

  func run() throws {
    let paths = files.map(FileAccess.normalised)
    let setting = try loadSetting(paths)
    let importer = FormImporter(setting)
    let forms = try read(paths, importer)
    let changed = forms.filter { !$0.changes.isEmpty || !$0.replaces || output != nil }
    let history = RoundHistory(of: setting.plan.folder)
    let isLogged = output == nil && history.isLogged
    if !dryRun {
      if isLogged { try keep(changed, in: history) }
      try write(changed)
    }
    for form in forms { Console.print(FormImportText(form, reading.language).text) }
    let (all, new) = (forms.count, changed.count)
    Console.print(
      (dryRun
        ? Wording(
          vi: "\(all) biểu nhận được, \(new) biểu có thay đổi; chưa ghi gì (--dry-run).\n",
          en: "\(all) forms can be taken in, \(new) with changes; nothing was written.\n")
        : Wording(
          vi: "Đã nhận \(all) biểu, ghi \(new).\n", en: "Took in \(all) forms, wrote \(new).\n"))[
          reading.language])
    guard isLogged, !changed.isEmpty else { return }
    Console.print(
      Wording(
        vi: "Kỳ này có nhật ký: nội dung nhận về chỉ được tính sau khi nộp (`parindex submit`); "
          + "bản đã nộp trước vẫn giữ trong history.\n",
        en: "This round has a log: what was taken in counts only once it is handed in "
          + "(`parindex submit`); what was handed in before stays in its history.\n")[
          reading.language])
  }

  /// All forms; where one is refused, all problems are told and nothing is taken in.
  private func read(_ paths: [String], _ importer: FormImporter) throws -> [FormImport] {
    let read = inParallel(paths.count) { place -> (form: FormImport?, [Diagnostic]) in
      switch FileAccess.workbook(paths[place]) {
      case .refused(let problem): (nil, [problem])
      case .bytes(let bytes): importer.read(bytes, path: paths[place])
      }
    }
    var problems = read.flatMap(\.1)
    let forms = read.compactMap(\.form)
    problems += FormImporter.repeated(zip(paths, read.map(\.form)))
    guard forms.count == paths.count, !problems.contains(where: { $0.severity == .error }) else {
      throw refused(problems)
    }
    reading.complain(problems.sorted())
    return forms
  }

  private func refused(_ problems: [Diagnostic]) -> ExitCode {
    reading.complain(problems.sorted())
    Console.complain(
      Wording(
        vi: "Chưa nhận biểu nào, không tệp nào bị thay đổi.\n",
        en: "No form was taken in; no file was changed.\n")[reading.language])
    return Exit.unusable
  }

  /// What a log stands on must not be lost: files that are replaced are kept by their digests.
  private func keep(_ forms: [FormImport], in history: RoundHistory) throws {
    for form in forms {
      for name in ["self-assessment.yaml", "evidence.yaml"] {
        let path = "\(form.folder)/\(name)"
        guard FileAccess.exists(path) else { continue }
        do {
          _ = try history.keep(path)
        } catch {
          throw refused([error.diagnostic])
        }
      }
    }
  }

  private func write(_ forms: [FormImport]) throws {
    var files: [(path: String, bytes: [UInt8])] = []
    for form in forms {
      let folder = output.map { "\(FileAccess.normalised($0))/\(form.unit.id)" } ?? form.folder
      if let problem = FileAccess.makeFolder(folder) { throw refused([problem]) }
      files.append(("\(folder)/self-assessment.yaml", Array(form.assessmentText.utf8)))
      files.append(("\(folder)/evidence.yaml", Array(form.shelfText.utf8)))
    }
    if let problem = FileAccess.write(files) { throw refused([problem]) }
  }

  /// The round that is named, or the one that the first form names.
  private func loadSetting(_ paths: [String]) throws -> RoundSetting {
    var place = round.map(FileAccess.normalised)
    if place == nil {
      let problems: [Diagnostic]
      switch FileAccess.workbook(paths[0]) {
      case .refused(let problem): problems = [problem]
      case .bytes(let bytes): (place, problems) = FormImporter.round(of: bytes, path: paths[0])
      }
      guard place != nil else { throw refused(problems) }
    }
    guard let place, FileAccess.exists(place) else {
      throw UsageProblem(
        vi: "không có kỳ đánh giá \(place ?? "")", en: "there is no round \(place ?? "")",
        help: Wording(vi: "ghi rõ --round", en: "name it with --round"))
    }
    let loading = loadRoundSetting(place)
    guard let setting = loading.setting else {
      reading.complain(loading.diagnostics)
      throw Exit.unusable
    }
    return setting
  }
}

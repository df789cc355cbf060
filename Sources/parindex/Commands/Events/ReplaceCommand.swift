import ArgumentParser
import Diagnostics
import EventLog
import Grading
import Loading

struct ReplaceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replace",
    abstract: "Ghi việc thay tệp của kỳ đánh giá: sổ theo dõi, bảng số liệu, bộ tiêu chí.",
    usage: "parindex replace <round> <file> ... --by <person> --basis <b> --reason <text>",
    discussion: """
      Records that files of the round's own (registers, tables, criteria, round.yaml) take the place
      of earlier ones, and keeps copies of both: --as-of reads each file as it was then.

      VÍ DỤ
        parindex replace Submissions/khanh-hoa-2017 registers/reports.csv \\
          --from ~/Downloads/reports.csv --by so-noi-vu/so-theo-doi \\
          --basis "15/BC-SNV ngày 05/01/2018" --reason "Số liệu chính thức quý IV" --dry-run
      """)

  @OptionGroup var input: RoundReadingOptions

  @Argument(
    help: "Tệp được thay, như registers/reports.csv.", completion: .file())
  var files: [String]

  @Option(
    help: "Tệp mới, hoặc thư mục có các tệp mới cùng tên; mặc định: tệp mới đã ở đúng chỗ.",
    completion: .file())
  var from: String?

  @Option(
    help: "Tệp cũ, hoặc thư mục có các tệp cũ cùng tên, khi kỳ đánh giá không còn giữ bản cũ.",
    completion: .file())
  var earlier: String?

  @OptionGroup var event: EventOptions
  @OptionGroup var reading: ReadingOptions

  func validate() throws {
    if event.text == nil || event.document == nil {
      throw ValidationError(
        vi: "cần --basis (văn bản gửi số liệu, tệp mới) và --reason",
        en: "--basis (the document that brings the new file) and --reason are needed")
    }
  }

  func run() throws {
    let replacement = try found()
    let recorder = try EventRecorder(input, reading, event, files: replacement.before)
    let after = try ComputedRound(input, reading, files: replacement.after, tellsChanges: false)
    let known = after.loaded.setting.digests.map { after.round.plan.cited($0.path) }
    for part in replacement.parts where !known.contains(part.cited) {
      throw UsageProblem.unknown(
        part.cited, among: known, vi: "tệp của kỳ đánh giá", en: "file of the round's own")
    }
    var content = recorder.content(.replaced, role: "organiser")
    replacement.fill(&content)
    try recorder.record(content, with: replacement, after.round)
  }

  private func found() throws -> FileReplacement {
    do {
      return try FileReplacement(
        files, in: FileAccess.normalised(input.round), from: from, earlier: earlier)
    } catch .unchanged(let file) {
      throw UsageProblem(
        vi: "`\(file)` đúng là tệp mà nhật ký đang có: không có gì để thay",
        en: "`\(file)` is what the log has: there is nothing to replace",
        help: Wording(
          vi: "nêu tệp mới bằng --from, hoặc sửa tệp rồi chạy lại",
          en: "name the new file with --from, or change the file first"))
    } catch .problem(let problem) {
      reading.complain([problem])
      throw Exit.unusable
    }
  }
}

import ArgumentParser
import Diagnostics
import EventLog
import Grading
import Loading

struct ConvertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "Chuyển các tệp thẩm định (appraisal.yaml) của một kỳ thành nhật ký sự kiện.",
    discussion: """
      Turns the appraisal files of a round into its log, events.jsonl; results stay the same.

      Nhật ký ghi cả việc nộp của từng đơn vị với mã SHA-256 của tệp đã nộp. Bản gốc của mọi tệp
      được giữ trong thư mục history, tên là mã của tệp. Lần chuyển bị ngắt giữa chừng thì chạy lại.

      VÍ DỤ
        parindex convert Submissions/khanh-hoa-2019 --by so-noi-vu/cchc
      """)

  @OptionGroup var input: RoundReadingOptions
  @OptionGroup var reading: ReadingOptions

  @Option(help: "Người thực hiện (mã trong people.yaml).")
  var by: String

  @Option(
    help: ArgumentHelp(
      "Thời điểm mở kỳ đánh giá; mặc định là lúc này, hoặc lúc có sự kiện đầu tiên.",
      valueName: "time"),
    transform: EventMoment.init(typed:))
  var at: EventMoment?

  @Flag(help: "Không giữ bản sao tệp các đơn vị đã nộp.")
  var noCopies = false

  func run() throws {
    let computed = try ComputedRound(input, reading)
    let folder = computed.loaded.setting.plan.folder
    let run = LogConversionRun(computed.loaded, computed.round)
    guard computed.loaded.log == nil else {
      if try finish(run) { return }
      throw UsageProblem(
        vi: "kỳ đánh giá đã có nhật ký `\(folder)/\(LogWriter.usualName)`",
        en: "the round already has a log")
    }
    guard !input.isTrial, computed.loaded.leftOut.isEmpty else {
      throw UsageProblem(
        vi: "chỉ chuyển được một kỳ đọc đầy đủ, không phải kỳ chấm thử",
        en: "only a whole round can be converted, not a trial")
    }
    let moment = at?.time ?? EventMoment.now.time
    let refusals = run.refusals(by: by, at: moment)
    guard refusals.isEmpty else {
      reading.complain(FileAccess().annotate(refusals))
      throw Exit.findings
    }
    do {
      let outcome = try run.run(by: by, at: moment, keepsCopies: !noCopies)
      let events = outcome.events.count
      let files = outcome.converted.count
      Console.print(
        reading.language == .vietnamese
          ? "Đã ghi \(events) sự kiện vào \(outcome.path) từ \(files) tệp thẩm định.\n"
          : "Wrote \(events) events to \(outcome.path) from \(files) appraisal files.\n")
    } catch {
      reading.complain([error.diagnostic])
      throw Exit.unusable
    }
  }

  /// Goes on where an earlier run was interrupted behind the log; false: there is nothing to do.
  private func finish(_ run: LogConversionRun) throws -> Bool {
    do {
      let cleared = try run.finish().count
      guard cleared > 0 else { return false }
      Console.print(
        reading.language == .vietnamese
          ? "Nhật ký đã có đủ; đã dọn \(cleared) tệp thẩm định còn sót của lần chuyển trước.\n"
          : "The log was whole; cleared \(cleared) appraisal files that the run before had left.\n")
      return true
    } catch {
      reading.complain([error.diagnostic])
      throw Exit.unusable
    }
  }
}

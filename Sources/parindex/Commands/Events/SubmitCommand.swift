import ArgumentParser
import Diagnostics
import EventLog
import Grading
import Loading

struct SubmitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "submit",
    abstract: "Ghi việc đơn vị nộp bản tự chấm điểm, kèm mã của tệp đã nộp.",
    discussion: """
      Records that a unit hands in what is in its folder, and keeps a copy of it.

      VÍ DỤ
        parindex submit Submissions/khanh-hoa-2017 so-y-te --by so-y-te/01
      """)

  @OptionGroup var input: RoundReadingOptions

  @Argument(help: "Cơ quan, đơn vị, địa phương (mã).")
  var unit: String

  @OptionGroup var event: EventOptions
  @OptionGroup var reading: ReadingOptions

  func run() throws {
    let recorder = try EventRecorder(input, reading, event, handingIn: unit)
    let unit = try recorder.computed.unit(unit)
    let stage = try recorder.stage(nil, .claim)
    var content = recorder.content(.submitted, role: stage.who)
    content.unit = recorder.id(of: unit)
    content.stage = stage.id
    do {
      content = try recorder.computed.loaded.bringingFiles(content, keepsCopies: !event.dryRun)
    } catch {
      reading.complain([error.diagnostic])
      throw Exit.unusable
    }
    try recorder.record([content])
  }
}

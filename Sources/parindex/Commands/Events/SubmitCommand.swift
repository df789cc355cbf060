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
    let recorder = try EventRecorder(input, reading, event)
    let unit = try recorder.computed.unit(unit)
    let stage = try recorder.stage(nil, .claim)
    var content = recorder.content(.submitted, role: stage.who)
    content.unit = recorder.id(of: unit)
    content.stage = stage.id
    let setting = recorder.computed.loaded.setting
    let folder = "\(setting.submissions)/\(recorder.id(of: unit))/"
    let history = RoundHistory(of: setting.plan.folder)
    do {
      for name in ["self-assessment.yaml", "evidence.yaml"]
      where name == "self-assessment.yaml" || FileAccess.exists(folder + name) {
        let path = FileAccess.normalised(folder + name)
        content.files[setting.plan.cited(path)] =
          event.dryRun ? try history.digest(path) : try history.keep(path)
      }
    } catch {
      reading.complain([error.diagnostic])
      throw Exit.unusable
    }
    try recorder.record([content])
  }
}

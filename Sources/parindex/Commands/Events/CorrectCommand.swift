import ArgumentParser
import EventLog
import Grading
import Loading

struct CorrectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "correct",
    abstract: "Đính chính số liệu đầu vào hoặc số liệu của sổ theo dõi, ngoài việc thẩm định.",
    usage: "parindex correct <round> <unit> <figure> --by <person> --value <v> --reason <text>",
    discussion: """
      Records that an input, or a figure of a register, is put right outside of an appraisal.

      VÍ DỤ
        parindex correct Submissions/khanh-hoa-2017 so-y-te reports.late --by so-noi-vu/02 \\
          --value 0 --reason "Báo cáo quý III gửi đúng hạn, vào sổ muộn"
        parindex correct Submissions/khanh-hoa-2017 so-y-te 1.1.4 --by so-noi-vu/02 \\
          --input completed=18 --reason "Nhập nhầm"
      """)

  @OptionGroup var input: RoundReadingOptions
  @OptionGroup var about: SubjectArguments
  @OptionGroup var decision: DecisionOptions
  @OptionGroup var event: EventOptions
  @OptionGroup var reading: ReadingOptions

  func validate() throws {
    if decision.input.isEmpty, decision.value == nil {
      throw ValidationError("cần --value hoặc --input")
    }
    if event.reason == nil { throw ValidationError("cần --reason") }
  }

  func run() throws {
    let recorder = try EventRecorder(input, reading, event)
    let stage = try recorder.stage(decision.stage, .appraisal)
    try recorder.record(
      about.subjects(in: recorder.computed).map { unit, subject in
        var content = event.content(
          .corrected, role: recorder.role(of: event.by) ?? "register-owner")
        content.unit = recorder.id(of: unit)
        content.subject = subject
        content.stage = stage.id
        decision.decide(
          &content, EventDrafting(recorder.round, unit: unit, subject: subject))
        // The kind says what it is.
        content.decision = nil
        return content
      })
  }
}

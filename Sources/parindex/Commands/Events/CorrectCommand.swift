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

      VÍ DỤ (bước đã hết hạn thì mở lại trước)
        parindex unlock Submissions/khanh-hoa-2017 --unit so-y-te \\
          --stage appraisal-2 --by hoi-dong/01 --ground sai-sot-ky-thuat \\
          --at 2018-01-15T15:00
        parindex correct Submissions/khanh-hoa-2017 so-y-te reports.late --value 0 \\
          --by so-noi-vu/so-theo-doi --reason "Gửi đúng hạn, vào sổ muộn" \\
          --at 2018-01-15T15:05 --dry-run
      """)

  @OptionGroup var input: RoundReadingOptions
  @OptionGroup var about: SubjectArguments
  @OptionGroup var decision: DecisionOptions
  @OptionGroup var event: EventOptions
  @OptionGroup var reading: ReadingOptions

  func validate() throws {
    if decision.input.isEmpty, decision.value == nil {
      throw ValidationError(
        vi: "cần --value hoặc --input", en: "--value or --input is needed")
    }
    if event.text == nil {
      throw ValidationError(vi: "cần --reason", en: "--reason is needed")
    }
  }

  func run() throws {
    let recorder = try EventRecorder(input, reading, event)
    let stage = try recorder.stage(decision.stage, .appraisal)
    try recorder.record(.corrected, about: about, in: stage, role: "register-owner") {
      decision.decide(&$0, $1)
      // The kind says what it is.
      $0.decision = nil
    }
  }
}

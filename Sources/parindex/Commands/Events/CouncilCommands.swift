import ArgumentParser
import EventLog
import Grading
import Loading

struct AgendaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "agenda",
    abstract: "Trình một tiêu chí còn ý kiến khác nhau ra Hội đồng thẩm định.",
    usage: "parindex agenda <round> <unit> <item> --by <person> [--propose <points>] [<options>]",
    discussion: """
      Puts a disputed item before the council, with the points proposed and their effect.

      VÍ DỤ
        parindex agenda Submissions/khanh-hoa-2017 so-tu-phap 2.2.2 --propose 0.5 \\
          --by so-noi-vu/cchc --at 2018-01-15T15:00 \\
          --reason "Đơn vị không thống nhất kết quả thẩm định" --dry-run
      """)

  @OptionGroup var input: RoundReadingOptions
  @OptionGroup var about: SubjectArguments
  @OptionGroup var event: EventOptions
  @OptionGroup var reading: ReadingOptions

  @Option(help: "Bước (mã); mặc định là bước của Hội đồng.")
  var stage: String?

  @Option(parsing: .unconditional, help: "Số điểm (giá trị của số liệu) đề nghị.")
  var propose: String?

  @Flag(help: "Điểm đề nghị ngoài khung của cách chấm (bước phải cho phép, phải có lý do).")
  var beyondRule = false

  func validate() throws {
    if let propose, Exact(typed: propose) == nil {
      throw ValidationError.noNumber("--propose")
    }
    if beyondRule, propose == nil {
      throw ValidationError(
        vi: "--beyond-rule đi cùng --propose", en: "--beyond-rule goes with --propose")
    }
  }

  func run() throws {
    let recorder = try EventRecorder(input, reading, event)
    let stage = try recorder.stage(stage, .council)
    try recorder.record(.agenda, about: about, in: stage, role: "organiser") {
      $0.from = $1.points.map(EventValue.points) ?? $1.figure.map(EventValue.text)
      $0.to = propose.flatMap { Exact(typed: $0) }.map(EventValue.points)
      $0.isBeyondRule = beyondRule
    }
  }
}

struct MeetingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "meeting",
    abstract: "Ghi phiên họp Hội đồng thẩm định: thành phần có mặt, biên bản.",
    discussion: """
      Records a meeting of the council: who was there, and its minutes.

      VÍ DỤ
        parindex meeting Submissions/khanh-hoa-2017 --by so-noi-vu/cchc \\
          --present hoi-dong/01 --present hoi-dong/02 --present hoi-dong/03 \\
          --present hoi-dong/04 --present hoi-dong/05 --present hoi-dong/06 \\
          --reason "Xem xét 1 tiêu chí" --basis "Biên bản số 02/BB-HĐ" --at 2018-01-15T15:30
      """)

  @OptionGroup var input: RoundReadingOptions
  @OptionGroup var event: EventOptions
  @OptionGroup var reading: ReadingOptions

  @Option(help: "Bước (mã); mặc định là bước của Hội đồng.")
  var stage: String?

  @Option(help: "Người có mặt (mã trong people.yaml); dùng nhiều lần được.")
  var present: [String] = []

  func validate() throws {
    if present.isEmpty {
      throw ValidationError(
        vi: "cần ít nhất một --present", en: "at least one --present is needed")
    }
    if event.text == nil {
      throw ValidationError(
        vi: "cần --reason: nội dung phiên họp", en: "--reason is needed: what it was about")
    }
  }

  func run() throws {
    let recorder = try EventRecorder(input, reading, event)
    var content = recorder.content(.met, role: "organiser")
    content.stage = try recorder.stage(stage, .council).id
    content.attendance = present
    try recorder.record([content])
  }
}

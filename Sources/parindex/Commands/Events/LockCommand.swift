import ArgumentParser
import EventLog
import Grading
import Reports

/// What a lock covers.
struct LockArguments: ParsableArguments {
  @Option(help: "Chỉ một cơ quan, đơn vị, địa phương (mã).")
  var unit: String?

  @Option(help: "Chỉ một tiêu chí của đơn vị (mã).")
  var item: String?

  @Option(help: "Chỉ một bước (mã).")
  var stage: String?

  func validate() throws {
    if item != nil, unit == nil {
      throw ValidationError(vi: "--item đi cùng --unit", en: "--item goes with --unit")
    }
  }

  func cover(_ content: inout EventContent, _ recorder: EventRecorder) throws {
    if let unit {
      let place = try recorder.computed.unit(unit)
      content.unit = unit
      if let item {
        _ = try recorder.computed.item(item, of: place)
        content.subject = .item(item)
      }
    }
    if let stage { content.stage = try recorder.stage(stage).id }
  }
}

struct LockCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lock",
    abstract: "Khóa kết quả của cả kỳ, của một đơn vị, một bước hoặc một tiêu chí.",
    discussion: """
      Locks the round, a unit, a stage or an item: no event about what it covers
      is recorded until it is unlocked.

      Khóa chặn sự kiện về phần đã khóa, kể cả về số liệu, đầu vào mà mục đã khóa
      dùng. Mục tính từ kết quả của đơn vị khác (so với đơn vị cao nhất trong khối,
      đơn vị trực thuộc) và thứ hạng vẫn thay đổi theo các đơn vị chưa khóa; lệnh
      này nêu tên các mục đó. Khóa cả kỳ thì không còn gì thay đổi.

      VÍ DỤ
        parindex lock Submissions/khanh-hoa-2017 --by so-noi-vu/cchc \\
          --reason "Điểm, mức và thứ hạng của tất cả các khối" --dry-run
        parindex lock Submissions/khanh-hoa-2017 --unit so-y-te --by so-noi-vu/cchc --reason "…"
      """)

  @OptionGroup var input: RoundReadingOptions
  @OptionGroup var cover: LockArguments
  @OptionGroup var event: EventOptions
  @OptionGroup var reading: ReadingOptions

  func validate() throws {
    if event.text == nil {
      throw ValidationError(
        vi: "cần --reason: khóa những gì", en: "--reason is needed: what is locked")
    }
  }

  func run() throws {
    let recorder = try EventRecorder(input, reading, event)
    var content = recorder.content(.locked, role: "organiser")
    try cover.cover(&content, recorder)
    Console.print(LockCoverage(recorder.round, content).text(reading.language))
    try recorder.record([content])
  }
}

struct UnlockCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unlock",
    abstract: "Mở khóa, có căn cứ.",
    discussion: """
      Lifts a lock, or lets a stage whose deadline has passed take events again.

      VÍ DỤ
        parindex unlock Submissions/khanh-hoa-2017 --unit so-y-te --by hoi-dong/01 \\
          --ground sai-sot-ky-thuat
      """)

  @OptionGroup var input: RoundReadingOptions
  @OptionGroup var cover: LockArguments
  @OptionGroup var event: EventOptions
  @OptionGroup var reading: ReadingOptions

  func validate() throws {
    if event.ground == nil {
      throw ValidationError(
        vi: "cần --ground: căn cứ mở khóa", en: "--ground is needed: why it is unlocked")
    }
  }

  func run() throws {
    let recorder = try EventRecorder(input, reading, event)
    var content = recorder.content(.unlocked, role: "organiser")
    try cover.cover(&content, recorder)
    try recorder.record([content])
  }
}

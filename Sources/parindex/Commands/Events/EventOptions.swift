import ArgumentParser
import EventLog
import Grading

/// What every event says: who, when, on which ground.
struct EventOptions: ParsableArguments {
  @Option(help: "Người thực hiện (mã trong people.yaml).")
  var by: String

  @Option(help: "Vai trò; mặc định là vai trò của người thực hiện, hoặc của bước.")
  var role: String?

  @Option(
    help: ArgumentHelp(
      "Thời điểm; mặc định là lúc này. Thời hạn tính theo lúc muộn nhất đã có trong nhật ký, nếu muộn hơn.",
      valueName: "time"),
    transform: EventMoment.init(typed:))
  var at: EventMoment?

  @Option(help: "Căn cứ (mã trong danh sách căn cứ của kỳ đánh giá).")
  var ground: String?

  @Option(help: "Lý do, nội dung.")
  var reason: String?

  @Option(help: "Cơ sở pháp lý, như “141/QĐ-UBND ngày 19/01/2018”.")
  var basis: String?

  @Option(help: "Tài liệu kiểm chứng (mã); dùng nhiều lần được.")
  var evidence: [String] = []

  @Flag(help: "Chỉ cho biết điểm và thứ hạng sẽ đổi thế nào, không ghi gì.")
  var dryRun = false

  /// What is said in words; blanks say nothing.
  var text: String? { reason.flatMap(EventOptions.said) }

  /// The legal basis; blanks name none.
  var document: String? { basis.flatMap(EventOptions.said) }

  private static func said(_ text: String) -> String? {
    text.allSatisfy(\.isWhitespace) ? nil : text
  }

  /// What keys of an event are called on the command line.
  static let names: [EventKey: String] = [
    .answers: "--answer", .approvedBy: "--approved-by", .attendance: "--present",
    .basis: "--basis", .beyondRule: "--beyond-rule", .due: "--due", .ground: "--ground",
    .stage: "--stage", .text: "--reason", .vote: "--vote",
  ]

  /// An event with all of this, whatever it is about.
  func content(_ kind: EventKind, role usual: String?) -> EventContent {
    var content = EventContent(
      time: at?.time ?? EventMoment.now.time, author: by, role: role ?? usual ?? "unit",
      kind: kind)
    content.ground = ground
    content.text = text
    content.basis = document
    content.evidence = evidence
    return content
  }
}

/// What an event is about: a unit and its item, or a figure.
struct SubjectArguments: ParsableArguments {
  @Argument(help: "Cơ quan, đơn vị, địa phương (mã).")
  var unit: String

  @Argument(help: "Tiêu chí, tiêu chí thành phần (mã), hoặc tên số liệu như reports.late.")
  var subject: String

  @Option(help: "Cùng nội dung cho đơn vị khác nữa (mã); dùng nhiều lần được.")
  var also: [String] = []

  /// Every unit with its subject; ends the command when there is none of such a name.
  func subjects(in computed: ComputedRound) throws -> [(unit: Int, subject: EventSubject)] {
    try ([unit] + also).map { id in
      let place = try computed.unit(id)
      let record = computed.round.units[place].record
      let set = computed.round.sets[record.set]
      if set.itemIndex(subject) != nil { return (place, .item(subject)) }
      let figures =
        set.figures + computed.round.plan.blocks[record.block].conditionFigures
      if figures.contains(where: { $0.name == subject }) { return (place, .figure(subject)) }
      _ = try computed.item(subject, of: place)
      return (place, .item(subject))
    }
  }
}

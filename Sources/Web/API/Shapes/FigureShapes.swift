internal import EventLog
internal import Grading
internal import Loading
internal import Reports
internal import Store

/// What is said of registers, of figures in them and of what units say against those.
extension APIOperation {
  static let registerFields: [APIField] = [
    .needed("name", .word(.id)), .needed("title", .text(10_000)),
    .needed("keeper", .text(200).orNull, "nơi giữ", "the office that keeps it"),
    .needed("own", .truth, "do cơ quan của tài khoản giữ", "whether the account's office keeps it"),
    .needed("closedOn", .word(.moment).orNull, "ngày chốt", "when it was closed"),
    .needed("period", .text(10_000).orNull, "kỳ số liệu", "the days that it is of"),
    .needed("file", .text(4_000), "tệp", "its file"),
    .needed("columns", .list(.named("Figure", .object(figureFields)), 10_000)),
    .needed(
      "lacking", .list(.word(.id), 100_000), "nơi thiếu số liệu", "units without their row"),
    .needed("illustrative", .truth, "số liệu minh họa", "whether its figures are made up"),
  ]

  static let figureFields: [APIField] = [
    .needed("name", .word(.id)), .needed("title", .text(10_000)),
    .needed("type", .choice(of: InputType.self), "kiểu", "its type"),
  ]

  /// Values are as files write them.
  static let heldFields: [APIField] = [
    .needed("register", .word(.id), "sổ, bảng số liệu", "the register"),
    .needed("held", .text(10_000).orNull, "sổ ghi", "as the register has it"),
    .needed(
      "value", .text(10_000).orNull, "đang dùng, sau đính chính", "what counts, corrections in it"),
    .needed("rows", .list(.text(100_000), 100_000), "gồm", "what it is made of"),
  ]

  static let disputeLine: [APIField] = [
    .needed("unit", .word(.id)), .needed("figure", .word(.id)), .needed("title", .text(10_000)),
    .needed("register", .word(.id)),
    .needed("held", .text(10_000).orNull, "sổ ghi", "as the register has it"),
    .needed("claim", .text(10_000).orNull, "đơn vị đề nghị", "what the unit claims"),
    .needed("ground", .text(100_000), "nguyên nhân, căn cứ", "cause and clause"),
    .needed("open", .truth, "chờ quyết định", "whether it waits for a decision"),
  ]

  static let disputeFields: [APIField] =
    [
      .needed("unit", .word(.id)), .needed("unitName", .text(10_000)),
    ] + figureFields + heldFields + [
      .needed(
        "claim", .text(10_000).orNull, "đơn vị đề nghị; null: không kiến nghị",
        "what the unit claims; null: it disputes nothing"),
      .needed("ground", .text(100_000).orNull, "nguyên nhân, căn cứ", "cause and clause"),
      .needed(
        "documents", .list(.named("DisputeDocument", .object(documentOfDispute)), 10_000),
        "tài liệu", "its documents"),
      .needed(
        "choices", .list(.choice(DisputePage.Choice.names), 3), "việc làm được", "what may be done"
      ),
      .needed("refusal", .text(100_000).orNull, "vì sao không làm được", "why nothing may be done"),
      .needed(
        "proposal", APIShape.named("FigureProposal", .object(proposalOfFigure)).orNull,
        "đề nghị chờ duyệt, hoặc vừa bị trả lại", "what waits for a second person, or came back"),
      .needed("seen", count, "số sự kiện cuối", "the number of the last event"),
      .needed(
        "events", .list(.document, 100_000), "lịch sử (parindex/log@1)",
        "its history (parindex/log@1)"),
    ]

  private static let proposalOfFigure: [APIField] = [
    .needed("number", count), .needed("proposer", .word(.person)),
    .needed("state", .choice(of: ProposalState.self)), .needed("note", .text(100_000).orNull),
    .needed("what", .list(.anyText, 100), "điều được đề nghị", "what is proposed"),
    .needed("effect", .list(.anyText, 10_000), "điểm sẽ đổi", "points that would move"),
  ]

  private static let documentOfDispute: [APIField] = [
    .needed("id", .word(.document)),
    .needed("address", .word(.id), "tên của tài liệu trong địa chỉ", "what addresses call it"),
    .needed("title", .text(10_000)),
    .needed("file", .truth, "mở được tệp", "whether its file may be opened"),
  ]
}

extension DisputePage.Choice {
  /// As the API names it.
  var name: String {
    switch self {
    case .accept: "accept"
    case .keep: "keep"
    case .other: "other"
    }
  }

  static var names: [String] { allCases.map(\.name) }
}

extension FigureName {
  var members: [JSONValue.Member] {
    [
      .init(key: "name", value: .string(name)), .init(key: "title", value: .string(title)),
      .init(key: "type", value: .string(type.rawValue)),
    ]
  }
}

extension HeldFigure {
  var members: [JSONValue.Member] {
    [
      .init(key: "register", value: .string(table.name)),
      .init(key: "held", value: .text(written)), .init(key: "value", value: .text(inForce)),
      .init(key: "rows", value: .texts(origin.rows.map(\.text))),
    ]
  }
}

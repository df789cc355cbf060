internal import DossierCounting

/// `parindex/dossier-rules@1`: how a year's dossiers are counted.
var dossierRulesSchema: JSONSchema {
  JSONSchema.file(
    "dossier-rules", title: "Quy tắc đếm hồ sơ TTHC",
    required: ["title", "year", "window", "late_includes_overdue"],
    [
      "title": .text("Tên bộ quy tắc."), "year": .whole("Năm.", from: 1990, to: 2100),
      "basis": .mapping(
        "Văn bản nguồn.", required: ["document"],
        [
          "document": .text("Số, ký hiệu."), "date": .text("Ngày, tháng hoặc năm."),
          "title": .text("Trích yếu."),
        ]),
      "illustrative": .yesNo("Có phần minh họa."), "note": .text("Lời nói thêm."),
      "window": .mapping(
        "Thời gian chốt số liệu, tính cả hai ngày.",
        required: ["received_from", "received_through"],
        ["received_from": .day("Ngày đầu."), "received_through": .day("Ngày cuối.")]),
      "periods": .names(
        "Kỳ báo cáo, như 2019-01: 2019-01-01..2019-01-31.", of: .text(), pattern: "^[a-z0-9-]+$"),
      "finished_at": .choice("Khi nào hồ sơ giải quyết xong.", of: FinishMoment.self),
      "clock": .choice("Tính thời gian liên tục hay theo giờ làm việc.", of: DossierClock.self),
      "calendar": .text("Tệp lịch làm việc."),
      "on_time_until": .choice("Đúng hạn đến khi nào.", of: OnTimeBound.self),
      "late_includes_overdue": .yesNo("Số trễ hạn gồm cả hồ sơ quá hạn chưa giải quyết."),
      "without_due_date": .choice("Hồ sơ không có hạn trả.", of: WithoutDueDate.self),
      "unconfirmed_outages": .any(
        "Lần nghẽn, lỗi chưa được xác nhận.", .constant("counted"), .constant("ignored")),
      "most_unreadable": .share("Tỷ lệ dòng không đọc được nhiều nhất."),
      "most_contradictory": .share(
        "Tỷ lệ dòng có hai ngày mâu thuẫn nhau mà quá mức ấy thì cảnh báo; mặc định 10%."),
      "explanations": .mapping("Hạn giải trình.", deadlineKeys),
      "subsets": .names(
        "Nhóm thủ tục: dossiers.<nhóm>.<số liệu>.",
        of: .mapping(
          required: ["title", "procedures"],
          [
            "title": .text("Tên nhóm."),
            "procedures": .any(
              "Tệp CSV có cột procedure_id, hoặc các mã.", .text(), .list(of: .text())),
          ]), pattern: "^[a-z_][a-z0-9_]*$"),
      "rates": .names(
        "Tỷ lệ: dossiers.<tên>.",
        of: .mapping(
          required: ["title", "of", "over"],
          ["title": .text("Tên."), "of": .text("Tử số."), "over": .text("Mẫu số.")]),
        pattern: "^[a-z_][a-z0-9_]*$"),
      "causes": .list(
        "Các nguyên nhân mà giải trình được nêu.",
        of: .mapping(
          required: ["id", "title", "considered"],
          [
            "id": .slug("Mã."), "title": .text("Tên."),
            "considered": .yesNo("Giải trình được xem xét."),
            "list": .text("Danh sách mà hồ sơ được đưa vào."),
          ])),
      "exclusions": .list(
        "Hồ sơ không tính, theo thứ tự: quy tắc đầu tiên áp dụng được thì quyết định.",
        of: .mapping(
          required: ["id", "title", "when", "from"],
          entryKeys + [
            (
              "from",
              .choice("Bỏ khỏi mọi số liệu hay chỉ số trễ hạn.", of: DossierExclusion.Effect.self)
            )
          ])),
      "lists": .list(
        "Hồ sơ lập danh sách riêng, vẫn tính.",
        of: .mapping(required: ["id", "title", "when"], entryKeys)),
    ],
    definitions: ["conditions": conditionsSchema])
}

private let entryKeys: [(String, JSONSchema)] = [
  ("id", .slug("Mã.")), ("title", .text("Tên.")),
  ("clause", .text("Căn cứ, như khoản 1, gạch đầu dòng thứ nhất.")),
  (
    "when",
    .any(
      "Điều kiện.", .constant("received_before_window"), .constant("received_after_window"),
      .ref("conditions"))
  ),
]

/// The predicates of `when:`; all that are written must hold.
private let conditionsSchema = JSONSchema.mapping(
  "Mọi điều kiện phải cùng thỏa.",
  [
    "received_before_window": .yesNo("Tiếp nhận trước ngày đầu."),
    "received_after_window": .yesNo("Tiếp nhận sau ngày cuối."),
    "received_before": .day("Tiếp nhận trước ngày này."),
    "received_from": .day("Tiếp nhận từ ngày này."),
    "late": .yesNo("Đã giải quyết, trễ hạn."),
    "overdue": .yesNo("Chưa giải quyết, quá hạn."),
    "domain": oneOrMore("Lĩnh vực, như bản trích xuất ghi."),
    "procedures": .text("Nhóm thủ tục hoặc tệp CSV."),
    "unit_types": oneOrMore("Loại cơ quan."), "units": oneOrMore("Mã cơ quan."),
    "channels": .any(
      "Hình thức nộp.", .choice(of: DossierChannel.self),
      .list(of: .choice(of: DossierChannel.self), atLeast: 1)),
    "sources": oneOrMore("Hệ thống nguồn."), "statuses": oneOrMore("Trạng thái."),
    "on_outage_day": .yesNo("Bước trước bước chờ giao trả rơi vào ngày hệ thống lỗi."),
    "step_before_return": .choice("Ngày đến hay ngày xong bước đó.", of: StepMoment.self),
    "outage_share_at_least": .exact("Thời gian lỗi chiếm từ phần này."),
    "share_of": .choice("Trên tổng thời gian nào.", of: OutageBase.self),
    "explained": .choice("Kết quả xét giải trình.", of: ExplanationDecision.self),
    "causes": oneOrMore("Nguyên nhân đã giải trình."),
    "linked_agency_late": .yesNo("Cơ quan phối hợp trễ hạn."),
    "without_due_date": .yesNo("Không có hạn trả."),
    "turned_late_from": .day("Hết hạn từ ngày này."),
  ])

private func oneOrMore(_ text: String) -> JSONSchema {
  .any(text, .text(), .list(of: .text(), atLeast: 1))
}

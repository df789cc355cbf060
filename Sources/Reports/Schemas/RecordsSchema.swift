internal import DossierCounting

/// `parindex/records@1`: exports of case records, and what was decided on single dossiers.
var recordsSchema: JSONSchema {
  JSONSchema.file(
    "records", title: "Dữ liệu từng hồ sơ TTHC", required: ["title", "rules", "exports"],
    [
      "title": .text("Tên bộ dữ liệu."),
      "illustrative": .yesNo("Số liệu minh họa."), "note": .text("Lời nói thêm."),
      "owner": .text("Cơ quan giữ dữ liệu: đính chính, chốt số liệu."),
      "rules": .text("Tệp quy tắc đếm hồ sơ, như dossier-rules.yaml."),
      "units": .text("Danh sách cơ quan; mặc định units.yaml cạnh tệp này hoặc ở thư mục trên."),
      "as_of": .moment("Chốt đến hết ngày này, hoặc trước giờ này."),
      "explanations_until": .mapping(
        "Hạn giải trình, khi kỳ đánh giá dời so với quy tắc đếm.", deadlineKeys),
      "exports": .list(
        "Các tệp xuất từ phần mềm một cửa.",
        of: .mapping(
          required: ["file", "source"],
          [
            "file": .text("Tệp .csv hoặc .csv.gz."),
            "source": .slug("Mã hệ thống; mã hồ sơ không trùng trong một hệ thống."),
            "separator": JSONSchema(["enum": [",", ";", "tab", "\t"]])
              .with("description", "Dấu ngăn cột; mặc định theo dòng tiêu đề."),
            "dates": .choice(
              "Thứ tự ngày, tháng, năm; mặc định theo các dòng đầu.", of: DateOrder.self),
            "columns": columns(
              RecordField.allCases.map(\.rawValue),
              "Tên cột trong tệp; cột không khai được nhận ra theo tên thường dùng."),
            "words": .mapping(
              "Chữ mà tệp dùng.",
              (DossierChannel.allCases.map(\.rawValue) + ["yes", "no"]).map { ($0, words) }),
          ]), atLeast: 1),
      "outages": table(
        "Các lần hệ thống bị nghẽn, lỗi.", ["start_at", "end_at", "scope", "confirmed", "note"]),
      "explanations": table(
        "Giải trình hồ sơ trễ hạn và kết quả xem xét.",
        ["dossier", "cause", "evidence", "handed_in", "decided_by", "decision"]),
      "corrections": table(
        "Đính chính thời điểm hoàn thành.",
        ["dossier", "finished_at", "reason", "evidence", "decided_by", "decided_on"]),
      "steps": table(
        "Nhật ký các bước xử lý.",
        [
          "dossier", "step", "agency", "reached_at", "due_at", "forwarded_at", "before_return",
        ],
        [
          (
            "before_return",
            .any("Tên các bước trước bước chờ giao trả.", .text(), .list(of: .text()))
          )
        ]),
    ])
}

private let words = JSONSchema.any(nil, .text(), .list(of: .text()))

private func columns(_ names: [String], _ text: String) -> JSONSchema {
  .mapping(text, names.map { ($0, .text()) })
}

/// A CSV file beside the exports: its name alone, or with the names of its columns.
private func table(_ text: String, _ names: [String], _ more: [(String, JSONSchema)] = [])
  -> JSONSchema
{
  .any(
    text, .text("Tệp CSV."),
    .mapping(
      required: ["file"],
      [("file", .text("Tệp CSV.")), ("columns", columns(names, "Tên cột trong tệp, khi khác."))]
        + more))
}

import TestSupport

/// The records of `CaseRound` as another system writes them (`;`, days first, other columns, words
/// and order), with every kind of difference.
struct SecondExport {
  /// What is changed of a dossier: by the names of the first export's columns; nil: it is not there.
  var changes: [String: [String: String]?] = [
    "A1": nil,
    "A2": ["due_at": "2019-03-11T17:00"],
    "A3": ["ready_at": "2019-03-08T16:00"],
    "A4": ["returned_at": "", "status": "Đang xử lý"],
    "A6": ["received_at": "2019-12-02T08:00"],
    "L1": ["unit": "UBND xã Suối Tiên"],
    "O1": ["ready_at": "2019-06-18T00:00"],
    "E2": ["procedure": "3.002", "channel": "online"],
    "D1": ["status": "\"Đã trả; chờ \"\"ký\"\"\""],
    "U1": ["due_at": ""],
  ]
  var added = [
    "N1,S1,2.001,Y tế,direct,2019-03-01T08:00,2019-03-08T17:00,2019-03-12T09:00,2019-03-12T09:00,Đã trả,0,0,",
    "=SUM(A1),X1,3.001,Hộ tịch,direct,2019-03-01T08:00,2019-03-08T17:00,,,@x,0,0,",
  ]

  static let records = """
    format: parindex/records@1
    title: Hồ sơ trên Cổng dịch vụ công
    illustrative: yes
    rules: ../rules.yaml
    exports:
      - file: cong.csv
        source: motcua
        columns: {unit: Nơi giải quyết}
        words: {online: [Trực tuyến], direct: [Trực tiếp]}
    outages: ../dossiers/outages.csv
    explanations: explanations.csv
    corrections: ../dossiers/corrections.csv

    """

  private static let order: [(name: String, title: String)] = [
    ("status", "Trạng thái"), ("received_at", "Ngày tiếp nhận"), ("dossier", "Mã hồ sơ"),
    ("due_at", "Ngày hẹn trả"), ("unit", "Nơi giải quyết"), ("returned_at", "Ngày trả kết quả"),
    ("ready_at", "Ngày có kết quả"), ("channel", "Hình thức nộp"), ("domain", "Lĩnh vực"),
    ("procedure", "Mã thủ tục"), ("digitised", "Số hóa"),
    ("linked_late_agency", "Cơ quan phối hợp trễ hạn"),
  ]

  var text: String {
    let lines = CaseRound.export.split(separator: "\n").map(String.init)
    let names = lines[0].split(separator: ",").map(String.init)
    var rows: [[String: String]] = []
    for line in lines.dropFirst() + added {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      var row = Dictionary(uniqueKeysWithValues: zip(names, cells))
      if let change = changes[cells[0]] {
        guard let change else { continue }
        row.merge(change) { $1 }
      }
      rows.append(row)
    }
    let header = Self.order.map(\.title).joined(separator: ";")
    return
      ([header]
      + rows.reversed().map { row in
        Self.order.map { written(row[$0.name] ?? "", $0.name) }.joined(separator: ";")
      }).joined(separator: "\r\n") + "\r\n"
  }

  private func written(_ cell: String, _ name: String) -> String {
    switch name {
    case "channel": return cell == "online" ? "Trực tuyến" : "Trực tiếp"
    case "digitised": return cell == "1" ? "Có" : "Không"
    default: break
    }
    let parts = cell.split { "-T".contains($0) }
    guard name.hasSuffix("_at"), parts.count == 4 else { return cell }
    return "\(parts[2])/\(parts[1])/\(parts[0]) \(parts[3])"
  }

  /// A round with both: `dossiers/` and `cong/`.
  func round() throws -> CaseRound {
    let round = try CaseRound()
    // Files of one round may be shared by its folders.
    try round.folder.write("round.yaml", "format: parindex/round@1\n")
    try round.folder.write("cong/records.yaml", Self.records)
    try round.folder.write("cong/cong.csv", text)
    try round.folder.write(
      "cong/explanations.csv",
      CaseRound.explanations.replacing("TTCNTT,accepted\nE2", with: "TTCNTT,refused\nE2"))
    return round
  }
}

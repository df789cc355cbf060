internal import Grading

/// The exports of the two systems, with the rows that nobody could read.
struct SampleExports {
  let dossiers: [SampleDossier]

  /// Commas, ISO dates, English headers.
  var motcua: String {
    let header = [
      "dossier_id", "unit_id", "procedure_id", "domain", "channel", "received_at", "due_at",
      "ready_at", "returned_at", "status", "digitised", "paid_online", "fee_due",
      "linked_late_agency",
    ]
    let own = dossiers.filter { $0.source == .motcua }
    // Exported twice, with another receipt.
    let again =
      "\(own[min(999, own.count - 1)].id),so-y-te,1.919001,Dược - Mỹ phẩm,direct,2019-11-04T08:00,"
      + "2019-11-08T17:00,,,working,0,0,0,"
    return text(
      header, own.map { motcua($0) }, SampleExports.brokenMotcua + [again], separator: ",",
      end: "\n")
  }

  /// Semicolons, day before month, Vietnamese headers, a byte order mark, Windows line ends, and a
  /// column of remarks that some write in two lines.
  var hcc: String {
    let header = [
      "STT", "Mã hồ sơ", "Mã đơn vị", "Mã thủ tục", "Lĩnh vực", "Hình thức nộp", "Ngày tiếp nhận",
      "Ngày hẹn trả", "Ngày có kết quả", "Ngày trả kết quả", "Trạng thái", "Số hóa",
      "Thanh toán trực tuyến", "Nghĩa vụ tài chính", "Cơ quan phối hợp trễ hạn", "Ghi chú",
    ]
    let own = dossiers.filter { $0.source == .hcc }
    let lines = own.enumerated().map { [String($0.offset + 1)] + hcc($0.element, $0.offset) }
    return "\u{FEFF}"
      + text(header, lines, SampleExports.brokenHCC, separator: ";", end: "\r\n")
  }

  private func motcua(_ dossier: SampleDossier) -> [String] {
    func flag(_ isSet: Bool) -> String { isSet ? "1" : "0" }
    return [
      dossier.id, dossier.unit.id, dossier.procedure.id, dossier.procedure.domain,
      dossier.channel.rawValue, dossier.received.isoText, dossier.due?.isoText ?? "",
      dossier.ready?.isoText ?? "", dossier.returned?.isoText ?? "", dossier.state.code,
      flag(dossier.isDigitised), flag(dossier.paidOnline), flag(dossier.owesFee),
      dossier.lateAgency ?? "",
    ]
  }

  private func hcc(_ dossier: SampleDossier, _ place: Int) -> [String] {
    func answer(_ isYes: Bool) -> String { isYes ? "Có" : "Không" }
    let note =
      place % 149 == 17
      ? "Bổ sung giấy tờ lần 1;\r\nhẹn lại theo phiếu" : place % 211 == 30 ? "Ghi \"khẩn\"" : ""
    return [
      dossier.id, dossier.unit.id, dossier.procedure.id, dossier.procedure.domain,
      dossier.channel.words, dossier.received.vietnameseText, dossier.due?.vietnameseText ?? "",
      dossier.ready?.vietnameseText ?? "", dossier.returned?.vietnameseText ?? "",
      dossier.state.words, answer(dossier.isDigitised), answer(dossier.paidOnline),
      answer(dossier.owesFee), dossier.lateAgency ?? "", note,
    ]
  }

  /// Broken rows stand spread between the others.
  private func text(
    _ header: [String], _ lines: [[String]], _ broken: [String], separator: Character, end: String
  ) -> String {
    func joined(_ cells: [String]) -> String {
      cells.map { quoted($0, separator) }.joined(separator: String(separator))
    }
    let gap = max(1, lines.count / (broken.count + 1))
    var text = joined(header) + end
    for (place, line) in lines.enumerated() {
      text += joined(line) + end
      let number = (place + 1) / gap - 1
      if (place + 1) % gap == 0, broken.indices.contains(number) { text += broken[number] + end }
    }
    return text
  }

  private func quoted(_ cell: String, _ separator: Character) -> String {
    let isPlain = cell.unicodeScalars.allSatisfy {
      $0 != "\"" && $0 != "\n" && $0 != "\r" && Character($0) != separator
    }
    guard !isPlain else { return cell }
    return "\"" + cell.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\""
  }

  /// One for each thing that makes a row unreadable.
  private static let brokenMotcua = [
    "MC19-B0001,so-y-te,1.919001,Dược - Mỹ phẩm,direct,2019-02-30T08:00,2019-03-05T17:00,,,working,0,0,0,",
    "MC19-B0002,so-y-te,1.919001,Dược - Mỹ phẩm,direct,2019-03-01T08:00,05-03-2019,,,working,0,0,0,",
    "MC19-B0003,so-y-te,1.919001,Dược - Mỹ phẩm,direct,2019-03-01T08:00,2019-03-05T17:00,chưa có,,working,0,0,0,",
    "MC19-B0004,so-y-te,1.919001,Dược - Mỹ phẩm,direct,2019-03-01T08:00,2019-03-05T17:00,,2019-03-05T25:10,returned,0,0,0,",
    ",so-noi-vu,1.903001,\"Tổ chức, biên chế\",direct,2019-04-01T08:00,2019-04-05T17:00,,,working,0,0,0,",
    "MC19-B0006,,1.903001,\"Tổ chức, biên chế\",direct,2019-04-01T08:00,2019-04-05T17:00,,,working,0,0,0,",
    "MC19-B0007,chi-cuc-cu,1.903001,\"Tổ chức, biên chế\",direct,2019-04-01T08:00,2019-04-05T17:00,,,working,0,0,0,",
    "MC19-B0008,so-noi-vu,1.903001,\"Tổ chức, biên chế\",direct,,2019-04-05T17:00,,,working,0,0,0,",
    "MC19-B0009,so-noi-vu,1.903001,Tổ chức, biên chế,direct,2019-04-01T08:00,2019-04-05T17:00,,,working,0,0,0,",
    "MC19-B0010,so-noi-vu,1.903001,\"Tổ chức\" biên chế,direct,2019-04-01T08:00,2019-04-05T17:00,,,working,0,0,0,",
  ]
  private static let brokenHCC = [
    "B1;HCC-B0001;huyen-van-ninh;1.951001;Hộ tịch;Trực tiếp;31/02/2019 08:00;05/03/2019 17:00;;;Đang xử lý;Không;Không;Không;;",
    "B2;HCC-B0002;van-ninh;1.951001;Hộ tịch;Trực tiếp;01/03/2019 08:00;05/03/2019 17:00;;;Đang xử lý;Không;Không;Không;;",
    "B3;HCC-B0003;huyen-van-ninh;1.951001;Hộ tịch;Trực tiếp;01/03/2019 08:00;05/03/2019 17:00;;",
    "B4;HCC-00011;huyen-van-ninh;1.951001;Hộ tịch;Trực tiếp;01/06/2019 08:00;05/06/2019 17:00;;;Đang xử lý;Không;Không;Không;;",
  ]
}

extension SampleDossier.State {
  /// As the one-stop software writes it.
  var code: String {
    switch self {
    case .working: "working"
    case .waitingForReturn: "waiting"
    case .returned: "returned"
    case .withdrawn: "withdrawn"
    case .refused: "refused"
    }
  }

  /// As the older software writes it.
  var words: String {
    switch self {
    case .working: "Đang xử lý"
    case .waitingForReturn: "Chờ giao trả"
    case .returned: "Đã trả"
    case .withdrawn: "Rút hồ sơ"
    case .refused: "Từ chối"
    }
  }
}

extension SampleDossier.Channel {
  var words: String {
    switch self {
    case .online: "Trực tuyến"
    case .direct: "Trực tiếp"
    case .post: "Bưu chính"
    }
  }
}

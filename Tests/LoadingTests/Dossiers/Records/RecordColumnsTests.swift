import DossierCounting
import Loading
import Testing

/// Columns of exports are found by their declared names and by those that software usually writes.
struct RecordColumnsTests {
  @Test(arguments: [
    // The 13 columns of the reference job.
    [
      "dossier_id", "unit_id", "procedure_id", "domain", "channel", "received_at", "due_at",
      "ready_at", "returned_at", "status", "digitised", "paid_online", "linked_late_agency",
    ],
    [
      "Mã hồ sơ", "Cơ quan", "Thủ tục", "Lĩnh vực", "Hình thức tiếp nhận", "Ngày tiếp nhận",
      "Ngày hẹn trả", "Ngày có kết quả", "Ngày trả kết quả", "Trạng thái", "Số hóa",
      "Thanh toán trực tuyến", "Cơ quan phối hợp trễ hạn",
    ],
    [
      "SỐ HỒ SƠ", "đơn  vị", "Mã TTHC", "LĨNH VỰC", "hình thức nộp", "Ngày nhận", "Hạn xử lí",
      "Ngày có kết quả", "Ngày trả", "Tình trạng", "Số hoá", "thanh toán trực tuyến",
      "Cơ quan liên thông trễ hạn",
    ],
  ])
  func `usual headers need no declaration`(_ header: [String]) {
    let columns = recordColumns(header: header, declared: [:])
    let fields = RecordField.allCases.filter { $0 != .feeDue }
    #expect(columns.faults.isEmpty)
    #expect(columns.places == Dictionary(uniqueKeysWithValues: zip(fields, 0...)))
    #expect(columns[.feeDue] == nil)
  }

  @Test func `every field has its key as a name, and no name is that of two fields`() {
    for field in RecordField.allCases {
      #expect(recordColumns(header: [field.rawValue], declared: [:]).places == [field: 0])
      for name in field.usualNames.joined() {
        #expect(recordColumns(header: [name], declared: [:]).places == [field: 0], "\(name)")
      }
    }
  }

  @Test func `what is not known is not read`() {
    let header = ["Mã hồ sơ", "Họ tên", "Điện thoại", "Ngày nộp", "Ngày hoàn thành", ""]
    #expect(recordColumns(header: header, declared: [:]).places == [.dossier: 0])
  }

  @Test func `required columns that are not there are told`() {
    let columns = recordColumns(header: ["Lĩnh vực", "Đơn vị"], declared: [:])
    #expect(
      columns.faults == [
        .missing(.dossier), .missing(.receivedAt), .missing(.dueAt), .missing(.returnedAt),
      ])
  }

  @Test func `a declared name goes before the usual ones`() {
    let header = ["Số hồ sơ", "Mã hồ sơ", "Đơn vị", "Ngày tiếp nhận", "Hạn", "Ngày trả"]
    let columns = recordColumns(
      header: header, declared: [.dossier: "mã  hồ sơ", .dueAt: "Hạn", .readyAt: "Ngày trả"])
    #expect(columns.faults.isEmpty)
    // One column may serve two fields: some software knows one day only.
    #expect(
      columns.places == [
        .dossier: 1, .unit: 2, .receivedAt: 3, .dueAt: 4, .readyAt: 5, .returnedAt: 5,
      ])
  }

  @Test func `a declared name that the header lacks is told with the nearest`() {
    let header = ["Số hồ sơ", "Đơn vị", "Ngày nhận", "Hạn xử lý", "Ngày trả"]
    let columns = recordColumns(
      header: header, declared: [.dossier: "Số hồ xơ", .channel: "Kênh nộp"])
    #expect(
      columns.faults == [
        .notInHeader(.dossier, name: "Số hồ xơ", nearest: "Số hồ sơ"),
        .notInHeader(.channel, name: "Kênh nộp", nearest: nil),
      ])
    #expect(columns.places.count == 4)
  }

  @Test func `a code is taken before a name, and two equals are not guessed`() {
    let header = ["Mã hồ sơ", "Số hồ sơ", "Tên đơn vị", "Mã đơn vị", "NGÀY NHẬN", "Ngày nhận"]
    let columns = recordColumns(header: header, declared: [.receivedAt: "Ngày nhận"])
    #expect(columns[.unit] == 3)
    #expect(columns[.receivedAt] == 5)
    #expect(columns.faults.first == .several(.dossier, columns: ["Mã hồ sơ", "Số hồ sơ"]))
    let folded = recordColumns(header: header, declared: [.receivedAt: "ngày nhận"])
    #expect(folded.faults.contains(.several(.receivedAt, columns: ["NGÀY NHẬN", "Ngày nhận"])))
  }
}

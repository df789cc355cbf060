internal import Grading
internal import Spreadsheets

extension UnitForm {
  /// The third sheet: how the form is filled in.
  var guidanceSheet: Sheet {
    var sheet = Sheet(SheetName(FormSheet.guidance.title))
    sheet.width(4, ofColumns: 0...0)
    sheet.width(110, ofColumns: 1...1)
    sheet.put(
      .text("CÁCH ĐIỀN BẢN TỰ ĐÁNH GIÁ, CHẤM ĐIỂM"), at: CellAddress(row: 0, column: 0),
      FormStyles.title)
    for (place, line) in guidance.enumerated() {
      let row = place + 2
      sheet.put(
        .text("\(place + 1)."), at: CellAddress(row: row, column: 0),
        CellStyle().with { $0.vertical = .top })
      sheet.put(
        .text(line), at: CellAddress(row: row, column: 1), CellStyle().with { $0.vertical = .top })
    }
    sheet.print.footer = UnitForm.footer(unit.name)
    sheet.print.isLandscape = true
    sheet.fitHeights()
    sheet.isProtected = true
    sheet.tabColour = 0x9AA5B1
    return sheet
  }

  private var guidance: [String] {
    [
      "Chỉ điền vào ô màu vàng. Ô màu xám do cơ quan khác theo dõi hoặc không phải điền; các trang được khóa (không có mật khẩu) để khỏi sửa nhầm.",
      "Trang “\(FormSheet.answers.title)”: mỗi tiêu chí thành phần có một dòng chính, dưới đó là các số liệu phải nhập. Số thập phân ghi dấu phẩy (0,5); tỷ lệ ghi 87,5%; ngày ghi ngày/tháng/năm (27/12/2018); có hoặc không và các mức thì chọn trong danh sách.",
      "Không ban hành văn bản thì ghi “\(InputCell.noDate)” vào ô ngày; chưa có số liệu thì để trống. Để trống không phải là 0.",
      "Điểm tự chấm để trống thì lấy điểm tính từ số liệu. Chấm khác đi thì ghi điểm và lý do ở cột “\(FormColumn.note.head)”. Dòng lĩnh vực, tiêu chí tự cộng các điểm đã ghi.",
      "Mục không phát sinh: ghi lý do ở cột “\(FormColumn.notApplicable.head)” (chỉ những mục cho phép); khi đó không ghi điểm.",
      "Trang “\(FormSheet.shelf.title)”: mỗi tài liệu ghi một lần, đặt một mã; ở trang “\(FormSheet.answers.title)” chọn mã đó, ghi mục và trang. Mỗi dòng của một mục dẫn được một tài liệu; cần thêm thì ghi nhiều mã trong một ô, cách nhau bằng dấu chấm phẩy.",
      "Trang “\(FormSheet.disputes.title)”: không đồng ý với số liệu do cơ quan khác theo dõi thì chọn số liệu, ghi số cho là đúng và lý do.",
      "Dùng được Excel hoặc LibreOffice. Được đổi độ rộng cột, chiều cao dòng. Không dán công thức lấy dữ liệu từ tệp khác hay từ mạng: biểu có công thức như vậy không nhận được.",
      "Biểu này chỉ dùng cho \(unit.name), \(plan.title). Nộp lại bằng lệnh: parindex workbook import \(UnitForm.fileName(unit.id)) --round <thư mục kỳ đánh giá>",
    ]
  }
}

internal import Spreadsheets

/// The third sheet: how a table of criteria is written.
enum CriteriaGuidance {
  static var sheet: Sheet {
    var sheet = Sheet(SheetName(CriteriaSheet.guidance.title))
    sheet.width(4, ofColumns: 0...0)
    sheet.width(110, ofColumns: 1...1)
    sheet.put(
      .text("CÁCH GHI BẢNG TIÊU CHÍ"), at: CellAddress(row: 0, column: 0), FormStyles.title)
    let top = CellStyle().with { $0.vertical = .top }
    for (place, line) in lines.enumerated() {
      sheet.put(.text("\(place + 1)."), at: CellAddress(row: place + 2, column: 0), top)
      sheet.put(.text(line), at: CellAddress(row: place + 2, column: 1), top)
    }
    sheet.print.footer = UnitForm.footer(CriteriaSheet.guidance.title)
    sheet.fitHeights()
    sheet.tabColour = 0x9AA5B1
    return sheet
  }

  private static let lines = [
    "Trang “\(CriteriaSheet.table.title)”: mỗi dòng một mục, mục con ở ngay dưới mục chứa nó. Mã theo thứ bậc: 3, 3.4, 3.4.1. Cột “Cấp” để trống thì lấy theo mã. Được chèn, xóa, chuyển dòng, đổi thứ tự cột, đổi tên trang; không đổi tên cột, không gộp ô.",
    "Điểm tối đa của các mục con cộng lại phải bằng mục chứa chúng. Dùng trọng số thì mọi mục cùng cấp đều ghi trọng số, không ghi điểm.",
    "“Quy tắc chấm” ghi như trong tệp YAML của bộ tiêu chí, một hoặc nhiều dòng trong ô (Alt+Enter). Có hay không: yes_no: planned and funded",
    "Theo ngày ban hành: timeliness: {date: issued_on, steps: [{by: \"date(year, 3, 1)\", points: 1}], otherwise: 0, missing: 0}",
    "Theo mức của một tỷ lệ: steps: {of: completed / planned, bands: [{above: 90%, points: 2}, {from: 70%, points: 1}, {otherwise: 0}]}",
    "Tỷ lệ thuận: proportional: {of: done / total, floor: 80%, ceiling: 100%}. Trừ dần: deduction: {per: [{count: reports.late, points: 0.25}], floor: 0}",
    "Hội đồng cho điểm: council: [0, 0.5, 1]; cho tùy ý đến điểm tối đa: council: []",
    "“Số liệu nhập”: mỗi dòng một số liệu, như planned: {type: count, title: Số nhiệm vụ theo kế hoạch}. Loại: count, number, rate, date, yes_no, choice, text.",
    "“Nguồn điểm”: unit là đơn vị tự chấm; register, dossiers, survey là lấy từ sổ theo dõi, số liệu hồ sơ, khảo sát; council là Hội đồng; system là tính từ kỳ đánh giá.",
    "“Khóa khác” và trang “\(CriteriaSheet.head.title)” ghi các khóa còn lại của ngôn ngữ, mỗi khóa một dòng; giải thích đầy đủ ở Criteria/README.md. Thêm số liệu dùng chung hoặc sổ theo dõi: thêm dòng có khóa shared_inputs.TÊN hoặc figures.TÊN.",
    "Trong quy tắc, số thập phân ghi dấu chấm (0.5); ở cột điểm ghi số như thường lệ. Sửa xong thì đọc lại: parindex criteria import BANG.xlsx --output BO-TIEU-CHI.yaml. Lỗi được chỉ rõ trang và ô.",
  ]
}

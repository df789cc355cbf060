internal import CXlsxWriter
internal import Glibc

/// Writes one workbook through libxlsxwriter.
final class WorkbookWriter {
  private let book: UnsafeMutablePointer<lxw_workbook>
  private var isClosed = false

  init(to path: String) throws(WorkbookFailure) {
    guard let book = workbook_new(path) else { throw .library("workbook_new") }
    self.book = book
  }

  deinit { if !isClosed { lxw_workbook_free(book) } }

  func write(_ workbook: Workbook) throws(WorkbookFailure) {
    try describe(workbook.properties)
    var styles = StyleTable(book)
    var isShown = false
    for sheet in workbook.sheets {
      guard let target = workbook_add_worksheet(book, sheet.name.text) else {
        throw .library("workbook_add_worksheet: \(sheet.name.text)")
      }
      if !isShown, !sheet.isHidden {
        worksheet_activate(target)
        worksheet_set_first_sheet(target)
        isShown = true
      }
      try SheetWriter(sheet, to: target).write(&styles)
    }
    for name in workbook.names { try check(workbook_define_name(book, name.name, name.formula)) }
    // Closing frees the book even where it fails.
    isClosed = true
    try check(workbook_close(book))
  }

  private func describe(_ properties: WorkbookProperties) throws(WorkbookFailure) {
    let texts = [properties.title, properties.subject, properties.author].map {
      strdup(CellText.escaped($0))
    }
    defer { texts.forEach { free($0) } }
    var described = lxw_doc_properties()
    described.title = texts[0]
    described.subject = texts[1]
    described.author = texts[2]
    described.created = properties.created?.secondsSince1970 ?? 946_684_800
    try check(workbook_set_properties(book, &described))
  }
}

/// Passes on what the library answers.
func check(_ answer: lxw_error) throws(WorkbookFailure) {
  guard answer != LXW_NO_ERROR else { return }
  throw .library(lxw_strerror(answer).map { String(cString: $0) } ?? "\(answer.rawValue)")
}

extension CellDate {
  /// As if it were Greenwich's.
  fileprivate var secondsSince1970: Int {
    let past = (month + 9) % 12
    let shifted = month <= 2 ? year - 1 : year
    let days =
      365 * shifted + shifted / 4 - shifted / 100 + shifted / 400 + (past * 306 + 5) / 10 + day - 1
      - 719_468
    return days * 86_400 + hour * 3600 + minute * 60 + second
  }

  var library: lxw_datetime {
    lxw_datetime(
      year: Int32(year), month: Int32(month), day: Int32(day), hour: Int32(hour),
      min: Int32(minute), sec: Double(second))
  }
}

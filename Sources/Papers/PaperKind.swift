/// The kinds of papers that a round has; raw values are typed on the command line.
package enum PaperKind: String, CaseIterable, Sendable {
  case annex
  case submission
  case minutes
  case report
  case notice
  case unitSheet = "unit-sheet"
  case criteria

  /// The folder that its files stand in.
  package var folder: String {
    switch self {
    case .annex: "phu-luc"
    case .submission: "to-trinh"
    case .minutes: "bien-ban"
    case .report: "bao-cao-tu-danh-gia"
    case .notice: "thong-bao"
    case .unitSheet: "phieu-ket-qua"
    case .criteria: "bo-tieu-chi"
    }
  }

  /// What it is written as unless something else is asked for: what is edited as DOCX.
  package var usualFormats: [PaperFormat] {
    switch self {
    case .annex: [.pdf, .docx, .xlsx]
    case .submission, .minutes, .report, .notice: [.docx]
    case .unitSheet: [.pdf]
    case .criteria: [.docx, .xlsx]
    }
  }

  /// What it can be written as; a letter is no workbook.
  package var formats: [PaperFormat] {
    switch self {
    case .annex, .criteria: [.pdf, .docx, .xlsx]
    case .submission, .minutes, .report, .notice, .unitSheet: [.pdf, .docx]
    }
  }

  /// Whether there is one for each unit.
  package var isOfUnit: Bool {
    switch self {
    case .report, .notice, .unitSheet: true
    case .annex, .submission, .minutes, .criteria: false
    }
  }
}

/// What papers are written as.
package enum PaperFormat: String, CaseIterable, Sendable {
  case pdf
  case docx
  case xlsx
}

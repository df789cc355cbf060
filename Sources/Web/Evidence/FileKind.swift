/// What a file of evidence is, by its bytes; nothing is believed of its name.
enum FileKind: String, Hashable, Sendable, CaseIterable {
  case pdf
  case png
  case jpeg = "jpg"
  case webp
  case tiff = "tif"
  case docx
  case xlsx
  case pptx
  case odt
  case ods
  case doc
  case xls
  case ppt
  case csv
  case text = "txt"

  /// At the end of the name that the file gets.
  var ending: String { rawValue }

  var contentType: String {
    switch self {
    case .pdf: "application/pdf"
    case .png: "image/png"
    case .jpeg: "image/jpeg"
    case .webp: "image/webp"
    case .tiff: "image/tiff"
    case .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    case .pptx: "application/vnd.openxmlformats-officedocument.presentationml.presentation"
    case .odt: "application/vnd.oasis.opendocument.text"
    case .ods: "application/vnd.oasis.opendocument.spreadsheet"
    case .doc: "application/msword"
    case .xls: "application/vnd.ms-excel"
    case .ppt: "application/vnd.ms-powerpoint"
    case .csv: "text/csv; charset=utf-8"
    case .text: "text/plain; charset=utf-8"
    }
  }

  /// What people call it.
  var title: String {
    switch self {
    case .pdf: "PDF"
    case .png: "PNG"
    case .jpeg: "JPEG"
    case .webp: "WebP"
    case .tiff: "TIFF"
    case .docx, .doc: "Word"
    case .xlsx, .xls: "Excel"
    case .pptx, .ppt: "PowerPoint"
    case .odt: "OpenDocument Text"
    case .ods: "OpenDocument Spreadsheet"
    case .csv: "CSV"
    case .text: "văn bản thuần"
    }
  }

  /// Whether browsers show it in a page: what they would run is never among them.
  var isShownInPages: Bool {
    switch self {
    case .pdf, .png, .jpeg, .webp: true
    case .tiff, .docx, .xlsx, .pptx, .odt, .ods, .doc, .xls, .ppt, .csv, .text: false
    }
  }
}

/// Why a file is not taken.
enum FileRefusal: Error, Hashable, Sendable {
  case empty
  /// Nothing that is taken, or not whole.
  case kind
  /// A page, a drawing or a program that a browser or a machine would run.
  case runnable
  /// An office file with macros.
  case macros
  /// It cannot be opened without a password, so nobody could check it.
  case locked
}

/// The sheets of a unit's form, and the marks by which they are known again.
enum FormSheet: String, CaseIterable {
  case answers
  case shelf
  case guidance
  case disputes
  case identity

  /// What people read on the tab.
  var title: String {
    switch self {
    case .answers: "Tự chấm điểm"
    case .shelf: "Tài liệu kiểm chứng"
    case .guidance: "Hướng dẫn"
    case .disputes: "Ý kiến về số liệu"
    case .identity: "parindex"
    }
  }

  /// Stands in the first cell of the hidden row above the heads.
  var mark: String { "parindex:\(rawValue)" }
}

/// The columns that are read back, by the names in the hidden row above the heads.
enum FormColumn: String, CaseIterable {
  /// Which line of the form a row is.
  case key
  /// What people see of that: the item's id, and a title.
  case shownID
  case shownTitle
  case value
  case points
  case document
  case section
  case pages
  case notApplicable
  case note

  case id
  case kind
  case number
  case date
  case issuer
  case title
  case file
  case url
  case accessed
  case inPerson
  case sha256

  case figure
  case claim
  case ground

  /// What each sheet must have.
  static func columns(of sheet: FormSheet) -> [FormColumn] {
    switch sheet {
    case .answers:
      [
        .key, .shownID, .shownTitle, .value, .points, .document, .section, .pages, .notApplicable,
        .note,
      ]
    case .shelf: ShelfColumn.allCases.map(\.formColumn)
    case .disputes: [.figure, .claim, .ground, .document, .section, .pages]
    case .guidance, .identity: []
    }
  }

  /// What people read in the head.
  var head: String {
    switch self {
    case .key: "Khóa"
    case .shownID: "Mã"
    case .shownTitle: "Tiêu chí thành phần; số liệu phải nhập"
    case .value: "Số liệu"
    case .points: "Điểm tự chấm"
    case .document: "Mã tài liệu"
    case .section: "Mục"
    case .pages: "Trang"
    case .notApplicable: "Lý do không áp dụng"
    case .note: "Ghi chú, giải trình"
    case .id: "Mã tài liệu"
    case .kind: "Loại"
    case .number: "Số, ký hiệu"
    case .date: "Ngày"
    case .issuer: "Cơ quan ban hành"
    case .title: "Trích yếu, nội dung"
    case .file: "Tệp (trong thư mục evidence)"
    case .url: "Đường dẫn"
    case .accessed: "Ngày truy cập"
    case .inPerson: "Xuất trình trực tiếp"
    case .sha256: "Mã kiểm tra (xóa nếu đổi tệp)"
    case .figure: "Số liệu không đồng ý"
    case .claim: "Số cho là đúng"
    case .ground: "Lý do"
    }
  }
}

/// What a row of the first sheet is for, as its hidden first cell says it.
enum RowKey: Hashable {
  case general(General)
  /// A shared input, by name.
  case shared(String)
  /// An item's own row, by id.
  case item(String)
  /// An item's input, by id and name.
  case input(item: String, name: String)
  /// Room for one more document of an item.
  case more(item: String, Int)
  /// A row that only says something.
  case said

  enum General: String, CaseIterable {
    case submittedAt = "submitted_at"
    case signer = "signed_by.name"
    case position = "signed_by.position"
    case linkedLate = "linked_late_dossiers"

    var title: String {
      switch self {
      case .submittedAt: "Thời điểm nộp"
      case .signer: "Người ký (họ và tên)"
      case .position: "Chức vụ người ký"
      case .linkedLate: "Danh sách hồ sơ liên thông trễ hạn (tệp)"
      }
    }
  }

  var text: String {
    switch self {
    case .general(let general): "@\(general.rawValue)"
    case .shared(let name): "@@\(name)"
    case .item(let id): "~\(id)"
    case .input(let item, let name): "~\(item)/\(name)"
    case .more(let item, let place): "~\(item)+\(place)"
    case .said: "#"
    }
  }

  /// What people call it in messages.
  var title: String {
    switch self {
    case .general(let general): general.title
    case .shared(let name): name
    case .item(let id): id
    case .input(let item, let name): "\(item), \(name)"
    case .more(let item, _): item
    case .said: ""
    }
  }

  /// nil: no form writes this.
  init?(_ text: String) {
    if text.hasPrefix("@@") {
      self = .shared(String(text.dropFirst(2)))
    } else if text.hasPrefix("@") {
      guard let general = General(rawValue: String(text.dropFirst())) else { return nil }
      self = .general(general)
    } else if text == "#" {
      self = .said
    } else if text.hasPrefix("~") {
      let rest = text.dropFirst()
      if let slash = rest.firstIndex(of: "/") {
        self = .input(
          item: String(rest[..<slash]), name: String(rest[rest.index(after: slash)...]))
      } else if let plus = rest.firstIndex(of: "+") {
        guard let place = Int(rest[rest.index(after: plus)...]) else { return nil }
        self = .more(item: String(rest[..<plus]), place)
      } else {
        self = .item(String(rest))
      }
    } else {
      return nil
    }
  }
}

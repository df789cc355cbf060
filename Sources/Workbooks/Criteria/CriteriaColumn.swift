internal import Loading

/// The columns of a table of criteria, in its order.
enum CriteriaColumn: Int, CaseIterable {
  case id
  case level
  case title
  case maximum
  case weight
  case scoredBy
  case rule
  case inputs
  case evidence
  case guidance
  case clause
  case others

  var head: String {
    switch self {
    case .id: "Mã"
    case .level: "Cấp"
    case .title: "Lĩnh vực, tiêu chí, tiêu chí thành phần"
    case .maximum: "Điểm tối đa"
    case .weight: "Trọng số"
    case .scoredBy: "Nguồn điểm"
    case .rule: "Quy tắc chấm"
    case .inputs: "Số liệu nhập"
    case .evidence: "Tài liệu kiểm chứng"
    case .guidance: "Hướng dẫn"
    case .clause: "Căn cứ"
    case .others: "Khóa khác"
    }
  }

  /// The key of a set's file; nil where the column is none.
  var key: String? {
    switch self {
    case .id: "id"
    case .title: "title"
    case .maximum: "max_points"
    case .weight: "weight"
    case .scoredBy: "scored_by"
    case .rule: "rule"
    case .inputs: "inputs"
    case .evidence: "evidence"
    case .guidance: "guidance"
    case .clause: "clause"
    case .level, .others: nil
    }
  }

  var width: Int {
    switch self {
    case .id: 9
    case .level: 12
    case .title: 36
    case .maximum: 8
    case .weight: 8
    case .scoredBy: 11
    case .rule: 50
    case .inputs: 46
    case .evidence: 22
    case .guidance: 30
    case .clause: 18
    case .others: 26
    }
  }

  /// The other heads that offices write over it, folded.
  private var otherHeads: [String] {
    switch self {
    case .id: ["stt", "tt", "số tt", "số thứ tự", "mã số", "id"]
    case .level: []
    case .title:
      [
        "tiêu chí", "nội dung", "nội dung tiêu chí", "tên tiêu chí", "tiêu chí đánh giá",
        "lĩnh vực",
      ]
    case .maximum: ["điểm", "điểm chuẩn", "thang điểm", "số điểm", "điểm tối đa (điểm)"]
    case .weight: []
    case .scoredBy: ["nguồn điểm; thẩm định"]
    case .rule: []
    case .inputs: []
    case .evidence: ["tài liệu kiểm chứng, ghi chú"]
    case .guidance: ["ghi chú", "cách chấm", "cách chấm điểm", "cách tính điểm", "hướng dẫn chấm"]
    case .clause: []
    case .others: []
    }
  }

  /// The column that a head names.
  init?(head text: String) {
    let words = text.folded.split { $0.isWhitespace || $0 == "\n" }.joined(separator: " ")
    let wanted = CriteriaColumn.allCases.first {
      $0.head.folded == words || $0.otherHeads.contains(words)
    }
    if let wanted {
      self = wanted
    } else if words.hasPrefix("lĩnh vực"), words.contains("tiêu chí"), words.count < 60 {
      self = .title
    } else {
      return nil
    }
  }
}

extension CriteriaOutline.Level {
  /// As the table calls it.
  var title: String {
    switch self {
    case .area: "Lĩnh vực"
    case .criterion: "Tiêu chí"
    case .subCriterion: "Tiêu chí thành phần"
    }
  }
}

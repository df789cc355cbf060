internal import Diagnostics
internal import Grading

/// The columns of the tables, in their order.
extension DataDictionary {
  private static let points = Wording(vi: "điểm", en: "points")
  private static let percent = Wording(vi: "%", en: "%")

  private func entry(
    _ file: String, _ field: String, _ vietnamese: String, _ english: String, _ type: FieldType,
    unit: Wording? = nil, range: String? = nil
  ) -> Entry {
    Entry(
      file: file, field: field, meaning: Wording(vi: vietnamese, en: english), type: type,
      unit: unit, range: range)
  }

  /// What the last column of a table says where figures are made up.
  private func illustrationEntry(_ file: String) -> [Entry] {
    guard words.isIllustrative else { return [] }
    return [
      entry(
        file, words.illustrationMark, "dòng có số liệu minh họa, không phải số liệu thật",
        "the row has made-up data", .truth)
    ]
  }

  private func vi(_ layer: Layer) -> String { RoundWords(words.round, .vietnamese).layer(layer) }
  private func en(_ layer: Layer) -> String { RoundWords(words.round, .english).layer(layer) }

  var rankingEntries: [Entry] {
    let titles = RankingCSV(words.round, words.language).titles
    let file = names.ranking
    let layers = words.round.layers.dropLast()
    var entries: [Entry] = []
    func add(
      _ vietnamese: String, _ english: String, _ type: FieldType, unit: Wording? = nil,
      range: String? = nil
    ) {
      guard entries.count < titles.count else { return }
      entries.append(
        entry(file, titles[entries.count], vietnamese, english, type, unit: unit, range: range))
    }
    add("khối xếp hạng", "block that is ranked together", .text)
    add(
      "cơ quan cấp trên của nhóm, khi khối xếp hạng theo nhóm",
      "the parent whose bodies are ranked together", .text)
    add(
      "thứ hạng trong khối hoặc nhóm; trống: không xếp hạng", "place; blank: none", .integer,
      range: "≥ 1")
    add("có nơi khác cùng thứ hạng", "shares its place", .truth)
    add("mã của cơ quan, đơn vị, địa phương", "id of the unit", .identifier)
    add("tên cơ quan, đơn vị, địa phương", "name of the unit", .text)
    add(
      "Chỉ số cải cách hành chính chính thức, làm tròn như bộ tiêu chí quy định",
      "final index, rounded as the set says", .decimal, unit: Self.percent)
    add("mức xếp hạng sau các điều kiện khống chế", "grade after conditions", .text)
    add("mức xếp hạng chỉ theo chỉ số", "grade by the index alone", .text)
    add(
      "tổng điểm đạt được của các lĩnh vực thường, không gồm điểm thưởng, điểm trừ",
      "points of the regular areas, without bonus and penalty", .decimal, unit: Self.points,
      range: "≥ 0")
    add(
      "tổng điểm tối đa của những nội dung áp dụng (mẫu số của chỉ số)",
      "maximum of what applies, the denominator", .decimal, unit: Self.points, range: "≥ 0")
    for layer in layers {
      add(
        "chỉ số tính theo điểm của bước “\(vi(layer))”", "index on the points of: \(en(layer))",
        .decimal, unit: Self.percent)
    }
    add(
      "xếp hạng; chấm điểm, không xếp hạng; không nộp; không đọc được; không có nội dung áp dụng",
      "ranked; scored, not ranked; not submitted; unreadable; nothing applies", .text)
    add("còn nội dung chưa xong nên kết quả có thể đổi", "something is open", .truth)
    add("ghi chú: đồng hạng, hạ mức, lý do tạm tính", "ties, lowered grades, what is open", .text)
    return entries + illustrationEntry(file)
  }

  var sheetEntries: [Entry] {
    let file = names.sheets
    var entries = [
      entry(
        file, say("Mã cơ quan", "Unit id"), "mã của cơ quan, đơn vị, địa phương", "id of the unit",
        .identifier),
      entry(
        file, say("Cơ quan, đơn vị, địa phương", "Unit"), "tên cơ quan, đơn vị, địa phương",
        "name of the unit", .text),
      entry(
        file, say("Mã tiêu chí", "Item id"), "mã tiêu chí thành phần trong bộ tiêu chí",
        "id of the item in its set", .identifier),
      entry(
        file, say("Tiêu chí thành phần", "Item"), "tên tiêu chí thành phần", "title of the item",
        .text),
      entry(
        file, say("Điểm tối đa", "Maximum"), "điểm tối đa của tiêu chí thành phần",
        "the most points of the item", .decimal, unit: Self.points, range: "≥ 0"),
    ]
    entries += words.round.layers.map { layer in
      entry(
        file, words.layer(layer), "điểm ở bước “\(vi(layer))”; trống: chưa có hoặc không áp dụng",
        "points of: \(en(layer)); blank: open or not applicable", .decimal, unit: Self.points)
    }
    entries.append(
      entry(
        file, say("Tình trạng", "State"),
        "đã chấm; không áp dụng; chưa trả lời; chờ; số liệu không hợp lệ (bước chính thức)",
        "scored; not applicable; unanswered; pending; broken (final step)", .text))
    return entries + illustrationEntry(file)
  }

  var gapEntries: [Entry] {
    guard let file = names.gaps else { return [] }
    return [
      entry(file, "unit", "mã của cơ quan, đơn vị, địa phương", "id of the unit", .identifier),
      entry(file, "name", "tên cơ quan, đơn vị, địa phương", "name of the unit", .text),
      entry(file, "code", "mã loại nội dung còn thiếu", "kind of gap", .identifier),
      entry(file, "group", "nhóm việc phải làm", "what has to be done, by group", .identifier),
      entry(file, "severity", "mức độ: error, warning, note", "error, warning or note", .text),
      entry(file, "items", "mã các tiêu chí thành phần liên quan", "ids of the items", .text),
      entry(file, "document", "mã tài liệu kiểm chứng", "id of the document", .identifier),
      entry(
        file, "withheld", "điểm chưa được tính, sẽ được tính nếu bổ sung", "points withheld",
        .decimal, unit: Self.points, range: "≥ 0"),
      entry(
        file, "endangered", "điểm đang tính, có thể không được công nhận", "points in danger",
        .decimal, unit: Self.points, range: "≥ 0"),
      entry(
        file, "up_to", "số điểm là mức cao nhất có thể", "the amount is an upper bound", .truth),
      entry(file, "due", "thời hạn bổ sung", "until when it can be closed", .day),
      entry(file, "place_now", "thứ hạng hiện nay", "place now", .integer, range: "≥ 1"),
      entry(
        file, "place_if_closed", "thứ hạng nếu bổ sung xong", "place if closed", .integer,
        range: "≥ 1"),
      entry(
        file, "place_if_left", "thứ hạng nếu không bổ sung", "place if left", .integer, range: "≥ 1"
      ),
      entry(file, "what", "nội dung còn thiếu, bằng lời", "what is missing, in words", .text),
      entry(file, "to_do", "việc phải làm, bằng lời", "what to do, in words", .text),
      entry(file, "source", "tệp và dòng", "file and line", .text),
      entry(
        file, "illustrative", "số liệu minh họa, không phải số liệu thật", "made-up data", .truth),
    ]
  }
}

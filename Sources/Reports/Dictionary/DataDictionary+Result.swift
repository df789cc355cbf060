internal import Diagnostics
internal import Grading

/// The fields of the result for programs (`parindex/result@1`), by the way to them.
extension DataDictionary {
  private static let points = Wording(vi: "điểm", en: "points")
  private static let percent = Wording(vi: "%", en: "%")

  var resultEntries: [Entry] {
    head + rounds + blocks + sets + units
  }

  private func field(
    _ path: String, _ vietnamese: String, _ english: String, _ type: FieldType,
    unit: Wording? = nil, range: String? = nil
  ) -> Entry {
    Entry(
      file: names.result, field: path, meaning: Wording(vi: vietnamese, en: english), type: type,
      unit: unit, range: range)
  }

  /// Names of an enumeration's cases, as files write them.
  private func cases<Kind: CaseIterable & RawRepresentable>(_ kind: Kind.Type) -> String
  where Kind.RawValue == String {
    kind.allCases.map(\.rawValue).joined(separator: ", ")
  }

  private var head: [Entry] {
    [
      field("format", "tên và phiên bản của dạng tệp", "name and version of the format", .text),
      field(
        "digest", "mã kiểm tra toàn vẹn của kết quả, không gồm provenance",
        "digest of the result without provenance", .digest),
      field("layers[]", "tên các bước (lớp điểm), theo thứ tự", "the layers in order", .identifier),
      field(
        "provenance.engine", "phiên bản chương trình đã tính", "version that computed it", .text),
      field(
        "provenance.files[].path", "tệp đầu vào, nhìn từ thư mục của kỳ",
        "an input file, from the round's folder", .text),
      field("provenance.files[].sha256", "mã kiểm tra của tệp đó", "its digest", .digest),
      field(
        "provenance.log", "số sự kiện và mã của dòng cuối trong nhật ký",
        "number of events and digest of the last one", .text),
    ]
  }

  private var rounds: [Entry] {
    [
      field("round.id", "mã kỳ đánh giá", "id of the round", .identifier),
      field("round.title", "tên kỳ đánh giá", "title of the round", .text),
      field("round.year", "năm đánh giá", "year", .integer),
      field(
        "round.as_of", "thời điểm của kết quả theo nhật ký", "moment of the log it is of", .text),
      field("round.illustrative", "kỳ dùng số liệu minh họa", "made-up data", .truth),
      field("round.note", "lời nói thêm", "what the round says of itself", .text),
      field(
        "round.before_appraisal", "điểm khi chưa thẩm định", "points before appraisal",
        .identifier, range: cases(BeforeAppraisal.self)),
      field(
        "round.not_submitted", "cách xử lý nơi không nộp", "what becomes of who hands in nothing",
        .identifier, range: cases(NotSubmitted.self)),
      field(
        "round.publication.state", "tình trạng công bố", "how far publication has come",
        .identifier, range: cases(PublicationState.self)),
      field(
        "round.publication.decision", "số, ký hiệu quyết định", "number of the decision", .text),
      field("round.publication.date", "ngày quyết định", "day of the decision", .day),
      field("round.publication.signer", "người ký", "who signed", .text),
    ]
  }

  private var blocks: [Entry] {
    let unit = "blocks[].groups[].units[]"
    return [
      field("blocks[].id", "mã khối", "id of the block", .identifier),
      field("blocks[].title", "tên khối", "title of the block", .text),
      field("blocks[].council", "Hội đồng thẩm định", "its council", .identifier),
      field("blocks[].grades[].name", "tên mức xếp hạng", "name of a grade", .text),
      field(
        "blocks[].grades[].from", "chỉ số thấp nhất của mức", "least index of the grade", .exact,
        unit: Self.percent),
      field(
        "blocks[].grades_on", "mức xét trên chỉ số đã làm tròn hay chưa",
        "which index grades are decided on", .identifier, range: cases(IndexBasis.self)),
      field(
        "blocks[].ranked_on", "thứ hạng xét trên chỉ số đã làm tròn hay chưa",
        "which index places are decided on", .identifier, range: cases(IndexBasis.self)),
      field(
        "blocks[].ties", "cách đánh số khi đồng hạng", "how ties are numbered", .identifier,
        range: cases(TieMethod.self)),
      field(
        "blocks[].groups[].parent", "cơ quan cấp trên của nhóm", "parent of the group",
        .identifier),
      field("\(unit).id", "mã cơ quan", "id of the unit", .identifier),
      field("\(unit).state", "tình trạng xếp hạng", "state in the ranking", .identifier),
      field("\(unit).rank", "thứ hạng chính thức", "final place", .integer, range: "≥ 1"),
      field("\(unit).tied", "đồng hạng", "shares its place", .truth),
      field("\(unit).index", "chỉ số chính thức", "final index", .exact, unit: Self.percent),
      field("\(unit).grade", "mức xếp hạng", "grade", .text),
      field(
        "\(unit).grade_before_conditions", "mức theo chỉ số", "grade by the index alone", .text),
      field("\(unit).provisional", "tạm tính", "something is open", .truth),
      field("\(unit).areas[].id", "mã lĩnh vực", "id of an area", .identifier),
      field(
        "\(unit).areas[].points", "điểm chính thức của lĩnh vực", "final points of the area",
        .exact, unit: Self.points),
      field(
        "\(unit).areas[].maximum", "điểm tối đa áp dụng của lĩnh vực", "maximum that applies",
        .exact, unit: Self.points),
    ]
  }

  private var sets: [Entry] {
    [
      field("sets[].id", "mã bộ tiêu chí", "id of a set", .identifier),
      field("sets[].title", "tên bộ tiêu chí", "title of the set", .text),
      field("sets[].maximum", "tổng điểm của bộ tiêu chí", "its total", .exact, unit: Self.points),
      field("sets[].items[].id", "mã tiêu chí thành phần", "id of an item", .identifier),
      field("sets[].items[].title", "tên tiêu chí thành phần", "title of the item", .text),
      field(
        "sets[].items[].maximum", "điểm tối đa", "its most points", .exact, unit: Self.points),
      field(
        "sets[].items[].scored_by", "nguồn điểm", "where its points come from", .identifier,
        range: cases(ScoredBy.self)),
    ]
  }

  private var units: [Entry] {
    [
      field("units[].id", "mã cơ quan", "id of a unit", .identifier),
      field("units[].name", "tên cơ quan", "its name", .text),
      field("units[].block", "khối", "its block", .identifier),
      field("units[].parent", "cơ quan cấp trên", "its parent", .identifier),
      field("units[].set", "bộ tiêu chí", "its set", .identifier),
      field("units[].submitted", "đã nộp bản tự chấm điểm", "handed in", .truth),
      field("units[].illustrative", "số liệu minh họa", "made-up data", .truth),
      field("units[].items[].id", "mã tiêu chí thành phần", "id of an item", .identifier),
      field(
        "units[].items[].points[]", "điểm ở từng bước, theo thứ tự của layers; null: chưa có",
        "points by layer; null: none yet", .exact, unit: Self.points),
      field(
        "units[].items[].state.<layer>", "tình trạng ở bước, khi khác “đã chấm”",
        "state in a layer, unless scored", .identifier),
      field(
        "units[].items[].basis.<layer>", "điểm ở bước lấy từ đâu, khi không phải từ cách chấm",
        "what gave the points, unless the rule", .identifier),
      field(
        "units[].items[].changed_since_accepted", "điểm đã đổi sau khi được chấp nhận",
        "points changed after they were accepted", .truth),
      field(
        "units[].totals[].points", "tổng điểm ở từng bước", "points by layer", .exact,
        unit: Self.points),
      field(
        "units[].totals[].maximum", "tổng điểm tối đa áp dụng", "maximum that applies", .exact,
        unit: Self.points),
      field("units[].totals[].bonus", "điểm thưởng", "bonus", .exact, unit: Self.points),
      field("units[].totals[].penalty", "điểm trừ", "penalty", .exact, unit: Self.points),
      field(
        "units[].totals[].exact_index", "chỉ số chính xác, chưa làm tròn", "exact index", .exact,
        unit: Self.percent),
      field(
        "units[].totals[].index", "chỉ số đã làm tròn", "rounded index", .exact, unit: Self.percent),
      field("units[].totals[].grade", "mức xếp hạng", "grade", .text),
      field(
        "units[].totals[].grade_before_conditions", "mức theo chỉ số", "grade by the index alone",
        .text),
      field(
        "units[].totals[].grade_conditions[]", "điều kiện đã hạ mức, theo số thứ tự của khối",
        "conditions that lowered it, by number", .integer),
      field("units[].totals[].rank", "thứ hạng", "place", .integer, range: "≥ 1"),
      field("units[].totals[].tied", "đồng hạng", "shares its place", .truth),
      field(
        "units[].totals[].breaker", "nội dung đã phân định đồng chỉ số", "what parted a tie",
        .identifier),
      field(
        "units[].totals[].skipped_breakers[]",
        "nội dung phân định bị bỏ qua vì không áp dụng cho mọi nơi",
        "tie breakers that were skipped", .identifier),
      field(
        "units[].totals[].open_items", "số tiêu chí thành phần còn chờ", "open items", .integer,
        range: "≥ 0"),
      field("units[].totals[].provisional", "tạm tính", "something is open", .truth),
    ]
  }
}

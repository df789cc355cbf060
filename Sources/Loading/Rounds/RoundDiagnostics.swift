internal import Diagnostics
internal import YAMLReading

/// Sentences about rounds, units and registers.
extension Diagnostic {
  static func bareDate(_ node: YAMLNode, key: String) -> Diagnostic {
    Diagnostic(
      .bareDate, at: node.span,
      Wording(
        vi: "thời hạn `\(key)` chưa nói ngày cuối có tính hay không",
        en: "the deadline `\(key)` does not say whether its day counts"),
      expected: Wording(
        vi: "`{before: …}` hoặc `{through: …}`", en: "`{before: …}` or `{through: …}`"),
      help: Wording(
        vi: "ghi `{through: \(node.text ?? "…")}` nếu hết ngày đó vẫn còn hạn",
        en: "write `{through: \(node.text ?? "…")}` when that whole day is in time"))
  }

  static func badDate(_ node: YAMLNode, key: String) -> Diagnostic {
    .badValue(
      node, key: key,
      expected: Wording(
        vi: "một ngày có thật, viết như 2017-12-20 hoặc 2017-12-20T17:00",
        en: "a real day, written like 2017-12-20 or 2017-12-20T17:00"))
  }

  static func badNumber(_ node: YAMLNode, key: String) -> Diagnostic {
    .badValue(
      node, key: key,
      expected: Wording(
        vi: "một số, viết như 0.5, 12 hoặc 87.5%", en: "a number, written like 0.5, 12 or 87.5%"))
  }

  static func unitWithoutBlock(_ unit: String, type: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .unitWithoutBlock, at: span,
      Wording(
        vi: "`\(unit)` không thuộc khối nào: không khối nào nhận loại `\(type)`",
        en: "`\(unit)` is in no block: none takes the type `\(type)`"),
      help: Wording(
        vi: "thêm `\(type)` vào `unit_types` của một khối hoặc ghi `block:` cho đơn vị này",
        en: "add `\(type)` to the `unit_types` of a block, or give this unit a `block:`"))
  }

  static func unknownBlock(_ block: String, of unit: String, known: [String], at span: SourceSpan)
    -> Diagnostic
  {
    let list = known.map { "`\($0)`" }.joined(separator: ", ")
    return Diagnostic(
      .unitWithoutBlock, at: span,
      Wording(
        vi: "`\(unit)` ghi khối `\(block)`, kỳ đánh giá không có khối này",
        en: "`\(unit)` names the block `\(block)`, which the round does not have"),
      expected: Wording(vi: "một trong \(list)", en: "one of \(list)"),
      help: NearestName.help(for: block, among: known))
  }

  static func unitWithoutCriteria(_ unit: String, type: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .unitWithoutCriteria, at: span,
      Wording(
        vi: "`\(unit)` không có bộ tiêu chí cho loại `\(type)`",
        en: "`\(unit)` has no criteria set for the type `\(type)`"),
      help: Wording(
        vi: "thêm bộ tiêu chí có `unit_type: \(type)` vào thư mục `criteria`",
        en: "add a set with `unit_type: \(type)` to the `criteria` folder"))
  }

  static func unknownParent(
    _ parent: String, of unit: String, known: [String], at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      .unknownParent, at: span,
      Wording(
        vi: "cơ quan cấp trên `\(parent)` của `\(unit)` không có trong danh sách",
        en: "the parent `\(parent)` of `\(unit)` is not in the register"),
      help: NearestName.help(for: parent, among: known))
  }

  static func unitListedTwice(_ unit: String, at span: SourceSpan, first: SourceSpan) -> Diagnostic
  {
    Diagnostic(
      .unitListedTwice, at: span,
      Wording(vi: "`\(unit)` được liệt kê hai lần", en: "`\(unit)` is listed twice"),
      secondary: [SourceLabel(first, Wording(vi: "lần đầu ở đây", en: "first listed here"))],
      help: Wording(vi: "bỏ một trong hai dòng", en: "remove one of the two"))
  }

  static func unitCycle(_ units: [String], at span: SourceSpan) -> Diagnostic {
    let chain = units.joined(separator: " → ")
    return Diagnostic(
      .unitCycle, at: span,
      Wording(
        vi: "quan hệ cấp trên đi thành vòng: \(chain)", en: "parents form a circle: \(chain)"),
      help: Wording(vi: "bỏ `parent` của một đơn vị trong vòng", en: "remove one `parent`"))
  }

  static func unknownUnit(_ unit: String, known: [String], at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .unknownUnit, at: span,
      Wording(
        vi: "`\(unit)` không có trong danh sách đơn vị",
        en: "`\(unit)` is not in the register of units"),
      help: NearestName.help(for: unit, among: known))
  }

  static func unknownTrait(_ trait: String, known: [String], at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .unknownName, at: span,
      Wording(
        vi: "đặc điểm `\(trait)` không được khai ở `traits` của units.yaml",
        en: "the trait `\(trait)` is not declared under `traits` of units.yaml"),
      help: NearestName.help(for: trait, among: known)
        ?? Wording(
          vi: "khai `\(trait): {title: …}` ở `traits`",
          en: "declare `\(trait): {title: …}` under `traits`"))
  }

  static func gradesDisordered(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .gradesDisordered, at: span,
      Wording(
        vi: "các mức xếp hạng không giảm dần", en: "the grades' bounds do not fall"),
      expected: Wording(vi: "mức cao nhất đứng trước", en: "the best grade first"))
  }

  static func unknownRegister(_ register: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .unknownRegister, severity: .warning, at: span,
      Wording(
        vi: "bộ tiêu chí cần sổ `\(register)` nhưng kỳ đánh giá không có",
        en: "the criteria read the register `\(register)`, which the round does not have"),
      help: Wording(
        vi: "khai `\(register)` dưới `registers:` của round.yaml",
        en: "declare `\(register)` under `registers:` in round.yaml"))
  }

  static func criteriaCycle(_ blocks: [String], at span: SourceSpan) -> Diagnostic {
    let chain = (blocks + blocks.prefix(1)).joined(separator: " → ")
    return Diagnostic(
      .criteriaCycle, at: span,
      Wording(
        vi: "các khối chờ kết quả của nhau: \(chain)",
        en: "blocks wait for each other's results: \(chain)"),
      help: Wording(
        vi: "tách cấp trên và cấp dưới vào hai khối khác nhau",
        en: "put parents and those below them in different blocks"))
  }
}

extension Diagnostic {
  static func gradeEffect(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .badValue, at: span,
      Wording(
        vi: "điều kiện không nói hạ mức xếp hạng thế nào",
        en: "the condition does not say what it does to the grade"),
      expected: Wording(
        vi: "`at_most: TÊN MỨC` hoặc `lower_by: 1`", en: "`at_most: GRADE` or `lower_by: 1`"))
  }

  static func noSuchFile(_ name: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .fileMissing, at: span,
      Wording(vi: "không có `\(name)`", en: "`\(name)` does not exist"),
      expected: Wording(
        vi: "đường dẫn tính từ thư mục chứa tệp này", en: "a path from the folder of this file"))
  }

  static func folderUnreadable(_ folder: SourceFile, reason: Wording) -> Diagnostic {
    Diagnostic(
      .fileUnreadable, at: SourceSpan(whole: folder),
      Wording(
        vi: "không đọc được thư mục: \(reason.vietnamese)",
        en: "the folder cannot be read: \(reason.english)"))
  }

  static func noFolder(_ file: SourceFile) -> Diagnostic {
    Diagnostic(
      .fileUnreadable, at: SourceSpan(whole: file),
      Wording(vi: "đây là tệp, không phải thư mục", en: "this is a file, not a folder"),
      expected: Wording(
        vi: "thư mục của đơn vị, trong có self-assessment.yaml",
        en: "the unit's folder, with self-assessment.yaml in it"))
  }

  static func noUnits(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .missingKey, at: span,
      Wording(vi: "danh sách không có đơn vị nào", en: "the register has no units"),
      help: Wording(
        vi: "thêm từng đơn vị, như `{id: so-y-te, name: Sở Y tế, type: so}`",
        en: "add the units, like `{id: so-y-te, name: Sở Y tế, type: so}`"))
  }

  static func stageGoesBack(_ id: String, before other: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .timeGoesBack, at: span,
      Wording(
        vi: "bước `\(id)` hết hạn trước bước `\(other)` đứng trên nó",
        en: "the stage `\(id)` ends before `\(other)` above it"),
      expected: Wording(vi: "các bước theo thứ tự thời gian", en: "stages in the order of time"))
  }

  static func bareStage(_ node: YAMLNode) -> Diagnostic {
    Diagnostic(
      .bareDate, at: node.span,
      Wording(
        vi: "`deadline` chưa nói ngày cuối có tính hay không",
        en: "`deadline` does not say whether its day counts"),
      expected: Wording(vi: "`before: …` hoặc `through: …`", en: "`before: …` or `through: …`"),
      help: Wording(
        vi: "ghi `through: \(node.text ?? "…")` nếu hết ngày đó vẫn còn hạn",
        en: "write `through: \(node.text ?? "…")` when that whole day is in time"))
  }

  static func folderOfNobody(_ name: String, in folder: String, known: [String]) -> Diagnostic {
    Diagnostic(
      .unknownUnit, severity: .warning,
      at: SourceSpan(whole: SourceFile(path: "\(folder)/\(name)")),
      Wording(
        vi: "không đơn vị nào có mã `\(name)`, nên thư mục này không được đọc",
        en: "no unit has the id `\(name)`, so this folder is not read"),
      expected: Wording(
        vi: "tên thư mục là mã của đơn vị trong units.yaml",
        en: "folders named by the ids of units.yaml"),
      help: NearestName.help(for: name, among: known))
  }

  static func setsForOneType(
    _ id: String, type: String, first: String, at span: SourceSpan, firstSpan: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      .duplicateID, at: span,
      Wording(
        vi: "bộ tiêu chí `\(id)` cũng dành cho loại `\(type)`, như `\(first)`",
        en: "the set `\(id)` is for the type `\(type)` too, as is `\(first)`"),
      secondary: [SourceLabel(firstSpan, Wording(vi: "bộ đầu ở đây", en: "the first is here"))],
      expected: Wording(
        vi: "mỗi loại một bộ tiêu chí; bộ cho vài đơn vị thì nêu `units:`",
        en: "one set for a type; a set for some units says which under `units:`"),
      help: Wording(
        vi: "bỏ một bộ khỏi `criteria` của kỳ đánh giá, hoặc thêm `units:`",
        en: "take one of them out of the round's `criteria`, or add `units:`"))
  }

  static func notOptional(_ id: String, known: [String], at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .unknownItem, at: span,
      Wording(
        vi: "không có lĩnh vực hay tiêu chí `\(id)` ghi `optional: yes`",
        en: "there is no area or criterion `\(id)` with `optional: yes`"),
      help: NearestName.help(for: id, among: known))
  }

  static func unknownDeadline(_ id: String, known: [String], at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .unknownStage, at: span,
      Wording(
        vi: "kỳ đánh giá không có thời hạn `\(id)`",
        en: "the round has no deadline `\(id)`"),
      help: NearestName.help(for: id, among: known))
  }
}

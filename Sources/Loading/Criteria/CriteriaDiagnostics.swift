internal import Diagnostics
internal import Grading
internal import YAMLReading

/// Sentences about criteria sets.
extension Diagnostic {
  static func missingKey(_ key: String, of id: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .missingKey, at: span,
      Wording(vi: "`\(id)` thiếu khóa `\(key)`", en: "`\(id)` has no `\(key)`"),
      help: Wording(vi: "thêm `\(key)`", en: "add `\(key)`"))
  }

  static func sumMismatch(
    _ id: String, stated: Exact, sum: Exact, at span: SourceSpan
  ) -> Diagnostic {
    let difference = (sum - stated).canonicalText
    return Diagnostic(
      .weightsDoNotAddUp, at: span,
      Wording(
        vi:
          "điểm tối đa của `\(id)` là \(stated.withComma) nhưng các phần cộng lại được \(sum.withComma)",
        en:
          "`\(id)` has at most \(stated.canonicalText) points but its parts add up to \(sum.canonicalText)"
      ),
      expected: Wording(
        vi: "hai số bằng nhau (đang lệch \((sum - stated).withComma))",
        en: "equal sums (off by \(difference))"))
  }

  static func weightsMixed(_ id: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .weightsMixed, at: span,
      Wording(
        vi: "các phần của `\(id)` dùng lẫn `weight` và `max_points`",
        en: "the parts of `\(id)` mix `weight` and `max_points`"),
      help: Wording(vi: "dùng một loại cho tất cả", en: "use one of the two for all of them"))
  }

  static func duplicateID(_ id: String, at span: SourceSpan, first: SourceSpan) -> Diagnostic {
    Diagnostic(
      .duplicateID, at: span,
      Wording(vi: "mã `\(id)` dùng hai lần", en: "the id `\(id)` stands twice"),
      secondary: [SourceLabel(first, Wording(vi: "lần đầu ở đây", en: "first used here"))],
      help: Wording(vi: "đổi một trong hai mã", en: "change one of the two"))
  }

  static func idHierarchy(_ id: String, parent: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .idHierarchy, at: span,
      Wording(
        vi: "mã `\(id)` nằm trong `\(parent)`", en: "the id `\(id)` stands inside `\(parent)`"),
      expected: Wording(vi: "mã dạng `\(parent).1`", en: "an id like `\(parent).1`"))
  }

  static func cannotReach(_ id: String, best: Exact, maximum: Exact, at span: SourceSpan)
    -> Diagnostic
  {
    Diagnostic(
      .ruleCannotReachMaximum, at: span,
      Wording(
        vi:
          "`\(id)` không bao giờ đạt điểm tối đa \(maximum.withComma): nhiều nhất \(best.withComma)",
        en:
          "`\(id)` can never reach its \(maximum.canonicalText) points: at most \(best.canonicalText)"
      ))
  }

  static func exceeds(_ id: String, best: Exact, maximum: Exact, at span: SourceSpan) -> Diagnostic
  {
    Diagnostic(
      .ruleExceedsMaximum, at: span,
      Wording(
        vi:
          "`\(id)` có thể cho \(best.withComma) điểm, quá điểm tối đa \(maximum.withComma)",
        en:
          "`\(id)` can give \(best.canonicalText) points, above its maximum of \(maximum.canonicalText)"
      ))
  }

  static func stepUnreachable(_ number: Int, _ points: Exact, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .stepsUnreachable, at: span,
      Wording(
        vi: "mức thứ \(number) (\(points.withComma) điểm) không bao giờ được dùng",
        en: "step \(number) (\(points.canonicalText) points) can never be used"),
      help: Wording(
        vi: "các mức được xét từ trên xuống: đặt mức này lên trên hoặc bỏ nó",
        en: "steps are tried from the top: move this one up, or remove it"))
  }

  static func stepsOverlap(_ number: Int, at span: SourceSpan, other: SourceSpan) -> Diagnostic {
    Diagnostic(
      .stepsOverlap, at: span,
      Wording(
        vi: "mức thứ \(number) chồng lên một mức đứng trước",
        en: "step \(number) overlaps one above it"),
      secondary: [SourceLabel(other, Wording(vi: "mức kia", en: "the other step"))],
      expected: Wording(
        vi: "mỗi giá trị chỉ rơi vào một mức", en: "each value in one step only"))
  }

  static func stepsNotMonotonic(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .stepsNotMonotonic, at: span,
      Wording(
        vi: "điểm của các mức lúc tăng lúc giảm, đổi chiều từ đây",
        en: "the points of the steps rise and fall, turning here"),
      help: Wording(
        vi: "kiểm tra điểm của mức này và thứ tự các mức",
        en: "check the points of this step and the order of the steps"))
  }

  static func laterGivesMore(_ later: Exact, after earlier: Exact, at span: SourceSpan)
    -> Diagnostic
  {
    Diagnostic(
      .stepsNotMonotonic, at: span,
      Wording(
        vi:
          "muộn hơn mà được nhiều điểm hơn (\(later.withComma) sau \(earlier.withComma))",
        en:
          "a later date gives more points (\(later.canonicalText) after \(earlier.canonicalText))"),
      help: Wording(
        vi: "kiểm tra điểm và thứ tự của các mốc ngày",
        en: "check the points and the order of the dates"))
  }

  static func badRange(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .badValue, at: span,
      Wording(vi: "khoảng giá trị không có đúng hai đầu", en: "the range does not have two ends"),
      expected: Wording(
        vi: "hai đầu, như `[0, 100]`; đầu để ngỏ ghi `~`, như `[0, ~]`",
        en: "two ends, like `[0, 100]`; an open one is `~`, as in `[0, ~]`"))
  }

  static func rangeUpsideDown(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .floorAboveCeiling, at: span,
      Wording(
        vi: "đầu dưới của khoảng lớn hơn đầu trên", en: "the range begins above its end"),
      help: Wording(vi: "đổi chỗ hai đầu", en: "exchange the two ends"))
  }

  static func noSuchDay(_ source: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .badValue, at: span,
      Wording(
        vi: "`\(source)` không phải ngày nào cả", en: "`\(source)` is no day of any year"),
      expected: Wording(
        vi: "tháng từ 1 đến 12, ngày có trong tháng", en: "a month from 1 to 12, and a day in it"))
  }

  static func tooManyBases(most: Int, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .overlayCycle, at: span,
      Wording(
        vi: "`extends` nối nhau quá \(most) tệp",
        en: "`extends` leads through more than \(most) files"))
  }

  static func addsNothing(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .missingKey, at: span,
      Wording(vi: "chưa nói thêm gì", en: "it does not say what is added"),
      expected: Wording(
        vi: "một trong `area`, `criterion`, `sub_criterion`",
        en: "one of `area`, `criterion`, `sub_criterion`"))
  }

  static func stepsGap(_ value: Exact, isShare: Bool, at span: SourceSpan) -> Diagnostic {
    let text = isShare ? "\((value * .hundred).canonicalText)%" : value.canonicalText
    let vietnamese = text.replacing(".", with: ",")
    return Diagnostic(
      .stepsGap, at: span,
      Wording(
        vi: "giá trị \(vietnamese) không rơi vào mức nào", en: "the value \(text) is in no step"),
      help: Wording(
        vi: "nối liền các mốc hoặc thêm `{otherwise: …}`",
        en: "close the bounds up or add `{otherwise: …}`"))
  }

  static func eitherKey(_ first: String, _ second: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .ruleMismatch, at: span,
      Wording(
        vi: "`\(first)` và `\(second)` không đứng cùng nhau",
        en: "`\(first)` and `\(second)` exclude each other"),
      help: Wording(vi: "bỏ một trong hai", en: "remove one of the two"))
  }

  static func ambiguousApplicability(_ name: String, unit: SourceSpan, at span: SourceSpan)
    -> Diagnostic
  {
    Diagnostic(
      .ambiguousApplicability, at: span,
      Wording(
        vi: "`\(name)` vừa là một đơn vị vừa là một đặc điểm",
        en: "`\(name)` is both a unit and a trait"),
      secondary: [SourceLabel(unit, Wording(vi: "đơn vị này", en: "this unit"))],
      help: Wording(vi: "đổi tên đặc điểm", en: "rename the trait"))
  }

  static func unknownApplicability(_ name: String, known: [String], at span: SourceSpan)
    -> Diagnostic
  {
    Diagnostic(
      .unknownName, severity: .warning, at: span,
      Wording(
        vi: "không đơn vị nào tên là `\(name)` và không đơn vị nào có đặc điểm `\(name)`",
        en: "no unit is called `\(name)` and none has the trait `\(name)`"),
      help: NearestName.help(for: name, among: known))
  }

  static func tooManyBands(most: Int, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .ruleMismatch, at: span,
      Wording(vi: "quá nhiều mức trong một bảng", en: "too many steps in one table"),
      expected: Wording(vi: "không quá \(most) mức", en: "at most \(most) steps"))
  }

  static func noChoice(_ name: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .ruleMismatch, at: span,
      Wording(
        vi: "`choice` đọc `\(name)`, không phải dữ liệu loại `choice`",
        en: "`choice` reads `\(name)`, which is no `choice` input"))
  }

  static func floorAboveCeiling(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .floorAboveCeiling, at: span,
      Wording(vi: "sàn cao hơn trần", en: "the floor is above the ceiling"),
      expected: Wording(
        vi: "sàn thấp hơn trần (không ghi thì trần là 100% hoặc điểm tối đa); trần lớn hơn 0",
        en: "a floor below the ceiling (100% or the maximum unless stated), the ceiling above 0"))
  }

  static func absoluteDate(_ source: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .absoluteDate, at: span,
      Wording(
        vi: "ngày `\(source)` không đi theo năm của kỳ đánh giá",
        en: "the date `\(source)` does not move with the round's year"),
      help: Wording(
        vi: "viết theo `year`, như `date(year - 1, 12, 31)`",
        en: "write it with `year`, like `date(year - 1, 12, 31)`"))
  }

  static func withoutPolicy(_ code: DiagnosticCode, _ id: String, at span: SourceSpan) -> Diagnostic
  {
    let isMissing = code == .missingWithoutPolicy
    let key = isMissing ? "if_missing" : "if_undefined"
    return Diagnostic(
      code, at: span,
      isMissing
        ? Wording(
          vi: "`\(id)` đọc số liệu của cơ quan khác mà không nói khi không có số liệu thì sao",
          en: "`\(id)` reads another office's figures and does not say what if they are missing")
        : Wording(
          vi: "`\(id)` có thể chia cho 0 hoặc không rơi vào mức nào",
          en: "`\(id)` can divide by 0 or match no case"),
      help: Wording(
        vi: "thêm `\(key): zero | full_points | not_applicable | pending`",
        en: "add `\(key): zero | full_points | not_applicable | pending`"))
  }

  static func noClause(_ id: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .noClause, at: span,
      Wording(vi: "`\(id)` không có căn cứ (`clause`)", en: "`\(id)` has no `clause`"),
      help: Wording(
        vi: "thêm `clause: {document: …, article: …}` ở đây, ở tiêu chí, lĩnh vực hoặc cả bộ",
        en: "add `clause: {document: …, article: …}` here or at a level above"))
  }

  static func fullPointsInBonus(_ id: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .fullPointsInBonus, at: span,
      Wording(
        vi: "`\(id)` thuộc điểm thưởng hoặc điểm trừ nên không thể đủ điểm",
        en: "`\(id)` is in a bonus or penalty area and cannot get full points"),
      help: Wording(
        vi: "thay `full_points` bằng `zero`, `not_applicable` hoặc `pending`",
        en: "write `zero`, `not_applicable` or `pending` instead of `full_points`"))
  }

  static func unknownRule(_ name: String, known: [String], at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .ruleMismatch, at: span,
      Wording(vi: "không có quy tắc `\(name)`", en: "there is no rule `\(name)`"),
      expected: Wording(
        vi: "một trong \(known.joined(separator: ", "))",
        en: "one of \(known.joined(separator: ", "))"),
      help: NearestName.help(for: name, among: known))
  }

  static func ruleMismatch(_ message: Wording, at span: SourceSpan) -> Diagnostic {
    Diagnostic(.ruleMismatch, at: span, message)
  }

  static func overlayTarget(_ id: String, known: [String], at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .overlayTarget, at: span,
      Wording(vi: "bộ gốc không có `\(id)`", en: "the base has no `\(id)`"),
      help: NearestID.help(for: id, among: known))
  }

  static func counterpartTarget(_ id: String, known: [String], at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .overlayTarget, at: span,
      Wording(
        vi: "bộ này không có `\(id)` là mục có cách chấm",
        en: "the set has no scored item `\(id)`"),
      help: NearestID.help(for: id, among: known))
  }

  static func counterpartTwice(_ old: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .duplicateID, at: span,
      Wording(
        vi: "hai mục cùng nhận `\(old)` của bộ trước là mục của mình",
        en: "two items both say that they were `\(old)`"))
  }

  static func overlayCycle(_ paths: [String], at span: SourceSpan) -> Diagnostic {
    let chain = paths.joined(separator: " → ")
    return Diagnostic(
      .overlayCycle, at: span,
      Wording(vi: "`extends` đi thành vòng: \(chain)", en: "`extends` forms a circle: \(chain)"))
  }
}

extension Exact {
  /// With a decimal comma, as Vietnamese is written.
  var withComma: String { canonicalText.replacing(".", with: ",") }
}

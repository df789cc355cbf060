internal import Diagnostics

/// What a value of a line must be.
enum LogShape {
  case words
  case id
  case ids
  case time
  case moment
  case digest
  case number
  case earlierNumber
  case truth
  case textOrInputs
  case points
  case inputs
  case files
  case vote
  case oneOf([String])
}

/// Sentences about one line of a log.
extension Diagnostic {
  static func logNotUTF8(_ line: LogLine) -> Diagnostic {
    Diagnostic(
      .notUTF8, at: line.span,
      Wording(vi: "dòng \(line.number) không phải UTF-8", en: "line \(line.number) is not UTF-8"))
  }

  static func logSyntax(_ line: LogLine, _ fault: LineFault) -> Diagnostic {
    Diagnostic(
      .logSyntax, at: line.span(fault.offset..<fault.offset),
      Wording(
        vi: "dòng \(line.number) không phải là một sự kiện viết bằng JSON",
        en: "line \(line.number) is no event written in JSON"),
      expected: fault.expected.wording)
  }

  static func logLineTooLong(_ line: LogLine) -> Diagnostic {
    let most = RoundEvent.longestLine >> 10
    return Diagnostic(
      .logSyntax, at: line.span,
      Wording(
        vi: "dòng \(line.number) dài hơn mức cho phép", en: "line \(line.number) is too long"),
      expected: Wording(
        vi: "một sự kiện một dòng, không quá \(most) KiB",
        en: "one event a line, of at most \(most) KiB"))
  }

  static func logNotCanonical(_ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .logSyntax, at: span,
      Wording(
        vi: "sự kiện không ở dạng chuẩn: từ đây khác với cách chương trình ghi",
        en: "the event is not in canonical form: from here on it is not as this program writes it"),
      expected: Wording(
        vi: "JSON chuẩn tắc (RFC 8785), chữ ở dạng NFC",
        en: "canonical JSON (RFC 8785) with text in NFC"))
  }

  // MARK: Keys

  static func logKeyUnknown(_ span: SourceSpan, _ key: String) -> Diagnostic {
    Diagnostic(
      .unknownKey, at: span,
      Wording(
        vi: "sự kiện không có khóa `\(key)`", en: "an event has no key `\(key)`"),
      help: NearestName.help(for: key, among: EventKey.allCases.map(\.rawValue)))
  }

  static func logKeyTwice(_ span: SourceSpan, _ key: EventKey, first: SourceSpan) -> Diagnostic {
    Diagnostic(
      .duplicateKey, at: span,
      Wording(
        vi: "khóa `\(key.rawValue)` đã có trong sự kiện này",
        en: "the event has the key `\(key.rawValue)` already"),
      secondary: [SourceLabel(first, Wording(vi: "lần đầu ở đây", en: "first here"))])
  }

  static func logKeyMissing(_ line: LogLine, _ key: EventKey, of owner: String?) -> Diagnostic {
    Diagnostic(
      .missingKey, at: line.span,
      Wording(
        vi: "sự kiện\(owner.map { " `\($0)`" } ?? "") thiếu `\(key.rawValue)`",
        en: "the event\(owner.map { " `\($0)`" } ?? "") lacks `\(key.rawValue)`"))
  }

  static func logKeyWithoutUse(
    _ span: SourceSpan, _ key: EventKey, _ kind: EventKind, _ decision: EventDecision?
  ) -> Diagnostic {
    let owner = decision.map { "\(kind.rawValue), \($0.rawValue)" } ?? kind.rawValue
    return Diagnostic(
      .unknownKey, at: span,
      Wording(
        vi: "`\(key.rawValue)` không dùng với sự kiện `\(owner)`",
        en: "`\(key.rawValue)` has no use in an event `\(owner)`"))
  }

  static func logWithoutSubject(_ line: LogLine) -> Diagnostic {
    Diagnostic(
      .missingKey, at: line.span,
      Wording(
        vi: "sự kiện không nói về tiêu chí hay số liệu nào",
        en: "the event says of no item and of no figure that it is about them"),
      expected: Wording(vi: "`item` hoặc `figure`", en: "`item` or `figure`"))
  }

  static func logTwoSubjects(_ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .badValue, at: span,
      Wording(
        vi: "sự kiện vừa ghi `item` vừa ghi `figure`",
        en: "the event names both an `item` and a `figure`"),
      expected: Wording(vi: "một trong hai", en: "one of the two"))
  }

  static func logFigureTakesOnlyCorrection(
    _ span: SourceSpan, _ decision: EventDecision
  ) -> Diagnostic {
    Diagnostic(
      .decisionRefused, at: span,
      Wording(
        vi: "số liệu chỉ có thể được đính chính, không thể `\(decision.rawValue)`",
        en: "a figure can only be corrected; `\(decision.rawValue)` is for items"),
      expected: Wording(vi: "`correct_figure`", en: "`correct_figure`"))
  }

  // MARK: Values

  static func logValue(_ span: SourceSpan, _ key: EventKey, _ shape: LogShape) -> Diagnostic {
    Diagnostic(
      .badValue, at: span,
      Wording(
        vi: "giá trị của `\(key.rawValue)` không dùng được",
        en: "the value of `\(key.rawValue)` cannot be used"),
      expected: shape.wording)
  }

  static func logChoice(
    _ span: SourceSpan, _ key: EventKey, _ text: String, known: [String]
  ) -> Diagnostic {
    Diagnostic(
      .badValue, at: span,
      Wording(
        vi: "`\(key.rawValue)` không có giá trị `\(text)`",
        en: "`\(key.rawValue)` has no value `\(text)`"),
      expected: LogShape.oneOf(known).wording, help: NearestName.help(for: text, among: known))
  }

  static func logFormatUnknown(_ span: SourceSpan, _ format: String) -> Diagnostic {
    Diagnostic(
      .unknownFormat, at: span,
      Wording(
        vi: "chưa đọc được nhật ký dạng `\(format)`",
        en: "logs of the format `\(format)` cannot be read"),
      expected: Wording(vi: "`\(LogOpening.format)`", en: "`\(LogOpening.format)`"))
  }

  static func logOpeningPlace(_ span: SourceSpan, isFirst: Bool) -> Diagnostic {
    Diagnostic(
      .badValue, at: span,
      isFirst
        ? Wording(
          vi: "sự kiện đầu tiên phải mở kỳ đánh giá", en: "the first event must open the round")
        : Wording(
          vi: "chỉ sự kiện đầu tiên mở kỳ đánh giá", en: "only the first event opens the round"))
  }
}

extension LineFault.Expectation {
  fileprivate var wording: Wording {
    switch self {
    case .sign(let sign): Wording(vi: "`\(sign)` ở đây", en: "`\(sign)` here")
    case .key: Wording(vi: "một khóa trong dấu ngoặc kép", en: "a key in quotation marks")
    case .value: Wording(vi: "một giá trị", en: "a value")
    case .text: Wording(vi: "một chuỗi trong dấu ngoặc kép", en: "a text in quotation marks")
    case .escape:
      Wording(vi: "một ký tự thoát của JSON sau `\\`", en: "one of JSON's escapes behind `\\`")
    case .endOfText:
      Wording(vi: "dấu ngoặc kép kết thúc chuỗi", en: "the quotation mark that ends the text")
    case .endOfLine: Wording(vi: "hết dòng", en: "the end of the line")
    }
  }
}

extension LogShape {
  fileprivate var wording: Wording {
    switch self {
    case .words: Wording(vi: "lời văn", en: "words")
    case .id: Wording(vi: "một mã (`so-y-te`, `1.1.4`)", en: "an id (`so-y-te`, `1.1.4`)")
    case .ids:
      Wording(vi: "danh sách mã, mỗi mã một lần", en: "a list of ids, each of them once")
    case .time:
      Wording(vi: "thời điểm như `2017-12-27T09:10:42`", en: "a time like `2017-12-27T09:10:42`")
    case .moment:
      Wording(
        vi: "ngày như `2018-01-08`, có thể kèm giờ `T17:00`",
        en: "a day like `2018-01-08`, or with a time `T17:00`")
    case .digest:
      Wording(
        vi: "mã kiểm tra toàn vẹn SHA-256: 64 chữ số thập lục phân viết thường",
        en: "a SHA-256 digest: 64 hexadecimal digits in lower case")
    case .number: Wording(vi: "số nguyên từ 1", en: "a whole number from 1")
    case .earlierNumber:
      Wording(vi: "số của một sự kiện đứng trước", en: "the number of an earlier event")
    case .truth: Wording(vi: "`true`, hoặc bỏ khóa này", en: "`true`, or no such key")
    case .textOrInputs:
      Wording(
        vi: "một chuỗi, hoặc các chỉ tiêu đầu vào theo tên",
        en: "a text, or inputs by their names")
    case .points: Wording(vi: "số điểm như `0.75`", en: "points like `0.75`")
    case .inputs:
      Wording(vi: "các chỉ tiêu đầu vào theo tên", en: "inputs by their names")
    case .files:
      Wording(
        vi: "tệp và mã SHA-256 của từng tệp", en: "files, each with its SHA-256 digest")
    case .vote:
      Wording(
        vi: #"số phiếu, như `{"abstaining":"0","against":"1","for":"8"}`"#,
        en: #"numbers of votes, like `{"abstaining":"0","against":"1","for":"8"}`"#)
    case .oneOf(let known):
      Wording(
        vi: "một trong \(known.map { "`\($0)`" }.joined(separator: ", "))",
        en: "one of \(known.map { "`\($0)`" }.joined(separator: ", "))")
    }
  }
}

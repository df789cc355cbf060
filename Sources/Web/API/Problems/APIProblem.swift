internal import Diagnostics
internal import EventLog
internal import Grading
internal import Loading
internal import Procedure
internal import Reports
internal import Store

/// Why a request of the API is not done, as RFC 9457 has it: `application/problem+json`.
struct APIProblem: Error, Sendable {
  /// What it is, by its stable name.
  enum Code: String, Sendable, CaseIterable {
    case malformed = "malformed-json"
    case invalid = "invalid-request"
    case noToken = "no-token"
    case wrongToken = "wrong-token"
    case notAllowed = "not-allowed"
    case missing = "not-found"
    case method = "method-not-allowed"
    case slow = "too-slow"
    case conflict = "conflict"
    /// A rule of procedure forbids it.
    case refused = "procedure-refused"
    case files = "unusable-files"
    case tooLarge = "too-large"
    case mediaType = "unsupported-media-type"
    case unclear = "cannot-be-meant"
    case held = "too-many-failures"
    case internalError = "internal-error"
    case unavailable = "unavailable"
    case full = "disk-full"

    var status: Int {
      switch self {
      case .malformed, .invalid: 400
      case .noToken, .wrongToken: 401
      case .notAllowed: 403
      case .missing: 404
      case .method: 405
      case .slow: 408
      case .conflict, .refused, .files: 409
      case .tooLarge: 413
      case .mediaType: 415
      case .unclear: 422
      case .held: 429
      case .internalError: 500
      case .unavailable: 503
      case .full: 507
      }
    }
  }

  /// One thing that is wrong, in both languages until it is said.
  struct Part: Sendable {
    var place: APIFault.Place?
    var code: String
    var message: Wording
    /// The rule that it breaks, and whose move it is or how to mend it.
    var rule: Wording?
    var move: Wording?
    /// Where a file says it.
    var file: (path: String, line: Int, column: Int)?
    /// Of a workbook.
    var cell: String?
  }

  let code: Code
  let detail: Wording
  var parts: [Part] = []
  var rule: Wording?
  var move: Wording?
  /// What stands there now, where something else was seen.
  var current: JSONValue?
  var headers: [(name: String, value: String)] = []

  init(_ code: Code, _ vietnamese: String, _ english: String) {
    self.init(code, Wording(vi: vietnamese, en: english))
  }

  init(_ code: Code, _ detail: Wording) {
    self.code = code
    self.detail = detail
  }

  /// Everything that is wrong with what was sent.
  init(_ code: Code, _ faults: [APIFault]) {
    self.init(
      code, "yêu cầu có \(faults.count) chỗ phải sửa",
      "\(faults.count) parts of it are to be mended")
    parts = faults.map { Part(place: $0.place, code: $0.code, message: $0.message) }
  }

  /// What reading files or a rule of procedure found.
  init(_ code: Code, _ diagnostics: [Diagnostic]) {
    self.init(
      code,
      diagnostics.first?.message ?? Wording(vi: "chưa thực hiện được", en: "it cannot be done"))
    rule = diagnostics.first?.expected
    move = diagnostics.first?.help
    parts = diagnostics.map(Part.init)
  }

  init(_ hindrance: Hindrance) {
    switch hindrance {
    case .nobody: self.init(.noToken, "chưa có mã truy cập", "there is no token")
    case .missing: self.init(.missing, "không có đối tượng này", "there is no such thing")
    case .unusableFiles:
      self.init(
        .files, "tệp của đơn vị không đọc được; chạy parindex check để biết lỗi",
        "the unit's files cannot be used; parindex check says why")
    case .refused(let refusal):
      self.init(.notAllowed, refusal.wording)
      guard case .procedure(let broken) = refusal else { return }
      let statement = broken.rule.statement
      rule = Wording(
        vi: "\(statement.vietnamese) (quy tắc \(broken.rule.rawValue))",
        en: "\(statement.english) (rule \(broken.rule.rawValue))")
      move = broken.wording.move
    }
  }
}

extension APIProblem.Part {
  init(_ diagnostic: Diagnostic) {
    code = diagnostic.code.rawValue
    message = diagnostic.message
    rule = diagnostic.expected
    move = diagnostic.help
    let span = diagnostic.primary.span
    cell = span.cell
    if !span.isWholeFile {
      file = (span.file.path, Int(span.start.line), Int(span.start.column))
    }
  }
}

extension Result where Failure == Hindrance {
  /// What was to be had, or the problem that keeps it back.
  func orProblem() throws -> Success {
    switch self {
    case .success(let value): return value
    case .failure(let hindrance): throw APIProblem(hindrance)
    }
  }
}

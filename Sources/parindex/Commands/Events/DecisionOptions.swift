import ArgumentParser
import EventLog
import Grading
import Loading

/// What an appraisal or the council decides of an item or a figure.
struct DecisionOptions: ParsableArguments {
  @Option(help: "Bước (mã); mặc định là bước đang mở.")
  var stage: String?

  @Flag(help: "Chấp nhận kết quả đang có.")
  var accept = false

  @Option(parsing: .unconditional, help: "Cho số điểm này; số âm: --points=-1.")
  var points: String?

  @Option(
    help: ArgumentHelp(
      "Sửa số liệu đầu vào, cách chấm tính lại; dùng nhiều lần được.", valueName: "name=value"))
  var input: [String] = []

  @Flag(help: "Không công nhận tài liệu kiểm chứng.")
  var reject = false

  @Option(help: "Chỉ tài liệu này (mã); dùng nhiều lần được.")
  var document: [String] = []

  @Flag(help: "Xác nhận không áp dụng.")
  var notApplicable = false

  @Option(help: "Đính chính số liệu của cơ quan khác thành giá trị này.")
  var value: String?

  @Flag(help: "Điểm ngoài khung của cách chấm (bước phải cho phép, phải có lý do).")
  var beyondRule = false

  @Option(help: "Người duyệt thứ hai, khi phải có (mã trong people.yaml).")
  var approvedBy: String?

  func validate() throws {
    let chosen = [
      accept, points != nil, !input.isEmpty, reject, notApplicable, value != nil,
    ].count { $0 }
    guard chosen == 1 else {
      let all = "--accept, --points, --input, --reject, --not-applicable, --value"
      throw ValidationError(
        vi: "cần đúng một trong: \(all)", en: "exactly one is needed of \(all)")
    }
    if let points, Exact(typed: points) == nil {
      throw ValidationError.noNumber("--points")
    }
    for text in input where !text.dropFirst().contains("=") {
      throw ValidationError(
        vi: "--input phải có dạng tên=giá trị, như completed=17",
        en: "--input must be like name=value: completed=17")
    }
    if !document.isEmpty, !reject {
      throw ValidationError(vi: "--document đi cùng --reject", en: "--document goes with --reject")
    }
    if beyondRule, points == nil {
      throw ValidationError(
        vi: "--beyond-rule đi cùng --points", en: "--beyond-rule goes with --points")
    }
  }

  /// Puts the decision in an event, with what stands there now.
  func decide(_ content: inout EventContent, _ drafting: EventDrafting) {
    content.approver = approvedBy
    written?.fill(&content, drafting)
  }

  private var written: WrittenDecision? {
    if accept { return .accept }
    if let points = points.flatMap({ Exact(typed: $0) }) {
      return .points(points, beyondRule: beyondRule)
    }
    if !input.isEmpty {
      var inputs: [String: String] = [:]
      for text in input {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        inputs[String(parts[0])] = String(parts[1])
      }
      return .inputs(inputs)
    }
    if reject { return .reject(document) }
    return notApplicable ? .notApplicable : value.map(WrittenDecision.value)
  }
}

extension ValidationError {
  /// What stands behind an option is no number.
  static func noNumber(_ option: String) -> ValidationError {
    ValidationError(
      vi: "\(option) phải là một số, như 0,75 hoặc 0.75",
      en: "\(option) must be a number, like 0.75 or 0,75")
  }
}

extension Exact {
  /// Points as people type them, with a point or a comma.
  init?(typed text: String) { self.init(parsing: text.replacing(",", with: ".")) }
}

internal import Diagnostics
internal import HTMLWriting

/// What stands in the way of handing in, and the signature.
struct CheckPage: Hashable, Sendable {
  struct Problem: Hashable, Sendable {
    let title: String
    let path: String?
    let text: String
    let isError: Bool
  }

  let unit: String
  let name: String
  let status: [String]
  let problems: [Problem]
  /// Items that nothing is said of yet, and those whose proof is missing.
  let unanswered: [Problem]
  let unproven: [Problem]
  let answered: Int
  let items: Int
  let claimed: String
  let computed: String
  let stakes: String?
  /// Who signs; nil: whoever looks may not.
  let signer: String?
  /// Why it cannot be handed in now.
  let refusal: String?
  /// Something is typed that was not handed in, or nothing was handed in yet.
  let hasChanges: Bool
  /// What would be signed: `DraftedUnit.edition`.
  let edition: String

  /// The field that says what was shown to who signs.
  static let seen = "seen"

  var canHandIn: Bool {
    signer != nil && refusal == nil && hasChanges && !problems.contains(where: \.isError)
  }

  func html(_ frame: PageFrame, refused: [String] = []) -> [UInt8] {
    let trail = [PageFrame.Entry(path: WebPath.unit(unit), title: name)]
    return frame.page(frame.say("Kiểm tra trước khi nộp", "Before handing in"), trail: trail) {
      page in
      for text in refused { frame.notice(text, isBad: true, &page) }
      for line in status { page.element("p", text: line) }
      page.element("dl", .class("facts")) { list in
        list.fact(frame.say("Đã khai", "Answered"), "\(answered)", more: " / \(items)")
        list.fact(frame.say("Điểm tự chấm", "Claimed"), claimed)
        list.fact(frame.say("Điểm tính từ số liệu", "Computed"), computed)
      }
      if let stakes { page.element("p", text: frame.sentence(stakes)) }
      write(
        problems.filter(\.isError), frame.say("Phải sửa trước khi nộp", "To be mended first"),
        "loi", &page)
      write(
        problems.filter { !$0.isError }, frame.say("Nên xem lại", "Worth another look"), "luu-y",
        &page)
      write(unanswered, frame.say("Chưa khai", "Not answered"), "chua-khai", &page)
      write(
        unproven, frame.say("Thiếu tài liệu kiểm chứng", "Proof is missing"), "thieu-tai-lieu",
        &page)
      page.element("p") {
        $0.link(
          to: WebPath.reportPaper(unit),
          text: frame.say(
            "Bản in để trình thủ trưởng (DOCX)", "A draft to print for the head (DOCX)"))
      }
      writeSignature(frame, &page)
    }
  }

  private func write(
    _ problems: [Problem], _ title: String, _ id: String, _ page: inout HTMLWriter
  ) {
    guard !problems.isEmpty else { return }
    page.element("h2", .id(id), text: "\(title) (\(problems.count))")
    page.element("ul") { list in
      for problem in problems {
        list.element("li") { entry in
          if let path = problem.path {
            entry.link(to: path, text: problem.title)
          } else {
            entry.element("strong", text: problem.title)
          }
          if !problem.text.isEmpty { entry.text(": \(problem.text)") }
        }
      }
    }
    page.line()
  }

  private func writeSignature(_ frame: PageFrame, _ page: inout HTMLWriter) {
    page.element("h2", text: frame.say("Ký và nộp", "Sign and hand in"))
    if let refusal { return frame.notice(refusal, isBad: true, &page) }
    guard let signer else {
      page.element(
        "p",
        text: frame.say(
          "Thủ trưởng đơn vị ký và nộp bằng tài khoản của mình.",
          "The unit's head signs and hands in from their own account."))
      return
    }
    if !hasChanges {
      page.element(
        "p",
        text: frame.say(
          "Không có thay đổi nào sau lần nộp gần nhất.",
          "Nothing has changed since it was last handed in."))
    } else if !canHandIn {
      page.element(
        "p",
        text: frame.say(
          "Sửa các lỗi ở trên rồi mới nộp được.", "It can be handed in once these are mended."))
    } else {
      frame.form(WebPath.check(unit), &page) { form in
        form.empty(
          "input", .init("type", "hidden"), .init("name", CheckPage.seen),
          .init("value", edition))
        form.element(
          "p", text: frame.say("Người ký: \(signer).", "Signed by: \(signer)."))
        form.element("div", .class("actions")) {
          $0.element("button", text: frame.say("Ký và nộp", "Sign and hand in"))
        }
      }
    }
  }
}

internal import Diagnostics

extension PageFrame {
  /// What a value must be, for who types it in a page: with the signs that the page's fields take,
  /// where a file's reader wants those that files have.
  func typed(_ expected: Wording) -> String {
    guard language == .vietnamese else { return expected.english }
    return expected.vietnamese
      .replacing("dấu thập phân là dấu chấm", with: "dấu thập phân là dấu phẩy")
      .replacing("`yes` hoặc `no`", with: "“có” hoặc “không”")
      .replacing("`none`", with: "“không”")
      .replacing(#/([0-9]{4})-([0-9]{2})-([0-9]{2})/#) { match in
        "\(match.output.3)/\(match.output.2)/\(match.output.1)"
      }
      .replacing(#/([0-9])\.([0-9])/#) { match in "\(match.output.1),\(match.output.2)" }
  }
}

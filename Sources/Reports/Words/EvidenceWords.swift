internal import Diagnostics
package import Grading

extension RuleWords {
  /// "bắt buộc: kế hoạch, báo cáo; ngày văn bản từ … đến hết …"; nil: no proof is asked for.
  package func evidence(_ item: Item) -> String? {
    let need = item.evidence
    guard need.isRequired || !need.kinds.isEmpty else { return nil }
    var parts = [need.isRequired ? say("bắt buộc", "required") : say("nếu có", "if there is any")]
    if !need.kinds.isEmpty { parts[0] += ": " + need.kinds.joined(separator: ", ") }
    if let window = expressions.window(need.datedFrom, need.datedThrough) {
      parts.append(say("ngày văn bản \(window)", "dated \(window)"))
    }
    if let most = need.atMostItems {
      parts.append(
        say(
          "mỗi tài liệu dùng cho nhiều nhất \(most) mục",
          "one document serves at most \(most) items"))
    }
    if item.ownDocument {
      parts.append(
        say("tài liệu phải là của riêng cơ quan", "the document must be the unit's own"))
    }
    return parts.joined(separator: "; ")
  }
}

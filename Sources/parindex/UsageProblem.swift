import Diagnostics

/// What was typed cannot be meant; found out only when the files were read.
///
/// The command ends with the exit code of wrong usage.
struct UsageProblem: Error {
  let message: Wording
  let help: Wording?

  init(vi: String, en: String, help: Wording? = nil) {
    message = Wording(vi: vi, en: en)
    self.help = help
  }

  /// A name that nothing has, with the nearest one, or all when there are few.
  static func unknown(_ id: String, among known: [String], vi: String, en: String) -> UsageProblem {
    var help = NearestName.help(for: id, among: known)
    if help == nil, !known.isEmpty, known.count <= 12 {
      let all = known.joined(separator: ", ")
      help = Wording(vi: "có: \(all)", en: "there are: \(all)")
    }
    return UsageProblem(vi: "không có \(vi) `\(id)`", en: "there is no \(en) `\(id)`", help: help)
  }

  /// In both languages: the language asked for is not known where the problem is caught.
  var text: String {
    let help = help.map { "\n  = \($0[.vietnamese]) (\($0[.english]))" } ?? ""
    return "lỗi: \(message[.vietnamese]) (\(message[.english]))\(help)\n"
  }
}

package import Diagnostics
internal import Loading

/// Why a data folder could not be copied or used.
package enum DataFailure: Error, Hashable {
  case problem(Diagnostic)
  case unreadable(String, Int32)
  case unwritable(String, Int32)
  /// A link or a device.
  case noFile(String)
  /// The store could not be copied: what SQLite says.
  case store(String)
  /// What the list of digests and the files say differently.
  case differs([String])
  /// The list of digests is not there, or no such list.
  case noSums(String)
  case round([Diagnostic])
  /// The round has no log, or one without events.
  case noLog(String)

  package var wording: Wording {
    switch self {
    case .problem(let problem): problem.message
    case .unreadable(let path, let error):
      Wording(
        vi: "không đọc được `\(path)`: \(systemError(error).vietnamese)",
        en: "cannot read `\(path)`: \(systemError(error).english)")
    case .unwritable(let path, let error):
      Wording(
        vi: "không ghi được `\(path)`: \(systemError(error).vietnamese)",
        en: "cannot write `\(path)`: \(systemError(error).english)")
    case .noFile(let path):
      Wording(
        vi: "`\(path)` không phải tệp thường (liên kết, thiết bị); thư mục dữ liệu không được có",
        en: "`\(path)` is no plain file (a link, a device), which a data folder may not hold")
    case .store(let said):
      Wording(
        vi: "không dùng được parindex.sqlite: \(said)",
        en: "parindex.sqlite cannot be used: \(said)")
    case .differs(let paths):
      Wording(
        vi: "bản sao không còn nguyên vẹn: \(DataFailure.list(paths))",
        en: "the copy is no longer what was made: \(DataFailure.list(paths))")
    case .noLog(let path):
      Wording(
        vi: "kỳ đánh giá `\(path)` chưa có nhật ký", en: "the round `\(path)` has no log yet")
    case .noSums(let path):
      Wording(
        vi: "`\(path)` không phải bản sao lưu: không đọc được \(DataBackup.sums)",
        en: "`\(path)` is no backup: \(DataBackup.sums) cannot be read")
    case .round(let diagnostics):
      Wording(
        vi: "kỳ đánh giá trong bản sao không dùng được: "
          + diagnostics.map(\.message.vietnamese).prefix(3).joined(separator: "; "),
        en: "the round in the copy cannot be used: "
          + diagnostics.map(\.message.english).prefix(3).joined(separator: "; "))
    }
  }

  private static func list(_ paths: [String]) -> String {
    paths.prefix(5).map { "`\($0)`" }.joined(separator: ", ")
      + (paths.count > 5 ? ", … (\(paths.count))" : "")
  }
}

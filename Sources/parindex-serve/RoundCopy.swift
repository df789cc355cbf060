import Diagnostics
import Grading
import Loading
import Web

/// Copies a round into a data folder: its own folder, and the files that it cites from outside of
/// it, each to the place where the copy looks for it.
struct RoundCopy {
  let source: String
  let data: DataFolder
  /// Whether a round without a log will do.
  var opensLog = false

  /// - Returns: the copy's folder.
  func run() throws -> String {
    let loading = loadRound(FileAccess.normalised(source))
    guard let loaded = loading.loaded else {
      let text = TextRenderer(language: .vietnamese, usesColor: false).render(loading.diagnostics)
      throw Failure.unusable("kỳ đánh giá có lỗi\n\(text)", "the round cannot be used")
    }
    guard opensLog || loaded.log != nil else {
      throw Failure.unusable(
        "kỳ đánh giá chưa có nhật ký; chạy parindex convert trước", "the round has no log")
    }
    let folder = loaded.setting.plan.folder
    let name = folder.split(separator: "/").last.map(String.init) ?? "round"
    let copy = "\(data.rounds)/\(name)"
    guard FileAccess.names(in: data.rounds).isEmpty else {
      throw Failure.unusable("\(data.rounds) đã có kỳ đánh giá", "there is a round already")
    }
    var files: [(from: String, to: String)] = []
    for digest in loaded.digests where digest.path.hasPrefix("../") {
      let target = FileAccess.normalised("\(copy)/\(digest.path)")
      guard target.hasPrefix(data.path + "/") else {
        throw Failure.unusable(
          "\(digest.path) nằm ngoài thư mục dữ liệu", "a cited file would lie outside")
      }
      files.append((FileAccess.normalised("\(folder)/\(digest.path)"), target))
    }
    do throws(DataFailure) {
      for file in files where !FileAccess.exists(file.to) {
        try DataCopy.copy(file.from, to: file.to)
      }
      // The round last and whole: a folder that holds one holds all that it needs.
      try DataCopy.copyFolder(folder, to: copy)
    } catch {
      throw Failure.unusable(error.wording.vietnamese, error.wording.english)
    }
    return copy
  }
}

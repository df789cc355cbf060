package import Diagnostics
internal import EventLog

/// What `parindex bundle` says of the bundle that it has written.
package struct BundleText {
  private let manifest: BundleManifest
  private let leftOut: [String]
  private let path: String
  private let language: Language

  /// How many files that were left out are named; the rest is counted.
  private static let most = 20

  /// - Parameter leftOut: files of the units' folders that are not in the bundle.
  package init(
    _ manifest: BundleManifest, leftOut: [String], path: String, _ language: Language
  ) {
    self.manifest = manifest
    self.leftOut = leftOut
    self.path = path
    self.language = language
  }

  package func text() -> String {
    func say(_ vietnamese: String, _ english: String) -> String {
      language == .vietnamese ? vietnamese : english
    }
    let stored = manifest.files.filter(\.isStored)
    let absent = manifest.files.count - stored.count
    var lines = [
      say(
        "Đã đóng gói kỳ \(manifest.round) vào \(path): \(stored.count) tệp, đã kiểm tra lại.",
        "Bundled the round \(manifest.round) into \(path): \(stored.count) files, verified.")
    ]
    if absent > 0 {
      lines.append(
        say(
          "Tài liệu kiểm chứng không đưa vào gói: \(absent), chỉ giữ mã (--with-evidence để đưa vào).",
          "Documents of evidence left out: \(absent), only digests kept (see --with-evidence)."))
    }
    if !leftOut.isEmpty {
      lines.append(
        say(
          "Trong thư mục các đơn vị, không đưa vào gói (chưa nộp, hoặc không dùng để chấm điểm): \(leftOut.count) tệp",
          "Files of the units' folders left out (not handed in, or no part of the scoring): \(leftOut.count)"
        ))
      lines += leftOut.prefix(Self.most).map { "  \($0)" }
      let rest = leftOut.count - Self.most
      if rest > 0 { lines.append(say("  … và \(rest) tệp nữa", "  … and \(rest) more")) }
    }
    if let seal = manifest.seal {
      lines.append(
        say("Mã niêm phong nhật ký (nên công bố): ", "Seal of the log (to be published): ")
          + seal.text)
    }
    lines.append(say("Mã kiểm tra kết quả: ", "Digest of the result: ") + manifest.resultDigest)
    if let key = manifest.signedBy {
      lines.append(
        say(
          "Khóa công khai của bên ký (nên công bố): ",
          "Public key of who signed (to be published): ")
          + key)
    }
    return lines.map { DisplayedText.safe($0) + "\n" }.joined()
  }
}

internal import Diagnostics

/// Sentences about the archive itself.
extension Diagnostic {
  private static func changed(
    _ name: String, _ vietnamese: String, _ english: String, expected: Wording? = nil
  ) -> Diagnostic {
    Diagnostic(
      .bundleChanged, at: SourceSpan(whole: SourceFile(path: name)),
      Wording(vi: vietnamese, en: english), expected: expected)
  }

  private static func incomplete(
    _ name: String, _ vietnamese: String, _ english: String
  ) -> Diagnostic {
    Diagnostic(
      .bundleIncomplete, at: SourceSpan(whole: SourceFile(path: name)),
      Wording(vi: vietnamese, en: english))
  }

  static func noBundle(_ file: SourceFile) -> Diagnostic {
    Diagnostic(
      .notABundle, at: SourceSpan(whole: file),
      Wording(vi: "tệp này không phải là gói kỳ đánh giá", en: "this is no bundle of a round"),
      expected: Wording(
        vi: "tệp do `parindex bundle` tạo, bắt đầu bằng `manifest.json`",
        en: "a file that `parindex bundle` made, beginning with `manifest.json`"))
  }

  static func manifestFault(_ fault: BundleManifest.Fault) -> Diagnostic {
    let file = MemberName.manifest
    switch fault {
    case .syntax:
      return changed(
        file, "danh mục không đọc được: gói không kiểm tra tiếp được",
        "the manifest cannot be read: nothing more can be verified")
    case .format(let format):
      return Diagnostic(
        .unknownFormat, at: SourceSpan(whole: SourceFile(path: file)),
        Wording(
          vi: "chưa đọc được gói dạng `\(format)`",
          en: "bundles of the format `\(format)` cannot be read"),
        expected: Wording(vi: "`\(BundleManifest.format)`", en: "`\(BundleManifest.format)`"))
    case .notCanonical:
      return changed(
        file, "danh mục không ở dạng chuẩn mà chương trình ghi",
        "the manifest is not written as this program writes it")
    case .unsafeName(let name):
      return Diagnostic(
        .unsafePath, at: SourceSpan(whole: SourceFile(path: file)),
        Wording(
          vi: "danh mục có tên tệp không an toàn: `\(name)`",
          en: "the manifest has a name that is not safe: `\(name)`"),
        expected: Wording(vi: "tên tương đối, không có `..`", en: "a relative name without `..`"))
    case .disordered(let name):
      return changed(
        file, "`\(name)` trùng tên hoặc sai thứ tự trong danh mục",
        "`\(name)` stands twice in the manifest, or out of order")
    }
  }

  static func headerChanged(_ name: String, at offset: Int) -> Diagnostic {
    changed(
      name, "phần đầu của tệp trong gói đã bị sửa, ở byte \(offset) của gói",
      "the header of this file was changed, at byte \(offset) of the bundle")
  }

  static func fillerChanged(_ name: String, at offset: Int) -> Diagnostic {
    changed(
      name, "phần đệm sau tệp này đã bị sửa, ở byte \(offset) của gói",
      "the filler behind this file was changed, at byte \(offset) of the bundle")
  }

  static func memberChanged(_ name: String) -> Diagnostic {
    changed(
      name, "nội dung tệp khác với mã kiểm tra trong gói",
      "the contents are not those of the digest in the bundle")
  }

  static func memberSize(_ name: String, _ size: Int, expected: Int) -> Diagnostic {
    changed(
      name, "tệp có \(size) byte", "the file has \(size) bytes",
      expected: Wording(
        vi: "\(expected) byte như trong danh mục", en: "\(expected) bytes, as the manifest says"))
  }

  static func memberMissing(_ name: String) -> Diagnostic {
    incomplete(
      name, "gói thiếu tệp này, hoặc tệp không đúng chỗ",
      "the bundle lacks this file, or has it in another place")
  }

  static func memberUnknown(_ name: String) -> Diagnostic {
    changed(
      DisplayedText.safe(name), "gói có tệp mà danh mục không có",
      "the bundle has this file and the manifest does not")
  }

  static func memberAgain(_ name: String) -> Diagnostic {
    changed(
      name, "tệp lặp lại hoặc sai thứ tự trong gói",
      "the file stands in the bundle twice, or out of order")
  }

  static func unsafeMember(_ name: String, at offset: Int) -> Diagnostic {
    Diagnostic(
      .unsafePath, at: SourceSpan(whole: SourceFile(path: name)),
      Wording(
        vi: "tên tệp dẫn ra ngoài gói (byte \(offset)); không đọc tiếp",
        en: "the name leads out of the bundle (byte \(offset)); nothing more is read"),
      expected: Wording(vi: "tên tương đối, không có `..`", en: "a relative name without `..`"))
  }

  static func memberIsNoFile(_ name: String, at offset: Int) -> Diagnostic {
    Diagnostic(
      .unsafePath, at: SourceSpan(whole: SourceFile(path: name)),
      Wording(
        vi: "đây là liên kết, thư mục hoặc thiết bị (byte \(offset)); không đọc tiếp",
        en: "this is a link, a folder or a device (byte \(offset)); nothing more is read"),
      expected: Wording(vi: "chỉ có tệp thường", en: "regular files only"))
  }

  static func archiveUnreadable(_ bundle: SourceFile, at offset: Int) -> Diagnostic {
    incomplete(
      bundle.path, "không đọc tiếp được gói từ byte \(offset)",
      "the bundle cannot be read any further than byte \(offset)")
  }

  static func archiveCut(_ name: String, at offset: Int) -> Diagnostic {
    incomplete(
      name, "gói bị cắt ở byte \(offset)", "the bundle was cut off at byte \(offset)")
  }

  static func bytesBehindEnd(_ bundle: SourceFile, at offset: Int) -> Diagnostic {
    changed(
      bundle.path, "phần kết thúc gói đã bị sửa, hoặc có thêm byte phía sau (byte \(offset))",
      "the end of the bundle was changed, or there are bytes behind it (byte \(offset))")
  }

  static func cannotUnpack(_ name: String, error: Int32) -> Diagnostic {
    let reason = systemError(error)
    return Diagnostic(
      .fileUnwritable, at: SourceSpan(whole: SourceFile(path: name)),
      Wording(
        vi: "không tách được tệp ra để tính lại: \(reason.vietnamese)",
        en: "the file cannot be unpacked to compute with: \(reason.english)"),
      help: Wording(
        vi: "đặt TMPDIR là một thư mục còn chỗ", en: "set TMPDIR to a folder with room"))
  }

  static func noTemporaryFolder(error: Int32) -> Diagnostic { cannotUnpack("TMPDIR", error: error) }
}

internal import Diagnostics
internal import EventLog

/// Sentences about making bundles.
extension Diagnostic {
  static func noKey(_ file: SourceFile) -> Diagnostic {
    Diagnostic(
      .badValue, at: SourceSpan(whole: file),
      Wording(vi: "tệp không chứa khóa ký", en: "the file holds no signing key"),
      expected: Wording(
        vi: "tệp do `parindex new key` tạo", en: "a file that `parindex new key` made"))
  }

  static func cannotSign(_ file: SourceFile) -> Diagnostic {
    Diagnostic(
      .fileUnwritable, at: SourceSpan(whole: file),
      Wording(vi: "không ký được bằng khóa này", en: "this key does not sign"))
  }

  static func inputUnreadable(_ file: SourceFile, error: Int32) -> Diagnostic {
    let reason = systemError(error)
    return Diagnostic(
      .fileUnreadable, at: SourceSpan(whole: file),
      Wording(
        vi: "không đọc được tệp: \(reason.vietnamese)",
        en: "the file cannot be read: \(reason.english)"))
  }

  static func inputChanged(_ file: SourceFile) -> Diagnostic {
    Diagnostic(
      .fileChanged, at: SourceSpan(whole: file),
      Wording(
        vi: "tệp bị thay đổi trong khi đang đóng gói",
        en: "the file changed while the bundle was made"),
      help: Wording(
        vi: "đợi việc ghi tệp xong rồi chạy lại", en: "wait until it is written and run again"))
  }

  static func inputOutsideBundle(_ file: SourceFile) -> Diagnostic {
    Diagnostic(
      .unsafePath, at: SourceSpan(whole: file),
      Wording(
        vi: "tệp này không đưa được vào gói: đường dẫn tuyệt đối, tên quá dài hoặc tệp quá lớn",
        en: "this file cannot be in a bundle: an absolute path, too long a name, or too large"),
      expected: Wording(
        vi: "tên nhìn từ thư mục của kỳ đánh giá", en: "a name seen from the round's folder"))
  }

  static func twoOfOneName(_ name: String) -> Diagnostic {
    Diagnostic(
      .unsafePath, at: SourceSpan(whole: SourceFile(path: name)),
      Wording(
        vi: "hai tệp đầu vào sẽ có cùng một tên trong gói",
        en: "two inputs would have the same name in the bundle"),
      help: Wording(vi: "đổi tên một thư mục", en: "rename one of the folders"))
  }

  static func bundleOverInput(_ file: SourceFile) -> Diagnostic {
    Diagnostic(
      .unsafePath, at: SourceSpan(whole: file),
      Wording(
        vi: "gói sẽ ghi đè lên một tệp đầu vào của chính kỳ đánh giá",
        en: "the bundle would replace an input of its own round"),
      help: Wording(vi: "chọn tên khác cho gói", en: "give the bundle another name"))
  }

  static func bundleDoesNotHold(_ file: SourceFile) -> Diagnostic {
    Diagnostic(
      .fileUnwritable, at: SourceSpan(whole: file),
      Wording(
        vi: "không ghi gói: kiểm tra lại từ gói không ra đúng kết quả của kỳ đánh giá",
        en: "no bundle was written: what is in it does not give the round's results again"),
      help: Wording(
        vi: "đường dẫn trong round.yaml phải tương đối, không đi vòng qua tên thư mục của kỳ",
        en: "paths in round.yaml must be relative and must not lead through the round's own name"))
  }
}

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

  static func archiveUnreadable(at offset: Int) -> Diagnostic {
    incomplete(
      "tar", "không đọc tiếp được gói từ byte \(offset)",
      "the bundle cannot be read any further than byte \(offset)")
  }

  static func archiveCut(_ name: String?, at offset: Int) -> Diagnostic {
    incomplete(
      name ?? "tar", "gói bị cắt ở byte \(offset)", "the bundle was cut off at byte \(offset)")
  }

  static func bytesBehindEnd(at offset: Int) -> Diagnostic {
    changed(
      "tar", "phần kết thúc gói đã bị sửa, hoặc có thêm byte phía sau (byte \(offset))",
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

/// Sentences about signature, seal and results.
extension Diagnostic {
  static func signatureBroken() -> Diagnostic {
    Diagnostic(
      .signatureMismatch, at: SourceSpan(whole: SourceFile(path: MemberName.signature)),
      Wording(
        vi: "chữ ký không phải của danh mục này: danh mục hoặc chữ ký đã bị sửa",
        en: "the signature is not one of this manifest: one of the two was changed"))
  }

  static func notSigned(expected key: String) -> Diagnostic {
    Diagnostic(
      .signatureMismatch, at: SourceSpan(whole: SourceFile(path: MemberName.manifest)),
      Wording(vi: "gói không có chữ ký", en: "the bundle is not signed"),
      expected: Wording(vi: "chữ ký của khóa \(key)", en: "a signature of the key \(key)"))
  }

  static func signedByOther(_ signer: String, expected key: String) -> Diagnostic {
    Diagnostic(
      .signatureMismatch, at: SourceSpan(whole: SourceFile(path: MemberName.manifest)),
      Wording(vi: "gói do khóa khác ký: \(signer)", en: "another key signed the bundle: \(signer)"),
      expected: Wording(vi: "chữ ký của khóa \(key)", en: "a signature of the key \(key)"))
  }

  static func sealWithoutLog(_ name: String) -> Diagnostic {
    Diagnostic(
      .sealMismatch, at: SourceSpan(whole: SourceFile(path: name)),
      Wording(
        vi: "có mã niêm phong mà gói không có nhật ký",
        en: "there is a seal, and the bundle has no log"))
  }

  static func logWithoutSeal(_ name: String, _ seal: LogSeal) -> Diagnostic {
    Diagnostic(
      .sealMismatch, at: SourceSpan(whole: SourceFile(path: name)),
      Wording(
        vi: "gói có nhật ký mà danh mục không niêm phong",
        en: "the bundle has a log, and its manifest does not seal it"),
      expected: Wording(vi: "mã niêm phong \(seal.text)", en: "the seal \(seal.text)"))
  }

  static func otherEngine(_ engine: String, own: String) -> Diagnostic {
    Diagnostic(
      .otherEngine, at: SourceSpan(whole: SourceFile(path: MemberName.manifest)),
      Wording(
        vi: "gói do phiên bản \(engine) của chương trình làm, đang tính lại bằng phiên bản \(own)",
        en: "version \(engine) of the program made the bundle; version \(own) computes it again"))
  }

  static func otherRound(_ round: String, expected: String) -> Diagnostic {
    Diagnostic(
      .roundMismatch, at: SourceSpan(whole: SourceFile(path: MemberName.manifest)),
      Wording(
        vi: "danh mục ghi kỳ `\(expected)`, round.yaml ghi kỳ `\(round)`",
        en: "the manifest names the round `\(expected)`, round.yaml names `\(round)`"))
  }

  static func cannotRecompute() -> Diagnostic {
    Diagnostic(
      .resultDiffers, at: SourceSpan(whole: SourceFile(path: MemberName.result)),
      Wording(
        vi: "không tính lại được kết quả từ các tệp trong gói",
        en: "the results cannot be computed again from what is in the bundle"))
  }

  static func readsOutside(_ name: String) -> Diagnostic {
    Diagnostic(
      .bundleIncomplete, at: SourceSpan(whole: SourceFile(path: name)),
      Wording(
        vi: "kỳ đánh giá đọc tệp này mà gói không có",
        en: "the round reads this file, and the bundle does not have it"))
  }

  static func noResult(_ name: String) -> Diagnostic {
    Diagnostic(
      .bundleIncomplete, at: SourceSpan(whole: SourceFile(path: name)),
      Wording(vi: "gói không có tệp kết quả này", en: "the bundle lacks this file of results"))
  }

  static func resultUnreadable(_ name: String) -> Diagnostic {
    Diagnostic(
      .resultDiffers, at: SourceSpan(whole: SourceFile(path: name)),
      Wording(
        vi: "kết quả trong gói khác kết quả tính lại và không đọc được để so từng mục",
        en: "the results are not those computed again, and cannot be read to compare them"))
  }

  static func resultDigest(_ digest: String, recomputed: String) -> Diagnostic {
    Diagnostic(
      .resultDiffers, at: SourceSpan(whole: SourceFile(path: MemberName.manifest)),
      Wording(
        vi: "mã kết quả trong danh mục là \(DisplayedText.safe(digest))",
        en: "the manifest gives the result's digest as \(DisplayedText.safe(digest))"),
      expected: Wording(
        vi: "mã của kết quả tính lại: \(recomputed)",
        en: "the digest of what was computed again: \(recomputed)"))
  }

  static func rankingsDiffer(_ name: String, line: Int) -> Diagnostic {
    Diagnostic(
      .resultDiffers, at: SourceSpan(whole: SourceFile(path: name)),
      Wording(
        vi: "bảng xếp hạng khác bảng tính lại, từ dòng \(line)",
        en: "the rankings are not those computed again, from line \(line) on"))
  }
}

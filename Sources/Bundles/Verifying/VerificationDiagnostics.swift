internal import Diagnostics
internal import EventLog

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

internal import Diagnostics

/// Sentences about making bundles.
extension Diagnostic {
  static func noKey(_ file: SourceFile) -> Diagnostic {
    Diagnostic(
      .badValue, at: SourceSpan(whole: file),
      Wording(vi: "tệp không chứa khóa ký", en: "the file holds no signing key"),
      expected: Wording(
        vi: "tệp do `parindex new key` tạo", en: "a file that `parindex new key` made"))
  }

  static func keyNotPrivate(_ file: SourceFile, mode: String) -> Diagnostic {
    Diagnostic(
      .keyNotPrivate, at: SourceSpan(whole: file),
      Wording(
        vi: "người khác cũng đọc hoặc ghi được tệp khóa (quyền \(mode)) nên có thể ký thay",
        en: "others may read or write the key file (mode \(mode)), so they could sign with it"),
      expected: Wording(
        vi: "chỉ chủ tệp đọc được (quyền 600)", en: "a file for its owner only (mode 600)"),
      help: Wording(
        vi: "chạy `chmod 600 \(file.path)`; nếu có thể đã lộ, tạo khóa mới bằng `parindex new key`",
        en:
          "run `chmod 600 \(file.path)`; if it may have leaked, make another with `parindex new key`"
      ))
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

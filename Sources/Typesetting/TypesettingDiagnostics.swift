internal import Diagnostics

/// Sentences about setting papers.
extension Diagnostic {
  static func fontMissing(_ family: String) -> Diagnostic {
    Diagnostic(
      .fontMissing, at: SourceSpan(whole: SourceFile(path: family)),
      Wording(
        vi: "máy này không có phông chữ `\(family)`",
        en: "this machine has no font `\(family)`"),
      expected: fontExpectation, help: fontHelp)
  }

  static func fontWithoutVietnamese(_ family: String) -> Diagnostic {
    Diagnostic(
      .fontMissing, at: SourceSpan(whole: SourceFile(path: family)),
      Wording(
        vi: "phông chữ `\(family)` trên máy này thiếu chữ tiếng Việt",
        en: "the font `\(family)` on this machine lacks Vietnamese letters"),
      expected: fontExpectation, help: fontHelp)
  }

  private static var fontExpectation: Wording {
    Wording(
      vi: "phông Liberation phiên bản 2, đủ chữ tiếng Việt, để PDF ở máy nào cũng giống nhau",
      en: "version 2 of the Liberation fonts, with every Vietnamese letter, so that a PDF is the "
        + "same on every machine")
  }

  private static var fontHelp: Wording {
    Wording(
      vi: "cài phông (`apt-get install fonts-liberation2`), hoặc chỉ ghi docx, xlsx",
      en: "install it (`apt-get install fonts-liberation2`), or write docx and xlsx only")
  }
}

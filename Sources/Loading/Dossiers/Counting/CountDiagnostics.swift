internal import Diagnostics
internal import DossierCounting
internal import Glibc
internal import Grading
internal import YAMLReading

/// Sentences about counting case records.
extension Diagnostic {
  static func noHeaderLine(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .csvSyntax, at: span,
      Wording(vi: "không đọc được dòng tiêu đề", en: "the header line cannot be read"),
      expected: Wording(
        vi: "dòng đầu là tên các cột, dài không quá 1 MiB",
        en: "a first line with the names of the columns, of at most 1 MiB"))
  }

  static func noRules(for path: String) -> Diagnostic {
    Diagnostic(
      .fileMissing, at: SourceSpan(whole: SourceFile(path: path)),
      Wording(
        vi: "chưa biết đếm theo quy tắc nào", en: "it is not known by which rules to count"),
      help: Wording(
        vi: "thêm `--rules dossier-rules.yaml`, hoặc khai `rules:` trong records.yaml",
        en: "add `--rules dossier-rules.yaml`, or declare `rules:` in a records.yaml"))
  }

  static func noRegister(for path: String) -> Diagnostic {
    Diagnostic(
      .fileMissing, at: SourceSpan(whole: SourceFile(path: path)),
      Wording(
        vi: "không có danh sách cơ quan, đơn vị, địa phương", en: "there is no register of units"),
      expected: Wording(
        vi: "tệp `units.yaml` cạnh tệp này hoặc trong thư mục trên",
        en: "a `units.yaml` beside this file or in the folder above it"))
  }

  static func countStopped(_ failure: CountFailure, reading: String, writing: String?)
    -> Diagnostic
  {
    if let fault = failure.fault {
      return .compressedFile(fault, at: reading, unpacked: failure.place ?? 0)
    }
    let path = failure.isReading ? reading : writing ?? reading
    if failure.error == ESTALE { return .fileChanged(SourceFile(path: path)) }
    let reason = systemError(failure.error)
    guard failure.isReading else {
      return .fileUnwritable(SourceFile(path: path), reason: reason)
    }
    return Diagnostic(
      .fileUnreadable, at: SourceSpan(whole: SourceFile(path: path)),
      Wording(
        vi: "không đọc tiếp được: \(reason.vietnamese)", en: "cannot read on: \(reason.english)"))
  }

  /// A compressed export that breaks off or is damaged; nothing of it is counted.
  static func compressedFile(_ fault: CompressedFault, at path: String, unpacked: Int)
    -> Diagnostic
  {
    let message =
      switch fault {
      case .endsTooSoon:
        Wording(
          vi: "tệp nén bị cụt: hết tệp sau khi giải nén \(unpacked) byte",
          en: "the compressed file ends too soon: \(unpacked) bytes could be unpacked")
      case .damaged:
        Wording(
          vi: "tệp nén bị hỏng, hoặc không phải gzip: giải nén được \(unpacked) byte",
          en: "the compressed file is damaged, or no gzip: \(unpacked) bytes could be unpacked")
      }
    return Diagnostic(
      .fileUnreadable, at: SourceSpan(whole: SourceFile(path: path)), message,
      help: Wording(
        vi: "sao chép hoặc xuất lại tệp; chưa đếm hồ sơ nào của tệp này",
        en: "copy or export the file again; nothing of it was counted"))
  }

  /// A compressed export that breaks off: what could be unpacked is counted.
  static func exportCut(after bytes: Int, _ count: DossierCount, of export: OpenExport)
    -> Diagnostic
  {
    let rows = count.rows
    return Diagnostic(
      .fileIncomplete, at: SourceSpan(whole: SourceFile(path: export.export.path)),
      Wording(
        vi:
          "tệp nén bị cụt sau \(bytes) byte đã giải nén: chỉ đọc được \(rows) dòng trọn vẹn trước chỗ cụt, số liệu chưa đủ",
        en:
          "the compressed file breaks off after \(bytes) unpacked bytes: only \(rows) whole row\(rows == 1 ? "" : "s") before the break could be read, figures are incomplete"
      ),
      help: Wording(
        vi: "sao chép hoặc xuất lại tệp; sổ chi tiết không được ghi",
        en: "copy or export the file again; no ledger was written"))
  }

  /// A breakdown that is left out.
  static func tooManyGroups(_ grouping: DossierGrouping, at path: String) -> Diagnostic {
    let what =
      switch grouping {
      case .domain: Wording(vi: "lĩnh vực", en: "domains")
      case .procedure: Wording(vi: "thủ tục", en: "procedures")
      case .channel: Wording(vi: "hình thức nộp", en: "channels")
      case .month: Wording(vi: "tháng tiếp nhận", en: "months of receipt")
      case .unitAndDomain: Wording(vi: "cặp đơn vị và lĩnh vực", en: "pairs of unit and domain")
      }
    let most = DossierGroups.most
    return Diagnostic(
      .csvValue, severity: .warning, at: SourceSpan(whole: SourceFile(path: path)),
      Wording(
        vi: "có hơn \(most) \(what.vietnamese) khác nhau; báo cáo bỏ phần này",
        en: "there are more than \(most) \(what.english); the report leaves this part out"),
      help: Wording(
        vi: "xem lại cột ấy: có thể khai nhầm cột trong records.yaml",
        en: "look at the column: another one may be declared in records.yaml"))
  }

  /// Repeated ids could not be looked for.
  static func searchStopped(_ failure: RepeatFailure, folder: String?) -> Diagnostic {
    if let export = failure.export {
      return .countStopped(failure.failure, reading: export, writing: nil)
    }
    let reason = systemError(failure.failure.error)
    return Diagnostic(
      .fileUnwritable, at: SourceSpan(whole: SourceFile(path: folder ?? "TMPDIR")),
      Wording(
        vi: "không ghi được tệp tạm để tìm mã hồ sơ trùng: \(reason.vietnamese)",
        en: "cannot write a temporary file to look for repeated ids: \(reason.english)"),
      help: Wording(
        vi: "đặt TMPDIR là một thư mục còn chỗ: 16 byte mỗi dòng",
        en: "set TMPDIR to a folder with room: 16 bytes a row"))
  }

  /// What is wrong with the rows of one export, as they were counted.
  static func ofRows(_ count: DossierCount, _ export: OpenExport, _ rules: DossierRules)
    -> [Diagnostic]
  {
    rejects(count, of: export, rules.mostUnreadable)
      + contradictions(count, of: export, rules.mostContradictory)
  }

  /// Rows that could not be read, by reason, at the first of each; an error when they are too many.
  private static func rejects(_ count: DossierCount, of export: OpenExport, _ most: Exact)
    -> [Diagnostic]
  {
    let file = SourceFile(path: export.export.path)
    var found: [Diagnostic] = []
    for reason in RejectReason.allCases where count.rejected(for: reason) > 0 {
      guard let first = count.rejectExamples.first(where: { $0.reason == reason }) else { continue }
      let number = count.rejected(for: reason)
      let place = SourcePosition(line: first.line, column: 1)
      let words = reason.wording(first.text)
      let rows = "\(number) row\(number == 1 ? "" : "s")"
      found.append(
        Diagnostic(
          .csvValue, severity: .warning, at: SourceSpan(file: file, start: place, end: place),
          reason.isRepeat
            ? Wording(
              vi: "\(number) dòng không đếm: \(words.vietnamese)",
              en: "\(rows) not counted: \(words.english)")
            : Wording(
              vi: "\(number) dòng không đọc được: \(words.vietnamese)",
              en: "\(rows) cannot be read: \(words.english)")))
    }
    let unreadable = count.rejected - count.repeated
    if unreadable > 0, let share = Exact(unreadable, over: max(1, count.rows)), share > most {
      found.append(
        .tooManyUnreadable(unreadable, of: count.rows, at: SourceSpan(whole: file)))
    }
    return found
  }

  private static func tooManyUnreadable(_ unreadable: Int, of rows: Int, at span: SourceSpan)
    -> Diagnostic
  {
    Diagnostic(
      .csvValue, at: span,
      Wording(
        vi: "\(unreadable) trong \(rows) dòng không đọc được, quá mức cho phép",
        en: "\(unreadable) of \(rows) rows cannot be read, more than is allowed"),
      help: Wording(
        vi: "sửa tệp xuất, hoặc nâng `most_unreadable` trong tệp quy tắc",
        en: "mend the export, or raise `most_unreadable` in the rules"))
  }
}

extension RejectReason {
  /// What is wrong with the first such row.
  fileprivate func wording(_ text: String) -> Wording {
    switch self {
    case .fieldCount:
      Wording(vi: "số ô khác dòng tiêu đề", en: "another number of cells than the header")
    case .brokenQuote:
      Wording(
        vi: "dấu nháy không đóng, đóng giữa ô, hoặc dòng quá dài",
        en: "a quote that is never closed or closed inside a cell, or a line too long")
    case .noDossier: Wording(vi: "không có mã hồ sơ", en: "no dossier id")
    case .noUnit: Wording(vi: "không có đơn vị", en: "no unit")
    case .unknownUnit:
      Wording(vi: "không có đơn vị `\(text)`", en: "there is no unit `\(text)`")
    case .noReceivedDate: Wording(vi: "không có ngày tiếp nhận", en: "no date of receipt")
    case .badReceivedDate:
      Wording(vi: "ngày tiếp nhận `\(text)` không có", en: "`\(text)` is no date of receipt")
    case .noDueDate: Wording(vi: "không có hạn trả", en: "no due date")
    case .badDueDate: Wording(vi: "hạn trả `\(text)` không có", en: "`\(text)` is no due date")
    case .badReadyDate:
      Wording(vi: "ngày có kết quả `\(text)` không có", en: "`\(text)` is no date of the result")
    case .badReturnedDate:
      Wording(vi: "ngày trả `\(text)` không có", en: "`\(text)` is no date of return")
    case .repeated:
      Wording(vi: "mã hồ sơ đã có: `\(text)`", en: "the dossier was read before: `\(text)`")
    case .repeatedDifferently:
      Wording(
        vi: "mã hồ sơ đã có, với nội dung khác: `\(text)`",
        en: "the dossier was read before, with another content: `\(text)`")
    }
  }
}

internal import Diagnostics
internal import EventLog

/// Sentences about a round's log beside its files.
extension Diagnostic {
  static func submissionNotInLog(_ unit: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .submissionNotInLog, at: span,
      Wording(
        vi: "nhật ký của kỳ đánh giá chưa ghi việc `\(unit)` nộp: chưa đưa vào kết quả",
        en: "the round's log does not say that `\(unit)` handed in: it is not read into results"),
      help: Wording(
        vi: "chạy `parindex submit` để ghi việc nộp vào nhật ký",
        en: "run `parindex submit` to record it"))
  }

  /// The log was opened on it: what it says stands there, and whoever moved it was interrupted.
  static func appraisalLeftOver(_ file: SourceFile, log: SourceFile) -> Diagnostic {
    Diagnostic(
      .appraisalBesideLog, severity: .warning, at: SourceSpan(whole: file),
      Wording(
        vi: "nhật ký `\(log.path)` đã ghi mọi quyết định trong tệp này; tệp không được dùng nữa",
        en: "the log `\(log.path)` has everything that this file decides; it is not used any more"),
      help: Wording(
        vi: "chạy lại `parindex convert` để dọn tệp (bản gốc giữ trong thư mục `history`)",
        en: "run `parindex convert` again, which clears it away and keeps a copy in `history`"))
  }

  static func appraisalBesideLog(_ file: SourceFile, log: SourceFile) -> Diagnostic {
    Diagnostic(
      .appraisalBesideLog, at: SourceSpan(whole: file),
      Wording(
        vi: "kỳ đánh giá có nhật ký `\(log.path)` nên tệp thẩm định này không được dùng",
        en: "the round has a log, `\(log.path)`, beside which this appraisal cannot stand"),
      expected: Wording(
        vi: "mọi quyết định ở một nơi, để không quyết định nào bị bỏ sót",
        en: "all decisions in one place, so that none is overlooked"),
      help: Wording(
        vi: "ghi các quyết định này vào nhật ký rồi chuyển tệp ra khỏi thư mục",
        en: "record these decisions in the log and move the file away"))
  }

  /// A file is no longer what the log says, and what the log says was not kept.
  static func fileNotAsLogged(
    _ file: SourceFile, _ pin: (event: Int, digest: String), log: SourceFile
  ) -> Diagnostic {
    Diagnostic(
      .fileNotAsLogged, at: SourceSpan(whole: file),
      Wording(
        vi:
          "tệp khác với bản đã ghi ở sự kiện \(pin.event) của `\(log.path)`, không còn bản lưu đúng",
        en:
          "the file is not the one that event \(pin.event) of `\(log.path)` brought in, and no true copy is left"
      ),
      expected: Wording(
        vi: "đúng tệp đã nộp, hoặc bản lưu `history/\(pin.digest)`",
        en: "the file as it was, or its copy `history/\(pin.digest)`"),
      help: Wording(
        vi: "khôi phục tệp; nếu thay đổi là có chủ ý thì nộp lại bằng `parindex submit`",
        en: "restore it; if the change is meant, hand it in with `parindex submit`"))
  }

  /// A file that came into a unit's folder after it had handed in without it.
  static func fileNotHandedIn(_ file: SourceFile, event: Int, log: SourceFile) -> Diagnostic {
    Diagnostic(
      .fileChangedSince, at: SourceSpan(whole: file),
      Wording(
        vi: "tệp không nằm trong lần nộp ở sự kiện \(event) của `\(log.path)`; kết quả không dùng",
        en: "the file was not handed in by event \(event) of `\(log.path)`; results do not use it"),
      help: Wording(
        vi: "chạy `parindex submit` nếu muốn nộp tệp này",
        en: "run `parindex submit` to hand it in"))
  }

  static func fileChangedSince(_ file: SourceFile, event: Int, log: SourceFile) -> Diagnostic {
    Diagnostic(
      .fileChangedSince, at: SourceSpan(whole: file),
      Wording(
        vi: "tệp đã được sửa sau sự kiện \(event) của `\(log.path)`; kết quả dùng bản đã nộp",
        en:
          "the file was changed after event \(event) of `\(log.path)`; results use what was brought in"
      ),
      help: Wording(
        vi: "chạy `parindex submit` nếu muốn nộp bản mới",
        en: "run `parindex submit` to hand the new one in"))
  }

  /// A register, the criteria or the round's setting is not the file that the log was opened on.
  static func roundFileChanged(_ change: UnrecordedChange, log: SourceFile) -> Diagnostic {
    let what = change.wording(log)
    return Diagnostic(
      .fileChangedSince, at: SourceSpan(whole: change.file),
      Wording(
        vi: "\(what.vietnamese); kết quả dùng tệp hiện có",
        en: "\(what.english); results use it as it is"),
      help: Wording(
        vi: "ghi việc thay tệp bằng `parindex replace`, hoặc khôi phục tệp",
        en: "record the change with `parindex replace`, or restore the file"))
  }

  /// The same where something is to stand on it that others hold against the log.
  static func roundFileUnrecorded(_ change: UnrecordedChange, log: SourceFile) -> Diagnostic {
    let what = change.wording(log)
    return Diagnostic(
      .fileChangedSince, severity: .error, at: SourceSpan(whole: change.file),
      Wording(
        vi: "\(what.vietnamese), việc thay tệp chưa được ghi",
        en: "\(what.english), and no event replaced it"),
      expected: Wording(
        vi: "mọi thay đổi số liệu, tiêu chí, quy trình đều có trong nhật ký",
        en: "every change of figures, criteria and procedure to be in the log"),
      help: Wording(
        vi: "Sở Nội vụ ghi việc thay tệp bằng `parindex replace`, hoặc khôi phục tệp",
        en: "Sở Nội vụ records the change with `parindex replace`, or restores the file"))
  }

  /// What a file was before it was replaced is nowhere to be had.
  static func earlierFileGone(_ file: SourceFile) -> Diagnostic {
    Diagnostic(
      .fileNotAsLogged, at: SourceSpan(whole: file),
      Wording(
        vi: "tệp đã bị sửa và không còn bản mà nhật ký đã ghi",
        en: "the file was changed, and what the log has of it is not there any more"),
      expected: Wording(
        vi: "bản cũ, để xem lại được kỳ đánh giá ở mọi thời điểm",
        en: "the earlier one, so that the round can be looked at as of any moment"),
      help: Wording(
        vi: "nêu bản cũ bằng --earlier (bản sao lưu, bản trong kho mã)",
        en: "name the earlier one with --earlier (a backup, a version in the repository)"))
  }

  static func unitOfEventUnknown(
    _ event: RoundEvent, log: SourceFile, known: [String]
  ) -> Diagnostic {
    let place = SourcePosition(line: event.sequence, column: 1)
    let unit = event.content.unit ?? ""
    return Diagnostic(
      .unknownUnit, at: SourceSpan(file: log, start: place, end: place),
      Wording(
        vi: "sự kiện \(event.sequence) nói về `\(unit)`, không có trong danh sách đơn vị",
        en: "event \(event.sequence) is about `\(unit)`, which is no unit of the round"),
      help: NearestName.help(for: unit, among: known))
  }

  static func noLog(in folder: String) -> Diagnostic {
    Diagnostic(
      .fileMissing, at: SourceSpan(whole: SourceFile(path: folder)),
      Wording(
        vi: "kỳ đánh giá chưa có nhật ký `events.jsonl` nên không xem lại được theo thời điểm",
        en: "the round has no log `events.jsonl`, so the past cannot be looked at"),
      help: Wording(
        vi: "chuyển các tệp thẩm định thành nhật ký bằng `parindex convert`",
        en: "turn the appraisal files into a log with `parindex convert`"))
  }
}

extension UnrecordedChange {
  /// How it is not as the log has it.
  fileprivate func wording(_ log: SourceFile) -> Wording {
    switch kind {
    case .changed:
      Wording(
        vi: "tệp khác với bản đã ghi ở sự kiện \(event) của `\(log.path)`",
        en: "the file is not the one that event \(event) of `\(log.path)` stands on")
    case .added:
      Wording(
        vi: "tệp không có khi sự kiện \(event) của `\(log.path)` mở kỳ đánh giá",
        en: "the file was not there when event \(event) of `\(log.path)` opened the round")
    case .gone:
      Wording(
        vi: "tệp đã ghi ở sự kiện \(event) của `\(log.path)` không còn",
        en: "the file that event \(event) of `\(log.path)` stands on is gone")
    }
  }
}

package import Diagnostics
internal import Glibc
internal import Grading

/// Sentences about a log as a whole: its chain, its end, its seal, its file.
extension Diagnostic {
  static func logBroken(
    _ fault: ChainFault, _ event: RoundEvent, _ line: LogLine, _ last: LogLine?
  ) -> Diagnostic {
    let isAboutNumber =
      switch fault {
      case .missing, .repeated, .secondFollower: true
      case .changed: false
      }
    return Diagnostic(
      .logBroken, at: line.span(of: isAboutNumber ? .sequence : .previous),
      fault.message(event, line.number), secondary: fault.secondary(event, last),
      expected: isAboutNumber
        ? Wording(vi: "sự kiện số \(line.number)", en: "event \(line.number)")
        : last.map { last in
          let digest = LineDigest(ofLine: last.bytes).text
          return Wording(
            vi: "mã của dòng \(last.number): \(digest)",
            en: "the digest of line \(last.number): \(digest)")
        },
      help: fault.help(line.number))
  }

  static func logTorn(_ line: LogLine, bytes: Int) -> Diagnostic {
    Diagnostic(
      .logTorn, at: line.span,
      Wording(
        vi: "dòng cuối ghi dở (\(bytes) byte): không phải sự kiện, không được tính",
        en: "the last line was not written to its end (\(bytes) bytes): it is no event"),
      help: Wording(
        vi: "không cần làm gì: lần ghi tiếp theo cất dòng này vào tệp bên cạnh",
        en: "nothing to do: whoever writes next sets it aside in a file beside the log"))
  }

  static func logSetAside(_ file: SourceFile, bytes: Int, in aside: String) -> Diagnostic {
    Diagnostic(
      .logTorn, at: SourceSpan(whole: file),
      Wording(
        vi: "đã cất dòng cuối ghi dở (\(bytes) byte) vào `\(aside)`",
        en: "a last line that was not written to its end (\(bytes) bytes) is now in `\(aside)`"))
  }

  static func logTimeGoesBack(_ line: LogLine, _ last: EventTime) -> Diagnostic {
    Diagnostic(
      .timeGoesBack, at: line.span(of: .time),
      Wording(
        vi: "đồng hồ chạy lùi: sự kiện trước ghi lúc \(last.vietnameseText)",
        en: "the clock ran backwards: the event before is of \(last.isoText)"),
      help: Wording(
        vi: "thứ tự của sự kiện vẫn theo số; kiểm tra đồng hồ của máy ghi",
        en: "the order is that of the numbers; look at the clock of whoever wrote it"))
  }

  static func logOfOtherRound(_ line: LogLine, _ found: String, _ round: String) -> Diagnostic {
    Diagnostic(
      .roundMismatch, at: line.span(of: .round),
      Wording(
        vi: "đây là nhật ký của kỳ đánh giá `\(found)`", en: "this is the log of round `\(found)`"),
      expected: Wording(vi: "nhật ký của `\(round)`", en: "the log of `\(round)`"))
  }

  // MARK: Files

  static func logUnreadable(_ file: SourceFile, error: Int32) -> Diagnostic {
    switch error {
    case ENOENT, ENOTDIR:
      return Diagnostic(
        .fileMissing, at: SourceSpan(whole: file),
        Wording(
          vi: "không có nhật ký `\(file.path)`", en: "there is no log `\(file.path)`"))
    case ELOOP: return .logIsLink(file)
    default:
      let reason = systemError(error)
      return Diagnostic(
        .fileUnreadable, at: SourceSpan(whole: file),
        Wording(
          vi: "không đọc được nhật ký: \(reason.vietnamese)",
          en: "cannot read the log: \(reason.english)"))
    }
  }

  static func logNoRegularFile(_ file: SourceFile) -> Diagnostic {
    Diagnostic(
      .fileUnreadable, at: SourceSpan(whole: file),
      Wording(vi: "nhật ký không phải là một tệp thường", en: "the log is no regular file"))
  }

  package static func logChanging(_ file: SourceFile) -> Diagnostic {
    Diagnostic(
      .fileChanged, at: SourceSpan(whole: file),
      Wording(
        vi: "nhật ký thay đổi trong khi được đọc", en: "the log changed while it was read"),
      help: Wording(vi: "chạy lại", en: "run it again"))
  }

  static func logUnwritable(_ file: SourceFile, error: Int32) -> Diagnostic {
    if error == ELOOP { return .logIsLink(file) }
    if error == EINVAL { return .logNoRegularFile(file) }
    let reason = systemError(error)
    return Diagnostic(
      .fileUnwritable, at: SourceSpan(whole: file),
      Wording(
        vi: "không ghi được sự kiện: \(reason.vietnamese)",
        en: "cannot write the event: \(reason.english)"),
      help: Wording(
        vi: "kiểm tra quyền ghi và dung lượng đĩa rồi ghi lại; các sự kiện trước còn nguyên",
        en: "check permissions and free space, then try again; earlier events are untouched"))
  }

  private static func logIsLink(_ file: SourceFile) -> Diagnostic {
    Diagnostic(
      .unsafePath, at: SourceSpan(whole: file),
      Wording(
        vi: "nhật ký là một liên kết đến nơi khác", en: "the log is a link to somewhere else"),
      expected: Wording(
        vi: "một tệp nằm trong thư mục của kỳ đánh giá", en: "a file in the round's own folder"))
  }

  /// A log begins with the event that opens the round, so that one without any was emptied.
  package static func logWithoutEvents(
    _ file: SourceFile, severity: Severity? = nil
  ) -> Diagnostic {
    Diagnostic(
      .logBroken, severity: severity, at: SourceSpan(whole: file),
      Wording(
        vi: "nhật ký không có sự kiện nào, kể cả sự kiện mở kỳ đánh giá, dù có tệp",
        en: "the log is there and has no event, not even the one that opens the round"),
      expected: Wording(
        vi: "dòng đầu là sự kiện mở kỳ đánh giá", en: "a first line that opens the round"),
      help: Wording(
        vi: "lấy lại bản lưu của nhật ký; nếu chưa từng có sự kiện nào thì xóa tệp rỗng này",
        en: "restore a copy of the log; where there never was an event, remove the empty file"))
  }

  static func logEndsInNoEvent(_ file: SourceFile) -> Diagnostic {
    logUnfit(
      file,
      Wording(
        vi: "dòng cuối của nhật ký không phải là sự kiện",
        en: "the log's last line is no event"))
  }

  static func logBeginsWithNoEvent(_ file: SourceFile) -> Diagnostic {
    logUnfit(
      file,
      Wording(
        vi: "dòng đầu của nhật ký không mở kỳ đánh giá",
        en: "the log's first line does not open a round"))
  }

  private static func logUnfit(_ file: SourceFile, _ message: Wording) -> Diagnostic {
    Diagnostic(
      .logBroken, at: SourceSpan(whole: file), message,
      help: Wording(
        vi: "không ghi thêm vào nhật ký đã bị sửa; lấy lại bản lưu rồi kiểm tra chuỗi",
        en: "nothing is added to a log that was changed; restore a copy and check its chain"))
  }
}

extension ChainFault {
  fileprivate func message(_ event: RoundEvent, _ line: Int) -> Wording {
    switch self {
    case .missing(let numbers, foundAt: nil):
      let list = numbers.count == 1 ? "\(line)" : "\(numbers.lowerBound)–\(numbers.upperBound)"
      return Wording(
        vi: "chuỗi đứt ở dòng \(line): thiếu sự kiện số \(list) (đã bị xóa)",
        en:
          "the chain breaks at line \(line): event\(numbers.count == 1 ? "" : "s") \(list) deleted")
    case .missing(_, foundAt: let place?):
      return Wording(
        vi: "chuỗi đứt ở dòng \(line): sự kiện số \(line) nằm ở dòng \(place) (đã bị đổi chỗ)",
        en: "the chain breaks at line \(line): event \(line) was moved to line \(place)")
    case .changed:
      return Wording(
        vi:
          "chuỗi đứt giữa sự kiện số \(line - 1) và số \(line): một trong hai đã bị sửa hoặc thay",
        en:
          "the chain breaks between events \(line - 1) and \(line): one was edited or replaced")
    case .secondFollower:
      return Wording(
        vi: "chuỗi đứt ở dòng \(line): có hai sự kiện số \(event.sequence) (một bị chèn vào)",
        en: "the chain breaks at line \(line): two events are number \(event.sequence), one put in")
    case .repeated:
      return Wording(
        vi: "chuỗi đứt ở dòng \(line): số \(event.sequence) đã có (bị chèn vào hoặc lặp lại)",
        en:
          "the chain breaks at line \(line): number \(event.sequence) has been (put in or repeated)"
      )
    }
  }

  fileprivate func secondary(_ event: RoundEvent, _ last: LogLine?) -> [SourceLabel] {
    guard let last else { return [] }
    switch self {
    case .changed:
      let message = Wording(
        vi: "không còn là dòng mà sự kiện số \(event.sequence) được ghi tiếp theo",
        en: "not the line that event \(event.sequence) was written behind")
      return [SourceLabel(last.span(of: .sequence), message)]
    case .secondFollower:
      let message = Wording(vi: "sự kiện cùng số", en: "the other one")
      return [SourceLabel(last.span(of: .sequence), message)]
    case .missing, .repeated: return []
    }
  }

  fileprivate func help(_ line: Int) -> Wording {
    let sure: Int =
      switch self {
      case .missing, .repeated: line - 1
      case .changed, .secondFollower: line - 2
      }
    guard sure > 0 else {
      return Wording(
        vi: "lấy lại bản lưu của nhật ký", en: "restore a copy of the log")
    }
    return Wording(
      vi: "chuỗi liền đến sự kiện số \(sure); lấy lại bản lưu của nhật ký",
      en: "the chain holds up to event \(sure); restore a copy of the log")
  }
}

extension SealComparison {
  /// What there is to say of a log beside its seal; nil when it is exactly what was sealed.
  package func diagnostic(_ file: SourceFile, _ seal: LogSeal) -> Diagnostic? {
    switch self {
    case .whole, .broken: nil
    case .unsealed(let first):
      Diagnostic(
        .unsealedEvents, at: SourceSpan(whole: file),
        Wording(
          vi: "các sự kiện từ số \(first) chưa được niêm phong",
          en: "unsealed since event \(first)"))
    case .cut(let length):
      Diagnostic(
        .sealMismatch, at: SourceSpan(whole: file),
        Wording(
          vi: "nhật ký bị cắt: còn \(length) trong \(seal.length) sự kiện đã niêm phong",
          en: "the log was cut: \(length) of \(seal.length) sealed events are left"),
        expected: Wording(
          vi: "\(seal.length) sự kiện, mã \(seal.head.text)",
          en: "\(seal.length) events with the digest \(seal.head.text)"))
    case .different(let number):
      Diagnostic(
        .sealMismatch, at: SourceSpan(whole: file),
        Wording(
          vi: "sự kiện số \(number), hoặc một sự kiện trước nó, đã bị sửa sau khi niêm phong",
          en: "event \(number), or one before it, was changed after the log was sealed"),
        expected: Wording(
          vi: "mã của dòng \(number): \(seal.head.text)",
          en: "the digest of line \(number): \(seal.head.text)"))
    }
  }
}

internal import Diagnostics

/// Every sentence about the shape of a YAML file, syntax apart.
extension Diagnostic {
  static func textFault(_ fault: TextCheck.Fault, in source: SourceText) -> Diagnostic {
    switch fault {
    case .utf16(let littleEndian):
      let form = littleEndian ? "UTF-16LE" : "UTF-16BE"
      return Diagnostic(
        .notUTF8, at: SourceSpan(whole: source.file),
        Wording(
          vi: "tệp được lưu theo bảng mã \(form)", en: "the file is encoded in \(form)"),
        expected: Wording(vi: "bảng mã UTF-8", en: "the encoding UTF-8"),
        help: Wording(
          vi: "mở tệp bằng trình soạn thảo và lưu lại với bảng mã UTF-8",
          en: "open the file in an editor and save it again as UTF-8"))
    case .nul(let offset):
      return Diagnostic(
        .nulByte, at: source.characterSpan(at: offset),
        Wording(
          vi: "tệp có byte NUL, không phải là tệp văn bản",
          en: "the file holds a NUL byte: it is not a text file"),
        help: Wording(
          vi: "kiểm tra xem có chọn nhầm tệp, hoặc xóa ký tự không nhìn thấy ở chỗ này",
          en: "check that this is the right file, or delete the invisible character here"))
    case .notUTF8(let offset):
      let byte = hexadecimal(source.bytes[offset])
      return Diagnostic(
        .notUTF8, at: source.characterSpan(at: offset),
        Wording(
          vi: "byte 0x\(byte) ở đây không đúng bảng mã UTF-8",
          en: "the byte 0x\(byte) is not valid UTF-8 here"),
        expected: Wording(vi: "bảng mã UTF-8", en: "the encoding UTF-8"),
        help: Wording(
          vi:
            "lưu lại tệp với bảng mã UTF-8 (bảng mã cũ như TCVN3, VNI, Windows-1258 không dùng được)",
          en: "save the file again as UTF-8 (TCVN3, VNI and Windows-1258 cannot be read)"))
    }
  }

  static func fileEmpty(_ file: SourceFile) -> Diagnostic {
    Diagnostic(
      .fileEmpty, at: SourceSpan(whole: file),
      Wording(vi: "tệp không có nội dung", en: "the file has no content"),
      expected: Wording(
        vi: "dòng đầu là `format:`, sau đó là nội dung",
        en: "`format:` on the first line, then the content"))
  }

  static func noMemory(for file: SourceFile) -> Diagnostic {
    Diagnostic(
      .fileUnreadable, at: SourceSpan(whole: file),
      Wording(vi: "không đủ bộ nhớ để đọc tệp", en: "there is not enough memory to read the file"))
  }

  static func tooManyDirectives(in file: SourceFile) -> Diagnostic {
    Diagnostic(
      .yamlSyntax, at: SourceSpan(whole: file),
      Wording(
        vi: "tệp có quá \(YAMLDirectives.most) dòng bắt đầu bằng `%`",
        en: "more than \(YAMLDirectives.most) lines of the file begin with `%`"),
      help: Wording(
        vi: "bỏ các dòng `%TAG`, `%YAML`: không cần đến",
        en: "delete the `%TAG` and `%YAML` lines: they are not needed"))
  }

  static func tooDeep(limit: Int, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .tooDeep, at: span,
      Wording(
        vi: "các mục lồng nhau quá \(limit) cấp", en: "nested more than \(limit) levels deep"),
      expected: Wording(vi: "nhiều nhất \(limit) cấp", en: "at most \(limit) levels"))
  }

  static func tooManyNodes(limit: Int, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .tooManyNodes, at: span,
      Wording(
        vi: "tệp có hơn \(limit) khóa và giá trị",
        en: "the file has more than \(limit) keys and values"),
      help: Wording(vi: "chia thành nhiều tệp", en: "split it into several files"))
  }

  static func tooManyAnchors(limit: Int, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .aliasExpansion, at: span,
      Wording(
        vi: "tệp có hơn \(limit) mốc neo (`&`)", en: "the file has more than \(limit) anchors (`&`)"
      ))
  }

  static func aliasExpansion(_ name: String, limit: Int, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .aliasExpansion, at: span,
      Wording(
        vi: "tham chiếu `*\(shortened(name))` làm tệp phình ra hơn \(limit) khóa và giá trị",
        en:
          "the alias `*\(shortened(name))` makes the file grow by more than \(limit) keys and values"
      ),
      help: Wording(
        vi: "viết đầy đủ nội dung thay cho tham chiếu",
        en: "write the content out instead of the alias"))
  }

  static func recursiveAlias(_ name: String, at span: SourceSpan, anchor: SourceSpan) -> Diagnostic
  {
    Diagnostic(
      .recursiveAlias, at: span,
      Wording(
        vi: "tham chiếu `*\(shortened(name))` nằm trong chính nội dung mà nó trỏ đến",
        en: "the alias `*\(shortened(name))` stands inside what it refers to"),
      secondary: [
        SourceLabel(
          anchor, Wording(vi: "nội dung bắt đầu ở đây", en: "what it refers to begins here"))
      ],
      help: Wording(
        vi: "viết đầy đủ nội dung thay cho tham chiếu",
        en: "write the content out instead of the alias"))
  }

  static func unknownAlias(_ name: String, known: some Sequence<String>, at span: SourceSpan)
    -> Diagnostic
  {
    Diagnostic(
      .unknownAlias, at: span,
      Wording(
        vi: "tham chiếu `*\(shortened(name))` không trỏ đến mốc neo nào phía trên",
        en: "the alias `*\(shortened(name))` refers to no anchor above it"),
      help: NearestName.help(for: name, among: known)
        ?? Wording(
          vi: "đặt giá trị trong dấu nháy nếu nó bắt đầu bằng dấu `*`",
          en: "put the value in quotes if it begins with `*`"))
  }

  static func severalDocuments(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .severalDocuments, at: span,
      Wording(
        vi: "tệp có nhiều tài liệu YAML, phần từ đây trở đi không được đọc",
        en: "the file holds several YAML documents, and is not read from here on"),
      expected: Wording(vi: "mỗi tệp một tài liệu", en: "one document a file"),
      help: Wording(
        vi: "bỏ dòng `---`, hoặc tách tệp", en: "delete the line `---`, or split the file")
    )
  }

  static func duplicateKey(_ key: String, at span: SourceSpan, first: SourceSpan) -> Diagnostic {
    Diagnostic(
      .duplicateKey, at: span,
      Wording(
        vi: "khóa `\(shortened(key))` đã có ở dòng \(first.start.line)",
        en: "the key `\(shortened(key))` is already on line \(first.start.line)"),
      secondary: [
        SourceLabel(first, Wording(vi: "lần đầu ở đây", en: "first here"))
      ],
      help: Wording(
        vi: "xóa một trong hai; khi đọc tiếp chỉ dùng giá trị đầu",
        en: "delete one of the two; only the first value is used"))
  }

  static func keyIsNoScalar(_ kind: YAMLKind, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .wrongType, at: span,
      Wording(
        vi: "khóa không thể là \(kind.wording.vietnamese)",
        en: "a key cannot be \(kind.wording.english)"),
      expected: Wording(vi: "khóa là một từ", en: "a key that is one word"),
      help: Wording(
        vi: "đặt trong dấu nháy nếu giá trị bắt đầu bằng `{` hoặc `[`",
        en: "put it in quotes if it is a text that begins with `{` or `[`"))
  }

  static func unknownTag(_ tag: String, at span: SourceSpan) -> Diagnostic {
    let core = "tag:yaml.org,2002:"
    let name = tag.hasPrefix(core) ? "!!" + tag.dropFirst(core.count) : tag
    return Diagnostic(
      .badValue, at: span,
      Wording(
        vi: "thẻ kiểu `\(shortened(name))` không được hiểu",
        en: "the tag `\(shortened(name))` is not understood"),
      help: Wording(
        vi: "bỏ thẻ; đặt giá trị trong dấu nháy nếu nó bắt đầu bằng dấu `!`",
        en: "delete the tag; put the value in quotes if it begins with `!`"))
  }

  static func moreProblems(_ count: Int, like last: Diagnostic) -> Diagnostic {
    Diagnostic(
      last.code, severity: .note, at: last.primary.span,
      Wording(
        vi: "còn \(count) lỗi nữa trong tệp này, từ đây trở đi, không kể ra",
        en: "\(count) more problems of this file, from here on, are not listed"))
  }
}

/// A name as a message quotes it: a hostile one is not quoted whole.
package func shortened(_ name: String) -> String {
  name.unicodeScalars.count <= 60 ? name : String(name.unicodeScalars.prefix(60)) + "…"
}

private func hexadecimal(_ byte: UInt8) -> String {
  let digits = String(byte, radix: 16, uppercase: true)
  return digits.count == 1 ? "0" + digits : digits
}

extension SourceText {
  /// The span of the character that begins at an offset in bytes.
  func characterSpan(at offset: Int) -> SourceSpan {
    var line = 1
    var start = 0
    for index in bytes[..<offset].indices where bytes[index] == 0x0A {
      line += 1
      start = index + 1
    }
    if start == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = min(3, offset) }
    var column = 1
    for byte in bytes[start..<offset] where !UTF8Bytes.isContinuation(byte) { column += 1 }
    return SourceSpan(
      file: file, start: SourcePosition(line: line, column: column),
      end: SourcePosition(line: line, column: column + 1))
  }
}

import TestSupport
import Testing

@testable import Web

/// Forms with a file, whole and broken, in pieces of any size.
@Suite struct MultipartTests {
  /// A part as it came: its name, its file's name, its bytes.
  struct Part: Hashable {
    let name: String
    let fileName: String?
    var bytes: [UInt8] = []
  }

  private static let type = "multipart/form-data; boundary=b0"

  /// What a form comes to in pieces of given sizes, the last one repeated.
  private func read(
    _ bytes: [UInt8], pieces: [Int] = [1 << 20], type: String = type,
    _ change: (inout MultipartLimits) -> Void = { _ in }
  ) throws(MultipartFault) -> [Part] {
    var limits = MultipartLimits()
    change(&limits)
    var parser = try MultipartParser(contentType: type, limits: limits)
    var parts: [Part] = []
    var ended = 0
    var place = 0
    var count = 0
    while place < bytes.count {
      let size = max(1, pieces[min(count, pieces.count - 1)])
      let piece = Array(bytes[place..<min(place + size, bytes.count)])
      for event in try parser.take(piece) {
        switch event {
        case .part(let header):
          parts.append(Part(name: header.name, fileName: header.fileName))
        case .data(let bytes): parts[parts.count - 1].bytes += bytes
        case .endOfPart: ended += 1
        }
      }
      place += size
      count += 1
    }
    try parser.finish()
    #expect(ended == parts.count)
    return parts
  }

  private func fault(
    _ text: String, type: String = type, _ change: (inout MultipartLimits) -> Void = { _ in }
  ) -> MultipartFault? {
    do {
      _ = try read(Array(text.utf8), type: type, change)
      return nil
    } catch {
      // In single bytes it is the same fault.
      #expect(throws: error) { try read(Array(text.utf8), pieces: [1], type: type, change) }
      return error
    }
  }

  private static func part(_ head: String, _ body: String) -> String {
    "--b0\r\n\(head)\r\n\r\n\(body)\r\n"
  }

  private static func file(_ name: String, _ body: String = "x") -> String {
    part("Content-Disposition: form-data; name=\"f\"; filename=\"\(name)\"", body) + "--b0--\r\n"
  }

  @Test func `fields and files come out as they went in`() throws {
    let form =
      Self.part("Content-Disposition: form-data; name=\"a\"", "một\r\nhai")
      + Self.part(
        "content-disposition:form-data;name=b;filename=\"c d.pdf\"\r\nContent-Type: x/y", "\r\n--b")
      + Self.part("Content-Disposition: form-data; name=\"\"", "") + "--b0--"
    #expect(
      try read(Array(form.utf8)) == [
        Part(name: "a", fileName: nil, bytes: Array("một\r\nhai".utf8)),
        Part(name: "b", fileName: "c d.pdf", bytes: Array("\r\n--b".utf8)),
        Part(name: "", fileName: nil),
      ])
  }

  @Test func `however a form is cut into pieces, its parts are the same`() throws {
    var random = SplitMix64(seed: 7578)
    let scraps = [
      "\r", "\n", "\r\n", "-", "--", "--b", "--b0", "\r\n--b", "\r\n--b1", "b0", "x", "",
    ]
    for _ in 0..<300 {
      var form: [UInt8] = []
      var wanted: [Part] = []
      for number in 0..<Int.random(in: 0...4, using: &random) {
        var body: [UInt8] = []
        for _ in 0..<Int.random(in: 0...8, using: &random) {
          body += Array((scraps.randomElement(using: &random) ?? "").utf8)
          if Bool.random(using: &random) { body.append(UInt8.random(in: 0...255, using: &random)) }
        }
        // A body that holds the boundary itself is no body of this form.
        let marked = [13, 10] + body
        let mark = Array("\r\n--b0".utf8)
        if marked.indices.contains(where: { marked[$0...].starts(with: mark) }) { body = [1] }
        form += Array("--b0\r\nContent-Disposition: form-data; name=\"\(number)\"".utf8)
        form += Array("; filename=\"f\"\r\n\r\n".utf8) + body + [13, 10]
        wanted.append(Part(name: "\(number)", fileName: "f", bytes: body))
      }
      guard !wanted.isEmpty else { continue }
      form += Array("--b0--\r\n".utf8)
      #expect(try read(form) == wanted)
      #expect(try read(form, pieces: [1]) == wanted)
      let sizes = (0..<40).map { _ in Int.random(in: 1...9, using: &random) }
      #expect(try read(form, pieces: sizes) == wanted)
    }
  }

  @Test func `a form cut off anywhere is never taken for a whole one`() throws {
    let form = Array(
      (Self.part("Content-Disposition: form-data; name=a", "1") + Self.file("f")).utf8)
    // The two hyphens behind the last boundary end it; the line's end after them means nothing.
    for count in 0..<form.count - 2 {
      #expect(throws: MultipartFault.truncated) { try read(Array(form[..<count])) }
    }
    #expect(try read(Array(form.dropLast(2))).count == 2)
  }

  @Test(arguments: [
    "multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=\"a",
    "multipart/form-data; boundary=\(String(repeating: "b", count: 71))",
    "multipart/form-data; boundary=\"b \"", "multipart/form-data; boundary=a\u{1}b",
    "multipart/form-data; boundary=a; boundary=b", "multipart/mixed; boundary=b0", "text/plain",
    "multipart/form-data; boundary=ệ",
  ])
  func `a type without a sound boundary is none`(_ type: String) {
    #expect(throws: MultipartFault.boundary) { try MultipartParser(contentType: type) }
  }

  @Test func `a boundary of seventy, and a quoted one, are sound`() throws {
    for boundary in [String(repeating: "b", count: 70), "a b'()+_,-./:=?z"] {
      let type = "Multipart/Form-Data; charset=utf-8; Boundary=\"\(boundary)\""
      let form = Self.file("f").replacing("--b0", with: "--\(boundary)")
      #expect(try read(Array(form.utf8), type: type).count == 1)
    }
  }

  @Test func `what is broken is told apart`() {
    #expect(fault("x--b0\r\n") == .start)
    #expect(fault("--b1\r\n") == .start)
    #expect(fault("\r\n" + Self.file("f")) == .start)
    #expect(fault("--b0xy") == .delimiter)
    #expect(fault("--b0\n\n") == .delimiter)
    #expect(fault("--b0\r\nA: b\r\n") == .truncated)
    #expect(fault("--b0\r\n" + String(repeating: "A: b\r\n", count: 900)) == .headerTooLong)
    #expect(fault(Self.part("X-Other: y", "") + "--b0--") == .header)
    #expect(
      fault(Self.part("Content-Disposition: attachment; name=\"a\"", "") + "--b0--") == .header)
    #expect(fault(Self.part("Content-Disposition: form-data", "") + "--b0--") == .header)
    #expect(
      fault(Self.part("Content-Disposition: form-data; name=a; name=b", "") + "--b0--") == .header)
    #expect(
      fault(
        Self.part(
          "Content-Disposition: form-data; name=a\r\nContent-Disposition: form-data; name=b", "")
          + "--b0--") == .header)
    #expect(
      fault(
        Self.part(
          "Content-Disposition: form-data; name=a\r\nContent-Transfer-Encoding: base64", "")
          + "--b0--") == .header)
    #expect(fault(Self.part("Content-Disposition: form-data; name=\"a", "") + "--b0--") == .header)
    #expect(fault(Self.part(" Content-Disposition: form-data; name=a", "") + "--b0--") == .header)
  }

  @Test func `no NUL, bare line end or folded line gets through a header`() {
    for evil in ["a\0b.pdf", "a\rb.pdf", "a\nb.pdf", "a\u{7F}", "a\r\n b", "a\r\nX: y"] {
      #expect(fault(Self.file(evil)) == .header, "\(evil.debugDescription)")
    }
  }

  @Test(arguments: [
    ("a.pdf", "a.pdf"), ("Kế hoạch số 12 ệ😀.pdf", "Kế hoạch số 12 ệ😀.pdf"),
    ("a\\\"b\\\"; name=\\\"c.pdf", "a\"b\"; name=\"c.pdf"), ("../../x", "../../x"),
    ("C:\\tmp\\x.pdf", "C:\\tmp\\x.pdf"), ("a\\\\b", "a\\b"), ("%22%0D%0A.pdf", "%22%0D%0A.pdf"),
    ("'a'", "'a'"), ("", ""),
  ])
  func `the name of a file is a text and nothing more`(_ sent: String, _ read: String) throws {
    #expect(try self.read(Array(Self.file(sent).utf8)).first?.fileName == read)
  }

  @Test func `bytes that are no UTF-8 are no name`() {
    let form = Array(Self.file("f").utf8).map { $0 == UInt8(ascii: "f") ? 0xFF : $0 }
    #expect(throws: MultipartFault.header) { try read(form) }
  }

  @Test func `each limit holds on both of its sides`() throws {
    let two =
      Self.part("Content-Disposition: form-data; name=a", "12345") + Self.file("abc", "12345")
    #expect(fault(two) { $0.parts = 2 } == nil)
    #expect(fault(two) { $0.parts = 1 } == .tooManyParts)
    #expect(fault(two) { $0.field = 5 } == nil)
    #expect(fault(two) { $0.field = 4 } == .fieldTooLong)
    #expect(fault(two) { $0.file = 5 } == nil)
    #expect(fault(two) { $0.file = 4 } == .fileTooLong)
    #expect(fault(two) { $0.fileName = 3 } == nil)
    #expect(fault(two) { $0.fileName = 2 } == .fileNameTooLong)
    #expect(fault(two) { $0.name = 1 } == nil)
    #expect(fault(two) { $0.name = 0 } == .nameTooLong)
    let header = "Content-Disposition: form-data; name=\"f\"; filename=\"abc\"".utf8.count
    #expect(fault(two) { $0.header = header } == nil)
    #expect(fault(two) { $0.header = header - 1 } == .headerTooLong)
    #expect(fault(two + "1234") { $0.epilogue = 6 } == nil)
    #expect(fault(two + "1234") { $0.epilogue = 5 } == .formTooLong)
  }

  @Test func `a huge part keeps nothing but its end`() throws {
    var limits = MultipartLimits()
    limits.file = 64 << 20
    var parser = try MultipartParser(contentType: Self.type, limits: limits)
    _ = try parser.take(
      Array("--b0\r\nContent-Disposition: form-data; name=f; filename=f\r\n\r\n".utf8))
    let piece = [UInt8](repeating: 0x0D, count: 1 << 20)
    var count = 0
    for _ in 0..<32 {
      for case .data(let bytes) in try parser.take(piece) { count += bytes.count }
    }
    #expect(count > (32 << 20) - 16)
    #expect(throws: MultipartFault.fileTooLong) { for _ in 0..<33 { _ = try parser.take(piece) } }
  }
}

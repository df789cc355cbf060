import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import YAMLReading

@Suite(.timeLimit(.minutes(20))) struct FileReadingTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func code(_ path: String, limit: Int = 1 << 20) -> DiagnosticCode? {
    switch readFile(path: path, displayPath: "x.yaml", limit: limit) {
    case .text: nil
    case .refused(let diagnostic): diagnostic.code
    }
  }

  @Test func `a file's bytes are read under the name that people see`() throws {
    let path = try folder.write("a.yaml", "tên: Sở Y tế\n")
    guard case .text(let source) = readFile(path: path, displayPath: "x/a.yaml") else {
      Issue.record("refused")
      return
    }
    #expect(source.file.path == "x/a.yaml")
    #expect(source.bytes == Array("tên: Sở Y tế\n".utf8))
  }

  @Test func `an empty file is read, and empty`() throws {
    guard case .text(let source) = readFile(path: try folder.write("a", ""), displayPath: "a")
    else {
      Issue.record("refused")
      return
    }
    #expect(source.bytes.isEmpty)
  }

  @Test func `what is no readable file is refused and said so`() throws {
    let file = try folder.write("a.yaml", "a: 1\n")
    #expect(code(folder.path("b.yaml")) == .fileMissing)
    #expect(code(file + "/c.yaml") == .fileMissing)
    #expect(code(folder.path) == .fileUnreadable)
    #expect(code("/dev/zero") == .fileUnreadable)
    #expect(code(folder.path(String(repeating: "x", count: 5000))) == .fileUnreadable)
    symlink("loop", folder.path("loop"))
    #expect(code(folder.path("loop")) == .fileUnreadable)
  }

  @Test func `a pipe is refused without waiting for a writer`() {
    let path = folder.path("pipe")
    #expect(mkfifo(path, 0o600) == 0)
    #expect(code(path) == .fileUnreadable)
  }

  @Test func `a sparse file of two gigabytes is refused without being read`() throws {
    let path = try folder.write("big", "")
    #expect(truncate(path, 2 << 30) == 0)
    let time = ContinuousClock().measure { #expect(code(path) == .fileTooLarge) }
    #expect(time < .seconds(1))
  }

  @Test func `a file may be as large as the limit`() throws {
    let path = try folder.write("a", "12345")
    #expect(code(path, limit: 5) == nil)
    #expect(code(path, limit: 4) == .fileTooLarge)
  }

  @Test func `a file that is written to meanwhile is refused`() throws {
    let path = try folder.write("a.yaml", "a: 1\n")
    let grown = readFile(path: path, displayPath: "a.yaml") {
      _ = try? folder.write("a.yaml", "a: 1\nb: 2\n")
    }
    guard case .refused(let diagnostic) = grown else {
      Issue.record("a grown file was read")
      return
    }
    #expect(diagnostic.code == .fileChanged)
    let touched = readFile(path: path, displayPath: "a.yaml") {
      var times = [timespec(tv_sec: 1, tv_nsec: 0), timespec(tv_sec: 1, tv_nsec: 5)]
      utimensat(AT_FDCWD, path, &times, 0)
    }
    guard case .refused(let other) = touched else {
      Issue.record("a touched file was read")
      return
    }
    #expect(other.code == .fileChanged)
  }

  @Test("refusals are told in both languages", arguments: Language.allCases)
  func wording(language: Language) throws {
    let paths = [folder.path("missing"), folder.path, "/dev/null", try folder.write("a", "12345")]
    var found: [Diagnostic] = []
    for path in paths {
      let result = readFile(path: path, displayPath: "Criteria/so.yaml", limit: 4)
      if case .refused(let diagnostic) = result { found.append(diagnostic) }
    }
    let changing = readFile(path: try folder.write("b", "1"), displayPath: "Criteria/so.yaml") {
      _ = try? folder.write("b", "12")
    }
    if case .refused(let diagnostic) = changing { found.append(diagnostic) }
    expectGolden(
      TextRenderer(language: language).render(found), "files.\(language.rawValue).txt")
  }
}

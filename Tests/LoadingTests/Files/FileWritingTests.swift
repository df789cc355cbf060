import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Loading

/// A file is written whole or not at all, and what stood there before stays until then.
@Suite struct FileWritingTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  @Test func `a file replaces the old one and leaves nothing beside it`() throws {
    let path = try folder.write("a.txt", "cũ")
    #expect(FileAccess.write(Array("mới".utf8), to: path) == nil)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "mới")
    #expect(try names() == ["a.txt"])
  }

  @Test func `what a killed run left behind is neither read nor in the way`() throws {
    let path = try folder.write("a.yaml", "cũ")
    for mark in 0..<3 { try folder.write(".a.yaml.\(mark).tmp", "dở dang") }
    #expect(FileAccess.write(Array("mới".utf8), to: path) == nil)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "mới")
    #expect(FileAccess.names(in: folder.path) == ["a.yaml"])
  }

  @Test func `a folder is not replaced by a file`() throws {
    try folder.write("a/b.txt", "cũ")
    #expect(FileAccess.write([1], to: folder.path("a"))?.code == .fileUnwritable)
    #expect(try names() == ["a"])
    #expect(try String(contentsOfFile: folder.path("a/b.txt"), encoding: .utf8) == "cũ")
  }

  @Test func `a folder that may not be written to is refused`() throws {
    // The superuser may write anywhere.
    guard geteuid() != 0 else { return }
    let path = try folder.write("a/b.txt", "cũ")
    chmod(folder.path("a"), 0o500)
    defer { chmod(folder.path("a"), 0o700) }
    #expect(FileAccess.write([1], to: path)?.code == .fileUnwritable)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "cũ")
  }

  @Test("refusals are told in both languages", arguments: Language.allCases)
  func wording(language: Language) throws {
    let missing = FileAccess.write([1], to: folder.path("không có/kết quả.txt"))
    try folder.write("tệp", "")
    let below = FileAccess.makeFolder(folder.path("tệp/thư mục"))
    let text = TextRenderer(language: language).render([missing, below].compactMap(\.self))
    expectGolden(
      text.replacingOccurrences(of: folder.path + "/", with: ""),
      "writing.\(language.rawValue).txt")
  }
}

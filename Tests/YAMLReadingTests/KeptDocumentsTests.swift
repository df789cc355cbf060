import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import YAMLReading

/// What was parsed once is had again as it was, or not at all.
@Suite struct KeptDocumentsTests {
  private let text = """
    # Ghi chú
    format: parindex/self-assessment@1
    answers:
      "1.1.1": {inputs: {planned: 13, note: "Đã ký"}, points: 1.25}
      "1.1.2": [a, ~, 'b c']

    """
  private let digest = String(repeating: "a1", count: 32)
  private let other = String(repeating: "b2", count: 32)
  private let file = SourceFile(path: "self-assessment.yaml")
  private let folder: TemporaryFolder
  private var home: String { folder.path("kept") }
  private var path: String { home + "/round" }

  init() throws { folder = try TemporaryFolder() }

  private func parsed() throws -> YAMLDocument {
    try #require(readYAML(SourceText(path: file.path, text)).document)
  }

  /// Keeps documents under these digests, and closes what they are kept in.
  private func keep(_ digests: [String]) throws {
    let kept = try #require(KeptDocuments(in: home, name: "round"))
    for digest in digests { kept.keep(try parsed(), digest) }
  }

  private func nodes(_ document: YAMLDocument) -> String {
    outline(YAMLReadingResult(document: document, diagnostics: []))
  }

  private func taken(_ digest: String) throws -> YAMLDocument? {
    try #require(KeptDocuments(in: home, name: "round")).document(digest, file)
  }

  @Test func `a document comes back with every node, text and place`() throws {
    try keep([digest])
    #expect(nodes(try #require(try taken(digest))) == nodes(try parsed()))
    #expect(try taken(other) == nil)
  }

  @Test func `a changed byte anywhere gives no document and breaks nothing`() throws {
    try keep([digest])
    let whole = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    let expected = nodes(try parsed())
    for place in whole.indices {
      var bytes = whole
      bytes[place] ^= 0x20
      try Data(bytes).write(to: URL(fileURLWithPath: path))
      chmod(path, 0o600)
      if let found = try taken(digest) { #expect(nodes(found) == expected) }
    }
    try Data(whole).write(to: URL(fileURLWithPath: path))
    chmod(path, 0o600)
    #expect(try taken(digest) != nil)
  }

  @Test func `what a killed process began is written over`() throws {
    try keep([digest, other])
    let whole = try Data(contentsOf: URL(fileURLWithPath: path))
    for cut in [whole.count / 2 + 1, whole.count / 2 + 90, whole.count - 1] {
      try whole.prefix(cut).write(to: URL(fileURLWithPath: path))
      chmod(path, 0o600)
      #expect(try taken(digest) != nil)
      #expect(try taken(other) == nil)
      try keep([other])
      #expect(try taken(other) != nil)
      #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == whole)
    }
  }

  @Test func `of two at once one keeps and both read`() throws {
    try keep([digest])
    let first = try #require(KeptDocuments(in: home, name: "round"))
    let second = try #require(KeptDocuments(in: home, name: "round"))
    second.keep(try parsed(), other)
    #expect(second.document(digest, file) != nil)
    #expect(try taken(other) == nil)
    first.keep(try parsed(), other)
    #expect(try taken(other) != nil)
  }

  @Test func `what others could have written is not believed`() throws {
    try keep([digest])
    chmod(path, 0o622)
    #expect(KeptDocuments(in: home, name: "round") == nil)
    chmod(path, 0o600)
    chmod(home, 0o777)
    #expect(KeptDocuments(in: home, name: "round") == nil)
    chmod(home, 0o700)
    #expect(KeptDocuments(in: home, name: "round") != nil)
    try FileManager.default.moveItem(atPath: path, toPath: path + "-elsewhere")
    try FileManager.default.createSymbolicLink(
      atPath: path, withDestinationPath: path + "-elsewhere")
    #expect(KeptDocuments(in: home, name: "round") == nil)
    #expect(KeptDocuments(in: path, name: "round") == nil)
    #expect(KeptDocuments(in: folder.path("none/below"), name: "round") == nil)
  }

  @Test func `files that are no more do not pile up`() throws {
    let digests = (0..<200).map { number in
      let digits = String(number)
      return String(repeating: "0", count: 64 - digits.count) + digits
    }
    try keep(digests)
    try #require(KeptDocuments(in: home, name: "round")).tidy(used: 68)
    #expect(try taken(digests[0]) != nil)
    try #require(KeptDocuments(in: home, name: "round")).tidy(used: 67)
    #expect(try taken(digests[0]) == nil)
  }
}

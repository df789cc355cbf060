import Diagnostics
import Foundation
import Grading
import Loading
import TestSupport
import Testing

struct EvidenceFileTests {
  let fixture: SubmissionFixture

  init() throws { fixture = try SubmissionFixture() }

  private func state(of file: String, sha256: String? = nil) throws -> (
    EvidenceDocument.FileState?, [DiagnosticCode]
  ) {
    let digest = sha256.map { ", sha256: \($0)" } ?? ""
    let submission = try fixture.read(
      evidence: SubmissionFixture.heading(
        "evidence", "documents:\n  - {id: a, kind: ảnh, file: \(file)\(digest)}\n"))
    return (submission.assessment.shelf.first?.state, submission.diagnostics.map(\.code))
  }

  /// SHA-256 of "abc", from the standard that defines it.
  private static let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

  @Test func `a file is digested by its content`() throws {
    try fixture.folder.write("so-y-te/evidence/a.pdf", "abc")
    #expect(try state(of: "evidence/a.pdf") == (.present(sha256: Self.abc), []))
    #expect(try state(of: "./evidence//a.pdf", sha256: Self.abc).0 == .present(sha256: Self.abc))
    #expect(
      try state(of: "evidence/a.pdf", sha256: Self.abc.uppercased()).0
        == .present(sha256: Self.abc))
    let other = String(repeating: "0", count: 64)
    #expect(try state(of: "evidence/a.pdf", sha256: other).0 == .otherDigest(found: Self.abc))
  }

  @Test func `documents that stand in one file, and in several folders, are each found`() throws {
    try fixture.folder.write("so-y-te/a/b/1.pdf", "abc")
    try fixture.folder.write("so-y-te/a/2.pdf", "")
    let files = ["a/b/1.pdf", "a/2.pdf", "a/b/1.pdf", "a/b/none.pdf", "a/2.pdf", "1.pdf"]
    let documents = files.enumerated().map { "  - {id: d\($0), kind: ảnh, file: \($1)}\n" }
    let submission = try fixture.read(
      evidence: SubmissionFixture.heading("evidence", "documents:\n" + documents.joined()))
    #expect(
      submission.assessment.shelf.map(\.state) == [
        .present(sha256: Self.abc), .empty, .present(sha256: Self.abc), .missing, .empty, .missing,
      ])
  }

  @Test func `a file larger than one piece is digested whole`() throws {
    try fixture.folder.write(
      "so-y-te/a.bin", bytes: [UInt8](repeating: 0x61, count: 1_000_000))
    // The standard's third example: a million times "a".
    let million = "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
    #expect(try state(of: "a.bin").0 == .present(sha256: million))
  }

  @Test func `what is no file with content is told apart`() throws {
    try fixture.folder.write("so-y-te/evidence/empty.pdf", "")
    try fixture.folder.write("so-y-te/file", "x")
    #expect(try state(of: "evidence/empty.pdf").0 == .empty)
    #expect(try state(of: "evidence/none.pdf").0 == .missing)
    #expect(try state(of: "file/none.pdf").0 == .missing)
    #expect(try state(of: "evidence").0 == .unreadable)
    #expect(mkfifo(fixture.path + "/pipe", 0o600) == 0)
    #expect(try state(of: "pipe").0 == .unreadable)
  }

  @Test func `links that stay inside are followed, others are refused`() throws {
    try fixture.folder.write("so-y-te/evidence/a.pdf", "abc")
    try fixture.folder.write("so-y-te-khac/secret.pdf", "secret")
    let links = [
      "inside": "evidence/a.pdf", "outside": "../so-y-te-khac/secret.pdf", "root": "/etc/hosts",
      "folder": "..", "nowhere": "none", "circle": "circle", "shelf": "evidence",
    ]
    for (name, target) in links {
      try FileManager.default.createSymbolicLink(
        atPath: fixture.path + "/" + name, withDestinationPath: target)
    }
    #expect(try state(of: "inside") == (.present(sha256: Self.abc), []))
    #expect(try state(of: "shelf/a.pdf") == (.present(sha256: Self.abc), []))
    #expect(try state(of: ".") == (FileState.none, [.unsafePath]))
    #expect(try state(of: "outside") == (FileState.none, [.unsafePath]))
    #expect(try state(of: "root") == (FileState.none, [.unsafePath]))
    #expect(try state(of: "folder/set.yaml") == (FileState.none, [.unsafePath]))
    #expect(try state(of: "folder") == (FileState.none, [.unsafePath]))
    #expect(try state(of: "nowhere") == (.missing, []))
    #expect(try state(of: "circle") == (.unreadable, []))
  }

  private typealias FileState = EvidenceDocument.FileState

  @Test(arguments: [
    "/etc/passwd", "../a.pdf", "evidence/../../a.pdf", "evidence/..", "'..\\a.pdf'",
    "\"a\\0/../b\"", "\"a\\nb\"", "~root/a",
  ])
  func `a path that could lead out is never looked at`(_ path: String) throws {
    let (state, codes) = try state(of: path)
    #expect(state == FileState.none)
    #expect(codes == [.unsafePath])
  }

  @Test func `the list of linked dossiers may be no link to elsewhere`() throws {
    try fixture.folder.write("list.csv", "id\n")
    try fixture.folder.write("so-y-te/evidence/list.csv", "id\n")
    try FileManager.default.createSymbolicLink(
      atPath: fixture.path + "/link.csv", withDestinationPath: "../list.csv")
    func read(_ path: String) throws -> UnitSubmission {
      try fixture.read(
        assessment: SubmissionFixture.heading(
          "self-assessment", "submitted_at: 2017-12-19\nlinked_late_dossiers: \(path)\n"))
    }
    #expect(try read("evidence/list.csv").assessment.listsLinkedLate)
    let linked = try read("link.csv")
    #expect(!linked.assessment.listsLinkedLate)
    #expect(linked.diagnostics.map(\.code) == [.unsafePath])
  }
}

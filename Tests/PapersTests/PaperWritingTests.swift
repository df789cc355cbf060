import Diagnostics
import Foundation
import Grading
import TestSupport
import Testing

@testable import Papers
@testable import Typesetting

/// The papers as they stand on a disk.
struct PaperWritingTests {
  private func files(of folder: String) -> [String: Data] {
    var files: [String: Data] = [:]
    let all = FileManager.default.enumerator(atPath: folder)
    while let name = all?.nextObject() as? String {
      if let data = FileManager.default.contents(atPath: "\(folder)/\(name)") { files[name] = data }
    }
    return files
  }

  private func write(_ folder: String, threads: Int? = nil) throws -> WrittenPapers {
    let papers = try SmallPapers.papers()
    return try PaperWriting(papers.files(PaperKind.allCases), threads: threads)
      .write(to: folder).get()
  }

  @Test
  func `the same bytes, however many threads write`() throws {
    let home = try TemporaryFolder()
    let written = try write(home.path("a"), threads: 1)
    _ = try write(home.path("b"))
    let first = files(of: home.path("a"))
    #expect(first.count { !$0.value.isEmpty } == written.files + 1)
    #expect(first == files(of: home.path("b")))
    let names = Set(first.keys.compactMap { $0.split(separator: "/").first.map(String.init) })
    #expect(names == Set(PaperKind.allCases.map(\.folder) + ["SHA256SUMS"]))
  }

  @Test
  func `what an earlier run wrote is replaced, but not what somebody edited`() throws {
    let home = try TemporaryFolder()
    let folder = home.path("a")
    _ = try write(folder)
    _ = try write(folder)
    let edited = "\(folder)/to-trinh/tinh.docx"
    try Data("sửa tay".utf8).write(to: URL(fileURLWithPath: edited))
    #expect(throws: PaperFailure.self) { try write(folder) }
    #expect(FileManager.default.contents(atPath: edited) == Data("sửa tay".utf8))
    #expect(try FileManager.default.contentsOfDirectory(atPath: home.path("")).sorted() == ["a"])
  }

  @Test
  func `a folder of somebody else's is left alone`() throws {
    let home = try TemporaryFolder()
    let folder = home.path("a")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data("x".utf8).write(to: URL(fileURLWithPath: "\(folder)/thu.txt"))
    #expect(throws: PaperFailure.self) { try write(folder) }
    #expect(files(of: folder) == ["thu.txt": Data("x".utf8)])
  }

  @Test
  func `papers of one unit are its own and its council's`() throws {
    let papers = try SmallPapers.papers()
    let unit = try SmallPapers.unit("so-y-te", papers)
    let paths = papers.files(PaperKind.allCases, unit: unit, formats: [.docx]).map(\.path)
    #expect(
      paths == [
        "phu-luc/tinh", "to-trinh/tinh", "bien-ban/mau", "bao-cao-tu-danh-gia/so-y-te",
        "thong-bao/so-y-te", "phieu-ket-qua/so-y-te", "bo-tieu-chi/so",
      ])
  }
}

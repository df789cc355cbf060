import EventLog
import Loading
import TestSupport
import Testing

@testable import Web

/// What a file is, by its bytes.
@Suite struct FileKindTests {
  private func kind(_ bytes: [UInt8]) throws -> FileKind {
    let home = try TemporaryFolder()
    // A name that says something else.
    let file = try #require(OpenFile(at: try home.write("a.exe", bytes: bytes)))
    return try FileKind(file)
  }

  private func kind(_ text: String) throws -> FileKind { try kind(Array(text.utf8)) }

  private static func office(_ main: String, _ more: String...) -> [UInt8] {
    SampleFile.zip(
      [("[Content_Types].xml", "<Types/>"), (main, "<x/>")] + more.map { ($0, "") })
  }

  private static func open(_ type: String, _ more: String...) -> [UInt8] {
    SampleFile.zip(
      [("mimetype", "application/vnd.oasis.opendocument.\(type)"), ("content.xml", "<x/>")]
        + more.map { ($0, "") })
  }

  @Test func `each kind that is taken is known by its bytes`() throws {
    #expect(try kind(SampleFile.pdf) == .pdf)
    #expect(try kind(SampleFile.png) == .png)
    #expect(try kind([0xFF, 0xD8, 0xFF, 0xE0]) == .jpeg)
    #expect(try kind("RIFF\u{1}\u{1}\u{1}\u{1}WEBPVP8 ") == .webp)
    #expect(try kind([0x49, 0x49, 0x2A, 0]) == .tiff)
    #expect(try kind([0x4D, 0x4D, 0, 0x2A]) == .tiff)
    #expect(try kind(Self.office("word/document.xml")) == .docx)
    #expect(try kind(Self.office("xl/workbook.xml")) == .xlsx)
    #expect(try kind(Self.office("ppt/presentation.xml")) == .pptx)
    #expect(try kind(Self.open("text")) == .odt)
    #expect(try kind(Self.open("spreadsheet")) == .ods)
    let office = ["Root Entry", "1Table", "Data", "\u{5}SummaryInformation"]
    #expect(try kind(SampleFile.compound(office + ["WordDocument"])) == .doc)
    #expect(try kind(SampleFile.compound(["Root Entry", "Workbook"])) == .xls)
    #expect(try kind(SampleFile.compound(["Root Entry", "PowerPoint Document"])) == .ppt)
    #expect(try kind("Báo cáo quý III\r\nKhông có gì lạ.\n") == .text)
    #expect(try kind("mã;tên\n1;ệ\n2;b\n") == .csv)
    #expect(try kind("\u{FEFF}a,b\n1,2\n") == .csv)
  }

  @Test(arguments: [
    "<!DOCTYPE html><p>x", "  \n<html>", "<svg xmlns='http://www.w3.org/2000/svg'/>",
    "\u{FEFF}<?xml version='1.0'?><svg/>", "a,b\n<script>alert(1)</script>", "#!/bin/sh\nrm",
    "MZ\u{1}", "\u{7F}ELF", "x <?php",
  ])
  func `what a browser or a machine would run is refused as such`(_ text: String) {
    #expect(throws: FileRefusal.runnable) { try kind(text) }
  }

  @Test func `what is none of them is refused`() throws {
    #expect(throws: FileRefusal.empty) { try kind([]) }
    #expect(throws: FileRefusal.kind) { try kind("GIF89a\u{1}") }
    #expect(throws: FileRefusal.kind) { try kind([0xFF, 0xD8]) }
    #expect(throws: FileRefusal.kind) { try kind([0x61, 0x00, 0x62]) }
    #expect(throws: FileRefusal.kind) { try kind([0x61, 0xFF]) }
    #expect(throws: FileRefusal.kind) { try kind(" %PDF-1.4\u{1}") }
    #expect(throws: FileRefusal.kind) { try kind(SampleFile.zip([("a.exe", "MZ")])) }
    #expect(throws: FileRefusal.kind) { try kind(Self.office("x/document.xml")) }
    #expect(throws: FileRefusal.kind) { try kind(Self.open("graphics")) }
    #expect(throws: FileRefusal.kind) { try kind(SampleFile.compound(["Root Entry", "x"])) }
  }

  @Test func `macros and passwords are refused by name`() throws {
    #expect(throws: FileRefusal.macros) {
      try kind(Self.office("word/document.xml", "word/vbaProject.bin"))
    }
    #expect(throws: FileRefusal.macros) { try kind(Self.open("text", "Basic/Standard/x.xml")) }
    #expect(throws: FileRefusal.macros) {
      try kind(SampleFile.compound(["Root Entry", "WordDocument", "Macros"]))
    }
    #expect(throws: FileRefusal.locked) {
      try kind(SampleFile.compound(["Root Entry", "EncryptedPackage"]))
    }
    let locked = SampleFile.zip(
      [("[Content_Types].xml", ""), ("word/document.xml", "")], flags: 1)
    #expect(throws: FileRefusal.locked) { try kind(locked) }
  }

  @Test func `an archive that is cut off, or in which bytes are changed, breaks nothing`() throws {
    var random = SplitMix64(seed: 1)
    for whole in [
      Self.office("word/document.xml"), Self.open("text"),
      SampleFile.compound(["Root Entry", "a", "b", "c", "WordDocument"]),
    ] {
      for count in 1..<whole.count where count % 7 == 0 {
        // A compound file without its directory's last bytes, or an archive without its end.
        #expect(throws: FileRefusal.self) { try kind(Array(whole.prefix(count))) }
      }
      for _ in 0..<300 {
        var bytes = whole
        for _ in 0..<3 {
          bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(
            in: 0...255, using: &random)
        }
        _ = try? kind(bytes)
      }
    }
  }

  @Test func `a directory that goes round in a circle is left`() {
    var bytes = SampleFile.compound(["Root Entry", "a", "b", "c", "WordDocument"])
    // The second sector of the directory says that the first one comes next.
    bytes.replaceSubrange(512 + 8..<512 + 12, with: [1, 0, 0, 0])
    #expect(throws: FileRefusal.kind) { try kind(bytes) }
  }
}

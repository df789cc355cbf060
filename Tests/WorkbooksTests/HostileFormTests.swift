import Diagnostics
import Foundation
import TestSupport
import Testing
import Workbooks

/// What somebody could send instead of a filled-in form.
struct HostileForm {
  let name: String
  let bytes: () throws -> [UInt8]

  init(_ name: String, bytes: @escaping () throws -> [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// The form of the health department with something done to it.
  init(_ name: String, _ change: @escaping (inout SentForm) throws -> Void) {
    self.init(name) {
      var form = try SentForm()
      try change(&form)
      return try form.book.bytes()
    }
  }
}

@Suite struct HostileFormTests {
  @Test func everyHostileFormHasItsDiagnostic() throws {
    let importer = FormImporter(try SentForm.setting())
    let forms = HostileForm.containers + HostileForm.parts + HostileForm.layouts + HostileForm.cells
    #expect(forms.count >= 50)
    var texts: [Language: String] = [:]
    for form in forms {
      let read = importer.read(try form.bytes(), path: "so-y-te.xlsx")
      #expect(!read.1.isEmpty, "\(form.name)")
      let isRefused = read.1.contains { $0.severity == .error }
      #expect((read.form == nil) == isRefused, "\(form.name)")
      for language in Language.allCases {
        texts[language, default: ""] +=
          "## \(form.name)\n" + SentForm.shown(read.1, language) + "\n"
      }
    }
    for language in Language.allCases {
      expectGolden(texts[language] ?? "", "hostile-forms.\(language.rawValue).txt")
    }
  }
}

extension HostileForm {
  static var containers: [HostileForm] {
    func handedOut() throws -> [UInt8] { try #require(SentForm.handedOut) }
    return [
      HostileForm("an empty file", bytes: { [] }),
      HostileForm("a text", bytes: { Array("Kính gửi Sở Nội vụ, xin gửi biểu".utf8) }),
      HostileForm(
        "a PDF with another name", bytes: { Array("%PDF-1.7\n1 0 obj <<>> endobj".utf8) }),
      HostileForm(
        "an old or encrypted one",
        bytes: {
          [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 600)
        }),
      HostileForm("half of the file", bytes: { Array(try handedOut().prefix(20_000)) }),
      HostileForm("without its last bytes", bytes: { try handedOut().dropLast(30) }),
      HostileForm(
        "a container of nothing",
        bytes: { [0x50, 0x4B, 5, 6] + [UInt8](repeating: 0, count: 18) }),
      HostileForm(
        "a byte that fell over",
        bytes: {
          // The first sheet no longer comes to the sum that the list of parts has for it.
          var bytes = try handedOut()
          let name = Array("xl/worksheets/sheet1.xml".utf8)
          let entry = try #require(
            bytes.indices.last { bytes[$0...].starts(with: name) })
          bytes[entry - 46 + 16] ^= 0x10
          return bytes
        }),
      HostileForm(
        "a part with a password",
        bytes: {
          var bytes = try handedOut()
          let place = try #require(
            bytes.indices.first { bytes[$0...].starts(with: [0x50, 0x4B, 1, 2]) })
          bytes[place + 8] |= 1
          return bytes
        }),
      HostileForm("a bomb") {
        $0.book.parts.append(("xl/worksheets/bomb.xml", [UInt8](repeating: 0x20, count: 1 << 20)))
        $0.book.repeated = ("xl/worksheets/bomb.xml", 160)
        $0.book["xl/_rels/workbook.xml.rels"] = $0.book["xl/_rels/workbook.xml.rels"]
          .replacingOccurrences(of: "sheet1.xml", with: "bomb.xml")
      },
      HostileForm("very many parts") { form in
        for number in 0..<2_001 { form.book.parts.append(("xl/x\(number).xml", [])) }
      },
      HostileForm("a name that goes up") { $0.book.parts.append(("../../etc/cron.d/x", [1])) },
      HostileForm("a name from the root") { $0.book.parts.append(("/etc/passwd", [1])) },
      HostileForm("a name of another system") { $0.book.parts.append(("xl\\..\\x.xml", [1])) },
      HostileForm("a part twice") {
        $0.book.parts.append(("XL/workbook.xml", Array("<workbook/>".utf8)))
      },
    ]
  }

  static var parts: [HostileForm] {
    func without(_ part: String) -> HostileForm {
      HostileForm("without \(part)") { form in form.book.parts.removeAll { $0.name == part } }
    }
    return [
      without("_rels/.rels"), without("xl/workbook.xml"), without("xl/_rels/workbook.xml.rels"),
      without("xl/worksheets/sheet2.xml"), without("xl/sharedStrings.xml"),
      without("xl/styles.xml"),
      HostileForm("a document of another program") {
        $0.book["xl/workbook.xml"] = "<document><body/></document>"
      },
      HostileForm("a sheet that ends in the middle") {
        $0.book["xl/worksheets/sheet1.xml"].removeLast(5_000)
      },
      HostileForm("texts that are no XML") { $0.book["xl/sharedStrings.xml"] = "Nguyễn Văn A" },
      HostileForm("a document type") {
        $0.book["xl/worksheets/sheet1.xml"] =
          "<!DOCTYPE worksheet SYSTEM \"file:///etc/passwd\"><worksheet/>"
      },
      HostileForm("a billion laughs") {
        $0.book["xl/sharedStrings.xml"] =
          "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">]><sst><si><t>&b;</t></si></sst>"
      },
      HostileForm("an entity that nobody declared") {
        $0.book["xl/sharedStrings.xml"] = "<sst><si><t>&laugh;</t></si></sst>"
      },
      HostileForm("very deep") {
        $0.book["xl/styles.xml"] =
          String(repeating: "<a>", count: 500) + String(repeating: "</a>", count: 500)
      },
      HostileForm("an encoding that nobody knows") {
        $0.book["xl/styles.xml"] = "<?xml version=\"1.0\" encoding=\"TCVN3\"?><styleSheet/>"
      },
      HostileForm("a million rows") {
        $0.book["xl/worksheets/sheet2.xml"] =
          "<worksheet><sheetData>" + String(repeating: "<row/>", count: 1_000_000)
          + "</sheetData></worksheet>"
      },
      HostileForm("a million cells") {
        $0.book["xl/worksheets/sheet2.xml"] =
          "<worksheet><sheetData><row>" + String(repeating: "<c/>", count: 1_000_000)
          + "</row></sheetData></worksheet>"
      },
      HostileForm("a text as long as a book") {
        $0.book["xl/sharedStrings.xml"] =
          "<sst><si><t>\(String(repeating: "chữ ", count: 100_000))</t></si></sst>"
      },
    ]
  }
}

/// What a DOCX needs beside its words.
extension DocumentPart {
  private static let office =
    "application/vnd.openxmlformats-officedocument.wordprocessingml"
  private static let packages = "http://schemas.openxmlformats.org/package/2006"

  var contentTypes: [UInt8] {
    var writer = XMLWriter()
    writer.element("Types", ["xmlns": "\(Self.packages)/content-types"]) { types in
      types.empty(
        "Default",
        [
          "Extension": "rels",
          "ContentType": "application/vnd.openxmlformats-package.relationships+xml",
        ])
      types.empty("Default", ["Extension": "xml", "ContentType": "application/xml"])
      var overrides = [
        ("/word/document.xml", "\(Self.office).document.main+xml"),
        ("/word/styles.xml", "\(Self.office).styles+xml"),
        ("/word/settings.xml", "\(Self.office).settings+xml"),
        (
          "/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"
        ),
      ]
      overrides += headers.map { ("/word/\($0.file)", "\(Self.office).header+xml") }
      for (name, type) in overrides {
        types.empty("Override", ["PartName": name, "ContentType": type])
      }
    }
    return writer.bytes
  }

  var packageLinks: [UInt8] {
    links([
      ("r1", "\(Self.relationships)/officeDocument", "word/document.xml"),
      (
        "r2", "\(Self.packages)/relationships/metadata/core-properties", "docProps/core.xml"
      ),
    ])
  }

  var links: [UInt8] {
    links(
      [
        ("styles", "\(Self.relationships)/styles", "styles.xml"),
        ("settings", "\(Self.relationships)/settings", "settings.xml"),
      ] + headers.map { ($0.id, "\(Self.relationships)/header", $0.file) })
  }

  private func links(_ targets: [(id: String, type: String, target: String)]) -> [UInt8] {
    var writer = XMLWriter()
    writer.element("Relationships", ["xmlns": "\(Self.packages)/relationships"]) { part in
      for link in targets {
        part.empty("Relationship", ["Id": link.id, "Type": link.type, "Target": link.target])
      }
    }
    return writer.bytes
  }

  var settings: [UInt8] {
    var writer = XMLWriter()
    writer.element("w:settings", ["xmlns:w": Self.namespace]) { part in
      part.empty("w:defaultTabStop", ["w:val": "720"])
      // Word lays the paper out as it does its own, instead of as its version of 2007.
      part.element("w:compat") {
        $0.empty(
          "w:compatSetting",
          [
            "w:name": "compatibilityMode", "w:uri": "http://schemas.microsoft.com/office/word",
            "w:val": "15",
          ])
      }
      part.empty("w:themeFontLang", ["w:val": paper.language.locale])
    }
    return writer.bytes
  }

  var properties: [UInt8] {
    var writer = XMLWriter()
    writer.element(
      "cp:coreProperties",
      [
        "xmlns:cp": "\(Self.packages)/metadata/core-properties",
        "xmlns:dc": "http://purl.org/dc/elements/1.1/",
        "xmlns:dcterms": "http://purl.org/dc/terms/",
        "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
      ]
    ) { part in
      part.element("dc:title") { $0.text(paper.title) }
      part.element("dc:creator") { $0.text("PARIndex") }
      part.element("dc:language") { $0.text(paper.language.locale) }
      part.element("dcterms:created", ["xsi:type": "dcterms:W3CDTF"]) {
        $0.text(paper.date.timestamp)
      }
      part.element("dcterms:modified", ["xsi:type": "dcterms:W3CDTF"]) {
        $0.text(paper.date.timestamp)
      }
    }
    return writer.bytes
  }

  /// One style a purpose; Times New Roman, as official papers are written in.
  var styles: [UInt8] {
    var writer = XMLWriter()
    writer.element("w:styles", ["xmlns:w": Self.namespace]) { part in
      part.element("w:docDefaults") { defaults in
        defaults.element("w:rPrDefault") {
          $0.element("w:rPr") { run in
            run.empty(
              "w:rFonts",
              [
                "w:ascii": "Times New Roman", "w:hAnsi": "Times New Roman",
                "w:eastAsia": "Times New Roman", "w:cs": "Times New Roman",
              ])
            run.empty("w:sz", ["w:val": "28"])
            run.empty("w:szCs", ["w:val": "28"])
            run.empty("w:lang", ["w:val": paper.language.locale])
          }
        }
        defaults.element("w:pPrDefault") {
          $0.element("w:pPr") {
            $0.empty(
              "w:spacing",
              ["w:before": "0", "w:after": "0", "w:line": "240", "w:lineRule": "auto"])
          }
        }
      }
      part.element(
        "w:style", ["w:type": "paragraph", "w:default": "1", "w:styleId": "Normal"]
      ) {
        $0.empty("w:name", ["w:val": "Normal"])
        $0.empty("w:qFormat")
      }
      for style in PaperStyle.allCases { write(style, &part) }
    }
    return writer.bytes
  }

  private func write(_ style: PaperStyle, _ part: inout XMLWriter) {
    let look = style.look
    part.element("w:style", ["w:type": "paragraph", "w:styleId": style.rawValue]) { own in
      own.empty("w:name", ["w:val": "PARIndex \(style.rawValue)"])
      own.empty("w:basedOn", ["w:val": "Normal"])
      own.empty("w:qFormat")
      own.element("w:pPr") { paragraph in
        if look.staysWithNext { paragraph.empty("w:keepNext") }
        paragraph.empty(
          "w:spacing", ["w:before": twips(look.before), "w:after": twips(look.after)])
        if look.firstLine > 0 || look.indent > 0 {
          paragraph.empty(
            "w:ind", ["w:left": twips(look.indent), "w:firstLine": twips(look.firstLine)])
        }
        paragraph.empty("w:jc", ["w:val": look.alignment.word])
        switch style {
        case .heading: paragraph.empty("w:outlineLvl", ["w:val": "0"])
        case .subheading: paragraph.empty("w:outlineLvl", ["w:val": "1"])
        case .annexNumber, .title, .subject, .reference, .address, .body, .ground, .listEntry,
          .blank,
          .note, .authority, .office, .country, .motto, .placeAndDate, .number, .recipientsHead,
          .recipients, .signature, .cell, .cellHead, .smallCell, .smallCellHead:
          break
        }
      }
      own.element("w:rPr") { run in
        if look.isBold { run.empty("w:b") }
        if look.isItalic { run.empty("w:i") }
        let halves = String(Int((look.size * 2).rounded()))
        run.empty("w:sz", ["w:val": halves])
        run.empty("w:szCs", ["w:val": halves])
      }
    }
  }
}

/// The words of a DOCX.
extension DocumentPart {
  var body: [UInt8] {
    var writer = XMLWriter()
    writer.element(
      "w:document", ["xmlns:w": Self.namespace, "xmlns:r": Self.relationships]
    ) { part in
      part.element("w:body") { body in
        for (place, section) in paper.sections.enumerated() {
          for block in section.blocks { write(block, section, &body) }
          let isLast = place == paper.sections.count - 1
          if isLast {
            // A table cannot be the last thing of a document.
            if case .table? = section.blocks.last { thinParagraph(&body) { _ in } }
            writeShape(section, &body)
          } else {
            thinParagraph(&body) { writeShape(section, &$0) }
          }
        }
      }
    }
    return writer.bytes
  }

  private func write(_ block: PaperBlock, _ section: PaperSection, _ body: inout XMLWriter) {
    switch block {
    case .paragraph(let paragraph): write(paragraph, &body)
    case .table(let table): write(table, section.shape.measures.textWidth, &body)
    case .space(let points):
      body.element("w:p") { paragraph in
        paragraph.element("w:pPr") {
          $0.empty(
            "w:spacing",
            ["w:before": "0", "w:after": "0", "w:line": twips(points), "w:lineRule": "exact"])
        }
      }
    }
  }

  /// A paragraph that takes no room, where the format wants one.
  private func thinParagraph(_ body: inout XMLWriter, _ more: (inout XMLWriter) -> Void) {
    body.element("w:p") { paragraph in
      paragraph.element("w:pPr") { properties in
        properties.empty(
          "w:spacing",
          ["w:before": "0", "w:after": "0", "w:line": "20", "w:lineRule": "exact"])
        properties.element("w:rPr") { $0.empty("w:sz", ["w:val": "2"]) }
        more(&properties)
      }
    }
  }

  /// Size and margins of a section's pages, its own numbers from 1.
  private func writeShape(_ section: PaperSection, _ body: inout XMLWriter) {
    let measures = section.shape.measures
    let place = headerPlace(section)
    body.element("w:sectPr") { properties in
      properties.empty("w:headerReference", ["w:type": "first", "r:id": "first\(place)"])
      properties.empty("w:headerReference", ["w:type": "default", "r:id": "next\(place)"])
      properties.empty("w:type", ["w:val": "nextPage"])
      switch section.shape {
      case .portrait:
        properties.empty("w:pgSz", ["w:w": twips(measures.width), "w:h": twips(measures.height)])
      case .landscape:
        properties.empty(
          "w:pgSz",
          [
            "w:w": twips(measures.width), "w:h": twips(measures.height), "w:orient": "landscape",
          ])
      }
      properties.empty(
        "w:pgMar",
        [
          "w:top": twips(measures.top), "w:right": twips(measures.right),
          "w:bottom": twips(measures.bottom), "w:left": twips(measures.left),
          "w:header": "510", "w:footer": "0", "w:gutter": "0",
        ])
      properties.empty("w:pgNumType", ["w:start": "1"])
      properties.empty("w:titlePg")
    }
  }

  // MARK: Paragraphs

  private func write(_ paragraph: PaperParagraph, _ body: inout XMLWriter) {
    body.element("w:p") { part in
      part.element("w:pPr") { $0.empty("w:pStyle", ["w:val": paragraph.style.rawValue]) }
      for run in paragraph.runs { write(run, &part) }
    }
  }

  func write(_ run: PaperRun, isStrong: Bool = false, _ paragraph: inout XMLWriter) {
    paragraph.element("w:r") { part in
      if run.isBold || run.isItalic || isStrong {
        part.element("w:rPr") { properties in
          if run.isBold || isStrong { properties.empty("w:b") }
          if run.isItalic { properties.empty("w:i") }
        }
      }
      let lines = run.text.split(separator: "\n", omittingEmptySubsequences: false)
      for (number, line) in lines.enumerated() {
        if number > 0 { part.empty("w:br") }
        let pieces = line.split(separator: "\t", omittingEmptySubsequences: false)
        for (place, piece) in pieces.enumerated() {
          if place > 0 { part.empty("w:tab") }
          guard !piece.isEmpty else { continue }
          part.element("w:t", ["xml:space": "preserve"]) { $0.text(String(piece)) }
        }
      }
    }
  }

  func twips(_ points: Double) -> String { String(Int((points * 20).rounded())) }

  private func twips(_ points: Int) -> String { String(points * 20) }
}

extension PaperAlignment {
  /// What WordprocessingML calls it.
  var word: String {
    switch self {
    case .leading: "left"
    case .center: "center"
    case .trailing: "right"
    case .justified: "both"
    }
  }
}

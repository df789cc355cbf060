internal import Diagnostics
internal import Grading
internal import YAMLReading

/// The keys of a document on the shelf.
enum DocumentKey: String, CaseIterable {
  case id
  case kind
  case number
  case date
  case issuer
  case title
  case file
  case sha256
  case url
  case accessed
  case shownInPerson = "shown_in_person"
}

extension UnitReading {
  /// Reads `evidence.yaml`; false when it is not of its format.
  func readShelf(_ root: YAMLNode) -> Bool {
    guard var reader = MappingReader(root, into: problems),
      reader.format("parindex/evidence") != nil
    else { return false }
    if let list = reader.value("documents") { readDocuments(list) }
    reader.finish()
    return true
  }

  /// Puts documents on the shelf, behind those that are there.
  func readDocuments(_ list: YAMLNode) {
    guard list.kind == .sequence else {
      return problems.add(.wrongType(list, expected: .sequence, key: "documents"))
    }
    assessment.shelf.reserveCapacity(assessment.shelf.count + list.count)
    for node in list.elements {
      guard let (document, id) = readDocument(node) else { continue }
      let place = assessment.shelf.count
      let first = id.withUTF8 { documents.insert($0, value: place) }
      if let first {
        problems.add(.duplicateID(document.id, at: id.span, first: shelfPlaces[first]))
      } else {
        assessment.shelf.append(document)
        shelfPlaces.append(id.span)
      }
    }
  }

  private func readDocument(_ node: YAMLNode) -> (EvidenceDocument, id: YAMLNode)? {
    guard node.kind == .mapping else {
      problems.add(.wrongType(node, expected: .mapping, key: "documents"))
      return nil
    }
    var idNode: YAMLNode?
    var fileNode: YAMLNode?
    var document = EvidenceDocument(id: "", kind: "", line: node.line)
    for (key, value) in node.entries {
      guard let name = tables.documentKeys[key] else {
        problems.add(.unknownKey(key, known: tables.documentKeys.names))
        continue
      }
      if value.isNull { continue }
      switch name {
      case .id: idNode = value
      case .kind: document.kind = value.readString(key: "kind", into: problems) ?? "?"
      case .number: document.number = value.readString(key: "number", into: problems)
      case .date: document.date = day(value, key: "date")
      case .issuer: document.issuer = value.readString(key: "issuer", into: problems)
      case .title: document.title = value.readString(key: "title", into: problems)
      case .file: fileNode = value
      case .sha256: document.sha256 = digest(value)
      case .url: document.url = link(value)
      case .accessed: document.accessed = day(value, key: "accessed")
      case .shownInPerson:
        document.isShownInPerson = value.readYesNo(key: "shown_in_person", into: problems) ?? false
      }
    }
    if document.kind.isEmpty { problems.add(.missingKey("kind", in: node)) }
    if let fileNode { locate(fileNode, &document) }
    guard let idNode else {
      problems.add(.missingKey("id", in: node))
      return nil
    }
    guard let id = idNode.readString(key: "id", into: problems) else { return nil }
    document.id = id
    return (document, idNode)
  }

  private func locate(_ node: YAMLNode, _ document: inout EvidenceDocument) {
    guard let path = node.readString(key: "file", into: problems) else { return }
    if document.isShownInPerson { problems.add(.secretWithFile(node)) }
    if let fault = EvidenceFile.fault(inPath: path) {
      return problems.add(.pathUnsafe(node, fault))
    }
    document.file = path
    guard checksEvidenceFiles, !document.isShownInPerson else { return }
    if let state = EvidenceFile.state(path, in: evidence, stated: document.sha256) {
      document.state = state
    } else {
      document.file = nil
      problems.add(.pathUnsafe(node, .leavesFolder))
    }
  }

  /// A day; nil, with a diagnostic, when it is none.
  func day(_ node: YAMLNode, key: String) -> CalendarDay? {
    if node.kind == .scalar, let moment = node.withUTF8(LocalMoment.parse) { return moment.day }
    problems.add(.dayMismatch(node, key))
    return nil
  }

  private func digest(_ node: YAMLNode) -> String? {
    guard let text = node.readString(key: "sha256", into: problems) else { return nil }
    if isDigest(text) { return text }
    let digits = text.lowercased()
    guard isDigest(digits) else {
      problems.add(.digestMalformed(node))
      return nil
    }
    return digits
  }

  private func isDigest(_ text: String) -> Bool {
    text.utf8.count == 64
      && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }

  /// Pages show it as a link, so nothing but a web address may stand there.
  private func link(_ node: YAMLNode) -> String? {
    guard let text = node.readString(key: "url", into: problems) else { return nil }
    let start = text.prefix(8).lowercased()
    guard start.hasPrefix("https://") || start.hasPrefix("http://"),
      text.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F })
    else {
      problems.add(.linkMalformed(node))
      return nil
    }
    return text
  }
}

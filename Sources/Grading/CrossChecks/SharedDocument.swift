/// What makes entries of several shelves one document.
package enum DocumentMark: Hashable, Sendable {
  /// One file, whatever it is called.
  case file(sha256: String)
  /// One number of one issuer, as the first entry writes them.
  case number(String, issuer: String)
}

/// One entry on a unit's shelf and the items it is to prove.
package struct DocumentUse: Hashable, Sendable {
  /// Places of the unit in the round and of the document on its shelf.
  package let unit: Int
  package let document: Int
  /// In the set's order.
  package let items: [Int]
}

/// A document that is used more often than one entry for one item.
package struct SharedDocument: Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    /// Several units, and an item asks for a document of the unit's own.
    case own
    /// Several units: a joint decision is common, and no fault.
    case joint
    /// One unit has it on its shelf more than once, for several items.
    case repeated
    /// One unit uses it for more items than one of them allows.
    case overused
  }

  package let kind: Kind
  package let mark: DocumentMark
  /// By unit, then by place on the shelf.
  package let uses: [DocumentUse]

  package var units: [Int] {
    uses.map(\.unit).reduce(into: []) { if $0.last != $1 { $0.append($1) } }
  }
}

extension SharedDocument {
  /// All of a round: by kind, then by the first unit and document.
  ///
  /// Entries that are one file and one number are told once, as the file.
  static func all(_ round: Round) -> [SharedDocument] {
    var files = DocumentGroups()
    var numbers = DocumentGroups()
    for use in round.documentUses {
      let document = round.units[use.unit].record.assessment.shelf[use.document]
      if let digest = document.knownDigest {
        files.add(use, DocumentMark.file(sha256: digest), key: [digest])
      }
      if let number = document.number, let issuer = document.issuer {
        numbers.add(
          use, .number(number, issuer: issuer), key: [folded(number), folded(issuer)])
      }
    }
    var told: Set<[DocumentUse]> = []
    let found = (files.groups + numbers.groups).compactMap { group -> SharedDocument? in
      guard let kind = round.kind(group.uses), told.insert(group.uses).inserted else { return nil }
      return SharedDocument(kind: kind, mark: group.mark, uses: group.uses)
    }
    return Kind.allCases.flatMap { kind in
      found.filter { $0.kind == kind }.sorted {
        ($0.uses[0].unit, $0.uses[0].document) < ($1.uses[0].unit, $1.uses[0].document)
      }
    }
  }

  /// Whatever its case and spaces.
  private static func folded(_ text: String) -> String {
    text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

/// Uses of each document, in the order of the first.
private struct DocumentGroups {
  private(set) var groups: [(mark: DocumentMark, uses: [DocumentUse])] = []
  private var placeOf: [[String]: Int] = [:]

  mutating func add(_ use: DocumentUse, _ mark: DocumentMark, key: [String]) {
    if let place = placeOf[key] {
      groups[place].uses.append(use)
    } else {
      placeOf[key] = groups.count
      groups.append((mark, [use]))
    }
  }
}

extension EvidenceDocument {
  /// The digest of the file that is there; the stated one where nobody looked.
  package var knownDigest: String? {
    switch state {
    case .present(let digest): digest
    case .otherDigest(let found): found
    case .none: sha256
    case .missing, .unreadable, .empty: nil
    }
  }
}

extension Round {
  /// Every document that some item cites; what was not handed in is left out.
  var documentUses: [DocumentUse] {
    units.indices.filter { units[$0].isSubmitted }.flatMap { unit in
      let assessment = units[unit].record.assessment
      var items: [Int: [Int]] = [:]
      for (item, answer) in assessment.answers.enumerated() {
        for place in Set(answer?.citations.map(\.document) ?? []) {
          items[place, default: []].append(item)
        }
      }
      return assessment.shelf.indices.compactMap { place in
        items[place].map { DocumentUse(unit: unit, document: place, items: $0) }
      }
    }
  }

  /// nil: an entry for the items that may have it.
  fileprivate func kind(_ uses: [DocumentUse]) -> SharedDocument.Kind? {
    func any(_ holds: (Item) -> Bool) -> Bool {
      uses.contains { use in
        let set = sets[units[use.unit].record.set]
        return use.items.contains { holds(set.items[$0]) }
      }
    }
    if Set(uses.map(\.unit)).count > 1 { return any(\.ownDocument) ? .own : .joint }
    let items = Set(uses.flatMap(\.items)).count
    if uses.count > 1, items > 1 { return .repeated }
    return any { $0.evidence.atMostItems.map { items > $0 } ?? false } ? .overused : nil
  }
}

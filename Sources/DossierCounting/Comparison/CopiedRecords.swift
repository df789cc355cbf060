/// The records of a stretch of the output that are not the same on both sides, read back.
struct CopiedRecords {
  /// What is compared of a row, and where it stands.
  struct Origin {
    let fields: [RecordField]
    let name: String
  }

  private struct Copy {
    let order: ComparedRow
    let row: ComparedRow
    let line: Int
    let content: Range<Int>
    let end: Int
  }

  private let bytes: [UInt8]
  private var copies: [Copy] = []

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var place = 0
    while place + 40 <= bytes.count {
      let end = place + 8 + Int(word(place))
      let content = place + 40..<place + 40 + Int(word(place + 32))
      copies.append(
        Copy(
          order: ComparedRow(code: word(place + 8)), row: ComparedRow(code: word(place + 16)),
          line: Int(word(place + 24)), content: content, end: end))
      place = end
    }
    copies.sort { ($0.order, $0.row) < ($1.order, $1.row) }
  }

  private func word(_ place: Int) -> UInt64 {
    bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: place, as: UInt64.self) }
  }

  // MARK: Comparing

  /// - Parameter origin: what is compared of a row, and the path of its export.
  func compare(origin: (ComparedRow) -> Origin, _ take: (RecordDifference) -> Void) -> JoinedCount {
    var count = JoinedCount()
    var start = 0
    while start < copies.count {
      var end = start + 1
      while end < copies.count, copies[end].order == copies[start].order { end += 1 }
      compare(copies[start..<end], origin, &count, take)
      start = end
    }
    return count
  }

  /// Rows whose ids have one hash: of each id the first of A and the first of B.
  private func compare(
    _ run: ArraySlice<Copy>, _ origin: (ComparedRow) -> Origin, _ count: inout JoinedCount,
    _ take: (RecordDifference) -> Void
  ) {
    if run.count == 1, let copy = run.first {
      let side = Side(copy: copy, parts: ContentParts(bytes, copy.content))
      let isOfA = copy.row.side == 0
      if let difference = difference(isOfA ? side : nil, isOfA ? nil : side, origin) {
        take(difference)
      }
      return
    }
    var pairs: [(a: Side?, b: Side?)] = []
    for copy in run {
      let side = Side(copy: copy, parts: ContentParts(bytes, copy.content))
      let place = pairs.firstIndex { ($0.a ?? $0.b)?.isOfDossier(side) ?? false }
      guard let place else {
        pairs.append(copy.row.side == 0 ? (side, nil) : (nil, side))
        continue
      }
      if copy.row.side == 0 || pairs[place].b != nil {
        count.repeat(copy.row.side)
      } else {
        pairs[place].b = side
      }
    }
    for pair in pairs {
      guard let difference = difference(pair.a, pair.b, origin) else {
        count.same += 1
        continue
      }
      take(difference)
    }
  }

  private struct Side {
    let copy: Copy
    let parts: ContentParts

    func isOfDossier(_ other: Side) -> Bool {
      guard let id = parts.first, let its = other.parts.first else { return false }
      return id.bytes.elementsEqual(its.bytes)
    }

    var decision: RecordDecision? { parts.last?.decision }
  }

  private func difference(_ a: Side?, _ b: Side?, _ origin: (ComparedRow) -> Origin)
    -> RecordDifference?
  {
    guard let some = a ?? b, let id = some.parts.first else { return nil }
    let compared = origin(some.copy.row).fields
    var differing: [RecordField] = []
    var isDecidedOtherwise = false
    var signs: [ClockSign] = []
    if let a, let b {
      for (place, field) in compared.enumerated()
      where !a.parts[place + 1].means(b.parts[place + 1]) {
        differing.append(field)
      }
      isDecidedOtherwise = a.decision != b.decision
      if differing.isEmpty, !isDecidedOtherwise { return nil }
      signs = self.signs(a, b, compared)
    }
    return RecordDifference(
      dossier: id.text, a: a.map { record($0, origin($0.copy.row)) },
      b: b.map { record($0, origin($0.copy.row)) }, fields: differing,
      isDecidedOtherwise: isDecidedOtherwise, signs: signs)
  }

  private func signs(_ a: Side, _ b: Side, _ compared: [RecordField]) -> [ClockSign] {
    func parts(_ field: RecordField) -> (ContentParts.Part, ContentParts.Part)? {
      compared.firstIndex(of: field).map { (a.parts[$0 + 1], b.parts[$0 + 1]) }
    }
    func minutes(_ field: RecordField) -> (Int32, Int32)? {
      guard let (a, b) = parts(field), let before = a.minute, let after = b.minute else {
        return nil
      }
      return (before, after)
    }
    return ClockSign.allCases.filter { sign in
      switch sign {
      case .dueMovedLater: minutes(.dueAt).map { $0 < $1 } ?? false
      case .dueRemoved: parts(.dueAt).map { $0.minute != nil && $1.isNothing } ?? false
      case .receivedMovedLater: minutes(.receivedAt).map { $0 < $1 } ?? false
      case .resultSetBack:
        (minutes(.readyAt).map { $0 > $1 } ?? false)
          || (minutes(.returnedAt).map { $0 > $1 } ?? false)
      case .reopened: parts(.returnedAt).map { $0.minute != nil && $1.isNothing } ?? false
      }
    }
  }

  private func record(_ side: Side, _ origin: Origin) -> ComparedRecord {
    let written = WrittenFields(bytes: Array(bytes[side.copy.content.upperBound..<side.copy.end]))
    let unit = origin.fields.firstIndex(of: .unit).map { side.parts[$0 + 1].text }
    return ComparedRecord(
      file: origin.name, line: side.copy.line, unit: unit ?? written[.unit] ?? "",
      written: written, decision: side.decision)
  }
}

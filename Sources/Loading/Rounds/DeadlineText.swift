internal import Diagnostics
internal import DossierCounting
package import Grading
internal import YAMLReading

/// The deadlines of a round.yaml, or of a records.yaml, as they are written there, and the same text
/// with one of them moved: every other byte stays.
package struct DeadlineText: Sendable {
  /// Whose deadline it is.
  package enum Place: Hashable, Sendable {
    /// A stage, by its id.
    case stage(String)
    /// An entry of `deadlines:`, by its name.
    case named(String)
    /// `explanations_until:` of a records.yaml.
    case ofRecords
  }

  /// Whether the moment itself is still in time.
  package enum Bound: String, Sendable, CaseIterable {
    case through
    case before

    /// The last moment that is in time.
    package func last(_ moment: LocalMoment) -> LocalMoment {
      switch self {
      case .through: moment
      case .before: moment.lastInTime
      }
    }
  }

  /// Whether a place of round.yaml says until when units may explain dossiers.
  package static func isOfExplanations(_ place: Place) -> Bool {
    switch place {
    case .stage(let name), .named(let name): underscored(name) == RoundCalendar.dossierExplanations
    case .ofRecords: true
    }
  }

  package struct Deadline: Hashable, Sendable {
    package let place: Place
    package let bound: Bound
    package let moment: LocalMoment

    /// The last moment that is in time.
    package var last: LocalMoment { bound.last(moment) }
  }

  /// Why a deadline cannot be moved by its text alone.
  package enum Failure: Error, Hashable {
    /// There is none of that name, or it is not written where it belongs (an alias, an anchor).
    case notWritten
    /// The same text stands for something else as well.
    case shared
  }

  /// In the file's order: stages, then the others.
  package let deadlines: [Deadline]
  /// The file as it is.
  package var bytes: [UInt8] { text.bytes }
  private let document: YAMLDocument
  private let text: SourceText

  /// nil: the file cannot be read.
  /// - Parameter path: of the round.yaml or the records.yaml.
  package init?(_ path: String) {
    guard case .text(let text) = readFile(path: path, displayPath: path) else { return nil }
    self.init(text)
  }

  private init?(_ text: SourceText) {
    guard let document = readYAML(text).document else { return nil }
    self.document = document
    self.text = text
    deadlines = DeadlineText.entries(of: document).compactMap { entry in
      entry.value.text.flatMap { LocalMoment(parsing: $0) }
        .map { Deadline(place: entry.place, bound: entry.bound, moment: $0) }
    }
  }

  /// The bytes of the file with a deadline moved.
  package func moving(
    _ place: Place, to bound: Bound, _ moment: LocalMoment
  ) throws(Failure) -> [UInt8] {
    let entry = DeadlineText.entries(of: document).first { $0.place == place }
    if entry == nil, place == .ofRecords { return try adding(bound, moment) }
    guard let entry, let value = range(of: entry.value), let key = range(of: entry.key)
    else { throw .notWritten }
    var bytes = text.bytes
    // What stands behind is put right first: the other place stays where it was.
    for (range, new) in [(value, moment.isoText), (key, bound.rawValue)]
      .sorted(by: { $0.0.lowerBound > $1.0.lowerBound })
    {
      bytes.replaceSubrange(range, with: Array(new.utf8))
    }
    guard let other = DeadlineText(SourceText(file: text.file, bytes: bytes)) else {
      throw .notWritten
    }
    let changed = (entry.value.matches(moment.isoText) ? 0 : 1) + (entry.bound == bound ? 0 : 1)
    guard DeadlineText.differences(document.root, other.document.root) == changed else {
      throw .shared
    }
    return bytes
  }

  /// The bytes of a records.yaml that leaves the deadline to the rules, with its own behind the rest.
  private func adding(_ bound: Bound, _ moment: LocalMoment) throws(Failure) -> [UInt8] {
    let key = CaseRecords.explanationsUntilKey
    guard document.root[key] == nil else { throw .notWritten }
    var bytes = text.bytes
    let end: [UInt8] = bytes.contains(UInt8(ascii: "\r")) ? Array("\r\n".utf8) : Array("\n".utf8)
    if bytes.last != UInt8(ascii: "\n") { bytes += end }
    bytes += Array("\(key): {\(bound.rawValue): \(moment.isoText)}".utf8) + end
    guard let other = DeadlineText(SourceText(file: text.file, bytes: bytes)),
      other.document.root.count == document.root.count + 1,
      other.deadlines == deadlines + [Deadline(place: .ofRecords, bound: bound, moment: moment)]
    else { throw .notWritten }
    return bytes
  }

  // MARK: Finding

  private typealias Entry = (place: Place, bound: Bound, key: YAMLNode, value: YAMLNode)

  private static func entries(of document: YAMLDocument) -> [Entry] {
    let root = document.root
    let stages = (root["stages"].map { Array($0.elements) } ?? []).compactMap { stage in
      stage["id"]?.text.flatMap { entry(.stage($0), in: stage) }
    }
    let named = (root["deadlines"].map { Array($0.entries) } ?? []).compactMap { key, value in
      key.text.flatMap { entry(.named($0), in: value) }
    }
    let own = root[CaseRecords.explanationsUntilKey].flatMap { entry(.ofRecords, in: $0) }
    return stages + named + (own.map { [$0] } ?? [])
  }

  private static func entry(_ place: Place, in node: YAMLNode) -> Entry? {
    for (key, value) in node.entries {
      if let bound = key.text.flatMap(Bound.init), value.kind == .scalar, !value.isNull {
        return (place, bound, key, value)
      }
    }
    return nil
  }

  /// Where a scalar's very text stands, inside of its quotes; nil: it is written otherwise.
  private func range(of node: YAMLNode) -> Range<Int>? {
    let span = node.span
    guard let start = offset(of: span.start), let end = offset(of: span.end), start <= end else {
      return nil
    }
    var range = start..<end
    if node.isQuoted {
      guard range.count >= 2 else { return nil }
      range = (start + 1)..<(end - 1)
    }
    return node.withUTF8 { $0.elementsEqual(text.bytes[range]) } ? range : nil
  }

  private func offset(of position: SourcePosition) -> Int? {
    var place = text.checked().start
    for _ in 1..<max(1, Int(position.line)) {
      guard let end = text.bytes[place...].firstIndex(of: UInt8(ascii: "\n")) else { return nil }
      place = end + 1
    }
    // Columns count characters, not bytes.
    var column = 1
    while column < Int(position.column) {
      guard place < text.bytes.count else { return nil }
      place += 1
      while place < text.bytes.count, text.bytes[place] & 0xC0 == 0x80 { place += 1 }
      column += 1
    }
    return place
  }

  /// How many scalars of two trees are others; those of which one has more than the other count, too.
  private static func differences(_ left: YAMLNode, _ right: YAMLNode) -> Int {
    guard left.kind == right.kind, left.count == right.count else { return 1_000_000 }
    switch left.kind {
    case .scalar: return left.text == right.text ? 0 : 1
    case .sequence:
      return zip(left.elements, right.elements).reduce(0) { $0 + differences($1.0, $1.1) }
    case .mapping:
      return zip(left.entries, right.entries).reduce(0) {
        $0 + differences($1.0.key, $1.1.key) + differences($1.0.value, $1.1.value)
      }
    }
  }
}

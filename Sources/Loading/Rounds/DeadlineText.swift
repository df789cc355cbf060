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
  let document: YAMLDocument
  let text: SourceText

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
}

internal import Grading
internal import Reports

/// A unit's documents as somebody may see them: with what is typed for the unit's own people, as
/// handed in for everybody else.
struct UnitShelf: Sendable {
  struct Entry: Sendable {
    let document: FilledShelf.Document
    /// What was found where its file should be.
    let state: EvidenceDocument.FileState
    /// The ids of the items that cite it.
    let items: [String]
    /// What is typed of it was not handed in.
    let isChanged: Bool

    var address: String { ShelfForm.address(of: document.id) }

    /// Of the file that is there; nil: there is none.
    var digest: String? {
      if case .present(let digest) = state { digest } else { nil }
    }
  }

  let unit: String
  let unitName: String
  let entries: [Entry]

  init(_ drafted: DraftedUnit) {
    let record = drafted.result.record
    unit = record.unit.id
    unitName = record.unit.name
    var items: [String: [String]] = [:]
    for (item, answer) in drafted.filled.answers {
      for document in Set(answer.citations.map(\.document)) {
        items[document, default: []].append(item)
      }
    }
    let states = Dictionary(
      record.assessment.shelf.map { ($0.id, $0.state) }, uniquingKeysWith: { first, _ in first })
    entries = drafted.shelf.documents.map { document in
      Entry(
        document: document, state: states[document.id] ?? .none,
        items: (items[document.id] ?? []).sorted(by: UnitShelf.isBefore),
        isChanged: drafted.filedShelf[document.id] != document)
    }
  }

  /// As it was handed in; empty before.
  init(_ result: UnitResult, _ set: CriteriaSet) {
    let record = result.record
    unit = record.unit.id
    unitName = record.unit.name
    var items: [Int: [String]] = [:]
    for (item, answer) in zip(set.items, record.assessment.answers) {
      for document in Set(answer?.citations.map(\.document) ?? []) {
        items[document, default: []].append(item.id)
      }
    }
    let documents = FilledShelf(record.assessment.shelf).documents
    entries =
      !result.isSubmitted
      ? []
      : documents.enumerated().map { place, document in
        Entry(
          document: document, state: record.assessment.shelf[place].state,
          items: (items[place] ?? []).sorted(by: UnitShelf.isBefore), isChanged: false)
      }
  }

  /// The document that an address names.
  func entry(at address: String) -> Entry? { entries.first { $0.address == address } }

  /// The document that has a file of these bytes.
  func entry(holding digest: String) -> Entry? {
    entries.first { $0.digest == digest || $0.document.sha256 == digest }
  }

  /// `1.2` before `1.10`.
  private static func isBefore(_ left: String, _ right: String) -> Bool {
    func numbers(_ id: String) -> [Int] { id.split(separator: ".").map { Int($0) ?? 0 } }
    return numbers(left).lexicographicallyPrecedes(numbers(right))
  }
}

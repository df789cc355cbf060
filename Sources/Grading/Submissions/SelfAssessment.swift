package import Diagnostics

/// A document on a unit's shelf.
package struct EvidenceDocument: Sendable {
  /// What was found where `file:` points; `none` without a file, or when nobody looked.
  package enum FileState: Hashable, Sendable {
    case none
    case present(sha256: String)
    case missing
    case unreadable
    case empty
    case otherDigest(found: String)
  }

  package var id: String
  package var kind: String
  package var number: String?
  package var date: CalendarDay?
  package var issuer: String?
  package var title: String?
  package var file: String?
  /// The digest that the unit states for the file, in lower case.
  package var sha256: String?
  package var url: String?
  /// The day a link was looked at.
  package var accessed: CalendarDay?
  package var isShownInPerson = false
  package var state = FileState.none
  package let line: Int

  package init(id: String, kind: String, line: Int) {
    self.id = id
    self.kind = kind
    self.line = line
  }
}

/// An item's reference to a document on the shelf.
package struct Citation: Hashable, Sendable {
  /// The document's place on the shelf.
  package let document: Int
  package let section: String?
  package let pages: String?

  package init(document: Int, section: String?, pages: String?) {
    self.document = document
    self.section = section
    self.pages = pages
  }
}

/// What a unit says of one item; its inputs stand in `SelfAssessment.inputs`.
package struct Answer: Sendable {
  /// The points it gives itself; nil: the computed ones.
  package var claim: Exact?
  /// Its reason why the item does not apply.
  package var notApplicable: String?
  package var citations: [Citation]
  package var hasNote: Bool
  package var line: UInt32

  package init(
    claim: Exact? = nil, notApplicable: String? = nil, citations: [Citation] = [],
    hasNote: Bool = false, line: UInt32 = 0
  ) {
    self.claim = claim
    self.notApplicable = notApplicable
    self.citations = citations
    self.hasNote = hasNote
    self.line = line
  }
}

/// A figure of another office that a unit disputes.
package struct Dispute: Sendable {
  package let figure: String
  package let claim: Value
  package let ground: String
  package let citations: [Citation]
  package let line: Int

  package init(
    figure: String, claim: Value, ground: String, citations: [Citation] = [], line: Int
  ) {
    self.figure = figure
    self.claim = claim
    self.ground = ground
    self.citations = citations
    self.line = line
  }
}

/// Who signed a self-assessment.
package struct Signature: Hashable, Sendable {
  package let name: String
  package let position: String?

  package init(name: String, position: String?) {
    self.name = name
    self.position = position
  }
}

/// What a unit handed in, typed against its set.
package struct SelfAssessment: Sendable {
  package var file: SourceFile?
  /// nil: a draft or nothing at all, which is not read into results.
  package var submittedAt: LocalMoment?
  package var signedBy: Signature?
  /// By item.
  package var answers: [Answer?]
  /// By `CriteriaSet.inputs`.
  package var inputs: [InputValue]
  package var inputLines: [UInt32]
  /// What was written where no value could be taken from it, by place of the input.
  package var refused: [Int: RefusedInput] = [:]
  /// What the unit says beside its answers, by item.
  package var notes: [Int: String] = [:]
  package var disputes: [Dispute]
  package var shelf: [EvidenceDocument]
  /// The file that the shelf stands in.
  package var shelfFile: SourceFile?
  /// The list of linked late dossiers is there and is not empty.
  package var listsLinkedLate: Bool
  /// Where that list is, seen from the unit's folder.
  package var linkedLateFile: String?
  package var isIllustrative: Bool
  /// The file is there and cannot be used.
  package var isUnreadable: Bool

  /// A file without `submitted_at`: what it answers is checked and then left out.
  package var isDraft: Bool { file != nil && submittedAt == nil && !isUnreadable }

  package init(set: CriteriaSet) {
    answers = Array(repeating: nil, count: set.items.count)
    inputs = Array(repeating: .blank, count: set.inputs.count)
    inputLines = Array(repeating: 0, count: set.inputs.count)
    disputes = []
    shelf = []
    listsLinkedLate = false
    isIllustrative = false
    isUnreadable = false
  }
}

package import Grading

/// A unit's self-assessment as texts, the way people type them: what a form holds and a file says.
///
/// Nothing is judged here: what is wrong is found where every file is read.
package struct FilledAssessment: Hashable, Sendable {
  /// One reference to a document of the shelf.
  package struct Citation: Hashable, Sendable {
    package var document: String
    package var section: String
    package var pages: String

    package init(document: String, section: String = "", pages: String = "") {
      self.document = document
      self.section = section
      self.pages = pages
    }
  }

  /// What is said of one item; empty texts stand for nothing.
  package struct Answer: Hashable, Sendable {
    /// By the inputs' names, as files write them.
    package var inputs: [String: String] = [:]
    /// The unit's own points, where they are others than the computed ones.
    package var points = ""
    package var notApplicable = ""
    package var note = ""
    package var citations: [Citation] = []

    package init() {}

    package var isEmpty: Bool {
      inputs.values.allSatisfy(\.isEmpty) && points.isEmpty && notApplicable.isEmpty
        && note.isEmpty && citations.isEmpty
    }
  }

  /// A figure of another office that the unit disputes.
  package struct Dispute: Hashable, Sendable {
    package let figure: String
    package let claim: String
    package let ground: String
    package let citations: [Citation]

    package init(figure: String, claim: String, ground: String, citations: [Citation]) {
      self.figure = figure
      self.claim = claim
      self.ground = ground
      self.citations = citations
    }
  }

  package let round: String
  package let unit: String
  package var isIllustrative = false
  package var signedBy: Signature?
  /// Inputs that several items read.
  package var shared: [String: String] = [:]
  /// The list of linked late dossiers, seen from the unit's folder.
  package var linkedLate: String?
  package var disputes: [Dispute] = []
  /// By the items' ids.
  package var answers: [String: Answer] = [:]

  package init(round: String, unit: String) {
    self.round = round
    self.unit = unit
  }

  /// What was read of a unit's file, once more as texts.
  /// - Parameter written: a value as files write it; nil for what is no value.
  package init(
    _ record: UnitRecord, _ set: CriteriaSet, round: String,
    written: (Input, InputValue) -> String?, disputed: (String, Value) -> String?
  ) {
    self.init(round: round, unit: record.unit.id)
    let assessment = record.assessment
    isIllustrative = assessment.isIllustrative
    signedBy = assessment.signedBy
    linkedLate = assessment.linkedLateFile
    func cited(_ citations: [Grading.Citation]) -> [Citation] {
      citations.map {
        Citation(
          document: assessment.shelf[$0.document].id, section: $0.section ?? "",
          pages: $0.pages ?? "")
      }
    }
    func inputs(_ places: Range<Int>) -> [String: String] {
      var texts: [String: String] = [:]
      for place in places {
        let input = set.inputs[place]
        texts[input.name] =
          assessment.refused[place]?.text ?? written(input, assessment.inputs[place])
      }
      return texts
    }
    shared = inputs(set.sharedInputs)
    for item in set.items {
      var answer = Answer()
      answer.inputs = inputs(item.inputs)
      if let given = assessment.answers[item.index] {
        answer.points = given.claim?.canonicalText ?? ""
        answer.notApplicable = given.notApplicable ?? ""
        answer.citations = cited(given.citations)
      }
      answer.note = assessment.notes[item.index] ?? ""
      if !answer.isEmpty { answers[item.id] = answer }
    }
    disputes = assessment.disputes.compactMap { dispute in
      disputed(dispute.figure, dispute.claim).map {
        Dispute(
          figure: dispute.figure, claim: $0, ground: dispute.ground,
          citations: cited(dispute.citations))
      }
    }
  }
}

import Diagnostics
import Grading
import Loading

/// Everything that was read, in words, for golden files.
struct SubmissionDump {
  let set: CriteriaSet

  func text(_ submission: UnitSubmission) -> String {
    let assessment = submission.assessment
    var lines = [
      "usable \(submission.isUsable), draft \(assessment.isDraft), "
        + "unreadable \(assessment.isUnreadable), illustrative \(assessment.isIllustrative)",
      "submitted at \(assessment.submittedAt?.isoText ?? "-")",
      "signed by \(assessment.signedBy.map { "\($0.name), \($0.position ?? "-")" } ?? "-")",
      "linked late \(assessment.listsLinkedLate) \(assessment.linkedLateFile ?? "-")",
    ]
    for (place, input) in set.inputs.enumerated() {
      lines.append(
        "input \(input.name) = \(text(assessment.inputs[place])), line \(assessment.inputLines[place])"
      )
    }
    for (place, answer) in assessment.answers.enumerated() {
      guard let answer else { continue }
      lines.append(
        "answer \(set.items[place].id), line \(answer.line): claim \(answer.claim?.description ?? "-"), "
          + "note \(answer.hasNote), not applicable \(answer.notApplicable ?? "-")"
          + text(answer.citations, assessment))
    }
    for document in assessment.shelf {
      lines.append(
        "document \(document.id), line \(document.line): \(document.kind) \(document.number ?? "-") "
          + "\(document.date?.isoText ?? "-") \(document.issuer ?? "-") \(document.title ?? "-") "
          + "file \(document.file ?? "-") url \(document.url ?? "-") "
          + "accessed \(document.accessed?.isoText ?? "-") in person \(document.isShownInPerson) "
          + "\(document.state)")
    }
    for dispute in assessment.disputes {
      lines.append(
        "dispute \(dispute.figure), line \(dispute.line): \(text(dispute.claim)), \(dispute.ground)"
          + text(dispute.citations, assessment))
    }
    for entry in submission.entries { lines.append(text(entry, assessment)) }
    return lines.map { $0 + "\n" }.joined()
  }

  private func text(_ entry: AppraisalEntry, _ assessment: SelfAssessment) -> String {
    let subject =
      switch entry.subject {
      case .item(let item): set.items[item].id
      case .figure(let name): name
      }
    let decision =
      switch entry.decision {
      case .accept: "accept \(entry.seen?.description ?? "-")"
      case .adjust(let inputs):
        "adjust "
          + inputs.sorted { $0.key < $1.key }
          .map { "\(set.inputs[$0.key].name) = \(text($0.value))" }.joined(separator: ", ")
      case .setPoints(let points, let beyond): "set points \(points), beyond rule \(beyond)"
      case .rejectEvidence(let ids): "reject \(ids)"
      case .requestExplanation: "request explanation"
      case .explanation(let text): "explanation \(text)"
      case .markNotApplicable: "mark not applicable"
      case .correctFigure(let value): "correct to \(text(value))"
      }
    return "entry \(subject), stage \(entry.stage), line \(entry.span.start.line): \(decision); "
      + "reason \(entry.reason ?? "-"), by \(entry.author), at \(entry.at?.isoText ?? "-")"
      + text(entry.citations, assessment)
  }

  private func text(_ citations: [Citation], _ assessment: SelfAssessment) -> String {
    citations.map {
      "; \(assessment.shelf[$0.document].id) § \($0.section ?? "-") p. \($0.pages ?? "-")"
    }.joined()
  }

  func text(_ value: InputValue) -> String {
    switch value {
    case .blank: "blank"
    case .impossible: "impossible"
    case .given(let value): text(value)
    }
  }

  private func text(_ value: Value) -> String {
    switch value {
    case .number(let number): number.canonicalText
    case .date(let moment): moment.isoText
    case .noDate: "none"
    case .truth(let truth): "\(truth)"
    case .text(let text): "'\(text)'"
    case .days(let days, _): "\(days) days"
    }
  }
}

package import Diagnostics
package import Grading
package import Loading
internal import Reports
internal import Spreadsheets

/// A filled-in form, read and checked: what its unit's two files are to hold.
package struct FormImport: Sendable {
  package let unit: Unit
  /// The folder of the unit in the round.
  package let folder: String
  /// self-assessment.yaml and evidence.yaml.
  package let assessmentText: String
  package let shelfText: String
  package let assessment: SelfAssessment
  /// SHA-256 of all that the unit says; see `SelfAssessment.digest`.
  package let digest: String
  /// What it says otherwise than the files that are there.
  package let changes: [FormChange]
  /// Whether there are files already that it would replace.
  package let replaces: Bool
}

/// Something that a form says otherwise than the file that is there; nil: it says nothing.
package struct FormChange: Hashable, Sendable {
  package let title: Wording
  package let old: String?
  package let new: String?
}

/// Reads forms into the files of a round.
package struct FormImporter: Sendable {
  private let setting: RoundSetting
  private let readers: [SubmissionReader]

  package init(_ setting: RoundSetting) {
    self.setting = setting
    readers = setting.sets.map { set in
      var options = SubmissionReader.Options()
      options.digestsFiles = false
      options.checksEvidenceFiles = false
      options.keepsDrafts = true
      return SubmissionReader(
        roundID: setting.plan.id, plan: setting.plan, set: set, options: options)
    }
  }

  /// What stands in a unit's files now, a draft too.
  package func current(_ member: RoundSetting.Member) -> UnitSubmission {
    readers[member.set].read(member.unit, folder: "\(setting.submissions)/\(member.unit.id)")
  }

  /// Reads one form.
  /// - Parameters:
  ///   - bytes: the workbook.
  ///   - path: its name, as people see it.
  /// - Returns: nil where anything is wrong with it; all problems are told, by cell.
  package func read(_ bytes: [UInt8], path: String) -> (form: FormImport?, [Diagnostic]) {
    let problems = DiagnosticCollector()
    let file: SpreadsheetFile
    do {
      file = try SpreadsheetFile(bytes)
    } catch {
      return (nil, [.unreadable(path, error)])
    }
    let reader = FormReader(path: path, file: file, problems: problems)
    reader.checkFormulas()
    guard problems.diagnostics.isEmpty, let identity = reader.identity(),
      let member = member(of: identity, path, problems)
    else {
      return (nil, problems.diagnostics.sorted())
    }
    let set = setting.sets[member.set]
    reader.tellUnread()
    guard let texts = texts(reader, identity, set, member.unit) else {
      return (nil, problems.diagnostics.sorted())
    }
    let folder = "\(setting.submissions)/\(member.unit.id)"
    let names = ["self-assessment.yaml", "evidence.yaml"].map {
      SourceFile(path: "\(folder)/\($0)")
    }
    let read = readers[member.set].read(
      member.unit, shelf: SourceText(file: names[1], bytes: Array(texts.shelf.text.utf8)),
      assessment: SourceText(file: names[0], bytes: Array(texts.assessment.text.utf8)),
      folder: folder)
    // What a refused cell leaves open is not told again.
    let isWhole = !problems.hasFatalErrors
    let told = read.diagnostics.filter {
      $0.code != .draft && $0.code != .submissionNotInLog && (isWhole || $0.severity == .error)
    }
    problems.add(
      contentsOf: texts.shelf.translated(
        texts.assessment.translated(told, from: names[0]), from: names[1]))
    let all = problems.diagnostics.sorted()
    // What a round could count as broken is still mended before it is taken in.
    guard !all.contains(where: { $0.severity == .error }) else { return (nil, all) }
    return (form(member, set, texts, read.assessment, folder), all)
  }

  private func form(
    _ member: RoundSetting.Member, _ set: CriteriaSet, _ texts: FilledForm,
    _ assessment: SelfAssessment, _ folder: String
  ) -> FormImport {
    let old = current(member)
    return FormImport(
      unit: member.unit, folder: folder, assessmentText: texts.assessment.text,
      shelfText: texts.shelf.text, assessment: assessment, digest: assessment.digest(set),
      changes: FormImporter.changes(
        old.assessment.statements(set), assessment.statements(set)),
      replaces: old.assessment.file != nil || !old.assessment.shelf.isEmpty)
  }

  /// In the order of the form; what is gone stands where it was.
  package static func changes(_ old: [AssessmentStatement], _ new: [AssessmentStatement])
    -> [FormChange]
  {
    let before = Dictionary(old.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    let after = Set(new.map(\.key))
    var changes = new.compactMap { statement -> FormChange? in
      let earlier = before[statement.key]?.value
      guard earlier != statement.value else { return nil }
      return FormChange(title: statement.title, old: earlier, new: statement.value)
    }
    changes += old.filter { !after.contains($0.key) }.map {
      FormChange(title: $0.title, old: $0.value, new: nil)
    }
    return changes
  }

  private func texts(
    _ reader: FormReader, _ identity: FormIdentity, _ set: CriteriaSet, _ unit: Unit
  ) -> FilledForm? {
    let answers = reader.find(.answers, of: identity)
    let shelf = reader.find(.shelf, of: identity)
    let disputes = reader.find(.disputes, of: identity)
    guard let answers, let shelf, let disputes else { return nil }
    var rows = AnswerRows(
      SelfAssessmentForm(set: set, unit: unit, plan: setting.plan), answers,
      CellReading(reader.path, answers.sheet, reader.problems))
    rows.read()
    let typed = DisputeRows(
      set: set, found: disputes,
      reading: CellReading(reader.path, disputes.sheet, reader.problems)
    ).read()
    var form = FilledForm()
    var text = AssessmentText(identity, set, rows, typed)
    text.write()
    form.assessment = text.text
    ShelfRows(found: shelf, reading: CellReading(reader.path, shelf.sheet, reader.problems))
      .write(to: &form.shelf)
    return form
  }

  /// The unit that a form is for; nil, with a diagnostic, when it is not of this round.
  private func member(
    of identity: FormIdentity, _ path: String, _ problems: DiagnosticCollector
  ) -> RoundSetting.Member? {
    guard identity.round == setting.plan.id else {
      problems.add(.formOfOtherRound(path, identity.round, expected: setting.plan.id))
      return nil
    }
    guard let member = setting.members.first(where: { $0.unit.id == identity.unit }) else {
      problems.add(
        .formOfUnknownUnit(path, identity.unit, known: setting.members.map(\.unit.id)))
      return nil
    }
    let set = setting.sets[member.set]
    guard identity.set == set.id, identity.edition == FormIdentity.edition(of: set) else {
      problems.add(
        .formOfOtherCriteria(path, identity.set, expected: set.id, unit: identity.unit))
      return nil
    }
    return member
  }
}

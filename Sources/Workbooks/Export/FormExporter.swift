package import Diagnostics
package import Grading
package import Loading
internal import Spreadsheets

/// Makes the forms of a round's units, with what each has written so far.
package struct FormExporter: Sendable {
  private let setting: RoundSetting
  private let importer: FormImporter
  private let names: [String: String]

  package init(_ setting: RoundSetting) {
    self.setting = setting
    importer = FormImporter(setting)
    names = Dictionary(
      setting.units.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
  }

  /// The bytes of a unit's form.
  /// - Parameter path: where it is to stand, for messages.
  package func bytes(_ member: RoundSetting.Member, path: String) -> FormResult {
    let current = importer.current(member)
    // A file that cannot be read whole would come back without what could not be read.
    let fatal = current.diagnostics.filter {
      $0.severity == .error && !$0.code.leavesFileUsable
        && !$0.primary.span.file.path.hasSuffix("appraisal.yaml")
    }
    guard fatal.isEmpty else { return .refused(fatal) }
    return bytes(member, holding: current.assessment, path: path)
  }

  /// The same with something else written so far than what stands in the unit's files.
  package func bytes(
    _ member: RoundSetting.Member, holding assessment: SelfAssessment, path: String
  ) -> FormResult {
    let form = UnitForm(
      set: setting.sets[member.set], unit: member.unit, plan: setting.plan,
      assessment: assessment, officeNames: names)
    do {
      return .bytes(try form.workbook.bytes())
    } catch {
      return .refused([error.diagnostic(path)])
    }
  }
}

/// A form, or why there is none.
package enum FormResult: Sendable {
  case bytes([UInt8])
  case refused([Diagnostic])
}

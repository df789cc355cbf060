internal import Diagnostics
internal import Grading
internal import Loading
internal import Workbooks

/// Where workbooks are made and read: off the threads that answer requests, one after the other.
actor FormDesk {
  private let executor = QueueExecutor()
  nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

  func form(
    of member: RoundSetting.Member, _ setting: RoundSetting, holding assessment: SelfAssessment
  ) -> FormResult {
    FormExporter(setting).bytes(
      member, holding: assessment, path: UnitForm.fileName(member.unit.id))
  }

  /// - Parameters:
  ///   - path: where the file stands.
  ///   - name: what people call it.
  func read(
    _ path: String, _ name: String, _ setting: RoundSetting
  ) -> (FormImport?, [Diagnostic]) {
    switch FileAccess.workbook(path) {
    case .refused(let problem): (nil, [problem])
    case .bytes(let bytes): FormImporter(setting).read(bytes, path: name)
    }
  }
}

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
  ///   - place: where the file stands, which is nobody's business.
  ///   - name: what people call it.
  func read(
    _ place: String, _ name: String, _ setting: RoundSetting
  ) -> (FormImport?, [Diagnostic]) {
    FormImporter(setting).read(bytes(place), path: name)
  }

  func read(
    _ reader: PartReader, from place: String, as name: String
  ) -> (part: FilledPart?, [Diagnostic]) {
    reader.read(bytes(place), path: name)
  }

  /// Empty, and so no workbook, where it cannot be read.
  private func bytes(_ place: String) -> [UInt8] {
    if case .bytes(let bytes) = FileAccess.workbook(place) { bytes } else { [] }
  }
}

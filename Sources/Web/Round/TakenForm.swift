/// A unit's workbook that was filled in elsewhere and sent: what its two files are to hold, as texts.
///
/// It is a part of the unit's drafts: waiting to be looked at, or taken in as what all other drafts
/// are laid over.
struct TakenForm: Hashable, Sendable {
  /// The part of one that was taken in.
  static let part = "_bieu"
  /// The part of one that somebody has still to look at.
  static let waiting = "_bieu-cho"

  private static let assessment = "assessment"
  private static let shelf = "shelf"
  private static let name = "name"

  /// self-assessment.yaml and evidence.yaml.
  let assessment: String
  let shelf: String
  /// What the file was called.
  let name: String

  init(assessment: String, shelf: String, name: String) {
    self.assessment = assessment
    self.shelf = shelf
    self.name = name
  }

  /// nil: a draft of something else.
  init?(_ fields: [String: String]) {
    guard let assessment = fields[TakenForm.assessment], let shelf = fields[TakenForm.shelf] else {
      return nil
    }
    self.init(assessment: assessment, shelf: shelf, name: fields[TakenForm.name] ?? "")
  }

  var fields: [String: String] {
    [TakenForm.assessment: assessment, TakenForm.shelf: shelf, TakenForm.name: name]
  }
}

internal import Diagnostics
internal import Grading
internal import HTMLWriting
internal import Loading

/// What a changed file would do to the round; nothing is written while it is shown.
struct FileTrialSection: Sendable {
  let file: String
  let isUnchanged: Bool
  let findings: FindingList
  /// nil: the round cannot be used with it.
  private(set) var effect: TrialSection?

  init(_ trial: FileTrial, _ file: String, in snapshot: RoundSnapshot, _ frame: PageFrame) {
    self.file = file
    findings = FindingList(
      FileTrialSection.told(trial.diagnostics, in: snapshot), snapshot.plan, frame)
    switch trial.outcome {
    case .unchanged:
      isUnchanged = true
      effect = nil
    case .broken:
      isUnchanged = false
      effect = nil
    case .sound(let round):
      isUnchanged = false
      effect = TrialSection(
        RoundDifference(from: .init(snapshot.round), to: .init(round)), refusals: [], frame,
        showsPlaces: true
      ) { _ in true }
    }
  }

  /// What units mend in their own files is told only where it keeps the round from being used.
  static func told(_ found: [Diagnostic], in snapshot: RoundSnapshot) -> [Diagnostic] {
    let units = "\(snapshot.loaded.setting.submissions)/"
    return found.filter { !$0.primary.span.file.path.hasPrefix(units) || $0.isError }
  }

  /// Why it may not be recorded.
  mutating func refuse(_ refusals: [TrialSection.Refusal]) { effect?.refusals = refusals }

  func write(_ frame: PageFrame, _ page: inout HTMLWriter) {
    page.element("section", .class("result trial"), .id("thu"), .init("aria-labelledby", "thu-t")) {
      box in
      box.element(
        "h2", .id("thu-t"),
        text: frame.say("Thử tệp \(file) (chưa ghi gì)", "Trying \(file) (nothing is written)"))
      if isUnchanged {
        box.element(
          "p",
          text: frame.say("Đúng là tệp kỳ đánh giá đang dùng.", "It is the file that is in use."))
        return
      }
      findings.write(frame, &box)
      guard let effect else {
        return box.element(
          "p", .class("due"),
          text: frame.say(
            "Chưa dùng được: sửa các lỗi trên rồi thử lại.", "It cannot be used: mend the errors."))
      }
      effect.writeEffect(frame, &box)
      effect.writeRefusals(frame, &box)
    }
    page.line()
  }
}

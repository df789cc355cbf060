internal import Diagnostics
internal import EventLog
internal import Grading
internal import Reports

/// An appraiser's part of the work, taken home as a workbook and brought back.
struct PartPage: Sendable {
  /// One decision of what was brought back.
  struct Row: Hashable, Sendable {
    let path: String
    let item: String
    let unit: String
    let what: String
    let fate: String
    let isBad: Bool
    /// What else happened there.
    let newer: [String]
  }

  /// The field with the workbook.
  static let upload = "tep"
  /// The largest workbook, in bytes.
  static let largest = 8_000_000

  /// What has to be mended; nil: nothing.
  var findings: FindingList?
  var rows: [Row] = []
  var records = 0
  var proposals = 0
  /// What recording would do; nil: nothing is to be recorded.
  var trial: TrialSection?
  /// What the confirmation carries; nil: there is nothing to confirm.
  var carried: String?

  init() {}

  /// - Parameter warnings: what was found in the workbook that keeps nothing from being recorded.
  init(
    _ plan: PartPlan, warnings: [Diagnostic] = [], in snapshot: RoundSnapshot, _ rights: Rights,
    _ sender: PartPlan.Sender
  ) {
    let frame = sender.frame
    let all = plan.problems + warnings
    if !all.isEmpty {
      findings = FindingList(all, snapshot.plan, frame, names: snapshot.names)
    }
    guard plan.problems.isEmpty else { return }
    let words = EventWords(frame.language)
    let names = RoundWords(snapshot.round, frame.language)
    rows = plan.lines.map { line in
      var newer: [String] = []
      if case .changed(let events) = line.fate {
        newer = events.map { event in
          let told = EventLine(event, words, names)
          return "\(told.time), \(told.who): \(told.sentence(saysAbout: false))"
        }
      }
      let matter = line.work.matter
      return Row(
        path: WebPath.matter(matter.id), item: "\(matter.item.id). \(matter.item.title)",
        unit: matter.result.record.unit.name,
        what: EventLine(line.content, in: snapshot.round, frame.language)
          .sentence(saysAbout: false),
        fate: frame.fate(line.fate), isBad: !line.fate.isGood, newer: newer)
    }
    records = plan.recorded.count
    proposals = plan.proposed.count
    if let recording = plan.recording, let first = plan.recorded.first {
      let own = Set(plan.recorded.map(\.work.matter.unit))
      trial = TrialSection(
        recording, in: snapshot, frame, showsPlaces: first.work.showsPlaces
      ) { own.contains($0) || first.work.sees($0) }
    }
    if records + proposals > 0, trial?.isAllowed != false { carried = plan.confirmed.text }
  }
}

extension PartPlan.Fate {
  /// Whether what was typed is, or will be, where its author wants it.
  fileprivate var isGood: Bool {
    switch self {
    case .record, .propose, .already: true
    case .changed, .waiting: false
    }
  }
}

extension PageFrame {
  func fate(_ fate: PartPlan.Fate) -> String {
    switch fate {
    case .record: say("sẽ ghi", "will be recorded")
    case .propose: say("sẽ gửi người thứ hai duyệt", "goes to a second approver")
    case .already: say("đã ghi hoặc đã gửi duyệt từ trước", "is there already")
    case .changed: say("không ghi: đã có thay đổi từ khi tải về", "not recorded: changed since")
    case .waiting:
      say("không gửi: đang có đề nghị khác chờ duyệt", "not sent: another proposal waits")
    }
  }
}

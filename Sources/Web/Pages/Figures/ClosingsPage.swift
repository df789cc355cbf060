internal import Diagnostics
internal import DossierCounting
internal import EventLog
internal import Grading
internal import Loading
internal import Reports

/// The closings of a round's dossiers so far, newest first, and the form to close them, anew or again.
struct ClosingsPage: Sendable {
  struct File: Hashable, Sendable {
    let path: String
    let name: String
  }

  struct Row: Hashable, Sendable {
    let number: Int
    /// nil: its `closing.yaml` cannot be read.
    let said: Said?
    let isIntact: Bool
    /// How many files are as they were.
    let same: Int
    /// Of `closing.yaml`, as the signed sheet names it.
    let sha256: String
    let findings: [Finding]
    let files: [File]
  }

  /// What a closing says of itself.
  struct Said: Hashable, Sendable {
    let name: String
    let version: Int
    let asOf: String
    let closedOn: String
    let by: String
    let totals: String
    /// How many dossiers changed since the version before, with how; "–" for a first one.
    let changes: String
    let changed: String
  }

  struct Finding: Hashable, Sendable {
    let isBad: Bool
    let file: String
    let message: String
  }

  let title: String
  let keeper: String
  /// The round's declaration of the records.
  let declaration: String
  let rows: [Row]
  /// What is being closed now.
  var running: String?
  /// Whoever looks may close.
  var closes = false
  /// Why whoever keeps the dossiers may not close them nevertheless.
  var hindrance: String?
  var typed: [String: String] = [:]
  var problems: [String: String] = [:]
  /// What was found in the records while they were closed; nil: nothing was closed.
  var findings: FindingList?
  let seen: Int

  /// - Parameter checks: by number, newest first.
  init(
    _ snapshot: RoundSnapshot, records: String, _ shelf: ClosingShelf,
    _ checks: [(number: Int, check: ClosingCheck)], _ frame: PageFrame
  ) {
    let plan = snapshot.plan
    let words = RoundWords(snapshot.round, frame.language)
    let table = plan.figures.tables[Rights.dossiers]
    title = table?.title ?? plan.cited(records)
    keeper = table?.owner.map(words.unit) ?? "–"
    declaration = plan.cited(records)
    seen = checks.first?.number ?? 0
    rows = checks.map { number, check in
      Row(
        number: number, said: check.closing.map { Said($0, frame) }, isIntact: check.isIntact,
        same: check.same, sha256: check.sha256,
        findings: check.findings.map { found in
          let path = found.primary.span.file.path
          let own = shelf.folder(of: number) + "/"
          return Finding(
            isBad: found.severity == .error,
            file: path.hasPrefix(own) ? String(path.dropFirst(own.count)) : plan.cited(path),
            message: found.message[frame.language].citing(from: plan.folder))
        },
        files: shelf.files(of: number).map {
          File(path: WebPath.closing(number, file: $0), name: $0)
        })
    }
  }

  /// The closings that a new one can replace.
  func replaceable(_ frame: PageFrame) -> [ItemPage.Field.Option] {
    rows.compactMap { row in
      row.said.map {
        .init(
          id: String(row.number),
          title: "\(row.number). \($0.name)"
            + frame.say(", phiên bản \($0.version)", ", version \($0.version)"))
      }
    }
  }
}

extension ClosingsPage.Said {
  init(_ closing: DossierClosing, _ frame: PageFrame) {
    let words = ClosingWords(frame.language)
    let numbers = NumberWords(frame.language)
    name = closing.name
    version = closing.version
    asOf = words.asOf(closing)
    closedOn = numbers.date(closing.closedOn)
    by = closing.closedBy ?? "–"
    totals = words.totals(closing)
    guard let previous = closing.previous else {
      changed = "–"
      changes = ""
      return
    }
    changed = previous.changes.map { numbers.count($0.differences) } ?? "?"
    changes =
      previous.changes.map(words.changes)
      ?? frame.say(
        "hồ sơ của phiên bản trước không còn, hoặc đã khác",
        "the dossiers of the version before are gone, or others now")
  }
}

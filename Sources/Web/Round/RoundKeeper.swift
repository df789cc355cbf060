package import Diagnostics
internal import Dispatch
package import EventLog
internal import Grading
internal import Loading
internal import Procedure
internal import Reports
package import Store
internal import Synchronization

/// Holds the round in memory and is the only one of the application who writes to its files.
///
/// The files are the truth: what a command of `parindex` adds to the log while the application
/// runs is seen at the next request.
package actor RoundKeeper {
  /// The round's folder.
  package nonisolated let folder: String
  nonisolated let threads: Int?
  nonisolated let evidence = EvidenceMemory()
  private var current: (snapshot: RoundSnapshot, stamps: [FileStamp?])?
  private var readings = 0
  /// Off the threads that answer requests; nil: everything is made when it is asked for.
  private nonisolated let ahead: DispatchQueue?
  /// Units with their drafts, as they were last computed.
  private nonisolated let drafted = Mutex<[String: Kept]>([:])

  private nonisolated let shares = Mutex<[WorkKey: [WorkTable.Row]]>([:])

  private struct WorkKey: Hashable {
    let snapshot: Int
    let role: AccountRole
    let person: String?
    let day: CalendarDay
    let stage: String?
  }

  private nonisolated let table = PerReading<WorkTable>()
  /// The reading that is prepared next; nil: none waits.
  private nonisolated let pending = Mutex<RoundSnapshot?>(nil)
  nonisolated let checks = PerReading<CrossChecks>()
  nonisolated let result = PerReading<String>()
  nonisolated let whole = PerReading<[UInt8]>()
  nonisolated let ledger = PerReading<NoticeLedger>()
  nonisolated let dossiers = PerReading<LedgerReading>()
  nonisolated let disputes = PerReading<[OpenDispute]>()
  nonisolated let agendas = PerReading<AgendaList>()
  /// By block.
  nonisolated let intervals = Mutex<(number: Int, blocks: [Int: RoundIntervals])>((0, [:]))

  /// The round's dossiers as they count; without them why they cannot be counted.
  struct LedgerReading: Sendable {
    let ledger: CaseLedger?
    let problems: [Diagnostic]
  }

  private struct Kept {
    let files: Files
    let versions: [String: Int]
    let unit: DraftedUnit
  }

  /// What a unit is read from beside its drafts.
  private struct Files: Hashable {
    let snapshot: Int
    let day: CalendarDay
    /// The unit's own, which commands may write too.
    let stamps: [FileStamp?]

    init(of unit: String, in snapshot: RoundSnapshot, at time: EventTime) {
      let home = "\(snapshot.loaded.setting.submissions)/\(unit)"
      self.snapshot = snapshot.number
      day = time.day
      stamps = ["self-assessment.yaml", "evidence.yaml"].map { FileStamp("\(home)/\($0)") }
    }
  }

  /// - Parameter preparesAhead: whether what takes long is made after each reading, whoever asks.
  package init(folder: String, threads: Int? = nil, preparesAhead: Bool = false) {
    self.folder = FileAccess.normalised(folder)
    self.threads = threads
    ahead =
      preparesAhead ? DispatchQueue(label: "parindex.ahead", qos: .utility) : nil
  }

  /// The round as it stands.
  package func snapshot() throws(KeeperFailure) -> RoundSnapshot {
    let stamps = stamps
    if let current, current.stamps == stamps { return current.snapshot }
    let snapshot = try read()
    current = (snapshot, stamps)
    prepare(snapshot)
    return snapshot
  }

  /// What tells that somebody else wrote to the round.
  private var stamps: [FileStamp?] {
    [LogWriter.usualName, "round.yaml", "people.yaml", "units.yaml"].map {
      FileStamp("\(folder)/\($0)")
    }
  }

  /// Makes what follows from a reading and takes long, before anybody asks for it.
  private func prepare(_ snapshot: RoundSnapshot) {
    guard let ahead else { return }
    // One that is overtaken before its turn is nobody's any more.
    pending.withLock { $0 = snapshot }
    ahead.async {
      let newest = self.pending.withLock { held in
        defer { held = nil }
        return held
      }
      guard let newest else { return }
      _ = self.work(in: newest)
      _ = self.notices(in: newest)
      _ = self.openDisputes(in: newest)
      _ = self.agenda(in: newest)
    }
  }

  private func read(handingIn unit: String? = nil) throws(KeeperFailure) -> RoundSnapshot {
    var options = RoundOptions()
    options.threads = threads
    options.evidence = evidence
    options.handingIn = unit
    // One unit's broken file must not keep all others out.
    options.keepsGoing = true
    let loading = loadRound(folder, options: options)
    guard let loaded = loading.loaded else { throw .unusable(loading.diagnostics) }
    guard loaded.log != nil else { throw .noLog(folder) }
    let round = loaded.round(threads: threads)
    guard round.cycle.isEmpty else {
      throw .unusable(loading.diagnostics + [loaded.cycleDiagnostic(round)])
    }
    readings += 1
    return RoundSnapshot(number: readings, loaded, round, loading.diagnostics)
  }

  /// Reads the round again at the next request.
  func forget() { current = nil }

  // MARK: Appraisal

  /// What is to be appraised.
  nonisolated func work(in snapshot: RoundSnapshot) -> WorkTable {
    table.value(of: snapshot) { _ in WorkTable(snapshot) }
  }

  /// The rows that are somebody's: of an appraiser what they may decide, of others what they may
  /// read.
  nonisolated func work(
    of account: Account, _ rights: Rights, in snapshot: RoundSnapshot
  ) -> [WorkTable.Row] {
    let stage = rights.duties.rules.stages.current([.appraisal], at: rights.duties.time)?.id
    let key = WorkKey(
      snapshot: snapshot.number, role: account.role, person: account.person,
      day: rights.duties.time.day, stage: stage)
    if let kept = shares.withLock({ $0[key] }) { return kept }
    let rows = WorkShare(of: account, rights, in: snapshot).rows(of: work(in: snapshot))
    shares.withLock { all in
      if all.count >= 128 || all.keys.contains(where: { $0.snapshot != snapshot.number }) {
        all.removeAll(keepingCapacity: true)
      }
      all[key] = rows
    }
    return rows
  }

  // MARK: Drafts

  /// A unit with its drafts laid over; computed again only when one of them, or the round, is
  /// another.
  package nonisolated func drafted(
    _ unit: Int, _ drafts: [String: StoredDraft], in snapshot: RoundSnapshot,
    at time: EventTime
  ) -> DraftedUnit? {
    let id = snapshot.round.units[unit].record.unit.id
    let files = Files(of: id, in: snapshot, at: time)
    let versions = drafts.mapValues(\.version)
    let kept = drafted.withLock { $0[id] }.flatMap { $0.files == files ? $0 : nil }
    if let kept, kept.versions == versions { return kept.unit }
    guard let made = snapshot.drafted(unit, drafts, at: time, after: kept?.unit) else { return nil }
    drafted.withLock { all in
      // All units of a province are typed at in the last days; of more, any one gives way.
      if all.count >= 192, all[id] == nil, let other = all.keys.first { all[other] = nil }
      all[id] = Kept(files: files, versions: versions, unit: made)
    }
    return made
  }

  /// A unit's shelf with its drafts laid over; nil: its files cannot be read.
  ///
  /// Nothing is computed where they were read before.
  nonisolated func shelf(
    _ unit: Int, _ drafts: [String: StoredDraft], in snapshot: RoundSnapshot, at time: EventTime
  ) -> FilledShelf? {
    let id = snapshot.round.units[unit].record.unit.id
    let files = Files(of: id, in: snapshot, at: time)
    let kept = drafted.withLock { $0[id] }.flatMap { $0.files == files ? $0 : nil }
    return kept?.unit.shelf(with: drafts) ?? drafted(unit, drafts, in: snapshot, at: time)?.shelf
  }

  // MARK: Handing in

  /// Writes a unit's self-assessment into its folder and records that it hands in; through the same
  /// code as the command `submit`.
  ///
  /// The same files once more are no second event. Where it comes to nothing, the unit's files are
  /// what they were, and what it handed in before stays what counts.
  /// - Parameters:
  ///   - text: of self-assessment.yaml.
  ///   - shelf: the text of evidence.yaml; nil: the file stays as it is.
  ///   - unit: the unit's id.
  ///   - person: who hands in, as people.yaml names them.
  package func handIn(
    _ text: String, shelf: String? = nil, of unit: String, by person: String, at time: EventTime
  ) throws(KeeperFailure) -> HandingIn {
    let before = try snapshot()
    guard before.places[unit] != nil else { throw .unknownUnit(unit) }
    let home = "\(before.loaded.setting.submissions)/\(unit)"
    // What is cited first: with the shelf alone nothing would point to what is not there.
    var texts = shelf.map { [(path: "\(home)/evidence.yaml", bytes: Array($0.utf8))] } ?? []
    texts.append(("\(home)/self-assessment.yaml", Array(text.utf8)))
    let people = before.loaded.setting.procedure.people
    var content = EventContent(
      time: time, author: person, role: people?[person]?.role.rawValue ?? "unit",
      kind: .submitted)
    content.unit = unit
    content.stage = before.claimStage(at: time)?.id
    let files = try UnitFiles(texts, in: before.plan.folder)
    // A form that was sent twice says what is there already, whatever is allowed by now.
    if !files.areThere {
      let refusals = EventRecording(before.loaded, before.round, [content]).problems
        .filter(\.isError)
      guard refusals.isEmpty else { return .refused(refusals) }
    }
    if let problem = FileAccess.makeFolder(home) { throw .unwritable(problem) }
    try files.write()
    do throws(KeeperFailure) {
      let outcome = try handIn(content, unit)
      if case .refused = outcome { files.restore() }
      forget()
      return outcome
    } catch {
      files.restore()
      forget()
      throw error
    }
  }

  /// Records what stands in the unit's folder.
  private func handIn(
    _ content: EventContent, _ unit: String
  ) throws(KeeperFailure) -> HandingIn {
    var content = content
    let reading = try read(handingIn: unit)
    do throws(LoadingProblem) {
      content = try reading.loaded.bringingFiles(content, keepsCopies: true)
    } catch {
      throw .unwritable(error.diagnostic)
    }
    if let last = last(of: unit, in: reading.loaded), last.content.files == content.files {
      return .already(event: last.sequence)
    }
    let recording = EventRecording(reading.loaded, reading.round, [content])
    guard recording.faults.isEmpty else { return .refused(recording.faults) }
    do throws(LogFailure) {
      return .done(event: try recording.append().events.last?.sequence ?? 0)
    } catch {
      if error.isForbidden { return .refused(error.diagnostics) }
      throw error.diagnostics.first.map { .unwritable($0) } ?? .noLog(folder)
    }
  }

  private func last(of unit: String, in loaded: LoadedRound) -> RoundEvent? {
    (try? loaded.log?.events(of: unit))?.last { $0.content.kind == .submitted }
  }
}

/// What became of a unit's handing in.
package enum HandingIn: Hashable, Sendable {
  case done(event: Int)
  /// The log has these very files already.
  case already(event: Int)
  case refused([Diagnostic])
}

/// Why the round cannot be shown or written to.
package enum KeeperFailure: Error, Hashable {
  case unusable([Diagnostic])
  case noLog(String)
  case unknownUnit(String)
  case unwritable(Diagnostic)
}

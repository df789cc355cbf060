import Diagnostics
import EventLog
import Foundation
import Grading
import TestSupport
import Testing

@testable import Loading

/// A round whose decisions stand in its log: it means what its appraisal files meant, can be had as
/// of any moment, and reads what was handed in, whatever became of the folder.
@Suite struct RoundLogTests {
  let folder: TemporaryFolder
  private var round: String { folder.path("thử/round") }
  private var own: String { round + "/units/so-y-te" }

  /// Every kind of decision of one unit.
  static let decisions = """
    format: parindex/appraisal@1
    round: vong-thu
    unit: so-y-te
    entries:
      - {criterion: "1.1.1", stage: appraisal-1, decision: reject_evidence, documents: [ke-hoach-cchc], reason: Ngoài kỳ, by: to-giup-viec/01, at: 2017-12-26T08:00}
      - {criterion: "1.1.1", stage: appraisal-1, decision: request_explanation, reason: Đề nghị bổ sung, by: to-giup-viec/01, at: 2017-12-26T08:05}
      - {criterion: "1.1.2", stage: appraisal-1, decision: adjust, inputs: {completed: 9}, reason: Chưa đủ minh chứng, by: to-giup-viec/01, at: 2017-12-27T09:10}
      - {criterion: "1.1.2", stage: appraisal-1, decision: accept, by: to-giup-viec/01, at: 2017-12-27T09:11}
      - {figure: reports.late, stage: appraisal-1, decision: correct_figure, value: 0, reason: Vào sổ muộn, by: to-giup-viec/01, at: 2017-12-28T09:10}
      - {criterion: "1.3", stage: appraisal-1, decision: set_points, points: 1, reason: Đạt một phần, by: to-giup-viec/01, at: 2017-12-29}

    """

  init() throws {
    folder = try TemporaryFolder()
    try FileManager.default.copyItem(
      atPath: BrokenInputTests.home.appendingPathComponent("Sound").path,
      toPath: folder.path("thử"))
    try folder.write(
      "thử/round/units/so-y-te/appraisal.yaml",
      RoundLogTests.decisions
        + "  - {criterion: \"2.2\", stage: council, decision: set_points, points: 0.5, reason: Theo biểu quyết, by: hoi-dong, at: 2018-01-15}\n"
    )
  }

  private func load(asOf moment: String? = nil) throws -> RoundLoading {
    var options = RoundOptions()
    options.asOf = try moment.map { try #require(EventTime(parsing: $0)) }
    return loadRound(round, options: options)
  }

  private func convert(keepsCopies: Bool = true) throws -> LogConversionRun.Outcome {
    let loaded = try #require(try load().loaded)
    return try LogConversionRun(loaded, loaded.round()).run(
      by: "so-noi-vu/01", at: try #require(EventTime(parsing: "2017-12-01T08:00:00")),
      keepsCopies: keepsCopies)
  }

  private func standing(_ loading: RoundLoading) throws -> Round {
    try #require(loading.loaded, "\(TextRenderer(language: .english).render(loading.diagnostics))")
      .round()
  }

  private func points(_ item: String, _ round: Round) throws -> Outcome {
    let unit = try #require(round.units.first { $0.record.unit.id == "so-y-te" })
    let place = try #require(round.sets[unit.record.set].itemIndex(item))
    return unit.sheets[round.layers.count - 1][place]
  }

  private func append(_ change: (inout EventContent) -> Void, _ kind: EventKind) throws {
    var content = EventContent(
      time: try #require(EventTime(parsing: "2018-01-20T09:00:00")), author: "so-noi-vu/01",
      role: "organiser", kind: kind)
    change(&content)
    _ = try LogWriter(folder: round, round: "vong-thu").append(content)
  }

  @Test func `a converted round comes to the same in every layer`() throws {
    let before = try standing(load())
    let outcome = try convert()
    #expect(outcome.events.map(\.content.kind).filter { $0 == .submitted }.count == 1)
    #expect(!FileManager.default.fileExists(atPath: own + "/appraisal.yaml"))
    let after = try standing(load())
    for (old, new) in zip(before.units, after.units) {
      #expect(old.sheets == new.sheets)
      #expect(old.totals == new.totals)
      #expect(old.record.entries.count == new.record.entries.count)
    }
    // The appraisal is kept as it was, under its digest.
    let opening = try #require(outcome.events.first)
    let digest = try #require(opening.content.files["units/so-y-te/appraisal.yaml"])
    #expect(FileManager.default.fileExists(atPath: round + "/history/" + digest))
  }

  @Test func `the log says what stood there before each decision`() throws {
    let events = try convert().events
    let text = events.dropFirst().map { event in
      String(decoding: event.line, as: UTF8.self)
        .replacing(#/"previous":"[0-9a-f]{64}"/#, with: #""previous":"…""#)
        .replacing(#/:"[0-9a-f]{64}"/#, with: #":"…""#)
    }.joined(separator: "\n")
    expectGolden(text + "\n", "converted.jsonl")
  }

  @Test func `as of a moment, what came later has not happened`() throws {
    _ = try convert()
    #expect(try points("1.1.2", standing(load(asOf: "2017-12-27T09:09:59"))).points == 1)
    #expect(try points("1.1.2", standing(load(asOf: "2017-12-27T09:10:00"))).points == 0)
    let first = try standing(load(asOf: "2017-12-19T15:29:59"))
    #expect(first.units.allSatisfy { !$0.isSubmitted })
    #expect(try standing(load(asOf: "2017-12-19T15:30:00")).units.count { $0.isSubmitted } == 1)
  }

  @Test func `what files were read as before changes no result, whatever became of it`() throws {
    _ = try convert()
    let expected = try standing(load())
    let cache = folder.path("cache")
    var options = RoundOptions()
    options.keeping = .init(folder: cache, engine: "thử", leastUnits: 1)
    func check() throws {
      let loading = loadRound(round, options: options)
      #expect(loading.diagnostics == (try load()).diagnostics)
      #expect(try standing(loading).units.map(\.sheets) == expected.units.map(\.sheets))
    }
    try check()
    let kept = try #require(try FileManager.default.contentsOfDirectory(atPath: cache).first)
    let whole = try Data(contentsOf: URL(fileURLWithPath: "\(cache)/\(kept)"))
    #expect(whole.count > 1000)
    try check()
    // Cut, turned over in the middle, and gone.
    try whole.prefix(whole.count / 2).write(to: URL(fileURLWithPath: "\(cache)/\(kept)"))
    try check()
    var turned = whole
    turned[whole.count / 2] ^= 1
    try turned.write(to: URL(fileURLWithPath: "\(cache)/\(kept)"))
    try check()
    try FileManager.default.removeItem(atPath: cache)
    try check()
    // A small round keeps nothing.
    try FileManager.default.removeItem(atPath: cache)
    options.keeping = .init(folder: cache, engine: "thử")
    try check()
    #expect(!FileManager.default.fileExists(atPath: cache))
  }

  @Test func `without a log nothing can be had as of a moment`() throws {
    let loading = try load(asOf: "2017-12-27T09:10:00")
    #expect(loading.loaded == nil)
    #expect(loading.diagnostics.map(\.code) == [.fileMissing])
  }

  @Test func `what was handed in counts, not what its folder holds now`() throws {
    _ = try convert()
    let before = try standing(load())
    let path = own + "/self-assessment.yaml"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let changed = text.replacing("completed: 18", with: "completed: 20")
    try #require(changed != text)
    try changed.write(toFile: path, atomically: true, encoding: .utf8)
    let loading = try load()
    #expect(loading.diagnostics.contains { $0.code == .fileChangedSince })
    #expect(try standing(loading).units.map(\.totals) == before.units.map(\.totals))
    // Handed in anew it counts, and as of before the old one does.
    try handIn()
    #expect(try load().diagnostics.allSatisfy { $0.code != .fileChangedSince })
    #expect(
      try standing(load(asOf: "2018-01-19T00:00:00")).units.map(\.totals)
        == before.units.map(\.totals))
  }

  /// Hands in what is in the folder.
  private func handIn(linkedLate list: String? = nil) throws {
    let setting = try #require(try load().loaded).setting
    let files = try HandIn(of: "so-y-te", in: setting, linkedLate: list)
      .files(setting.plan, keepsCopies: true)
    try append(
      {
        $0.unit = "so-y-te"
        $0.stage = "self-assessment"
        $0.files = files
      }, .submitted)
  }

  /// Whether the list of linked late dossiers counts.
  private func listsLinkedLate(asOf moment: String? = nil) throws -> Bool {
    let round = try standing(load(asOf: moment))
    return try #require(round.units.first { $0.record.unit.id == "so-y-te" })
      .record.assessment.listsLinkedLate
  }

  @Test func `the list of linked late dossiers counts as it was handed in`() throws {
    let list = own + "/evidence/lien-thong.csv"
    let answers = own + "/self-assessment.yaml"
    let text = try String(contentsOfFile: answers, encoding: .utf8)
    try (text + "linked_late_dossiers: evidence/lien-thong.csv\n")
      .write(toFile: answers, atomically: true, encoding: .utf8)
    try Data("ma\n1\n".utf8).write(to: URL(fileURLWithPath: list))
    let events = try convert().events
    let submitted = try #require(events.first { $0.content.kind == .submitted })
    #expect(
      submitted.content.files.keys.sorted() == [
        "units/so-y-te/evidence.yaml", "units/so-y-te/evidence/lien-thong.csv",
        "units/so-y-te/self-assessment.yaml",
      ])
    #expect(try listsLinkedLate())
    // Emptied or taken away afterwards, it is what was handed in that counts.
    try Data().write(to: URL(fileURLWithPath: list))
    #expect(try listsLinkedLate())
    try FileManager.default.removeItem(atPath: list)
    #expect(try listsLinkedLate())
    // Handed in without it, it does not count however it is put there afterwards.
    try handIn(linkedLate: "evidence/lien-thong.csv")
    try Data("ma\n2\n".utf8).write(to: URL(fileURLWithPath: list))
    #expect(try load().diagnostics.map(\.code).contains(.fileChangedSince))
    #expect(try !listsLinkedLate())
    #expect(try listsLinkedLate(asOf: "2018-01-19T00:00:00"))
    try handIn(linkedLate: "evidence/lien-thong.csv")
    #expect(try listsLinkedLate())
    #expect(try load().diagnostics.map(\.code).filter { $0 == .fileChangedSince } == [])
  }

  @Test func `a list that was changed and not kept is told, not counted`() throws {
    let list = own + "/evidence/lien-thong.csv"
    let answers = own + "/self-assessment.yaml"
    let text = try String(contentsOfFile: answers, encoding: .utf8)
    try (text + "linked_late_dossiers: evidence/lien-thong.csv\n")
      .write(toFile: answers, atomically: true, encoding: .utf8)
    try Data("ma\n1\n".utf8).write(to: URL(fileURLWithPath: list))
    _ = try convert(keepsCopies: false)
    #expect(try listsLinkedLate())
    try Data("ma\n2\n".utf8).write(to: URL(fileURLWithPath: list))
    let loading = try load()
    #expect(loading.loaded == nil)
    #expect(loading.diagnostics.map(\.code) == [.fileNotAsLogged])
    var options = RoundOptions()
    options.handingIn = "so-y-te"
    #expect(loadRound(round, options: options).loaded != nil)
  }

  @Test func `shelves that came after the hand-in do not count`() throws {
    let path = own + "/evidence.yaml"
    let aside = own + "/aside"
    _ = try convert()
    let digest = try RoundHistory(of: round).keep(own + "/self-assessment.yaml")
    try append(
      {
        $0.unit = "so-y-te"
        $0.stage = "self-assessment"
        $0.files = ["units/so-y-te/self-assessment.yaml": digest]
      }, .submitted)
    let there = try load().diagnostics.map(\.code)
    try FileManager.default.moveItem(atPath: path, toPath: aside)
    let gone = try load().diagnostics.map(\.code)
    #expect(there.filter { $0 != .fileChangedSince } == gone)
    #expect(there.count { $0 == .fileChangedSince } == 1)
  }

  @Test func `a conversion that was interrupted behind its log is finished by running it again`()
    throws
  {
    let path = own + "/appraisal.yaml"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    _ = try convert()
    let before = try standing(load())
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    let loading = try load()
    #expect(loading.diagnostics.map(\.code) == [.appraisalBesideLog])
    #expect(try standing(loading).units.map(\.totals) == before.units.map(\.totals))
    let loaded = try #require(loading.loaded)
    #expect(try LogConversionRun(loaded, loaded.round()).finish() == [path])
    #expect(!FileManager.default.fileExists(atPath: path))
    #expect(try load().diagnostics.isEmpty)
    #expect(try LogConversionRun(loaded, loaded.round()).finish().isEmpty)
    // Decisions that the log does not have are not passed over.
    try (text + "# thêm\n").write(toFile: path, atomically: true, encoding: .utf8)
    #expect(try load().loaded == nil)
    #expect(try LogConversionRun(loaded, loaded.round()).finish().isEmpty)
  }

  @Test func `a converted log names the one account of whoever handed in, or the unit itself`()
    throws
  {
    for (people, author) in [
      ("{id: so-y-te/01,", "so-y-te/01"),
      ("{id: so-y-te/02, name: B, role: unit, unit: so-y-te}\n  - {id: so-y-te/01,", "so-y-te"),
    ] {
      let round = try LoggedRound { round in
        try round.edit("people.yaml") { $0.replacing("{id: so-y-te,", with: people) }
      }
      let events = LogReader(round.path + "/events.jsonl").events().events
      let handedIn = try #require(
        events.first { $0.content.kind == .submitted && $0.content.unit == "so-y-te" })
      #expect(handedIn.content.author == author)
    }
  }

  @Test func `a file that was changed and not kept is told, not counted`() throws {
    _ = try convert(keepsCopies: false)
    let path = own + "/evidence.yaml"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try (text + "\n").write(toFile: path, atomically: true, encoding: .utf8)
    let loading = try load()
    #expect(loading.loaded == nil)
    #expect(loading.diagnostics.map(\.code) == [.fileNotAsLogged])
  }

  @Test func `publication and locks are what the log says`() throws {
    _ = try convert()
    #expect(try standing(load()).plan.publication.state == .draft)
    try append({ $0.text = "Tất cả" }, .locked)
    try append(
      {
        $0.to = .text("issued")
        $0.basis = "141/QĐ-UBND ngày 19/01/2018"
      }, .publication)
    let after = try standing(load())
    #expect(after.plan.publication.state == .issued)
    #expect(after.plan.publication.decision == "141/QĐ-UBND ngày 19/01/2018")
    #expect(after.units.allSatisfy { $0.record.isLocked })
    try append(
      {
        $0.unit = "so-y-te"
        $0.ground = "sai-sot-ky-thuat"
      }, .unlocked)
    #expect(
      try standing(load()).units.filter { !$0.record.isLocked }.map(\.record.unit.id)
        == ["so-y-te"])
    #expect(
      try standing(load(asOf: "2018-01-19T00:00:00")).units.allSatisfy { !$0.record.isLocked })
  }

  @Test func `an amended edition changes points after publication`() throws {
    _ = try convert()
    #expect(try points("1.1.2", standing(load())).points == 0)
    try append(
      {
        $0.unit = "so-y-te"
        $0.subject = .item("1.1.2")
        $0.from = .text("0")
        $0.to = .text("1")
        $0.basis = "302/QĐ-UBND ngày 12/02/2018"
        $0.text = "Theo trả lời kiến nghị"
      }, .amended)
    let after = try standing(load())
    #expect(try points("1.1.2", after).points == 1)
    #expect(after.plan.publication.state == .amended)
    // What the council left stays what it was.
    let unit = try #require(after.units.first { $0.record.unit.id == "so-y-te" })
    let item = try #require(after.sets[unit.record.set].itemIndex("1.1.2"))
    #expect(unit.sheets[after.layers.count - 2][item].points == 0)
    let entry = try #require(unit.record.entries.last)
    #expect(entry.amendedBy == "302/QĐ-UBND ngày 12/02/2018")
    #expect(entry.stage == after.plan.amending)
    #expect(try points("1.1.2", standing(load(asOf: "2018-01-19T00:00:00"))).points == 0)
  }
}

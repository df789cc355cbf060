internal import Diagnostics
internal import EventLog
internal import Grading
internal import Loading
internal import Reports
internal import Store

/// What is said of the round's set-up, and of changed files of it.
extension APIOperation {
  static let fileTrialShape = APIShape.named(
    "FileTrial",
    .object([
      .needed(
        "outcome", .choice(["unchanged", "broken", "sound"]),
        "đúng là tệp đang dùng, không dùng được, dùng được",
        "it is the file in use, the round cannot be used with it, or can"),
      .needed("findings", .list(foundShape, 100_000), "phát hiện", "what was found"),
      .needed("trial", TrialAnswer.shape.orNull, "ảnh hưởng", "its effect"),
      .needed("event", count.orNull, "số của sự kiện khi đã thay", "the event of a replacement"),
    ]))

  private static let foundShape = APIShape.named(
    "FileFinding",
    .object([
      .needed("severity", .choice(of: Severity.self)),
      .needed("code", .text(100), "mã ổn định", "a stable name"),
      .needed("message", .text(100_000), "nội dung", "what is wrong"),
      .needed("help", .text(100_000).orNull, "cách sửa", "how to mend it"),
      .needed("path", .text(4_000), "tệp", "the file"),
      .needed("line", count.orNull, "dòng", "the line"),
      .needed("column", count.orNull, "cột", "the column"),
    ]))

  static let setupFields: [APIField] = [
    .needed(
      "sets", .list(.named("CriteriaSet", .object(setFields)), 1_000), "các bộ tiêu chí", "criteria"
    ),
    .needed(
      "duties", .list(.named("Duty", .object(dutyFields)), 10_000), "ai làm việc gì",
      "who does what"),
    .needed(
      "files", .list(.named("RoundFile", .object(fileFields)), 10_000), "các tệp của kỳ",
      "the round's files"),
    .needed("findings", .list(foundShape, 100_000), "phát hiện", "what was found"),
    .needed(
      "findingsOfUnits", count, "phát hiện trong tệp của các đơn vị",
      "what was found in units' files"),
  ]

  private static let setFields: [APIField] = [
    .needed("title", .text(10_000)), .needed("file", .text(4_000)),
    .needed("units", count), .needed("items", count), .needed("maximum", .exact),
    .needed("areas", .list(.named("Area", .object(areaFields)), 1_000)),
  ]

  private static let areaFields: [APIField] = [
    .needed("id", .word(.id)), .needed("title", .text(10_000)), .needed("maximum", .exact),
  ]

  private static let dutyFields: [APIField] = [
    .needed("title", .text(10_000)), .needed("people", .list(.word(.person), 100_000)),
    .needed(
      "withoutAccount", .list(.word(.person), 100_000), "chưa có tài khoản", "people without one"),
    .needed(
      "lacking", .list(.word(.id), 100_000), "nơi chưa có người", "units for which nobody does it"),
    .needed("vacant", .truth, "còn thiếu người", "whether somebody is missing"),
  ]

  private static let fileFields: [APIField] = [
    .needed("file", .text(500)), .needed("kind", .choice(["rules", "register"])),
    .needed(
      "refusal", .text(100_000).orNull, "vì sao tài khoản không thay được",
      "why the account does not replace it"),
  ]
}

extension APICall {
  func finding(_ found: Diagnostic) -> JSONValue {
    let span = found.primary.span
    let plan = snapshot.plan
    func said(_ text: Wording) -> String {
      frame.sentence(text[frame.language].citing(from: plan.folder))
    }
    return [
      "severity": .string(found.severity.rawValue), "code": .string(found.code.rawValue),
      "message": .string(said(found.message)), "help": .text(found.help.map(said)),
      "path": .string(plan.cited(span.file.path)),
      "line": span.isWholeFile ? .null : .whole(Int(span.start.line)),
      "column": span.isWholeFile ? .null : .whole(Int(span.start.column)),
    ]
  }
}

extension WebApplication {
  func setup(_ call: APICall) throws -> JSONValue {
    let (snapshot, round, plan) = (call.snapshot, call.snapshot.round, call.snapshot.plan)
    let paths = snapshot.loaded.setting.setPaths
    let accounts = Set(try store.accounts().compactMap(\.person))
    let words = RoundWords(round, call.frame.language)
    let units = "\(snapshot.loaded.setting.submissions)/"
    let own = snapshot.diagnostics.filter { !$0.primary.span.file.path.hasPrefix(units) }
    let sets = round.sets.enumerated().map { place, set -> JSONValue in
      [
        "title": .string(set.title),
        "file": .string(paths.indices.contains(place) ? plan.cited(paths[place]) : ""),
        "units": .whole(round.units.count { $0.record.set == place }),
        "items": .whole(set.items.count), "maximum": .exact(set.maximum),
        "areas": .array(
          set.areas.map {
            [
              "id": .string($0.id), "title": .string($0.title), "maximum": .exact($0.maximum),
            ]
          }),
      ]
    }
    let duties = DutyList(snapshot, on: call.visit.now.local.day).entries.map {
      entry -> JSONValue in
      [
        "title": .string(call.frame.duty(entry.duty, words, snapshot)),
        "people": .texts(entry.people),
        "withoutAccount": .texts(entry.people.filter { !accounts.contains($0) }),
        "lacking": .texts(entry.lacking), "vacant": .boolean(entry.isVacant),
      ]
    }
    let files = RoundFiles(snapshot)
    return [
      "sets": .array(sets), "duties": .array(duties),
      "files": .array(
        files.all.compactMap { file in
          guard let kind = files.kind(of: file) else { return nil }
          let refusal = call.rights.refusal(of: .replaceFile(kind), by: call.account)
          return [
            "file": .string(file), "kind": kind == .register ? "register" : "rules",
            "refusal": .text(refusal.map { call.frame.text(of: $0, snapshot.names) }),
          ]
        }), "findings": .array(own.map(call.finding)),
      "findingsOfUnits": .whole(snapshot.diagnostics.count - own.count),
    ]
  }
}

internal import Diagnostics
internal import Grading
internal import YAMLReading

/// round.yaml as it stands, read once; what needs other files is kept as nodes.
struct RoundFile {
  let path: String
  var id = ""
  var title = ""
  var year = 0
  var isIllustrative = false
  var note: String?
  /// Folders or files of criteria, as paths.
  var criteria: [String] = []
  var units: String
  var submissions: String
  var holidays: Set<CalendarDay> = []
  var beforeAppraisal = BeforeAppraisal.computed
  var openAtPublication = OpenAtPublication.unranked
  var notSubmitted = NotSubmitted.unranked
  var surveysNotHeld: [YAMLNode] = []
  var placesVisibleTo: [String] = []
  var publication = Publication()
  var publicParts = PublicParts()
  var stages: [Stage] = []
  /// The round says what a lock does with items that are still open.
  var statesOpenAtPublication = false
  /// The list of people, where the round names one or has one under its usual name.
  var people: String?
  /// The round names such a list, be it there or not.
  var namesPeople = false
  /// The rules of procedure.
  var procedure: YAMLNode?
  /// Where the rules of procedure outside of `procedure:` stand, by key.
  var places: [String: SourceSpan] = [:]
  var deadlines: [String: LocalMoment] = [:]
  /// Where it states until when units may explain dossiers.
  var explanationDeadline: SourceSpan?
  var blocks: [YAMLNode] = []
  var registers: [(key: YAMLNode, value: YAMLNode)] = []
  /// The description of printed tables that dossier figures come from.
  var dossierTables: YAMLNode?
  /// The description of case records that dossier figures are counted from.
  var dossierRecords: YAMLNode?
  let span: SourceSpan

  /// Reads the header; nil when the root is no mapping.
  init?(_ root: YAMLNode, path: String, into problems: DiagnosticCollector) {
    guard var reader = MappingReader(root, into: problems) else { return nil }
    self.path = path
    span = root.headSpan
    units = FileAccess.path("units.yaml", besides: path)
    submissions = FileAccess.path("units", besides: path)
    _ = reader.format("parindex/round")
    id = reader.string("id", .required) ?? ""
    title = reader.string("title", .required) ?? ""
    year = reader.year("year", .required) ?? 2000
    isIllustrative = reader.yesNo("illustrative") ?? false
    note = reader.string("note")
    if let value = reader.value("criteria", .required) { readCriteria(value, into: problems) }
    if let name = reader.string("units") { units = FileAccess.path(name, besides: path) }
    if let name = reader.string("submissions") {
      submissions = FileAccess.path(name, besides: path)
      if !FileAccess.isFolder(submissions), let node = reader.value("submissions") {
        problems.add(.noSuchFile(name, at: node.span))
      }
    }
    for element in reader.elements("holidays") ?? [] {
      if let day = element.readMoment(key: "holidays", into: problems)?.day { holidays.insert(day) }
    }
    beforeAppraisal =
      reader.choice("before_appraisal", of: BeforeAppraisal.self, .required) ?? .computed
    statesOpenAtPublication = root["open_at_publication"].map { !$0.isNull } ?? false
    openAtPublication =
      reader.choice("open_at_publication", of: OpenAtPublication.self) ?? .unranked
    notSubmitted = reader.choice("not_submitted", of: NotSubmitted.self) ?? .unranked
    surveysNotHeld = reader.elements("surveys_not_held") ?? []
    placesVisibleTo = reader.strings("places_visible_to") ?? []
    if let value = reader.value("publication") { readPublication(value, into: problems) }
    if let value = reader.value("public") { readPublicParts(value, into: problems) }
    let stageNodes = reader.elements("stages", .required) ?? []
    stages = loadStages(stageNodes, into: problems)
    readPlaces(stageNodes, of: reader.keyNode("stages"))
    readPeople(&reader)
    procedure = reader.value("procedure")
    places["procedure"] = reader.keyNode("procedure")?.span
    deadlines = loadDeadlines(reader.entries("deadlines"), stages, into: problems)
    let stated =
      root["deadlines"].map { $0.entries.map { ($0.key.text, $0.value) } } ?? []
      + stageNodes.map { ($0["id"]?.text, $0) }
    explanationDeadline =
      stated.first { underscored($0.0 ?? "") == RoundCalendar.dossierExplanations }?.1.headSpan
    blocks = reader.elements("blocks", .required) ?? []
    registers = reader.entries("registers").map(Array.init) ?? []
    if let value = reader.value("dossiers"),
      var dossiers = MappingReader(value, key: "dossiers", into: problems)
    {
      dossierTables = dossiers.value("tables")
      dossierRecords = dossiers.value("records")
      dossiers.finish()
      if dossierTables == nil, dossierRecords == nil {
        problems.add(.tablesOrRecords(at: reader.keyNode("dossiers")?.span ?? value.headSpan))
      }
    }
    reader.finish()
  }

  private mutating func readCriteria(_ node: YAMLNode, into problems: DiagnosticCollector) {
    let nodes = node.kind == .sequence ? Array(node.elements) : [node]
    for element in nodes {
      guard let name = element.readString(key: "criteria", into: problems) else { continue }
      let place = FileAccess.path(name, besides: path)
      if FileAccess.exists(place) {
        criteria.append(place)
      } else {
        problems.add(.noSuchFile(name, at: element.span))
      }
    }
  }

  private mutating func readPlaces(_ stages: [YAMLNode], of key: YAMLNode?) {
    places["stages"] = key?.span
    for stage in stages {
      if let id = stage["id"], let text = id.text { places["stages.\(text)"] = id.span }
    }
  }

  private mutating func readPeople(_ reader: inout MappingReader) {
    if let node = reader.value("people") {
      namesPeople = true
      guard let name = node.readString(key: "people", into: reader.problems) else { return }
      let named = FileAccess.path(name, besides: path)
      people = FileAccess.exists(named) ? named : nil
      if people == nil { reader.problems.add(.noSuchFile(name, at: node.span)) }
      return
    }
    let usual = FileAccess.path("people.yaml", besides: path)
    if FileAccess.exists(usual) { people = usual }
  }

  private mutating func readPublicParts(_ node: YAMLNode, into problems: DiagnosticCollector) {
    guard var reader = MappingReader(node, key: "public", into: problems) else { return }
    publicParts.names = reader.yesNo("names") ?? false
    publicParts.notes = reader.yesNo("notes") ?? false
    publicParts.evidence = reader.yesNo("evidence") ?? false
    publicParts.gaps = reader.yesNo("gaps") ?? false
    reader.finish()
  }

  private mutating func readPublication(_ node: YAMLNode, into problems: DiagnosticCollector) {
    guard var reader = MappingReader(node, key: "publication", into: problems) else { return }
    publication.state = reader.choice("state", of: PublicationState.self, .required) ?? .draft
    publication.decision = reader.string("decision")
    publication.date = reader.moment("date")?.day
    publication.signer = reader.string("signer")
    reader.finish()
    switch publication.state {
    case .draft, .passed, .submitted: break
    case .issued, .published, .amended:
      for (key, isThere) in [
        ("decision", node["decision"] != nil), ("date", node["date"] != nil),
        ("signer", node["signer"] != nil),
      ] where !isThere {
        problems.add(.missingKey(key, in: node))
      }
    }
  }
}

extension MappingReader {
  /// A year that dates can be reckoned in.
  mutating func year(_ key: String, _ presence: Presence = .optional) -> Int? {
    guard let year = integer(key, presence) else { return nil }
    guard (1900...2999).contains(year) else {
      if let node = value(key) {
        problems.add(
          .badValue(
            node, key: key, expected: Wording(vi: "một năm, như 2017", en: "a year, like 2017")))
      }
      return nil
    }
    return year
  }
}

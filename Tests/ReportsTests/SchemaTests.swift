import Diagnostics
import Foundation
import Grading
import Loading
import Reports
import TestSupport
import Testing
import YAMLReading

/// JSON Schemas of the file formats.
struct SchemaTests {
  @Test func `every schema lists the keys of its format`() {
    var text = ""
    for name in SchemaName.allCases {
      text += "\(name.rawValue)\n"
      outline(name.schema, "", &text)
    }
    expectGolden(text, "schema-keys.txt")
  }

  @Test func `the schema of one set knows its items, inputs and options`() throws {
    let set = try ReportCases.set("rules")
    let schema = selfAssessmentSchema(for: set, calendar: ReportCases.calendar)
    expectGolden(schema.text, "schema-self-assessment-of-a-set.json")
  }

  @Test(arguments: SchemaName.allCases)
  func `a reference inside a schema leads to a definition`(_ name: SchemaName) {
    let schema = name.schema
    func check(_ value: JSONValue) {
      switch value {
      case .object(let members):
        if case .string(let reference)? = value["$ref"] {
          #expect(place(String(reference.dropFirst(2)), in: schema) != nil, "\(reference)")
        }
        for member in members { check(member.value) }
      case .array(let elements): elements.forEach(check)
      case .string, .number, .boolean, .null: break
      }
    }
    check(schema)
    #expect(schema["$schema"] == "https://json-schema.org/draft/2020-12/schema")
    #expect(schema["additionalProperties"] == false)
  }

  @Test func `every key that the loader of criteria reads is in the schema`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("criteria.yaml", read("criteria"))
    try compare(loadCriteriaSet(path).diagnostics, read("criteria"), .criteria)
    try folder.write("base.yaml", readWithoutUnknown("criteria"))
    let overlay = try folder.write("overlay.yaml", read("overlay"))
    try compare(loadCriteriaSet(overlay).diagnostics, read("overlay"), .criteria)
  }

  @Test func `every key that the loader of units reads is in the schema`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("units.yaml", read("units"))
    let root = try #require(FileAccess().yaml(path).document?.root)
    let problems = DiagnosticCollector()
    _ = loadUnits(root, into: problems)
    try compare(problems.diagnostics, read("units"), .units)
  }

  @Test func `every key that the loader of a round reads is in the schema`() throws {
    let folder = try folderWithSet()
    try folder.write(
      "units.yaml", "format: parindex/units@1\nunits: [{id: a, name: A, type: so}]\n")
    try folder.write("reports.csv", "unit,done\na,2017-01-01\n")
    let path = try folder.write("round.yaml", read("round"))
    try compare(loadRoundSetting(path).diagnostics, read("round"), .round)
  }

  @Test func `every key that the loaders of submissions read is in the schema`() throws {
    let folder = try TemporaryFolder()
    for name in ["self-assessment", "evidence", "appraisal"] {
      try folder.write("so-y-te/\(name).yaml", read(name))
    }
    let reader = SubmissionReader(
      roundID: "thu-2017", plan: ScaffoldTests.plan(), set: try ReportCases.set("rules"))
    let submission = reader.read(ScaffoldTests.unit, folder: folder.path("so-y-te"))
    for name in [SchemaName.selfAssessment, .evidence, .appraisal] {
      let own = submission.diagnostics.filter {
        $0.primary.span.file.path.hasSuffix("/\(name.rawValue).yaml")
      }
      try compare(own, read(name.rawValue), name)
    }
  }

  @Test func `every key that the loader of remedies reads is in the schema`() throws {
    let folder = try TemporaryFolder()
    let home = ReportCases.root.path + "/Tests/LoadingTests/BrokenInputs/Sound"
    for part in ["criteria", "round"] {
      try FileManager.default.copyItem(atPath: "\(home)/\(part)", toPath: folder.path(part))
    }
    let text = try read("remedies").replacing("thu-2017", with: "vong-thu")
    let path = try folder.write("round/units/so-y-te/remedies.yaml", text)
    try compare(PathCheck([path]).diagnostics, text, .remedies)
  }

  @Test
  func
    `every key that the loaders of people, tables, records, dossier rules, calendars and cases read is in the schema`()
    throws
  {
    let folder = try folderWithSet()
    try folder.write("a.csv", "unit,received,resolved_pct\n")
    for name in [SchemaName.people, .papers, .tables, .records, .dossierRules, .calendar, .cases] {
      let path = try folder.write("\(name.rawValue).yaml", read(name.rawValue))
      try compare(PathCheck([path]).diagnostics, read(name.rawValue), name)
    }
  }

  private func folderWithSet() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let set = ReportCases.folder.appendingPathComponent("Cases/rules.yaml")
    try folder.write("rules.yaml", String(contentsOf: set, encoding: .utf8))
    return folder
  }

  @Test func `the schema offers every kind of rule, input and fallback`() throws {
    let schema = SchemaName.criteria.schema
    let kinds = try keys(#require(place("$defs/rule", in: schema)))
    #expect(kinds.count == 14)
    let types = try #require(place("$defs/input/properties/type/enum", in: schema))
    #expect(types == .array(InputType.allCases.map { .string($0.rawValue) }))
    let fallbacks = try #require(place("$defs/item/properties/if_missing/enum", in: schema))
    #expect(fallbacks == .array(Fallback.allCases.map { .string($0.rawValue) }))
  }

  // MARK: Reading

  private func read(_ name: String) throws -> String {
    let file = ReportCases.folder.appendingPathComponent("Cases/known-keys/\(name).yaml")
    return try String(contentsOf: file, encoding: .utf8)
  }

  private func readWithoutUnknown(_ name: String) throws -> String {
    try read(name).split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.contains("zzz: 1") }.joined(separator: "\n")
  }

  /// The keys that each diagnostic about `zzz` says are known, against the place in the schema
  /// that stands behind it.
  private func compare(_ diagnostics: [Diagnostic], _ text: String, _ name: SchemaName) throws {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    var seen = 0
    for diagnostic in diagnostics where diagnostic.code == .unknownKey {
      let number = Int(diagnostic.primary.span.start.line)
      guard let line = lines[safe: number - 1], line.contains("zzz: 1 # ") else { continue }
      seen += 1
      let comment = try #require(line.range(of: "# ")).upperBound
      let words = line[comment...]
        .split(separator: " ").map(String.init)
      let schema = try #require(place(words[0], in: name.schema), "no \(words[0])")
      let elsewhere = Set(words.dropFirst())
      let expected = diagnostic.expected?.english ?? ""
      let known = Set(expected.split(separator: "`").map(String.init).filter(isKey))
      let offered = keys(schema)
      let wanted = elsewhere.contains("@group") ? offered.intersection(known) : offered
      #expect(
        known.union(elsewhere).subtracting(["@group", "+"]).subtracting(offered)
          .subtracting(["otherwise"]).isEmpty, "line \(number): not in the schema")
      #expect(
        wanted.subtracting(known).subtracting(elsewhere).isEmpty,
        "line \(number): in the schema only: \(wanted.subtracting(known).subtracting(elsewhere))")
    }
    #expect(seen == lines.filter { $0.contains("zzz: 1 # ") }.count)
  }

  private func isKey(_ text: String) -> Bool {
    text.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "_" }
  }

  private func keys(_ schema: JSONValue) -> Set<String> {
    guard case .object(let members)? = schema["properties"] else { return [] }
    return Set(members.map(\.key))
  }

  /// Follows `a/b/0/c` through objects and arrays.
  private func place(_ path: String, in schema: JSONValue) -> JSONValue? {
    if path == "." { return schema }
    var value: JSONValue? = schema
    for part in path.split(separator: "/") {
      if case .array(let elements)? = value {
        value = Int(part).flatMap { elements[safe: $0] }
      } else {
        value = value?[String(part)]
      }
    }
    return value
  }

  /// Every mapping of a schema with its keys, required ones marked.
  private func outline(_ schema: JSONValue, _ path: String, _ text: inout String) {
    guard case .object(let members) = schema else { return }
    if case .object(let properties)? = schema["properties"] {
      var required: Set<String> = []
      if case .array(let names)? = schema["required"] {
        for case .string(let name) in names { required.insert(name) }
      }
      let list = properties.map { $0.key + (required.contains($0.key) ? "*" : "") }
      text += "  \(path.isEmpty ? "." : path): \(list.joined(separator: ", "))\n"
    }
    for member in members {
      switch member.key {
      case "properties", "$defs":
        guard case .object(let named) = member.value else { continue }
        for property in named {
          outline(property.value, path + (path.isEmpty ? "" : "/") + property.key, &text)
        }
      case "items": outline(member.value, path + "[]", &text)
      case "additionalProperties": outline(member.value, path + "{}", &text)
      case "anyOf":
        guard case .array(let choices) = member.value else { continue }
        for choice in choices { outline(choice, path + "|", &text) }
      default: break
      }
    }
  }
}

extension Collection {
  fileprivate subscript(safe index: Index) -> Element? {
    indices.contains(index) ? self[index] : nil
  }
}

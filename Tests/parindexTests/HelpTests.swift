import TestSupport
import Testing

/// What the program says of itself.
struct HelpTests {
  static let commands = [
    "", "run", "rank", "score", "explain", "gaps", "crosscheck", "compare", "bundle", "verify",
    "site", "papers", "workbook", "workbook export", "workbook import",
    "log", "diff", "submit", "replace", "appraise", "explain-request", "correct", "agenda",
    "meeting", "decide", "lock", "unlock", "publish", "reconsider", "amend", "convert", "check",
    "test", "dossiers",
    "dossiers count", "dossiers ledger", "dossiers explain", "dossiers check", "dossiers report",
    "dossiers compare", "dossiers close", "dossiers verify", "dossiers sql",
    "dossiers reconcile",
    "criteria", "criteria diff", "criteria export", "criteria import", "new",
    "new self-assessment",
    "remedies", "new remedies",
    "new criteria", "new round", "new sample-round", "new key", "schema",
  ]

  @Test(arguments: commands)
  func `every command has its help`(_ command: String) throws {
    let words = command.split(separator: " ").map(String.init)
    let ended = try Program().run(words + ["--help"])
    #expect(ended.status == 0)
    #expect(ended.problems.isEmpty)
    let name = command.isEmpty ? "parindex" : command.replacing(" ", with: "-")
    expectGolden(ended.text, "help-\(name).txt")
    for line in ended.text.split(separator: "\n") where !line.hasPrefix("USAGE") {
      #expect(line.count <= 80, "\(line)")
    }
  }

  @Test
  func `every command is in the list of this test`() throws {
    var found: Set<String> = [""]
    var open = [""]
    while let parent = open.popLast() {
      let words = parent.split(separator: " ").map(String.init)
      var isList = false
      for line in try Program().run(words + ["--help"]).text.split(separator: "\n") {
        if line.hasSuffix("SUBCOMMANDS:") { isList = true }
        guard isList, line.hasPrefix("  "), !line.hasPrefix("   "), !line.contains("See '")
        else { continue }
        let name = line.split(separator: " ")[0]
        let command = parent.isEmpty ? String(name) : "\(parent) \(name)"
        found.insert(command)
        open.append(command)
      }
    }
    #expect(found == Set(Self.commands))
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `completion scripts name the commands`(_ shell: String) throws {
    let ended = try Program().run("--generate-completion-script", shell)
    #expect(ended.status == 0)
    for command in ["explain", "reconcile", "self-assessment", "--for-unit"] {
      #expect(ended.text.contains(command.drop { $0 == "-" }), "\(shell): \(command)")
    }
  }

  @Test
  func `the version is one line`() throws {
    let ended = try Program().run("--version")
    #expect(ended.status == 0)
    #expect(ended.text.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil, "\(ended.text)")
  }

  @Test(arguments: [
    "criteria", "cases", "round", "units", "self-assessment", "evidence", "appraisal", "remedies",
    "people", "tables", "records", "dossier-rules", "calendar", "bundle", "log", "difference",
    "comparison", "verification",
  ])
  func `every format has its schema`(_ name: String) throws {
    let ended = try Program().run("schema", name)
    #expect(ended.status == 0)
    #expect(ended.text.contains("\"$schema\""))
  }

  @Test
  func `a criteria set gives its own schema of a self-assessment`() throws {
    let ended = try Program().run(
      "schema", "self-assessment", "--criteria", "\(try SmallRound.shared)/criteria/so.yaml")
    #expect(ended.status == 0)
    #expect(ended.text.contains("\"1.3.2\""))
  }
}

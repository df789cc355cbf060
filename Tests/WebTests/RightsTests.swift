import Grading
import Procedure
import Store
import Testing

@testable import Web

/// Who may do what: every role against every act, before and after publication.
@Suite struct RightsTests {
  private static let people = [
    "p": Person(id: "p", name: "P", role: .council),
    "d": Person(id: "d", name: "D", role: .council, council: "huyen"),
    "h": Person(id: "h", name: "H", role: .helperTeam),
    "k": Person(id: "k", name: "K", role: .registerOwner, unit: "trung-tam"),
    "u": Person(id: "u", name: "U", role: .unit, unit: "so"),
  ]

  private static func rights(_ change: (inout Rights) -> Void = { _ in }) -> Rights {
    var rights = Rights(
      claim: .open(nil), isPublic: false, placesVisibleTo: ["helper-team", "council"],
      councils: ["so": "province", "khac": "province", "xa": "huyen"], people: people)
    rights.keepers = ["ho-so": "trung-tam", "khao-sat": "so", "dossiers": "trung-tam"]
    change(&rights)
    return rights
  }

  private static let accounts: [(name: String, account: Account)] = [
    ("officer", Account(login: "a", name: "", role: .unitOfficer, unit: "so", person: "u")),
    ("head", Account(login: "b", name: "", role: .unitHead, unit: "so", person: "u")),
    ("helper", Account(login: "c", name: "", role: .helperTeam, person: "h")),
    ("council", Account(login: "d", name: "", role: .council, person: "p")),
    ("district", Account(login: "e", name: "", role: .council, person: "d")),
    ("organiser", Account(login: "f", name: "", role: .organiser)),
    ("auditor", Account(login: "g", name: "", role: .auditor)),
    ("keeper", Account(login: "k", name: "", role: .registerKeeper, person: "k")),
    ("stranger", Account(login: "h", name: "", role: .council, person: "nobody")),
    ("unitless", Account(login: "i", name: "", role: .unitHead, unit: "gone", person: "u")),
  ]

  private static let acts: [(name: String, act: Act)] = [
    ("answers so", .readAnswers("so")), ("edit so", .editAnswers("so")),
    ("hand in so", .handIn("so")), ("answers khac", .readAnswers("khac")),
    ("edit khac", .editAnswers("khac")), ("hand in khac", .handIn("khac")),
    ("sheet so", .readSheet("so")), ("sheet khac", .readSheet("khac")),
    ("sheet xa", .readSheet("xa")), ("place so", .readPlace("so")), ("place xa", .readPlace("xa")),
    ("rankings", .readRankings), ("log", .readLog), ("access", .readAccess),
    ("evidence so", .readEvidence("so")), ("evidence khac", .readEvidence("khac")),
    ("evidence xa", .readEvidence("xa")), ("notices", .readNotices), ("setup", .readSetup),
    ("try file", .tryFile), ("drift", .readDrift), ("registers", .readRegisters),
    ("disputes own", .readDisputes("ho-so")), ("disputes other", .readDisputes("khao-sat")),
    ("result", .readResult), ("closings", .readClosings), ("close", .closeDossiers),
    ("dossiers so", .readDossiers("so")), ("dossiers xa", .readDossiers("xa")),
    ("explain so", .explainDossier("so")), ("explain khac", .explainDossier("khac")),
    ("decide dossiers", .decideDossiers),
  ]

  /// `+` may, `.` may not; columns as `accounts`.
  private func table(_ rights: Rights) -> [String] {
    Self.acts.map { name, act in
      let marks = Self.accounts.map { rights.allows(act, by: $0.account) ? "+" : "." }
      return marks.joined() + " " + name
    }
  }

  @Test func `before publication`() {
    #expect(
      table(Self.rights()) == [
        "++........ answers so", "++........ edit so", ".+........ hand in so",
        ".......... answers khac", ".......... edit khac", ".......... hand in khac",
        "++++.++... sheet so", "..++.++... sheet khac", "..+++++... sheet xa",
        "..++.++... place so", "..+++++... place xa", "..+++++.+. rankings", "...+.++... log",
        ".....++... access", "++++.++... evidence so", "..++.++... evidence khac",
        "..+++++... evidence xa", "++++++++++ notices",
        ".....++... setup", ".....+.... try file", "..++.++... drift",
        ".....+++.. registers", ".....+++.. disputes own", ".....++... disputes other",
        "...+.++... result", "..+..+++.. closings", ".......+.. close",
        "++++.+++.. dossiers so", "..++++++.. dossiers xa", "++........ explain so",
        ".......... explain khac", ".......+.. decide dossiers",
      ])
  }

  @Test func `a round that shows places to nobody`() {
    let table = table(Self.rights { $0.placesVisibleTo = [] })
    #expect(
      Array(table[9...11]) == [".....++... place so", ".....++... place xa", ".....++... rankings"])
    #expect(table.contains(".....++... result"))
  }

  @Test func `after publication everybody reads and nobody writes more`() {
    let table = table(
      Self.rights {
        $0.isPublic = true
        $0.claim = .closed(LocalMoment(CalendarDay(number: 17_520)))
      })
    #expect(
      table == [
        "++........ answers so", ".......... edit so", ".......... hand in so",
        ".......... answers khac", ".......... edit khac", ".......... hand in khac",
        "++++++++++ sheet so", "++++++++++ sheet khac", "++++++++++ sheet xa",
        "++++++++++ place so",
        "++++++++++ place xa", "++++++++++ rankings", "...+.++... log", ".....++... access",
        "++++.++... evidence so",
        "..++.++... evidence khac", "..+++++... evidence xa", "++++++++++ notices",
        ".....++... setup", ".....+.... try file", "..++.++... drift",
        ".....+++.. registers", ".....+++.. disputes own", ".....++... disputes other",
        "...+.++... result", "..+..+++.. closings", ".......+.. close",
        "++++.+++.. dossiers so", "..++++++.. dossiers xa", "++........ explain so",
        ".......... explain khac", ".......+.. decide dossiers",
      ])
  }

  @Test func `a unit is told why it cannot write`() {
    let head = Self.accounts[1].account
    let day = LocalMoment(CalendarDay(number: 17_520))
    func refusal(_ change: (inout Rights) -> Void) -> ActRefusal? {
      Self.rights(change).refusal(of: .editAnswers("so"), by: head)
    }
    #expect(refusal { $0.claim = .notOpen(day) } == .notOpen(day))
    #expect(refusal { $0.claim = .closed(day) } == .closed(day))
    #expect(refusal { $0.claim = .noStage } == .noStage)
    #expect(refusal { $0.locked = ["so"] } == .locked)
    #expect(refusal { $0.locked = ["khac"] } == nil)
    let nobody = Account(login: "x", name: "", role: .unitHead, unit: "so", person: "gone")
    #expect(Self.rights().refusal(of: .handIn("so"), by: nobody) == .noPerson)
  }

  @Test func `a keeper opens what a dispute of their register cites, and nothing else`() {
    let rights = Self.rights {
      $0.disputed = ["khac": ["a": ["ho-so"], "b": ["khao-sat"]]]
    }
    let marks = [("khac", "a"), ("khac", "b"), ("khac", "c"), ("so", "a")].map { unit, document in
      Self.accounts.map {
        rights.allows(.readDocument(unit: unit, document: document), by: $0.account) ? "+" : "."
      }.joined()
    }
    #expect(marks == ["..++.+++..", "..++.++...", "..++.++...", "++++.++..."])
  }
}

import Diagnostics
import EventLog
import Grading
import Procedure
import Store
import Testing

@testable import Web

/// Who may appraise, approve, decide, lock and publish: every account against every act.
@Suite struct AppraisalRightsTests {
  private static let people = Dictionary(
    uniqueKeysWithValues: [
      Person(id: "h1", name: "", role: .helperTeam), Person(id: "h2", name: "", role: .helperTeam),
      Person(id: "own", name: "", role: .helperTeam, unit: "so"),
      Person(id: "office", name: "", role: .helperTeam, unit: "van-phong"),
      Person(id: "hd", name: "", role: .helperTeam, council: "huyen"),
      Person(id: "c", name: "", role: .council),
      Person(id: "cd", name: "", role: .council, council: "huyen"),
      Person(id: "o", name: "", role: .organiser), Person(id: "x", name: "", role: .decider),
      Person(id: "u", name: "", role: .unit, unit: "so"),
      Person(id: "k", name: "", role: .registerOwner, unit: "trung-tam"),
      Person(id: "k2", name: "", role: .registerOwner, unit: "khac"),
      Person(
        id: "gone", name: "", role: .helperTeam,
        until: EventTime(parsing: "2017-12-21T00:00:00")?.day),
    ].map { ($0.id, $0) })

  private static let accounts: [(name: String, account: Account)] = [
    ("officer", Account(login: "a", name: "", role: .unitOfficer, unit: "so", person: "u")),
    ("head", Account(login: "b", name: "", role: .unitHead, unit: "so", person: "u")),
    ("helper", Account(login: "c", name: "", role: .helperTeam, person: "h1")),
    ("second", Account(login: "d", name: "", role: .helperTeam, person: "h2")),
    ("own unit's", Account(login: "e", name: "", role: .helperTeam, person: "own")),
    ("office's", Account(login: "f", name: "", role: .helperTeam, person: "office")),
    ("district's", Account(login: "g", name: "", role: .helperTeam, person: "hd")),
    ("retired", Account(login: "h", name: "", role: .helperTeam, person: "gone")),
    ("nobody", Account(login: "i", name: "", role: .helperTeam, person: "nobody")),
    ("council", Account(login: "k", name: "", role: .council, person: "c")),
    ("district", Account(login: "l", name: "", role: .council, person: "cd")),
    ("organiser", Account(login: "m", name: "", role: .organiser, person: "o")),
    ("decider", Account(login: "n", name: "", role: .decider, person: "x")),
    ("auditor", Account(login: "p", name: "", role: .auditor)),
    ("keeper", Account(login: "r", name: "", role: .registerKeeper, person: "k")),
    ("other keeper", Account(login: "s", name: "", role: .registerKeeper, person: "k2")),
    ("false helper", Account(login: "q", name: "", role: .helperTeam, person: "u")),
  ]

  private static let item = ItemOfUnit(unit: "so", item: "1.1")
  private static let office = ItemOfUnit(unit: "so", item: "2.1")
  private static let commune = ItemOfUnit(unit: "xa", item: "1.1")

  private static let acts: [(name: String, act: Act)] = [
    ("work", .readWork), ("matters so", .readMatters("so")), ("matters xa", .readMatters("xa")),
    ("matters gone", .readMatters("gone")), ("appraise so 1.1", .appraise(item)),
    ("appraise so 2.1", .appraise(office)), ("appraise xa 1.1", .appraise(commune)),
    ("ask so 1.1", .askExplanation(item)), ("approve h1", .approve(item, proposer: "h1")),
    ("approve h2", .approve(item, proposer: "h2")), ("explain so", .explain("so")),
    ("explain xa", .explain("xa")), ("read council", .readCouncil),
    ("agenda so", .putOnAgenda("so")), ("meeting", .recordMeeting), ("decide so", .decide(item)),
    ("decide xa", .decide(commune)), ("read publication", .readPublication),
    ("lock all", .lock(nil)), ("lock xa", .lock("xa")), ("unlock so", .unlock("so")),
    ("passed", .publish(.passed)), ("submitted", .publish(.submitted)),
    ("issued", .publish(.issued)), ("published", .publish(.published)),
    ("replace register", .replaceFile(.register)),
    ("replace rules", .replaceFile(.rules)), ("move deadline", .moveDeadline),
    ("reconsiderations", .readReconsiderations), ("ask so", .askReconsideration("so")),
    ("answer so", .answerReconsideration("so")), ("amend so", .amend("so")),
    ("correct", .correctFigure(unit: "so", figure: "ho-so.late")),
    ("approve k", .approveFigure(unit: "so", figure: "ho-so.late", proposer: "k")),
    ("approve o", .approveFigure(unit: "so", figure: "ho-so.late", proposer: "o")),
    ("closings", .readClosings), ("close", .closeDossiers),
    ("decide dossiers", .decideDossiers),
  ]

  private static func rights() throws -> Rights {
    var rules = ProcedureRules()
    rules.people = people
    rules.offices = ["van-phong"]
    rules.stages = [
      Stage(
        id: "appraisal", title: "", kind: .appraisal, who: "helper-team", deadline: nil,
        allowsBeyondRule: false),
      Stage(
        id: "council", title: "", kind: .council, who: "council", deadline: nil,
        allowsBeyondRule: true),
    ]
    var rights = Rights(
      claim: .noStage, isPublic: false, placesVisibleTo: [],
      councils: ["so": "province", "xa": "huyen"], people: people)
    rights.keepers = ["ho-so": "trung-tam", "dossiers": "trung-tam"]
    let time = try #require(EventTime(parsing: "2017-12-22T08:00:00"))
    rights.duties = Duties(rules, at: time) { unit, item in
      (
        ProposedUnit(id: unit, block: unit, council: unit == "xa" ? "huyen" : "province"),
        item.map {
          ProposedItem(
            id: $0, criterion: $0, area: "1", appraisedBy: $0 == "2.1" ? "van-phong" : nil,
            scoredBy: .unit, reachable: .zero ... .one)
        }
      )
    }
    return rights
  }

  @Test func `every account against every act`() throws {
    let rights = try Self.rights()
    let table = Self.acts.map { name, act in
      Self.accounts.map { rights.allows(act, by: $0.account) ? "+" : "." }.joined() + " " + name
    }
    #expect(
      table == [
        "..+++++..+++.+... work",
        "..++++...+.+.+... matters so",
        "..+++++..+++.+... matters xa",
        "................. matters gone",
        "..++.+........... appraise so 1.1",
        ".....+........... appraise so 2.1",
        "......+.......... appraise xa 1.1",
        "..++.+........... ask so 1.1",
        "...+.+...+....... approve h1",
        "..+..+...+....... approve h2",
        ".+............... explain so",
        "................. explain xa",
        "..+++++..+++.+... read council",
        "...........+..... agenda so",
        ".........+++..... meeting",
        ".........+....... decide so",
        "..........+...... decide xa",
        ".........+++++... read publication",
        ".........+.+..... lock all",
        "..........++..... lock xa",
        ".........+.+..... unlock so",
        ".........+....... passed",
        "...........+..... submitted",
        "............+.... issued",
        "...........+..... published",
        "...........+..... replace register",
        "...........+..... replace rules",
        "...........+..... move deadline",
        "................. reconsiderations",
        ".+............... ask so",
        ".........+....... answer so",
        ".........+.+..... amend so",
        "...........+..+.. correct",
        ".........+.+..... approve k",
        ".........+....+.. approve o",
        "..++++.....+.++.. closings",
        "...........+..+.. close",
        "...........+..+.. decide dossiers",
      ])
  }

  @Test func `after publication those who are concerned see what is asked for`() throws {
    var rights = try Self.rights()
    rights.isPublic = true
    let marks = Self.accounts.map {
      rights.allows(.readReconsiderations, by: $0.account) ? "+" : "."
    }
    #expect(marks.joined() == "+++++++..+++.+...")
  }

  @Test func `what the round goes by is nobody's to replace once somebody handed in`() throws {
    var rights = try Self.rights()
    rights.handedIn = 1
    let organiser = Self.accounts[11].account
    #expect(rights.refusal(of: .replaceFile(.rules), by: organiser) == .handedIn(1))
    #expect(rights.allows(.replaceFile(.register), by: organiser))
    #expect(rights.allows(.moveDeadline, by: organiser))
  }

  @Test func `whoever left office closes nothing, and without a keeper it is the organiser's`()
    throws
  {
    var rights = try Self.rights()
    let keeper = Self.accounts[14].account
    let until = try #require(EventTime(parsing: "2017-12-21T00:00:00")).day
    rights.people["k"] = Person(
      id: "k", name: "", role: .registerOwner, unit: "trung-tam", until: until)
    #expect(rights.refusal(of: .closeDossiers, by: keeper) == .noPerson)
    rights.keepers = [:]
    #expect(rights.refusal(of: .closeDossiers, by: keeper) == .otherRegister)
    #expect(rights.refusal(of: .readClosings, by: keeper) == .otherRegister)
    #expect(rights.allows(.closeDossiers, by: Self.accounts[11].account))
  }

  @Test func `who may not is told the rule`() throws {
    let rights = try Self.rights()
    func refusal(_ place: Int, _ act: Act) -> String? {
      rights.refusal(of: act, by: Self.accounts[place].account)?.wording.english
    }
    #expect(refusal(4, .appraise(Self.item))?.contains("belongs to") == true)
    #expect(refusal(6, .appraise(Self.item))?.contains("works for") == true)
    #expect(refusal(2, .approve(Self.item, proposer: "h1"))?.contains("of their own") == true)
    #expect(refusal(7, .appraise(Self.item))?.contains("not in office") == true)
    #expect(refusal(8, .appraise(Self.item)) == ActRefusal.noPerson.wording.english)
  }
}

import EventLog
import Foundation
import Grading
import Procedure
import Testing

@testable import Web

/// Every act that there is, and the operations of the API that do it: what pages do, programs can.
@Suite struct APIActTests {
  /// An act of a new kind does not build here before it is said which operations do it.
  private static func operations(_ act: Act) -> [String] {
    switch act {
    case .readAnswers:
      [
        "listItems", "getItem", "getSharedInputs", "listRequests", "listFigures",
        "getWorkbook", "getWaitingWorkbook", "getReportPaper", "listGaps",
      ]
    case .editAnswers:
      [
        "saveItem", "saveSharedInputs", "saveDispute", "removeDispute", "addDocument",
        "changeDocument", "removeDocument", "beginUpload", "getUpload", "sendPiece", "sendWorkbook",
        "settleWorkbook",
      ]
    case .handIn: ["handIn"]
    case .readEvidence: ["listDocuments"]
    case .readDocument: ["getDocumentFile"]
    case .readSheet: ["getSheet", "getSheetPaper", "listUnits"]
    case .readPlace: ["getRanking"]
    case .readRankings: ["listRankings", "getRanking"]
    case .readLog: ["listEvents"]
    case .readResult: ["getResult"]
    case .readHandouts: ["listHandouts", "getHandout"]
    case .readAccess: ["listAccess"]
    case .readNotices: ["listNotices", "readNotices"]
    case .readSetup: ["getSetup", "getOverview"]
    case .tryFile: ["tryFile"]
    case .replaceFile: ["replaceFile"]
    case .moveDeadline: ["listDeadlines", "moveDeadline"]
    case .readDrift: ["getDrift"]
    case .readRegisters: ["listRegisters", "listDisputes"]
    case .readDisputes: ["getDispute"]
    case .correctFigure: ["decideDispute"]
    case .approveFigure: ["settleDispute"]
    case .readClosings: ["listClosings", "getClosingFile", "listDossierRequests"]
    case .closeDossiers: ["closeDossiers"]
    case .readDossiers: ["listDossiers", "getDossier"]
    case .explainDossier: ["explainDossier", "withdrawDossier"]
    case .decideDossiers: ["decideDossiers"]
    case .readReconsiderations: ["listReconsiderations"]
    case .askReconsideration: ["askReconsideration"]
    case .answerReconsideration: ["answerReconsideration"]
    case .amend: ["amend"]
    case .readWork: ["listWork", "listProposals"]
    case .readMatters: ["getMatter"]
    case .appraise: ["decide", "decideShared", "getPart", "returnPart"]
    case .askExplanation: ["decide", "decideShared"]
    case .approve: ["getProposal", "settleProposal"]
    case .explain: ["answerRequest"]
    case .readCouncil: ["getCouncil"]
    case .putOnAgenda: ["decide"]
    case .recordMeeting: ["recordMeeting"]
    case .decide: ["decide", "decideAgenda"]
    case .readPublication: ["getPublication"]
    case .lock: ["lock"]
    case .unlock: ["unlock"]
    case .publish: ["publish"]
    }
  }

  /// Operations that whoever has a token may do: they tell what is the same for all.
  private static let forAll: Set<String> = ["getDescription", "getRound"]

  private static let matter = ItemOfUnit(unit: "so-noi-vu", item: "1.1.2")

  private static let acts: [Act] = [
    .readAnswers("a"), .editAnswers("a"), .handIn("a"), .readEvidence("a"),
    .readDocument(unit: "a", document: "b"), .readSheet("a"), .readPlace("a"), .readRankings,
    .readLog, .readResult, .readHandouts, .readAccess, .readNotices, .readSetup, .tryFile,
    .replaceFile(.rules), .moveDeadline, .readDrift, .readRegisters, .readDisputes("a"),
    .correctFigure(unit: "a", figure: "b.c"),
    .approveFigure(unit: "a", figure: "b.c", proposer: "d"), .readClosings, .closeDossiers,
    .readDossiers("a"), .explainDossier("a"), .decideDossiers,
    .readReconsiderations, .askReconsideration("a"), .answerReconsideration("a"), .amend("a"),
    .readWork, .readMatters("a"), .appraise(matter), .askExplanation(matter),
    .approve(matter, proposer: "a"), .explain("a"), .readCouncil, .putOnAgenda("a"),
    .recordMeeting, .decide(matter), .readPublication, .lock(nil), .unlock(nil),
    .publish(.published),
  ]

  @Test func `the list has every act`() throws {
    let source = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Sources/Web/Rights/Act.swift")
    let text = try String(contentsOf: source, encoding: .utf8)
    let body = try #require(text.split(separator: "package enum Act: ").last)
    let own = try #require(body.components(separatedBy: "\n}\n").first)
    let cases = own.matches(of: #/\n  case ([a-zA-Z]+)/#).map { String($0.output.1) }
    let listed = Self.acts.map { String(describing: $0).prefix { $0.isLetter } }.map(String.init)
    #expect(listed == cases)
  }

  @Test func `every act is done by an operation, and every operation does an act`() {
    let known = Set(APIOperation.all.map(\.id))
    var done = Self.forAll
    for act in Self.acts {
      let operations = Self.operations(act)
      #expect(!operations.isEmpty, "\(act.name)")
      #expect(known.isSuperset(of: operations), "\(act.name)")
      done.formUnion(operations)
    }
    #expect(known.subtracting(done) == [])
  }
}

import Foundation
import Reports
import Store
import TestSupport
import Testing

@testable import Web

/// Every role against every operation of the API, by requests as a forger sends them.
@Suite struct APIRightsTests {
  private static let logins = [
    "can-bo", "thu-truong", "thu-truong-so", "giup-viec", "giup-viec-so", "giup-viec-ho-so",
    "giup-viec-huyen", "hoi-dong", "hoi-dong-huyen", "to-chuc", "uy-ban", "kiem-tra",
    "giu-so",
  ]

  /// By the operation that each is of.
  static let requests: [(id: String, path: String, body: JSONValue?)] = [
    ("getDescription", "/openapi.json", nil), ("getRound", "/round", nil),
    ("listRankings", "/rankings", nil), ("getRanking", "/rankings/so", nil),
    ("getResult", "/result", nil), ("listEvents", "/log", nil),
    ("getSetup", "/setup", nil), ("tryFile", "/setup/files/trial?file=round.yaml", nil),
    ("replaceFile", "/setup/files/replacement?file=registers/survey.csv", nil),
    ("listDeadlines", "/setup/deadlines", nil),
    (
      "moveDeadline", "/setup/deadlines",
      [
        "name": "buoc.council", "bound": "through", "moment": "2018-01-20", "seen": 0,
        "dryRun": true,
      ]
    ),
    ("getOverview", "/overview", nil), ("getDrift", "/work/drift", nil),
    ("listAccess", "/access", nil), ("listGaps", "/units/so-y-te/gaps", nil),
    ("listNotices", "/notices", nil), ("readNotices", "/notices/read", ["notices": []]),
    ("listUnits", "/units", nil),
    ("getSheet", "/units/so-noi-vu/sheet", nil), ("listRequests", "/units/so-noi-vu/requests", nil),
    (
      "answerRequest", "/units/so-noi-vu/items/1.1.2/explanations", ["request": 4, "text": "x"]
    ),
    ("listItems", "/units/so-y-te/items", nil), ("getItem", "/units/so-y-te/items/1.1.2", nil),
    ("saveItem", "/units/so-y-te/items/1.1.2", ["edition": 0]),
    ("getSharedInputs", "/units/so-y-te/shared-inputs", nil),
    ("saveSharedInputs", "/units/so-y-te/shared-inputs", ["edition": 0, "inputs": [:]]),
    ("handIn", "/units/so-y-te/submissions", ["dryRun": true]),
    ("getWorkbook", "/units/so-y-te/workbook", nil),
    ("sendWorkbook", "/units/so-y-te/workbook", nil),
    ("getWaitingWorkbook", "/units/so-y-te/workbook/waiting", nil),
    ("settleWorkbook", "/units/so-y-te/workbook/settlement", ["act": "drop", "edition": 1]),
    ("getSheetPaper", "/units/so-noi-vu/papers/sheet", nil),
    ("getReportPaper", "/units/so-y-te/papers/report", nil),
    ("listFigures", "/units/so-y-te/figures", nil),
    (
      "saveDispute", "/units/so-y-te/figures/khong.co/dispute",
      ["edition": 0, "claim": "1", "ground": "x"]
    ), ("removeDispute", "/units/so-y-te/figures/khong.co/dispute/removal", ["edition": 0]),
    ("listDocuments", "/units/so-noi-vu/documents", nil),
    ("addDocument", "/units/so-y-te/documents", ["kind": "a"]),
    ("changeDocument", "/units/so-y-te/documents/khong-co", ["edition": 0, "kind": "a"]),
    ("removeDocument", "/units/so-y-te/documents/khong-co/removal", ["edition": 0]),
    ("getDocumentFile", "/units/so-noi-vu/documents/khong-co/file", nil),
    ("beginUpload", "/units/so-y-te/uploads", ["name": "a.pdf", "size": 1]),
    ("getUpload", "/units/so-y-te/uploads/\(upload)", nil),
    ("sendPiece", "/units/so-y-te/uploads/\(upload)", nil), ("listWork", "/work", nil),
    ("getMatter", "/matters/so-noi-vu/1.1.2", nil),
    (
      "decide", "/matters/so-noi-vu/1.1.2/decisions",
      ["decision": "accept", "seen": 4, "dryRun": true]
    ),
    (
      "decideShared", "/work/decisions",
      ["item": "1.1.2", "units": ["so-noi-vu"], "decision": "accept", "seen": 4, "dryRun": true]
    ), ("getPart", "/work/part", nil), ("returnPart", "/work/part", nil),
    ("listProposals", "/proposals", nil), ("getProposal", "/proposals/1", nil),
    ("settleProposal", "/proposals/1/settlement", ["act": "giveBack", "text": "x"]),
    ("getCouncil", "/council", nil),
    ("recordMeeting", "/council/meetings", ["present": ["hoi-dong/09"], "seen": 4]),
    (
      "decideAgenda", "/council/decisions",
      ["decisions": [], "seen": 4, "dryRun": true]
    ),
    ("getPublication", "/publication", nil),
    ("lock", "/publication/locks", ["seen": 4, "text": "x", "dryRun": true]),
    ("unlock", "/publication/unlocks", ["unit": "xa-mot", "seen": 4, "dryRun": true]),
    ("publish", "/publication/steps", ["state": "passed", "seen": 4, "dryRun": true]),
    ("listReconsiderations", "/reconsiderations", nil),
    (
      "askReconsideration", "/units/so-noi-vu/reconsiderations",
      ["text": "x", "seen": 4, "dryRun": true]
    ),
    (
      "answerReconsideration", "/units/so-noi-vu/reconsiderations/4/answers",
      ["seen": 4, "dryRun": true]
    ),
    (
      "amend", "/units/so-noi-vu/amendments",
      ["item": "1.1.2", "points": "2", "seen": 4, "dryRun": true]
    ),
    ("listHandouts", "/handouts", nil), ("getHandout", "/handouts/bo-tieu-chi.zip", nil),
    ("listRegisters", "/registers", nil), ("listDisputes", "/disputes", nil),
    ("getDispute", "/disputes/so-y-te/dossiers.late", nil),
    (
      "decideDispute", "/disputes/so-y-te/dossiers.late/decisions",
      ["decision": "other", "value": "3", "seen": 4, "dryRun": true]
    ),
    (
      "settleDispute", "/disputes/so-y-te/dossiers.late/settlement",
      ["proposal": 1, "act": "giveBack", "text": "x"]
    ),
    ("listClosings", "/closings", nil),
    ("closeDossiers", "/closings", ["name": "a", "closedOn": "2017-12-15", "seen": 0]),
    ("getClosingFile", "/closings/1/closing.yaml", nil),
    ("listDossiers", "/units/so-y-te/dossiers", nil),
    ("getDossier", "/units/so-y-te/dossiers/story?dossier=Y3", nil),
    (
      "explainDossier", "/units/so-y-te/dossiers/explanations",
      ["dossier": "Y3", "cause": "software", "text": "x"]
    ), ("withdrawDossier", "/units/so-y-te/dossiers/withdrawals", ["dossier": "Y3"]),
    ("listDossierRequests", "/dossier-requests", nil),
    (
      "decideDossiers", "/dossier-requests/decisions",
      ["requests": [], "accept": true, "text": "x", "basis": "x", "dryRun": true]
    ),
  ]
  private static let upload = String(repeating: "0", count: 32)

  /// `.` is refused by rights; `+` is not.
  private func table(_ world: WebWorld) async throws -> [String] {
    var lines: [String] = []
    for request in Self.requests {
      let operation = try #require(APIOperation.all.first { $0.id == request.id })
      let method = operation.method.ofRequest
      var marks = ""
      for login in Self.logins {
        let program = try world.program(login)
        let answer =
          operation.takesBytes
          ? try await program.send(
            method, request.path, bytes: [1], ["content-type": APIOperation.bytes])
          : try await program.send(method, request.path, request.body)
        #expect(
          APIRoute(WebRequest(method, "/api/v1" + request.path).path)?.operation(method)?.id
            == request.id, "\(request)")
        #expect(answer.status < 500, "\(login) \(request)")
        #expect(answer.status != 400, "\(login) \(request): \(answer.response.text)")
        marks += answer.status == 403 ? "." : "+"
      }
      lines.append("\(marks) \(request.id)")
    }
    return lines
  }

  @Test func `every operation is in the table`() {
    #expect(Self.requests.map(\.id) == APIOperation.all.map(\.id))
  }

  @Test func `without a token only the description is given`() async throws {
    let world = try await WebWorld()
    for request in Self.requests {
      let operation = try #require(APIOperation.all.first { $0.id == request.id })
      let asked = WebRequest(
        operation.method.ofRequest, "/api/v1" + request.path,
        headers: ["content-type": "application/json"], body: Array("{}".utf8))
      let answer = try Answer(await world.application.respond(to: asked), to: asked)
      #expect(answer.status == (operation.isPublic ? 200 : 401), "\(request.id)")
    }
  }

  @Test func `during self-assessment the unit works`() async throws {
    let world = try await WebWorld()
    let table = try await table(world)
    #expect(
      table == [
        "+++++++++++++ getDescription",
        "+++++++++++++ getRound",
        "...+++++++.+. listRankings",
        "...+++++++.+. getRanking",
        ".......+.+.+. getResult",
        ".......+.+.+. listEvents",
        ".........+.+. getSetup",
        ".........+... tryFile",
        ".........+... replaceFile",
        ".........+... listDeadlines",
        ".........+... moveDeadline",
        ".........+.+. getOverview",
        "...+++.+.+.+. getDrift",
        ".........+.+. listAccess",
        "++........... listGaps",
        "+++++++++++++ listNotices",
        "+++++++++++++ readNotices",
        "+++++++++++++ listUnits",
        "..++++.+.+.+. getSheet",
        "..+.......... listRequests",
        "..+.......... answerRequest",
        "++........... listItems",
        "++........... getItem",
        "++........... saveItem",
        "++........... getSharedInputs",
        "++........... saveSharedInputs",
        ".+........... handIn",
        "++........... getWorkbook",
        "++........... sendWorkbook",
        "++........... getWaitingWorkbook",
        "++........... settleWorkbook",
        "..++++.+.+.+. getSheetPaper",
        "++........... getReportPaper",
        "++........... listFigures",
        "++........... saveDispute",
        "++........... removeDispute",
        "..++++.+.+.+. listDocuments",
        "++........... addDocument",
        "++........... changeDocument",
        "++........... removeDocument",
        "..++++.+.+.+. getDocumentFile",
        "++........... beginUpload",
        "++........... getUpload",
        "++........... sendPiece",
        "...+++++++.+. listWork",
        "...+++.+.+.+. getMatter",
        "...+...+..... decide",
        "...++++...... decideShared",
        "...++++...... getPart",
        "...++++...... returnPart",
        "...+++++++.+. listProposals",
        "...+++++++.+. getProposal",
        "...+++++++.+. settleProposal",
        "...+++++++.+. getCouncil",
        ".......+++... recordMeeting",
        ".......++.... decideAgenda",
        ".......+++++. getPublication",
        ".......+.+... lock",
        "........++... unlock",
        ".......+..... publish",
        "............. listReconsiderations",
        "............. askReconsideration",
        "............. answerReconsideration",
        "............. amend",
        ".......+.+++. listHandouts",
        ".......+.+++. getHandout",
        ".........+.++ listRegisters",
        ".........+.++ listDisputes",
        ".........+.+. getDispute",
        ".........+... decideDispute",
        ".........+.+. settleDispute",
        "...+++...+.+. listClosings",
        ".........+... closeDossiers",
        "...+++...+.+. getClosingFile",
        "++.+++.+.+.+. listDossiers",
        "++.+++.+.+.+. getDossier",
        "++........... explainDossier",
        "++........... withdrawDossier",
        "...+++...+.+. listDossierRequests",
        ".........+... decideDossiers",
      ])
    #expect(try world.events(of: "so-y-te").isEmpty)
  }

  @Test func `during appraisal those whose move it is work`() async throws {
    let world = try await WebWorld(at: "2017-12-22T08:00:00")
    _ = try world.store.propose(
      unit: "so-noi-vu", item: "1.1.2", ["quyet-dinh": "cho-diem", "diem": "1"], seen: 4,
      login: "giup-viec", person: "to-giup-viec/01", at: world.now)
    let table = try await table(world)
    #expect(
      table == [
        "+++++++++++++ getDescription",
        "+++++++++++++ getRound",
        "...+++++++.+. listRankings",
        "...+++++++.+. getRanking",
        ".......+.+.+. getResult",
        ".......+.+.+. listEvents",
        ".........+.+. getSetup",
        ".........+... tryFile",
        ".........+... replaceFile",
        ".........+... listDeadlines",
        ".........+... moveDeadline",
        ".........+.+. getOverview",
        "...+++.+.+.+. getDrift",
        ".........+.+. listAccess",
        "++........... listGaps",
        "+++++++++++++ listNotices",
        "+++++++++++++ readNotices",
        "+++++++++++++ listUnits",
        "..++++.+.+.+. getSheet",
        "..+.......... listRequests",
        "..+.......... answerRequest",
        "++........... listItems",
        "++........... getItem",
        "............. saveItem",
        "++........... getSharedInputs",
        "............. saveSharedInputs",
        "............. handIn",
        "++........... getWorkbook",
        "............. sendWorkbook",
        "++........... getWaitingWorkbook",
        "............. settleWorkbook",
        "..++++.+.+.+. getSheetPaper",
        "++........... getReportPaper",
        "++........... listFigures",
        "............. saveDispute",
        "............. removeDispute",
        "..++++.+.+.+. listDocuments",
        "............. addDocument",
        "............. changeDocument",
        "............. removeDocument",
        "..++++.+.+.+. getDocumentFile",
        "............. beginUpload",
        "............. getUpload",
        "............. sendPiece",
        "...+++++++.+. listWork",
        "...+++.+.+.+. getMatter",
        "...+...+..... decide",
        "...++++...... decideShared",
        "...++++...... getPart",
        "...++++...... returnPart",
        "...+++++++.+. listProposals",
        "...+++.+.+.+. getProposal",
        ".....+.+..... settleProposal",
        "...+++++++.+. getCouncil",
        ".......+++... recordMeeting",
        ".......++.... decideAgenda",
        ".......+++++. getPublication",
        ".......+.+... lock",
        "........++... unlock",
        ".......+..... publish",
        "............. listReconsiderations",
        "............. askReconsideration",
        "............. answerReconsideration",
        "............. amend",
        ".......+.+++. listHandouts",
        ".......+.+++. getHandout",
        ".........+.++ listRegisters",
        ".........+.++ listDisputes",
        ".........+.+. getDispute",
        ".........+... decideDispute",
        ".........+.+. settleDispute",
        "...+++...+.+. listClosings",
        ".........+... closeDossiers",
        "...+++...+.+. getClosingFile",
        "++.+++.+.+.+. listDossiers",
        "++.+++.+.+.+. getDossier",
        "++........... explainDossier",
        "++........... withdrawDossier",
        "...+++...+.+. listDossierRequests",
        ".........+... decideDossiers",
      ])
    #expect(try world.events(of: "so-noi-vu").count == 1)
  }

  @Test func `a forged id of another unit is refused, whether there is such a unit or not`()
    async throws
  {
    let world = try await WebWorld()
    let program = try world.program("can-bo")
    for unit in ["so-noi-vu", "khong-co", "so-y-te.", "SO-Y-TE", "_", "so-y-te-2"] {
      for path in [
        "items", "items/1.1.2", "requests", "sheet", "documents", "shared-inputs", "figures",
        "workbook", "workbook/waiting", "papers/sheet", "papers/report", "gaps",
      ] {
        let answer = try await program.get("/units/\(unit)/\(path)")
        #expect(answer.status == 403 && answer.code == "not-allowed", "\(unit) \(path)")
      }
      let saved = try await program.put("/units/\(unit)/items/1.1.2", ["edition": 0])
      #expect(saved.status == 403)
    }
    let records = try world.store.records(limit: 1)
    #expect(records.first?.kind == .refused && records.first?.login == "can-bo")
    #expect(records.first?.detail == "edit-answers /api/v1/units/so-y-te-2/items/1.1.2")
    #expect(try world.store.drafts(of: "so-noi-vu").isEmpty)
  }
}

extension APIOperation.Method {
  fileprivate var ofRequest: WebRequest.Method {
    switch self {
    case .get: .get
    case .put: .put
    case .post: .post
    }
  }
}

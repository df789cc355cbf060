internal import Diagnostics
internal import Grading
internal import Reports

extension AppraisalForm.Choice {
  /// As the API names it.
  var name: String {
    switch self {
    case .accept: "accept"
    case .points: "setPoints"
    case .inputs: "setInputs"
    case .reject: "rejectEvidence"
    case .notApplicable: "notApplicable"
    case .figure: "correctFigure"
    case .ask: "askExplanation"
    case .agenda: "putOnAgenda"
    }
  }

  static var names: [String] { allCases.map(\.name) }
}

extension AppraisalForm {
  /// The form that says what a decision of the API says.
  static func form(_ body: APIBody) -> [String: String?] {
    let chosen = Choice.allCases.first { $0.name == body.text("decision") }
    let step: AppraisalStep =
      body.truth("dryRun") ? .preview : body.truth("propose") ? .propose : .record
    var form: [String: String?] = [
      choice: chosen?.rawValue, AppraisalForm.step: step.rawValue,
      seen: body.whole("seen").map(String.init), points: body.text("points"),
      beyond: body.truth("beyondRule") ? "1" : nil, figure: body.text("figure"),
      value: body.text("value"), ground: body.text("ground"), reason: body.text("text"),
      basis: body.text("basis"), due: body.text("due")?.replacing("T", with: " "),
    ]
    for (name, text) in body.named("inputs") { form[input(name)] = text }
    for id in body.texts("documents") { form[document(id)] = "1" }
    if let counts = body.part("votes") {
      for (name, member) in zip(votes, ["for", "against", "abstaining"]) {
        form[name] = counts.whole(member).map(String.init)
      }
    }
    return form
  }

  /// What cannot be meant, by where the API says it.
  var faults: [APIFault] { AppraisalForm.faults(problems) }

  static func faults(_ problems: [String: String]) -> [APIFault] {
    let places = [
      AppraisalForm.choice: "/decision", AppraisalForm.points: "/points",
      AppraisalForm.figure: "/figure", AppraisalForm.value: "/value", AppraisalForm.due: "/due",
      AppraisalForm.reason: "/text", AppraisalForm.votes[0]: "/votes",
    ]
    return problems.sorted { $0.key < $1.key }.map { name, text in
      APIFault(.body(places[name] ?? ""), "cannot-be-meant", text, text)
    }
  }
}

extension Matter {
  /// Inputs and documents of a decision that the item does not have.
  func strangers(_ body: APIBody) -> [APIFault] {
    let known = Set(inputs.map(\.name))
    let cited = Set(citedDocuments)
    return body.named("inputs").filter { !known.contains($0.name) }.map { input in
      APIFault(
        .body("/inputs/\(input.name)"), "unknown-input", "tiêu chí không có số liệu này",
        "the item has no such input")
    }
      + body.texts("documents").enumerated().filter { !cited.contains($0.element) }.map {
        place, _ in
        APIFault(
          .body("/documents/\(place)"), "unknown-document", "tiêu chí không dẫn tài liệu này",
          "the item does not cite it")
      }
  }
}

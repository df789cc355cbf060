internal import Grading
internal import Loading
internal import Procedure
internal import Reports

/// What can be typed about an item.
struct MatterForm: Sendable {
  struct Choice: Hashable, Sendable {
    let value: String
    let title: String
  }

  let choices: [Choice]
  let chosen: String
  let points: ItemPage.Field?
  /// Whether points beyond the rule may be given.
  let allowsBeyond: Bool
  let isBeyond: Bool
  let inputs: [ItemPage.Field]
  let documents: [(name: String, title: String, isChosen: Bool)]
  let figure: ItemPage.Field?
  let value: ItemPage.Field?
  let due: ItemPage.Field?
  let votes: [ItemPage.Field]
  let ground: ItemPage.Field?
  let reason: ItemPage.Field
  let basis: ItemPage.Field
  /// About the choice as a whole.
  let problem: String?
  let seen: Int

  /// - Parameters:
  ///   - stage: the stage that a decision would be in.
  ///   - typed: what was sent and is shown again; nil: what stands there.
  ///   - seen: what the sender has seen; nil: everything.
  init(
    _ matter: Matter, _ choices: [AppraisalForm.Choice], in stage: Stage?, votes hasVotes: Bool,
    typed: AppraisalForm? = nil, seen: Int, _ frame: PageFrame
  ) {
    let fields = typed?.fields ?? [:]
    let problems = typed?.problems ?? [:]
    func field(
      _ name: String, _ title: String, _ hint: String = "", _ kind: ItemPage.Field.Kind = .line,
      standing: String = ""
    ) -> ItemPage.Field {
      ItemPage.Field(
        name: name, title: title, hint: hint, kind: kind,
        value: typed == nil ? standing : fields[name] ?? "",
        problems: problems[name].map { [$0] } ?? [])
    }
    self.choices = choices.map { Choice(value: $0.rawValue, title: frame.choice($0)) }
    chosen = fields[AppraisalForm.choice] ?? ""
    problem = problems[AppraisalForm.choice]
    isBeyond = fields[AppraisalForm.beyond] != nil
    let takesPoints = choices.contains(.points) || choices.contains(.agenda)
    allowsBeyond = takesPoints && stage?.allowsBeyondRule == true
    points =
      takesPoints
      ? field(
        AppraisalForm.points, frame.say("Số điểm", "Points"),
        choices == [.agenda]
          ? frame.say("đề nghị Hội đồng; có thể để trống", "proposed to the council; may be blank")
          : frame.say("dùng khi chọn “cho điểm”", "where points are given"), .number) : nil
    let values = matter.valuesInForce
    inputs =
      choices.contains(.inputs)
      ? matter.inputs.map { input in
        let shape = InputShape(input, of: matter.set, matter.snapshot.round, frame)
        return field(
          AppraisalForm.input(input.name), input.title, shape.hint, shape.kind,
          standing: TypedValue.shown(
            values[input.name] ?? "", as: input.type, frame.language))
      } : []
    let explanation = ExplanationText(matter.snapshot.round, frame.language)
    let takesDocuments = choices.contains(.reject) || choices.contains(.ask)
    documents =
      takesDocuments
      ? explanation.evidence(unit: matter.place, item: matter.item.index).map { document in
        let name = AppraisalForm.document(document.id)
        return (name, document.text, fields[name] != nil)
      } : []
    let figures = choices.contains(.figure) ? matter.figures : []
    figure =
      figures.isEmpty
      ? nil
      : field(
        AppraisalForm.figure, frame.say("Số liệu của sổ", "Figure of a register"),
        frame.say("dùng khi chọn “đính chính”", "where a figure is corrected"),
        .choice(figures.map { .init(id: $0.name, title: $0.title) }))
    value =
      figures.isEmpty
      ? nil : field(AppraisalForm.value, frame.say("Giá trị đúng", "The right value"))
    due =
      choices.contains(.ask)
      ? field(
        AppraisalForm.due, frame.say("Hạn giải trình", "To be answered by"),
        frame.say(
          "như 31/01/2018 17:00; để trống nếu không đặt hạn",
          "like 2018-01-31T17:00; blank for no limit")) : nil
    votes =
      hasVotes
      ? zip(
        AppraisalForm.votes,
        [
          frame.say("Tán thành", "In favour"), frame.say("Không tán thành", "Against"),
          frame.say("Không biểu quyết", "Abstaining"),
        ]
      ).map { field($0, $1, "", .number) } : []
    ground = matter.snapshot.loaded.setting.procedure.grounds.map { grounds in
      field(
        AppraisalForm.ground, frame.say("Căn cứ", "Ground"), "",
        .choice(grounds.map { .init(id: $0.id, title: $0.title) }))
    }
    reason = field(AppraisalForm.reason, frame.say("Lý do, nội dung", "Reason"), "", .text)
    basis = field(
      AppraisalForm.basis, frame.say("Cơ sở pháp lý", "Legal basis"),
      frame.say("như 141/QĐ-UBND ngày 19/01/2018", "like 141/QĐ-UBND ngày 19/01/2018"))
    self.seen = seen
  }
}

extension PageFrame {
  func choice(_ choice: AppraisalForm.Choice) -> String {
    switch choice {
    case .accept: say("Chấp nhận kết quả đang tính", "Accept what stands")
    case .points: say("Cho điểm", "Give points")
    case .inputs: say("Sửa số liệu đầu vào, tính lại", "Adjust the inputs")
    case .reject: say("Không công nhận tài liệu kiểm chứng", "Reject evidence")
    case .notApplicable: say("Xác nhận không áp dụng", "Mark as not applicable")
    case .figure: say("Đính chính số liệu của sổ", "Correct a figure of a register")
    case .ask: say("Yêu cầu đơn vị giải trình", "Ask the unit to explain")
    case .agenda: say("Trình Hội đồng thẩm định", "Put it before the council")
    }
  }
}

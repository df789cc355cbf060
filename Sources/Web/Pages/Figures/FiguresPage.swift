internal import Diagnostics
internal import Grading
internal import HTMLWriting
internal import Loading
internal import Reports

/// A unit's figures that other offices keep, as they come in during the year: what they are made of,
/// what points they give so far, and the form to dispute one.
struct FiguresPage: Sendable {
  struct Row: Hashable, Sendable {
    let name: String
    let title: String
    let value: String
    /// What it counts as since it was put right.
    let corrected: String?
    /// The rows behind it: a report with its dates, a task.
    let details: [String]
    let items: [ItemLink]
    let dispute: String?
    let isOpen: Bool
    let decision: FigureDecision?
  }

  struct ItemLink: Hashable, Sendable {
    let path: String
    /// "2.1: 2,00/4,00".
    let text: String
    /// The figures cost points as they stand.
    let isBehind: Bool
  }

  struct Section: Hashable, Sendable {
    let title: String
    let keeper: String
    let rows: [Row]
  }

  struct Form: Sendable {
    let figure: String
    let title: String
    let fields: [ItemPage.Field]
    let version: Int
    let canRemove: Bool
  }

  let unit: String
  let name: String
  let sections: [Section]
  let refusal: String?
  /// The time to hand in ends soon.
  let isDue: Bool
  var form: Form?

  init(
    _ drafted: DraftedUnit, in snapshot: RoundSnapshot, isDue: Bool, refusal: String?,
    _ frame: PageFrame
  ) {
    let round = snapshot.round
    let result = drafted.result
    let filed = round.units[drafted.unit]
    let set = round.sets[result.record.set]
    let words = RoundWords(round, frame.language)
    let values = PlainValueWords(frame.language)
    let sheets = ScoreSheetText(round, frame.language, showsPlaces: false)
    // As they stand, corrections counted.
    let last = round.layers.count - 1
    let events = (try? snapshot.loaded.log?.events(of: filed.record.unit.id)) ?? []
    let open = Set(filed.record.openDisputes(through: .max).map(\.figure))
    unit = result.record.unit.id
    name = result.record.unit.name
    self.refusal = refusal
    self.isDue = isDue
    let unit = unit
    func items(_ name: FigureName) -> [ItemLink] {
      guard let place = set.figures.firstIndex(where: { $0.name == name.name }) else { return [] }
      return set.readers(of: .figure(place)).map { index in
        let item = set.items[index]
        let outcome = result.sheets[last][index]
        return ItemLink(
          path: WebPath.item(item.id, of: unit),
          text: "\(item.id): \(sheets.cell(outcome, set))/\(sheets.points(item.maximum, set))",
          isBehind: outcome.state == .scored && outcome.points < item.maximum)
      }
    }
    let rows = HeldFigure.all(of: drafted.unit, in: snapshot).map { figure -> (HeldFigure, Row) in
      return (
        figure,
        Row(
          name: figure.name.name, title: figure.name.title,
          value: values.text(figure.held, of: figure.name),
          corrected: figure.isCorrected
            ? figure.inForce.map { TypedValue.read($0, as: figure.name.type, frame.language) }
            : nil,
          details: figure.origin.rows.map(\.text), items: items(figure.name),
          dispute: drafted.dispute(of: figure.name.name, open: open).map { dispute, state in
            let claim = TypedValue.read(dispute.claim, as: figure.name.type, frame.language)
            let state =
              switch state {
              case .draft: frame.say("chưa nộp", "not handed in")
              case .open: frame.say("chờ quyết định", "waits")
              case .decided: frame.say("đã quyết định", "decided")
              }
            return frame.say("đề nghị \(claim) (\(state))", "claimed \(claim) (\(state))")
          }, isOpen: open.contains(figure.name.name),
          decision: FigureDecision(
            figure, filed.record.assessment.disputes.first { $0.figure == figure.name.name },
            in: events, words))
      )
    }
    var sections: [Section] = []
    var known: Set<String> = []
    for (figure, _) in rows where known.insert(figure.table.name).inserted {
      let keeper = [
        figure.table.owner.map {
          frame.say("giữ sổ: \(words.unit($0))", "kept by \(words.unit($0))")
        },
        figure.table.closedOn.map {
          let day = NumberWords(frame.language).date($0)
          return frame.say("chốt \(day)", "closed \(day)")
        }, figure.table.period,
      ].compactMap(\.self).joined(separator: "; ")
      sections.append(
        Section(
          title: figure.table.title, keeper: keeper,
          rows: rows.filter { $0.0.table.name == figure.table.name }.map(\.1)))
    }
    self.sections = sections
  }

  func html(_ frame: PageFrame, notice: String? = nil, isBad: Bool = false) -> [UInt8] {
    let trail = [PageFrame.Entry(path: WebPath.unit(unit), title: name)]
    return frame.page(
      frame.say("Số liệu do cơ quan khác theo dõi", "Figures that other offices keep"), trail: trail
    ) { page in
      if let notice { frame.notice(notice, isBad: isBad, &page) }
      page.element(
        "p", .class("dim"),
        text: frame.say(
          "Số liệu cập nhật trong năm; điểm bên cạnh là điểm đang có hiệu lực, đã tính cả đính chính. Không đồng ý thì kiến nghị, nộp cùng bản tự chấm điểm.",
          "Figures come in during the year; the points beside them are those in force, corrections counted. What is wrong is disputed, and handed in with the self-assessment."
        ))
      if let refusal { page.element("p", .class("notice"), text: refusal) }
      if let form { write(form, frame, &page) }
      for (number, section) in sections.enumerated() { write(section, number, frame, &page) }
    }
  }

  private func write(_ form: Form, _ frame: PageFrame, _ page: inout HTMLWriter) {
    page.element(
      "h2", .id("kien-nghi"), text: frame.say("Kiến nghị: \(form.title)", "Dispute: \(form.title)"))
    frame.form(WebPath.figures(unit), &page) { box in
      for (name, value) in [
        (DisputeForm.figure, form.figure), (DisputeForm.version, String(form.version)),
      ] {
        box.empty("input", .init("type", "hidden"), .init("name", name), .init("value", value))
      }
      for field in form.fields { field.write(&box) }
      box.element("div", .class("actions")) { actions in
        actions.element("button", text: frame.say("Lưu kiến nghị", "Save the dispute"))
        if form.canRemove {
          actions.element(
            "button", .class("second"), .init("name", DisputeForm.removal), .init("value", "1"),
            text: frame.say("Rút kiến nghị", "Take it back"))
        }
      }
    }
  }

  private func write(
    _ section: Section, _ number: Int, _ frame: PageFrame, _ page: inout HTMLWriter
  ) {
    page.table(
      id: "so-\(number)",
      caption: section.title + (section.keeper.isEmpty ? "" : " (\(section.keeper))"),
      [
        .init(frame.say("Số liệu", "Figure")), .init(frame.say("Giá trị", "Value"), isNumber: true),
        .init(frame.say("Gồm", "Made of")),
        .init(frame.say("Điểm đang tính", "Points so far")),
        .init(frame.say("Kiến nghị", "Dispute")),
      ], name: "wide", isStacked: true
    ) { table in
      table.element("tbody") { body in
        for line in section.rows { write(line, frame, &body) }
      }
    }
  }

  private func write(_ line: Row, _ frame: PageFrame, _ page: inout HTMLWriter) {
    page.row { row in
      row.element("th", .scope("row"), text: line.title)
      row.numberCell(
        line.value
          + (line.corrected.map { frame.say(" → \($0) (đã đính chính)", " → \($0) (corrected)") }
            ?? ""))
      row.cell(line.details.joined(separator: "; "))
      row.element("td") { cell in
        for (place, item) in line.items.enumerated() {
          if place > 0 { cell.text("; ") }
          if item.isBehind {
            cell.link(to: item.path, .class(isDue ? "state bad" : "state"), text: item.text)
          } else {
            cell.link(to: item.path, text: item.text)
          }
        }
      }
      row.element("td") { cell in
        if let dispute = line.dispute {
          cell.element("span", .class(line.isOpen ? "state bad" : "state"), text: dispute)
          cell.text(" ")
        }
        line.decision?.write(frame, &cell)
        if refusal == nil {
          cell.link(
            to: "\(WebPath.figures(unit))?\(DisputeForm.figure)=\(line.name)#kien-nghi",
            text: line.dispute == nil
              ? frame.say("kiến nghị", "dispute") : frame.say("sửa", "change"))
        }
      }
    }
  }
}

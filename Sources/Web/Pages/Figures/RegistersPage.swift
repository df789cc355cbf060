internal import Diagnostics
internal import Grading
internal import HTMLWriting
internal import Reports

/// The registers of a round with who keeps them and when they were closed, and what units say
/// against figures in them.
struct RegistersPage: Sendable {
  struct Register: Hashable, Sendable {
    let title: String
    let keeper: String
    let isOwn: Bool
    let closedOn: String
    let period: String
    let file: String
    let columns: Int
    /// Units that should have a row and have none.
    let lacking: Int
    let isIllustrative: Bool
  }

  struct Row: Hashable, Sendable {
    let path: String
    let unit: String
    let figure: String
    let register: String
    let held: String
    let claim: String
    let ground: String
    let isOpen: Bool
  }

  let registers: [Register]
  let disputes: [Row]
  /// Whoever looks may see how dossiers were closed.
  var hasClosings = false

  /// - Parameters:
  ///   - own: the office of whoever looks; nil: none.
  ///   - sees: whether a register's disputes may be seen.
  init(
    _ snapshot: RoundSnapshot, own: String?, _ frame: PageFrame, sees: (FigureTable) -> Bool
  ) {
    let round = snapshot.round
    let plan = snapshot.plan
    let words = RoundWords(round, frame.language)
    let numbers = NumberWords(frame.language)
    let values = PlainValueWords(frame.language)
    registers = plan.figures.tables.values.sorted { $0.name < $1.name }.map { table in
      Register(
        title: table.title, keeper: table.owner.map(words.unit) ?? "–",
        isOwn: table.owner != nil && table.owner == own,
        closedOn: table.closedOn.map { numbers.date($0) } ?? "–", period: table.period ?? "–",
        file: plan.cited(table.file.path), columns: table.columns.count,
        lacking: (table.covers ?? []).count { !table.hasRow($0) },
        isIllustrative: table.isIllustrative)
    }
    disputes = FigureDispute.all(in: snapshot, sees: sees).map { found in
      let unit = round.units[found.place].record.unit
      let figure = found.figure
      return Row(
        path: WebPath.dispute(figure.name.name, of: unit.id), unit: unit.name,
        figure: figure.name.title, register: figure.table.title,
        held: values.text(figure.held, of: figure.name),
        claim: values.text(.known(found.dispute.claim), of: figure.name),
        ground: found.dispute.ground, isOpen: found.isOpen)
    }
  }

  func html(_ frame: PageFrame) -> [UInt8] {
    frame.page(frame.say("Sổ theo dõi, số liệu", "Registers and figures")) { page in
      let open = disputes.count(where: \.isOpen)
      page.element(
        "h2", text: frame.say("Kiến nghị về số liệu (\(open) chờ)", "Disputes (\(open) open)"))
      if disputes.isEmpty {
        page.element("p", text: frame.say("Không có kiến nghị nào.", "There are none."))
      } else {
        writeDisputes(frame, &page)
      }
      writeRegisters(frame, &page)
      page.element(
        "p", .class("dim"),
        text: frame.say(
          "Thay cả sổ: Sở Nội vụ thay tệp ở trang Kỳ đánh giá, hoặc lệnh parindex replace.",
          "A whole register is replaced on the round's page, or by parindex replace."))
      if hasClosings {
        page.element("p") {
          $0.link(
            to: WebPath.dossierRequests,
            text: frame.say(
              "Quyết định giải trình, đính chính từng hồ sơ",
              "Decide what units say of single dossiers"))
        }
        page.element("p") {
          $0.link(
            to: WebPath.closings,
            text: frame.say(
              "Chốt, chốt lại số liệu hồ sơ", "Close the dossiers, or close them again"))
        }
        page.line()
      }
    }
  }

  private func writeDisputes(_ frame: PageFrame, _ page: inout HTMLWriter) {
    page.table(
      id: "kien-nghi", caption: frame.say("Chưa quyết định đứng trước", "Open ones first"),
      [
        .init(frame.say("Số liệu", "Figure")),
        .init(frame.say("Cơ quan, đơn vị, địa phương", "Unit")), .init(frame.say("Sổ", "Register")),
        .init(frame.say("Sổ ghi", "Held"), isNumber: true),
        .init(frame.say("Đề nghị", "Claimed"), isNumber: true),
        .init(frame.say("Nguyên nhân, căn cứ", "Cause, clause")),
        .init(frame.say("Tình trạng", "State")),
      ], name: "wide", isStacked: true, rows: disputes
    ) { row, dispute in
      row.element("th", .scope("row")) { $0.link(to: dispute.path, text: dispute.figure) }
      row.cell(dispute.unit)
      row.cell(dispute.register)
      row.numberCell(dispute.held)
      row.numberCell(dispute.claim)
      row.cell(dispute.ground)
      row.element("td") {
        $0.element(
          "span", .class(dispute.isOpen ? "state bad" : "state done"),
          text: dispute.isOpen
            ? frame.say("chờ quyết định", "open") : frame.say("đã quyết định", "decided"))
      }
    }
  }

  private func writeRegisters(_ frame: PageFrame, _ page: inout HTMLWriter) {
    page.table(
      id: "cac-so", caption: frame.say("Các sổ, bảng số liệu", "Registers and tables"),
      [
        .init(frame.say("Sổ, bảng", "Register")), .init(frame.say("Nơi giữ", "Kept by")),
        .init(frame.say("Ngày chốt", "Closed on")), .init(frame.say("Kỳ số liệu", "Period")),
        .init(frame.say("Tệp", "File")), .init(frame.say("Số cột", "Columns"), isNumber: true),
        .init(frame.say("Nơi thiếu số liệu", "Units without a row"), isNumber: true),
      ], name: "items", isStacked: true, rows: registers
    ) { row, register in
      row.element("th", .scope("row")) { cell in
        cell.text(register.title)
        if register.isOwn {
          cell.text(" ")
          cell.element(
            "span", .class("state done"), text: frame.say("cơ quan mình giữ", "ours"))
        }
        if register.isIllustrative {
          cell.text(" ")
          cell.element(
            "span", .class("state"), text: frame.say("số liệu minh họa", "illustrative"))
        }
      }
      row.cell(register.keeper)
      row.cell(register.closedOn)
      row.cell(register.period)
      row.cell(register.file)
      row.numberCell(String(register.columns))
      row.numberCell(String(register.lacking))
    }
  }
}

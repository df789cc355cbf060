internal import EventLog
internal import Grading
internal import Reports
internal import Typesetting

/// A meeting of the council, with what it was asked and what it decided.
struct Meeting {
  let event: RoundEvent
  /// What was put before it since the meeting before.
  var agenda: [RoundEvent] = []
  /// What it decided.
  var decisions: [RoundEvent] = []
}

/// The minutes of the council's meetings, from the round's log.
extension RoundPapers {
  /// In the log's order.
  var meetings: [Meeting] {
    var meetings: [Meeting] = []
    var agenda: [RoundEvent] = []
    for event in events {
      switch event.content.kind {
      case .met:
        meetings.append(Meeting(event: event, agenda: agenda))
        agenda = []
      case .agenda: agenda.append(event)
      case .decided:
        if !meetings.isEmpty { meetings[meetings.count - 1].decisions.append(event) }
      case .opened, .submitted, .corrected, .replaced, .appraised, .explanationRequested,
        .explained, .locked, .unlocked, .publication, .reconsiderationAsked,
        .reconsiderationAnswered, .amended:
        break
      }
    }
    return meetings
  }

  /// - Parameter meeting: nil: a form to be filled in.
  func minutes(_ meeting: Meeting?) -> Paper {
    let council = councils.first { $0.parent == nil } ?? Council(parent: nil, groups: [])
    let lower = topic
    let subject = say("Họp Hội đồng thẩm định kết quả \(lower)", "Meeting of the council: \(lower)")
    var blocks = letterhead(issuer(council), sign: "BB")
    blocks += letterTitle(say("BIÊN BẢN", "MINUTES"), subject)
    let time = meeting?.event.content.time.minute
    let opened = time.map { numbers.moment($0) } ?? "\(dots) giờ \(dots), \(day(nil))"
    blocks.append(
      body(say("Thời gian bắt đầu: \(opened).", "Opened: \(opened).")))
    let line = String(repeating: "…", count: 24)
    blocks.append(
      .paragraph(PaperParagraph(.blank, say("Địa điểm: \(line)", "Place: \(line)"))))
    blocks += illustration
    blocks += attendancePart(meeting)
    blocks += agendaPart(meeting)
    blocks += decisionPart(meeting)
    blocks.append(
      body(
        say(
          "Cuộc họp kết thúc lúc \(dots) giờ \(dots) cùng ngày; biên bản đã được đọc lại, các thành viên thống nhất./.",
          "The meeting closed at \(dots); the minutes were read out and agreed.")))
    blocks.append(.space(8))
    blocks.append(
      .table(
        PaperTable(
          .open, [.init(50), .init(50)],
          rows: [
            PaperRow([
              PaperCell(signed([say("THƯ KÝ", "SECRETARY")], nil)),
              PaperCell(signed([say("CHỦ TRÌ", "CHAIR")], nil)),
            ])
          ])))
    return paper(
      subject, [PaperSection(name: say("Biên bản", "Minutes"), mark: mark(of: nil), blocks: blocks)]
    )
  }

  private func attendancePart(_ meeting: Meeting?) -> [PaperBlock] {
    let head = heading(say("I. THÀNH PHẦN THAM DỰ", "I. PRESENT"))
    guard let present = meeting?.event.content.attendance, !present.isEmpty else {
      return [head] + blanks(4)
    }
    return [head]
      + present.enumerated().map { place, id in
        .paragraph(PaperParagraph(.listEntry, "\(place + 1). \(words.author(id))"))
      }
  }

  private func agendaPart(_ meeting: Meeting?) -> [PaperBlock] {
    let head = heading(say("II. NỘI DUNG", "II. AGENDA"))
    guard let meeting else { return [head] + blanks(4) }
    var blocks = [head]
    if let text = meeting.event.content.text { blocks.append(body(text + ".")) }
    guard !meeting.agenda.isEmpty else { return blocks }
    blocks.append(
      .table(
        PaperTable(
          .ruled, [.init(40), .init(54), .init(18, .trailing), .init(18, .trailing), .init(45)],
          heads: [
            PaperRow([
              PaperCell(say("Cơ quan, đơn vị", "Unit")),
              PaperCell(say("Nội dung đưa ra Hội đồng", "What was put before it")),
              PaperCell(say("Điểm hiện có", "Points now")),
              PaperCell(say("Điểm đề nghị", "Points asked for")),
              PaperCell(say("Ghi chú", "Notes")),
            ])
          ],
          rows: meeting.agenda.map { event in
            PaperRow([
              PaperCell(event.content.unit.map(words.unit) ?? "–"),
              PaperCell(subject(event)), PaperCell(points(event.content.from, event)),
              PaperCell(points(event.content.to, event)), PaperCell(event.content.text ?? ""),
            ])
          })))
    return blocks
  }

  private func decisionPart(_ meeting: Meeting?) -> [PaperBlock] {
    let head = heading(say("III. HỘI ĐỒNG QUYẾT ĐỊNH", "III. DECISIONS"))
    guard let meeting else { return [head] + blanks(6) }
    guard !meeting.decisions.isEmpty else { return [head, body(say("Không có.", "None."))] }
    return [
      head,
      .table(
        PaperTable(
          .dense,
          [
            .init(10, .center), .init(36), .init(48), .init(18, .trailing), .init(18, .center),
            .init(45),
          ],
          heads: [
            PaperRow([
              PaperCell(say("TT", "No.")), PaperCell(say("Cơ quan, đơn vị", "Unit")),
              PaperCell(say("Nội dung", "What")), PaperCell(say("Điểm quyết định", "Points")),
              PaperCell(say("Biểu quyết", "Vote")), PaperCell(say("Lý do", "Why")),
            ])
          ],
          rows: meeting.decisions.enumerated().map { place, event in
            PaperRow([
              cell(place + 1), PaperCell(event.content.unit.map(words.unit) ?? "–"),
              PaperCell(subject(event)), PaperCell(points(event.content.to, event)),
              PaperCell(
                event.content.vote.map { "\($0.inFavour)/\($0.against)/\($0.abstaining)" } ?? "–"),
              PaperCell(event.content.text ?? ""),
            ])
          })),
      note(
        say(
          "Biểu quyết: tán thành/không tán thành/không có ý kiến.",
          "Votes: in favour/against/abstaining.")),
    ]
  }

  /// The item or figure that an event is about, with its title.
  private func subject(_ event: RoundEvent) -> String {
    let set = set(event)
    switch event.content.subject {
    case .item(let id):
      let title = set.flatMap { set in set.itemIndex(id).map { set.items[$0].title } }
      return title.map { "\(id). \($0)" } ?? id
    case .figure(let name): return set?.figures.first { $0.name == name }?.title ?? name
    case nil: return event.content.text ?? "–"
    }
  }

  private func set(_ event: RoundEvent) -> CriteriaSet? {
    let unit = event.content.unit.flatMap { id in
      round.units.first { $0.record.unit.id == id }
    }
    return unit.map { round.sets[$0.record.set] }
  }

  /// With the decimals of the unit's score sheet, so that they stand under each other.
  private func points(_ value: EventValue?, _ event: RoundEvent) -> String {
    switch value {
    case .text(let text):
      Exact(parsing: text).map { number in
        guard case .item = event.content.subject, let set = set(event) else {
          return numbers.plain(number)
        }
        return sheets.points(number, set)
      } ?? text
    case .inputs(let inputs): inputs.sorted { $0.key < $1.key }.map(\.value).joined(separator: "; ")
    case nil: "–"
    }
  }
}

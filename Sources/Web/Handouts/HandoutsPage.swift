internal import Diagnostics
internal import HTMLWriting

/// What can be taken away of the round as files.
struct HandoutsPage: Sendable {
  let state: String
  /// What kept one from being made.
  var findings: FindingList?

  func html(_ frame: PageFrame, notice: String? = nil) -> [UInt8] {
    frame.page(frame.say("Văn bản, tệp tải về", "Papers and files")) { page in
      if let notice { frame.notice(notice, isBad: true, &page) }
      findings?.write(frame, &page)
      page.element(
        "p",
        text: frame.say(
          "Mọi tệp làm từ kết quả lúc này, đúng như các lệnh papers, site, bundle, workbook. Kỳ đánh giá: \(state).",
          "All are made of the result as it stands, just as the commands papers, site, bundle and workbook do. The round: \(state)."
        ))
      page.table(
        id: "tep",
        caption: frame.say("Bấm vào tên để tải; có thể phải chờ ít giây", "May take seconds"),
        [
          .init(frame.say("Tệp", "File")), .init(frame.say("Có gì", "What is in it")),
          .init(frame.say("Tên tệp", "Name")),
        ], name: "items", isStacked: true, rows: Handout.all
      ) { row, handout in
        row.element("th", .scope("row")) {
          $0.link(to: WebPath.handout(handout), text: handout.title(frame))
        }
        row.cell(handout.about(frame))
        row.cell(handout.file)
      }
    }
  }
}

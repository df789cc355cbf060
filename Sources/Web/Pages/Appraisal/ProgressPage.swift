internal import HTMLWriting

/// How far each appraiser has come.
struct ProgressPage: Hashable, Sendable {
  struct Row: Hashable, Sendable {
    let name: String
    /// Items that are theirs, and how many are in each state, in the order of `WorkTable.State`.
    let total: Int
    let counts: [Int]
    /// What they recorded themselves.
    let own: Int
  }

  let rows: [Row]

  func html(_ frame: PageFrame) -> [UInt8] {
    let trail = [PageFrame.Entry(path: WebPath.work, title: frame.say("Thẩm định", "Appraisal"))]
    return frame.page(frame.say("Tiến độ thẩm định", "Progress of appraisal"), trail: trail) {
      page in
      page.element(
        "p", .class("dim"),
        text: frame.say(
          "Một mục có thể thuộc việc của nhiều người: mục đó tính cho từng người.",
          "An item can be the work of several people: it counts for each of them."))
      page.table(
        id: "tien-do", caption: frame.say("Theo người thẩm định", "By appraiser"),
        [
          .init(frame.say("Người thẩm định", "Appraiser")),
          .init(frame.say("Mục được giao", "Items"), isNumber: true),
        ]
          + WorkTable.State.allCases.map {
            .init(frame.state($0).capitalisedFirst, isNumber: true)
          } + [.init(frame.say("Tự ghi", "Recorded by them"), isNumber: true)], name: "items",
        rows: rows
      ) { row, line in
        row.element("th", .scope("row"), text: line.name)
        row.numberCell(String(line.total))
        for count in line.counts { row.numberCell(String(count)) }
        row.numberCell(String(line.own))
      }
    }
  }
}

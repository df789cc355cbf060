internal import HTMLWriting
internal import Reports

extension MatterPage {
  /// - Parameters:
  ///   - query: the part of the work that it was come from, as it stands in addresses.
  ///   - sent: what the trial's form carries again.
  func html(
    _ frame: PageFrame, query: String, notice: String? = nil,
    sent: [(name: String, value: String)] = [], canPropose: Bool = false
  ) -> [UInt8] {
    let trail = [
      PageFrame.Entry(path: WebPath.work + query, title: frame.say("Thẩm định", "Appraisal"))
    ]
    return frame.page("\(unitName): \(title)", trail: trail) { page in
      if let notice { frame.notice(notice, &page) }
      writeNewer(frame, &page)
      trial?.write(
        frame, path: path + query, fields: sent, canPropose: canPropose,
        confirm: frame.say("Ghi vào nhật ký", "Record it"), &page)
      page.element(
        "p", .class("dim"),
        text: area + " · " + frame.say("tối đa \(maximum) điểm", "maximum \(maximum)")
          + (place.map { " · " + frame.say("thứ hạng hiện tại \($0)", "place now \($0)") } ?? ""))
      page.element("div", .class("sides")) { sides in
        sides.element("div") { left in
          writeLayers(frame, &left)
          writeEvidence(frame, &left)
          writeData(frame, &left)
          writeRule(frame, &left)
        }
        sides.line()
        sides.element("div") { right in
          if let proposal {
            right.element("p", .class("notice")) {
              $0.link(to: proposal.path, text: proposal.title)
            }
          }
          if let refusal { frame.notice(refusal, isBad: true, &right) }
          form?.write(frame, path: path + query, &right)
          writeHistory(frame, &right)
        }
      }
      page.line()
      frame.neighbours(
        frame.say("Mục trước, mục sau", "Other items"), previous, next, keys: true, &page)
    }
  }

  private func writeNewer(_ frame: PageFrame, _ page: inout HTMLWriter) {
    guard !newer.isEmpty else { return }
    page.element("div", .class("notice bad"), .init("role", "alert")) { box in
      box.element(
        "p",
        text: frame.say(
          "Có thay đổi khác sau khi bạn mở trang này; nội dung của bạn chưa ghi. Xem lại rồi gửi lại nếu vẫn cần:",
          "Something else happened after you opened this page; what you typed is not recorded. Look, then send it again if need be:"
        ))
      box.element("ul") { list in
        for event in newer {
          list.element(
            "li",
            text: [
              "\(event.time), \(event.who): \(event.what)",
              event.change.isEmpty ? nil : event.change,
            ].compactMap(\.self).joined(separator: ". "))
        }
      }
    }
    page.line()
  }

  private func writeLayers(_ frame: PageFrame, _ page: inout HTMLWriter) {
    page.element(
      "section", .class("result"), .init("aria-label", frame.say("Điểm", "Points"))
    ) { box in
      for (number, layer) in layers.enumerated() {
        box.element("p", .class("points")) { line in
          line.text("\(layer.title): ")
          line.element("strong", text: layer.points)
        }
        // The same reason is given once, under the last that it holds for.
        let isRepeated = number + 1 < layers.count && layers[number + 1].why == layer.why
        if !isRepeated { box.element("p", text: layer.why) }
      }
      if let note {
        box.element(
          "p", text: frame.say("Thuyết minh của đơn vị: ", "The unit's explanation: ") + note)
      }
      if isCouncils {
        box.element(
          "p",
          text: frame.say(
            "Hội đồng thẩm định cho điểm mục này.", "The council gives the points of this item."))
      }
    }
    page.line()
  }

  private func writeEvidence(_ frame: PageFrame, _ page: inout HTMLWriter) {
    page.element("h2", text: frame.say("Tài liệu kiểm chứng đã dẫn", "Evidence cited"))
    guard !evidence.isEmpty else {
      page.element(
        "p", .class("dim"), text: frame.say("Không dẫn tài liệu nào.", "None was cited."))
      return
    }
    page.element("ul") { list in
      for document in evidence {
        list.element("li") { entry in
          entry.text(document.text)
          if document.hasFile {
            entry.text(" ")
            entry.link(
              to: WebPath.file(document.id, of: unit), text: frame.say("mở tệp", "open the file"))
          }
          if let url = document.url {
            entry.text(" ")
            entry.open(
              "a", [.init("href", url), .init("rel", "noopener noreferrer external")])
            entry.text(frame.say("mở đường dẫn", "open the link"))
            entry.close("a")
          }
        }
      }
    }
    page.line()
  }

  private func writeData(_ frame: PageFrame, _ page: inout HTMLWriter) {
    guard !data.isEmpty else { return }
    page.element("h2", text: frame.say("Số liệu", "Data"))
    page.element("ul", .class("data")) { list in
      for line in data {
        if line.depth == 0 {
          list.element("li", text: line.text)
        } else {
          list.element("li", .class("dim"), text: line.text)
        }
      }
    }
    page.line()
  }

  private func writeRule(_ frame: PageFrame, _ page: inout HTMLWriter) {
    page.element("h2", text: frame.say("Cách chấm", "How it is scored"))
    if let measure { page.element("p", text: measure + ":") }
    page.element("ul", .class("rule")) { list in
      for line in rule { list.element("li", text: line) }
    }
    page.element("dl", .class("list")) { list in
      for (title, text) in facts {
        list.element("dt", text: title)
        list.element("dd", text: text)
      }
    }
    page.line()
  }

  private func writeHistory(_ frame: PageFrame, _ page: inout HTMLWriter) {
    page.element("h2", text: frame.say("Lịch sử", "History"))
    guard !history.isEmpty else {
      page.element("p", .class("dim"), text: frame.say("Chưa có gì.", "Nothing yet."))
      return
    }
    page.element("ol", .class("history")) { list in
      for event in history {
        list.element("li") { entry in
          entry.element("strong", text: event.what)
          if !event.change.isEmpty { entry.text(": " + event.change) }
          entry.element(
            "span", .class("hint"),
            text: frame.say(
              "\(event.time), \(event.who), sự kiện \(event.number)",
              "\(event.time), \(event.who), event \(event.number)"))
        }
      }
    }
    page.line()
  }
}

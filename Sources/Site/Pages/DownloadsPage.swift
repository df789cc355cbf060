internal import Diagnostics
internal import Grading
internal import HTMLWriting
internal import Reports

/// A file that can be downloaded, as it was written.
struct WrittenFile: Sendable {
  let path: String
  let size: Int
  /// SHA-256 in hexadecimal digits.
  let digest: String
}

/// The files with their digests, and how anybody can hold them against what was published.
extension Site {
  func downloadsPage(_ files: [(file: SiteFile, written: WrittenFile)]) -> SitePage {
    page(SitePath.downloads, title: say("Tải về", "Downloads"), section: .downloads) { page in
      let columns: [HTMLWriter.Column] = [
        .init(say("Nội dung", "What")), .init(say("Tệp", "File")),
        .init(say("Dung lượng", "Size"), isNumber: true),
        .init(say("Mã kiểm tra toàn vẹn (SHA-256)", "SHA-256")),
      ]
      page.table(id: "tep", caption: say("Dữ liệu mở", "Open data"), columns) { table in
        table.element("tbody") { body in
          for (file, written) in files {
            body.row { row in
              row.element("th", .scope("row"), text: title(file))
              row.element("td") { $0.link(to: written.path, text: written.path) }
              row.numberCell(size(written.size))
              row.element("td") { $0.element("code", text: written.digest) }
            }
          }
        }
      }
      page.element("h2", text: say("Kiểm tra", "Verifying"))
      page.element("p") { line in
        line.text(
          say(
            "Mã kiểm tra toàn vẹn của mọi tệp, kể cả các trang, ở ",
            "Digests of all files, the pages among them, stand in "))
        line.link(to: SiteFile.digests, text: SiteFile.digests)
        line.text(
          say(
            "; chạy lệnh dưới đây trong thư mục đã tải về:",
            "; in a downloaded copy of the site run:"))
      }
      page.element("p") { $0.element("code", text: "sha256sum --check --quiet SHA256SUMS") }
      page.element(
        "p",
        text: say(
          "Số trong tệp JSON ghi chính xác, dấu thập phân là dấu chấm; số không viết hết được ở dạng thập phân ghi như 5/3. Trang này in số theo cách viết tiếng Việt.",
          "Numbers in the JSON file are exact, 5/3 where no decimal ends."))
      page.line()
    }
  }

  private func size(_ bytes: Int) -> String {
    bytes < 10_000
      ? "\(numbers.count(bytes)) B" : "\(numbers.count((bytes + 500) / 1000)) kB"
  }
}

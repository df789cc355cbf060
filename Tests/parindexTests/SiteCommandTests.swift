import Foundation
import TestSupport
import Testing

/// The site of a round, written by the program.
struct SiteCommandTests {
  private static let issued = """
    publication: {state: published, decision: 141/QĐ-UBND, date: 2018-01-31, signer: Chủ tịch}
    """

  @Test
  func `a round that is not published has no site`() throws {
    let round = try SmallRound()
    let folder = round.home.path("trang")
    let ended = try Program().run("site", round.path, "--output", folder)
    #expect(ended.status == 2)
    #expect(ended.problems.contains("chưa công bố"))
    #expect(ended.problems.contains("--draft"))
    #expect(!FileManager.default.fileExists(atPath: folder))
  }

  @Test
  func `a draft is written and says so`() throws {
    let round = try SmallRound()
    let folder = round.home.path("trang")
    let ended = try Program().run("site", round.path, "--output", folder, "--draft")
    #expect(ended.status == 0, "\(ended.problems)")
    #expect(ended.text.contains("trang/index.html"))
    let page = String(decoding: Program.bytes(folder + "/index.html"), as: UTF8.self)
    #expect(page.contains("<strong>Dự thảo</strong>"))
  }

  @Test
  func `a published round has a site, with the places of an earlier one`() throws {
    let round = try SmallRound()
    try round.change("round.yaml") { text in
      let line = text.split(separator: "\n").first { $0.hasPrefix("publication:") }
      return line.map { text.replacing($0, with: Self.issued) } ?? text + Self.issued + "\n"
    }
    let folder = round.home.path("trang")
    let ended = try Program().run(
      "site", round.path, "--output", folder, "--previous", round.path, "--lang", "en")
    #expect(ended.status == 0, "\(ended.problems)")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder + "/co-quan")
    #expect(names.count == round.units.count)
    for name in names {
      let page = String(decoding: Program.bytes("\(folder)/co-quan/\(name)"), as: UTF8.self)
      #expect(page.contains(#"<html lang="en">"#))
      #expect(page.contains(#"id="cac-ky""#), "\(name)")
      #expect(page.utf8.count < 300_000)
    }
  }
}

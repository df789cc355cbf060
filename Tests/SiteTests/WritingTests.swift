import Diagnostics
import Foundation
import Grading
import Loading
import TestSupport
import Testing

@testable import Site

/// The site as it stands on a disk.
struct WritingTests {
  private func files(of folder: String) -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    let root = URL(fileURLWithPath: folder).resolvingSymlinksInPath().path + "/"
    let all = FileManager.default.enumerator(atPath: folder)
    while let name = all?.nextObject() as? String {
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: root + name, isDirectory: &isFolder)
      if !isFolder.boolValue {
        files[name] = FileManager.default.contents(atPath: root + name).map(Array.init) ?? []
      }
    }
    return files
  }

  private func write(_ site: Site, _ folder: String, threads: Int? = nil) throws -> WrittenSite {
    try site.write(to: folder, threads: threads).get()
  }

  @Test
  func `the same bytes, however many threads write`() throws {
    let home = try TemporaryFolder()
    let site = Site(try SmallSite.round, .vietnamese)
    let written = try write(site, home.path("a"), threads: 1)
    _ = try write(Site(try SmallSite.round, .vietnamese), home.path("b"))
    let first = files(of: home.path("a"))
    #expect(first.count == written.files)
    #expect(first == files(of: home.path("b")))
    #expect(!first.isEmpty)
  }

  @Test
  func `every link leads to a file and a place of the site`() throws {
    let home = try TemporaryFolder()
    let round = try SmallSite.round {
      $0.publicParts.evidence = true
      $0.publicParts.notes = true
    }
    let earlier = try SmallSite.earlier.get()
    _ = try write(Site(round, .vietnamese, earlier: [earlier], rowLimit: 2), home.path("s"))
    let files = files(of: home.path("s"))
    var count = 0
    for (name, bytes) in files where name.hasSuffix(".html") {
      let text = String(decoding: bytes, as: UTF8.self)
      let ids = text.matches(of: #/ id="([^"]+)"/#).map { String($0.1) }
      #expect(Set(ids).count == ids.count, "\(name): an id stands twice")
      for match in text.matches(of: #/ (?:href|src)="([^"]*)"/#) {
        let link = String(match.1)
        if link == "data:," { continue }
        count += 1
        if link.hasPrefix("#") {
          #expect(ids.contains(String(link.dropFirst())), "\(name): \(link)")
          continue
        }
        let base = URL(fileURLWithPath: "/" + name)
        let path = URL(fileURLWithPath: link, relativeTo: base).standardizedFileURL.path
        #expect(files[String(path.dropFirst())] != nil, "\(name): \(link)")
      }
    }
    #expect(count > 200)
  }

  @Test
  func `no page asks for anything outside`() throws {
    let pages = Site(try SmallSite.round, .vietnamese).pages + Site.looks
    for page in pages {
      let text = String(decoding: page.render(), as: UTF8.self)
      for word in ["http:", "https:", "//", "@import", "url(", "fetch(", "XMLHttp", "<base"] {
        #expect(!text.contains(word), "\(page.path): \(word)")
      }
    }
  }

  @Test
  func `digests are those of the files`() throws {
    let home = try TemporaryFolder()
    let site = Site(try SmallSite.round, .vietnamese, earlier: [try SmallSite.earlier.get()])
    _ = try write(site, home.path("s"))
    let files = files(of: home.path("s"))
    let lines = String(decoding: files["SHA256SUMS"] ?? [], as: UTF8.self)
      .split(separator: "\n")
    #expect(lines.count == files.count - 1)
    for line in lines {
      let name = String(line.dropFirst(66))
      #expect(files[name].map(FileAccess.digest) == String(line.prefix(64)), "\(name)")
    }
    let page = String(decoding: files["tai-ve.html"] ?? [], as: UTF8.self)
    for file in site.files {
      #expect(page.contains(FileAccess.digest(files[file.path] ?? [])), "\(file.path)")
    }
  }

  @Test
  func `an earlier site is replaced whole, another folder is left alone`() throws {
    let home = try TemporaryFolder()
    let site = Site(try SmallSite.round, .vietnamese)
    let folder = home.path("s")
    _ = try write(site, folder)
    try home.write("s/co-quan/cu.html", "old")
    _ = try write(site, folder)
    #expect(files(of: folder)["co-quan/cu.html"] == nil)
    #expect(FileAccess.names(in: home.path) == ["s"])

    try home.write("s/mine.txt", "mine")
    let refused = site.write(to: folder)
    guard case .failure(let failure) = refused else {
      Issue.record("a folder with other files was replaced")
      return
    }
    #expect(failure.diagnostic.message[.english].contains("is no site"))
    #expect(files(of: folder)["mine.txt"] == Array("mine".utf8))
    #expect(FileAccess.names(in: home.path) == ["s"])
  }

  @Test
  func `a folder with something hidden is no empty one, and no site`() throws {
    let home = try TemporaryFolder()
    let site = Site(try SmallSite.round, .vietnamese)
    for name in ["new", "old"] {
      let folder = home.path(name)
      if name == "old" { _ = try write(site, folder) }
      try home.write("\(name)/.git/HEAD", "ref: refs/heads/main")
      guard case .failure = site.write(to: folder) else {
        Issue.record("a repository was replaced")
        return
      }
      #expect(FileManager.default.fileExists(atPath: "\(folder)/.git/HEAD"))
    }
    #expect(FileAccess.names(in: home.path, hidden: true) == ["new", "old"])
  }

  @Test
  func `pages are small`() throws {
    let home = try TemporaryFolder()
    let written = try write(Site(try SmallSite.round, .vietnamese), home.path("s"))
    #expect(written.largest < 300_000)
    let files = files(of: home.path("s"))
    let first = ["index.html", SitePath.style, SitePath.script].map { files[$0]?.count ?? 0 }
    #expect(first.allSatisfy { $0 > 0 } && first.reduce(0, +) < 100_000)
  }
}

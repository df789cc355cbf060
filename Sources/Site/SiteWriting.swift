package import Diagnostics
internal import Grading
internal import Loading

/// What was written of a site.
package struct WrittenSite: Sendable {
  package let pages: Int
  package let files: Int
  package let bytes: Int
  /// The largest page.
  package let largest: Int
}

extension Site {
  /// Writes the whole site, or nothing: beside its place first, then into it.
  ///
  /// An earlier site in the same place is replaced as a whole; any other folder is left alone.
  package func write(to folder: String, threads: Int? = nil) -> Result<WrittenSite, SiteFailure> {
    let draft: DraftFolder
    switch DraftFolder.make(folder, replacing: Site.isSite, occupied: Diagnostic.notASite) {
    case .failure(let failure): return .failure(SiteFailure(failure.diagnostic))
    case .success(let made): draft = made
    }
    do {
      let written = try writeAll(draft, threads)
      if let problem = draft.finish() { return .failure(SiteFailure(problem)) }
      return .success(written)
    } catch {
      draft.abandon()
      return .failure(error)
    }
  }

  private func writeAll(_ draft: DraftFolder, _ threads: Int?) throws(SiteFailure) -> WrittenSite {
    let all = pages
    let folders =
      all.compactMap { folder(of: $0.path) }
      + files.compactMap { folder(of: $0.path) }
      + Site.looks.compactMap { folder(of: $0.path) }
    for folder in Set(folders).sorted() {
      if let problem = draft.makeFolder(folder) { throw SiteFailure(problem) }
    }
    var data: [(file: SiteFile, written: WrittenFile)] = []
    for file in self.files {
      let written = put(bytes(file, threads: threads), file.path, draft)
      data.append((file, try written.get()))
    }
    let pages = all + [downloadsPage(data)]
    let written = inParallel(pages.count, threads: threads) { place in
      put(pages[place].render(), pages[place].path, draft)
    }
    var files = data.map(\.written)
    var largest = 0
    for result in written {
      let file = try result.get()
      files.append(file)
      largest = max(largest, file.size)
    }
    for look in Site.looks { files.append(try put(look.render(), look.path, draft).get()) }
    let sums = files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
      .map { "\($0.digest)  \($0.path)\n" }.joined()
    files.append(try put(Array(sums.utf8), SiteFile.digests, draft).get())
    return WrittenSite(
      pages: pages.count, files: files.count, bytes: files.reduce(0) { $0 + $1.size },
      largest: largest)
  }

  private func put(_ bytes: [UInt8], _ path: String, _ draft: DraftFolder)
    -> Result<WrittenFile, SiteFailure>
  {
    if let problem = draft.put(bytes, in: path) { return .failure(SiteFailure(problem)) }
    return .success(
      WrittenFile(path: path, size: bytes.count, digest: FileAccess.digest(bytes)))
  }

  /// The folder a file stands in; nil: the root.
  private func folder(of path: String) -> String? {
    path.lastIndex(of: "/").map { String(path[..<$0]) }
  }

  /// Whether a folder holds nothing but what stands in a site, so that it may be replaced; what is
  /// hidden, like a repository's own folder, is somebody else's.
  private static func isSite(_ folder: String) -> Bool {
    let names = FileAccess.names(in: folder, hidden: true)
    guard FileAccess.isFolder(folder), !names.isEmpty else { return FileAccess.isFolder(folder) }
    let pages = [
      SitePath.overview, SitePath.years, SitePath.units, SitePath.criteria, SitePath.method,
      SitePath.downloads,
    ]
    let known = Set(
      pages + ["co-quan", "so-sanh", "xep-hang", "tieu-chi", "cach-cham", "giao-dien", "du-lieu"]
        + [SiteFile.digests])
    return names.contains(SiteFile.digests)
      && names.allSatisfy { known.contains($0) || $0.hasPrefix("co-quan_p") }
  }
}

/// Why a site was not written.
package struct SiteFailure: Error {
  package let diagnostic: Diagnostic

  init(_ diagnostic: Diagnostic) { self.diagnostic = diagnostic }
}

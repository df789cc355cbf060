internal import EventLog
internal import Loading
internal import Reports

/// The files of evidence, to whoever may read the unit's papers.
extension WebApplication {
  /// A file of evidence is a stranger's: whatever it holds, it runs nothing and asks for nothing.
  ///
  /// Images are sandboxed besides. A PDF is not: Chromium's viewer is a plug-in, which `sandbox`
  /// keeps out whatever it allows, so that the page would show nothing; scripts of a PDF run in that
  /// viewer's own process, without this origin's cookies.
  private static let policy =
    "default-src 'none'; img-src 'self'; object-src 'self'; style-src 'unsafe-inline'; "
    + "frame-ancestors 'self'; base-uri 'none'; form-action 'none'"

  func evidenceFile(_ visit: Visit, _ unit: String, _ address: String) throws -> WebResponse {
    switch try startShelf(visit, unit, document: address) {
    case .response(let response): return response
    case .shelf(let shelf, let place, _):
      guard let entry = shelf.entry(at: address), let digest = entry.digest,
        let file = place.open(entry.document.file)
      else { return notFound(visit) }
      return answer(file, digest, entry, visit)
    }
  }

  private func answer(
    _ file: OpenFile, _ digest: String, _ entry: UnitShelf.Entry, _ visit: Visit
  ) -> WebResponse {
    let kind = try? FileKind(file)
    let isShown = kind?.isShownInPages == true
    let tag = "\"\(digest)\""
    var range = ByteRange(visit.request.headers["range"], of: file.size)
    // A part of another file would be put together with parts of this one.
    if let known = visit.request.headers["if-range"], known != tag { range = .whole }
    var response = WebResponse(200, type: kind?.contentType ?? "application/octet-stream", [])
    switch range {
    case .whole: response.file = FileBody(file, 0..<file.size)
    case .part(let part):
      response.status = 206
      response.headers.append(
        ("content-range", "bytes \(part.lowerBound)-\(part.upperBound - 1)/\(file.size)"))
      response.file = FileBody(file, part)
    case .unsatisfiable:
      response.status = 416
      response.headers.append(("content-range", "bytes */\(file.size)"))
    }
    let name = "\(entry.address).\(kind?.ending ?? "bin")"
    response.headers += [
      ("accept-ranges", "bytes"), ("etag", tag),
      (
        "content-disposition", "\(isShown ? "inline" : "attachment"); filename=\"\(name)\""
      ),
      (
        "content-security-policy",
        WebApplication.policy + (kind == .pdf ? "" : "; sandbox")
      ), ("x-frame-options", "SAMEORIGIN"),
    ]
    return response
  }
}

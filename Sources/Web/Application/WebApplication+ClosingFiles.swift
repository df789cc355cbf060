internal import DossierCounting
internal import EventLog

/// Files of closings, as they are taken home.
extension WebApplication {
  func closingFile(_ visit: Visit, _ number: Int, _ name: String) throws -> WebResponse {
    switch try closedFile(visit, number, name) {
    case .success(let response): response
    case .failure(let hindrance): page(of: hindrance, visit)
    }
  }

  func closedFile(
    _ visit: Visit, _ number: Int, _ name: String
  ) throws -> Result<WebResponse, Hindrance> {
    if let hindrance = try hindrance(visit, of: .readClosings) { return .failure(hindrance) }
    guard visit.snapshot?.records != nil, let folder = settings.closings,
      let place = ClosingShelf(in: folder, of: keeper.folder).place(of: name, in: number),
      let file = OpenFile(at: place)
    else { return .failure(.missing) }
    return .success(
      .attachment(file, type: contentType(of: name), name: "chot-\(number)-\(name)"))
  }

  private func contentType(of name: String) -> String {
    name.hasSuffix(".csv") ? "text/csv; charset=utf-8" : "text/plain; charset=utf-8"
  }
}

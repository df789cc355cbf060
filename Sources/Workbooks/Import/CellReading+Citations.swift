internal import Diagnostics
internal import Spreadsheets

extension CellReading {
  /// The documents that a row names: one, or several apart by semicolons or lines.
  func citations(_ document: ReadCell, _ section: ReadCell, _ pages: ReadCell) -> [TypedCitation] {
    let ids = parts(word(document))
    let (section, pages) = ((section, text(section)), (pages, text(pages)))
    guard !ids.isEmpty else {
      let lost = [section, pages].first { $0.1?.trimmed.isEmpty == false }
      if let lost { problems.add(.placeWithoutDocument(source(lost.0))) }
      return []
    }
    guard ids.count > 1 else {
      return [
        TypedCitation(
          id: ids[0], section: section.1, pages: pages.1, source: source(document))
      ]
    }
    let sections = parts(section.1, keepsEmpty: true)
    let allPages = parts(pages.1, keepsEmpty: true)
    for (list, cell) in [(sections, section.0), (allPages, pages.0)]
    where list.dropFirst(ids.count).contains(where: { !$0.isEmpty }) {
      problems.add(.placeWithoutDocument(source(cell)))
    }
    func part(_ list: [String], _ place: Int) -> String? {
      guard place < list.count, !list[place].isEmpty else { return nil }
      return list[place]
    }
    return ids.enumerated().map { place, id in
      TypedCitation(
        id: id, section: part(sections, place), pages: part(allPages, place),
        source: source(document))
    }
  }

  private func parts(_ text: String?, keepsEmpty: Bool = false) -> [String] {
    guard let text else { return [] }
    return text.split(omittingEmptySubsequences: !keepsEmpty) { $0 == ";" || $0.isNewline }
      .map { String($0).trimmed }
  }
}

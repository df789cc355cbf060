internal import Diagnostics
internal import DossierCounting
internal import YAMLReading

extension RulesBuilder {
  /// `rates:`: each with its stated base, since regulations divide by different ones (DOMAIN 20).
  mutating func readRates(_ reader: inout MappingReader) {
    for (key, value) in reader.pairs("rates") {
      let id = key.text ?? ""
      if !isFigureName(id) { problems.add(.badFigureName(key)) }
      if DossierMetric(rawValue: id) != nil { problems.add(.nameOfMetric(id, at: key.span)) }
      if rules.subsets.contains(where: { $0.id == id }) {
        problems.add(.nameOfSubset(id, at: key.span))
      }
      guard var inner = MappingReader(value, key: id, into: problems) else { continue }
      let title = inner.string("title", .required)
      let of = inner.value("of", .required).flatMap { figure($0, key: "of") }
      let over = inner.value("over", .required).flatMap { figure($0, key: "over") }
      inner.finish()
      guard let of, let over else { continue }
      if of == over, let node = value["over"] { problems.add(.rateOverItself(id, at: node.span)) }
      rules.rates.append(DossierRate(id: id, title: title, of: of, over: over))
    }
  }

  /// `metric` or `subset.metric`.
  private func figure(_ node: YAMLNode, key: String) -> CountedFigure? {
    guard let text = node.readString(key: key, into: problems) else { return nil }
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
      .map(String.init)
    let subset = parts.count == 2 ? parts[0] : nil
    guard let name = parts.last, let metric = DossierMetric(rawValue: name) else {
      let known = DossierMetric.allCases.map(\.rawValue)
      let help = known.map { (subset.map { $0 + "." } ?? "") + $0 }
      problems.add(.unknownCount(text, known: help, at: node.span))
      return nil
    }
    if let subset, !rules.subsets.contains(where: { $0.id == subset }) {
      problems.add(.unknownSubset(subset, known: rules.subsets.map(\.id), at: node.span))
      return nil
    }
    return CountedFigure(subset: subset, metric)
  }
}

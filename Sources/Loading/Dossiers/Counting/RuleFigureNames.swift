package import DossierCounting
package import Grading

extension DossierRules {
  /// The figures that the rules add to the built-in ones: rates, and metrics of named subsets.
  package var figureNames: [FigureName] {
    rates.map {
      FigureName(name: "dossiers.\($0.id)", type: .rate, title: $0.title ?? $0.id)
    }
      + namedSubsets.flatMap { subset in
        DossierMetric.allCases.map { metric in
          let title = NameScope.dossiers.first { $0.0 == metric.rawValue }?.2 ?? metric.rawValue
          return FigureName(
            name: "dossiers.\(subset.id).\(metric.rawValue)", type: .count,
            title: "\(title) (\(subset.title ?? subset.id))")
        }
      }
  }
}

extension NameScope {
  /// Adds the figures of the rules that stand beside a set of criteria (`dossier-rules.yaml`).
  /// - Returns: the files that were read for them.
  mutating func addDossierFigures(besides path: String, files: FileAccess) -> [FileDigest] {
    let place = FileAccess.path("dossier-rules.yaml", besides: path)
    guard FileAccess.exists(place) else { return [] }
    let loading = loadDossierRules(place, files: files)
    for figure in loading.rules?.figureNames ?? [] { columns[figure.name] = figure }
    return loading.digests
  }
}

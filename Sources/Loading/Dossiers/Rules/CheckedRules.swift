package import Diagnostics
package import DossierCounting
internal import Grading
internal import YAMLReading

/// Rules, and the records that name them row by row, checked for whoever wrote them.
package struct CheckedRules: Sendable {
  /// Where the rules stand.
  package let path: String
  /// nil: there are none that can be used.
  package let rules: DossierRules?
  package let diagnostics: [Diagnostic]

  /// - Parameter path: a file of rules, a `records.yaml`, or a folder that holds one.
  package init(_ path: String, files: FileAccess = FileAccess()) {
    guard RulesPath.isRules(path, files) else {
      let loading = loadCaseRecords(at: path, files: files)
      guard let place = loading.rulesPath else {
        self.init(path: path, rules: nil, diagnostics: loading.diagnostics)
        return
      }
      var options = CaseCountOptions()
      options.tellsSuspicious = true
      var counter = CaseCounter(options, files, loading)
      counter.count(nil)
      // Rules are said in words also where the records cannot be read.
      let units = loading.unitsPath.map { unitsBeside($0, files: files) } ?? []
      let rules =
        counter.result?.rules
        ?? loadDossierRules(
          place, units: units, explanationsUntil: loading.records.explanationsUntil, files: files
        ).rules
      self.init(
        path: place, rules: rules,
        diagnostics: files.annotate(counter.problems.diagnostics).sorted())
      return
    }
    let read = loadDossierRules(path, units: unitsBeside(path, files: files), files: files)
    self.init(path: path, rules: read.rules, diagnostics: read.diagnostics)
  }

  private init(path: String, rules: DossierRules?, diagnostics: [Diagnostic]) {
    self.path = path
    self.rules = rules
    self.diagnostics = diagnostics
  }
}

private enum RulesPath {
  /// Whether a file says of itself that it holds rules, or does not say that it holds records.
  static func isRules(_ path: String, _ files: FileAccess) -> Bool {
    guard !FileAccess.isFolder(path), path.hasSuffix(".yaml") || path.hasSuffix(".yml") else {
      return false
    }
    let format = files.yaml(path).document?.root["format"]?.text ?? ""
    return !format.hasPrefix("parindex/records@")
  }
}

package import Diagnostics
package import DossierCounting
internal import Grading
internal import YAMLReading

/// Rules, and the records that name them, checked for whoever wrote them.
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
      let units = loading.unitsPath.map { unitsBeside($0, files: files) } ?? []
      let read = loadDossierRules(place, units: units, files: files)
      var found = loading.diagnostics + read.diagnostics
      if let rules = read.rules { found += checkExplanations(loading.records, rules: rules) }
      self.init(
        path: place, rules: read.rules, diagnostics: files.annotate(found).sorted())
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

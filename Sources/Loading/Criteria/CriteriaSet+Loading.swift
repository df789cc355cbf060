package import Diagnostics
package import Grading
internal import YAMLReading

/// A set of criteria as far as its file could be read, with everything wrong with it.
package struct CriteriaLoading: Sendable {
  /// nil: the file cannot be used.
  package var set: CriteriaSet?
  package var diagnostics: [Diagnostic]
  /// The file itself, its bases, and whatever else was read for it.
  var digests: [FileDigest] = []
}

/// Reads one criteria file, its base included.
///
/// Every problem of the set is reported; a problem in a base is shown where it stands in the base.
package func loadCriteriaSet(_ path: String, files: FileAccess = FileAccess()) -> CriteriaLoading {
  loadCriteriaSet(path, files: files, known: [:])
}

/// Reads a set out of a text that stands in no file yet; its bases, and dossier rules, are looked
/// for beside the path that the text is named by.
package func readCriteriaSet(_ text: SourceText, files: FileAccess = FileAccess())
  -> CriteriaLoading
{
  let read = readYAML(text)
  return loadCriteriaSet(
    text.file.path, files: files,
    known: [text.file.path: (read.document, text, read.diagnostics)])
}

/// Reads one criteria file for a table; only a set without errors has one.
package func loadCriteriaOutline(_ path: String, files: FileAccess = FileAccess())
  -> OutlineLoading
{
  let loading = loadCriteriaSet(path, files: files)
  var texts: [SourceText] = []
  guard let set = loading.set,
    let draft = readDraft(path, files, [:], [], DiagnosticCollector(), &texts)
  else { return OutlineLoading(outline: nil, diagnostics: loading.diagnostics) }
  return OutlineLoading(
    outline: CriteriaOutline(draft, set), diagnostics: loading.diagnostics)
}

/// A YAML file as it was read.
typealias ReadFile = (document: YAMLDocument?, text: SourceText?, diagnostics: [Diagnostic])

/// As `loadCriteriaSet(_:files:)`; files that are known by their paths are not read again.
func loadCriteriaSet(_ path: String, files: FileAccess, known: [String: ReadFile])
  -> CriteriaLoading
{
  let problems = DiagnosticCollector()
  var texts: [SourceText] = []
  guard let draft = readDraft(path, files, known, [], problems, &texts) else {
    return CriteriaLoading(set: nil, diagnostics: annotated(problems, texts))
  }
  var builder = SetBuilder(draft, problems)
  let rules = builder.scope.addDossierFigures(besides: path, files: files)
  let set = builder.build()
  return CriteriaLoading(
    set: problems.hasFatalErrors ? nil : set, diagnostics: annotated(problems, texts),
    digests: texts.map { FileDigest($0) } + rules)
}

private func annotated(_ problems: DiagnosticCollector, _ texts: [SourceText]) -> [Diagnostic] {
  texts.reduce(problems.diagnostics) { $1.annotate($0) }.sorted()
}

private func readDraft(
  _ path: String, _ files: FileAccess, _ known: [String: ReadFile], _ chain: [String],
  _ problems: DiagnosticCollector, _ texts: inout [SourceText]
) -> SetDraft? {
  let (document, text, diagnostics) = known[path] ?? files.yaml(path)
  problems.add(contentsOf: diagnostics)
  if let text { texts.append(text) }
  guard let document, var reader = MappingReader(document.root, into: problems) else { return nil }
  // In a file of another format everything else would be wrong too.
  guard reader.format("parindex/criteria") != nil else { return nil }
  guard let base = reader.string("extends") else {
    return SetDraft(base: &reader, into: problems)
  }
  let basePath = FileAccess.path(base, besides: path)
  let span = reader.value("extends")?.span ?? document.root.span
  if basePath == path || chain.contains(basePath) {
    problems.add(.overlayCycle(chain + [path, basePath], at: span))
    return nil
  }
  guard FileAccess.exists(basePath) else {
    problems.add(.noSuchFile(base, at: span))
    return nil
  }
  guard chain.count < 16 else {
    problems.add(.tooManyBases(most: 16, at: span))
    return nil
  }
  guard
    var draft = readDraft(basePath, files, known, chain + [path], problems, &texts)
  else { return nil }
  if let name = reader.string("reuse") {
    let place = FileAccess.path(name, besides: path)
    let span = reader.value("reuse")?.span ?? document.root.span
    guard FileAccess.exists(place) else {
      problems.add(.noSuchFile(name, at: span))
      return nil
    }
    reuse(place, files, known, on: &draft, problems, &texts)
  }
  draft.overlay(&reader, into: problems)
  return draft
}

/// Makes the changes that an overlay of another base makes, on this one: the special sets of a
/// re-issued regulation differ from its general set as they did before.
private func reuse(
  _ path: String, _ files: FileAccess, _ known: [String: ReadFile], on draft: inout SetDraft,
  _ problems: DiagnosticCollector, _ texts: inout [SourceText]
) {
  let (document, text, diagnostics) = known[path] ?? files.yaml(path)
  problems.add(contentsOf: diagnostics)
  if let text { texts.append(text) }
  guard let document, var reader = MappingReader(document.root, into: problems),
    reader.format("parindex/criteria") != nil
  else { return }
  // Its own base does not count.
  _ = reader.string("extends", .required)
  draft.overlay(&reader, into: problems)
}

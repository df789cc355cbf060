package import Diagnostics
internal import YAMLReading

extension FileAccess {
  /// A CSV file's table and its bytes as they are; no table, with diagnostics, when it cannot be used.
  ///
  /// Excerpts are cut from the table's own text, whose lines end with line feeds.
  package func csv(_ path: String) -> (
    table: CSVTable?, text: SourceText?, diagnostics: [Diagnostic]
  ) {
    switch readFile(path: copies[path] ?? path, displayPath: path, limit: limit) {
    case .refused(let diagnostic): return (nil, nil, [diagnostic])
    case .text(let text):
      let (table, diagnostics) = readCSV(text)
      return (table, text, diagnostics)
    }
  }
}

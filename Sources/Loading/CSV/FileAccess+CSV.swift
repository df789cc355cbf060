package import Diagnostics
internal import YAMLReading

extension FileAccess {
  /// A CSV file's table; nil with diagnostics when it cannot be used.
  package func csv(_ path: String) -> (
    table: CSVTable?, text: SourceText?, diagnostics: [Diagnostic]
  ) {
    switch readFile(path: path, displayPath: path, limit: limit) {
    case .refused(let diagnostic): return (nil, nil, [diagnostic])
    case .text(let text):
      let (table, diagnostics) = readCSV(text)
      return (table, table?.text ?? text, diagnostics)
    }
  }
}

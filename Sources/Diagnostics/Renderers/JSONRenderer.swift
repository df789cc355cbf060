/// Diagnostics as JSON for programs: `parindex/diagnostics@1`.
///
/// An object with `format`, `language`, `summary` (`errors`, `warnings`, `notes`) and
/// `diagnostics`. Each of these has `code`, `severity` (`error`, `warning`, `note`), `message`,
/// `path`, and where known `range` (`start` and `end`, each with `line` and `column` from 1, the
/// column counted in Unicode scalars, `end` just behind the last; in a workbook rows and columns of
/// a sheet, and `cell` beside them: `Bảng điểm!C7`), `excerpt` (the source line, or the cell's text),
/// `label`, `expected`, `help`, and `related`: other places, each with `path`, `range`, `message`.
/// Members without a value are left out; new members may be added within version 1.
package struct JSONRenderer: Sendable {
  package let language: Language

  package init(language: Language) { self.language = language }

  /// All diagnostics in the order given, with a line end behind the text.
  package func render(_ diagnostics: [Diagnostic]) -> String {
    var json = JSONWriter()
    let summary = DiagnosticSummary(diagnostics)
    json.object {
      $0.member("format", "parindex/diagnostics@1")
      $0.member("language", language.rawValue)
      $0.member("summary") {
        $0.object {
          $0.member("errors", summary.errors)
          $0.member("warnings", summary.warnings)
          $0.member("notes", summary.notes)
        }
      }
      $0.member("diagnostics") { json in
        json.array { array in diagnostics.forEach { write($0, to: &array) } }
      }
    }
    return json.text + "\n"
  }

  private func write(_ diagnostic: Diagnostic, to json: inout JSONWriter) {
    json.object {
      $0.member("code", diagnostic.code.rawValue)
      $0.member("severity", diagnostic.severity.rawValue)
      $0.member("message", diagnostic.message[language])
      writePlace(diagnostic.primary.span, to: &$0)
      $0.member("excerpt", ifPresent: diagnostic.primary.excerpt)
      $0.member("label", ifPresent: diagnostic.primary.message?[language])
      $0.member("expected", ifPresent: diagnostic.expected?[language])
      $0.member("help", ifPresent: diagnostic.help?[language])
      if !diagnostic.secondary.isEmpty {
        $0.member("related") { json in
          json.array { array in
            for label in diagnostic.secondary {
              array.object {
                writePlace(label.span, to: &$0)
                $0.member("message", ifPresent: label.message?[language])
              }
            }
          }
        }
      }
    }
  }

  private func writePlace(_ span: SourceSpan, to json: inout JSONWriter) {
    json.member("path", span.file.path)
    json.member("cell", ifPresent: span.cell)
    guard !span.isWholeFile else { return }
    json.member("range") {
      $0.object {
        $0.member("start") { write(span.start, to: &$0) }
        $0.member("end") { write(span.end, to: &$0) }
      }
    }
  }

  private func write(_ position: SourcePosition, to json: inout JSONWriter) {
    json.object {
      $0.member("line", Int(position.line))
      $0.member("column", Int(position.column))
    }
  }
}

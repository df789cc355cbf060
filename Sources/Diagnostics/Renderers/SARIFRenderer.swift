/// Diagnostics as SARIF 2.1.0, which code hosts and editors show beside the lines.
///
/// Columns are Unicode code points (`columnKind`). Paths become relative URIs.
package struct SARIFRenderer: Sendable {
  package let language: Language
  package let toolVersion: String?

  package init(language: Language, toolVersion: String? = nil) {
    self.language = language
    self.toolVersion = toolVersion
  }

  /// All diagnostics in the order given, with a line end behind the text.
  package func render(_ diagnostics: [Diagnostic]) -> String {
    let rules = Set(diagnostics.map(\.code)).sorted { $0.rawValue < $1.rawValue }
    var json = JSONWriter()
    json.object {
      $0.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
      $0.member("version", "2.1.0")
      $0.member("runs") { json in
        json.array { array in
          array.object {
            $0.member("tool") { json in json.object { writeDriver(rules, to: &$0) } }
            $0.member("columnKind", "unicodeCodePoints")
            $0.member("results") { json in
              json.array { array in
                for diagnostic in diagnostics { write(diagnostic, rules, to: &array) }
              }
            }
          }
        }
      }
    }
    return json.text + "\n"
  }

  private func writeDriver(_ rules: [DiagnosticCode], to json: inout JSONWriter) {
    json.member("driver") { json in
      json.object {
        $0.member("name", "parindex")
        $0.member("version", ifPresent: toolVersion)
        $0.member("language", language.rawValue)
        $0.member("rules") { json in
          json.array { array in
            for rule in rules {
              array.object {
                $0.member("id", rule.rawValue)
                $0.member("defaultConfiguration") { json in
                  json.object { $0.member("level", level(rule.severity)) }
                }
              }
            }
          }
        }
      }
    }
  }

  private func write(
    _ diagnostic: Diagnostic, _ rules: [DiagnosticCode], to json: inout JSONWriter
  ) {
    json.object {
      $0.member("ruleId", diagnostic.code.rawValue)
      if let index = rules.firstIndex(of: diagnostic.code) { $0.member("ruleIndex", index) }
      $0.member("level", level(diagnostic.severity))
      writeMessage(text(of: diagnostic), to: &$0)
      $0.member("locations") { json in
        json.array { array in array.object { writePlace(diagnostic.primary.span, to: &$0) } }
      }
      if !diagnostic.secondary.isEmpty {
        $0.member("relatedLocations") { json in
          json.array { array in
            for label in diagnostic.secondary {
              array.object {
                writePlace(label.span, to: &$0)
                if let message = label.message { writeMessage(message[language], to: &$0) }
              }
            }
          }
        }
      }
    }
  }

  private func writeMessage(_ text: String, to json: inout JSONWriter) {
    json.member("message") { json in json.object { $0.member("text", text) } }
  }

  /// SARIF has one message: what is wrong, what was expected and what to do, a line each.
  private func text(of diagnostic: Diagnostic) -> String {
    var lines = [diagnostic.message[language]]
    if let expected = diagnostic.expected {
      lines.append(TextRenderer.expected[language] + ": " + expected[language])
    }
    if let help = diagnostic.help {
      lines.append(TextRenderer.help[language] + ": " + help[language])
    }
    return lines.joined(separator: "\n")
  }

  private func level(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .note: "note"
    }
  }

  private func writePlace(_ span: SourceSpan, to json: inout JSONWriter) {
    json.member("physicalLocation") { json in
      json.object {
        $0.member("artifactLocation") { json in
          json.object { $0.member("uri", URIReference.of(path: span.file.path)) }
        }
        guard !span.isWholeFile, span.file.sheet == nil else { return }
        $0.member("region") { json in
          json.object {
            $0.member("startLine", Int(span.start.line))
            $0.member("startColumn", Int(span.start.column))
            $0.member("endLine", Int(span.end.line))
            $0.member("endColumn", Int(span.end.column))
          }
        }
      }
    }
    // A region counts lines of text, which a workbook has not.
    guard let cell = span.cell else { return }
    json.member("logicalLocations") { json in
      json.array { array in array.object { $0.member("fullyQualifiedName", cell) } }
    }
  }
}

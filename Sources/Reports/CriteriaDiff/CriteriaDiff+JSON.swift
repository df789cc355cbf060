package import Diagnostics
internal import Grading

extension CriteriaDiff {
  /// `parindex/criteria-diff@1`: the same changes as data, sentences in one language.
  package func json(_ language: Language) -> String {
    var json = JSONWriter()
    json.object {
      $0.member("format", "parindex/criteria-diff@1")
      $0.member("old") { write(old, to: &$0) }
      $0.member("new") { write(new, to: &$0) }
      $0.member("parts") { parts in
        parts.array { list in
          for part in self.parts { write(part, language, to: &list) }
        }
      }
    }
    return json.text + "\n"
  }

  private func write(_ side: Side, to json: inout JSONWriter) {
    json.object {
      $0.member("id", side.id)
      $0.member("title", side.title)
      $0.member("year", side.year)
      $0.member("max_points", side.maximum.canonicalText)
      $0.member("areas", side.areas)
      $0.member("criteria", side.criteria)
      $0.member("items", side.items)
    }
  }

  private func write(_ part: Part, _ language: Language, to json: inout JSONWriter) {
    json.object {
      $0.member("level", part.level.rawValue)
      $0.member("id", part.id)
      $0.member("old_id", ifPresent: part.oldID)
      $0.member("title", part.title)
      $0.member("changes") { changes in
        changes.array { list in
          for change in part.changes {
            list.object {
              $0.member("aspect", change.aspect.rawValue)
              $0.member("text", change.text[language])
              $0.member("before", ifPresent: change.before?[language])
              $0.member("after", ifPresent: change.after?[language])
            }
          }
        }
      }
    }
  }
}

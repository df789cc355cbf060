internal import Diagnostics
package import Grading

/// A unit's shelf of documents as texts, the way people type them: what a form holds and
/// evidence.yaml says.
///
/// Nothing is judged here: what is wrong is found where every file is read.
package struct FilledShelf: Hashable, Sendable {
  /// Empty texts stand for nothing.
  package struct Document: Hashable, Sendable {
    package var id: String
    package var kind = ""
    package var number = ""
    package var date = ""
    package var issuer = ""
    package var title = ""
    /// Seen from the unit's folder.
    package var file = ""
    package var sha256 = ""
    package var url = ""
    package var accessed = ""
    package var isShownInPerson = false

    package init(id: String) { self.id = id }
  }

  package var documents: [Document] = []

  package init() {}

  /// What was read of a unit's file, once more as texts.
  package init(_ shelf: [EvidenceDocument]) {
    documents = shelf.map { read in
      var document = Document(id: read.id)
      document.kind = read.kind
      document.number = read.number ?? ""
      document.date = read.date?.isoText ?? ""
      document.issuer = read.issuer ?? ""
      document.title = read.title ?? ""
      document.file = read.file ?? ""
      document.sha256 = read.sha256 ?? ""
      document.url = read.url ?? ""
      document.accessed = read.accessed?.isoText ?? ""
      document.isShownInPerson = read.isShownInPerson
      return document
    }
  }

  package subscript(id: String) -> Document? { documents.first { $0.id == id } }

  /// The text of evidence.yaml: a document a line, so that the same shelf is the same bytes.
  package var text: String {
    var out = ScaffoldText()
    out.line("format: parindex/evidence@1")
    out.line(documents.isEmpty ? "documents: []" : "documents:")
    for document in documents {
      var parts: [String] = []
      func add(_ key: String, _ value: String, isPlain: Bool = false) {
        if !value.isEmpty { parts.append("\(key): \(isPlain ? value : FilledShelf.quoted(value))") }
      }
      add("id", document.id)
      add("kind", document.kind)
      add("number", document.number)
      add("date", document.date, isPlain: FilledShelf.isDay(document.date))
      add("issuer", document.issuer)
      add("title", document.title)
      add("file", document.file)
      add("sha256", document.sha256)
      add("url", document.url)
      add("accessed", document.accessed, isPlain: FilledShelf.isDay(document.accessed))
      if document.isShownInPerson { parts.append("shown_in_person: yes") }
      out.line("- {\(parts.joined(separator: ", "))}", indent: 2)
    }
    return out.text
  }

  private static func isDay(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2D }
  }

  private static func quoted(_ text: String) -> String {
    var json = JSONWriter(indented: false)
    json.string(text)
    return json.text
  }
}

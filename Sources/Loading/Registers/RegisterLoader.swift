package import Diagnostics
package import Grading
package import YAMLReading

/// What one register of a round gave.
package struct LoadedRegister: Sendable {
  package enum Content: Sendable {
    case figures(FigureTable)
    /// Results of bodies outside the round, by the id of the unit above them.
    case bodies([String: [SubordinateResult]])
  }

  /// nil: nothing of it could be read.
  package var content: Content?
  /// The CSV file as it is on disk, for digests.
  package var text: SourceText?

  package init(content: Content? = nil, text: SourceText? = nil) {
    self.content = content
    self.text = text
  }
}

/// Reads registers: tables and records of other offices, as round.yaml declares them.
package struct RegisterLoader: Sendable {
  let units: [Unit]
  let expected: ExpectedRegisters
  let calendar: RoundCalendar
  let files: FileAccess
  let folder: String
  let names: RegisterUnits

  /// - Parameter folder: the round's folder, from which the files are named.
  package init(
    units: [Unit], expected: ExpectedRegisters, calendar: RoundCalendar,
    files: FileAccess = FileAccess(), folder: String
  ) {
    self.units = units
    self.expected = expected
    self.calendar = calendar
    self.files = files
    self.folder = folder
    names = RegisterUnits(units)
  }

  /// Reads one declaration and its file.
  ///
  /// Every problem of both is reported; those of the file bring their excerpts with them.
  package func load(
    name: String, key: YAMLNode? = nil, node: YAMLNode, into problems: DiagnosticCollector
  ) -> LoadedRegister {
    if RegisterLoader.reserved.contains(name) {
      problems.add(.reservedRegister(name, at: key?.span ?? node.headSpan))
    }
    guard
      let declaration = RegisterDeclarationReader(
        name: name, loader: self, problems: problems
      ).read(node)
    else { return LoadedRegister() }
    let path = FileAccess.normalised(
      folder.isEmpty ? declaration.file : "\(folder)/\(declaration.file)")
    let (table, text, faults) = files.csv(path)
    guard let table else {
      problems.add(contentsOf: faults.map { $0.declared(at: declaration.fileSpan) })
      return LoadedRegister(text: text)
    }
    var reading = RegisterReading(
      loader: self, register: declaration, table: table, problems: ProblemList())
    let content = reading.content()
    problems.add(contentsOf: table.text.annotate(faults + reading.problems.all))
    return LoadedRegister(content: content, text: text)
  }

  /// Namespaces that the round fills itself.
  static let reserved: Set<String> = [
    "dossiers", "submission", "unit", "deadline", "assessment", "subordinates", "result",
  ]
}

internal import Diagnostics
internal import Grading
internal import YAMLReading

/// A register as round.yaml declares it.
struct DeclaredRegister {
  enum Kind {
    /// One row a unit, one column a figure.
    case table
    /// Many rows a unit, counted into figures.
    case records([RecordFigure], describe: RowDescription?)
    /// Bodies outside the round.
    case bodies
  }

  let name: String
  let file: String
  let fileSpan: SourceSpan
  var title: String
  var owner: String?
  var closedOn: CalendarDay?
  var period: String?
  var note: String?
  var isIllustrative = false
  var absent: AbsentRow
  /// nil: all units.
  var covers: Set<String>?
  var unitColumn = "unit"
  var parentColumn = "parent"
  var columns: [DeclaredColumn] = []
  var missingColumns: Set<String> = []
  var signs = NumberSigns()
  var kind = Kind.table
}

/// A column as a register declares it.
struct DeclaredColumn {
  let name: String
  let title: String?
  /// Its name in the file's header.
  let header: String
  var cells: CellReader
  let span: SourceSpan
}

/// Reads the declaration of one register.
struct RegisterDeclarationReader {
  let name: String
  let loader: RegisterLoader
  let problems: DiagnosticCollector

  private var expected: ExpectedRegisters.Register { loader.expected[name] }

  /// nil, with diagnostics, when there is no file to read or no word on absent rows.
  func read(_ node: YAMLNode) -> DeclaredRegister? {
    guard var reader = MappingReader(node, key: name, into: problems) else { return nil }
    let file = reader.string("file", .required)
    let title = reader.string("title")
    let owner = reader.string("owner")
    let closedOn = reader.moment("closed_on")?.day
    let period = reader.string("period")
    let note = reader.string("note")
    let isIllustrative = reader.yesNo("illustrative") ?? false
    let absent = reader.choice("absent", of: AbsentRow.self, .required)
    let covers = reader.elements("covers").map { self.covers($0) }
    let unitColumn = reader.string("unit") ?? "unit"
    let parentColumn = reader.string("parent") ?? "parent"
    let signs = reader.value("numbers").flatMap { NumberSigns(reading: $0, into: problems) }
    let areBodies = reader.yesNo("bodies") ?? false
    let figureNodes = reader.entries("figures").map(Array.init)
    let needsColumns = figureNodes != nil && !areBodies
    let columnNodes = reader.entries("columns", needsColumns ? .required : .optional)
    let columns = (columnNodes.map(Array.init) ?? []).compactMap { column($0, $1, signs) }
    let missing = reader.elements("missing_columns") ?? []
    let describe = reader.value("describe")
    reader.finish()
    guard let file, let absent else { return nil }
    var register = DeclaredRegister(
      name: name, file: file, fileSpan: reader.value("file")?.span ?? node.headSpan,
      title: title ?? expected.title ?? name, owner: owner, closedOn: closedOn, period: period,
      note: note, isIllustrative: isIllustrative, absent: absent, covers: covers,
      unitColumn: unitColumn, parentColumn: parentColumn, columns: columns)
    register.signs = signs ?? NumberSigns()
    register.missingColumns = Set(missing.compactMap { missingColumn($0, columns) })
    if areBodies {
      register.kind = .bodies
      if let node = reader.keyNode("figures") { problems.add(.figuresOfBodies(at: node.span)) }
    } else if let figureNodes {
      var figures = RecordFigureReader(columns: columns, expected: expected, problems: problems)
      register.kind = .records(
        figureNodes.compactMap { figures.read(register: name, $0.key, $0.value) },
        describe: describe.flatMap {
          RowDescription(reading: $0, columns: columns, unit: unitColumn, into: problems)
        })
      reportUncounted(
        figureNodes.compactMap { $0.key.text }, register.missingColumns,
        at: reader.keyNode("figures")?.span ?? node.headSpan)
    }
    if figureNodes == nil || areBodies, let describe {
      problems.add(.describesNoRecords(at: describe.span))
    }
    if register.kind.isTable { addExpectedColumns(to: &register) }
    return register
  }

  /// Units by id, or all of a type.
  private func covers(_ nodes: [YAMLNode]) -> Set<String> {
    var covered: Set<String> = []
    let types = Set(loader.units.map(\.type))
    for node in nodes {
      guard let name = node.readString(key: "covers", into: problems) else { continue }
      if types.contains(name) {
        covered.formUnion(loader.units.filter { $0.type == name }.map(\.id))
      } else if loader.names[name] != nil {
        covered.insert(name)
      } else {
        problems.add(.unknownCover(name, known: types.sorted() + loader.names.ids, at: node.span))
      }
    }
    return covered
  }

  private func column(_ key: YAMLNode, _ node: YAMLNode, _ signs: NumberSigns?) -> DeclaredColumn? {
    guard let name = key.text, var reader = MappingReader(node, key: name, into: problems) else {
      return nil
    }
    let type = reader.choice("type", of: InputType.self, .required)
    let title = reader.string("title")
    let header = reader.string("column") ?? name
    let isPercent = reader.yesNo("percent")
    let options = (reader.entries("options").map(Array.init) ?? []).compactMap { option in
      option.value.readString(key: option.key.text, into: problems).map {
        Input.Option(id: option.key.text ?? "", title: $0)
      }
    }
    reader.finish()
    guard let type else { return nil }
    if isPercent == true, type != .rate, let node = reader.keyNode("percent") {
      problems.add(.percentOfNoRate(name, at: node.span))
    }
    if let wanted = expected.column(name), wanted.type.valueType != type.valueType {
      problems.add(
        .columnTypeConflict(
          name, register: self.name, wanted: wanted.type.valueType, found: type.valueType,
          at: node["type"]?.span ?? node.headSpan))
    }
    var cells = CellReader(column: header, type: type)
    cells.isPercent = isPercent ?? false
    cells.options = options
    cells.signs = signs ?? NumberSigns()
    return DeclaredColumn(name: name, title: title, header: header, cells: cells, span: key.span)
  }

  private func missingColumn(_ node: YAMLNode, _ columns: [DeclaredColumn]) -> String? {
    guard let name = node.readString(key: "missing_columns", into: problems) else { return nil }
    let known =
      expected.columns.map { String($0.column) }
      + expected.readOfBodies.filter { !$0.hasPrefix(self.name + ".") }.sorted()
    if !known.contains(name) {
      problems.add(.unknownName(name, known: known, at: node.span))
    }
    return name
  }

  /// Figures that a set reads and no rule counts.
  private func reportUncounted(_ counted: [String], _ missing: Set<String>, at span: SourceSpan) {
    for column in expected.read.subtracting(counted).subtracting(missing).sorted() {
      problems.add(.missingFigure(column, register: name, at: span))
    }
  }

  /// Columns that the criteria declare and the round need not declare again.
  private func addExpectedColumns(to register: inout DeclaredRegister) {
    let own = Set(register.columns.map(\.name))
    for figure in expected.columns where !own.contains(String(figure.column)) {
      var cells = CellReader(column: String(figure.column), type: figure.type)
      cells.signs = register.signs
      register.columns.append(
        DeclaredColumn(
          name: cells.column, title: figure.title, header: cells.column, cells: cells,
          span: register.fileSpan))
    }
  }
}

extension DeclaredRegister.Kind {
  var isTable: Bool {
    if case .table = self { true } else { false }
  }
}

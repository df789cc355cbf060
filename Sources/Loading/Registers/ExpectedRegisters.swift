package import Grading

/// What the criteria of a round expect of its registers.
package struct ExpectedRegisters: Sendable {
  /// One register, as all sets together see it.
  struct Register: Sendable {
    var title: String?
    var columns: [FigureName] = []
    /// The columns that an expression reads; the others are only declared.
    var read: Set<String> = []
    /// What `subordinates: {from: …}` reads of each body: `index`, `grade` and dotted names.
    var readOfBodies: Set<String> = []

    func column(_ name: String) -> FigureName? { columns.first { $0.column == name } }
  }

  private var registers: [String: Register] = [:]

  /// Gathers what sets declare and read, and further figures that grade conditions read.
  package init(sets: [CriteriaSet] = [], reading more: [FigureName] = []) {
    for set in sets {
      for declared in set.registers {
        registers[declared.name, default: Register()].title =
          registers[declared.name]?.title ?? declared.title
        for column in declared.columns { declare(column) }
      }
    }
    for figure in sets.flatMap(\.figures) + more { read(figure) }
    for set in sets {
      for item in set.items { readBodies(item.rule, set.figures) }
    }
    // Last year's index is always understood, whether a set reads it or not.
    declare(NameScope.previousIndex)
  }

  subscript(name: String) -> Register { registers[name] ?? Register() }

  /// The figure with this dotted name, in whichever register.
  func figure(_ name: String) -> FigureName? {
    let namespace = String(name.prefix { $0 != "." })
    return registers[namespace]?.columns.first { $0.name == name }
      ?? NameScope.dossiers.first { "dossiers.\($0.0)" == name }
      .map { FigureName(name: name, type: $0.1, title: $0.2) }
  }

  /// Every dotted name that is known.
  var names: [String] { registers.values.flatMap { $0.columns.map(\.name) }.sorted() }

  private mutating func declare(_ figure: FigureName) {
    let name = String(figure.namespace)
    guard registers[name]?.column(String(figure.column)) == nil else { return }
    registers[name, default: Register()].columns.append(figure)
  }

  private mutating func readBodies(_ rule: Rule, _ figures: [FigureName]) {
    guard let rule = rule.subordinatesRule, let register = rule.from else { return }
    var names: Set<String> = []
    switch rule.of {
    case .index: names.insert("index")
    case .grade: names.insert("grade")
    case .figure(let expression):
      for case .figure(let place) in expression.references { names.insert(figures[place].name) }
    }
    registers[register, default: Register()].readOfBodies.formUnion(names)
  }

  private mutating func read(_ figure: FigureName) {
    switch figure.namespace {
    case "submission", "assessment", "result": return
    case "subordinates":
      // What is pooled over the units below is read from their own rows.
      guard figure.column.contains(".") else { return }
      read(FigureName(name: String(figure.column), type: figure.type, title: figure.title))
    default:
      declare(figure)
      registers[String(figure.namespace), default: Register()].read.insert(String(figure.column))
    }
  }
}

internal import Grading

/// The registers of the sample round; everything in them is made up except what comes from the
/// printed tables.
struct SampleRegisters {
  private(set) var tables: [Register] = []
  let facts: [UnitFacts]
  let printed: DossierTables
  let year: Int
  let seed: UInt64

  init(_ facts: [UnitFacts], printed: DossierTables, year: Int, seed: UInt64) {
    self.facts = facts
    self.year = year
    self.printed = printed
    self.seed = seed
    addRecords()
    addLeadership()
    addProcedures()
    addPeople()
    addTechnology()
    addSpecial()
  }

  /// A figure as the engine would read it; dossier figures from the printed tables.
  func value(_ figure: FigureName, _ fact: UnitFacts) -> FigureValue {
    switch figure.namespace {
    case "dossiers":
      let number: Int? =
        switch figure.column {
        case "received": fact.dossiers?.received
        case "resolved": fact.dossiers?.resolved
        case "late": fact.dossiers?.late
        case "early": fact.dossiers?.early
        case "in_time": fact.dossiers.map { $0.resolved - $0.late }
        default: nil
        }
      return number.map { .known(.number(Exact($0))) } ?? .missing
    case "subordinates":
      return figure.column == "count" ? .known(.number(Exact(fact.children))) : .missing
    default:
      guard let table = tables.first(where: { $0.name == figure.namespace }) else {
        return .missing
      }
      return table.value(String(figure.column), fact.unit.id)
    }
  }

  /// A figure raised by so much, but not above what it is a part of.
  func raised(_ figure: String, by change: Int, _ set: CriteriaSet, _ fact: UnitFacts) -> String? {
    guard let name = set.figures.first(where: { $0.name == figure }),
      case .known(.number(let number)) = value(name, fact), let whole = number.integer
    else { return nil }
    let total = set.figures.first { $0.name == "\(name.namespace).received" }
    guard let total, case .known(.number(let most)) = value(total, fact), let most = most.integer
    else { return String(whole + change) }
    return String(min(most, whole + change))
  }

  mutating func add(_ register: Register) { tables.append(register) }

  /// Adds a table with one row a unit; nil: no row.
  mutating func add(
    _ name: String, _ columns: [String], absent: AbsentRow = .missing, of types: [String],
    row: (UnitFacts, inout Randomness) -> [String?]?
  ) {
    var register = Register(name, columns: ["unit"] + columns, absent: absent)
    for fact in facts where types.contains(fact.unit.type) {
      var random = Randomness(seed, fact.identity, name)
      if let cells = row(fact, &random) { register.add(fact.unit.id, cells) }
    }
    add(register)
  }
}

/// Cells of whole numbers.
func cells(_ numbers: Int?...) -> [String?] { numbers.map { $0.map { String($0) } } }

/// `87.5%`.
func percent(perMille: Int) -> String {
  perMille % 10 == 0 ? "\(perMille / 10)%" : "\(perMille / 10).\(perMille % 10)%"
}

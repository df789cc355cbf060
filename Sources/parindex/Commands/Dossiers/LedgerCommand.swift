import ArgumentParser
import Diagnostics
import DossierCounting
import Glibc
import Grading
import Loading
import Reports

struct LedgerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ledger",
    abstract: "Sổ chi tiết: từng hồ sơ trễ hạn, bị loại trừ, lập riêng, bất thường.",
    usage: "parindex dossiers ledger <path> [<options>]",
    discussion: """
      Every dossier that is late, overdue, excluded, listed, corrected or suspicious,
      with the rule and its clause in words. --format csv opens right in Excel.

      VÍ DỤ
        parindex dossiers ledger Submissions/khanh-hoa-2019 --unit so-y-te
        parindex dossiers ledger dossiers --unit so-y-te --format csv > so-y-te.csv
      """)

  @OptionGroup var input: CaseReadingOptions

  @Option(help: "Chỉ hồ sơ của cơ quan, đơn vị, địa phương này.")
  var unit: String?

  @OptionGroup var reading: ReadingOptions

  @Option(help: "Dạng kết quả: text, json, csv.")
  var format = OutputFormat.text

  func run() throws {
    let folder = SpillOptions().path
    guard let scratch = TemporaryFile(in: folder) else {
      let reason = systemError(errno)
      reading.complain([.fileUnwritable(SourceFile(path: folder), reason: reason)])
      throw Exit.unusable
    }
    let counted = try CountedCases(input, reading) { $0.scratch = scratch }
    let units = counted.count.units
    if let unit, !units.contains(where: { $0.id == unit }) {
      throw UsageProblem.unknown(
        unit, among: units.map(\.id), vi: "cơ quan, đơn vị", en: "unit")
    }
    let pages = LedgerPages(
      LedgerWords(
        rules: counted.count.rules, records: counted.count.records, units: units,
        language: reading.language))
    var writer = LedgerWriting(
      pages, format, unit: unit, isColoured: reading.usesColor(STDOUT_FILENO))
    let problem = readLedger(in: scratch) { entry in
      if unit == nil || entry.unit == unit { writer.add(entry) }
    }
    if let problem {
      reading.complain([problem])
      throw Exit.unusable
    }
    writer.finish()
  }
}

/// Prints a ledger a stretch of rows at a time.
private struct LedgerWriting {
  private let pages: LedgerPages
  private let format: OutputFormat
  private let unit: String?
  private let isColoured: Bool
  private var waiting: [LedgerEntry] = []
  private var count = 0

  init(_ pages: LedgerPages, _ format: OutputFormat, unit: String?, isColoured: Bool) {
    self.pages = pages
    self.unit = unit
    self.format = format
    self.isColoured = isColoured
  }

  mutating func add(_ entry: LedgerEntry) {
    waiting.append(entry)
    if waiting.count == LedgerPages.stretch { write() }
  }

  mutating func finish() {
    if !waiting.isEmpty || count == 0 { write() }
    switch format {
    case .text: Console.print("\n" + pages.end(count))
    case .json: Console.print("\n]\n")
    case .csv: break
    }
  }

  private mutating func write() {
    let isFirst = count == 0
    count += waiting.count
    switch format {
    case .text:
      if isFirst { Console.print(pages.head(unit: unit, isColoured: isColoured)) }
      if !waiting.isEmpty {
        Console.print("\n" + pages.text(waiting, isColoured: isColoured))
      }
    case .json: Console.print((isFirst ? "[\n" : ",\n") + pages.json(waiting))
    case .csv: Console.print((isFirst ? pages.csvHead() : []) + pages.csv(waiting))
    }
    waiting.removeAll(keepingCapacity: true)
  }
}

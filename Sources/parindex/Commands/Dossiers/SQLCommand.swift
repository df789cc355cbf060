import ArgumentParser
import Diagnostics
import Loading
import Reports

extension SQLDialect: ExpressibleByArgument {}

struct SQLCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sql",
    abstract: "Viết quy tắc đếm hồ sơ thành một câu lệnh SQL.",
    usage: "parindex dossiers sql <path> --dialect <dialect> [<options>]",
    discussion: """
      Writes the counting of dossier rules as one SQL query, for an engine where the
      records already sit in a table; the figures are those of dossiers count.

      VÍ DỤ
        parindex dossiers sql dossiers --dialect clickhouse
        parindex dossiers sql dossiers/records.yaml --dialect spark --ledger

      Bảng tên là dossiers, mỗi hồ sơ một dòng, mỗi trường là một cột văn bản:
      dossier, unit, procedure, domain, channel, received_at, due_at, ready_at,
      returned_at, status, digitised, paid_online, linked_late_agency; thêm source
      khi quy tắc hoặc lần nghẽn lỗi chỉ nói tới một trong nhiều hệ thống, hoặc khi
      các hệ thống viết ngày, viết từ khác nhau: hồ sơ của mỗi nguồn được đọc theo
      cách của nguồn ấy, hồ sơ của nguồn không khai thì không đếm. Trường
      mà tệp xuất không có thì để cột trống. Câu lệnh đếm mọi dòng: mã hồ sơ lặp
      lại phải bỏ trước (như --skip-repeat-check của dossiers count).

      Đơn vị, danh mục thủ tục, lần nghẽn lỗi, giải trình, đính chính và bước xử lý
      nằm ngay trong câu lệnh; chúng thay đổi thì viết lại câu lệnh. Điều không viết
      được thành SQL (như đo theo giờ làm việc) bị từ chối kèm lý do, mã 3.
      """)

  @Argument(help: "Thư mục có records.yaml, hoặc tệp records.yaml.", completion: .file())
  var path: String

  @Option(help: "Hệ quản trị dữ liệu: clickhouse, spark.")
  var dialect: SQLDialect

  @Flag(help: "Câu lệnh cho sổ chi tiết từng hồ sơ, thay cho số đếm theo đơn vị.")
  var ledger = false

  @Option(help: "Tệp quy tắc; mặc định là tệp mà records.yaml nêu.", completion: .file())
  var rules: String?

  @OptionGroup var reading: ReadingOptions

  func run() throws {
    var options = CaseCountOptions()
    options.rules = rules.map(FileAccess.normalised)
    let (cases, diagnostics) = loadDeclaredCases(at: FileAccess.normalised(path), options)
    reading.complain(diagnostics)
    guard let cases else { throw Exit.unusable }
    let sql = DossierSQL(
      rules: cases.rules, records: cases.records, units: cases.units, dialect: dialect)
    let refusals = sql.refusals(at: cases.rulesSpan)
    guard refusals.isEmpty else {
      reading.complain(refusals)
      throw Exit.unusable
    }
    Console.print(ledger ? sql.ledger() : sql.counts())
  }
}

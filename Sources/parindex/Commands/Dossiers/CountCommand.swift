import ArgumentParser
import Diagnostics
import DossierCounting
import Glibc
import Loading
import Reports

struct CountCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "count",
    abstract: "Đếm hồ sơ theo từng đơn vị từ dữ liệu một cửa, theo quy tắc của kỳ.",
    usage: "parindex dossiers count <path> [<options>]",
    discussion: """
      Counts case records by unit by a year's rules: every row is counted, excluded
      by a named rule, or rejected with its reason.

      VÍ DỤ
        parindex dossiers count Submissions/khanh-hoa-2019
        parindex dossiers count dossiers/records.yaml --as-of 30/11/2019
        parindex dossiers count motcua.csv --rules dossier-rules.yaml --format csv
        parindex dossiers count dossiers --ledger so.csv --rejects loi.csv

      --ledger ghi sổ chi tiết: mỗi hồ sơ trễ hạn, quá hạn, bị loại trừ, lập danh
      sách riêng, được điều chỉnh hoặc bất thường là một dòng; --rejects ghi các
      dòng không đọc được. Tệp nén bị cụt thì vẫn đếm phần đọc được, nói rõ là chưa
      đủ và kết thúc bằng mã 3.
      """)

  @OptionGroup var input: CaseReadingOptions

  @Option(help: "Ghi sổ chi tiết (CSV) vào tệp này.", completion: .file())
  var ledger: String?

  @Option(help: "Ghi các dòng không đọc được (CSV) vào tệp này.", completion: .file())
  var rejects: String?

  @Flag(help: "Nói thêm đã đếm bằng bao nhiêu luồng, véc-tơ rộng bao nhiêu.")
  var verbose = false

  @OptionGroup var reading: ReadingOptions

  @Option(help: "Dạng kết quả: text, json, csv.")
  var format = OutputFormat.text

  func validate() throws {
    if let ledger, ledger == rejects {
      throw ValidationError("--ledger và --rejects phải là hai tệp khác nhau")
    }
  }

  func run() throws {
    let counted = try CountedCases(input, reading, takesIncomplete: true) { options in
      options.ledger = ledger.map(FileAccess.normalised)
      options.rejects = rejects.map(FileAccess.normalised)
    }
    let threads = input.threads ?? Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    let bits = CountingOptions.widestVectors
    switch format {
    case .csv: Console.print(CountCSV(counted.dossiers).text())
    case .json:
      Console.print(CountJSON(counted.dossiers, threads: threads, vectorBits: bits).text())
    case .text:
      let details = Wording(
        vi: "Đếm bằng \(threads) luồng, véc-tơ \(bits) bit.",
        en: "Counted with \(threads) thread\(threads == 1 ? "" : "s"), vectors of \(bits) bits.")
      Console.print(
        CountText(
          counted.dossiers, language: reading.language,
          isColoured: reading.usesColor(STDOUT_FILENO),
          details: verbose ? details[reading.language] : nil
        ).text())
    }
    if !counted.count.cut.isEmpty { throw Exit.unusable }
  }
}

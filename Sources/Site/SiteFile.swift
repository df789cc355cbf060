internal import Diagnostics
internal import Grading
internal import Loading
internal import Reports

/// What can be downloaded beside the pages.
enum SiteFile {
  case rankings
  case sheets
  case result
  case years
  case dictionary

  var path: String {
    switch self {
    case .rankings: "du-lieu/xep-hang.csv"
    case .sheets: "du-lieu/phieu-diem.csv"
    case .result: "du-lieu/ket-qua.json"
    case .years: "du-lieu/so-sanh-nam.csv"
    case .dictionary: "du-lieu/tu-dien-du-lieu.csv"
    }
  }

  /// The digests of all files of the site.
  static let digests = "SHA256SUMS"
}

extension Site {
  /// Those that there are of this round.
  var files: [SiteFile] {
    [.rankings, .sheets, .result] + (years == nil ? [] : [.years]) + [.dictionary]
  }

  func title(_ file: SiteFile) -> String {
    switch file {
    case .rankings: say("Bảng xếp hạng (CSV, mở bằng Excel)", "Rankings (CSV)")
    case .sheets: say("Phiếu điểm mọi đơn vị (CSV, mở bằng Excel)", "All score sheets (CSV)")
    case .result:
      say("Toàn bộ kết quả cho máy đọc (JSON)", "The whole result for programs (JSON)")
    case .years:
      say("So với năm trước (CSV, mở bằng Excel)", "Beside the year before (CSV)")
    case .dictionary:
      say(
        "Từ điển dữ liệu: ý nghĩa từng cột, từng trường (CSV)",
        "Data dictionary: what columns and fields mean (CSV)")
    }
  }

  func bytes(_ file: SiteFile, threads: Int?) -> [UInt8] {
    switch file {
    case .rankings: return Array(RankingCSV(round, language).text().utf8)
    case .sheets:
      let sheet = ScoreSheetCSV(round, language, explains: false)
      let units = round.units.indices.filter(round.hasShownResult)
      return inParallel(units.count, threads: threads) { sheet.rows(units[$0]) }
        .reduce(into: sheet.head) { $0.append(contentsOf: $1) }
    case .result:
      // The files a result was made from are not named: they would tell what evidence there is.
      return ResultJSON(round, language: language).bytes(
        provenance: nil, workers: { inParallel($0, threads: threads, $1) },
        digest: FileAccess.digest)
    case .years: return Array((years?.csv(block: nil, unit: nil) ?? "").utf8)
    case .dictionary:
      let names = DataDictionary.Names(
        ranking: "xep-hang.csv", sheets: "phieu-diem.csv", gaps: nil, result: "ket-qua.json")
      return Array(DataDictionary(round, language, names).csv.utf8)
    }
  }
}

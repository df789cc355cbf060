import ArgumentParser
import Diagnostics
import Glibc
import Grading
import Loading
import Site

struct SiteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "site",
    abstract: "Ghi trang web công khai kết quả: tệp tĩnh, không cần máy chủ.",
    usage: "parindex site <round> --output <folder> [<options>]",
    discussion: """
      Writes a static site: rankings, a page per unit and per criterion, the method,
      downloads with digests. Opens from disk; nothing is fetched from anywhere.

      VÍ DỤ
        parindex site Submissions/khanh-hoa-2017 --output trang --draft
        parindex site ky-2019 --output trang --previous ky-2018 --previous ky-2017
        parindex site ky-2019 --output site-en --lang en

      Kỳ đánh giá chưa công bố thì lệnh từ chối; có --draft thì vẫn ghi, trang nào
      cũng ghi là dự thảo. Tên người, lý do và ghi chú, tài liệu kiểm chứng, nội dung
      còn thiếu chỉ có trên trang khi round.yaml cho phép:
        public: {names: no, notes: no, evidence: no, gaps: no}
      Trang đã ghi trước đó ở cùng thư mục được thay cả; thư mục khác thì không đụng.
      """)

  @OptionGroup var input: RoundReadingOptions
  @OptionGroup var reading: ReadingOptions

  @Option(name: .shortAndLong, help: "Thư mục của trang web.")
  var output: String

  @Option(
    help: ArgumentHelp(
      "Kỳ đánh giá trước, để có thứ hạng qua các kỳ và so sánh với kỳ gần nhất; ghi được nhiều lần.",
      valueName: "round"))
  var previous: [String] = []

  @Flag(help: "Ghi cả khi chưa công bố; mọi trang ghi là dự thảo.")
  var draft = false

  func validate() throws {
    if input.isTrial {
      throw ValidationError(
        "trang web không làm từ lần chấm thử: bỏ --criteria, --dossier-rules, --without-exclusions")
    }
  }

  func run() throws {
    let computed = try ComputedRound(input, reading, anew: true)
    try refuseUnlessPublic(computed.round, input.round, leftOut: computed.loaded.leftOut)
    let earlier = try previous.map { path in
      let round = try PreviousRound.load(path, threads: input.threads, reading).round
      try refuseUnlessPublic(round, path, leftOut: [])
      return round
    }
    let site = Site(
      computed.round, reading.language, earlier: earlier, isDraft: draft,
      workers: { inParallel($0, threads: input.threads, $1) })
    let folder = FileAccess.normalised(output)
    switch site.write(to: folder, threads: input.threads) {
    case .failure(let failure):
      reading.complain([failure.diagnostic])
      throw Exit.unusable
    case .success(let written):
      Console.print(
        Wording(
          vi: "Đã ghi \(written.pages) trang vào \(folder); mở \(folder)/index.html để xem.\n",
          en: "Wrote \(written.pages) pages to \(folder); open \(folder)/index.html.\n")[
            reading.language])
    }
    // All is written; to take a large round apart in memory first would only keep people waiting.
    Glibc.exit(EXIT_SUCCESS)
  }

  /// What is not decided, or not whole, is shown to nobody unless it says so itself.
  private func refuseUnlessPublic(_ round: Round, _ path: String, leftOut: [String]) throws {
    guard !draft else { return }
    if !round.plan.publication.isPublic {
      throw UsageProblem(
        vi: "`\(path)` chưa công bố, nên không có trang web",
        en: "`\(path)` is not published, so there is no site of it",
        help: Wording(
          vi: "công bố trước (`parindex publish`), hoặc thêm --draft: mọi trang sẽ ghi là dự thảo",
          en: "publish it first (`parindex publish`), or add --draft: every page will say so"))
    }
    if !leftOut.isEmpty {
      let names = leftOut.joined(separator: ", ")
      throw UsageProblem(
        vi: "kết quả thiếu các đơn vị có tệp không đọc được: \(names)",
        en: "the result lacks units whose files cannot be used: \(names)",
        help: Wording(
          vi: "sửa các tệp đó, hoặc thêm --draft", en: "mend those files, or add --draft"))
    }
  }
}

import ArgumentParser
import Store
import Web

struct OutboxCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "outbox",
    abstract: "Ghi thông báo thành thư (.eml) để chương trình gửi thư lấy đi.",
    discussion: """
      Writes a message for each notice and each account that has an e-mail address.
      What was written once is not written again, also when its file is gone. The
      command speaks to no network: a timer runs it, a mail program sends the files.

      VÍ DỤ
        parindex-serve outbox --data /srv/parindex --output /srv/thu-di \\
          --from cchc@snv.gov.vn --site https://cchc.gov.vn
        for thu in /srv/thu-di/*.eml; do sendmail -t < "$thu" && rm "$thu"; done
      """)

  @OptionGroup var data: DataOptions

  @Option(name: .shortAndLong, help: "Thư mục thư đi.", completion: .directory)
  var output: String

  @Option(help: "Chỉ những sự kiện sau số này của nhật ký.")
  var since = 0

  @Option(help: "Địa chỉ người gửi.")
  var from = Outbox.Settings().from

  @Option(help: "Địa chỉ của ứng dụng, để thư có đường dẫn: https://cchc.gov.vn")
  var site: String?

  func run() async throws {
    do { try await write() } catch let failure as Failure { throw failure.shown() }
  }

  private func write() async throws {
    // A machine's own name has no dot, which other addresses need.
    guard Account.isEmail(from.hasSuffix("@localhost") ? from + ".localdomain" : from) else {
      throw Failure.usage("--from: `\(from)` không phải địa chỉ thư", "not an e-mail address")
    }
    guard since >= 0 else { throw Failure.usage("--since không được âm", "--since is negative") }
    let store = try data.folder.store()
    let demonstration = try store.setting(Demonstration.key).flatMap(Demonstration.init)
    var settings = Outbox.Settings()
    settings.from = from
    settings.since = since
    if var site {
      guard site.hasPrefix("https://") || site.hasPrefix("http://"),
        site.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
      else { throw Failure.usage("--site phải có dạng https://…", "https://… is wanted") }
      while site.hasSuffix("/") { site.removeLast() }
      settings.site = site
    }
    let outbox = Outbox(
      store: store, keeper: RoundKeeper(folder: try data.folder.round()), settings: settings)
    do {
      let clock = demonstration?.clock ?? .system
      let count = try await outbox.write(into: output, at: clock.now())
      print("Đã ghi \(count) thư vào \(output)")
    } catch let failure as KeeperFailure {
      throw Failure.unusable("chưa ghi hết thư\n\(failure.text)", "not all were written")
    }
  }
}

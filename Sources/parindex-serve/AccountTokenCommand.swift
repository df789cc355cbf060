import ArgumentParser
import Store
import Web

extension AccountCommand {
  struct Token: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Cấp mã truy cập API cho một tài khoản, in ra một lần; hoặc thu hồi.",
      discussion: """
        Makes a token with which a program acts for the account under /api/v1, and
        prints it once; only its digest is kept. Removing the account or giving it
        another password takes its tokens back too.

        VÍ DỤ
          parindex-serve account token so-y-te.01 --data /srv/parindex --days 30 \\
            --label "kho dữ liệu"
          parindex-serve account token so-y-te.01 --data /srv/parindex --revoke
        """)

    @Argument(help: "Tên đăng nhập.")
    var login: String

    @OptionGroup var data: DataOptions

    @Option(help: "Dùng được bao nhiêu ngày, từ 1 đến 366.")
    var days = 90

    @Option(help: "Dùng vào việc gì; với --revoke: chỉ thu hồi những mã có tên này.")
    var label: String?

    @Flag(help: "Thu hồi mã đã cấp.")
    var revoke = false

    func run() throws {
      try orExit {
        let store = try data.folder.store()
        let missing = Failure.usage("không có tài khoản `\(login)`", "there is no such account")
        if revoke {
          guard let count = try store.revokeTokens(of: login, label: label) else { throw missing }
          print("Đã thu hồi \(count) mã của \(login).")
          return
        }
        guard (1...366).contains(days) else {
          throw Failure.usage("--days phải từ 1 đến 366", "from 1 to 366 days")
        }
        let now = WebClock.system.now().seconds
        let token = try store.makeToken(
          of: login, label: label ?? "", until: now + Int64(days) * 86_400, at: now)
        guard let token else { throw missing }
        print("\(login)  \(token)")
      }
    }
  }
}

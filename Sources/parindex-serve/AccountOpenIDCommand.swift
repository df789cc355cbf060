import ArgumentParser
import Store

struct AccountOpenIDCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "openid",
    abstract: "Gắn tài khoản với người mà cổng xác thực của tỉnh nhận ra.",
    discussion: """
      Says by what name the province's OpenID Connect provider knows an account: the
      value of the claim that serve was started with (--openid-claim, sub unless it
      says so). Without a name the account is signed in by its password alone.

      VÍ DỤ
        parindex-serve account openid so-y-te.01 248289761001 --data /srv/parindex
        parindex-serve account openid so-y-te.01 --data /srv/parindex
      """)

  @Argument(help: "Tên đăng nhập.")
  var login: String

  @Argument(help: "Giá trị mà cổng gửi cho người này; không ghi là bỏ gắn.")
  var name: String?

  @OptionGroup var data: DataOptions

  func run() throws {
    try orExit {
      do {
        guard try data.folder.store().setOpenID(name, of: login) else {
          throw Failure.usage("không có tài khoản `\(login)`", "there is no such account")
        }
      } catch StoreFailure.nameTaken(let other) {
        throw Failure.usage("`\(other)` đã gắn với người này", "another account has this name")
      }
      print(name.map { "\(login)  \($0)" } ?? "\(login)  -")
    }
  }
}

import ArgumentParser
import Glibc
import Grading
import Loading
import Procedure
import Store
import Web

struct AccountCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "account",
    abstract: "Tài khoản: thêm, liệt kê, cấp mật khẩu mới, cấp mã truy cập API, bỏ.",
    subcommands: [
      Add.self, AccountListCommand.self, List.self, Password.self, Token.self, Email.self,
      AccountOpenIDCommand.self, Remove.self,
    ])

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Thêm một tài khoản; mật khẩu sinh ngẫu nhiên, in ra một lần.",
      discussion: """
        Adds an account with a random password, which is printed once.

        VAI TRÒ
          unit-officer, unit-head   của một đơn vị (cần --unit); unit-head ký và nộp (cần --person)
          helper-team, council      xem theo Hội đồng của --person
          organiser, auditor        xem toàn bộ
          register-keeper           sổ, số liệu cơ quan của --person giữ
          decider                   ban hành quyết định (cần --person)
        """)

    @Argument(help: "Tên đăng nhập: chữ thường không dấu, số, - và .")
    var login: String

    @OptionGroup var data: DataOptions

    @Option(help: "Vai trò.")
    var role: String

    @Option(help: "Họ tên hoặc tên gọi.")
    var name: String

    @Option(help: "Chức vụ, ghi cạnh chữ ký.")
    var position: String?

    @Option(help: "Đơn vị (mã).")
    var unit: String?

    @Option(help: "Người trong people.yaml (mã) mà sự kiện ghi tên.")
    var person: String?

    @Option(help: "Địa chỉ thư điện tử nhận thông báo.")
    var email: String?

    func run() throws {
      try orExit {
        guard let role = AccountRole(rawValue: role) else {
          let known = AccountRole.allCases.map(\.rawValue).joined(separator: ", ")
          throw Failure.usage("không có vai trò `\(self.role)`; có: \(known)", "no such role")
        }
        guard Account.isLogin(login) else {
          throw Failure.usage("tên đăng nhập `\(login)` không hợp lệ", "not a name to sign in with")
        }
        guard role.isOfUnit == (unit != nil) else {
          throw Failure.usage(
            "--unit đi cùng unit-officer, unit-head", "--unit goes with unit-officer, unit-head")
        }
        if let email { try checkEmail(email) }
        try checkRound(role)
        let account = Account(
          login: login, name: name, position: position, role: role, unit: unit, person: person,
          email: email)
        let password = Secret.password()
        do {
          try data.folder.store().add(
            account, PasswordHash(of: password), at: WebClock.system.now().seconds)
        } catch StoreFailure.accountExists {
          throw Failure.usage("đã có tài khoản `\(login)`", "there is such an account")
        }
        print("\(login)  \(password)")
      }
    }

    /// What the account names is of the round, and the person is one of the unit.
    private func checkRound(_ role: AccountRole) throws {
      guard let setting = loadRoundSetting(try data.folder.round()).setting else { return }
      if let unit, !setting.members.contains(where: { $0.unit.id == unit }) {
        throw Failure.usage("kỳ đánh giá không có đơn vị `\(unit)`", "no such unit")
      }
      guard let person, let people = setting.procedure.people else { return }
      guard let own = people[person] else {
        throw Failure.usage("people.yaml không có `\(person)`", "people.yaml has nobody so called")
      }
      if role.isOfUnit, own.unit != unit {
        throw Failure.usage(
          "`\(person)` không thuộc đơn vị `\(unit ?? "")`", "the person is of another unit")
      }
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Liệt kê tài khoản.")

    @OptionGroup var data: DataOptions

    func run() throws {
      try orExit {
        for account in try data.folder.store().accounts() {
          print(
            [
              account.login, account.role.rawValue, account.unit ?? "-", account.person ?? "-",
              account.name,
            ].joined(separator: "\t"))
        }
      }
    }
  }

  struct Password: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Cấp mật khẩu mới, in ra một lần; các phiên đang mở bị đóng.")

    @Argument(help: "Tên đăng nhập.")
    var login: String

    @OptionGroup var data: DataOptions

    func run() throws {
      try orExit {
        let password = Secret.password()
        guard try data.folder.store().setPassword(PasswordHash(of: password), of: login) else {
          throw Failure.usage("không có tài khoản `\(login)`", "there is no such account")
        }
        print("\(login)  \(password)")
      }
    }
  }

  struct Email: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Ghi, đổi hoặc bỏ địa chỉ thư điện tử nhận thông báo.")

    @Argument(help: "Tên đăng nhập.")
    var login: String

    @Argument(help: "Địa chỉ; để trống là bỏ.")
    var address: String?

    @OptionGroup var data: DataOptions

    func run() throws {
      try orExit {
        if let address { try checkEmail(address) }
        guard try data.folder.store().setEmail(address, of: login) else {
          throw Failure.usage("không có tài khoản `\(login)`", "there is no such account")
        }
        print("\(login)  \(address ?? "-")")
      }
    }
  }

  struct Remove: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Bỏ một tài khoản: các phiên đang mở bị đóng ngay; những gì đã ghi vẫn còn.")

    @Argument(help: "Tên đăng nhập.")
    var login: String

    @OptionGroup var data: DataOptions

    func run() throws {
      try orExit {
        guard try data.folder.store().removeAccount(login) else {
          throw Failure.usage("không có tài khoản `\(login)`", "there is no such account")
        }
        print("Đã bỏ \(login).")
      }
    }
  }
}

private func checkEmail(_ address: String) throws {
  guard Account.isEmail(address) else {
    throw Failure.usage("`\(address)` không phải địa chỉ thư", "not an e-mail address")
  }
}

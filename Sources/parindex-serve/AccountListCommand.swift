import ArgumentParser
import Diagnostics
import Foundation
import Grading
import Loading
import Procedure
import Store
import Web

struct AccountListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Thêm tài khoản từ một danh sách CSV: tất cả, hoặc không tài khoản nào.",
    discussion: """
      Adds accounts from a CSV file whose first line is
      login,role,name,position,unit,person,email (the last four may be left out).
      Each gets a random password, which is printed once as login,password: send it into
      a file that only you can read.

      VÍ DỤ
        parindex-serve account import tai-khoan.csv --data /srv/parindex > mk.csv
      """)

  @Argument(help: "Danh sách tài khoản (CSV, UTF-8).", completion: .file(extensions: ["csv"]))
  var list: String

  @OptionGroup var data: DataOptions

  func run() throws {
    try orExit {
      let store = try data.folder.store()
      let loading = loadRoundSetting(try data.folder.round())
      guard let setting = loading.setting else {
        throw Failure.unusable("kỳ đánh giá không dùng được", "the round cannot be used")
      }
      guard let bytes = FileManager.default.contents(atPath: list) else {
        throw Failure.unusable("không đọc được \(list)", "cannot read it")
      }
      let read = AccountList(
        SourceText(file: SourceFile(path: list), bytes: [UInt8](bytes)),
        units: Set(setting.members.map(\.unit.id)),
        people: Set(setting.procedure.people.map { Array($0.keys) } ?? []),
        known: Set(try store.accounts().map(\.login)))
      let text = TextRenderer(language: .vietnamese).render(read.diagnostics)
      guard !read.diagnostics.contains(where: { $0.severity == .error }) else {
        throw Failure.unusable("không thêm tài khoản nào\n\(text)", "no account was added")
      }
      let made = read.accounts.map { ($0, Secret.password()) }
      do {
        try store.add(
          made.map { ($0, PasswordHash(of: $1)) }, at: WebClock.system.now().seconds)
      } catch {
        throw Failure.unusable("không thêm tài khoản nào: \(error)", "no account was added")
      }
      print("login,password")
      for (account, password) in made { print("\(account.login),\(password)") }
      StandardError.write("Đã thêm \(made.count) tài khoản.\n")
    }
  }
}

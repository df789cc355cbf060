import ArgumentParser
import Diagnostics
import Foundation
import Glibc
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
      Adds accounts from a CSV file whose first line is login,role,name,position,unit,person (the
      last three may be left out). Each gets a random password; they go into a new file that only
      its owner can read.

      VÍ DỤ
        parindex-serve account import tai-khoan.csv --data /var/lib/parindex --passwords mat-khau.csv
      """)

  @Argument(help: "Danh sách tài khoản (CSV, UTF-8).", completion: .file(extensions: ["csv"]))
  var list: String

  @OptionGroup var data: DataOptions

  @Option(help: "Tệp mới để ghi mật khẩu.", completion: .file(extensions: ["csv"]))
  var passwords: String

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
      // Before the accounts are there: a password that nobody can read is worth nothing.
      try write(made.map { "\($0.login),\($1)\n" }.joined())
      do {
        try store.add(
          made.map { ($0, PasswordHash(of: $1)) }, at: WebClock.system.now().seconds)
      } catch {
        unlink(passwords)
        throw Failure.unusable("không thêm tài khoản nào: \(error)", "no account was added")
      }
      print("Đã thêm \(made.count) tài khoản; mật khẩu ở \(passwords)")
    }
  }

  /// Into a new file of the owner's alone.
  private func write(_ lines: String) throws {
    guard !FileAccess.normalised(passwords).hasPrefix(data.folder.path + "/") else {
      throw Failure.usage(
        "--passwords phải nằm ngoài thư mục dữ liệu", "not into the data folder")
    }
    let descriptor = open(passwords, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw Failure.unusable(
        "không tạo được \(passwords): tệp phải chưa có", "the file must not be there yet")
    }
    let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    do {
      try file.write(contentsOf: Data(("login,password\n" + lines).utf8))
      try file.synchronize()
    } catch {
      unlink(passwords)
      throw Failure.unusable("không ghi được \(passwords): \(error)", "cannot write it")
    }
  }
}

import ArgumentParser
import Diagnostics
import EventLog
import Store
import Web

struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Sao lưu thư mục dữ liệu trong khi ứng dụng đang chạy.",
    discussion: """
      Copies the round with its log and evidence, the criteria it cites and the
      store into a new folder, whole or not at all. Only while what changed during
      the copy is copied once more does handing in wait. The list of digests in it
      is one that sha256sum -c reads.

      VÍ DỤ
        parindex-serve backup --data /srv/parindex --output /srv/luu/05
        parindex-serve backup --data /srv/parindex --output /srv/luu/06 \\
          --previous /srv/luu/05
      """)

  @OptionGroup var data: DataOptions

  @Option(name: .shortAndLong, help: "Thư mục mới cho bản sao lưu.", completion: .directory)
  var output: String

  @Option(
    help: "Bản sao lưu trước trên cùng đĩa: tệp không đổi thì dùng chung, không ghi lại.",
    completion: .directory)
  var previous: String?

  func run() throws {
    try orExit {
      let (store, round) = (try data.folder.store(), try data.folder.round())
      let made = try orFail { () throws(DataFailure) in
        try DataBackup.make(
          of: data.folder.path, round: round, store: store, at: output, sharing: previous)
      }
      print("Đã sao lưu \(made.files) tệp vào \(output); nhật ký \(made.seal.text)")
    }
  }
}

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Lấy kỳ đánh giá và bộ tiêu chí ra thành tệp cho các lệnh parindex.",
    discussion: """
      Like backup, without accounts, sessions and drafts: what comes out is what
      import takes, and what every command of parindex reads.

      VÍ DỤ
        parindex-serve export --data /srv/parindex --output /srv/cong-bo
        parindex run /srv/cong-bo/rounds/khanh-hoa-2017
      """)

  @OptionGroup var data: DataOptions

  @Option(name: .shortAndLong, help: "Thư mục mới cho kỳ đánh giá.", completion: .directory)
  var output: String

  func run() throws {
    try orExit {
      let round = try data.folder.round()
      let made = try orFail { () throws(DataFailure) in
        try DataBackup.make(of: data.folder.path, round: round, store: nil, at: output)
      }
      print("Đã xuất \(made.files) tệp vào \(output); nhật ký \(made.seal.text)")
    }
  }
}

struct RestoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Kiểm tra một bản sao lưu, rồi phục hồi vào thư mục dữ liệu mới.",
    discussion: """
      Every file is held against its digest, the log against its chain, the store
      against its own check, and the round is read, before anything is written.
      --check stops there.

      VÍ DỤ
        parindex-serve restore /srv/luu/05 --check
        parindex-serve restore /srv/luu/05 --data /srv/parindex
      """)

  @Argument(help: "Thư mục của bản sao lưu.", completion: .directory)
  var backup: String

  @Option(help: "Thư mục dữ liệu mới.", completion: .directory)
  var data: String?

  @Flag(help: "Chỉ kiểm tra bản sao lưu.")
  var check = false

  func validate() throws {
    guard check != (data != nil) else {
      throw ValidationError("cần --data THƯ_MỤC, hoặc --check để chỉ kiểm tra")
    }
  }

  func run() throws {
    try orExit {
      let found = try orFail { () throws(DataFailure) in
        guard let data else { return try DataBackup.verify(backup) }
        return try DataBackup.restore(backup, to: DataFolder(data).path)
      }
      let done = data.map { "Đã phục hồi vào \($0)" } ?? "Bản sao lưu nguyên vẹn"
      print("\(done): \(found.files) tệp; nhật ký \(found.seal.text)")
    }
  }
}

/// A copy's failure as one of the program.
private func orFail<Value>(_ work: () throws(DataFailure) -> Value) throws -> Value {
  do throws(DataFailure) { return try work() } catch {
    throw Failure.unusable(error.wording.vietnamese, error.wording.english)
  }
}

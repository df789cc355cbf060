import ArgumentParser
import Diagnostics
import Glibc
import Loading
import Store

/// Where the application keeps everything: `rounds/<name>`, a round as files, with the criteria that
/// it cites two folders up beside it, `closings/<name>`, its dossiers as they were closed, and
/// `parindex.sqlite` for what is not the round.
struct DataFolder {
  let path: String

  init(_ path: String) { self.path = FileAccess.normalised(path) }

  var storePath: String { "\(path)/parindex.sqlite" }
  /// Files that still come in.
  var uploads: String { "\(path)/uploads" }
  /// Dossiers of rounds as they were closed, by the name of the round's folder.
  var closings: String { "\(path)/closings" }
  var rounds: String { "\(path)/rounds" }

  /// The only round in it.
  func round() throws -> String {
    let names = FileAccess.names(in: rounds).filter {
      FileAccess.exists("\(rounds)/\($0)/round.yaml")
    }
    guard let name = names.first else {
      throw Failure.unusable(
        "\(rounds) chưa có kỳ đánh giá nào; chạy parindex-serve import hoặc demo",
        "there is no round yet; run import or demo")
    }
    guard names.count == 1 else {
      throw Failure.unusable("\(rounds) có nhiều kỳ đánh giá", "there are several rounds")
    }
    return "\(rounds)/\(name)"
  }

  /// Opens the store, and makes it in a folder of the owner's alone.
  func store() throws -> Store {
    if let problem = FileAccess.makeFolder(path) {
      throw Failure.unusable(problem.message.vietnamese, problem.message.english)
    }
    // Passwords' hashes and sessions are nobody else's.
    _ = chmod(path, 0o700)
    umask(0o077)
    do { return try Store(path: storePath) } catch {
      throw Failure.unusable("không mở được \(storePath): \(error)", "cannot open it")
    }
  }
}

struct DataOptions: ParsableArguments {
  @Option(name: .customLong("data"), help: "Thư mục dữ liệu của ứng dụng.", completion: .directory)
  var path: String

  var folder: DataFolder { DataFolder(path) }
}

/// Runs a command's work; a failure is shown and ends it with its code.
func orExit<Value>(_ work: () throws -> Value) throws -> Value {
  do { return try work() } catch let failure as Failure { throw failure.shown() }
}

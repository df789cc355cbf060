import ArgumentParser
import EventLog
import Glibc
import Logging
import Store
import Web

struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Chạy ứng dụng web đến khi nhận SIGTERM hoặc Ctrl-C.",
    discussion: """
      Serves the round of a data folder, to people as pages and to programs as JSON
      under /api/v1 (described at /api/v1/openapi.json). On another address than
      this machine's own it speaks plain HTTP only to a proxy that brings TLS:
      cookies are then marked for TLS alone.
      """)

  @OptionGroup var data: DataOptions

  @Option(help: ArgumentHelp("Địa chỉ và cổng.", valueName: "host:port"))
  var listen = "127.0.0.1:8080"

  @Flag(help: "Đứng sau proxy có TLS: lấy địa chỉ từ X-Forwarded-For, cookie chỉ qua TLS.")
  var behindProxy = false

  @Option(
    help: ArgumentHelp(
      "Chương trình quét mã độc, đường dẫn đầy đủ; nhận đường dẫn tệp, mã thoát 0 là cho qua.",
      valueName: "program"))
  var scan: String?

  @Option(
    help: ArgumentHelp(
      "Chỉ cho dữ liệu trình diễn: đặt đồng hồ của kỳ đánh giá, như 2018-01-09T08:00.",
      valueName: "moment"))
  var clock: String?

  @OptionGroup(title: "Đăng nhập qua cổng xác thực của tỉnh (OpenID Connect)")
  var provider: ProviderOptions

  func run() async throws {
    do { try await serve() } catch let failure as Failure { throw failure.shown() }
  }

  private func serve() async throws {
    guard let colon = listen.lastIndex(of: ":"),
      let port = Int(listen[listen.index(after: colon)...]), (0...65535).contains(port)
    else { throw Failure.usage("--listen phải có dạng 127.0.0.1:8080", "host:port is wanted") }
    let host = String(listen[..<colon])
    let isLocal = ["127.0.0.1", "localhost", "::1"].contains(host)
    let signsIn = try provider.provider()
    let store = try data.folder.store()
    let keeper = RoundKeeper(folder: try data.folder.round(), preparesAhead: true)
    var demonstration = try store.setting(Demonstration.key).flatMap(Demonstration.init)
    if let clock {
      guard let former = demonstration else {
        throw Failure.usage(
          "--clock chỉ dùng cho dữ liệu trình diễn", "this is no data of a demonstration")
      }
      demonstration = try former.setting(clock, in: store)
    }
    var settings = WebApplication.Settings()
    settings.isSecure = behindProxy || !isLocal
    settings.isDemonstration = demonstration != nil
    settings.evidence.folder = data.folder.uploads
    settings.closings = data.folder.closings
    if let scan {
      guard let scanner = FileScanner(program: scan) else {
        throw Failure.usage(
          "--scan: `\(scan)` không phải chương trình chạy được, hoặc không phải đường dẫn đầy đủ",
          "not a program by its whole path")
      }
      settings.evidence.scanner = scanner
    }
    settings.provider = signsIn
    LoggingSystem.bootstrap { JSONLines(label: $0) }
    var logger = Logger(label: "parindex")
    logger.logLevel = .info
    let clock = demonstration?.clock ?? .system
    try EvidenceSettings.sweep(data.folder.uploads, store, at: clock.now().seconds)
    let application = WebApplication(
      store: store, keeper: keeper, clock: clock, settings: settings, logger: logger)
    do throws(KeeperFailure) { _ = try await keeper.snapshot() } catch {
      throw Failure.unusable(
        "kỳ đánh giá không dùng được\n\(error.text)", "the round cannot be used")
    }
    var server = WebServer.Settings(host: host, port: port)
    server.isBehindProxy = behindProxy
    do {
      try await WebServer(application, server, logger: logger).run { port in
        print("http://\(host):\(port)/")
        fflush(nil)
      }
    } catch {
      throw Failure.unusable("không mở được \(listen): \(error)", "cannot listen there")
    }
  }
}

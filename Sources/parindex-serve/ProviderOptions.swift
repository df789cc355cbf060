import ArgumentParser
import Foundation
import OpenID
import Web

/// What the province's provider is asked with; all of it or nothing.
struct ProviderOptions: ParsableArguments {
  @Option(
    name: .customLong("openid-issuer"),
    help: ArgumentHelp("Địa chỉ của cổng (issuer).", valueName: "https://…"))
  var issuer: String?

  @Option(
    name: .customLong("openid-client"),
    help: ArgumentHelp("Mã ứng dụng đã đăng ký với cổng.", valueName: "id"))
  var client: String?

  @Option(
    name: .customLong("openid-secret-file"),
    help: ArgumentHelp("Tệp chứa mật khẩu của ứng dụng ở dòng đầu.", valueName: "file"),
    completion: .file())
  var secretFile: String?

  @Option(
    name: .customLong("openid-address"),
    help: ArgumentHelp("Địa chỉ mà trình duyệt mở ứng dụng này.", valueName: "https://…"))
  var address: String?

  @Option(
    name: .customLong("openid-claim"),
    help: ArgumentHelp("Trường nhận ra tài khoản: sub, email, …", valueName: "claim"))
  var claim = "sub"

  @Option(
    name: .customLong("openid-title"), help: ArgumentHelp("Tên của cổng.", valueName: "name"))
  var title = "cổng xác thực của tỉnh"

  /// nil: people sign in with passwords of this place only.
  func provider() throws -> OpenIDProvider? {
    guard issuer != nil || client != nil || secretFile != nil || address != nil else { return nil }
    guard let issuer, let client, let secretFile, let address else {
      throw Failure.usage(
        "cần đủ --openid-issuer, --openid-client, --openid-secret-file, --openid-address",
        "all four are wanted")
    }
    let home = address.hasSuffix("/") ? String(address.dropLast()) : address
    guard let bytes = FileManager.default.contents(atPath: secretFile),
      let secret = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).first
    else {
      throw Failure.unusable("không đọc được \(secretFile)", "it cannot be read, or is empty")
    }
    guard
      let settings = ProviderSettings(
        issuer: issuer, client: client, secret: String(secret),
        returnAddress: "\(home)/\(WebPath.providerReturn)", claim: claim, title: title)
    else {
      throw Failure.usage(
        "địa chỉ của --openid-… phải bắt đầu bằng https://", "addresses must begin with https://")
    }
    return OpenIDProvider(settings)
  }
}

internal import HTMLWriting
internal import Store

/// Who signed in, who could not, and what was refused, the latest first.
struct AccessPage {
  let records: [AccessRecord]
  /// A moment in words.
  let time: (Int64) -> String

  func html(_ frame: PageFrame) -> [UInt8] {
    let trail = [PageFrame.Entry(path: WebPath.log, title: frame.say("Nhật ký", "Log"))]
    return frame.page(
      frame.say("Đăng nhập, việc bị từ chối", "Sign-ins and refusals"), trail: trail
    ) {
      page in
      page.table(
        id: "truy-cap", caption: frame.say("Mới nhất đứng trước", "The latest first"),
        [
          .init(frame.say("Lúc", "When")), .init(frame.say("Tài khoản", "Account")),
          .init(frame.say("Việc", "What")), .init(frame.say("Địa chỉ", "Address")),
          .init(frame.say("Nội dung", "Text")),
        ], isStacked: true, rows: records
      ) { row, record in
        row.cell(time(record.at))
        row.cell(record.login)
        row.cell(what(record.kind, frame))
        row.cell(record.address)
        row.cell(record.kind == .refused ? frame.refusedAct(record.detail) : record.detail)
      }
    }
  }

  private func what(_ kind: RecordKind, _ frame: PageFrame) -> String {
    switch kind {
    case .signedIn: frame.say("đăng nhập", "signed in")
    case .signInFailed: frame.say("đăng nhập sai", "sign-in failed")
    case .signInHeld: frame.say("phải chờ vì sai nhiều lần", "held after failures")
    case .signedOut: frame.say("đăng xuất", "signed out")
    case .refused: frame.say("bị từ chối", "refused")
    case .passwordChanged: frame.say("đổi mật khẩu", "password changed")
    case .tokenRefused: frame.say("mã truy cập sai hoặc hết hạn", "wrong or expired token")
    case .tokenHeld: frame.say("phải chờ vì sai mã nhiều lần", "held after wrong tokens")
    }
  }
}

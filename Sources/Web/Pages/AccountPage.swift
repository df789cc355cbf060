internal import HTMLWriting
internal import Store

/// Who is signed in, and another password for them.
struct AccountPage {
  let account: Account
  let unitName: String?
  var problem: String?
  var isChanged = false

  func html(_ frame: PageFrame) -> [UInt8] {
    frame.page(frame.say("Tài khoản", "Account")) { page in
      if let problem { frame.notice(problem, isBad: true, &page) }
      if isChanged {
        frame.notice(frame.say("Đã đổi mật khẩu.", "The password was changed."), &page)
      }
      page.element("dl", .class("list")) { list in
        list.element("dt", text: frame.say("Tên đăng nhập", "Name"))
        list.element("dd", text: account.login)
        list.element("dt", text: frame.say("Vai trò", "Role"))
        list.element("dd", text: frame.role(account.role))
        if let unitName {
          list.element("dt", text: frame.say("Đơn vị", "Unit"))
          list.element("dd", text: unitName)
        }
        list.element("dt", text: frame.say("Thư nhận thông báo", "Notices are sent to"))
        list.element("dd", text: account.email ?? frame.say("chưa có", "nowhere"))
      }
      page.element("h2", text: frame.say("Đổi mật khẩu", "Change the password"))
      frame.form(WebPath.account, &page, name: "narrow") { form in
        // Whatever keeps passwords keeps them by whose they are.
        form.empty(
          "input", .init("type", "text"), .init("name", "login"), .init("value", account.login),
          .init("autocomplete", "username"), .init("readonly", nil), .init("hidden", nil))
        for (name, title, fill) in fields(frame) {
          form.element("div", .class("field")) { field in
            field.element("label", .init("for", name), text: title)
            field.empty(
              "input", .init("type", "password"), .id(name), .init("name", name),
              .init("autocomplete", fill), .init("required", nil))
          }
        }
        form.element("div", .class("actions")) {
          $0.element("button", text: frame.say("Đổi mật khẩu", "Change the password"))
        }
      }
    }
  }

  private func fields(_ frame: PageFrame) -> [(name: String, title: String, fill: String)] {
    [
      ("current", frame.say("Mật khẩu đang dùng", "Present password"), "current-password"),
      (
        "new",
        frame.say(
          "Mật khẩu mới (từ \(PasswordRule.shortest) ký tự)",
          "New password (at least \(PasswordRule.shortest) characters)"), "new-password"
      ),
      ("again", frame.say("Mật khẩu mới, nhập lại", "New password again"), "new-password"),
    ]
  }
}

/// What a password has to be.
package enum PasswordRule {
  package static let shortest = 12
  /// Longer ones would only cost time.
  package static let longest = 200

  package static func admits(_ password: String) -> Bool {
    (shortest...longest).contains(password.count)
  }
}

extension PageFrame {
  func role(_ role: AccountRole) -> String {
    switch role {
    case .unitOfficer: say("cán bộ nhập liệu của đơn vị", "unit's officer")
    case .unitHead: say("thủ trưởng đơn vị", "unit's head")
    case .helperTeam: say("Tổ giúp việc", "helper team")
    case .council: say("Hội đồng thẩm định", "appraisal council")
    case .registerKeeper: say("giữ sổ, số liệu", "register keeper")
    case .organiser: say("Sở Nội vụ", "organiser")
    case .decider: say("ban hành quyết định", "who signs the decision")
    case .auditor: say("kiểm tra, chỉ đọc", "auditor")
    }
  }
}

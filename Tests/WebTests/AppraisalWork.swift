/// One item of one unit, while it is appraised.
enum AppraisalWork {
  static let item = "/tham-dinh/so-noi-vu/1.1.2"
  static let during = "2017-12-22T08:00:00"

  /// The form that gives the item points.
  static func points(_ points: String, _ seen: String, _ step: String) -> [String: String] {
    [
      "quyet-dinh": "cho-diem", "diem": points, "can-cu": "dat-mot-phan",
      "ly-do": "Thiếu <b>biên bản</b>", "seen": seen, "buoc": step,
    ]
  }
}

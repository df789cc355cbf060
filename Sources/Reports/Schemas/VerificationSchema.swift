/// `parindex/verification@1`: what `verify --format json` writes.
var verificationSchema: JSONSchema {
  let digest = JSONSchema(["type": "string", "pattern": "^[0-9a-f]{64}$"])
  return JSONSchema.file(
    "verification", title: "Kết quả kiểm tra một gói",
    required: ["verified", "bundle", "recomputed", "findings", "differences"],
    [
      "verified": .flag("Gói đúng, tính lại ra đúng kết quả."),
      "bundle": .flag("Là một gói; nếu không thì không có phần nào từ bản kê của gói."),
      "round": .slug("Mã của kỳ đánh giá."),
      "engine": .text("Phiên bản chương trình đã tính kết quả trong gói."),
      "files": .whole("Số tệp trong gói.", from: 0),
      "left_out": .whole("Số tệp chỉ có mã kiểm tra, nội dung không kèm theo.", from: 0),
      "seal": JSONSchema(["type": "string", "pattern": "^[0-9]+:[0-9a-f]{64}$"])
        .with("description", "Dấu niêm của nhật ký: số sự kiện và mã của sự kiện cuối."),
      "signed_by": digest.with("description", "Khóa công khai Ed25519 của người ký."),
      "signature_holds": .flag("Chữ ký đúng với khóa ấy."),
      "recomputed": .flag("Đã tính lại được từ dữ liệu trong gói."),
      "findings": .list("Những gì không đúng.", of: .ref("finding")),
      "differences": .list("Chỗ tính lại ra khác.", of: .ref("difference")),
    ],
    definitions: [
      "finding": .mapping(
        required: ["code", "severity", "path", "message"],
        [
          "code": .slug("Mã vấn đề."),
          "severity": JSONSchema(["enum": ["error", "warning", "note"]]),
          "path": .text("Tệp trong gói."), "line": .whole("Dòng.", from: 1),
          "message": .text("Vấn đề, bằng lời."), "expected": .text("Mong đợi."),
        ]),
      "difference": .mapping(
        required: [],
        [
          "unit": .slug("Mã cơ quan."), "item": .text("Mã tiêu chí."), "layer": .text("Lớp điểm."),
          "member": .text("Phần của kết quả."), "bundled": .text("Trong gói."),
          "recomputed": .text("Tính lại."),
        ]),
    ])
}

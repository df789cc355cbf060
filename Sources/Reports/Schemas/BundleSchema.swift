/// `parindex/bundle@1`: `manifest.json` of a bundle, as `bundle` writes it.
var bundleSchema: JSONSchema {
  let digest = JSONSchema(["type": "string", "pattern": "^[0-9a-f]{64}$"])
  return JSONSchema.file(
    "bundle", title: "Danh mục của gói kỳ đánh giá",
    required: ["engine", "round", "folder", "result_digest", "files"],
    [
      "engine": .text("Phiên bản của chương trình đã tính kết quả."),
      "round": .text("Mã kỳ đánh giá."),
      "folder": .text("Thư mục của kỳ đánh giá trong gói."),
      "log_seal": JSONSchema(["type": "string", "pattern": "^[1-9][0-9]*:[0-9a-f]{64}$"])
        .with("description", "Mã niêm phong nhật ký: số sự kiện và mã của sự kiện cuối."),
      "result_digest": digest.with("description", "Mã của kết quả."),
      "signed_by": digest.with("description", "Khóa công khai của bên ký (Ed25519)."),
      "files": .list(
        "Mọi tệp sau danh mục, xếp theo tên.",
        of: .mapping(
          required: ["name", "kind", "size", "sha256"],
          [
            "name": .text("Tên trong gói."),
            "kind": JSONSchema(["enum": ["input", "log", "result", "evidence"]])
              .with("description", "Đầu vào, nhật ký, kết quả hoặc tài liệu kiểm chứng."),
            "size": .whole("Số byte.", from: 0), "sha256": digest,
            "stored": JSONSchema(["const": false])
              .with("description", "Có khi tài liệu không ở trong gói, chỉ giữ mã."),
          ])),
    ])
}

/// `parindex/units@1`: the register of units.
var unitsSchema: JSONSchema {
  JSONSchema.file(
    "units", title: "Danh sách cơ quan, đơn vị, địa phương", required: ["units"],
    [
      "traits": .names(
        "Tên gọi của các đặc điểm; đã khai ở đây thì đặc điểm nào cũng phải khai.",
        of: .mapping(
          required: ["title"], ["title": .text("Như “Có giải quyết hồ sơ TTHC”.")])),
      "units": .list(
        of: .mapping(
          required: ["id", "name", "type"],
          [
            "id": .slug("Mã: chữ thường không dấu, chữ số, gạch nối, như so-y-te."),
            "name": .text("Tên chính thức."), "type": .text("Loại, như so, huyen, xa."),
            "parent": .slug("Mã cơ quan cấp trên."),
            "block": .text("Khối, khi không theo loại."),
            "order": .whole("Thứ tự trong quyết định."),
            "traits": .list(
              "Đặc điểm, như handles_dossiers; không khai là không có.", of: .text()),
            "aliases": .list("Tên khác trong các bảng in.", of: .text()),
            "codes": .list("Mã định danh.", of: .text()),
            "ranked": .yesNo("no: chấm điểm nhưng không xếp hạng."),
          ])),
    ])
}

internal import Glibc

/// What the system says of a file that it does not give, in both languages.
package func systemError(_ number: Int32) -> Wording {
  let english = strerror(number).map { String(cString: $0) } ?? "errno \(number)"
  let vietnamese: String? =
    switch number {
    case ENOENT, ENOTDIR: "không có tệp hay thư mục này"
    case EACCES, EPERM: "không có quyền"
    case ELOOP: "liên kết đi thành vòng"
    case ENAMETOOLONG: "tên quá dài"
    case EISDIR: "đây là thư mục"
    case EEXIST: "đã có tệp cùng tên"
    case ENOSPC, EDQUOT: "hết dung lượng đĩa"
    case EFBIG: "tệp lớn hơn mức cho phép"
    case EROFS: "ổ đĩa chỉ cho đọc"
    case EIO: "lỗi đọc, ghi đĩa"
    case EMFILE, ENFILE: "đang mở quá nhiều tệp"
    case ENOMEM: "không đủ bộ nhớ"
    default: nil
    }
  return Wording(vi: vietnamese ?? english, en: english)
}

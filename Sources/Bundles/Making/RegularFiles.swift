internal import Glibc
internal import Loading

/// The regular files in a folder and in those below it, sorted; no link is followed, and what is
/// hidden is passed over.
func regularFiles(under folder: String) -> [String] {
  FileAccess.names(in: folder).flatMap { name in
    let path = FileAccess.normalised("\(folder)/\(name)")
    var about = stat()
    guard lstat(path, &about) == 0 else { return [String]() }
    return switch about.st_mode & S_IFMT {
    case S_IFREG: [path]
    case S_IFDIR: regularFiles(under: path)
    default: []
    }
  }
}

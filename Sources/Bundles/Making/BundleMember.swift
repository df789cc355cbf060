/// What is put into a bundle: a file that is there, or bytes that were just made.
struct BundleMember {
  enum Source {
    case file(String)
    case bytes([UInt8])
  }

  let file: BundleManifest.File
  let source: Source
}

extension APIOperation {
  /// Everything that the API does: the table that leads requests and is described.
  static let all: [APIOperation] =
    [description] + ofRound + ofNotices + ofUnit + ofDrafts + ofDocuments + ofUploads
    + ofAppraisal + ofParts + ofProposals + ofCouncil + ofPublication + ofHandouts + ofClosings
}

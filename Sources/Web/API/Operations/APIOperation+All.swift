extension APIOperation {
  /// Everything that the API does: the table that leads requests and is described.
  static let all: [APIOperation] =
    [description] + ofRound + ofUnit + ofDrafts + ofAppraisal + ofProposals + ofCouncil
    + ofPublication
}

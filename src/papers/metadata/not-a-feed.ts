/** What arXiv answered is no whole feed of its API: truncated, in another encoding, or another page. */
export class NotAFeedError extends Error {
  override name = 'NotAFeedError';
}

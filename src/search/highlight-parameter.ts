/** In the address of a page that a search result leads to: what to mark there. */
export const highlightParameter = 'highlight';

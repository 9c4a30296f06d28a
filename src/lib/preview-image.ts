/** The picture that stands for a page where somebody links to it. */
export interface PreviewImage {
  /** Absolute. */
  url: string;
  /** In pixels. */
  width: number;
  height: number;
  alt: string;
}

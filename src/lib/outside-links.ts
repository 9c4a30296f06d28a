/** Where a paper is elsewhere: its page, its PDF, its code. */
import { secureAddress } from '../papers/web-address.ts';
import type { Paper } from './papers.ts';
import type { SiteStrings } from './strings/site.ts';

export interface OutsideLink {
  label: string;
  href: string;
}

/** The links that the paper's lists give, over https, with their labels. */
export function outsideLinks({ links }: Paper, t: SiteStrings): OutsideLink[] {
  return [
    { label: t.linkPaper, href: links.paper },
    { label: t.linkPdf, href: links.pdf },
    { label: t.linkCode, href: links.code },
  ].flatMap(({ label, href }) => (href ? [{ label, href: secureAddress(href) }] : []));
}

/** What helps to read a paper: contents that follow the position, permalinks that copy their address. */
import { copyText } from '../lib/copy-text.ts';

const notice = document.querySelector<HTMLElement>('.notice');
const links = new Map(
  [...document.querySelectorAll<HTMLAnchorElement>('.contents a')].map((link) => [
    decodeURIComponent(link.hash.slice(1)),
    link,
  ]),
);
const headings = [...document.querySelectorAll<HTMLElement>('.prose :is(h2, h3)[id]')];

/** The last heading that the upper third of the window has reached. */
function follow(): void {
  const reached = headings.filter(
    (heading) => heading.getBoundingClientRect().top < innerHeight / 3,
  );
  const current = links.get((reached.at(-1) ?? headings[0])?.id ?? '');
  for (const link of links.values()) {
    if (link === current) link.setAttribute('aria-current', 'location');
    else link.removeAttribute('aria-current');
  }
}

if (headings.length > 0) {
  // Whenever a heading crosses that line.
  const observer = new IntersectionObserver(follow, { rootMargin: '0px 0px -66.7% 0px' });
  for (const heading of headings) observer.observe(heading);
}

document.addEventListener('click', (event) => {
  const link = (event.target as Element).closest<HTMLAnchorElement>('.permalink');
  if (!link || !notice) return;
  // The click also leads there, which shows the address where copying is refused.
  void copyText(link.href).then((isCopied) => {
    if (!isCopied) return;
    notice.textContent = notice.dataset['copied'] ?? '';
    setTimeout(() => (notice.textContent = ''), 2500);
  });
});

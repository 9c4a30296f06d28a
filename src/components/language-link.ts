/** The link to the other language leads to the same place: its fragment and query are those of this page. */

for (const link of document.querySelectorAll<HTMLAnchorElement>('.language-link')) {
  const follow = () => {
    link.search = location.search;
    link.hash = location.hash;
  };
  // Before it is opened, copied or dragged.
  for (const event of ['pointerdown', 'focus', 'click']) link.addEventListener(event, follow);
}

// Before the first paint: what the reader chose here before. Classic, for it must not wait for the page.
try {
  for (const choice of ['theme', 'density']) {
    const value = localStorage.getItem(choice);
    if (value) document.documentElement.dataset[choice] = value;
  }
} catch {
  // Storage is off: the page is as the system wants it.
}

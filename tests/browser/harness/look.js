// Controls that something else lies on, when the focus brings each into view as Tab does.
() => {
  const controls = 'a[href], button, input:not([type=hidden]), select, textarea, summary';
  const name = of => of.id ? `#${of.id}` : `${of.tagName.toLowerCase()} “${(of.innerText || of.name || '').slice(0, 30)}”`;
  const covered = [];
  for (const control of document.querySelectorAll(controls)) {
    if (!control.checkVisibility() || control.tabIndex < 0 || control.disabled) continue;
    control.focus();
    const box = control.getBoundingClientRect();
    const top = Math.max(box.top, 0), bottom = Math.min(box.bottom, innerHeight);
    const left = Math.max(box.left, 0), right = Math.min(box.right, innerWidth);
    if (bottom - top < 2 || right - left < 2) { covered.push(`${name(control)} is not in view`); continue; }
    for (const part of [0.1, 0.5, 0.9]) {
      const at = document.elementFromPoint((left + right) / 2, top + (bottom - top) * part);
      const own = at && (control.contains(at) || at.contains(control) || [...control.labels || []].some(one => one.contains(at)));
      if (at && !own) { covered.push(`${name(control)} is under ${name(at)}`); break; }
    }
  }
  document.activeElement.blur();
  scrollTo(0, 0);
  return covered;
}

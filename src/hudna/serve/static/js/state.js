// Everything a person has chosen stands in the address, so that a link is a saved view.
import { computed, signal } from '@preact/signals';

const read = () => new URLSearchParams(location.search);

export const asked = signal(read());
addEventListener('popstate', () => { asked.value = read(); });

export const MANY = ['actor', 'root', 'status', 'direction', 'verification'];
export const FILTERS = ['since', 'until', 'bbox', 'place', 'country', 'actor', 'root', 'status', 'theatre', 'counts', 'direction', 'verification'];
// What follows from one view to the next; anything else belongs to a view.
const KEPT = [...FILTERS, 'as_of', 'lang', 'theme', 'webgl'];

export const view = computed(() => asked.value.get('view') || 'situation');
export const language = computed(() => (asked.value.get('lang') === 'ar' ? 'ar' : 'en'));
export const rightToLeft = computed(() => language.value === 'ar');
export const asOf = computed(() => asked.value.get('as_of'));

export const one = (name) => asked.value.get(name);
export const all = (name) => asked.value.getAll(name);

function changed(from, changes) {
  const next = new URLSearchParams(from);
  for (const [name, value] of Object.entries(changes)) {
    next.delete(name);
    for (const each of [value].flat()) if (each !== null && each !== undefined && each !== '') next.append(name, each);
  }
  return next;
}

// An address for the same page with some things changed; a new view keeps the filters only.
export function address(changes, from = asked.value) {
  let base = from;
  if ('view' in changes) {
    base = new URLSearchParams([...from].filter(([name]) => KEPT.includes(name)));
    if (changes.view === 'situation') changes = { ...changes, view: null };
  }
  const text = changed(base, changes).toString();
  return text ? `?${text}` : location.pathname;
}

export function go(changes, { replace = false } = {}) {
  const next = address(changes);
  if (next === location.search) return;
  history[replace ? 'replaceState' : 'pushState'](null, '', next);
  asked.value = read();
}

// A link is a real link (it can be opened in a new tab); a plain click stays on the page.
export const linked = (changes) => ({
  href: address(changes),
  onClick: (event) => {
    if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(changes);
  },
});

export const filters = computed(() => {
  const chosen = {};
  for (const name of FILTERS) {
    const values = asked.value.getAll(name).filter(Boolean);
    if (values.length) chosen[name] = MANY.includes(name) ? values : values[0];
  }
  return chosen;
});

// Days the wrong way round leave nothing over, which is not the same as nothing having happened.
export const reversed = computed(() => Boolean(one('since') && one('until') && one('since') > one('until')));
export const moment = computed(() => ({ as_of: asOf.value, lang: language.value }));
export const filtered = computed(() => ({ ...filters.value, ...moment.value }));

export function toggle(name, value) {
  const had = all(name);
  go({ [name]: had.includes(value) ? had.filter((each) => each !== value) : [...had, value] });
}

// Light and dark: the address decides, else what was chosen last, else the machine's setting.
const stored = () => { try { return localStorage.getItem('hudna.theme'); } catch { return null; } };
const machine = matchMedia('(prefers-color-scheme: dark)');
const chosenTheme = signal(stored());
const machineTheme = signal(machine.matches ? 'dark' : 'light');
machine.addEventListener('change', () => { machineTheme.value = machine.matches ? 'dark' : 'light'; });
export const theme = computed(() => asked.value.get('theme') || chosenTheme.value || machineTheme.value);
export function setTheme(name) {
  try { localStorage.setItem('hudna.theme', name); } catch { /* private windows keep nothing; the page still changes */ }
  chosenTheme.value = name;
  if (one('theme')) go({ theme: null }, { replace: true });
}

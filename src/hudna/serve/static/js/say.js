// What the page itself says, in the language of the page. A third language is a further file in words/.
import { language } from './state.js';
import ar from './words/ar.js';
import en from './words/en.js';

const BOOKS = { en, ar };

export function t(key, slots = {}) {
  const form = BOOKS[language.value][key] ?? en[key];
  if (form === undefined) return key;
  return form.replace(/\{(\w+)\}/g, (whole, name) => (name in slots ? String(slots[name]) : whole));
}

// How many of something: one, two, a few, many, as the language counts.
export function count(key, number) {
  const kind = new Intl.PluralRules(language.value).select(number);
  const book = BOOKS[language.value];
  const form = book[`${key}.${kind}`] ?? book[`${key}.other`] ?? en[`${key}.${new Intl.PluralRules('en').select(number)}`] ?? en[`${key}.other`] ?? key;
  return form.replace('{n}', figure(number));
}

// A value of a closed list, such as a root or a verdict; one that is new shows its own name.
export function value(list, code) {
  if (code === null || code === undefined || code === '') return t('unknown');
  const key = `${list}.${code}`;
  return BOOKS[language.value][key] ?? en[key] ?? String(code).replaceAll('_', ' ');
}

export const figure = (number) => (number === null || number === undefined ? '–' : new Intl.NumberFormat(language.value === 'ar' ? 'ar-u-nu-latn' : 'en-GB').format(number));
export const percent = (share) => `${Math.round(share * 100)}%`;
export const listed = (names) => new Intl.ListFormat(language.value, { type: 'conjunction' }).format(names);
export const listedOr = (names) => new Intl.ListFormat(language.value, { type: 'disjunction' }).format(names);

// Days in words. Months by their names in the language, numerals as the documents write them.
import { language } from './state.js';

const DAY = 86400000;
const format = (options) => new Intl.DateTimeFormat(language.value === 'ar' ? 'ar-LY-u-nu-latn' : 'en-GB', { timeZone: 'UTC', ...options });
export const parse = (day) => new Date(`${day}T00:00:00Z`);
export const iso = (date) => date.toISOString().slice(0, 10);
export const number = (day) => parse(day).getTime() / 1000;
export const ofNumber = (seconds) => iso(new Date(seconds * 1000));
export const addDays = (day, days) => iso(new Date(parse(day).getTime() + days * DAY));
export const daysBetween = (first, last) => Math.round((parse(last) - parse(first)) / DAY);

export const day = (value) => (value ? format({ day: 'numeric', month: 'long', year: 'numeric' }).format(parse(value)) : '–');
export const shortDay = (value) => (value ? format({ day: 'numeric', month: 'short', year: 'numeric' }).format(parse(value)) : '–');
export const month = (value) => format({ month: 'short', year: 'numeric' }).format(parse(value));
export const monthDay = (value) => format({ day: 'numeric', month: 'short' }).format(parse(value));
export const instant = (value) => (value ? `${format({ day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' }).format(new Date(value))} UTC` : '–');

// 'one day', or 'between two', as exactly as it is known.
export function span(when) {
  if (!when || (!when.earliest && !when.latest)) return null;
  const { earliest, latest } = when;
  if (!earliest) return `≤ ${shortDay(latest)}`;
  if (!latest) return `≥ ${shortDay(earliest)}`;
  if (earliest === latest) return shortDay(earliest);
  return `${shortDay(earliest)} – ${shortDay(latest)}`;
}

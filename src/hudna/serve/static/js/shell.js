// Header and navigation: what is looked at, as of which day, in which language, by whom.
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { fresh, left, meet, send, session } from './api.js';
import { html } from './html.js';
import { addDays, day, daysBetween } from './dates.js';
import { count, t } from './say.js';
import { asOf, go, language, linked, one, setTheme, theme, view } from './state.js';

const NAV = ['situation', 'posture', 'movements', 'ceasefire', 'hypotheses', 'alerts', 'tripwires', 'calendar', 'sources', 'review', 'outputs'];
const UNDER = { incident: 'situation', report: 'situation' };

export function Nav() {
  const shown = UNDER[view.value] || view.value;
  const list = useRef(null);
  // On a phone the views stand in one line, and the one that is shown may lie beyond its edge.
  useEffect(() => {
    const at = list.current && list.current.querySelector('[aria-current]');
    const line = list.current && list.current.parentElement;
    if (at && line.scrollWidth > line.clientWidth) line.scrollBy({ left: at.getBoundingClientRect().left + at.offsetWidth / 2 - line.getBoundingClientRect().left - line.clientWidth / 2 });
  }, [shown, language.value]);
  return html`<nav class="nav" aria-label=${t('views')}><ul class="plain" ref=${list}>
    ${NAV.map((name) => html`<li key=${name}><a ...${linked({ view: name })} aria-current=${shown === name ? 'page' : undefined}>${t(`view.${name}`)}</a></li>`)}
  </ul></nav>`;
}

export function Header({ meta }) {
  const box = useRef(null);
  useLayoutEffect(() => {
    const slash = (event) => {
      if (event.key !== '/' || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      box.current.focus();
    };
    addEventListener('keydown', slash);
    return () => removeEventListener('keydown', slash);
  }, []);
  const find = (event) => { event.preventDefault(); const words = box.current.value.trim(); if (words) go({ view: 'search', q: words }); };
  return html`<header class="top">
    <a class="brand" ...${linked({ view: 'situation' })}><strong>${t('name')}</strong><span class="brand-sub">${t('truce')}</span></a>
    <form class="find" role="search" onSubmit=${find}>
      <label class="sr" for="find">${t('search_words')}</label>
      <input id="find" ref=${box} type="search" dir="auto" placeholder=${t('search_words')} value=${one('q') || ''} maxlength="200" />
    </form>
    ${meta && html`<${Moment} meta=${meta} />`}
    <div class="row tools">
      ${meta && meta.public && html`<span class="badge warn" title=${t('public_why')}>${t('public')}</span>`}
      <button class="quiet" onClick=${() => setTheme(theme.value === 'dark' ? 'light' : 'dark')} aria-label=${t(theme.value === 'dark' ? 'to_light' : 'to_dark')} title=${t(theme.value === 'dark' ? 'to_light' : 'to_dark')}><span aria-hidden="true">${theme.value === 'dark' ? '☀' : '☾'}</span></button>
      <a class="button quiet" ...${linked({ lang: language.value === 'ar' ? null : 'ar' })} lang=${language.value === 'ar' ? 'en' : 'ar'} hreflang=${language.value === 'ar' ? 'en' : 'ar'}>${language.value === 'ar' ? 'English' : 'العربية'}</a>
      <${Who} />
    </div>
  </header>`;
}

function Who() {
  const who = session.value;
  if (!who || who.alone) return who && html`<span class="faint" title=${t('alone_why')}>${t('alone')}</span>`;
  if (!who.name) return who.public ? null : html`<a class="button" ...${linked({ view: 'sign_in' })}>${t('sign_in')}</a>`;
  // Where the session had ended by itself there is nothing left to end: either way the door is shown.
  const leave = async () => { try { await send('DELETE', 'session'); } finally { left.value = true; await meet(); fresh.value += 1; } };
  return html`<a class="who" ...${linked({ view: 'account' })}><bdi>${who.name}</bdi> <span class="faint">${t(`role.${who.role}`)}</span></a><button class="quiet" onClick=${leave}>${t('sign_out')}</button>`;
}

// The day up to which reports are taken into account: a slider over every day that is known.
function Moment({ meta }) {
  const newest = meta.last || meta.as_of;
  const { first } = meta;
  const chosen = asOf.value || newest;
  const [dragged, setDragged] = useState(null);
  if (!first || !newest) return null;
  const days = Math.max(daysBetween(first, newest), 0);
  const at = dragged ?? Math.min(Math.max(daysBetween(first, chosen), 0), days);
  const settle = (to) => { setDragged(null); go({ as_of: to >= days ? null : addDays(first, Math.max(to, 0)) }, { replace: true }); };
  const past = Boolean(asOf.value) || (dragged !== null && dragged < days);
  return html`<div class=${`moment ${past ? 'past' : ''}`} role="group" aria-label=${t('as_of_why')}>
    <label for="as-of">${t('as_of')}</label>
    <button class="quiet" onClick=${() => settle(at - 1)} disabled=${at <= 0} aria-label=${t('day_before')}><span aria-hidden="true" class="flip">‹</span></button>
    <input id="as-of" type="range" min="0" max=${days} value=${at} onInput=${(event) => setDragged(Number(event.target.value))} onChange=${(event) => settle(Number(event.target.value))}
      aria-valuetext=${day(addDays(first, at))} />
    <button class="quiet" onClick=${() => settle(at + 1)} disabled=${at >= days} aria-label=${t('day_after')}><span aria-hidden="true" class="flip">›</span></button>
    <output for="as-of">${day(addDays(first, at))}</output>
    ${past && html`<button class="quiet" onClick=${() => settle(days)}>${t('to_now')}</button>`}
    <span class="sr" role="status">${past ? t('past_view', { day: day(chosen) }) : ''}</span>
    <span class="faint counts">${count('n_reports', meta.reports)} · ${count('n_claims', meta.claims)} · ${count('n_incidents', meta.incidents)}</span>
    ${meta.stale && html`<span class="badge warn" role="status">${t('catching_up')}</span>`}
  </div>`;
}

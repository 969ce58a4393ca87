// Days that give context: anniversaries and deadlines around the day that is looked at.
import { useAnswer } from '../api.js';
import { day } from '../dates.js';
import { html } from '../html.js';
import { Answer } from '../parts.js';
import { count, t, value } from '../say.js';
import { go, moment, one } from '../state.js';

export function Calendar() {
  const days = one('days') || '60';
  const told = useAnswer('calendar', { ...moment.value, days, limit: 200 });
  return html`<h1>${t('view.calendar')}</h1><p class="soft">${t('calendar_why')}</p>
    <p><label>${t('days_around')} <select value=${days} onChange=${(event) => go({ days: event.target.value })}>${['30', '60', '120', '365'].map((each) => html`<option value=${each}>${each}</option>`)}</select></label></p>
    <${Answer} of=${told} is_empty=${(data) => !data.results.length} empty=${t('no_occasions')}>${(data) => html`<ol class="plain card occasions">${[...data.results].sort((a, b) => (a.on < b.on ? -1 : 1)).map((each, at) => html`<li key=${at} class=${`row between line ${Math.abs(each.days_away) <= 7 ? 'near' : ''}`}>
      <span><strong><bdi dir="auto">${each.name}</bdi></strong> <span class="badge">${value('occasion', each.kind)}</span>${each.years > 0 && html` <span class="faint">${count('n_years', each.years)}</span>`}<div class="faint" dir="auto">${each.because}</div></span>
      <span>${day(each.on)}<div class="faint">${each.days_away === 0 ? t('today') : each.days_away > 0 ? count('in_n_days', each.days_away) : count('n_days_ago', -each.days_away)}</div></span></li>`)}</ol>`}<//>`;
}

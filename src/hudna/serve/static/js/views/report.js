// A report as it was published, with the claims coded from it.
import { useAnswer } from '../api.js';
import { Claim, MarksKey } from '../claim.js';
import { day } from '../dates.js';
import { html } from '../html.js';
import { Answer, IncidentLink } from '../parts.js';
import { count, t, value } from '../say.js';
import { moment, one } from '../state.js';

export function Report() {
  const told = useAnswer(one('id') ? `texts/${encodeURIComponent(one('id'))}` : null, moment.value);
  return html`<${Answer} of=${told}>${(it) => html`<article class="report-page">
    <h1><bdi dir="auto" translate=${false}>${it.title || it.source || it.id}</bdi></h1>
    <p class="soft"><bdi translate=${false}>${it.source || t('no_source')}</bdi> · ${day(it.published)} · ${value('language', it.language)} ${it.url && html`· <a href=${safe(it.url)} rel="noreferrer noopener" target="_blank" dir="ltr">${it.url}</a>`}</p>
    <p class="faint">${t('url_leaves')}</p>
    <div class="two"><section class="card"><div class="report-text" translate=${false} dir=${it.direction} lang=${it.language || undefined}>${coded(it)}</div></section>
      <section><h2>${count('n_claims', it.claims.length)}</h2><${MarksKey} />
        ${it.claims.map((each) => html`<div key=${each.id}><${Claim} of=${each} head=${false} />${each.incident && html`<p class="faint"><${IncidentLink} id=${each.incident}>${t('to_incident')}<//></p>`}</div>`)}</section></div>
  </article>`}<//>`;
}

// An address from a feed is only a link where it is one of the web.
const safe = (url) => (/^https?:\/\//i.test(url) ? url : undefined);

// The text with the words that claims were coded from; offsets are code points.
function coded(it) {
  const text = Array.from(it.text);
  const spans = it.claims.map((each) => [each.start, each.end, each.id]).sort((a, b) => a[0] - b[0]);
  const found = [];
  let at = 0;
  for (const [start, end, id] of spans) {
    if (end <= at) continue;
    const from = Math.max(start, at);
    if (from > at) found.push(text.slice(at, from).join(''));
    found.push(html`<a class="coded" href=${`#claim-${id}`} onClick=${(event) => { event.preventDefault(); document.getElementById(`claim-${id}`).scrollIntoView({ block: 'center' }); }}>${text.slice(from, end).join('')}</a>`);
    at = end;
  }
  if (at < text.length) found.push(text.slice(at).join(''));
  return found;
}

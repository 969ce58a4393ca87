// Search in the words of reports, in Arabic and English alike, newest first.
import { useLayoutEffect, useRef } from 'preact/hooks';
import { usePages } from '../api.js';
import { ReportLine } from '../claim.js';
import { html } from '../html.js';
import { asWritten } from '../names.js';
import { Answer, Coverage, Empty, Explain, IncidentLink, More } from '../parts.js';
import { count, t, value } from '../say.js';
import { go, moment, one } from '../state.js';

export function Search() {
  const words = one('q');
  const box = useRef(null);
  useLayoutEffect(() => { if (!words && box.current) box.current.focus(); }, []);
  const find = (event) => { event.preventDefault(); go({ q: box.current.value.trim() || null }); };
  return html`<h1>${t('view.search')}</h1>
    <form class="row" role="search" aria-label=${t('view.search')} onSubmit=${find}><label class="sr" for="search-box">${t('search_words')}</label><input id="search-box" ref=${box} type="search" dir="auto" value=${words || ''} maxlength="200" size="40" /><button class="primary">${t('find')}</button></form>
    <p class="faint">${t('search_how')}</p>
    ${words ? html`<${Hits} words=${words} key=${words} />` : html`<${Empty}>${t('search_empty')}<//>`}`;
}

function Hits({ words }) {
  const pages = usePages('search', { q: words, ...moment.value, limit: 30 });
  return html`<${Answer} of=${pages} is_empty=${(data) => !data.results.length} empty=${t('nothing_found_for', { words })}>${(data) => html`
    <p role="status">${count('n_hits', pages.coverage.total)} <span class="faint">${t('read_as')} ${data.read_as.map((each) => html`<code dir="auto">${each}</code> `)}</span></p>
    <ol class="plain">${pages.results.map((each) => html`<li key=${each.kind + each.id} class="card"><${ReportLine} of=${each.report} />
      <blockquote class="words" dir=${each.direction} lang=${each.report.language || undefined}>${marked(each)}</blockquote>
      <div class="row"><span class="badge outline">${value('kind', each.kind)}</span>${each.incident && html`<${IncidentLink} id=${each.incident}>${t('to_incident')}<//>`}${each.kind === 'claim' && html`<${Explain} id=${each.id} title=${asWritten(each.text)} />`}</div></li>`)}</ol>
    <${More} of=${pages} /><${Coverage} of=${pages.coverage} />`}<//>`;
}

function marked({ text, marks }) {
  const letters = Array.from(text);
  const found = [];
  let at = 0;
  for (const [start, end] of [...marks].sort((a, b) => a[0] - b[0])) {
    if (start < at) continue;
    found.push(letters.slice(at, start).join(''), html`<mark class="m-what">${letters.slice(start, end).join('')}</mark>`);
    at = end;
  }
  return [...found, letters.slice(at).join('')];
}

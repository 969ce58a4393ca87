// What is handed on: documents to read and files for other programs, of the day that is looked at.
import { useState } from 'preact/hooks';
import { url, useAnswer } from '../api.js';
import { html } from '../html.js';
import { asWritten } from '../names.js';
import { Answer } from '../parts.js';
import { t, value } from '../say.js';
import { asOf, filters, language, moment } from '../state.js';

// What is filtered is what is written.
const search = (query) => url('', query).split('?')[1] || '';

export function Outputs({ meta }) {
  const exporters = useAnswer('exports', { lang: language.value });
  const agreements = useAnswer('agreements', moment.value);
  return html`<h1>${t('view.outputs')}</h1>
    <section class="card" aria-labelledby="docs-title"><h2 id="docs-title">${t('documents')}</h2><p class="faint">${t('documents_why')}</p>
      <ul class="plain">${['day', 'week', null].map((period) => html`<${Document} key=${period} name=${t(`sitrep.${period || 'all'}`)} path="sitrep" query=${{ period }} />`)}
      ${(agreements.data ? agreements.data.results : []).map((each) => html`<${Document} key=${each.id} name=${`${t('ceasefire_report')}: ${each.title}`} path="ceasefire" query=${{ agreement: each.id }} />`)}</ul></section>
    <section class="card" aria-labelledby="exports-title"><h2 id="exports-title">${t('exports')}</h2><p class="faint">${t('exports_why')}</p>
      <${Answer} of=${exporters}>${(data) => html`<div class="scroll" tabindex="0" role="region" aria-labelledby="exports-title"><table><thead><tr><th>${t('format')}</th><th>${t('holds')}</th></tr></thead><tbody>${data.map((each) => html`<tr key=${each.name}><th scope="row">${each.name}<div class="faint" dir="auto">${each.description}</div></th>
        <td><div class="row">${each.what.map((kind) => html`<a key=${kind} class="button" download href=${`/api/v1/exports/${each.name}?${search({ ...filters.value, what: kind, as_of: asOf.value })}`}>${value('export_kind', kind)}</a>`)}</div></td></tr>`)}</tbody></table></div>`}<//></section>
    ${meta && !meta.public && html`<${Extract} />`}`;
}

function Document({ name, path, query }) {
  const to = (format) => `/api/v1/reports/${path}?${search({ ...filters.value, ...query, format, lang: language.value, as_of: asOf.value })}`;
  return html`<li class="row between line"><span><bdi>${name}</bdi></span><span class="row">${['html', 'pdf', 'docx', 'md'].map((format) => html`<a key=${format} class="button" href=${to(format)} target=${format === 'html' ? '_blank' : undefined} rel="noopener" aria-label=${`${name}, ${format.toUpperCase()}`}>${format.toUpperCase()}</a>`)}</span></li>`;
}

// A text coded on the spot, to see what the coder reads in it; nothing of it is kept.
function Extract() {
  const [told, setTold] = useState({ busy: false, data: null, refused: null });
  const ask = async (event) => {
    event.preventDefault();
    const given = new FormData(event.target);
    setTold({ busy: true, data: null, refused: null });
    const { send } = await import('../api.js');
    try {
      const data = await send('POST', 'extract', { text: given.get('text'), ...(given.get('published') ? { published: given.get('published') } : {}) });
      setTold({ busy: false, data, refused: null });
    } catch (error) {
      setTold({ busy: false, data: null, refused: error });
    }
  };
  return html`<section class="card" aria-labelledby="extract-title"><h2 id="extract-title">${t('extract')}</h2><p class="faint">${t('extract_why')}</p>
    <form onSubmit=${ask}><label>${t('text')} <textarea name="text" dir="auto" required maxlength="200000"></textarea></label><div class="row"><label>${t('published')} <input type="date" name="published" /></label><button class="primary" disabled=${told.busy}>${t(told.busy ? 'loading' : 'code_it')}</button></div></form>
    ${told.refused && html`<p class="note bad" role="alert">${told.refused.message}</p>`}
    ${told.data && html`<div role="status"><p>${t('claims_total', { n: told.data.claims.length })} · <code dir="ltr">${told.data.coder}</code></p>${told.data.issues.map((each) => html`<p class="note warn"><bdi dir="auto">${each}</bdi></p>`)}
      <ul class="plain">${told.data.claims.map((each) => html`<li key=${each.id} class="claim"><blockquote class="words" dir="auto" lang=${each.language}>${each.text}</blockquote><div class="row claim-facts"><span class="badge">${value('status', each.status)}</span><span class="badge">${each.event ? value('root', each.event.root) : value('content', each.content)}</span><span class="faint">${each.speakers.map((one) => asWritten(one.text)).join(' ← ')}</span><span class="faint">${t('rule')} <code dir="ltr">${each.rule}</code></span></div></li>`)}</ul></div>`}</section>`;
}

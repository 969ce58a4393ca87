// A claim in its report's own words: the sentence, what stands around it, and which words carry which value.
import { html } from './html.js';
import { shortDay } from './dates.js';
import { asWritten } from './names.js';
import { openExplain } from './panel_state.js';
import { t, value } from './say.js';
import { linked } from './state.js';

// Offsets count code points; strings of the page count UTF-16 units.
const points = (text) => Array.from(text);

// The sentence cut wherever a mark or the claim begins or ends; overlapping marks: the shortest wins.
export function pieces(context) {
  const text = points(context.sentence);
  const cuts = new Set([0, text.length, context.claim_start, context.claim_end]);
  for (const mark of context.marks) { cuts.add(mark.start); cuts.add(mark.end); }
  const edges = [...cuts].filter((at) => at >= 0 && at <= text.length).sort((a, b) => a - b);
  const found = [];
  for (let at = 0; at + 1 < edges.length; at += 1) {
    const [start, end] = [edges[at], edges[at + 1]];
    const over = context.marks.filter((mark) => mark.start <= start && end <= mark.end).sort((a, b) => a.end - a.start - (b.end - b.start));
    const inside = context.claim_start <= start && end <= context.claim_end;
    found.push({ text: text.slice(start, end).join(''), role: over.length ? over[0].role : null, inside });
  }
  return found;
}

export function Words({ of, language }) {
  if (!of) return html`<p class="note">${t('words_withheld')}</p>`;
  return html`<blockquote class="words" translate=${false} dir=${of.direction} lang=${language || undefined}>
    ${of.before && html`<span class="around">${of.before} </span>`}
    ${pieces(of).map((piece) => {
      const shown = piece.role
        ? html`<mark class=${`m-${piece.role}`} title=${value('role', piece.role)}>${piece.text}</mark>`
        : piece.text;
      return piece.inside ? html`<span class="claimed">${shown}</span>` : html`<span class="around">${shown}</span>`;
    })}
    ${of.after && html`<span class="around"> ${of.after}</span>`}
  </blockquote>`;
}

export const MarksKey = () => html`<ul class="plain row marks" aria-label=${t('marks')}>
  ${['speaker', 'what', 'who', 'where', 'when'].map((role) => html`<li key=${role}><mark class=${`m-${role}`}>${value('role', role)}</mark></li>`)}</ul>`;

export function ReportLine({ of }) {
  return html`<p class="faint report-line"><a ...${linked({ view: 'report', id: of.id })}><bdi dir="auto" translate=${false}>${of.title || of.source || of.id}</bdi></a>
    ${of.source && of.title && html` · <bdi translate=${false}>${of.source}</bdi>`} · ${shortDay(of.published)} ${of.language && html` · <span>${value('language', of.language)}</span>`}</p>`;
}

// Told as having happened, and yet not counted.
const unsure = (of) => of.sureness && !of.counts && of.sureness.value < of.sureness.least;

export function Claim({ of, head = true, level = 4 }) {
  const what = of.event ? [value('root', of.event.root), of.event.mode && value('mode', of.event.mode), of.event.move && value('move', of.event.move)].filter(Boolean).join(' · ') : value('content', of.content);
  return html`<article class="claim" id=${`claim-${of.id}`}>
    ${head && of.told_in && html`<${ReportLine} of=${of.told_in} />`}
    <${Words} of=${of.context} language=${of.language} />
    <div class="row claim-facts">
      <span class=${`badge ${of.counts ? '' : 'outline'}`}>${value('status', of.status)}</span>
      ${unsure(of) && html`<span class="badge outline" title=${of.sureness.because.join('\n')}>${t('unsure_reading', { value: of.sureness.value, least: of.sureness.least })}</span>`}
      <span class="badge">${what}</span>
      <span class="faint">${value('act', of.speech_act)}${of.speakers.length ? html`: <bdi>${of.speakers.map((each) => asWritten(each.text)).join(' ← ')}</bdi>` : ''}</span>
      ${of.graded && html`<span class="badge" title=${t('graded')}>${of.graded}</span>`}
      <span class="faint">${t('rule')} <code dir="ltr">${of.rule}</code></span>
      ${of.judgements && of.judgements.some((each) => each.stands) && html`<span class="badge good">${t('judged')}</span>`}
      <button type="button" class="quiet small" onClick=${() => openExplain(of.id)}>${t('explain')}</button>
    </div>
  </article>`;
}

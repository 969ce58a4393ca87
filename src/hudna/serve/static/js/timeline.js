// Incidents by day, week or month. What escalates stands above the line, what eases below it; they are never summed.
// Dragging over days sets the filters; the two date fields and the buttons do the same without a pointer.
import './locale.js';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import uPlot from 'uplot';
import { useAnswer } from './api.js';
import { addDays, day, month, monthDay, number, ofNumber, parse, shortDay } from './dates.js';
import { html } from './html.js';
import { Answer } from './parts.js';
import { count, figure, t, value } from './say.js';
import { filtered, go, language, one, theme } from './state.js';

const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const named = (data, name) => (data.series.find((each) => each.name === name) || { values: data.days.map(() => 0) }).values;
const total = (values) => values.reduce((sum, each) => sum + each, 0);

// A few incidents long before the rest (a war's anniversary, a treaty's date) would press everything else into one
// corner: where leaving out the oldest fiftieth makes the span three times shorter, the chart begins after them.
export function begins(data) {
  const each = data.days.map((_, at) => ['escalation', 'escalation_alleged', 'de-escalation', 'statement'].reduce((sum, name) => sum + named(data, name)[at], 0));
  const few = Math.max(total(each) / 50, 2);
  let before = 0;
  const from = each.findIndex((number) => { before += number; return before > few; });
  return from > 0 && data.days.length > 3 * (data.days.length - from) ? from : 0;
}

const from = (data, at) => ({ ...data, days: data.days.slice(at), series: data.series.map((each) => ({ ...each, values: each.values.slice(at) })) });

export function Timeline() {
  const [whole, setWhole] = useState(false);
  const { since, until, ...rest } = filtered.value;
  const answer = useAnswer('timeline', rest);
  const chosen = since || until;
  return html`<div class="row between time-head"><h2>${t('timeline')}</h2>
    <span class="row"><span class="key up">▲ ${value('direction', 'escalation')}</span><span class="key up faded">${t('alleged_only')}</span><span class="key down">▼ ${value('direction', 'de-escalation')}</span><span class="key talk">● ${value('direction', 'statement')}</span>
    ${chosen ? html`<button onClick=${() => go({ since: null, until: null })}>${t('all_days')}</button>` : html`<span class="faint">${t('drag_days')}</span>`}</span></div>
    <${Answer} of=${answer} is_empty=${(data) => !data.days.length} empty=${t('no_days')}>${(data) => html`
      <${Chart} data=${whole ? data : from(data, begins(data))} since=${one('since')} until=${one('until')} key=${`${theme.value}${language.value}${whole}`} />
      ${begins(data) > 0 && html`<p class="faint">${t(whole ? 'from_first' : 'earlier_out', { day: shortDay(data.days[whole ? 0 : begins(data)]) })} <button class="quiet small" onClick=${() => setWhole(!whole)}>${t(whole ? 'begin_later' : 'from_first_day')}</button></p>`}
      <${AsTable} data=${data} />
      ${data.undated > 0 && html`<p class="faint">${count('n_undated', data.undated)}</p>`}`}<//>`;
}

function AsTable({ data }) {
  const names = ['escalation', 'escalation_alleged', 'de-escalation', 'statement', 'dead'];
  const rows = data.days.map((each, at) => [each, names.map((name) => named(data, name)[at])]).filter(([, values]) => values.some(Boolean)).reverse();
  return html`<details class="time-table"><summary>${t('as_table')}</summary><div class="scroll" tabindex="0" role="region" aria-label=${t('timeline')}><table>
    <thead><tr><th>${t(`step.${data.step}`)}</th>${names.map((name) => html`<th class="figure">${t(`series.${name}`)}</th>`)}</tr></thead>
    <tbody>${rows.map(([each, values]) => html`<tr key=${each}><th scope="row"><button class="number" onClick=${() => go({ since: each, until: end(data, each) })}>${shortDay(each)}</button></th>${values.map((held) => html`<td class="figure">${figure(held)}</td>`)}</tr>`)}</tbody></table></div></details>`;
}

function end(data, first) {
  if (data.step === 'day') return first;
  if (data.step === 'week') return addDays(first, 6);
  const start = parse(first);
  return new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + 1, 0)).toISOString().slice(0, 10);
}

const STEP = { day: 86400, week: 7 * 86400, month: 30 * 86400 };

function Chart({ data: given, since, until }) {
  const data = useMemo(() => given, [given.days[0], given.days.length, JSON.stringify(given.series)]);
  const box = useRef(null);
  const plot = useRef(null);
  const quiet = useRef(false);
  useEffect(() => {
    const size = () => ({ width: Math.max(box.current.clientWidth, 240), height: 132 });
    plot.current = new uPlot(options(data, size(), brushed(data, quiet)), columns(data), box.current);
    touched(plot.current);
    const watch = new ResizeObserver(() => box.current && plot.current && plot.current.setSize(size()));
    watch.observe(box.current);
    return () => { watch.disconnect(); plot.current.destroy(); plot.current = null; };
  }, [data]);
  useEffect(() => {
    if (!plot.current) return;
    const at = (each, extra) => plot.current.valToPos(number(each) + extra, 'x');
    const left = since ? Math.max(at(since, -STEP[data.step] / 2), 0) : 0;
    const right = until ? Math.min(at(until, STEP[data.step] / 2), plot.current.over.clientWidth) : plot.current.over.clientWidth;
    quiet.current = true;
    plot.current.setSelect(since || until ? { left, width: Math.max(right - left, 2), top: 0, height: plot.current.over.clientHeight } : { left: 0, width: 0, top: 0, height: 0 }, false);
    quiet.current = false;
  }, [data, since, until]);
  const told = t('timeline_told', {
    up: figure(total(named(data, 'escalation'))), down: figure(total(named(data, 'de-escalation'))), talk: figure(total(named(data, 'statement'))),
    first: day(data.days[0]), last: day(data.days[data.days.length - 1]),
  });
  return html`<div class="chart" dir="ltr" ref=${box} role="img" aria-label=${told}></div>`;
}

function columns(data) {
  const up = named(data, 'escalation');
  const alleged = named(data, 'escalation_alleged');
  return [
    data.days.map(number),
    up.map((each, at) => each + alleged[at]),
    up,
    named(data, 'de-escalation').map((each) => -each),
    named(data, 'statement'),
  ];
}

const brushed = (data, quiet) => (plot) => {
  if (quiet.current || plot.select.width < 3) return;
  const { left, width } = plot.select;
  const half = STEP[data.step] / 2;
  const first = ofNumber(plot.posToVal(left, 'x') + half);
  const last = ofNumber(plot.posToVal(left + width, 'x') + half);
  go({ since: first < data.days[0] ? data.days[0] : first, until: last });
};

// The library hears the mouse alone; a finger that goes across chooses days too, and one that goes up or down scrolls the page.
function touched(plot) {
  const { over } = plot;
  let from = null;
  const at = (event) => Math.min(Math.max(event.clientX - over.getBoundingClientRect().left, 0), over.clientWidth);
  const select = (to, tell) => plot.setSelect({ left: Math.min(from, to), width: Math.abs(to - from), top: 0, height: over.clientHeight }, tell);
  over.addEventListener('pointerdown', (event) => { from = event.pointerType === 'mouse' ? null : at(event); });
  over.addEventListener('pointermove', (event) => { if (from !== null) select(at(event), false); });
  over.addEventListener('pointerup', (event) => { if (from !== null && Math.abs(at(event) - from) > 12) select(at(event), true); from = null; });
  over.addEventListener('pointercancel', () => { from = null; });
}

function options(data, size, setSelect) {
  const bars = uPlot.paths.bars({ size: [0.8, 22, 1], align: 0 });
  const [ink, line] = [colour('--soft'), colour('--line')];
  const axis = { stroke: ink, grid: { stroke: line, width: 1 }, ticks: { stroke: line, size: 4 }, font: '11px "Noto Sans"' };
  const most = Math.max(1, ...columns(data).slice(1, 3).flat(), ...columns(data)[4]);
  const least = Math.min(0, ...columns(data)[3]);
  return {
    ...size,
    padding: [8, 24, 0, 0],
    legend: { show: false },
    cursor: { y: false, drag: { x: true, y: false, setScale: false }, points: { show: false } },
    select: { show: true },
    scales: { x: { time: true, range: (_plot, low, high) => [low - STEP[data.step], high + STEP[data.step]] }, y: { range: [least - 0.3, most + 0.5] } },
    axes: [
      { ...axis, values: (_plot, ticks) => ticks.map((each) => (ticks.length > 1 && ticks[1] - ticks[0] > 20 * 86400 ? month : monthDay)(ofNumber(each))), space: 70, size: 28, incrs: [1, 2, 7, 14, 30, 91, 182, 365, 730].map((days) => days * 86400) },
      { ...axis, size: 34, space: 16, incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000], values: (_plot, ticks) => ticks.map((each) => figure(Math.abs(each))) },
    ],
    tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), 'UTC'),
    series: [
      {},
      { paths: bars, fill: colour('--up-soft'), stroke: colour('--up'), width: 1, points: { show: false } },
      { paths: bars, fill: colour('--up'), stroke: colour('--up'), width: 1, points: { show: false } },
      { paths: bars, fill: colour('--down'), stroke: colour('--down'), width: 1, points: { show: false } },
      { paths: () => null, stroke: colour('--talk'), points: { show: true, size: 5, fill: colour('--talk'), filter: (plot, at) => plot.data[at].map((each, index) => (each ? index : null)).filter((each) => each !== null) } },
    ],
    hooks: { setSelect: [setSelect] },
  };
}

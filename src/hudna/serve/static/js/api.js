// Questions to the server of the same address; nothing else is ever asked.
import { signal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import { language } from './state.js';

const ROOT = '/api/v1';
// Goes up when something was judged: whatever is shown is asked for again.
export const fresh = signal(0);
export const session = signal(null);
// Whether somebody has just signed out here; the organisation's own sign-in may still know them.
export const left = signal(false);

export class Refused extends Error {
  constructor(status, detail, body) {
    super(detail);
    this.status = status;
    this.body = body;
  }
}

export function url(path, query = {}) {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const each of [value].flat()) if (each !== null && each !== undefined && each !== '') search.append(name, each);
  }
  const text = search.toString();
  return `${path.startsWith('/') ? '' : `${ROOT}/`}${path}${text ? `?${text}` : ''}`;
}

const inWords = (body, status) => {
  const detail = body && body.detail;
  if (typeof detail === 'string') return detail;
  if (Array.isArray(detail)) return detail.map((each) => `${(each.loc || []).join('.')}: ${each.msg}`).join('; ');
  return `HTTP ${status}`;
};

async function answer(response) {
  const type = response.headers.get('content-type') || '';
  const body = response.status === 204 ? null : type.includes('json') ? await response.json() : await response.text();
  if (!response.ok) throw new Refused(response.status, inWords(body, response.status), body);
  return body;
}

export async function get(path, query, signal) {
  return answer(await fetch(url(path, query), { headers: { accept: 'application/json' }, signal }));
}

export async function send(method, path, body, headers = {}) {
  const csrf = session.value && session.value.csrf;
  // A refusal is said in the language of the page.
  const response = await fetch(url(path, language.value === 'en' ? {} : { lang: language.value }), {
    method,
    headers: { 'content-type': 'application/json', accept: 'application/json', ...(csrf ? { 'x-csrf-token': csrf } : {}), ...headers },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  return answer(response);
}

export async function meet() {
  try {
    session.value = await get('session');
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    session.value = { name: null, role: null, may: [], csrf: null, alone: false, public: false };
  }
  return session.value;
}

// Nobody is known to a server that answers only people it knows.
export const isShut = () => Boolean(session.value && !session.value.name && !session.value.alone && !session.value.public);

export const may = (what) => Boolean(session.value && (session.value.alone || (session.value.may || []).includes(what)));

// A question as a component sees it: {data, error, loading}. What was known stays while the next answer comes.
export function useAnswer(path, query = {}) {
  const address = path ? url(path, query) : null;
  const turn = fresh.value;
  const [held, setHeld] = useState({ address: null, data: null, error: null, loading: Boolean(path) });
  const [again, setAgain] = useState(0);
  useEffect(() => {
    if (!address) { setHeld({ address: null, data: null, error: null, loading: false }); return undefined; }
    const stop = new AbortController();
    setHeld((before) => ({ ...before, loading: true, error: null }));
    get(address, {}, stop.signal).then(
      (data) => setHeld({ address, data, error: null, loading: false }),
      (error) => {
        if (error.name === 'AbortError') return;
        setHeld({ address, data: null, error, loading: false });
        // The session has ended meanwhile: ask who is signed in, which shows the door.
        if (error.status === 401 && !isShut()) meet();
      },
    );
    return () => stop.abort();
  }, [address, turn, again]);
  // A day that is still being made ready is asked for again by itself.
  useEffect(() => {
    if (!held.error || held.error.status !== 503) return undefined;
    const later = setTimeout(() => setAgain((before) => before + 1), 5000);
    return () => clearTimeout(later);
  }, [held.error]);
  return { ...held, loading: held.loading || held.address !== address && Boolean(address) && !held.error, retry: () => setAgain(again + 1) };
}

// Page after page of the same question, joined.
export function usePages(path, query = {}) {
  const first = useAnswer(path, query);
  const [more, setMore] = useState({ of: null, results: [], next: null, loading: false, error: null });
  const mine = more.of === first.data ? more : { of: first.data, results: [], next: first.data && first.data.next, loading: false, error: null };
  const load = async () => {
    setMore({ ...mine, loading: true });
    try {
      const page = await get(mine.next);
      setMore({ of: first.data, results: [...mine.results, ...page.results], next: page.next, loading: false, error: null });
    } catch (error) {
      setMore({ ...mine, loading: false, error });
    }
  };
  const results = first.data ? [...first.data.results, ...mine.results] : null;
  return { ...first, results, coverage: first.data && first.data.coverage, more: mine.next ? load : null, loadingMore: mine.loading, moreError: mine.error };
}

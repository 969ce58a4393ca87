// Names of actors and places in the language of the page, asked for once. English answers hold those of places already. What nobody has named in that language stays as the report put it.
import { effect, signal } from '@preact/signals';
import { get, isShut, session } from './api.js';
import { language } from './state.js';

const NONE = { actors: new Map(), places: new Map(), written: new Map() };
const known = signal(NONE);
export const namesKnown = known;

export function learnNames() {
  effect(() => {
    const lang = language.value;
    known.value = NONE;
    // Names are told to whoever may read: asked for again after signing in.
    if (!session.value || isShut()) return;
    const ask = (what, of) => get(what, { lang: of, limit: 1000 }).then((page) => page.results);
    if (lang === 'en') {
      ask('actors', lang).then((actors) => { if (language.value === lang) known.value = { ...NONE, actors: new Map(actors.map((each) => [each.id, each.name])) }; }, () => {});
      return;
    }
    Promise.all([ask('actors', lang), ask('places', lang), ask('places', 'en')]).then(([actors, places, english]) => {
      if (language.value !== lang) return;
      const named = new Map(places.map((each) => [each.id, each.name]));
      known.value = {
        actors: new Map(actors.map((each) => [each.id, each.name])),
        places: named,
        written: new Map(english.map((each) => [each.name, named.get(each.id) || each.name])),
      };
    }, () => { known.value = NONE; });
  });
}

export const placeName = (of) => known.value.places.get(of.id) || known.value.written.get(of.name) || of.name;
export const placeWritten = (name) => known.value.written.get(name) || name;
// English keeps the words of the reports, where a reader of English can read them.
const ours = (of) => language.value !== 'en' || !of.text || /[\u0590-\u08ff\u0400-\u04ff]/.test(of.text);
export const partyName = (of) => (ours(of) && known.value.actors.get(of.id)) || of.name || asWritten(of.text);

// Words of a report among words of another script stand in quotation marks, as in the documents.
export const asWritten = (text) => (language.value === 'ar' && text && !/[\u0600-\u06ff«]/.test(text) ? `«${text}»` : text);

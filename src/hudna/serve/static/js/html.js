// The one way markup is made: htm over Preact. Text is always a text node; nothing here takes raw HTML.
import htm from 'htm';
import { h } from 'preact';

// What stands in quotation marks may run the other way: isolated, it neither pulls the marks nor its neighbours along.
const QUOTED = /([«“])([^«»“”]*)([»”])/g;
const apart = (child) => (typeof child === 'string' ? child.replace(QUOTED, '$1\u2068$2\u2069$3') : child);

export const html = htm.bind((type, given, ...children) => h(type, given, ...children.map(apart)));

// The one way markup is made: htm over Preact. Text is always a text node; nothing here takes raw HTML.
import htm from 'htm';
import { h } from 'preact';

// What stands in « » may run the other way: isolated, it neither pulls the marks nor its neighbours along.
const apart = (child) => (typeof child === 'string' && child.includes('«') ? child.replace(/«([^«»]*)»/g, '«\u2068$1\u2069»') : child);

export const html = htm.bind((type, given, ...children) => h(type, given, ...children.map(apart)));

// The door: name and password, or the organisation's own sign-in where one is set up.
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Refused, fresh, left, meet, send, session, url } from '../api.js';
import { html } from '../html.js';
import { t, value } from '../say.js';
import { address, go, one, view } from '../state.js';

// Where a visit through the provider returns to: what was asked for, without the refusal of the visit before.
const back = () => { const to = address({ ...(view.value === 'sign_in' ? { view: 'review' } : {}), refused: null }); return to.startsWith('?') ? to : ''; };

// Why the way through the provider ended here; an address can say nothing else.
const REFUSED = ['401', '403', '501', '502'];

export function SignIn() {
  const form = useRef(null);
  const [state, setState] = useState({ busy: false, refused: null });
  const who = session.value;
  // Before anything is painted: later, a password that is being filled in would end up in the name.
  useLayoutEffect(() => { const box = form.current && form.current.elements.name; if (box) box.focus(); }, []);
  const enter = async (event) => {
    event.preventDefault();
    setState({ busy: true, refused: null });
    const given = new FormData(form.current);
    try {
      await send('POST', 'session', { name: given.get('name'), password: given.get('password') });
      await meet();
      fresh.value += 1;
      if (view.value === 'sign_in') go({ view: 'review', refused: null });
    } catch (error) {
      setState({ busy: false, refused: error instanceof Refused ? error.message : t('no_answer') });
      if (!form.current) return;
      form.current.elements.password.value = '';
      form.current.elements.password.focus();
    }
  };
  if (who && who.name) return html`<section class="card door"><h1>${t('signed_in_as', { who: who.name })}</h1></section>`;
  return html`<section class="card door"><h1>${t('view.sign_in')}</h1>
    ${one('refused') && html`<p class="note bad" role="alert">${value('refused', REFUSED.includes(one('refused')) ? one('refused') : '401')}</p>`}
    ${who && who.public ? html`<p>${t('public_reads')}</p>` : html`<form ref=${form} onSubmit=${enter}>
      <label>${t('user_name')} <input name="name" autocomplete="username" required maxlength="100" dir="ltr" /></label>
      <label>${t('password')} <input name="password" type="password" autocomplete="current-password" required maxlength="1000" dir="ltr" /></label>
      ${state.refused && html`<p class="note bad" role="alert">${state.refused}</p>`}
      <button class="primary" disabled=${state.busy}>${t('sign_in')}</button></form>
      ${who && who.oidc && html`<p><a class="button" href=${url('oidc/login', { back: back() })}>${t('sign_in_elsewhere')}</a></p>
        ${left.value && html`<p class="note">${t('left_here')} <a href="/api/v1/oidc/logout">${t('sign_out_there')}</a></p>`}`}`}
  </section>`;
}

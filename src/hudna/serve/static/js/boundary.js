// A fault of one view is said in its place; header, navigation and the other views go on.
import { Component } from 'preact';
import { html } from './html.js';
import { t } from './say.js';

export class Boundary extends Component {
  constructor() {
    super();
    this.state = { fault: null };
  }

  componentDidCatch(fault) {
    console.error(fault);
    this.setState({ fault });
  }

  render() {
    if (!this.state.fault) return this.props.children;
    return html`<div class="note bad" role="alert"><p>${t('view_fault')}</p><p><code dir="ltr">${String(this.state.fault.message || this.state.fault)}</code></p>
      <button onClick=${() => this.setState({ fault: null })}>${t('again')}</button></div>`;
  }
}

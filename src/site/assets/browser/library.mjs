/* global document, navigator, window */
import { ErrorSummary } from './govuk/error-summary.mjs';
import { ServiceNavigation } from './govuk/service-navigation.mjs';
import { SkipLink } from './govuk/skip-link.mjs';

// Every page works without this file. It adds comfort, nothing else.
for (const Component of [ServiceNavigation, SkipLink, ErrorSummary]) {
  for (const element of document.querySelectorAll(`[data-module="${Component.moduleName}"]`)) {
    try {
      new Component(element);
    } catch {
      // An old browser: the page is usable as it came.
    }
  }
}

// The filters are a column of their own at a desk; a browser that cannot open them by style has them opened here.
const filters = document.querySelector('.app-filters');
if (filters && window.matchMedia('(min-width: 48.0625em)').matches) filters.open = true;

// A button beside each line that is there to be copied. It speaks to screen readers when it is done.
for (const words of document.querySelectorAll('[data-copy]')) {
  if (!navigator.clipboard) break;
  const line = document.createElement('p');
  line.className = 'app-quote__copy';
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'govuk-button govuk-button--secondary govuk-!-margin-bottom-0';
  button.textContent = `Copy ${words.dataset.copy}`;
  const said = document.createElement('span');
  said.className = 'app-quote__copied';
  said.setAttribute('role', 'status');
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(words.textContent.trim());
      said.textContent = 'Copied';
    } catch {
      said.textContent = 'Not copied: select the words and copy them yourself';
    }
  });
  line.append(button, said);
  words.after(line);
}

// What other sites show in a frame is shown here as high as it says that it is.
const frame = document.querySelector('.app-intranets__frame');
if (frame) {
  window.addEventListener('message', ({ source, data }) => {
    if (source === frame.contentWindow && data?.message === 'height')
      frame.style.height = `${data.value + 2}px`;
  });
  // It may have said so before anybody listened.
  const ask = () => frame.contentWindow.postMessage({ message: 'ready' }, '*');
  frame.addEventListener('load', ask);
  ask();
}

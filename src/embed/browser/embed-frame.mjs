/* global document, location, navigator, parent, window, ResizeObserver */
// In a frame on a page of another site. Says how high it is, in the words of WordPress's embeds: {message, value, secret},
// with the secret that stands behind `#?secret=`, and again when it is asked ("ready"). The page is complete without it.
(() => {
  if (parent === window) return;
  const [, secret = ''] = /secret=([\da-zA-Z]+)/.exec(location.hash) ?? [];
  const say = (message, value) => parent.postMessage({ message, value, secret }, '*');

  let said = 0;
  const sayHeight = () => {
    said = Math.ceil(document.body.getBoundingClientRect().height);
    say('height', said);
  };
  window.addEventListener('message', ({ source, data }) => {
    if (source === parent && data?.message === 'ready' && (data.secret ?? '') === secret) sayHeight();
  });
  new ResizeObserver(() => {
    if (Math.ceil(document.body.getBoundingClientRect().height) !== said) sayHeight();
  }).observe(document.body);

  // WordPress allows its frames no way out but this one: it follows the link itself, if it leads to the site of the frame.
  if (secret !== '')
    document.addEventListener('click', (event) => {
      const link = event.target.closest('a[href^="/"]');
      if (!link) return;
      event.preventDefault();
      say('link', link.href);
    });

  // Whoever comes back to a page that was left open sees what is so now.
  let left = null;
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) left = Date.now();
    else if (left !== null && Date.now() - left > 60_000 && navigator.onLine) location.reload();
  });
})();

(() => {
  const html = document.documentElement;
  html.dataset.area = location.pathname.startsWith('/admin') ? 'admin' : 'portal';

  // The place on a page is kept while a calm card stands in for it, and found again afterwards.
  const scroller = () => document.querySelector('.pg-admin .pg-main') || document.scrollingElement;
  const waiting = () => document.querySelector('.pg-host.pg-waiting') !== null;
  let place = 0;
  let wasWaiting = false;
  addEventListener('scroll', () => { if (!waiting() && !wasWaiting) place = scroller().scrollTop; }, true);
  const seen = () => {
    if (waiting()) {
      wasWaiting = true;
    } else if (wasWaiting) {
      let tries = 20;
      const back = () => {
        scroller().scrollTop = place;
        if (--tries > 0 && scroller().scrollTop < place) setTimeout(back, 50); else wasWaiting = false;
      };
      requestAnimationFrame(back);
    }
  };
  addEventListener('DOMContentLoaded', () => new MutationObserver(seen)
    .observe(document.body, { subtree: true, attributes: true, attributeFilter: ['class'] }));
  addEventListener('popstate', () => { place = 0; });

  // Vaadin's own word about the connection is a live region, which is what screen readers should take it for.
  const name = () => {
    const indicator = document.querySelector('vaadin-connection-indicator');
    if (indicator) indicator.setAttribute('role', 'status'); else setTimeout(name, 300);
  };
  addEventListener('DOMContentLoaded', name);

  // A link within the page would lead to the start page, which is the base of all addresses.
  addEventListener('click', e => {
    if (!e.target.closest('.pg-skip')) return;
    e.preventDefault();
    const content = document.getElementById('content');
    content.tabIndex = -1;
    content.focus();
  }, true);

  // Menus of details and summary close when one presses elsewhere, chooses, or leaves them.
  const close = except => document.querySelectorAll('details.pg-menu[open]')
    .forEach(menu => { if (menu !== except) menu.open = false; });
  addEventListener('click', e => close(e.target.closest('.pg-menu-items') ? null : e.target.closest('details.pg-menu')));
  addEventListener('keydown', e => {
    if (e.key !== 'Escape') return;
    const open = document.querySelector('details.pg-menu[open]');
    if (open) { open.open = false; open.querySelector('summary').focus(); }
  });
})();

// Keys within the list of passages, and copying one with its citation. They work where a passage has the focus, and nowhere else.
(() => {
  const found = () => Array.from(document.querySelectorAll('article.found'));

  const say = (where, words) => {
    const status = where.querySelector('.copied');
    status.textContent = words;
    setTimeout(() => { status.textContent = ''; }, 4000);
  };

  const copy = article => {
    const text = article.querySelector('.text').textContent.trim();
    navigator.clipboard.writeText(`“${text}” (${article.getAttribute('aria-label')}, ${article.dataset.number})`)
      .then(() => say(article, 'Copied with its citation.'), () => say(article, 'The browser does not let pages copy; mark the text and copy it.'));
  };

  const step = (article, by) => {
    const all = found();
    const next = all[all.indexOf(article) + by];
    if (next) {
      next.focus();
      next.scrollIntoView({block: 'nearest'});
    }
  };

  const keys = {
    j: article => step(article, 1),
    k: article => step(article, -1),
    c: copy,
    o: article => article.querySelector('a').click(),
    m: article => article.querySelector('.like').click(),
  };

  document.addEventListener('keydown', event => {
    const article = event.target.closest ? event.target.closest('article.found') : null;
    const key = keys[event.key];
    if (article && key && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      key(article);
    }
  });

  document.addEventListener('click', event => {
    const button = event.target.closest('button.copy');
    if (button) {
      copy(button.closest('article.found'));
    }
  });

  const show = () => document.querySelectorAll('button.copy[hidden], .keys[hidden]').forEach(one => { one.hidden = false; });
  document.addEventListener('DOMContentLoaded', show);
  document.addEventListener('htmx:load', show);
  show();
})();

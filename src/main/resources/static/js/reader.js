// Keys in a passage that has the focus, and coding the words that are marked in one. Everything they do has a button or a link of its own.
(() => {
  const passage = event => event.target.closest ? event.target.closest('article.passage[data-passage]') : null;
  const all = () => Array.from(document.querySelectorAll('article.passage[data-passage]'));
  const inField = element => element.closest('input, select, textarea, [contenteditable]');

  const show = article => {
    if (article) {
      article.focus();
      article.scrollIntoView({block: 'nearest'});
    }
  };
  const step = (article, by) => show(all()[all().indexOf(article) + by]);
  const press = (article, selector) => {
    const button = article.querySelector(selector);
    if (button) {
      button.click();
    }
  };

  const keys = {
    j: article => step(article, 1),
    k: article => step(article, -1),
    a: article => press(article, 'button[value=ACCEPT]'),
    r: article => press(article, 'button[value=REJECT]'),
    u: article => press(article.querySelector('button.undo') ? article : document, 'button.undo, #undo'),
    s: article => press(article, 'a.skipping'),
    m: article => press(article, '.more a'),
    n: article => press(article, 'a.nexthit'),
    p: article => press(article, 'a.previoushit'),
  };

  document.addEventListener('keydown', event => {
    const article = passage(event);
    const key = keys[event.key];
    if (article && key && !inField(event.target) && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      key(article);
    }
  });

  // a link to a passage leads there by address; the focus follows it, so that keys work at once
  const follow = () => {
    const target = location.hash.startsWith('#p') ? document.getElementById(location.hash.slice(1)) : null;
    if (target && target.matches('article.passage')) {
      target.focus({preventScroll: true});
    }
  };
  window.addEventListener('hashchange', follow);

  // a decision puts the passage anew; whoever was in it stays in it
  document.addEventListener('htmx:afterSwap', event => {
    const put = event.detail.target && event.detail.target.id ? document.getElementById(event.detail.target.id) : null;
    if (put && put.matches('article.passage')) {
      put.focus({preventScroll: true});
    }
  });

  const bar = () => document.getElementById('selection');
  let taken = null;
  const choose = () => {
    const form = bar();
    const selection = document.getSelection();
    if (!form || form.contains(document.activeElement)) {
      return;
    }
    const text = selection.rangeCount > 0 && !selection.isCollapsed ? selection.getRangeAt(0).commonAncestorContainer : null;
    const element = text ? (text.nodeType === Node.ELEMENT_NODE ? text : text.parentElement).closest('article.passage[data-passage] .text') : null;
    const words = element ? selection.toString() : '';
    if (!element || !words.trim()) {
      form.hidden = true;
      taken = null;
      return;
    }
    const range = selection.getRangeAt(0);
    const before = document.createRange();
    before.selectNodeContents(element);
    before.setEnd(range.startContainer, range.startOffset);
    const lead = range.toString().length - range.toString().trimStart().length;
    taken = {passage: element.closest('article').dataset.passage, words: range.toString().trim(), at: before.toString().length + lead};
    form.action = form.dataset.action.replace('0', taken.passage);
    form.elements.words.value = taken.words;
    form.elements.at.value = taken.at;
    form.querySelector('.chosen').textContent = taken.words.length > 80 ? taken.words.slice(0, 77) + '…' : taken.words;
    form.hidden = false;
  };
  document.addEventListener('selectionchange', choose);
  document.addEventListener('keydown', event => {
    if (event.key === 'Escape' && bar() && !bar().hidden) {
      bar().hidden = true;
      document.getSelection().removeAllRanges();
    }
  });

  const ready = () => {
    document.querySelectorAll('.readerkeys[hidden]').forEach(one => { one.hidden = false; });
    follow();
    const first = document.querySelector('article.passage[data-first]');
    if (first) {
      first.focus({preventScroll: true});
    }
  };
  document.addEventListener('DOMContentLoaded', ready);
})();

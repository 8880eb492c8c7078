// Sorting and filtering of the page's tables. Text of the page is only ever read and compared; nothing is made from it but option labels, as text.
(() => {
  'use strict';
  const zh = document.documentElement.lang.startsWith('zh');
  const say = (a, b) => (zh ? a : b);
  const order = new Intl.Collator(zh ? 'zh-CN' : 'en', { numeric: true });
  const make = (tag, attributes = {}, text = '') => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.textContent = text;
    return element;
  };
  const number = text => {
    // Of a range, its first number.
    const found = /-?\d[\d,]*(\.\d+)?/.exec(text);
    return found ? Number(found[0].replace(/,/g, '')) : null;
  };

  const enhance = sheet => {
    const table = sheet.querySelector('table');
    const body = table.tBodies[0];
    const heads = [...table.tHead.rows[0].cells];
    const titles = heads.map(head => head.textContent);
    const rows = [...body.rows].map((row, at) => ({ row, at, text: row.textContent.toLowerCase(), shown: true }));
    if (rows.length < 2) return;
    let sorted = -1, direction = 0;
    const chosen = new Map();

    const tools = make('div', { class: 'tools' });
    const search = make('input', { type: 'search', placeholder: say('筛选：输入文字', 'filter: type some text'), 'aria-label': say('筛选表中的行', 'filter the rows of the table') });
    const count = make('span', { class: 'count', role: 'status' });
    tools.append(search);
    heads.forEach((head, column) => {
      if (!head.classList.contains('choice')) return;
      const values = [...new Set(rows.map(r => r.row.cells[column].textContent))].filter(v => v !== '').sort(order.compare);
      if (values.length < 2) return;
      const select = make('select', { 'aria-label': titles[column] });
      select.append(new Option(titles[column] + say('：全部', ': all'), ''), ...values.map(v => new Option(v, v)));
      select.addEventListener('change', () => { chosen.set(column, select.value); filter(); });
      tools.append(select);
    });
    const pick = make('select', { class: 'order', 'aria-label': say('排序', 'sort') });
    pick.append(new Option(say('排序：原来的顺序', 'sort: as given'), '-1/0'));
    heads.forEach((head, column) => {
      pick.append(new Option(titles[column] + ' ▲', column + '/1'), new Option(titles[column] + ' ▼', column + '/-1'));
    });
    pick.addEventListener('change', () => { const [column, way] = pick.value.split('/').map(Number); sort(column, way); });
    tools.append(pick, count);
    sheet.prepend(tools);

    const filter = () => {
      const words = search.value.toLowerCase().split(/\s+/).filter(w => w !== '');
      let shown = 0;
      for (const r of rows) {
        let keep = words.every(w => r.text.includes(w));
        for (const [column, value] of chosen) keep = keep && (value === '' || r.row.cells[column].textContent === value);
        r.row.hidden = !keep;
        if (keep) shown++;
      }
      count.textContent = say(`显示 ${shown} / ${rows.length} 行`, `${shown} of ${rows.length} rows`);
    };

    const sort = (column, way) => {
      sorted = column;
      direction = way;
      heads.forEach((head, at) => head.setAttribute('aria-sort', at === column && way !== 0 ? (way > 0 ? 'ascending' : 'descending') : 'none'));
      pick.value = way === 0 ? '-1/0' : `${column}/${way}`;
      const numeric = column >= 0 && heads[column].classList.contains('num');
      const keyed = rows.map(r => {
        const text = column < 0 ? '' : r.row.cells[column].textContent;
        return { r, key: numeric ? number(text) : text };
      });
      keyed.sort((a, b) => {
        if (way === 0) return a.r.at - b.r.at;
        // Empty cells come last, whichever way.
        const none = v => v === null || v === '';
        if (none(a.key) || none(b.key)) return (none(a.key) ? 1 : 0) - (none(b.key) ? 1 : 0) || a.r.at - b.r.at;
        const by = numeric ? a.key - b.key : order.compare(a.key, b.key);
        return by * way || a.r.at - b.r.at;
      });
      body.append(...keyed.map(k => k.r.row));
    };

    heads.forEach((head, column) => {
      // On paper the heading is repeated on each page, which browsers do with text but not with buttons.
      const button = make('button', { type: 'button' }, titles[column]);
      head.replaceChildren(button, make('span', { class: 'paper' }, titles[column]));
      head.setAttribute('aria-sort', 'none');
      const first = head.classList.contains('num') ? -1 : 1;
      button.addEventListener('click', () => sort(column, sorted !== column || direction === 0 ? first : direction === first ? -first : 0));
    });
    search.addEventListener('input', filter);
    filter();
  };

  document.querySelectorAll('.sheet').forEach(enhance);
  // What is printed is what the reader opened; a link into a folded part opens it.
  window.addEventListener('hashchange', () => {
    const target = document.getElementById(location.hash.slice(1));
    const folded = target && target.closest('details');
    if (folded) folded.open = true;
  });
})();

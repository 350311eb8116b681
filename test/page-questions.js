// What the tests ask in a page that shows a review; read as text, and run there.
globalThis.questions = {
  /** Letters that stand out of what they stand in, by a pixel and more. */
  misfits() {
    const found = [];
    const look = (group, outline) => {
      const box = group.querySelector(`:scope > ${outline}`)?.getBoundingClientRect();
      if (box === undefined || box.width === 0) return;
      for (const text of group.querySelectorAll(':scope > text')) {
        const letters = text.getBoundingClientRect();
        const isInside =
          letters.left >= box.left - 1 &&
          letters.right <= box.right + 1 &&
          letters.top >= box.top - 2 &&
          letters.bottom <= box.bottom + 2;
        if (!isInside) found.push(`${text.textContent} in ${group.querySelector('title')?.textContent ?? 'a badge'}`);
      }
    };
    for (const group of document.querySelectorAll('.thing, .chip')) look(group, '.box');
    for (const group of document.querySelectorAll('.stack .badge')) look(group, '.pill');
    for (const group of document.querySelectorAll('.frame')) look(group, '.area');
    return found;
  },

  /** How many letters in pictures can be seen. */
  lettersShown() {
    return [...document.querySelectorAll('.stack text')].filter((text) => text.getBoundingClientRect().width > 0)
      .length;
  },

  /** By how much the page is wider than the screen, and what makes it so. */
  overflow() {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
      .map((element) => `${element.tagName}.${element.getAttribute('class')}`);
  },

  /** Texts that can be seen and have too little contrast. */
  pale() {
    const partsOf = (colour) => (colour.match(/[\d.]+/g) ?? []).map(Number);
    const isSeen = (colour) => colour !== 'none' && (partsOf(colour)[3] ?? 1) > 0;
    const luminance = (colour) => {
      const [red, green, blue] = partsOf(colour).map((part) =>
        part / 255 <= 0.03928 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4,
      );
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const behind = (element) => {
      for (let at = element; at !== null; at = at.parentElement) {
        const shape = at.querySelector(':scope > .box, :scope > .pill, :scope > .area');
        const fill = shape === null ? 'none' : getComputedStyle(shape).fill;
        const { backgroundColor } = getComputedStyle(at);
        if (isSeen(fill)) return fill;
        if (isSeen(backgroundColor)) return backgroundColor;
      }
      return 'rgb(255, 255, 255)';
    };
    const found = [];
    for (const element of document.querySelectorAll('body *')) {
      const hasText = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim() !== '');
      if (
        !hasText ||
        ['title', 'desc', 'option'].includes(element.tagName) ||
        element.getBoundingClientRect().width < 2
      )
        continue;
      const isDrawn = element instanceof SVGElement;
      const letters = isDrawn ? getComputedStyle(element).fill : getComputedStyle(element).color;
      const [low, high] = [luminance(letters), luminance(behind(element))].sort((a, b) => a - b);
      const ratio = (high + 0.05) / (low + 0.05);
      if (ratio < 4.5) found.push(`${element.textContent.slice(0, 40)}: ${ratio.toFixed(2)}`);
    }
    return found;
  },

  /** Where a picture is, without a letter in it. */
  pictureWithoutLetters(selector) {
    const style = new CSSStyleSheet();
    style.replaceSync('.stack text, .stack tspan { fill: transparent !important; stroke: transparent !important; }');
    document.adoptedStyleSheets = [style];
    const { left, top, width, height } = document.querySelector(selector).getBoundingClientRect();
    return {
      x: Math.round(left + scrollX),
      y: Math.round(top + scrollY),
      width: Math.round(width),
      height: Math.round(height),
    };
  },

  /** How many blocks of eight pixels differ between two pictures, of how many; undefined where they have not the same size. */
  async blocksApart(first, second) {
    const blocks = async (base64) => {
      const image = new Image();
      image.src = `data:image/png;base64,${base64}`;
      await image.decode();
      const canvas = new OffscreenCanvas(Math.ceil(image.width / 8), Math.ceil(image.height / 8));
      const context = canvas.getContext('2d');
      context.imageSmoothingQuality = 'high';
      context.drawImage(image, 0, 0, canvas.width, canvas.height);
      return { size: [image.width, image.height], data: context.getImageData(0, 0, canvas.width, canvas.height).data };
    };
    const [a, b] = [await blocks(first), await blocks(second)];
    if (Math.abs(a.size[0] - b.size[0]) > 1 || Math.abs(a.size[1] - b.size[1]) > 1) return undefined;
    let apart = 0;
    for (let at = 0; at < Math.min(a.data.length, b.data.length); at += 4) {
      if ([0, 1, 2].some((channel) => Math.abs(a.data[at + channel] - b.data[at + channel]) > 14)) apart += 1;
    }
    return { apart, of: a.data.length / 4 };
  },
};

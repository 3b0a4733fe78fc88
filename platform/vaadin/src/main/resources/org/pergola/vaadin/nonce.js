// Runs before everything else on a page. The page's policy runs scripts and applies styles only with the nonce of this
// answer; Vaadin's client makes some of both while it runs. So they are given the nonce here.
(() => {
  const nonce = document.currentScript.nonce;
  window.litNonce = nonce;

  // Expressions from the server arrive as text and were compiled by the global Function, which the policy refuses.
  // A script element with the nonce compiles them as well; each expression once, since they come again and again.
  const NativeFunction = window.Function;
  const compiled = new Map();
  const limit = 500;
  function compile(parameters, body) {
    const slot = '__pergola_' + Math.random().toString(36).slice(2);
    const script = document.createElement('script');
    script.nonce = nonce;
    script.textContent = `window.${slot} = function anonymous(${parameters}\n) {\n${body}\n};`;
    document.head.append(script);
    script.remove();
    const made = window[slot];
    delete window[slot];
    if (!made) {
      throw new SyntaxError('Cannot compile: ' + body);
    }
    return made;
  }
  function NoncedFunction(...parts) {
    const body = parts.length ? String(parts.pop()) : '';
    const parameters = parts.join(',');
    const key = parameters + '\n' + body;
    let made = compiled.get(key);
    if (!made) {
      made = compile(parameters, body);
      if (compiled.size >= limit) {
        compiled.delete(compiled.keys().next().value);
      }
      compiled.set(key, made);
    }
    return made;
  }
  NoncedFunction.prototype = NativeFunction.prototype;
  Object.setPrototypeOf(NoncedFunction, NativeFunction);
  window.Function = NoncedFunction;

  // Style elements made by script, alone or as part of a template. As an attribute, since copies take only that along.
  const createElement = Document.prototype.createElement;
  Document.prototype.createElement = function (name, options) {
    const element = createElement.call(this, name, options);
    if (String(name).toLowerCase() === 'style') {
      element.setAttribute('nonce', nonce);
    }
    return element;
  };
  const innerHTML = Object.getOwnPropertyDescriptor(Element.prototype, 'innerHTML');
  Object.defineProperty(HTMLTemplateElement.prototype, 'innerHTML', {
    ...innerHTML,
    set(html) {
      innerHTML.set.call(this, html);
      this.content.querySelectorAll('style').forEach((style) => {
        style.setAttribute('nonce', nonce);
      });
    }
  });

  // A style attribute set by script is refused, the same text set through the style object is not.
  const setAttribute = Element.prototype.setAttribute;
  Element.prototype.setAttribute = function (name, value) {
    if (String(name).toLowerCase() === 'style' && this.style) {
      this.style.cssText = value;
    } else {
      setAttribute.call(this, name, value);
    }
  };
})();

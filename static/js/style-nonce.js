// The block editor and the rich-text editor add <style> elements of their own. The Content-Security-Policy lets only
// those with this response's nonce in, and neither editor can be told the nonce, so each <style> gets it when it is made.
{
  const { nonce } = document.currentScript;
  const createElement = Document.prototype.createElement;
  Document.prototype.createElement = function (name, options) {
    const element = createElement.call(this, name, options);
    if (String(name).toLowerCase() === "style") element.nonce = nonce;
    return element;
  };
}
